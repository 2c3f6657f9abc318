/** What a question is like, whatever answers it: the same for all its candidates, so that only trees can make something of it. */
import type { Features } from '../models/linear.ts';
import { measureOf } from './measure-of.ts';
import type { AskedQuestion } from './question.ts';

/** The first of these that it has, wherever it stands. */
const WORDS = [
  'how many',
  'how much',
  'how long',
  'how old',
  'how',
  'who',
  'whose',
  'when',
  'where',
  'why',
  'which',
  'what',
];

/** Signs of a question that is asked of so many articles. */
export function readAskedSigns(question: AskedQuestion, articles: number): Features {
  const { kind, text, weights, focus, named } = question;
  const lower = text.toLowerCase();
  const asking = WORDS.find((one) => new RegExp(`\\b${one}\\b`).test(lower)) ?? 'none';
  return {
    [`q:${kind}`]: 1,
    [`q:${asking}`]: 1,
    'q:terms': weights.size,
    'q:named': named.size,
    'q:focus': focus === null ? 0 : 1,
    'q:articles': Math.log(articles),
    'q:measures': measureOf(text) === undefined ? 0 : 1,
  };
}
