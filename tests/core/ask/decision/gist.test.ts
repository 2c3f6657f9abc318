import { expect, test } from 'vitest';
import { readGist } from '../../../../src/core/ask/decision/gist.ts';
import type { RankedSentence } from '../../../../src/core/ask/sentences/evidence.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const sentencesOf = (id: string, soft: readonly number[]): RankedSentence[] => {
  const article = readArticle({ id, text: 'Rain fell.' });
  return soft.map((share, at) =>
    rankedSentence(
      article,
      { start: at, end: at + 1, paragraph: 0 },
      { features: { soft: share }, score: share },
    ),
  );
};

test('a passage of which all speaks of the question stands above one of which a sentence does', () => {
  const [all, one] = [readGist(sentencesOf('a', [0.8, 0.6, 0.7])), readGist(sentencesOf('a', [0.8, 0, 0.1]))];
  expect(all['p:soft']).toBeGreaterThan(one['p:soft'] ?? 0);
  expect(all['p:soft:many']).toBeGreaterThan(one['p:soft:many'] ?? 0);
});

test('other articles, and none, change nothing', () => {
  const own = sentencesOf('a', [0.8, 0.6]);
  expect(readGist([...own, ...sentencesOf('b', [0.5, 0.5])])).toEqual(readGist(own));
  expect(readGist([])['p:soft']).toBe(0);
});
