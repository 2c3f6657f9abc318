import { expect, test } from 'vitest';
import { readStandings } from '../../../../src/core/ask/sentences/standing.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const asked = (published: string | null, ...shares: number[]) => ({
  article: readArticle({ id: published ?? 'undated', text: 'A storm.', published }),
  shares: [Float64Array.from(shares)],
  inTitle: new Float64Array(shares.length),
});

test('the articles of the newest week are fresh, older ones are not, and undated ones say so', () => {
  const [newest, near, old, undated] = readStandings(
    [asked('2024-05-09', 1), asked('2024-05-03', 1), asked('2023-05-09', 1), asked(null, 1)],
    Float64Array.of(1),
  );
  expect([newest?.['fresh'], near?.['fresh'], old?.['fresh']]).toEqual([1, 1, 0]);
  expect(newest?.['age']).toBe(0);
  expect(old?.['age']).toBeGreaterThan(near?.['age'] ?? 1);
  expect(undated?.['undated']).toBe(1);
  expect(undated).not.toHaveProperty('age');
});

test('an article that has less of the question says how much less', () => {
  const [most, less] = readStandings([asked(null, 1, 1), asked(null, 1, 0)], Float64Array.of(1, 1));
  expect(most?.['heldLess']).toBe(0);
  expect(less?.['heldLess']).toBeGreaterThan(0.4);
});

test('one article alone is compared with nothing', () => {
  expect(readStandings([asked('2024-05-09', 1)], Float64Array.of(1))).toEqual([{}]);
});
