/** Two names of one thing beside each other: "Its chief executive, Ada Reed, …", "Ada Reed, the engineer who …". */
import type { TaggedWord } from '../words/tagging.ts';

/** Words `first` to `last` (half-open): a noun phrase with what "of" adds to it; its head stands at `head`. */
export interface Argument {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** "he", "they", "which": somebody who is named elsewhere. */
  readonly pronoun: boolean;
  /** What the same is called beside it: "Ada Reed" of "its chief executive, Ada Reed,". */
  readonly apposed?: Argument;
}

const CLOSES = /^(?:[,;:.!?)]|--|—|–|who|whom|whose|which)$/;

/** "Its CEO", "the engineer": what somebody is, and no name. */
const DESCRIBES = /^(?:an?|the|its|his|her|their|our)$/;

/** What an argument is called behind the comma, or before it; null where it has one name alone. */
export function apposedTo(
  argument: Argument,
  words: readonly TaggedWord[],
  all: readonly Argument[],
): Argument | null {
  if (argument.pronoun) return null;
  const isComma = (at: number): boolean => words[at]?.lower === ',';
  const isNamed = ({ first, head }: Argument): boolean =>
    words[head]?.pos === 'PROPN' && !DESCRIBES.test(words[first]?.lower ?? '');
  const isOther = (one: Argument | undefined): one is Argument =>
    one !== undefined && !one.pronoun && isNamed(one) !== isNamed(argument);
  const next = words[argument.last];
  const behind = all.find(({ first }) => first === argument.last + 1);
  if (isComma(argument.last) && isOther(behind) && CLOSES.test(words[behind.last]?.lower ?? '.'))
    return behind;
  // "…, Reuters reported" only says who reports it.
  if (!isComma(argument.first - 1) || /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return null;
  const before = all.find(({ last }) => last === argument.first - 1);
  return isOther(before) ? before : null;
}
