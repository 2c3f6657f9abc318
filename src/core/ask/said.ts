/** "What did X say about Y?": the quotations of the articles, by speaker and subject. */
import type { Quote, ReadArticle, Span } from '../article.ts';
import { parseTerms, termOf } from '../search/query.ts';
import type { AskedQuestion } from './question.ts';

export interface FoundQuote {
  readonly article: ReadArticle;
  readonly quote: Quote;
  /** The words said: the first run of them where a speaker clause breaks the quotation. */
  readonly content: Span;
  readonly score: number;
}

/** The subject of "did … say": the names between the auxiliary and the verb of saying. */
function speakerTerms({ words }: AskedQuestion): { speaker: Set<string>; subject: Set<string> } {
  const verbAt = words.findLastIndex(({ pos }) => pos === 'VERB');
  const speaker = new Set<string>();
  const subject = new Set<string>();
  words.forEach(({ word, pos }, at) => {
    const term = termOf(word);
    if (term === null || at === verbAt || pos === 'PUNCT') return;
    if (at < verbAt && /^(?:PROPN|NOUN|ADJ|X)$/.test(pos)) speaker.add(term);
    else if (at > verbAt) subject.add(term);
  });
  return { speaker, subject };
}

function speakerOf(article: ReadArticle, { speaker }: Quote): string {
  const mention =
    speaker.mention === null ? '' : article.text.slice(speaker.mention.start, speaker.mention.end);
  return [speaker.name, speaker.role, mention].filter(Boolean).join(' ');
}

/** Quotations of the one asked about, those on the subject first. Empty where nobody of that name is quoted. */
export function findSaid(question: AskedQuestion, articles: readonly ReadArticle[]): FoundQuote[] {
  const { speaker, subject } = speakerTerms(question);
  if (speaker.size === 0) return [];
  const found: FoundQuote[] = [];
  for (const article of articles) {
    for (const quote of article.analysis.quotes) {
      const [content] = quote.content;
      if (content === undefined || quote.kind === 'indirect') continue;
      const said = new Set(parseTerms(speakerOf(article, quote)));
      // A surname is enough; a first name alone is not the same person.
      const matched = [...speaker].filter((term) => said.has(term)).length / speaker.size;
      if (matched < 0.5) continue;
      const around = new Set(
        parseTerms(article.text.slice(Math.max(0, content.start - 150), content.end + 150)),
      );
      const about =
        subject.size === 0 ? 1 : [...subject].filter((term) => around.has(term)).length / subject.size;
      if (about === 0) continue;
      const direct = quote.kind === 'direct' ? 0.2 : 0;
      found.push({ article, quote, content, score: matched + 2 * about + direct });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}
