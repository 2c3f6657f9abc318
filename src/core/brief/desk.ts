/** What the parts of a brief are made from and share. */
import type { ReadArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { lengthOfDateline } from '../text/dateline.ts';
import { lengthOfRunIn } from '../text/run-in.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { type Citations, createCitations } from './citations.ts';
import { createFactReader, type Facts } from './compare/facts.ts';
import { findPairs, type Pairs, type Weights, weightsOf } from './compare/pairs.ts';
import { bearsOut, saysSame } from './compare/support.ts';
import { type Line, passageOf, readLines } from './lines.ts';
import { findBylines } from './sentences/bylines.ts';
import { findCaptions } from './sentences/captions.ts';
import { type Crowd, readCrowd } from './sentences/features.ts';
import { isPlain } from './sentences/fit.ts';
import { type Ranked, rankLines } from './sentences/salience.ts';
import type { Families, Reason, Statement } from './types.ts';
import { findHouses, findVoices } from './voices.ts';

export interface Desk {
  readonly articles: readonly ReadArticle[];
  /** Sentences of the articles that are read; one in another language is listed, and not quoted from. */
  readonly lines: readonly Line[];
  /** Those that can be shown as the article's own statement. */
  readonly plain: ReadonlySet<Line>;
  /** The voice of each article, by its index. */
  readonly voices: readonly number[];
  /** The publishing house of each article: copies in two houses are one voice, and may still differ in a word. */
  readonly houses: readonly number[];
  readonly citations: Citations;
  readonly allowance: Allowance;
  readonly crowd: Crowd;
  readonly weights: Weights;
  factsOf(line: Line): Facts;
  /** The sentences of an article, by its index. */
  linesOf(source: number): readonly Line[];
  /** All lines with what they tell, best first. */
  ranked(): readonly Ranked[];
  /** Lines of different articles about the same thing. */
  pairs(): Pairs;
  /** Ids of the other articles that say the same as a line, copies included. */
  supportersOf(line: Line): string[];
}

export function openDesk(articles: readonly ReadArticle[], query: string, families: Families): Desk {
  const lines = readLines(articles, lengthOfRunIn).filter((line) => isRead(articles[line.source]));
  const bySource = new Map<number, Line[]>();
  for (const line of lines) {
    const own = bySource.get(line.source);
    if (own) own.push(line);
    else bySource.set(line.source, [line]);
  }
  const aside = new Set(
    [...bySource].flatMap(([source, own]) => {
      const article = articles[source];
      return article === undefined ? [] : [...findCaptions(own, article), ...findBylines(own)];
    }),
  );
  const voices = findVoices(articles, families);
  const houses = findHouses(articles, families);
  const weights = weightsOf(lines);
  const factsOf = createFactReader(articles);
  const crowd = readCrowd(lines, new Set(parseTerms(query)));
  let pairs: Pairs | undefined;
  let ranked: Ranked[] | undefined;
  return {
    articles,
    lines,
    plain: new Set(
      lines.filter((line) => !aside.has(line) && isPlain(line, articles[line.source]?.analysis.quotes)),
    ),
    voices,
    houses,
    citations: createCitations(articles),
    allowance: createAllowance(articles),
    crowd,
    weights,
    factsOf,
    linesOf: (source) => bySource.get(source) ?? [],
    ranked() {
      ranked ??= rankLines(lines, crowd);
      return ranked;
    },
    pairs() {
      pairs ??= findPairs(lines, weights);
      return pairs;
    },
    supportersOf(line) {
      const same = this.pairs()
        .of(line)
        .filter((pair) => saysSame(pair, factsOf(pair.a), factsOf(pair.b), weights))
        .map(({ a, b }) => (a === line ? b : a))
        .filter((other) => bearsOut(other, factsOf(other), line, factsOf(line)));
      return [...new Set(same.map(({ article }) => article))];
    },
  };
}

/** Only English is read; a text too short to tell is taken to be. */
function isRead(article: ReadArticle | undefined): boolean {
  const language = article?.analysis.language ?? null;
  return language === null || language === 'en';
}

/** A line as a statement, without its dateline; `also` are further articles that say it. */
export function stateLine(
  desk: Desk,
  line: Line,
  reason: Reason,
  also: readonly string[] = [],
  shown = line.text,
): Statement {
  const sources = [...new Set([line.article, ...also])].map((article) => desk.citations.numberOf(article));
  const dateline = lengthOfDateline(line.text);
  const { article, start, end } = passageOf(line);
  return {
    passage: { article, start: start + dateline, end },
    shown: shown.slice(dateline),
    sources,
    reason,
  };
}
