/** How a question is asked: by that alone one can often tell whether a few words are wanted, or a passage. */

import type { Features } from '../models/linear.ts';
import { type AskedQuestion, explains } from './question.ts';
import { findAsking } from './question-word.ts';

const NEGATION =
  /^(?:not|n't|n’t|never|no|without|except|neither|nor|unable|hardly|didn|doesn|isn|wasn|aren|weren|cannot)$/;

/** Whether any of the words, in small letters, negates. */
export function isNegated(words: readonly string[]): boolean {
  return words.some((word) => NEGATION.test(word));
}

/** Signs of the question alone. */
export function readForm({ words, kind, weights, named, text, asksSubject }: AskedQuestion): Features {
  const lower = words.map((word) => word.lower);
  const asking = lower[findAsking(words)];
  const has = (pattern: RegExp): number => (lower.some((word) => pattern.test(word)) ? 1 : 0);
  return {
    one: 1,
    [`asks:${kind}`]: 1,
    [`word:${asking ?? 'none'}`]: 1,
    explains: explains(kind) ? 1 : 0,
    // Typed as one types into a search box: whoever does that wants passages.
    typed: /\p{Lu}|\?/u.test(text) ? 0 : 1,
    unmarked: text.includes('?') ? 0 : 1,
    noneNamed: named.size === 0 ? 1 : 0,
    terms: Math.log(1 + weights.size),
    words: words.length / 10,
    asksSubject: asksSubject ? 1 : 0,
    negates: isNegated(lower) ? 1 : 0,
    superlative: has(/^(?:most|least|first|last|only|\w+est)$/),
    begins: lower[0] === asking ? 1 : 0,
    // "Can I …", "tell me …": somebody who wants advice, not a fact.
    personal: has(/^(?:you|me|i|my|your|we|us)$/),
    past: has(/^(?:did|was|were|had)$/),
    present: has(/^(?:do|does|is|are|can|should|could|would|has|have)$/),
    happened: has(/^\w+ed$/),
    defines: /^(?:what|who)(?:['’]s| is| are| was| were)\b/i.test(text) ? 1 : 0,
  };
}
