/** Cards made of real articles, thousands of them: ../shared/data, read where it is present. */
import { describe, expect, test } from 'vitest';
import { FORMS, longCommands, renderDiscord } from '../../../src/adapters/discord/render.ts';
import type { Card } from '../../../src/chat/card.ts';
import { keepAll, openApiCheck, pings, violations, words } from '../../fakes/discord-checks.ts';
import { briefLike, quotesIn, readDevArticles, wholeArticle } from '../slack/dev-articles.ts';

const articles = readDevArticles();
const openApi = openApiCheck('MessageCreateRequest');
/** Every so many-th article is checked against Discord's own description too: that takes longer than all the rest. */
const EVERY = 40;

const squeeze = (text: string) => text.replace(/[\s\p{Cc}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, '');

describe.skipIf(articles.length === 0)(
  'cards of the dev articles (skipped where ../shared/data is absent)',
  () => {
    test('are taken by Discord in every form, notify nobody, and quote whole', { timeout: 60_000 }, () => {
      for (const [index, article] of articles.entries()) {
        const card = briefLike(article);
        const quotes = new Set(quotesIn(article.paragraphs).map((quote) => squeeze(quote.toWellFormed())));
        for (const form of index % EVERY === 0 ? FORMS : (['components'] as const)) {
          const messages = render(card, form);
          for (const message of messages) {
            expect(violations(message)).toEqual([]);
            expect(pings(message)).toEqual([]);
            if (index % EVERY === 0) expect(openApi?.(message) ?? []).toEqual([]);
          }
          // A quote is there whole or not at all; over several messages, notes stand in between.
          if (messages.length > 1) continue;
          const shown = messages.flatMap((message) => words(message).match(/^> “.*$/gm) ?? []);
          for (const line of shown) expect(quotes).toContain(squeeze(line.slice(3, -1)));
        }
      }
    });

    test('of which nothing may go keep every word, over as many messages as they need', {
      timeout: 60_000,
    }, () => {
      for (const article of articles.filter((_, index) => index % 8 === 0)) {
        const messages = render(wholeArticle(article), 'components');
        for (const message of messages) expect(violations(message)).toEqual([]);
        const text = squeeze(
          messages
            .map(words)
            .join('')
            .replace(/-# Continued in the next message \(\d+ of \d+\)\./g, ''),
        );
        for (const paragraph of article.paragraphs) expect(text).toContain(squeeze(paragraph.toWellFormed()));
      }
    });
  },
);

function render(card: Card, form: (typeof FORMS)[number]) {
  return renderDiscord(card, { kept: keepAll(longCommands(card)), form });
}
