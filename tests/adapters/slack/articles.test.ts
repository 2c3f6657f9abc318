import { describe, expect, test } from 'vitest';
import { plainWords } from '../../../src/adapters/slack/markup.ts';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import { violations } from '../../fakes/slack-checks.ts';
import { buttonsIn, pingsIn, wordsIn } from '../../fakes/slack-reading.ts';
import { briefLike, quotesIn, readDevArticles, wholeArticle } from './dev-articles.ts';

const articles = readDevArticles();
const squeezed = (words: string) => words.replace(/\s+/g, '');

describe.skipIf(articles.length === 0)(
  'cards of real articles (skipped where ../shared/data is absent)',
  () => {
    test('fit into one message, with whole quotes, the source and the buttons', () => {
      for (const article of articles) {
        const messages = renderSlack(briefLike(article));
        expect(messages).toHaveLength(1);
        for (const message of messages) {
          expect([article.title, ...violations(message), ...pingsIn(message)]).toEqual([article.title]);
          expect(message.text.length).toBeLessThanOrEqual(4_000);
          expect(buttonsIn(message.blocks)).toHaveLength(1);
          expect(message.text).toContain('[1] ');
          for (const [quote] of message.text.matchAll(/^“[^“”]*”$/gm))
            expect(quotesIn(article.paragraphs).map(asShown)).toContain(quote);
        }
      }
    });

    test('of which nothing may go keep every word, over as many messages as it takes', () => {
      for (const article of articles) {
        const messages = renderSlack(wholeArticle(article));
        for (const message of messages)
          expect([article.title, ...violations(message)]).toEqual([article.title]);
        const words = squeezed(messages.map(wordsIn).join(''));
        expect(words).toBe(squeezed(article.paragraphs.map(plainWords).join('')));
      }
    });
  },
);

/** A quote as it stands in the text beside the blocks. */
function asShown(quote: string): string {
  const words = `“${plainWords(quote).trim()}”`;
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
