/** The program itself as an operator runs it for Discord, before a fake Discord. */
import { expect, onTestFinished, test } from 'vitest';
import { option, until } from '../adapters/discord/stage.ts';
import { DiscordServer } from '../fakes/discord-server.ts';
import { startBriefwire } from './process.ts';

async function open(token?: string) {
  const server = await DiscordServer.open();
  const env = { DISCORD_TOKEN: token ?? server.world.token, DISCORD_API_URL: server.apiUrl };
  const channel = server.world.addChannel(0, { name: 'news' });
  const bot = startBriefwire(['start'], { env });
  onTestFinished(async () => {
    await bot.stop('SIGKILL');
    await server.close();
  });
  return { server, bot, here: { user: server.world.addPerson().id, channel: channel.id } };
}

test('told to stop in the middle of an answer, it finishes the answer and ends well', async () => {
  const { server, bot, here } = await open();
  await bot.says('folder read');
  let letGo = () => {};
  server.gate = new Promise((resolve) => {
    letGo = resolve;
  });
  await server.command('brief', [option('topic', 'kim-putin')], here).acknowledged;
  await until(() => server.calls.some(({ path }) => path.startsWith('/webhooks/')));
  const ended = bot.stop();
  await bot.says('stopping');
  letGo();
  const { code, out, err } = await ended;
  expect(code).toBe(0);
  expect(JSON.stringify(server.shown()[0])).toContain('What happened');
  const tokens = [...server.world.interactions.values()].map(({ token }) => token);
  for (const secret of [server.world.token, ...tokens]) expect(out + err).not.toContain(secret);
}, 40_000);

test('a payload that its SDK does not expect ends nothing', async () => {
  const { server, bot, here } = await open();
  await bot.says('folder read');
  server.gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: server.world.guild });
  await bot.says('a failure that nobody waited for');
  await server.command('brief', [option('topic', 'kim-putin')], here).acknowledged;
  await until(() => server.shown().some((each) => JSON.stringify(each).includes('What happened')));
  expect((await bot.stop()).code).toBe(0);
}, 40_000);

test('with a wrong token it says where to get the right one, and ends with a code that is not 0', async () => {
  const { bot } = await open('not-the-token-of-this-bot');
  const { code, out, err } = await bot.ended;
  expect(code).toBe(1);
  expect(err).toMatch(/briefwire: .*DISCORD_TOKEN.*https:\/\/discord\.com\/developers/);
  expect(out + err).not.toContain('not-the-token-of-this-bot');
}, 40_000);

test('before a gateway that turns it away it says so, and ends with a code that is not 0', async () => {
  const { server, bot } = await open();
  server.options.isAway = true;
  const { code, err } = await bot.ended;
  expect(code).toBe(1);
  expect(err).toContain('briefwire: discord: Discord cannot be reached');
}, 40_000);
