/** The program when a platform takes its bot no more while it runs: what is said, and how it ends. */
import { expect, onTestFinished, test } from 'vitest';
import { DiscordServer } from '../fakes/discord-server.ts';
import { eventCallback, IDS, messageEvent } from '../fakes/slack-payloads.ts';
import { openSlackServer, TOKENS } from '../fakes/slack-server.ts';
import { startBriefwire } from './process.ts';

async function start(env: Record<string, string>) {
  const discord = await DiscordServer.open();
  const slack = await openSlackServer();
  const bot = startBriefwire(['start'], {
    env: {
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.url,
      ...env,
    },
  });
  onTestFinished(async () => {
    await bot.stop('SIGKILL');
    await discord.close();
    await slack.close();
  });
  await bot.says('ready');
  return { bot, discord, slack };
}

test('where all chats are required, one that is lost ends the program, with what to change', async () => {
  const { bot, discord } = await start({});
  discord.gateway.drop(4004);
  const { code, err } = await bot.ended;
  expect(code).toBe(1);
  expect(err).toMatch(/briefwire: discord: Discord does not accept DISCORD_TOKEN.*https:\/\/discord\.com/);
  expect(err).not.toContain(discord.world.token);
}, 40_000);

test('where not all are required it goes on with the others, and ends with the last', async () => {
  const { bot, discord, slack } = await start({ REQUIRE_ALL_CHATS: 'false' });
  discord.gateway.drop(4004);
  await bot.says('goes on with the chats that are left');
  slack.api.botToken = 'xoxb-another';
  await slack.send('events_api', eventCallback(messageEvent(`<@${IDS.botUser}> kim-putin`)));
  const { code, err } = await bot.ended;
  expect(code).toBe(1);
  expect(err).toMatch(/briefwire: slack: Slack no longer accepts SLACK_BOT_TOKEN/);
}, 40_000);
