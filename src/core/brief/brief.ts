/** A brief: what happened, who says so, where they differ, from the articles' own sentences. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { buildComparisons } from './compare/compare.ts';
import { openDesk } from './desk.ts';
import { buildFigures } from './figures.ts';
import { buildHappened } from './happened.ts';
import { buildPeople } from './people.ts';
import { buildQuotes } from './quotes.ts';
import { chooseRead } from './read.ts';
import { buildTimeline } from './timeline.ts';
import type { Brief, BriefLength, Families } from './types.ts';
import { buildUnknown } from './unknown.ts';
import { buildEvidence } from './voices.ts';

export interface BriefOptions {
  readonly title: string;
  /** The words that found the articles; sentences about them come first. */
  readonly query: string;
  readonly length: BriefLength;
  readonly families: Families;
  readonly now: Date;
}

/**
 * Builds a brief of articles that are all taken to be about one thing; none, or one, is fine, and of very many it rests on
 * those that are read. What stands first in the brief is chosen first, so that an article's words go to what matters most.
 */
export function buildBrief(given: readonly (ReadArticle | StoredArticle)[], options: BriefOptions): Brief {
  const articles = chooseRead(given, options.families);
  const desk = openDesk(articles, options.query, options.families);
  const detail = options.length !== 'headline';
  const happened = buildHappened(desk, options.length);
  const comparisons = detail ? buildComparisons(desk) : [];
  const { quotes, all } = buildQuotes(desk, options.length);
  const unknown = detail ? buildUnknown(desk, comparisons) : [];
  const timeline = detail ? buildTimeline(desk) : [];
  const figures = detail ? buildFigures(desk) : [];
  const people = detail ? buildPeople(desk) : [];
  return {
    title: options.title,
    evidence: buildEvidence(articles, desk.voices),
    happened,
    quotes,
    comparisons,
    timeline,
    figures,
    unknown,
    people,
    sources: desk.citations.sources(),
    allQuotes: all,
  };
}
