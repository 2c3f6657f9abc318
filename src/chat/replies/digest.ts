/** Answers `/digest`: adds, lists, previews, posts now, pauses, resumes, skips and removes. */
import type { Schedule } from '../../core/digest/ports.ts';
import type { Inline } from '../card.ts';
import { plain, strong } from '../cards/inline.ts';
import { buildLineCard } from '../cards/lists.ts';
import type { Command } from '../command.ts';
import type { Context, Reply } from '../reply.ts';
import type { Storage } from '../stores.ts';
import { words } from '../words.ts';

export interface DigestDeps {
  readonly storage: Storage;
  readonly schedule: Schedule;
}

export async function replyToDigest(
  _command: Extract<Command, { type: 'digest' }>,
  _context: Context,
  _deps: DigestDeps,
): Promise<Reply> {
  return { card: buildLineCard(words.failed), private: true };
}

/** A line a digest: what, where, when next, how the last one ended. */
export async function digestLines(context: Context, { storage }: DigestDeps): Promise<Inline[][]> {
  const digests = await storage.digests.list(context.space);
  return digests.map((digest) => [strong(digest.id), plain(`: ${digest.cron} ${digest.zone}`)]);
}
