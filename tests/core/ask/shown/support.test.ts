import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPassages } from '../../../../src/core/ask/shown/passages.ts';
import { chooseSupport, type SupportView } from '../../../../src/core/ask/shown/support.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'ferry',
  text: Array.from({ length: 12 }, (_, at) => `The ferry made voyage number ${at + 1} to the island.`).join(
    ' ',
  ),
});

function viewOf(at: number, sign: number): SupportView {
  return { ...rankedSentence(article, article.analysis.sentences[at]), support: { sign } };
}

describe('the sentences that are shown', () => {
  it('are those that stand out', () => {
    const views = [viewOf(0, 5), viewOf(1, 4), viewOf(2, -5), viewOf(3, -5)];
    const places = chooseSupport(views, { sign: 1 }).map(({ sentence }) => sentence.start);
    expect(places).toEqual([views[0]?.sentence.start, views[1]?.sentence.start]);
  });

  it('are at least one and at most eight, best first', () => {
    const signs = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(signs, (own) => {
        const chosen = chooseSupport(
          own.map((sign, at) => viewOf(at, sign)),
          { sign: 1 },
        );
        expect(chosen.length).toBeGreaterThan(0);
        expect(chosen.length).toBeLessThanOrEqual(8);
        const values = chosen.map((view) => own[article.analysis.sentences.indexOf(view.sentence)] ?? 0);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });
});

describe('passages of chosen sentences', () => {
  it('hold each chosen sentence once, at most three in a row, the first one first', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(places, (own) => {
        const { sentences } = article.analysis;
        const chosen = own.flatMap((at) => (sentences[at] ? [{ article, sentence: sentences[at] }] : []));
        const passages = groupPassages(chosen);
        const held = passages.map(({ start, end }) =>
          sentences.flatMap((sentence, at) => (sentence.start >= start && sentence.end <= end ? [at] : [])),
        );
        expect(held.flat().sort((a, b) => a - b)).toEqual([...own].sort((a, b) => a - b));
        for (const inside of held) expect(inside.length).toBeLessThanOrEqual(3);
        expect(held[0]).toContain(own[0]);
      }),
    );
  });
});
