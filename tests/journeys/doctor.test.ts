import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { SCOPES } from '../../src/adapters/slack/scopes.ts';
import { DiscordServer } from '../fakes/discord-server.ts';
import { openSlackServer, TOKENS } from '../fakes/slack-server.ts';
import { openWebServer } from '../fakes/web-server.ts';
import { runBriefwire } from './process.ts';

test('the doctor finds folders that are not there, files that are refused, and digests that never come', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
  const config = join(folder, 'config');
  const clippings = join(folder, 'clippings');
  await mkdir(config);
  await mkdir(clippings);
  await writeFile(join(clippings, 'broken.json'), '{');
  await writeFile(
    join(clippings, 'ferry.txt'),
    'Ferry sinks\n\nA ferry sank in the harbour of Velmar on Monday.\n',
  );
  await writeFile(
    join(config, 'sources.yaml'),
    `sources:\n  - {id: clippings, folder: ${clippings}}\n  - {id: lost, folder: ${folder}/lost}\n`,
  );
  await writeFile(
    join(config, 'digests.yaml'),
    'digests:\n  - {id: late, chat: terminal, channel: here, cron: "0 25 * * *", zone: UTC}\n',
  );
  const env = { CONFIG_DIR: config, ARTICLES_DIR: join(clippings, 'ferry.txt') };
  const { code, out } = await runBriefwire(['doctor'], { env });
  expect(code).toBe(1);
  expect(out).toMatch(/^FAIL {2}ARTICLES_DIR, .*it is a file, not a folder/m);
  expect(out).toMatch(/^FAIL {2}source lost, .*there is no such folder/m);
  expect(out).toMatch(/^ok {4}source clippings, .*: 1 article; 1 file not read$/m);
  expect(out).toMatch(/^warn {2}not read: .*broken\.json: /m);
  expect(out).toMatch(/^warn {2}settings: .*digests\.yaml:2: .*its hour is wrong$/m);
});

test('the doctor takes a list of feeds for what it is, as the program does', async () => {
  const server = await openWebServer();
  onTestFinished(() => server.close());
  server.route(
    '/feeds.opml',
    '<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" text="Courier" xmlUrl="https://courier.test/rss"/></body></opml>',
  );
  const config = await mkdtemp(join(tmpdir(), 'briefwire-'));
  await writeFile(join(config, 'bot.yaml'), 'allowedPrivateHosts: [localhost]\n');
  await writeFile(
    join(config, 'sources.yaml'),
    `sources:\n  - {id: list, url: "${server.origin}/feeds.opml"}\n`,
  );
  const { code, out } = await runBriefwire(['doctor'], { env: { CONFIG_DIR: config } });
  expect(out).toContain('ok    source list: a list of 1 feed\n');
  expect(code).toBe(0);
});

test('the doctor tells what a chat would only warn of: scopes, permissions, channels that the bot may not write in', async () => {
  const slack = await openSlackServer();
  const discord = await DiscordServer.open();
  onTestFinished(async () => {
    await slack.close();
    await discord.close();
  });
  slack.api.scopes = Object.keys(SCOPES).filter((scope) => scope !== 'users:read');
  slack.api.channels.set('C0LONELY01', { in: false });
  slack.api.channels.set('C0CLOSED01', { in: true, archived: true });
  const room = discord.world.addChannel(0, { name: 'news', denied: PermissionFlagsBits.SendMessages });
  const config = await mkdtemp(join(tmpdir(), 'briefwire-'));
  const digest = (id: string, chat: string, channel: string) =>
    `  - {id: ${id}, chat: ${chat}, channel: "${channel}", cron: "0 8 * * *", zone: UTC}\n`;
  await writeFile(
    join(config, 'digests.yaml'),
    `digests:\n${digest('a', 'slack', 'C0LONELY01')}${digest('b', 'slack', 'C0CLOSED01')}${digest('c', 'discord', room.id)}`,
  );
  const { code, out, err } = await runBriefwire(['doctor'], {
    env: {
      CONFIG_DIR: config,
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.url,
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_GUILD_ID: '1234',
    },
  });
  expect(out).toMatch(/^warn {2}slack: .*lacks scopes.*\(missing: users:read: .*\)$/m);
  expect(out).toMatch(/^warn {2}slack: .*invite it \(channel: C0LONELY01, invite: \/invite @briefwire\)$/m);
  expect(out).toMatch(/^warn {2}slack: .*is archived.*C0CLOSED01/m);
  expect(out).toMatch(/^warn {2}discord: .*DISCORD_GUILD_ID names \(1234\)/m);
  expect(out).toMatch(/^warn {2}discord: .*\(channel: #news, missing: Send Messages\)$/m);
  expect(code).toBe(0);
  for (const secret of [...Object.values(TOKENS), discord.world.token])
    expect(out + err).not.toContain(secret);
}, 40_000);

test('what is only left out is told beside what is wrong: it may be why', async () => {
  const config = await mkdtemp(join(tmpdir(), 'briefwire-'));
  await writeFile(
    join(config, 'digests.yaml'),
    'digests:\n  - {id: late, chat: slack, channel: C1, cron: "0 25 * * *", zone: UTC}\n',
  );
  const env = { CONFIG_DIR: config, SLACK_APP_TOKEN: 'xapp-1' };
  const { code, err } = await runBriefwire(['start'], { env });
  expect(code).toBe(1);
  expect(err).toMatch(
    /have to be changed:\n {2}- SLACK_BOT_TOKEN is missing.*\nand this is left out:\n {2}- .*digests\.yaml:2/,
  );
});

test('the doctor says why Slack cannot be reached, once', async () => {
  const slack = await openSlackServer();
  await slack.close();
  const env = { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: slack.url };
  const { code, out } = await runBriefwire(['doctor'], { env });
  expect(code).toBe(1);
  expect(out.match(/^.*slack: .*$/gm)).toEqual([
    expect.stringMatching(/^FAIL {2}slack: Slack cannot be reached \(.*ECONNREFUSED.*\)\. Check the network/),
  ]);
}, 40_000);

test('nothing starts with a config folder that is not there', async () => {
  const env = { CONFIG_DIR: 'nowhere' };
  const runs = await Promise.all([runBriefwire(['doctor'], { env }), runBriefwire(['topics'], { env })]);
  for (const { code, out, err } of runs) {
    expect(code).toBe(1);
    expect(out + err).toContain('CONFIG_DIR must name a folder that is there');
  }
});
