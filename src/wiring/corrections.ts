/** An article changed in words that were shown, or was withdrawn: the threads that got them are told once. */
import type { Card, Inline } from '../chat/card.ts';
import { heading, plain } from '../chat/cards/inline.ts';
import { buildLineCard } from '../chat/cards/lists.ts';
import { type Address, hasThreads, threadKey } from '../chat/command.ts';
import type { ShownCard, ShownStore, ShownWords } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { StoredArticle } from '../core/article.ts';
import type { Correction } from '../ingest/pipeline.ts';
import { type ChangedSentence, findChangedSentences } from '../ingest/versions.ts';
import type { Notices } from '../runtime/notices.ts';

/** Tells what changed, with before and after. */
export function createCorrector(
  shown: ShownStore,
  { tell }: Pick<Notices, 'tell'>,
): (correction: Correction) => Promise<void> {
  return async (correction) => {
    const { before, after } = correction;
    const changes = findChangedSentences(before.text, after.text, correction.words);
    const card = buildCorrectionCard(after, changes);
    const cards = (await shown.findByArticle(after.id)).filter((each) =>
      each.shown.some((line) => correction.words.includes(line.words)),
    );
    for (const [thread, address] of threadsOf(cards)) {
      const key = `corrected ${after.id} ${after.status.version} ${thread}`;
      await tell({ key, address, card, shown: shownWords(correction, changes) });
    }
  };
}

/** Tells that an article is withdrawn. */
export function createRetractor(
  shown: ShownStore,
  { tell }: Pick<Notices, 'tell'>,
): (article: StoredArticle) => Promise<void> {
  return async ({ id, title, status: { version } }) => {
    const card = buildLineCard(words.retracted(title ?? words.untitled));
    const titles = title === null ? [] : [{ article: id, version, words: title }];
    for (const [thread, address] of threadsOf(await shown.findByArticle(id)))
      await tell({ key: `withdrawn ${id} ${thread}`, address, card, shown: titles });
  };
}

/** Where messages are spoken of, each place once: head and detail of a brief share a thread, and where there are none, a room. */
function threadsOf(newestFirst: readonly ShownCard[]): ReadonlyMap<string, Address> {
  const places = newestFirst.toReversed().map(({ message }): [string, Address] => {
    const { reply: _used, ...place } = message.address;
    const address = { ...place, thread: place.thread ?? message.id };
    return [threadKey(hasThreads(address) ? address : { ...address, thread: '' }), address];
  });
  return new Map(places);
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
