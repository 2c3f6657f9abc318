/** What is known of a follow-up itself, before anything that was said: how it points back and what it leaves open. */
import { type Features, flag } from '../models/linear.ts';
import type { Phrase, Read } from './phrases.ts';
import type { Pointer } from './pointers.ts';
import type { Conversation } from './turns.ts';

const FEEDBACK = /^(?:no|yes|ok|okay|thanks|thank|great|interesting|wow|cool|oh|hmm|that)\b/i;
/** A question that only names its subject: "What is a dam?" */
const NAMES_SUBJECT =
  /^(?:what|who)(?: is| are| was| were|['’]s) (?:an? |the )?[\p{L}-]+(?: [\p{L}-]+)?\?*$/iu;

/** "the records", with nothing behind it that says whose. */
function isOpen({ words }: Read, { article, last }: Phrase): boolean {
  return article === 'the' && !/^(?:of|about|in|for|on)$/.test(words[last]?.lower ?? '');
}

/** Features of a follow-up that are the same for all that it may leave out. */
export function readFollow(
  read: Read,
  pointers: readonly Pointer[],
  { turns, answer }: Conversation,
): Features {
  const { text, phrases } = read;
  const kinds = new Set(pointers.map(({ kind }) => kind));
  const asked = new Set(turns.flatMap(({ question }) => question.stems.flat()));
  const answered = new Set(answer?.stems.flat() ?? []);
  const fresh = new Set(read.stems.flat().filter((stem) => !asked.has(stem)));
  return {
    pIt: flag(kinds.has('it')),
    pThey: flag(kinds.has('they')),
    pPerson: flag(kinds.has('he') || kinds.has('she')),
    pThis: flag(kinds.has('this')),
    pThese: flag(kinds.has('these')),
    pThere: flag(kinds.has('there')),
    pOne: flag(kinds.has('one')),
    pointers: pointers.length,
    owns: flag(pointers.some(({ owns }) => owns)),
    qInAnswer: [...fresh].filter((stem) => answered.has(stem)).length,
    qNames: phrases.filter(({ named, first }) => named && first > 0).length,
    qDefinite: flag(phrases.some((phrase) => isOpen(read, phrase))),
    qOf: flag(/\b(?:of|about) (?!it|them|this|that)\p{L}/u.test(text)),
    qAbout: flag(/^(?:\W*\w+[.!])?\s*(?:and|what about|how about|or|but)\b/i.test(text)),
    qTell: flag(/\b(?:tell me|know|learn) (?:more )?about\b/i.test(text)),
    qIs: flag(NAMES_SUBJECT.test(text)),
    qFeedback: flag(FEEDBACK.test(text)),
    answered: flag(answer !== undefined),
  };
}

/** Whether a phrase can be what the words that point back mean: 1, -1 for no, 0 where nothing points back. */
export function agreement(
  phrase: Pick<Phrase, 'plural' | 'named'> | undefined,
  pointers: readonly Pointer[],
): number {
  if (phrase === undefined || pointers.length === 0) return 0;
  const fits = pointers.some(({ kind }) => {
    if (kind === 'they' || kind === 'these') return phrase.plural;
    if (kind === 'it') return !phrase.plural;
    if (kind === 'he' || kind === 'she' || kind === 'there') return phrase.named;
    return true;
  });
  return fits ? 1 : -1;
}
