/** An article changed in words that were shown: the threads that got them are told once, with before and after. */
import type { Card, Inline } from '../chat/card.ts';
import { heading, plain } from '../chat/cards/inline.ts';
import { hasThreads, threadKey } from '../chat/command.ts';
import type { ShownStore, ShownWords } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { StoredArticle } from '../core/article.ts';
import type { Correction } from '../ingest/pipeline.ts';
import { type ChangedSentence, findChangedSentences } from '../ingest/versions.ts';
import type { Notices } from '../runtime/notices.ts';

export function createCorrector(
  shown: ShownStore,
  { tell }: Pick<Notices, 'tell'>,
): (correction: Correction) => Promise<void> {
  return async (correction) => {
    const { before, after } = correction;
    const changes = findChangedSentences(before.text, after.text, correction.words);
    const card = buildCorrectionCard(after, changes);
    const threads = new Set<string>();
    for (const { message, shown: lines } of await shown.findByArticle(after.id)) {
      if (!lines.some((line) => correction.words.includes(line.words))) continue;
      const { reply: _used, ...place } = message.address;
      const address = { ...place, thread: place.thread ?? message.id };
      const thread = threadKey(hasThreads(address) ? address : { ...address, thread: '' });
      // Head and detail of a brief may both show the words: they share a thread, and where there are none, a room.
      if (threads.has(thread)) continue;
      threads.add(thread);
      const key = `corrected ${after.id} ${after.status.version} ${thread}`;
      await tell({ key, address, card, shown: shownWords(correction, changes) });
    }
  };
}

/** What is told of a correction are words of the article, too. */
function shownWords({ before, after }: Correction, changes: readonly ChangedSentence[]): ShownWords[] {
  const article = after.id;
  return changes.flatMap((change) => [
    { article, version: before.status.version, words: change.before },
    ...(change.after === null ? [] : [{ article, version: after.status.version, words: change.after }]),
  ]);
}

function buildCorrectionCard(
  { title, status: { path } }: StoredArticle,
  changes: readonly ChangedSentence[],
): Card {
  const lines = changes.map((change): Inline[] => [plain(words.correction(change.before, change.after))]);
  const summary = words.corrected(title ?? words.untitled, path !== null);
  return {
    summary,
    blocks: [heading(summary, 2), { type: 'list', items: lines }],
  };
}
