/** The program itself as an operator runs it for Slack, before a fake Slack. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { IDS, slashCommand } from '../fakes/slack-payloads.ts';
import { openSlackServer, TOKENS } from '../fakes/slack-server.ts';
import { startBriefwire } from './process.ts';

async function open() {
  const server = await openSlackServer();
  const bot = startBriefwire(['start'], {
    env: { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: server.url },
  });
  onTestFinished(async () => {
    await bot.stop('SIGKILL');
    await server.close();
  });
  return { server, bot };
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await pause(10);
}

test('told to stop in the middle of an answer, it finishes the answer and ends well', async () => {
  const { server, bot } = await open();
  await bot.says('ready');
  let letGo = () => {};
  server.api.gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const command = slashCommand('/brief', 'kim-putin', { responseUrl: server.responseUrl() });
  await (await server.send('slash_commands', command)).acknowledged;
  await until(() => server.waiting() > 0);
  const ended = bot.stop();
  await bot.says('stopping');
  letGo();
  const { code, out, err } = await ended;
  expect(code).toBe(0);
  const [head] = server.api.posted;
  expect(head).toMatchObject({ channel: IDS.channel });
  expect(head?.text).toContain('Asked by ada');
  expect(server.api.refused).toEqual([]);
  for (const secret of Object.values(TOKENS)) expect(out + err).not.toContain(secret);
}, 40_000);

test('told to stop while Slack does not answer, it does not wait for it', async () => {
  const { server, bot } = await open();
  server.api.gate = new Promise(() => {});
  await until(() => server.waiting() > 0);
  const { code, err } = await bot.stop();
  expect(code).toBe(0);
  expect(err).toContain('not every chat was connected yet');
}, 20_000);
