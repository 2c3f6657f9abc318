import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import type { RankedSentence } from '../../../../src/core/ask/sentences/evidence.ts';
import { viewSentences } from '../../../../src/core/ask/sentences/sentence-view.ts';
import { newestOf, newestVersionOf } from '../../../../src/core/ask/spans/newest.ts';
import type { ScoredSpan } from '../../../../src/core/ask/spans/spans.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const MONDAY = '2026-11-23';
const THURSDAY = '2026-11-26';

/** The one sentence of an article, with a share of the question. */
function sentenceOf(text: string, published: string | null, softResolved = 1): RankedSentence {
  const article = readArticle({ id: String(published), text, published });
  const view = viewSentences([article])[0]?.[0];
  if (view === undefined) throw new Error('no sentence');
  return { ...view, features: { softResolved }, score: 0 };
}

interface About {
  readonly score?: number;
  readonly gap?: number;
  readonly share?: number;
  readonly kind?: 'number' | 'date' | 'place' | 'person';
}

function answer(text: string, within: string, published: string | null, about: About = {}): ScoredSpan {
  const { score = 0, gap = 1, share = 1, kind = 'number' } = about;
  const sentence = sentenceOf(within, published, share);
  const start = within.indexOf(text);
  const candidate = { first: 0, last: 1, kind } as const;
  return { sentence, start, end: start + text.length, text, terms: [], candidate, features: { gap }, score };
}

const OLD = 'Some 400 residents below the dam were moved to a school.';
const NEW = 'Now 650 residents below the dam were moved to a sports hall.';
const newest = (about: About, within = NEW, day: string | null = THURSDAY): string =>
  newestOf(answer('400', OLD, MONDAY, { score: 1 }), [answer('650', within, day, about)]).text;

test('the newer of two answers to one question stands', () => {
  expect(newest({})).toBe('650');
  expect(newest({ kind: 'number' }, NEW.replace('Now', 'In all'))).toBe('650');
});

test.each<[string, About, string?, (string | null)?]>([
  ['it is much less likely', { score: -2 }],
  ['it fills the open place less', { gap: 0.5 }],
  ['its sentence has less of the question', { share: 0.5 }],
  ['it is of another kind', { kind: 'date' }],
  ['its sentence speaks of something else', {}, 'The mayor has 650 goats and sheep on a farm.'],
  ['nobody knows when it was told', {}, NEW, null],
  ['it was told on the same day', {}, NEW, MONDAY],
])('not where %s', (_why, about, within = NEW, day = THURSDAY) => {
  expect(newest(about, within, day)).toBe('400');
});

test('who somebody is does not change from day to day', () => {
  const old = answer('Ada Byron', 'Ada Byron was the keeper of the dam.', MONDAY, { kind: 'person' });
  const other = answer('Omar Brandt', 'Omar Brandt was the keeper of the dam.', THURSDAY, { kind: 'person' });
  expect(newestOf(old, [other]).text).toBe('Ada Byron');
});

test('the newer version of a sentence stands for it, whoever is named', () => {
  const fell = sentenceOf('Shares of Norlight fell 12 percent in Oslo.', MONDAY);
  const rose = sentenceOf('Shares of Norlight rose 7 percent in Oslo.', THURSDAY);
  expect(newestVersionOf(fell, [fell, rose])).toBe(rose);
  expect(newestVersionOf(rose, [fell, rose])).toBe(rose);
  expect(newestVersionOf(fell, [sentenceOf(rose.text, THURSDAY, 0.5)])).toBe(fell);
  expect(newestVersionOf(fell, [sentenceOf('Norlight bought a rival in Oslo.', THURSDAY)])).toBe(fell);
});

const DAM = [
  [
    MONDAY,
    'Repairs to the cracked dam at Korsvik will cost 12 million crowns and begin in March, the water board said on Monday. Board chair Ellen Mathisen said about 400 residents below the dam had been moved to a school in Halden.',
  ],
  [
    THURSDAY,
    'Repairs to the cracked dam at Korsvik will cost 25 million crowns and begin in June, the water board said on Thursday. Some 650 residents below the dam have now been moved, most of them to a sports hall in Ostry.',
  ],
] as const;
const LAMPS = [
  [
    MONDAY,
    'Lamp maker Norlight will cut 300 jobs and close its factory in Drammen. Unions called a strike for 20 October. Shares of Norlight fell 12 percent in Oslo.',
  ],
  [
    THURSDAY,
    'Lamp maker Norlight will cut 120 jobs and keep its factory in Drammen. The strike was called off. Shares of Norlight rose 7 percent in Oslo.',
  ],
] as const;

test.each([
  ['When will the repairs begin?', DAM, 'June'],
  ['How many residents were moved?', DAM, '650 residents'],
  ['Where were the residents moved?', DAM, 'Ostry'],
  ['What happened to the shares?', LAMPS, 'Shares of Norlight rose 7 percent in Oslo.'],
])(
  'what is told last is told, and what was told before stands beside it: %s',
  async (question, given, last) => {
    const articles = given.map(([published, text]) =>
      readArticle({ id: published, text, published, title: text.slice(0, 40) }),
    );
    const index = createArticleIndex();
    await index.add(articles);
    const answer = await findAnswer(question, articles, index, { history: [] });
    const shown = answer.answered ? answer : undefined;
    expect(shown?.answer).toContain(last);
    expect([...new Set(shown?.evidence.map(({ article }) => article))]).toEqual([THURSDAY, MONDAY]);
  },
);
