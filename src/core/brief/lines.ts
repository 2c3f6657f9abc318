/** A sentence of an article, made ready to be weighed against the others. */
import type { Passage, ReadArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { plainTerm } from '../text/verbs.ts';

export interface Line extends Passage {
  /** Index of the article among those the lines were read from. */
  readonly source: number;
  /** Number of the sentence in its article, from 0. */
  readonly order: number;
  readonly paragraph: number;
  readonly text: string;
  /** Words, counted by white space. */
  readonly words: number;
  /** Stems of the content words, in order. */
  readonly terms: readonly string[];
  readonly set: ReadonlySet<string>;
  /** The terms again, with all forms of an irregular verb as one: what sentences are compared by. */
  readonly sense: ReadonlySet<string>;
  /** Indexes into `analysis.entities` of the names that stand in it. */
  readonly entities: readonly number[];
}

/** Words, counted by white space. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const space = code === 32 || (code >= 9 && code <= 13) || (code > 126 && /\s/.test(text.charAt(at)));
    if (!space && !inWord) count++;
    inWord = !space;
  }
  return count;
}

/**
 * What is read of one article. Of more sentences nobody makes a brief, and what has more characters is no sentence: a table, a
 * list, a key. Where all patterns look at no more than this at once, none takes long, whatever an article holds.
 */
const READ = { sentences: 2000, characters: 2000 };

/** All sentences of the articles, in reading order; `headOf` says how many characters of one are no part of it. */
export function readLines(
  articles: readonly ReadArticle[],
  headOf: (text: string) => number = () => 0,
): Line[] {
  return articles.flatMap((article, source) => linesOf(article, source, headOf));
}

function linesOf(article: ReadArticle, source: number, headOf: (text: string) => number): Line[] {
  const { sentences, names } = article.analysis;
  let next = 0;
  return sentences.slice(0, READ.sentences).flatMap((sentence, order): Line[] => {
    if (sentence.end - sentence.start > READ.characters) return [];
    const start = sentence.start + headOf(article.text.slice(sentence.start, sentence.end));
    const entities: number[] = [];
    for (; next < names.length; next++) {
      const name = names[next];
      if (name === undefined || name.start >= sentence.end) break;
      if (name.start >= start && name.entity !== null) entities.push(name.entity);
    }
    const text = article.text.slice(start, sentence.end);
    const terms = parseTerms(text);
    return [
      {
        article: article.id,
        source,
        order,
        paragraph: sentence.paragraph,
        start,
        end: sentence.end,
        text,
        words: countWords(text),
        terms,
        set: new Set(terms),
        sense: new Set(terms.map(plainTerm)),
        entities,
      },
    ];
  });
}

/** How much of the smaller set the two share, from 0 to 1 (overlap coefficient). */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const term of small) if (large.has(term)) shared++;
  return shared / small.size;
}

/** The passage of a line, without what was read in it. */
export function passageOf(line: Line): Passage {
  return { article: line.article, start: line.start, end: line.end };
}

/** What tells a sentence from others: where it ends, since it is shown without its dateline. */
export function placeOf({ article, end }: Passage): string {
  return `${article} ${end}`;
}
