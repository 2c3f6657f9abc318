/** Digests from the stores to the chats: what they tell, how it looks, and who hears when one cannot be posted. */
import { buildDigestCards } from '../chat/cards/digest.ts';
import { buildLineCard } from '../chat/cards/lists.ts';
import { threadKey } from '../chat/command.ts';
import type { ChatAdapter } from '../chat/port.ts';
import { settleWithin } from '../chat/settle.ts';
import type { Storage } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { DigestConfig } from '../config/files.ts';
import type { Families } from '../core/brief/types.ts';
import type { Briefings } from '../core/briefing-types.ts';
import { createDigestReader } from '../core/digest/content.ts';
import type { Digest } from '../core/digest/ports.ts';
import { isLate } from '../core/digest/slots.ts';
import type { Clock, Logger, SourceState } from '../core/ports.ts';
import type { Notices } from '../runtime/notices.ts';
import type { OutboxOptions } from '../runtime/outbox-runner.ts';

/** So long a late digest waits for what is read, in milliseconds: less than its claim lasts. */
const READ_WITHIN = 20_000;

/** Makes what a digest posts. `readDue` reads the sources that are due. */
export function createDigestBuilder(
  storage: Storage,
  briefings: Briefings,
  families: Families,
  readDue: () => Promise<void>,
): OutboxOptions['build'] {
  const reader = createDigestReader({
    articles: storage.articles,
    slots: storage.slots,
    sources: storage.sources,
    families,
    findAbout: (query, scope, among) =>
      briefings.findAbout(
        query,
        scope,
        among.map(({ id }) => id),
      ),
  });
  return async (digest, slot, now) => {
    // Who was away, or asleep, knows nothing yet of what came meanwhile.
    if (isLate(slot, now)) await settleWithin(readDue(), READ_WITHIN, undefined);
    const content = await reader.read(digest, slot, now);
    const { told, shown, revision } = content;
    return { cards: buildDigestCards(content), told, shown, revision };
  };
}

/** Tells whoever made a digest that its channel is gone; the operator's digests are in the log. */
export async function tellGone(
  digest: Digest,
  reason: string,
  notices: Pick<Notices, 'tell'>,
  logger: Logger,
): Promise<void> {
  logger.warn('a digest is paused: its channel is gone', { digest: digest.id, reason });
  const key = `gone ${digest.id} ${digest.paused?.since ?? digest.created}`;
  await tellMaker(digest, key, words.digestGone(digest.id, reason), notices);
}

/** Tells whoever made a digest why it, or all but its head, is not there: a permission that is missing, most often. */
export async function tellRefused(
  digest: Digest,
  { reason, headStands }: { readonly reason: string; readonly headStands: boolean },
  now: Date,
  notices: Pick<Notices, 'tell'>,
): Promise<void> {
  const key = `refused ${digest.id} ${now.toISOString()}`;
  await tellMaker(digest, key, words.digestRefused(digest.id, reason, headStands), notices);
}

async function tellMaker(
  { createdBy, place: { platform, space } }: Digest,
  key: string,
  said: string,
  { tell }: Pick<Notices, 'tell'>,
): Promise<void> {
  if (createdBy === null) return;
  const address = { platform, space, channel: createdBy };
  await tell({ key, address, card: buildLineCard(said), onlyFor: createdBy, shown: [] });
}

/** A digest of the file, as it is at first. */
export function fileDigest(config: DigestConfig, place: Digest['place'], now: Date): Digest {
  const { id, cron, zone, topics, sources, length, empty } = config;
  const created = now.toISOString();
  const fresh = { origin: 'file', paused: null, skip: null, createdBy: null, created } as const;
  return { id, place, cron, zone, topics, sources, length, empty, ...fresh };
}

/**
 * Makes the file's digests the store's, each in the space that its channel belongs to; called again, it takes those that
 * waited for their chat, or for the bot to be invited. Each that waits is told of once.
 */
export function createFileDigests(
  configured: readonly DigestConfig[],
  adapters: ReadonlyMap<string, ChatAdapter>,
  { storage, clock, logger }: { readonly storage: Storage; readonly clock: Clock; readonly logger: Logger },
): { take(): Promise<void> } {
  let waiting: ReadonlySet<string> | undefined;

  async function placeOf({ id, chat, channel }: DigestConfig): Promise<Digest['place'] | undefined> {
    const adapter = adapters.get(chat);
    const space = await adapter?.findSpace(channel);
    if (adapter && space !== undefined) return { platform: adapter.platform, space, channel };
    const why = adapter ? `the bot cannot see channel ${channel}; invite it` : `${chat} is not running`;
    if (!waiting?.has(id)) logger.warn(`digest ${id} waits: ${why}`, { digest: id });
    return undefined;
  }

  return {
    async take() {
      if (waiting?.size === 0) return;
      const digests: Digest[] = [];
      for (const config of configured) {
        const place = await placeOf(config);
        if (place) digests.push(fileDigest(config, place, clock.now()));
      }
      const placed = new Set(digests.map(({ id }) => id));
      waiting = new Set(configured.map(({ id }) => id).filter((id) => !placed.has(id)));
      await storage.digests.replaceFile(digests, [...waiting]);
    },
  };
}

/** Tells the channels whose digests need a source that it fails. Once: the caller sees to that. */
export async function tellFailing(
  source: string,
  { failingSince, problem }: SourceState,
  storage: Pick<Storage, 'digests'>,
  { tell }: Pick<Notices, 'tell'>,
): Promise<void> {
  const digests = await storage.digests.list();
  const needing = digests.filter(
    ({ sources, paused }) => paused === null && (sources.length === 0 || sources.includes(source)),
  );
  const places = new Map(needing.map(({ place }) => [threadKey(place), place]));
  const card = buildLineCard(words.sourceFailing(source, (failingSince ?? '').slice(0, 10), problem ?? ''));
  for (const [name, place] of places) {
    const key = `failing ${source} ${failingSince ?? ''} ${name}`;
    await tell({ key, address: place, card, shown: [] });
  }
}
