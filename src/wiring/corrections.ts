/** An article changed in words that were shown, or was withdrawn: the threads that got them are told once; of answers in a channel that head none, the newest. */
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
    const cards = await shown.findByArticle(after.id);
    const outdated = cards.filter((each) => each.shown.some((line) => correction.words.includes(line.words)));
    for (const [place, address] of placesOf(outdated, cards)) {
      const key = `corrected ${after.id} ${after.status.version} ${place}`;
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
    const cards = await shown.findByArticle(id);
    for (const [place, address] of placesOf(cards, cards))
      await tell({ key: `withdrawn ${id} ${place}`, address, card, shown: titles });
  };
}

/**
 * Where messages are spoken of, each place once, by the newest: head and detail of a brief share a thread. Ten answers to ten
 * questions in a channel are no reason for ten threads, and in some rooms there are none. `all` are those in which anything
 * of the article stands.
 */
function placesOf(outdated: readonly ShownCard[], all: readonly ShownCard[]): ReadonlyMap<string, Address> {
  const heads = new Set(all.map(({ message }) => message.address.thread));
  const places = outdated.toReversed().map(({ message }): [string, Address] => {
    const { reply: _used, thread, ...room } = message.address;
    const address = { ...room, thread: thread ?? message.id };
    return [threadKey(hasThreads(room) && heads.has(address.thread) ? address : room), address];
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
