/** Small articles of our own for tests, read as the pipeline reads them. */
import type { Article, StoredArticle } from '../../src/core/article.ts';
import { analyse } from '../../src/core/text/analyse.ts';

export const HARBOUR: Article = {
  id: 'harbour',
  title: 'Harbour workers strike in Larnhaven',
  text: [
    'Dock workers in Larnhaven walked out on Monday after talks over pay failed.',
    '“We will stay out until the port pays what it owes,” said Mara Lindqvist, the head of the dockers’ union. “Nobody here wants this.”',
    'The port authority said about 400 workers had joined the strike. It is unclear how long the strike will last.',
  ].join('\n\n'),
  author: 'Jon Teller',
  publisher: 'Larnhaven Herald',
  published: '2026-11-16',
  url: 'https://herald.example/harbour-strike',
};

export const FERRIES: Article = {
  id: 'ferries',
  title: 'Larnhaven strike stops ferries',
  text: [
    'A strike of dock workers has stopped all ferries to Larnhaven, the port authority said on Tuesday.',
    'Some 600 workers had joined the strike, according to the union.',
    '“We are ready to talk at any hour,” said Peter Okafor, the director of the port.',
  ].join('\n\n'),
  author: null,
  publisher: 'Coast Radio',
  published: '2026-11-17',
  url: 'https://coast.example/ferries?a=1',
};

export function stored(article: Article, status: Partial<StoredArticle['status']> = {}): StoredArticle {
  const at = '2026-11-18T08:00:00.000Z';
  return {
    ...article,
    analysis: analyse(article),
    status: {
      space: null,
      source: null,
      path: null,
      guid: null,
      retrieved: at,
      changed: at,
      version: 1,
      teaser: false,
      withdrawn: null,
      corrected: null,
      ...status,
    },
  };
}
