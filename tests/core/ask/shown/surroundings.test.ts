import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOver } from '../../../../src/core/ask/shown/passages.ts';
import { findSurroundings } from '../../../../src/core/ask/shown/surroundings.ts';
import type { ScoredSpan } from '../../../../src/core/ask/spans/spans.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'mine',
  text: 'The mine opened in May. Its owner is Brent Holding. The buyer is Larkfield Copper. Rain fell on Ostry.',
});
const { sentences } = article.analysis;

function spanOf(text: string, score: number): ScoredSpan {
  const at = article.text.indexOf(text);
  const sentence = sentences.find(({ start, end }) => start <= at && at < end);
  const ranked = rankedSentence(article, sentence);
  const candidate: ScoredSpan['candidate'] = { first: 0, last: 1, kind: 'phrase' };
  return {
    sentence: ranked,
    start: at - ranked.sentence.start,
    end: 0,
    text,
    terms: [],
    candidate,
    features: {},
    score,
  };
}

const shown = (...spans: ScoredSpan[]): string => {
  const passage = findSurroundings(spans);
  return article.text.slice(passage?.start, passage?.end);
};

describe('what an answer is shown with', () => {
  it('is the neighbour that says what else it may be', () => {
    expect(shown(spanOf('Brent Holding', 2), spanOf('Larkfield Copper', 1))).toBe(
      'Its owner is Brent Holding. The buyer is Larkfield Copper.',
    );
  });

  it('is nothing where no neighbour says more', () => {
    expect(shown(spanOf('Brent Holding', 2))).toBe('Its owner is Brent Holding.');
    expect(findSurroundings([])).toBeUndefined();
  });
});

it('passages over a sentence hold it, in at most three sentences and a hundred words', () => {
  const words = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.nat(7), (lengths, place) => {
      const text = lengths.map((length) => `Boats ${'sail '.repeat(length)}home.`).join(' ');
      const long = readArticle({ id: 'boats', text });
      const own = long.analysis.sentences[place % long.analysis.sentences.length] ?? { start: 0, end: 0 };
      for (const { start, end, first, last } of passagesOver(long, own)) {
        expect(start <= own.start && own.end <= end).toBe(true);
        expect(last - first).toBeLessThan(3);
        expect(text.slice(start, end).split(/\s+/).length).toBeLessThanOrEqual(100);
      }
    }),
  );
});
