/** Whether a candidate is of the kind that a question asks for. */

import type { AnswerKind } from '../question/question.ts';
import { isNumberWord } from '../words/number-words.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Candidate } from './candidates.ts';

/** 1: the kind that is asked for; 0: may be; -1: cannot be. */
export function fitOf(asked: AnswerKind, kind: Candidate['kind'], words: readonly TaggedWord[]): number {
  const digits = words.some(isNumberWord);
  const proper = words.some(({ pos }) => pos === 'PROPN');
  switch (asked) {
    case 'person':
      if (kind === 'person') return 1;
      return kind === 'date' || kind === 'number' || kind === 'adjective' || kind === 'clause' ? -1 : 0;
    case 'place':
    case 'organisation':
      if (kind === asked) return 1;
      return kind === 'date' || kind === 'number' || kind === 'person' ? -1 : 0;
    case 'date':
      if (kind === 'date') return 1;
      return digits ? 0 : -1;
    case 'number':
      if (kind === 'number') return 1;
      return digits && kind !== 'date' ? 0 : -1;
    case 'reason':
    case 'manner':
    case 'quote':
      return kind === 'clause' || kind === 'quotation' ? 1 : kind === 'date' || kind === 'number' ? -1 : 0;
    case 'thing':
    case 'open':
    case 'yes-no':
      return kind === 'phrase' || kind === 'other' ? (proper ? 1 : 0.5) : 0;
  }
}
