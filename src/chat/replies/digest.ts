/** Answers `/digest`: adds, lists, previews, posts now, pauses, resumes, skips and removes. */
import type { DigestDesk, DigestLine } from '../../core/digest/desk.ts';
import type { Digest, Slot } from '../../core/digest/ports.ts';
import { parseDigestWords } from '../../core/digest/words.ts';
import type { Inline } from '../card.ts';
import { plain, strong } from '../cards/inline.ts';
import { buildLineCard, buildSectionsCard } from '../cards/lists.ts';
import type { Command, DigestAction } from '../command.ts';
import type { Context, Reply } from '../reply.ts';
import type { PreviewDigest } from '../services.ts';
import type { Storage } from '../stores.ts';
import { words } from '../words.ts';

export interface DigestDeps {
  readonly storage: Storage;
  readonly digestDesk: DigestDesk;
  readonly previewDigest: PreviewDigest;
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
  if (!OPEN.has(action) && !context.actor.mayManage) return alone(words.notAllowed);
  if (action === 'help') return alone(words.digestHelp);
  if (action === 'list') return replyWithList(context, deps);
  if (action === 'add') return addDigest(command.words, context, deps);
  const digest = await findDigest(command.words, context, deps.storage);
  if (digest === undefined) return alone(words.noSuchDigest(command.words));
  return act(action, digest, context, deps);
}

async function act(
  action: Exclude<DigestAction, 'help' | 'list' | 'add'>,
  digest: Digest,
  context: Context,
  deps: DigestDeps,
): Promise<Reply> {
  const { digestDesk: desk } = deps;
  const { id } = digest;
  switch (action) {
    case 'preview': {
      const [card = buildLineCard(words.nothingNew), ...detail] = await deps.previewDigest(digest);
      return { card, detail, private: true };
    }
    case 'now':
      await desk.postNow(digest, context.now);
      await note('digest now', digest, context, deps);
      return alone(words.digestComing(id));
    case 'pause':
      await desk.pause(digest, 'asked', '', context.now);
      await note('digest pause', digest, context, deps);
      return { card: buildLineCard(words.digestPaused(id)) };
    case 'resume': {
      const line = await desk.describe(await desk.resume(digest, context.now), context.now);
      await note('digest resume', digest, context, deps);
      return { card: buildLineCard(words.digestResumed(id, dueWords(line, 1))) };
    }
    case 'skip': {
      const { at } = await desk.skip(digest, context.now);
      await note('digest skip', digest, context, deps);
      return { card: buildLineCard(words.digestSkips(id, formatDue(at, digest.zone))) };
    }
    case 'remove':
      await desk.remove(digest);
      await note('digest remove', digest, context, deps);
      return { card: buildLineCard(words.digestRemoved(id)) };
  }
}

async function addDigest(said: string, context: Context, deps: DigestDeps): Promise<Reply> {
  const parsed = parseDigestWords(said);
  const { platform, space, channel } = context.address;
  const zone = parsed.zone ?? context.actor.zone ?? (await deps.storage.spaces.find(space))?.zone ?? null;
  if (zone === null) return alone(words.whichZone);
  const digest = await deps.digestDesk.add(
    {
      place: { platform, space, channel },
      cron: parsed.cron,
      zone,
      topics: parsed.topics,
      createdBy: context.actor.id,
    },
    context.now,
  );
  await note('digest add', digest, context, deps);
  const next = dueWords(await deps.digestDesk.describe(digest, context.now), ECHOED);
  return {
    card: buildLineCard(words.digestAdded(digest.id, parsed.when, zone, parsed.topics.join(', '), next)),
  };
}

async function replyWithList(context: Context, deps: DigestDeps): Promise<Reply> {
  const lines = await digestLines(context, deps);
  if (lines.length === 0) return alone(words.noDigests);
  return { card: buildSectionsCard(words.digests, [{ title: words.digestsHere, lines }]), private: true };
}

/** A line a digest: what, when next, how the last one ended. */
export async function digestLines(context: Context, { digestDesk }: DigestDeps): Promise<Inline[][]> {
  const lines = await digestDesk.list(context.space, context.now);
  return lines.map((line) => {
    const { digest, last } = line;
    const next = digest.paused ? words.paused(digest.paused.reason) : dueWords(line, 1);
    const facts = [
      digest.topics.join(', ') || words.everythingNew,
      next,
      ...(last ? [slotWords(last)] : []),
      ...(digest.origin === 'file' ? [words.fromFile] : []),
    ];
    return [strong(digest.id), plain(` — ${facts.join('; ')}`)];
  });
}

/** "last 2026-11-22 08:00 posted". */
function slotWords({ slot, state, problem }: Slot): string {
  const when = slot.replace('T', ' ').slice(0, 16);
  return `${words.last} ${when} ${words.slotStates[state]}${problem ? ` (${problem})` : ''}`;
}

function dueWords({ digest, due }: DigestLine, count: number): string {
  return `${words.next} ${due
    .slice(0, count)
    .map((at) => formatDue(at, digest.zone))
    .join(', ')}`;
}

/** "Mon 23 Nov 08:00 Europe/Berlin". */
function formatDue(at: Date, zone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at).replace(',', '');
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' });
  return `${day} ${format({ hour: '2-digit', minute: '2-digit' })} ${zone}`;
}

async function findDigest(said: string, context: Context, { digests }: Storage): Promise<Digest | undefined> {
  const visible = await digests.list(context.space);
  const id = said.trim().toLowerCase();
  const here = visible.filter(({ place }) => place.channel === context.address.channel);
  // Where a channel has one digest, nobody needs to name it.
  if (id === '') return here.length === 1 ? here[0] : undefined;
  return visible.find((digest) => digest.id.toLowerCase() === id);
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
