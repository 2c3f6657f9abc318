import { expect, test } from 'vitest';
import { answerWithSpan } from '../../../../src/core/ask/decision/found.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import type { ScoredSpan } from '../../../../src/core/ask/spans/spans.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'ferry',
  text: 'Rain fell on Ostry. The ferry sails on Monday. Bo Lund waits.',
});
const QUESTION = 'When does the ferry sail?';
const [, sails] = article.analysis.sentences;
const sentence = rankedSentence(article, sails);

function spanOf(text: string): ScoredSpan {
  const start = sentence.text.indexOf(text);
  const candidate: ScoredSpan['candidate'] = { first: 0, last: 1, kind: 'date' };
  return { sentence, start, end: start + text.length, text, terms: [], candidate, features: {}, score: 1 };
}

test.each([true, false])('words are handed on as being perhaps the answer, or not: %s', (tentative) => {
  const span = spanOf('Monday');
  const found = { question: parseAsked(QUESTION, []), ranked: [sentence], spans: [span], shown: [sentence] };
  const verdict = { words: true, passage: false, unsure: false, certainty: 'sure', tentative } as const;
  expect(answerWithSpan(found, span, verdict, QUESTION)).toMatchObject({ answer: 'Monday', tentative });
});
