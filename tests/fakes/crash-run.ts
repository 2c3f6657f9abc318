/** Runs digests in processes that are killed again and again, and says what became of every slot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadKey } from '../../src/chat/command.ts';
import type { Storage } from '../../src/chat/stores.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { buildDigest } from './digests.ts';
import { type KeptChat, openKeptChat } from './kept-chat.ts';

export interface CrashResult {
  readonly kills: number;
  /** Slots that ended, by how they ended. */
  readonly ends: Readonly<Record<string, number>>;
  /** Keys that were posted more than once. */
  readonly twice: readonly string[];
  /** Slots that are posted in the store and not in the chat, or never came to an end, or were never planned. */
  readonly lost: readonly string[];
  /** Heads whose thread nobody could ask. */
  readonly deaf: readonly string[];
}

/** In milliseconds. */
export interface CrashTimes {
  /** Between the start of a process and its death, at most. */
  readonly life: number;
  /** Before the next is started, at most. */
  readonly pause: number;
}

export async function runCrashes(kills: number, times: CrashTimes): Promise<CrashResult> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwire-crash-'));
  const url = `sqlite:${join(folder, 'store.db')}`;
  const chat = await openKeptChat();
  const store = await openStorage(url);
  const created = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
  await store.digests.put(buildDigest({ id: 'each', cron: '* * * * * *', created }));
  await store.digests.put(buildDigest({ id: 'second', cron: '*/2 * * * * *', created }));
  try {
    for (let kill = 0; kill < kills; kill += 1) await liveAndDie(url, chat, kill, times);
    const last = await startProcess(url, chat);
    const until = new Date().toISOString();
    await settle(store, until);
    await kill(last);
    return await judge(store, chat, kills, { from: created, until });
  } finally {
    await store.close();
    await chat.close();
    rmSync(folder, { recursive: true });
  }
}

/** Every other one dies with a message on its way; every fourth one has company, which lives on for a while. */
async function liveAndDie(
  url: string,
  chat: KeptChat,
  number: number,
  { life, pause }: CrashTimes,
): Promise<void> {
  const process = await startProcess(url, chat);
  const company = number % 4 === 3 ? await startProcess(url, chat) : undefined;
  await wait(Math.random() * life);
  if (number % 2 === 0) {
    const arrived = new Promise<void>((resolve) => {
      chat.onArrival(async () => {
        chat.onArrival(async () => {});
        await kill(process);
        resolve();
      });
    });
    // Nothing may be on its way for a while after the last crash.
    await Promise.race([arrived, wait(1500)]);
  }
  await kill(process);
  if (company) {
    await wait(Math.random() * life);
    await kill(company);
  }
  await wait(Math.random() * pause);
}

async function startProcess(url: string, chat: KeptChat): Promise<ChildProcess> {
  const main = new URL('digest-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', main, url, chat.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Until every slot that was due by then has come to an end; not longer than a minute. */
async function settle(store: Storage, until: string): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    await wait(100);
    const all = await listSlots(store);
    const open = all.filter(({ due, state }) => due <= until && (state === 'due' || state === 'fixed'));
    if (open.length === 0 && all.some(({ due }) => due > until)) return;
  }
}

async function listSlots(store: Storage) {
  return [...(await store.slots.list('each', 1e6)), ...(await store.slots.list('second', 1e6))];
}

async function judge(
  store: Storage,
  chat: KeptChat,
  kills: number,
  span: { readonly from: string; readonly until: string },
): Promise<CrashResult> {
  const counts = new Map<string, number>();
  for (const { key } of chat.posted) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ends: Record<string, number> = {};
  const lost: string[] = [];
  const deaf: string[] = [];
  const known = new Map((await listSlots(store)).map((slot) => [`${slot.digest}/${slot.slot}`, slot]));
  for (let at = Date.parse(span.from) + 1000; at <= Date.parse(span.until); at += 1000) {
    const time = new Date(at).toISOString().slice(0, 19);
    for (const id of (at / 1000) % 2 === 0 ? [`each/${time}`, `second/${time}`] : [`each/${time}`]) {
      const state = known.get(id)?.state ?? 'unknown';
      ends[state] = (ends[state] ?? 0) + 1;
      const isThere = counts.has(`${id}/0`) && counts.has(`${id}/1`);
      if (state === 'posted' ? !isThere : state !== 'merged') lost.push(`${id} ${state}`);
    }
  }
  for (const { address, id, key } of chat.posted) {
    const state = known.get(key.slice(0, key.lastIndexOf('/')))?.state;
    // The last process died as well, perhaps in the middle of the last slot.
    if (address.thread !== undefined || state !== 'posted') continue;
    if (!(await store.threads.find(threadKey({ ...address, thread: id })))) deaf.push(id);
  }
  return { kills, ends, twice: [...counts].filter(([, n]) => n > 1).map(([key]) => key), lost, deaf };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
