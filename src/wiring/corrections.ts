/** An article changed in words that were shown: the channels that got them are told once, in the thread, with before and after. */
import type { Card, Inline } from '../chat/card.ts';
import { heading, note, plain } from '../chat/cards/inline.ts';
import type { Platform } from '../chat/command.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { ShownStore } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { Logger } from '../core/ports.ts';
import type { Correction } from '../ingest/pipeline.ts';
import { findChangedSentences } from '../ingest/versions.ts';

export function createCorrector(
  shown: ShownStore,
  adapters: ReadonlyMap<Platform, ChatAdapter>,
  logger: Logger,
): (correction: Correction) => Promise<void> {
  return async (correction) => {
    const { after } = correction;
    const card = buildCorrectionCard(correction);
    for (const { message, shown: lines } of await shown.findByArticle(after.id)) {
      if (!lines.some((line) => correction.words.includes(line.words))) continue;
      const address = { ...message.address, thread: message.address.thread ?? message.id };
      const delivery = await adapters
        .get(address.platform)
        ?.deliver(address, card, { key: `corrected ${after.id} ${after.status.version} ${message.id}` });
      if (delivery && !delivery.ok)
        logger.warn('a correction was not told', { article: after.id, ...delivery.failure });
    }
  };
}

function buildCorrectionCard({ before, after, words: gone }: Correction): Card {
  const changes = findChangedSentences(before.text, after.text, gone);
  const lines = changes.map((change): Inline[] => [plain(words.correction(change.before, change.after))]);
  const summary = words.corrected(after.title ?? words.untitled);
  return {
    summary,
    blocks: [heading(summary, 2), { type: 'list', items: lines }, note(words.correctedSince)],
  };
}
