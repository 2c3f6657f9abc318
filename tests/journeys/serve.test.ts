/** The real program with both chats, before a fake Slack and a fake Discord. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { option, until } from '../adapters/discord/stage.ts';
import { DiscordServer } from '../fakes/discord-server.ts';
import { slashCommand } from '../fakes/slack-payloads.ts';
import { openSlackServer, TOKENS } from '../fakes/slack-server.ts';
import { startBriefwire } from './process.ts';

async function openBoth() {
  const slack = await openSlackServer();
  const discord = await DiscordServer.open();
  const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
  onTestFinished(async () => {
    await slack.close();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  });
  const env = {
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_APP_TOKEN: TOKENS.app,
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.apiUrl,
    STORE_URL: `sqlite:${join(folder, 'briefwire.db')}`,
  };
  return { slack, discord, env };
}

describe('the program with both chats', () => {
  test('briefs on Slack and on Discord from one store, and leaves when it is told to', async () => {
    const { slack, discord, env } = await openBoth();
    const channel = discord.world.addChannel(0, { name: 'news' });
    const person = discord.world.addPerson();
    const running = startBriefwire(['start'], { env });
    await running.says('folder read');

    await slack.send(
      'slash_commands',
      slashCommand('/brief', 'kim-putin', { responseUrl: slack.responseUrl() }),
    );
    const onSlack = await until(() => slack.api.posted.find(({ text }) => text.includes('What happened')));
    expect(onSlack.text).toContain('In their words');

    discord.command('brief', [option('topic', 'kim-putin')], { user: person.id, channel: channel.id });
    const onDiscord = await until(() =>
      discord.shown().find((message) => JSON.stringify(message).includes('What happened')),
    );
    expect(JSON.stringify(onDiscord)).toContain('Peskov');

    const before = Date.now();
    const { code, out, err } = await running.stop();
    expect(code).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    for (const secret of [TOKENS.bot, TOKENS.app, discord.world.token])
      expect(out + err).not.toContain(secret);
  }, 60_000);

  test('does not start where one chat refuses its token, and says which', async () => {
    const { env } = await openBoth();
    const { code, err } = await startBriefwire(['start'], { env: { ...env, SLACK_BOT_TOKEN: 'xoxb-wrong' } })
      .ended;
    expect(code).toBe(1);
    expect(err).toContain('SLACK_BOT_TOKEN');
    expect(err).not.toContain('xoxb-wrong');
  }, 60_000);
});
