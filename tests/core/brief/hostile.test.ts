/** What no article can do: keep a brief busy. A word of 100,000 letters took a minute, and its square with each letter more. */
import { expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { readLines } from '../../../src/core/brief/lines.ts';
import { findNews } from '../../../src/core/brief/sentences/news.ts';
import { read } from './make.ts';

const NEWS = 'The mill of Velmar was closed on Monday after a fire.';
const OPTIONS = { title: '', query: 'mill', length: 'full', families: new Map(), now: new Date(0) } as const;

it.each([
  ['an endless word', 'A'.repeat(100_000)],
  ['an endless word with accents', 'Aé'.repeat(50_000)],
  ['an endless abbreviation', 'A.'.repeat(50_000)],
])('%s says nothing and hides nothing', (_, noise) => {
  const [one, two] = [
    read(`${NEWS}\n\nThe owner left after ${noise} in May.`, { id: 'a', publisher: 'Herald' }),
    read(NEWS, { id: 'b', publisher: 'Courier' }),
  ];
  const brief = buildBrief([one, two], OPTIONS);
  expect(brief.happened.map(({ shown }) => shown)).toEqual([NEWS]);
});

it('a sentence as long as prose allows is read, and a longer one is not', () => {
  const sentence = (length: number) => `The mill ${'a'.repeat(length - 10)}.`;
  expect(readLines([read(sentence(2000))])).toHaveLength(1);
  expect(readLines([read(sentence(2001))])).toHaveLength(0);
});

it('an article without an end is read to its two thousandth sentence', () => {
  const lines = readLines([read(`${NEWS} `.repeat(2100))]);
  expect(lines).toHaveLength(2000);
  expect(lines.at(-1)?.order).toBe(1999);
});

it('what is told is found by its rarest words, however often the others stand there', () => {
  const before = read(
    ['harbour', 'school', 'bridge']
      .map((what) => `Ada Byron opened the ${what} of Velmar on Monday. `)
      .join(''),
  );
  const after = read(
    'Ada Byron opened the school of Velmar on Monday. Ada Byron opened the station of Velmar on Monday.',
    { id: 'a2' },
  );
  const news = findNews([before], [after], { words: 12 });
  expect(news.map(({ start, end }) => after.text.slice(start, end))).toEqual([
    'Ada Byron opened the station of Velmar on Monday.',
  ]);
});
