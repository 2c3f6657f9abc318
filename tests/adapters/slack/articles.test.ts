import { describe, expect, test } from 'vitest';
import { escapeWords, plainWords } from '../../../src/adapters/slack/markup.ts';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import { violations } from '../../fakes/slack-checks.ts';
import { buttonsIn, pingsIn, wordsIn } from '../../fakes/slack-reading.ts';
import { briefLike, type DevArticle, quotesIn, readDevArticles, wholeArticle } from './dev-articles.ts';

const articles = readDevArticles();
const isThere = articles.length > 0;
const why = isThere ? `${articles.length} articles` : 'skipped: ../shared/data is absent';

describe(`cards of real articles (${why})`, () => {
  test.skipIf(!isThere)('fit into one message, with whole quotes, the source and the buttons', () => {
    expect(articles.flatMap(problemsOfBrief)).toEqual([]);
  });

  test.skipIf(!isThere)('of which nothing may go keep every word, over several messages', () => {
    expect(articles.flatMap(problemsOfWhole)).toEqual([]);
  });
});

function problemsOfBrief(article: DevArticle): string[] {
  const quotes = new Set(
    quotesIn(article.paragraphs).map((quote) => escapeWords(`“${plainWords(quote).trim()}”`)),
  );
  const messages = renderSlack(briefLike(article));
  const problems = messages.flatMap((message) => [
    ...violations(message),
    ...pingsIn(message),
    ...(message.text.length > 4_000 ? ['text over 4000'] : []),
    ...(buttonsIn(message.blocks).length === 1 ? [] : ['no button']),
    ...(message.text.includes('[1] ') ? [] : ['no source']),
    // A line that is a quotation and nothing else is one of the quotes, whole.
    ...[...message.text.matchAll(/^“[^“”]*”$/gm)]
      .map(([quote]) => quote)
      .filter((quote) => !quotes.has(quote)),
  ]);
  const all = messages.length === 1 ? problems : [...problems, 'several messages'];
  return all.map((problem) => `${article.title}: ${problem}`);
}

function problemsOfWhole(article: DevArticle): string[] {
  const messages = renderSlack(wholeArticle(article));
  const words = squeeze(messages.map(wordsIn).join(''));
  const isWhole = words === squeeze(article.paragraphs.map(plainWords).join(''));
  const problems = [
    ...messages.flatMap((message) => violations(message)),
    ...(isWhole ? [] : ['words lost']),
  ];
  return problems.map((problem) => `${article.title}: ${problem}`);
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, '');
}
