/** What people do on Slack, from the command to the answer: the whole conversation behind real Bolt, before a fake Slack. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { threadKey } from '../../src/chat/command.ts';
import type { Article } from '../../src/core/article.ts';
import { openSlackStage, type SlackStage } from '../adapters/slack/stage.ts';
import type { Shown } from '../contracts/chat-adapter-contract.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';
import { IDS, messageEvent, timestamp, viewSubmission } from '../fakes/slack-payloads.ts';

/** Says more of somebody than a brief of the strike has room for. */
const PICKET: Article = {
  ...HARBOUR,
  id: 'picket',
  title: 'Larnhaven strike: dock workers at the gates',
  text: 'Dock workers stood at the gates of Larnhaven on Wednesday, on the third day of the strike.\n\n“Nobody here wants this,” said Mara Lindqvist, the head of the dockers’ union.',
  published: '2026-11-18',
  url: 'https://herald.example/picket',
};

async function open(...more: readonly Article[]) {
  const desk = await openDesk([HARBOUR, FERRIES, ...more].map((article) => stored(article)));
  const stage = await openSlackStage();
  await stage.adapter.start(desk.handlerFor(stage.adapter));
  onTestFinished(async () => {
    await stage.adapter.stop();
    await stage.close();
    expect(stage.server.api.refused).toEqual([]);
  });
  return { stage, desk };
}

/** The first message that is so, once it is there. */
async function seen(stage: SlackStage, isIt: (shown: Shown) => boolean): Promise<Shown> {
  for (;;) {
    const found = stage.shown().find(isIt);
    if (found) return found;
    await pause(5);
  }
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Briefs the channel, and waits until the bot knows the thread under the brief. */
async function brief({ stage, desk }: Opened): Promise<Shown> {
  await stage.command('brief larnhaven strike');
  const head = await seen(stage, ({ thread, onlyFor }) => !thread && !onlyFor);
  const key = threadKey({ ...stage.address, thread: head.id });
  while (!(await desk.storage.threads.find(key))) await pause(5);
  return head;
}

describe('a newsroom on Slack', () => {
  test('is briefed in the channel, asks in the thread, and is answered there', async () => {
    const opened = await open();
    const { stage } = opened;
    const head = await brief(opened);
    expect(head.words).toContain('Asked by ada');
    expect(head.words).toContain('Herald');
    await stage.reply(head.id, 'Who is the head of the union?');
    const answer = await seen(
      stage,
      ({ words }) => words.includes('Mara Lindqvist, the head') && words !== head.words,
    );
    expect(answer.thread).toBe(head.id);
  });

  test('sees who asked what by a command or a form, once', async () => {
    const opened = await open();
    const { stage } = opened;
    const head = await brief(opened);
    await stage.command('ask Who is the head of the union?');
    const inChannel = await seen(stage, ({ words }) => words.includes('Who is the head of the union?'));
    expect(inChannel.words).toMatch(/^Asked by ada: Who is the head/);
    expect(inChannel.words.match(/Asked by/g)).toHaveLength(1);
    await stage.press(head, 'Ask');
    while (stage.server.api.views.length === 0) await pause(5);
    const view = stage.server.api.views[0]?.view ?? {};
    await stage.server.send('interactive', viewSubmission(view, { question: 'Who is the director?' }));
    const inThread = await seen(stage, ({ words }) => words.includes('Who is the director?'));
    expect(inThread).toMatchObject({
      thread: head.id,
      words: expect.stringMatching(/^Asked by ada: Who is/),
    });
  });

  test('talks in the thread without being interrupted', async () => {
    const opened = await open();
    const { stage } = opened;
    const head = await brief(opened);
    await stage.reply(head.id, 'thanks, see you at lunch');
    await stage.reply(head.id, 'Who is the director of the port?');
    await seen(stage, ({ thread, words }) => thread === head.id && words.includes('Peter Okafor'));
    expect(stage.shown().filter(({ words }) => words.includes('lunch'))).toEqual([]);
  });

  test('gets one answer to a message that Slack sends eleven times', async () => {
    const { stage } = await open();
    const sent = await stage.mention('Who is the head of the union?');
    for (let times = 0; times < 10; times += 1) await sent.inOtherEvent?.();
    await seen(stage, ({ words }) => words.includes('Mara Lindqvist'));
    await stage.adapter.stop();
    expect(stage.shown()).toHaveLength(1);
  });

  test('changes a question and sees the answer change; takes it back and sees the answer marked', async () => {
    const { stage } = await open();
    const asked = { channel: IDS.direct, channel_type: 'im' };
    const first = messageEvent('Who is the head of the union?', asked);
    await stage.event(first);
    const answer = await seen(stage, ({ words }) => words.includes('Mara Lindqvist'));
    const after = {
      ...first,
      text: 'Who is the director of the port?',
      edited: { user: IDS.person, ts: timestamp() },
    };
    const event = { type: 'message', channel: IDS.direct, channel_type: 'im', event_ts: timestamp() };
    await stage.event({ ...event, subtype: 'message_changed', message: after, previous_message: first });
    await seen(stage, ({ id, words }) => id === answer.id && words.includes('Peter Okafor'));
    await stage.event({
      ...event,
      ...{ subtype: 'message_deleted', deleted_ts: first.ts, previous_message: after },
    });
    await seen(stage, ({ id, words }) => id === answer.id && !words.includes('Peter Okafor'));
    expect(stage.shown()).toHaveLength(1);
  });

  test('presses a button of an old message after the bot was started again', async () => {
    const opened = await open(PICKET);
    const { stage, desk } = opened;
    const head = await brief(opened);
    await stage.adapter.stop();
    const again = await openSlackStage();
    onTestFinished(async () => {
      await again.adapter.stop();
      await again.close();
    });
    await again.adapter.start(desk.handlerFor(again.adapter));
    again.server.api.posted.push(...stage.server.api.posted);
    const label = head.buttons.find((each) => /quotes/i.test(each)) ?? '';
    await again.press(head, label);
    const quotes = await seen(
      again,
      ({ id, thread, words }) => id !== head.id && thread === head.id && words.includes('We will stay out'),
    );
    expect(quotes.words).toContain('Mara Lindqvist');
  });

  test('reads a brief alone, and shares it', async () => {
    const { stage } = await open();
    await stage.command('brief larnhaven strike private');
    const alone = await seen(stage, ({ onlyFor }) => onlyFor === IDS.person);
    const label = alone.buttons.find((each) => /share/i.test(each)) ?? '';
    await stage.press(alone, label);
    const shared = await seen(stage, ({ onlyFor, words }) => !onlyFor && words.includes('Larnhaven'));
    expect(shared.words).toContain('Asked by ada');
  });

  test('is not left without an answer where the bot is not in the channel', async () => {
    const { stage } = await open();
    stage.server.api.channels.set('C0ELSE0001', { in: false });
    await stage.slash('/ask', 'Who is the head of the union?', { channel: 'C0ELSE0001' });
    const answer = await seen(stage, ({ onlyFor }) => onlyFor === IDS.person);
    expect(answer.words).toContain('/invite @briefwire');
    expect(answer.words).toContain('Mara Lindqvist');
  });

  test('follows a topic from the form under a brief', async () => {
    const opened = await open();
    const { stage, desk } = opened;
    stage.server.api.users.set(IDS.person, { id: IDS.person, tz: 'Europe/Berlin', is_admin: true });
    const head = await brief(opened);
    const label = head.buttons.find((each) => /follow/i.test(each)) ?? '';
    await stage.press(head, label);
    while (stage.server.api.views.length === 0) await pause(5);
    const view = stage.server.api.views[0]?.view ?? {};
    await stage.server.send(
      'interactive',
      viewSubmission(view, { time: '07:30', days: 'weekdays', zone: '' }),
    );
    await seen(stage, ({ words }) => words.includes('07:30'));
    const [digest] = await desk.storage.digests.list();
    expect(digest).toMatchObject({
      zone: 'Europe/Berlin',
      place: { platform: 'slack', channel: IDS.channel },
    });
  });

  test('opens App Home, with the digests of the channels that the person is in', async () => {
    const { stage, desk } = await open();
    const { api } = stage.server;
    for (const [id, channel, person] of [
      ['theirs', 'C0THEIRS01', IDS.person],
      ['inquiry', 'C0PRIVATE1', 'U0OTHER001'],
    ] as const) {
      const place = { platform: 'slack', space: IDS.team, channel } as const;
      await desk.storage.digests.put(buildDigest({ id, place }));
      api.channels.set(channel, { in: true });
      api.members.set(channel, new Set([person]));
    }
    const event = { type: 'app_home_opened', user: IDS.person, channel: IDS.direct, tab: 'home' };
    await stage.event({ ...event, event_ts: timestamp() });
    while (api.homes.size === 0) await pause(5);
    const home = JSON.stringify(api.homes.get(IDS.person));
    expect(home).toContain('2 articles');
    expect(home).toContain('theirs');
    expect(home).not.toContain('inquiry');
  });
});
