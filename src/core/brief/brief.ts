/** A brief: what happened, who says so, where they differ, from the articles' own sentences. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { createAllowance } from './allowance.ts';
import { createCitations } from './citations.ts';
import { buildComparisons } from './compare.ts';
import { buildHappened } from './happened.ts';
import { readLines } from './lines.ts';
import { buildQuotes } from './quotes.ts';
import { buildTimeline } from './timeline.ts';
import type { Brief, BriefLength, Families } from './types.ts';
import { buildUnknown } from './unknown.ts';
import { buildEvidence, findVoices } from './voices.ts';

export interface BriefOptions {
  readonly title: string;
  /** The words that found the articles; sentences about them come first. */
  readonly query: string;
  readonly length: BriefLength;
  readonly families: Families;
  readonly now: Date;
}

/** Builds a brief of the articles, which are all taken to be about one thing. None, or one, is fine. */
export function buildBrief(articles: readonly (ReadArticle | StoredArticle)[], options: BriefOptions): Brief {
  const lines = readLines(articles);
  const voices = findVoices(articles, options.families);
  const citations = createCitations(articles);
  const desk = {
    articles,
    lines,
    voices,
    citations,
    allowance: createAllowance(articles),
    about: new Set(parseTerms(options.query)),
  };
  const happened = buildHappened(desk, options.length);
  const comparisons = options.length === 'headline' ? [] : buildComparisons(desk);
  const { quotes, all } = buildQuotes(desk, options.length);
  return {
    title: options.title,
    evidence: buildEvidence(articles, voices),
    happened,
    quotes,
    comparisons,
    timeline: buildTimeline(desk),
    figures: [],
    unknown: buildUnknown(desk),
    sources: citations.sources(),
    allQuotes: all,
  };
}
