/** A question in the order of a statement. */
import { findAsking } from '../question/question-word.ts';
import { isVerbal, type TaggedWord } from '../words/tagging.ts';

export interface Statement {
  readonly words: readonly TaggedWord[];
  /** Place of what asks; -1 where that has been taken out, or nothing does. */
  readonly asking: number;
}

/** "Kim did visit in July" of "Whom did Kim visit in July?"; what asks is left out where it stood elsewhere than in a statement. */
export function stateOf(words: readonly TaggedWord[]): Statement | null {
  const asking = findAsking(words);
  if (asking < 0) return stateYesNo(words);
  const first = words.findIndex((word, at) => at > asking && isVerbal(word));
  const verb = words.findIndex(({ pos }, at) => at >= first && pos === 'VERB');
  // "It was found in which city?"
  if (first < 0 || verb < 0) return words.slice(0, asking).some(isVerbal) ? { words, asking } : null;
  const between = words.slice(first + 1, verb);
  const auxiliary = words[first];
  if (verb === first || auxiliary === undefined || between.every(({ pos }) => /^(?:AUX|ADV|PART)$/.test(pos)))
    return { words: words.slice(asking), asking: 0 };
  return { words: [...between, auxiliary, ...words.slice(verb)], asking: -1 };
}

/** "Lang was convicted of murder" of "Was Lang convicted of murder?" */
function stateYesNo(words: readonly TaggedWord[]): Statement | null {
  const [auxiliary] = words;
  const verb = words.findIndex(({ pos }) => pos === 'VERB');
  if (auxiliary?.pos !== 'AUX' || verb < 2) return null;
  return { words: [...words.slice(1, verb), auxiliary, ...words.slice(verb)], asking: -1 };
}
