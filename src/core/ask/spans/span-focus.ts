/** The noun that is asked for: how like it a candidate is, what stands near it, and what it counts. */
import { termOf } from '../../search/query.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { Reading } from '../sentences/reading.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { isNumberWord } from '../words/number-words.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { Candidate } from './candidates.ts';

type Features = Record<string, number>;

/** The last noun of a candidate, and what kind of thing it is. */
export interface Head {
  readonly term: string | null;
  readonly noun: string | undefined;
  readonly isName: boolean;
}

/** The last noun of a candidate; a term of null where it has none. */
export function headOf({ words, terms }: Reading, { first, last }: Candidate, lexicon: Lexicon): Head {
  const inside = words.slice(first, last);
  const at = inside.findLastIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const term = at < 0 ? null : (terms[first + at] ?? null);
  const noun = term === null ? undefined : lexicon.kindOf(term);
  return { term, noun, isName: inside[at]?.pos === 'PROPN' };
}

/** What is like nothing that is asked for. */
const UNLIKE = -0.2;

/** How like the candidate, and what stands near it, is to the noun that is asked for. */
export function readFocus(
  { words, terms }: Reading,
  { first, last }: Candidate,
  { term: headTerm, noun, isName }: Head,
  focus: string,
  { lexicon, toFocus }: Matcher,
  features: Features,
): void {
  const wanted = lexicon.kindOf(focus);
  if (wanted !== undefined && noun !== undefined) {
    features['sameNoun'] = wanted === noun ? 1 : -0.5;
    if (!isName) features[`w:${wanted}:${noun}`] = 1;
  }
  let most = UNLIKE;
  for (let at = first; at < last; at++) {
    const term = terms[at];
    if (term !== null && term !== undefined && term !== focus) most = Math.max(most, toFocus(term));
  }
  features['likeFocus'] = most;
  features['headLikeFocus'] = headTerm === null ? UNLIKE : toFocus(headTerm);
  let near = 0;
  for (let at = Math.max(0, first - 4); at < Math.min(words.length, last + 4); at++) {
    const term = terms[at];
    if (term === null || term === undefined || (at >= first && at < last)) continue;
    const distance = at < first ? first - at : at - last + 1;
    const like = term === focus ? 1 : lexicon.areSame(focus, term) ? 0.9 : toFocus(term);
    near = Math.max(near, like / Math.sqrt(distance));
  }
  features['nearLikeFocus'] = near;
}

/** Whether a number counts what is asked for. */
export function readCounted(
  reading: Reading,
  candidate: Candidate,
  { term: headTerm }: Head,
  question: AskedQuestion & { readonly focus: string },
  { lexicon, toFocus }: Matcher,
  features: Features,
): void {
  const { words, terms } = reading;
  const { first, last } = candidate;
  const { focus } = question;
  if (!words.slice(first, last).some(isNumberWord)) return;
  const counted = terms[last] ?? headTerm;
  const like = counted === focus ? 1 : counted === null ? 0 : toFocus(counted);
  features['countsFocus'] = Math.max(like, headTerm === focus ? 1 : 0);
  const at = countedBy(reading, candidate);
  const thing = terms[at];
  if (typeof thing !== 'string') return;
  const isSame = isSameThing(words[at]?.lower ?? '', thing, focus, lexicon) || isDone(question, thing);
  features['counted'] = isSame ? 1 : toFocus(thing);
  // For find-spans.ts: the models do not read it.
  features['countsItself'] = thing === focus || lexicon.areSame(thing, focus) ? 1 : 0;
}

/** Place of the noun that a number counts: "hamlets" of "two nearby hill hamlets", inside the candidate or right behind it; else -1. */
function countedBy({ words }: Reading, { first, last }: Candidate): number {
  const inside = words.slice(first, last).findLastIndex(({ pos }) => pos === 'NOUN');
  let at = inside < 0 ? last : first + inside;
  while (/^(?:ADJ|NUM)$/.test(words[at]?.pos ?? '')) at++;
  if (words[at]?.pos === 'PROPN' && words[at + 1]?.pos === 'NOUN') at++;
  while (/^(?:NOUN|PROPN)$/.test(words[at]?.pos ?? '') && words[at + 1]?.pos === 'NOUN') at++;
  return words[at]?.pos === 'NOUN' ? at : -1;
}

const PEOPLE = new Set(['people', 'person'].map((word) => termOf(word)));

/** Whether a noun is the one asked for: "14 workers" are people. */
function isSameThing(word: string, thing: string, focus: string, lexicon: Lexicon): boolean {
  const isPerson = lexicon.kindOf(thing) === 'person' || SOMEBODY.test(word);
  const people = PEOPLE.has(focus) || lexicon.kindOf(focus) === 'person';
  return thing === focus || lexicon.areSame(thing, focus) || (people && isPerson);
}

/** Letters of a verb that may begin a noun of its own. */
const VERB_STEM = 4;

/** Whether a noun is what the verb of the question makes: who signed left "900 signatures". */
function isDone({ verb }: AskedQuestion, thing: string): boolean {
  return verb !== null && verb.length >= VERB_STEM && thing.startsWith(verb);
}
