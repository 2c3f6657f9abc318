/** Runs the real program against fake chats, kills it again and again, and says what became of every slot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { threadKey } from '../../src/chat/command.ts';
import { keyOfPart } from '../../src/chat/deliver.ts';
import type { Storage } from '../../src/chat/stores.ts';
import type { Slot } from '../../src/core/digest/ports.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { type CrashChat, openCrashDiscord, openCrashSlack } from './crash-chats.ts';

export interface CrashResult {
  /** Slots that came due, by how they ended. */
  readonly ends: Readonly<Record<string, number>>;
  /** Messages of them, heads and details, by platform. */
  readonly messages: Readonly<Record<string, number>>;
  /** Keys that were posted more than once. */
  readonly twice: readonly string[];
  /** Slots that are posted in the store and not in the chat, or never came to an end, or were never planned. */
  readonly lost: readonly string[];
  /** Heads whose thread nobody could ask. */
  readonly deaf: readonly string[];
}

export interface CrashOptions {
  readonly kills: number;
  /** Between the readiness of a process and its death, at most, in milliseconds. */
  readonly life: number;
  /** Before the next is started, at most, in milliseconds. */
  readonly pause: number;
  /** One digest a channel on each platform, each so many seconds. */
  readonly every: { readonly slack: readonly number[]; readonly discord: readonly number[] };
  /** Arguments of Node that run the program's command line; from its sources if not given. */
  readonly program?: readonly string[];
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['--import', 'tsx', 'src/cli/main.ts'];
/** A card goes into so many messages at most. */
const PARTS = 6;

interface Posting {
  readonly id: string;
  readonly chat: CrashChat;
  readonly channel: string;
  /** Seconds. */
  readonly every: number;
}

interface World {
  readonly folder: string;
  readonly chats: readonly CrashChat[];
  readonly digests: readonly Posting[];
  readonly store: Storage;
  readonly program: readonly string[];
  articles: number;
}

export async function runCrashes(options: CrashOptions): Promise<CrashResult> {
  const world = await openWorld(options);
  try {
    for (let number = 0; number < options.kills; number += 1) await liveAndDie(world, number, options);
    const last = await startProcess(world);
    const until = new Date();
    await settle(world, until);
    await kill(last);
    return await judge(world, until);
  } finally {
    await world.store.close();
    for (const chat of world.chats) await chat.close();
    rmSync(world.folder, { recursive: true });
  }
}

async function openWorld({ every, program = SOURCES }: CrashOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwire-crash-'));
  const slackChannels = every.slack.map((_, index) => `C0CRASH00${index}`);
  const chats = [await openCrashSlack(slackChannels), await openCrashDiscord(every.discord.length)];
  const digests = chats.flatMap((chat) =>
    chat.channels.map((channel, index) => ({
      id: `${chat.platform}-${index}`,
      chat,
      channel,
      every: every[chat.platform][index] ?? 1,
    })),
  );
  const lines = digests.map(
    ({ id, chat, channel, every: seconds }) =>
      `  - { id: ${id}, chat: ${chat.platform}, channel: "${channel}", cron: "*/${seconds} * * * * *", zone: Asia/Kathmandu }`,
  );
  for (const name of ['config', 'articles']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'config/digests.yaml'), `digests:\n${lines.join('\n')}\n`);
  const store = await openStorage(`sqlite:${join(folder, 'store.db')}`);
  return { folder, chats, digests, store, program, articles: 0 };
}

/** Every other one dies with a message on its way; every fourth one has company, which lives on for a while. */
async function liveAndDie(world: World, number: number, { life, pause }: CrashOptions): Promise<void> {
  writeArticle(world);
  const child = await startProcess(world);
  const company = number % 4 === 3 ? await startProcess(world) : undefined;
  const chat = world.chats[(number >> 1) % world.chats.length];
  if (chat && number % 2 === 0) await arrival(chat, number % 8 < 4);
  else await wait(Math.random() * life);
  await kill(child);
  if (company) {
    await wait(Math.random() * life);
    await kill(company);
  }
  await wait(Math.random() * pause);
  for (const each of world.chats) if (number % 3 !== 0) each.forget();
}

/** Until the next message stands in the chat, while its sender may not know yet; `lost`: and never will. */
async function arrival(chat: CrashChat, lost: boolean): Promise<void> {
  if (lost) chat.loseNext();
  const before = chat.count();
  for (let turn = 0; turn < 4000 && chat.count() === before; turn += 1) await wait(1);
}

/** News, so that digests have stories and threads. */
function writeArticle(world: World): void {
  world.articles += 1;
  const number = world.articles;
  const text = `Ferry ${number} ran aground near pier ${number * 7}\n\nThe ferry with the number ${number} ran aground near pier ${number * 7} of Torvik on Monday morning with ${number * 13} people on board.\n\n“Nobody was hurt, and all ${number * 13} people are ashore again,” said harbour master Ines Holm.\n`;
  writeFileSync(join(world.folder, `articles/${number}.txt`), text);
}

async function startProcess({ folder, chats, program }: World): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...program, 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      ...Object.assign({}, ...chats.map(({ env }) => env)),
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

/** Until every slot that was due by then has come to an end; not longer than ten minutes. */
async function settle({ store, digests }: World, until: Date): Promise<void> {
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    await wait(250);
    const lists = await Promise.all(digests.map(({ id }) => store.slots.list(id, 1e6)));
    const isDue = ({ due }: Slot) => due <= until.toISOString();
    const isOpen = ({ state }: Slot) => state === 'due' || state === 'fixed';
    const isDone = (slots: Slot[]) =>
      slots.some((slot) => !isDue(slot)) && !slots.some((slot) => isDue(slot) && isOpen(slot));
    if (lists.every(isDone)) return;
  }
}

async function judge({ store, digests }: World, until: Date): Promise<CrashResult> {
  const ends: Record<string, number> = {};
  const messages: Record<string, number> = {};
  const [twice, lost, deaf]: string[][] = [[], [], []];
  for (const { id, every, chat, channel } of digests) {
    const slots = await store.slots.list(id, 1e6);
    const standing = chat.read(slots.flatMap(({ slot }) => keysOf(id, slot)));
    messages[chat.platform] = (messages[chat.platform] ?? 0) + standing.length;
    const counts = new Map<string, number>();
    for (const { key } of standing) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) if (count > 1) twice?.push(key);
    const known = new Map(slots.map((slot) => [Date.parse(slot.due), slot]));
    for (let at = Math.min(...known.keys()); at <= until.getTime(); at += every * 1000) {
      const slot = known.get(at);
      const state = slot?.state ?? 'unknown';
      ends[state] = (ends[state] ?? 0) + 1;
      const isWhole = slot?.posted.every((_, part) => counts.has(`${id}/${slot.slot}/${part}`)) ?? false;
      if (state === 'posted' ? !isWhole : state !== 'merged')
        lost?.push(`${id} ${new Date(at).toISOString()} ${state}`);
      const head = standing.find(({ key }) => key === `${id}/${slot?.slot}/0`);
      if (state !== 'posted' || head === undefined) continue;
      const { platform, space } = chat;
      const thread = threadKey({ platform, space, channel, thread: head.id });
      if ((await store.threads.find(thread)) === undefined) deaf?.push(head.key);
    }
  }
  return { ends, messages, twice: twice ?? [], lost: lost ?? [], deaf: deaf ?? [] };
}

/** The keys of all messages that a slot may have: of head and detail, each in one message or more. */
function keysOf(digest: string, slot: string): string[] {
  return [0, 1].flatMap((card) =>
    Array.from({ length: PARTS }, (_, part) => keyOfPart(`${digest}/${slot}/${card}`, part)),
  );
}
