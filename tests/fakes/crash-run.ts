/** Runs the real program against a fake Slack, kills it again and again, and says what became of every slot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { threadKey } from '../../src/chat/command.ts';
import type { Storage } from '../../src/chat/stores.ts';
import type { Slot } from '../../src/core/digest/ports.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { IDS } from './slack-payloads.ts';
import { openSlackServer, type SlackServer, TOKENS } from './slack-server.ts';

export interface CrashResult {
  /** Slots that came due, by how they ended. */
  readonly ends: Readonly<Record<string, number>>;
  /** Messages of them, heads and details. */
  readonly messages: number;
  /** Keys that were posted more than once. */
  readonly twice: readonly string[];
  /** Slots that are posted in the store and not in the chat, or never came to an end, or were never planned. */
  readonly lost: readonly string[];
  /** Heads whose thread nobody could ask. */
  readonly deaf: readonly string[];
}

/** In milliseconds. */
export interface CrashTimes {
  /** Between the readiness of a process and its death, at most. */
  readonly life: number;
  /** Before the next is started, at most. */
  readonly pause: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** One digest a channel, with seconds in its expression: every two and every three seconds. */
const CHANNELS = [
  { id: 'two', channel: IDS.channel, every: 2 },
  { id: 'three', channel: 'C0CHANNEL2', every: 3 },
] as const;

interface World {
  readonly folder: string;
  readonly slack: SlackServer;
  readonly store: Storage;
  articles: number;
}

export async function runCrashes(kills: number, times: CrashTimes): Promise<CrashResult> {
  const world = await openWorld();
  try {
    for (let number = 0; number < kills; number += 1) await liveAndDie(world, number, times);
    const last = await startProcess(world);
    const until = new Date();
    await settle(world.store, until);
    await kill(last);
    return await judge(world, until);
  } finally {
    await world.store.close();
    await world.slack.close();
    rmSync(world.folder, { recursive: true });
  }
}

async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwire-crash-'));
  const slack = await openSlackServer();
  const lines = CHANNELS.map(({ id, channel, every }) => {
    slack.api.channels.set(channel, { in: true });
    return `  - { id: ${id}, chat: slack, channel: ${channel}, cron: "*/${every} * * * * *", zone: Asia/Kathmandu }`;
  });
  for (const name of ['config', 'articles']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'config/digests.yaml'), `digests:\n${lines.join('\n')}\n`);
  const store = await openStorage(`sqlite:${join(folder, 'store.db')}`);
  return { folder, slack, store, articles: 0 };
}

/** Every other one dies with a message on its way; every fourth one has company, which lives on for a while. */
async function liveAndDie(world: World, number: number, { life, pause }: CrashTimes): Promise<void> {
  writeArticle(world);
  const child = await startProcess(world);
  const company = number % 4 === 3 ? await startProcess(world) : undefined;
  if (number % 2 === 0) await arrival(world.slack, number % 4 === 0);
  else await wait(Math.random() * life);
  await kill(child);
  if (company) {
    await wait(Math.random() * life);
    await kill(company);
  }
  await wait(Math.random() * pause);
}

/** Until the next message stands in the chat, while its sender may not know yet; `lost`: and never will. */
async function arrival({ api }: SlackServer, lost: boolean): Promise<void> {
  if (lost) api.answerNext('chat.postMessage', 'lost');
  const before = api.posted.length;
  for (let turn = 0; turn < 4000 && api.posted.length === before; turn += 1) await wait(1);
}

/** News, so that digests have stories and threads. */
function writeArticle(world: World): void {
  world.articles += 1;
  const number = world.articles;
  const text = `Ferry ${number} ran aground near pier ${number * 7}\n\nThe ferry with the number ${number} ran aground near pier ${number * 7} of Torvik on Monday morning with ${number * 13} people on board.\n\n“Nobody was hurt, and all ${number * 13} people are ashore again,” said harbour master Ines Holm.\n`;
  writeFileSync(join(world.folder, `articles/${number}.txt`), text);
}

async function startProcess({ folder, slack }: World): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.url,
      STORE_URL: `sqlite:${join(folder, 'store.db')}`,
      CONFIG_DIR: join(folder, 'config'),
      ARTICLES_DIR: join(folder, 'articles'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let log = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      log += String(chunk);
      if (log.includes('ready')) resolve();
    });
    child.once('exit', () => reject(new Error(`the program ended before it was ready: ${log}`)));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Until every slot that was due by then has come to an end; not longer than two minutes. */
async function settle(store: Storage, until: Date): Promise<void> {
  for (let turn = 0; turn < 1200; turn += 1) {
    await wait(100);
    const all = await listSlots(store);
    const isDue = ({ due }: Slot) => due <= until.toISOString();
    const isOpen = ({ state }: Slot) => state === 'due' || state === 'fixed';
    if (!all.some((slot) => isDue(slot) && isOpen(slot)) && all.some((slot) => !isDue(slot))) return;
  }
}

async function listSlots(store: Storage): Promise<Slot[]> {
  const lists = await Promise.all(CHANNELS.map(({ id }) => store.slots.list(id, 1e6)));
  return lists.flat();
}

async function judge({ store, slack }: World, until: Date): Promise<CrashResult> {
  const posted = slack.api.posted.flatMap(({ metadata, thread, ts, channel }) => {
    const payload = metadata?.['event_payload'] as { key: string } | undefined;
    return payload ? [{ key: payload.key, isHead: thread === undefined, ts, channel }] : [];
  });
  const counts = new Map<string, number>();
  for (const { key } of posted) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ends: Record<string, number> = {};
  const lost: string[] = [];
  const deaf: string[] = [];
  for (const { id, every, channel } of CHANNELS) {
    const known = new Map((await store.slots.list(id, 1e6)).map((slot) => [Date.parse(slot.due), slot]));
    const first = Math.min(...known.keys());
    for (let at = first; at <= until.getTime(); at += every * 1000) {
      const slot = known.get(at);
      const state = slot?.state ?? 'unknown';
      ends[state] = (ends[state] ?? 0) + 1;
      const isWhole = slot?.posted.every((_, part) => counts.has(`${id}/${slot.slot}/${part}`)) ?? false;
      if (state === 'posted' ? !isWhole : state !== 'merged')
        lost.push(`${id} ${new Date(at).toISOString()} ${state}`);
      const head = posted.find(({ key, isHead }) => isHead && key === `${id}/${slot?.slot}/0`);
      if (state !== 'posted' || head === undefined) continue;
      const key = threadKey({ platform: 'slack', space: IDS.team, channel, thread: head.ts });
      if ((await store.threads.find(key)) === undefined) deaf.push(head.key);
    }
  }
  const twice = [...counts].filter(([, count]) => count > 1).map(([key]) => key);
  return { ends, messages: posted.length, twice, lost, deaf };
}
