import { expect, test } from 'vitest';
import { createAnswerer } from '../../src/core/answerer.ts';
import { createFinder } from '../../src/core/finder.ts';
import { createArticleIndex } from '../../src/core/search/article-index.ts';
import { createShelf } from '../../src/core/shelf.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const OSTRY = stored({
  ...HARBOUR,
  title: null,
  text: 'Captain Bo Lund is travelling to Velmar to meet the miner Tom Reed. The harbour of Ostry was closed in March because of a storm, the council said. It has 40 boats and a crew of 12.',
});

async function suggested(...candidates: string[]): Promise<string[]> {
  const { articles } = createMemoryStorage();
  await articles.put([OSTRY]);
  const index = createArticleIndex();
  await index.add([OSTRY]);
  const finder = createFinder({
    articles,
    index,
    shelf: createShelf(articles),
    stories: { groups: async () => [] },
  });
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const answerer = createAnswerer({ articles, index, finder, families: new Map(), clock });
  return answerer.findQuestions(candidates, [OSTRY]);
}

test('a question is suggested only where its answer is told without a "perhaps"', async () => {
  const perhaps = 'What is the harbour famous for?';
  expect(await suggested(perhaps, 'When was the harbour closed?', 'Who won the chess match?')).toEqual([
    'When was the harbour closed?',
  ]);
});

test('the first three that are answered are suggested', async () => {
  const answered = [
    'When was the harbour closed?',
    'Why was the harbour closed?',
    'Who is the miner?',
    'How many boats does the harbour have?',
  ];
  expect(await suggested(...answered)).toEqual(answered.slice(0, 3));
});
