/** Whether a sentence holds what is asked for, and of whom it goes on to speak: signs beside the words that it shares. */
import type { Name } from '../../article.ts';
import type { Features } from '../models/linear.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { SentenceView } from './sentence-view.ts';
import { type AskedTerms, isHeld, type Shares, softly } from './shares.ts';

const PERSON = /\b(?:he|she|his|her|hers|him)\b/i;
const THING = /\b(?:it|its|they|their|them|these|those)\b/i;
const NAMING = /\b(?:called|named?|known as|titled|entitled|dubbed|nicknamed)\b|[“"‘*_]\p{Lu}/iu;
const ASKS_NAME = /\b(?:called|name|titled?|nickname)\b/i;
/** Words behind a number that may be what it counts. */
const REACH = 3;
/** More names say no more. */
const MOST = 3;

/** What is the same for all sentences. */
interface Asked {
  readonly question: AskedQuestion;
  /** Its text in small letters. */
  readonly asked: string;
  readonly matcher: Matcher;
  readonly terms: AskedTerms;
  /** Weights of the terms as shares of one. */
  readonly even: Float64Array;
  /** What shows the measure that is asked for. */
  readonly measure: RegExp | undefined;
}

/** Greatest likeness of what a number counts to the noun that is asked for. */
function readCounted({ terms }: SentenceView, matcher: Matcher): number {
  let most = 0;
  terms.forEach((term, at) => {
    if (!/^\d/.test(term)) return;
    for (const next of terms.slice(at + 1, at + 1 + REACH)) most = Math.max(most, matcher.toFocus(next));
  });
  return most;
}

/** Names of the kind that is asked for which the question, in small letters, does not have. */
function countNew({ article, names }: SentenceView, { question: { kind }, asked }: Asked): number {
  const isNew = ({ start, end }: Name): boolean =>
    !asked.includes(article.text.slice(start, end).toLowerCase().split(' ').at(-1) ?? '');
  return names.filter((name) => (name.kind === kind || kind === 'thing') && isNew(name)).length;
}

/** What a sentence that speaks of "her" or "it" takes from those before it. */
function readReferred(
  text: string,
  { terms: { named }, even }: Asked,
  [here, before, earlier]: readonly (Shares | undefined)[],
): Features {
  const goesOn = PERSON.test(text) ? 1 : THING.test(text) ? 0.5 : 0;
  let [names, byPronoun] = [0, 0];
  named.forEach((isName, i) => {
    if (isName === 0) return;
    names += 1;
    if (!isHeld(here, i) && (isHeld(before, i) || isHeld(earlier, i))) byPronoun += 1;
  });
  return {
    goesOn,
    byPronoun: names > 0 ? (goesOn * byPronoun) / names : 0,
    softResolved: goesOn > 0 ? softly(even, here, before, earlier) : softly(even, here),
  };
}

/**
 * Signs of a sentence.
 * @param shares what it has of each term of the question, then what the sentence before it has, and the one before that
 */
export function readFit(view: SentenceView, asked: Asked, shares: readonly (Shares | undefined)[]): Features {
  const { text, terms } = view;
  const { question, matcher, measure } = asked;
  const { weights, total } = asked.terms;
  const lacking = weights.filter((_, i) => (shares[0]?.[i] ?? 0) === 0);
  let [toFocus, toVerb] = [0, 0];
  for (const term of terms) {
    toFocus = Math.max(toFocus, matcher.toFocus(term));
    toVerb = Math.max(toVerb, matcher.toVerb(term));
  }
  return {
    ...readReferred(text, asked, shares),
    lacking: Math.max(0, ...lacking) / total,
    toFocus,
    toVerb,
    newNames: Math.min(MOST, countNew(view, asked)),
    counted: question.kind === 'number' ? readCounted(view, matcher) : 0,
    measured: measure?.test(text) ? 1 : 0,
    names: ASKS_NAME.test(question.text) && NAMING.test(text) ? 1 : 0,
  };
}
