/** In their words: direct quotations of different speakers. */
import { type Passage, type Quote, type ReadArticle, textAt } from '../article.ts';
import type { Desk } from './desk.ts';
import { countWords } from './lines.ts';
import type { BriefLength, BriefQuote } from './types.ts';

const MOST: Record<BriefLength, number> = { headline: 0, short: 2, full: 4 };
/** A quotation of fewer words says nothing, one of more does not fit a card. */
const WORDS = { fewest: 6, most: 60 };

export function buildQuotes(desk: Desk, length: BriefLength): { quotes: BriefQuote[]; all: number } {
  const candidates = desk.articles.flatMap((article) =>
    article.analysis.quotes.flatMap((quote) => candidateOf(article, quote, desk.about)),
  );
  candidates.sort((a, b) => b.score - a.score);
  const quotes: BriefQuote[] = [];
  const speakers = new Set<string>();
  for (const { article, quote, words, speaker, score } of candidates) {
    if (quotes.length >= MOST[length]) break;
    const count = countWords(words.join(' '));
    if (speakers.has(speaker) || count < WORDS.fewest || count > WORDS.most) continue;
    const context = contextOf(article, quote);
    if (context === null || !desk.allowance.take(context)) continue;
    speakers.add(speaker);
    quotes.push({
      article: article.id,
      content: quote.content,
      words,
      speaker,
      named: quote.speaker.name !== null,
      role: quote.speaker.role,
      sources: [desk.citations.numberOf(article.id)],
      context,
      reason: {
        score,
        because: [quote.speaker.name === null ? 'a direct quotation' : 'a named speaker'],
        insteadOf: null,
      },
    });
  }
  return { quotes, all: candidates.length };
}

interface Candidate {
  readonly article: ReadArticle;
  readonly quote: Quote;
  readonly words: string[];
  readonly speaker: string;
  readonly score: number;
}

/** Only what somebody is said to have said. */
function candidateOf(article: ReadArticle, quote: Quote, about: ReadonlySet<string>): Candidate[] {
  const mention = quote.speaker.mention ? textAt(article.text, quote.speaker.mention) : null;
  const speaker =
    quote.speaker.name ?? (mention && !/^(?:he|she|they|it|who|i|we|you)$/i.test(mention) ? mention : null);
  if (quote.kind !== 'direct' || speaker === null || quote.content.length === 0) return [];
  const words = quote.content.map((span) => textAt(article.text, span).replace(/^["“”«»]|["“”«»]$/gu, ''));
  const text = words.join(' ').toLowerCase();
  const near = [...about].filter((term) => text.includes(term)).length;
  const start = quote.content[0]?.start ?? 0;
  const score =
    (quote.speaker.name ? 2 : 1) + (quote.speaker.role ? 0.5 : 0) + near + 1 - start / article.text.length;
  return [{ article, quote, words, speaker, score }];
}

/** The sentences that the quotation stands in. */
function contextOf(article: ReadArticle, quote: Quote): Passage | null {
  const [first, last] = [quote.content[0], quote.content.at(-1)];
  if (!first || !last) return null;
  const around = article.analysis.sentences.filter((s) => s.start < last.end && s.end > first.start);
  const [from, to] = [around[0], around.at(-1)];
  return from && to ? { article: article.id, start: from.start, end: to.end } : null;
}
