import { describe, expect, it } from 'vitest';
import type { ArticleIndex } from '../../../src/core/ports.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { readArticle } from '../../fakes/read-article.ts';

const articles = [
  readArticle({
    id: 'dredging',
    title: 'Dredging stops in Larkfield',
    text: 'The harbour of Larkfield is closed. Dredging will begin again in May, the harbour master said.',
    publisher: 'The Harbour Post',
    published: '2023-04-02',
  }),
  readArticle({
    id: 'ferry',
    title: 'Ferry strike enters third week',
    text: 'Ferry crews voted to go on with their strike. The ferries of Larkfield stay in port.',
    publisher: 'Daily Ledger - Business',
    published: '2023-05-10T08:00:00Z',
  }),
  readArticle({
    id: 'undated',
    title: 'A bridge for Ostry',
    text: 'Ostry gets a bridge. It replaces the ferry.',
  }),
];

async function open(): Promise<ArticleIndex> {
  const index = createArticleIndex();
  await index.add(articles);
  return index;
}

async function find(index: ArticleIndex, query: string, filter = {}): Promise<string[]> {
  return (await index.findArticles(query, 10, filter)).map(({ article }) => article);
}

describe('the article index', () => {
  it('finds other forms of a word', async () => {
    expect(await find(await open(), 'striking crew')).toEqual(['ferry']);
  });

  it('puts an article whose title speaks of it first', async () => {
    expect((await find(await open(), 'ferry'))[0]).toBe('ferry');
  });

  it('finds a misspelt word where no article has it, and only then', async () => {
    const index = await open();
    expect(await find(index, 'harbur')).toEqual(['dredging']);
    expect(await find(index, 'harbour')).toEqual(['dredging']);
  });

  it('takes a number that no article has for no other number', async () => {
    const index = createArticleIndex();
    await index.add([
      readArticle({ id: 'vote', text: 'The council of Velmar voted in 2019 to build 4,150 flats.' }),
      readArticle({ id: 'crews', text: 'Ferry crews of Velmar went on with their strike.' }),
    ]);
    expect(await find(index, '2019')).toEqual(['vote']);
    expect(await find(index, '2018')).toEqual([]);
    expect(await find(index, '4,160')).toEqual([]);
  });

  it('does not take an article for covering a query whose other words nobody writes of', async () => {
    const shareOf = async (query: string) => (await (await open()).findArticles(query, 10))[0]?.share ?? 0;
    expect(await shareOf('Larkfield')).toBe(1);
    expect(await shareOf('Larkfield Zebedee Quux Vantage')).toBe(0.25);
  });

  it('answers the same whether articles came at once or one by one', async () => {
    const grown = createArticleIndex();
    for (const article of articles) await grown.add([article]);
    const emptied = await open();
    await emptied.remove(articles.map(({ id }) => id));
    await emptied.add(articles);
    for (const query of ['ferry', 'strike in Larkfield', 'harbur', 'Ostry bridge May']) {
      const expected = await (await open()).findPassages(query, 10);
      expect(expected).not.toEqual([]);
      expect(await grown.findPassages(query, 10)).toEqual(expected);
      expect(await emptied.findPassages(query, 10)).toEqual(expected);
    }
  });

  it('filters by publisher, by date and by article', async () => {
    const index = await open();
    expect(await find(index, 'Larkfield', { publisher: 'harbour post' })).toEqual(['dredging']);
    expect(await find(index, 'Larkfield', { since: '2023-05' })).toEqual(['ferry']);
    expect(await find(index, 'Larkfield', { until: '2023-05-01' })).toEqual(['dredging']);
    expect(await find(index, 'ferry', { articles: new Set(['undated']) })).toEqual(['undated']);
  });

  it('does not match an article without a date by a date', async () => {
    expect(await find(await open(), 'bridge', { since: '2000' })).toEqual([]);
  });

  it('takes the publisher that a question names as a hint, not as a filter', async () => {
    const found = await find(await open(), 'What did the Daily Ledger write about Larkfield?');
    expect(found).toEqual(['ferry', 'dredging']);
  });

  it('gives passages that are sentences of the article', async () => {
    const [hit] = await (await open()).findPassages('When does dredging begin again?', 5);
    const text = articles.find(({ id }) => id === hit?.article)?.text.slice(hit?.start, hit?.end);
    expect(text).toBe('Dredging will begin again in May, the harbour master said.');
  });

  it('replaces an article that is added again and forgets one that is removed', async () => {
    const index = await open();
    await index.add([readArticle({ id: 'ferry', text: 'The trams run again.' })]);
    expect(await find(index, 'strike')).toEqual([]);
    expect(await find(index, 'trams')).toEqual(['ferry']);
    await index.remove(['ferry', 'never added']);
    expect(await find(index, 'trams')).toEqual([]);
    expect(await index.size()).toBe(2);
    expect(await index.publishers()).toEqual(['The Harbour Post']);
  });

  it('is the same after it was saved and taken back', async () => {
    const index = await open();
    const again = createArticleIndex(await index.save());
    for (const query of ['Larkfield harbour', 'ferry', 'What did the Harbour Post report in April?']) {
      expect(await again.findPassages(query, 10)).toEqual(await index.findPassages(query, 10));
    }
    expect(await again.publishers()).toEqual(await index.publishers());
  });

  it('is empty where the snapshot is broken or of another version', async () => {
    const saved = await (await open()).save();
    const older = JSON.stringify({ ...JSON.parse(saved), version: 0 });
    for (const broken of ['', 'null', older, saved.slice(0, 200)]) {
      expect(await createArticleIndex(broken).size()).toBe(0);
    }
  });

  it('finds nothing for words that say nothing', async () => {
    const index = await open();
    for (const query of ['', '   ', 'the of and', '🙂🙂', '(.*)+$ [a-z', '\u0000']) {
      expect(await find(index, query)).toEqual([]);
    }
  });
});
