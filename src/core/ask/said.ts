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

/** How far beside a quotation its subject may stand, and how much less it counts there than in its own sentence. */
const BESIDE = { characters: 150, counts: 0.45 };

/** How much of the subject the sentence of a quotation holds, or else what stands beside it; 1 where none was asked for. */
function aboutOf(subject: ReadonlySet<string>, { text, analysis }: ReadArticle, content: Span): number {
  if (subject.size === 0) return 1;
  const shareOf = (start: number, end: number): number => {
    const held = new Set(parseTerms(text.slice(Math.max(0, start), end)));
    return [...subject].filter((term) => held.has(term)).length / subject.size;
  };
  const own = analysis.sentences.filter(({ start, end }) => start < content.end && end > content.start);
  const inside = shareOf(own[0]?.start ?? content.start, own.at(-1)?.end ?? content.end);
  const beside = shareOf(content.start - BESIDE.characters, content.end + BESIDE.characters);
  return Math.max(inside, BESIDE.counts * beside);
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
      const about = aboutOf(subject, article, content);
      if (about === 0) continue;
      const direct = quote.kind === 'direct' ? 0.2 : 0;
      found.push({ article, quote, content, score: matched + 2 * about + direct });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}
