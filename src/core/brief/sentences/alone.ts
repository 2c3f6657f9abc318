/** A sentence as it is shown where nothing stands before it: with a name for its first "he" or "she", or not at all. */
import type { Desk } from '../desk.ts';
import type { Line } from '../lines.ts';
import { standingOf } from './dangling.ts';
import { nameFor, namesPerson } from './meant.ts';
import { findUnnamed, genderOfPronoun, type Pronoun } from './pronouns.ts';

type Shelf = Pick<Desk, 'articles' | 'linesOf'>;

/** "allowed her to", "told her that", "with her.": not what is hers. */
const NOT_HERS =
  /^(?!\s\p{L})|^ (?:to|that|in|on|at|of|for|from|with|by|and|or|but|as|when|where|while|after|before|until|if|because|whether|what|who|how|why|he|she|it|they|the|an?|about|into|over|not|up|down|out|off|back|again|twice|once|was|were|is|will|would|had|has|this|that|last|during|through|against|without|than)\b/u;

/**
 * The sentence as it can be shown alone: as it is, or with the name in square brackets for its first pronoun, as newspapers
 * do; null where it leans on something that cannot be named for sure.
 */
export function showAlone(line: Line, desk: Shelf): string | null {
  const known = shown.get(line);
  if (known !== undefined) return known;
  const alone = readAlone(line, desk);
  shown.set(line, alone);
  return alone;
}

/** By line, which is one desk's: all parts of a brief ask. */
const shown = new WeakMap<Line, string | null>();

function readAlone(line: Line, desk: Shelf): string | null {
  const standing = standingOf(line.text);
  const article = desk.articles[line.source];
  if (article === undefined || (!standing.alone && standing.pronoun === null)) return null;
  const unnamed = findUnnamed(line, article);
  let pronoun = standing.alone ? (unnamed[0] ?? null) : standing.pronoun;
  if (pronoun?.orNamed && namesPerson(line, article)) pronoun = unnamed[0] ?? null;
  if (pronoun === null) return line.text;
  const { word } = pronoun;
  // "She told him": a name for one of them is no help.
  if (unnamed.some((other) => genderOfPronoun(other.word) !== genderOfPronoun(word))) return null;
  const name = /^(?:hers|himself|herself)$/i.test(word) ? null : nameFor(line, pronoun, desk);
  return name === null ? null : putIn(line.text, pronoun, name);
}

function putIn(text: string, { word, at, object }: Pronoun, name: string): string {
  const rest = text.slice(at + word.length);
  const own = /^his$/i.test(word) || (/^her$/i.test(word) && !object && !NOT_HERS.test(rest));
  return `${text.slice(0, at)}[${name}${own ? '’s' : ''}]${rest}`;
}
