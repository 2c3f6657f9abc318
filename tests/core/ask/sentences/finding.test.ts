import { describe, expect, test } from 'vitest';
import type { Forest } from '../../../../src/core/ask/models/trees.ts';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { findSentences } from '../../../../src/core/ask/sentences/find-sentences.ts';
import { findAnswers, readSpans } from '../../../../src/core/ask/spans/find-spans.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];
const NONE: Forest = { bias: 0, trees: [] };

/** One tree: so much more for what has a sign. */
const lifts = (sign: string, by: number): Forest => ({ bias: 0, trees: [[sign, 0.5, 0, by]] });

function ask(question: string, text: string) {
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const articles = [readArticle({ id: 'a', text })];
  const sentences = (reranks: Forest) =>
    findSentences(asked, articles, matcher, { holds: { soft: 1 }, reranks });
  return {
    sentences: (reranks: Forest) => sentences(reranks).map((one) => one.text),
    answers: (respan: Forest) => {
      const ranked = sentences(NONE);
      const spans = readSpans(asked, ranked, tagger, matcher);
      return findAnswers(asked, ranked, spans, {
        span: { matchBefore: 1, 'after near': -5 },
        respan,
        pooled: {},
      }).map((one) => one.text);
    },
  };
}

const FERRY = 'The ferry to Ostry sank. It took on water near Larkfield, 14 miles out.';

describe('a second look', () => {
  test('puts another sentence first', () => {
    const { sentences } = ask('Where did the ferry sink?', FERRY);
    expect(sentences(NONE)[0]).toContain('sank');
    expect(sentences(lifts('leans', 9))[0]).toContain('Larkfield');
  });

  test('puts other words first', () => {
    const { answers } = ask('Where did the ferry sink?', FERRY);
    expect(answers(NONE)[0]).not.toBe('Larkfield');
    expect(answers(lifts('after near', 9))[0]).toBe('Larkfield');
    expect(answers(lifts('after to', 9))[0]).toBe('Ostry');
  });

  test('leaves out no words', () => {
    const { answers } = ask('Where did the ferry sink?', FERRY);
    expect(answers(lifts('after near', 9)).toSorted()).toEqual(answers(NONE).toSorted());
  });

  test('is of the likeliest words alone', () => {
    const firstOf = (others: number): string | undefined => {
      const many = Array.from({ length: others }, (_, i) => `of ${i + 1} boats`).join(' and ');
      const { answers } = ask('Where did the ferry sink?', `The ferry ${many} sank near Larkfield.`);
      return answers(lifts('after near', 9))[0];
    };
    expect(firstOf(1)).toBe('Larkfield');
    expect(firstOf(40)).not.toBe('Larkfield');
  });
});
