/** What a clause leaves out or gives away: the passive without "was", "founded in 1990 by Ada Reed", and an object that does what follows. */
import { MONTH_NAME, WEEKDAY } from '../../text/calendar.ts';
import type { Argument } from '../grammar/apposition.ts';
import type { Clause } from '../grammar/clauses.ts';
import { findNounPhrases } from '../grammar/noun-phrases.ts';
import type { TaggedWord } from '../words/tagging.ts';

/** The noun phrase right before a place, also before a comma. */
function phraseBefore(words: readonly TaggedWord[], at: number): Argument | null {
  const end = words[at - 1]?.lower === ',' ? at - 1 : at;
  const phrase = findNounPhrases(words).find(([, last]) => last === end);
  return phrase === undefined ? null : { first: phrase[0], last: end, head: end - 1, pronoun: false };
}

/** "The mill, founded in 1990 by Ada Reed,": the passive that has no "was", and what stands before "which was". */
export function mend(clause: Clause, words: readonly TaggedWord[]): Clause {
  const { verb, passive, doer, done, added } = clause;
  const before = words[verb - 1];
  const by = added.find(({ preposition, first }) => preposition === 'by' && first > verb) ?? null;
  const isBare = before !== undefined && (before.lower === ',' || /^(?:NOUN|PROPN)$/.test(before.pos));
  // "The inspector refused an application by Acme": what stands behind the verb is what is done.
  const isWhole = findNounPhrases(words).some(
    ([first, last]) =>
      first === verb + 1 && words[last - 1]?.pos !== 'NUM' && !TIME.test(words[last - 1]?.lower ?? ''),
  );
  if (
    !passive &&
    by !== null &&
    isBare &&
    !isWhole &&
    /(?:ed|en|un|ilt|et|de|ght)$/.test(words[verb]?.lower ?? '')
  )
    return { ...clause, passive: true, doer: by, done: phraseBefore(words, verb) };
  // "Acme has hired Reed and Lund to run it": the parser gives them to what follows.
  if (!passive && done === null && doer !== null) {
    const object = findNounPhrases(words).find(([first]) => first === verb + 1);
    if (object !== undefined)
      return {
        ...clause,
        done: { first: object[0], last: joined(words, object[1]), head: object[1] - 1, pronoun: false },
      };
  }
  return clause;
}

const TIME = new RegExp(`^(?:year|month|week|${MONTH_NAME}|${WEEKDAY})$`, 'i');

/** "Reed" with "and Lund" behind it. */
function joined(words: readonly TaggedWord[], last: number): number {
  if (words[last]?.lower !== 'and') return last;
  return findNounPhrases(words).find(([first]) => first === last + 1)?.[1] ?? last;
}
