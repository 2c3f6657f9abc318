/** Cards made of the words of real articles: ../shared/data, read where it is present and never copied. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Block, Card, Inline } from '../../../src/chat/card.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url);

export interface DevArticle {
  readonly title: string;
  readonly url?: string;
  readonly paragraphs: readonly string[];
}

/** Every dev article with text; empty where the folder is absent. */
export function readDevArticles(): DevArticle[] {
  if (!existsSync(DATA)) return [];
  return [
    ...rows('cluster-wikinews').flatMap((row) => (row['articles'] as Row[]).map(toArticle)),
    ...rows('quotes-polnear').map(toArticle),
    ...rows('summ-multinews').flatMap((row) =>
      (row['documents'] as string[]).map((text) => toArticle({ text, title: 'A document' })),
    ),
    ...rows('cluster-ecbplus').map((row) =>
      toArticle({ title: 'A story', text: (row['sentences'] as string[]).join('\n\n') }),
    ),
  ].filter(({ paragraphs }) => paragraphs.length > 0);
}

type Row = Record<string, unknown>;

function rows(name: string): Row[] {
  const file = new URL(`${name}/dev.jsonl.gz`, DATA);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

function toArticle(row: Row): DevArticle {
  const paragraphs = String(row['text'] ?? '')
    .split(/\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const url = row['url'];
  return {
    title: String(row['title'] ?? 'An article'),
    paragraphs,
    ...(typeof url === 'string' ? { url } : {}),
  };
}

/** A card as briefs are: what may go is marked, quotes are those in quotation marks. */
export function briefLike({ title, url, paragraphs }: DevArticle): Card {
  const quotes = quotesIn(paragraphs);
  const cited = (words: string): Inline[] => [
    { type: 'text', text: `${words} ` },
    { type: 'citation', number: 1, ...(url ? { url } : {}) },
  ];
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: title },
    { type: 'note', inlines: [{ type: 'text', text: '1 article, 1 independent voice' }] },
    ...paragraphs.slice(0, 6).map(
      (each): Block => ({
        type: 'paragraph',
        inlines: cited(each),
        drop: 5,
        noun: ['sentence', 'sentences'],
      }),
    ),
    { type: 'heading', level: 2, text: 'In their words' },
    ...quotes.map(
      (each): Block => ({
        ...{ type: 'quote', words: [each], by: cited('Somebody, a spokesman') },
        ...{ drop: 4, noun: ['quote', 'quotes'] },
      }),
    ),
    {
      ...{
        type: 'table',
        columns: ['One says', 'Another says'],
        drop: 3,
        noun: ['comparison', 'comparisons'],
      },
      rows: pairs(paragraphs).map(([one, other]) => [cited(one), cited(other)]),
    },
    {
      ...{ type: 'timeline', drop: 1, noun: ['event', 'events'] },
      entries: paragraphs.map((each) => ({ when: 'July 2023', inlines: cited(each) })),
    },
    {
      type: 'sources',
      items: [{ number: 1, title, detail: 'publisher not stated', ...(url ? { url } : {}) }],
    },
    {
      type: 'actions',
      actions: [{ label: 'More quotes', command: { type: 'brief', query: title, part: 'quotes' } }],
    },
  ];
  return { summary: title, blocks };
}

/** A card of which nothing may go. */
export function wholeArticle({ title, paragraphs }: DevArticle): Card {
  const blocks = paragraphs.map((text): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] }));
  return { summary: title, blocks };
}

export function quotesIn(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((each) =>
    [...each.matchAll(/[“"]([^”"]{20,})[”"]/g)].map(([, words = '']) => words),
  );
}

function pairs(paragraphs: readonly string[]): [string, string][] {
  return paragraphs.flatMap((one, index) => {
    const other = paragraphs[index + 1];
    return index % 2 === 0 && other !== undefined ? [[one, other] as [string, string]] : [];
  });
}
