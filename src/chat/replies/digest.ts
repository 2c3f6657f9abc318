/** Answers `/digest`: adds, lists, previews, posts now, pauses, resumes, skips and removes. */

import type { Briefings } from '../../core/briefing-types.ts';
import type { Digest, DueTime, Schedule, Slot } from '../../core/digest/ports.ts';
import { findTopics } from '../../core/digest/topic-names.ts';
import { type DigestWords, parseDigestWords } from '../../core/digest/words.ts';
import { messageOf } from '../../core/errors.ts';
import type { Inline } from '../card.ts';
import { plain, note as smallPrint, strong } from '../cards/inline.ts';
import { buildLineCard, buildSectionsCard } from '../cards/lists.ts';
import { linkChannel } from '../channel-link.ts';
import type { Address, Command, DigestAction } from '../command.ts';
import { isHere, isSeen } from '../digest-sight.ts';
import type { Context, Reply } from '../reply.ts';
import type { DigestDesk } from '../services.ts';
import type { Storage } from '../stores.ts';
import { words } from '../words.ts';
import { refuse } from './refusal.ts';

export interface DigestDeps {
  readonly briefings: Briefings;
  readonly storage: Storage;
  readonly schedule: Schedule;
  readonly digestDesk: DigestDesk;
}

/** Due times that are echoed, so that a person sees how the words were understood. */
const ECHOED = 3;
/** What anybody may do; the rest is for those who may manage the channel. */
const OPEN: ReadonlySet<DigestAction> = new Set(['help', 'list', 'preview']);

export async function replyToDigest(
  command: Extract<Command, { type: 'digest' }>,
  context: Context,
  deps: DigestDeps,
): Promise<Reply> {
  const { action } = command;
  const refusal = OPEN.has(action) ? undefined : refuse(context);
  if (refusal) return refusal;
  if (action === 'help') return alone(words.digestHelp);
  if (action === 'list') return replyWithList(context, deps);
  if (action === 'add') return addDigest(command.words, context, deps);
  const all = await deps.storage.digests.list(context.space);
  const seen = all.filter((digest) => isSeen(digest, viewerOf(context)));
  // Who may change digests here may name any, and hears where it belongs.
  const digest = findDigest(command.words, OPEN.has(action) ? seen : all, context);
  if (digest === undefined) {
    const isNone = command.words.trim() === '' && seen.length === 0;
    return alone(isNone ? words.noDigests : words.noSuchDigest(command.words));
  }
  if (!OPEN.has(action) && !mayChange(digest, context)) return alone(words.digestElsewhere(digest.id));
  return act(action, digest, context, deps);
}

/** Who may manage a channel may not for that reason change what is posted in another one. */
function mayChange(digest: Digest, { actor, address }: Context): boolean {
  // Where the channel is gone, nobody can go there to say so.
  return isHere(digest, address.channel) || actor.managesSpace === true || digest.paused?.reason === 'gone';
}

function viewerOf({ actor, address }: Context) {
  return { actor, channel: address.channel };
}

async function act(
  action: Exclude<DigestAction, 'help' | 'list' | 'add'>,
  digest: Digest,
  context: Context,
  deps: DigestDeps,
): Promise<Reply> {
  const { digests } = deps.storage;
  const since = context.now.toISOString();
  switch (action) {
    case 'preview': {
      const [card = buildLineCard(words.nothingNew), ...detail] = await deps.digestDesk.preview(digest);
      return { card, detail, private: true };
    }
    case 'now':
      // What comes due while it is paused is passed over.
      if (digest.paused) return alone(words.digestRests(digest.id));
      await deps.digestDesk.postNow(digest);
      await note('digest now', digest, context, deps);
      return alone(words.digestComing(digest.id));
    case 'pause':
      await digests.put({ ...digest, paused: { since, reason: 'asked', detail: '' } });
      await note('digest pause', digest, context, deps);
      return { card: buildLineCard(words.digestPaused(digest.id)) };
    case 'resume':
      // What came due meanwhile is not posted.
      await deps.storage.slots.plan(digest.id, [], context.now);
      await digests.put({ ...digest, paused: null });
      await note('digest resume', digest, context, deps);
      return {
        card: buildLineCard(words.digestResumed(digest.id, nextWords(digest, context.now, deps.schedule, 1))),
      };
    case 'skip': {
      const next = deps.schedule.next(digest.cron, digest.zone, context.now);
      await digests.put({ ...digest, skip: next.slot });
      await note('digest skip', digest, context, deps);
      return { card: buildLineCard(words.digestSkips(digest.id, dueWords(next, digest.zone))) };
    }
    case 'remove':
      if (digest.origin === 'file') return alone(words.digestIsInFile(digest.id));
      await digests.remove(digest.id);
      await note('digest remove', digest, context, deps);
      return { card: buildLineCard(words.digestRemoved(digest.id)) };
  }
}

async function addDigest(said: string, context: Context, deps: DigestDeps): Promise<Reply> {
  if (context.isGuest) return alone(words.digestNeedsPlace);
  const parsed = parseDigestWords(said);
  const { platform, space, channel } = context.address;
  const { spaces } = deps.storage;
  const here = await spaces.find(space);
  const known = context.actor.zone ?? here?.zone ?? null;
  const zone = parsed.zone ?? known;
  if (zone === null) return alone(words.whichZone);
  // Asked once: who names it in the command has answered for the space.
  if (known === null) await spaces.put({ space, platform, zone, left: here?.left ?? null });
  const topics = await topicsOf(parsed, context, deps);
  const all = await deps.storage.digests.list();
  const digest: Digest = {
    id: freshId(topics[0] ?? 'news', new Set(all.map(({ id }) => id))),
    place: { platform, space, channel },
    cron: parsed.cron,
    zone,
    topics,
    sources: [],
    length: 'short',
    empty: 'say',
    origin: 'chat',
    paused: null,
    skip: null,
    createdBy: context.actor.id,
    created: context.now.toISOString(),
  };
  const next = nextWords(digest, context.now, deps.schedule, ECHOED);
  await deps.storage.digests.put(digest);
  await note('digest add', digest, context, deps);
  return { card: buildLineCard(words.digestAdded(digest.id, parsed.when, zone, topics, next)) };
}

async function topicsOf(
  { topics: runs, listed }: DigestWords,
  { space }: Context,
  { briefings }: DigestDeps,
): Promise<string[]> {
  const slugs = new Set((await briefings.topics({ space })).map(({ slug }) => slug));
  const known = {
    isTopic: async (word: string) => slugs.has(word.toLowerCase()),
    isStory: (said: string) => briefings.isStory(said, { space }),
  };
  const found: string[] = [];
  for (const run of runs) found.push(...(await findTopics(run, known, listed)));
  return [...new Set(found)];
}

async function replyWithList(context: Context, deps: DigestDeps): Promise<Reply> {
  const all = await deps.storage.digests.list(context.space);
  const seen = all.filter((digest) => isSeen(digest, viewerOf(context)));
  const here = seen.filter((digest) => isHere(digest, context.address.channel));
  const elsewhere = seen.filter((digest) => !here.includes(digest));
  if (here.length + elsewhere.length === 0) return alone(words.noDigests);
  const sections = [
    { title: words.digestsHere, lines: await digestLines(here, context, deps) },
    { title: words.digestsElsewhere, lines: await digestLines(elsewhere, context, deps) },
  ];
  const card = buildSectionsCard(words.digests, sections);
  return { card: { ...card, blocks: [...card.blocks, smallPrint(words.digestsEnd)] }, private: true };
}

/** When the lines are read, and where, if in a channel. */
interface LineContext {
  readonly now: Date;
  readonly address?: Address;
}

/** A line a digest: what, when, the next due times, how the last one ended, and where it is not of this channel. */
export async function digestLines(
  digests: readonly Digest[],
  context: LineContext,
  { storage, schedule }: Pick<DigestDeps, 'storage' | 'schedule'>,
): Promise<Inline[][]> {
  const { address } = context;
  return Promise.all(
    digests.map(async (digest) => {
      const [last] = await storage.slots.list(digest.id, 1);
      const next = digest.paused
        ? words.paused(digest.paused.reason)
        : nextOrProblem(digest, context.now, schedule);
      const facts = [
        digest.topics.join(', ') || words.everythingNew,
        next,
        ...(last ? [slotWords(last)] : []),
      ];
      return [
        strong(digest.id),
        plain(` — ${facts.join('; ')}${digest.origin === 'file' ? `; ${words.fromFile}` : ''}`),
        ...(address === undefined || isHere(digest, address.channel)
          ? []
          : [plain('; '), linkChannel(digest.place)]),
      ];
    }),
  );
}

/** "last 2026-11-22 08:00 posted". */
function slotWords({ slot, state, problem }: Slot): string {
  return `${words.last} ${slot.replace('T', ' ').slice(0, 16)} ${words.slotStates[state]}${problem ? ` (${problem})` : ''}`;
}

/** What is wrong with one digest stands in its own line: the others are listed all the same. */
function nextOrProblem(digest: Digest, now: Date, schedule: Schedule): string {
  try {
    return nextWords(digest, now, schedule, 1);
  } catch (error) {
    return messageOf(error);
  }
}

/** The next due times, without one that is left out. */
function nextWords({ cron, zone, skip }: Digest, now: Date, schedule: Schedule, count: number): string {
  const due: DueTime[] = [];
  for (let after = now; due.length < count; ) {
    const next = schedule.next(cron, zone, after);
    if (next.slot !== skip) due.push(next);
    after = next.at;
  }
  return `${words.next} ${due.map((time) => dueWords(time, zone)).join(', ')}`;
}

/** "Mon 23 Nov 08:00 Europe/Berlin". */
function dueWords({ slot }: DueTime, zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return `${day.format(new Date(`${slot}Z`)).replace(',', '')} ${slot.slice(11, 16)} ${zone}`;
}

function findDigest(said: string, digests: readonly Digest[], context: Context): Digest | undefined {
  const id = said.trim().toLowerCase();
  const here = digests.filter((digest) => isHere(digest, context.address.channel));
  // Where a channel has one digest, nobody needs to name it.
  if (id === '') return here.length === 1 ? here[0] : undefined;
  return digests.find((digest) => digest.id.toLowerCase() === id);
}

/** "kim-putin", "kim-putin-2": short to type, and unique in the whole store. */
function freshId(topic: string, taken: ReadonlySet<string>): string {
  const base =
    topic
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'news';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function note(action: string, digest: Digest, context: Context, { storage }: DigestDeps): Promise<void> {
  const { space, actor, now } = context;
  const detail = `${digest.cron} ${digest.zone} ${digest.topics.join(' ')}`.trim();
  return storage.audit.append({
    at: now.toISOString(),
    space,
    actor: actor.id,
    action,
    about: digest.id,
    detail,
  });
}

function alone(text: string): Reply {
  return { card: buildLineCard(text), private: true };
}
