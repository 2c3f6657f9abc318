import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../../src/core/brief/brief.ts';
import { isOpinion } from '../../../../src/core/brief/sentences/opinion.ts';
import { read } from '../make.ts';

const NEWS = {
  title: 'Ostry cuts its fees',
  author: 'Jon Dahl',
  url: 'https://herald.example/news/fees',
  text: 'Ostry cut its fees.',
};

describe('an article is opinion or analysis', () => {
  it.each([
    { title: 'Opinion: Ostry was right to cut its fees' },
    { title: 'Analysis | What the fees of Ostry mean' },
    { title: 'The Herald editorial: fees' },
    { title: 'Ostry was right - Comment' },
    { title: 'Ostry was right | Opinion | The Herald' },
    { title: 'Ostry was right (opinion)' },
    { url: 'https://herald.example/opinion/2021/fees' },
    { url: 'https://herald.example/voices/editorials/fees' },
    { url: 'https://herald.example/guest-opinion/fees/' },
    { author: 'The Editorial Board' },
    { text: 'ANALYSIS: Ostry cut its fees, and why.' },
  ])('where it says so: %o', (own) => expect(isOpinion({ ...NEWS, ...own })).toBe(true));

  it.each([
    {},
    { title: 'Court gives its opinion on the fees of Ostry' },
    { title: 'Analysis of water finds lead in Ostry' },
    { title: 'Mayor declines to comment: fees fall' },
    { title: 'Public opinion: Ostry turns against its fees' },
    { url: 'https://herald.example/news/opinion-poll-in-ostry' },
    { url: 'https://herald.example/2021/05/mayor-declines-to-comment/' },
    { url: 'https://herald.example/news/police-publish-fuel-analysis/?page=1' },
    { url: null, title: null, author: null },
  ])('and nowhere else: %o', (own) => expect(isOpinion({ ...NEWS, ...own })).toBe(false));
});

it('what opinion says stands behind what happened, and its source says what it is', () => {
  const opinion = read(
    'The fees of the Velmar harbour should never have been cut by the council of Ostry. The council of Ostry has bowed to the ship owners once more.',
    { id: 'o', title: 'Opinion: A bow to the owners', publisher: 'The Courier' },
  );
  const report = read(
    'The council of Ostry has cut the fees of the Velmar harbour by a tenth. The ship owners had asked for it in March.',
    { id: 'r', title: 'Ostry cuts its fees', publisher: 'Morning Ledger' },
  );
  const brief = buildBrief([opinion, report], {
    title: '',
    query: 'velmar harbour',
    length: 'headline',
    families: new Map(),
    now: new Date(0),
  });
  expect(brief.happened.map(({ passage }) => passage.article)).toEqual(['r']);
  expect(brief.sources.map(({ article, opinion: is }) => [article, is])).toEqual([
    ['r', false],
    ['o', true],
  ]);
});
