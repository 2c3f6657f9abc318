/** What happened: a few sentences, the most important first. */

import { hasVerb } from '../text/verbs.ts';
import { isAhead, parseNotKnown } from './compare/certainty.ts';
import { pairOf } from './compare/pairs.ts';
import { saysSame } from './compare/support.ts';
import { type Desk, stateLine } from './desk.ts';
import { findLead, OPENING } from './lead.ts';
import type { Line } from './lines.ts';
import { showAlone } from './sentences/alone.ts';
import { introduce } from './sentences/introduce.ts';
import { isOpinion } from './sentences/opinion.ts';
import { chooseLines, type Ranked, WEIGHED } from './sentences/salience.ts';
import type { BriefLength, Statement } from './types.ts';

const MOST: Record<BriefLength, number> = { headline: 1, short: 3, full: 6 };
/** A sentence longer than this is hard to read in a chat … */
const LONGEST = 45;
/** … but for the first of an article, in which agencies put all of what happened. */
const LONGEST_FIRST = 60;
/** What opens an article says what happened; the rest says more about it. */
const OPENS = { sentences: 2, bonus: 0.06 };
/** Openings that share so much say the same. */
const TOLD = { overlap: 0.3, terms: 5 };
/** Sentences that share so much tell one thing, in other words; within one article only where they share more. */
const RETOLD = { overlap: 0.45, jaccard: 0.24, terms: 4 };
const REPEATED = { overlap: 0.55, jaccard: 0.28, terms: 6 };
/** What was to come when an older article was written is no news beside what came. */
const STALE = 0.12;
const FRESH_DAYS = 1;
/** "If …": not what happened, but what might. */
const SUPPOSES = 0.15;
/** What somebody thinks of it, beside what happened. */
const OPINION = 0.15;
/** What is not known has its place further down. */
const NOT_KNOWN = 0.15;

export function buildHappened(desk: Desk, length: BriefLength): Statement[] {
  const found: Told[] = [];
  const ranked = rankShown(desk);
  const lead = findLead(ranked, desk);
  chooseLines(
    ranked,
    ({ line, score }, next) => {
      const shown = showAlone(line, desk);
      if (found.some((one) => tellSame(desk, one.line, line))) return false;
      if (shown === null || !desk.allowance.take(line)) return false;
      const also = desk.supportersOf(line);
      const reason = { score, because: reasonsOf(line, also), insteadOf: next?.text ?? null };
      found.push({ line, statement: stateLine(desk, line, reason, also, shown) });
      return true;
    },
    () => found.length < MOST[length],
    lead,
  );
  return introduce(desk, inReadingOrder(found));
}

/**
 * The lines that can be shown, best first: as many as are weighed, and all that open their articles. Of the others nobody
 * asks, and to read whether a line can be shown alone takes longest.
 */
function rankShown(desk: Desk): Ranked[] {
  const newest = Math.max(0, ...desk.articles.map(({ published }) => Date.parse(published ?? '') || 0));
  const opinions = new Set(desk.articles.flatMap((article, source) => (isOpinion(article) ? [source] : [])));
  const shown: Ranked[] = [];
  for (const one of desk.ranked()) {
    const { line } = one;
    if (shown.length >= WEIGHED && line.order >= OPENING) continue;
    if (!desk.plain.has(line) || isLong(line) || showAlone(line, desk) === null) continue;
    const score =
      one.score +
      bonusOf(line) -
      (isStale(line, desk, newest) ? STALE : 0) -
      (opinions.has(line.source) ? OPINION : 0);
    shown.push({ ...one, score });
  }
  return shown;
}

function isLong({ words, order }: Line): boolean {
  return words > (order === 0 ? LONGEST_FIRST : LONGEST);
}

const VERBLESS = 0.1;

function bonusOf(line: Line): number {
  return (
    (line.order < OPENS.sentences ? OPENS.bonus : 0) -
    (/^If\b/.test(line.text) ? SUPPOSES : 0) -
    (parseNotKnown(line.text) === null ? 0 : NOT_KNOWN) -
    (hasVerb(line.text) ? 0 : VERBLESS)
  );
}

/** Whether a line speaks of what was to come, and a newer article of the story tells on. */
function isStale(line: Line, { articles }: Desk, newest: number): boolean {
  const published = articles[line.source]?.published;
  if (!published || !isAhead(line.text)) return false;
  return newest - Date.parse(published) > FRESH_DAYS * 86_400_000;
}

/** Whether two articles say one thing there. Two openings tell of one event, though each in its words. */
function tellSame(desk: Desk, a: Line, b: Line): boolean {
  const pair = pairOf(a, b, desk.weights);
  const least = a.source === b.source ? REPEATED : RETOLD;
  if (pair.overlap >= least.overlap && pair.jaccard >= least.jaccard && pair.shared >= least.terms)
    return true;
  // Of one article the second sentence goes on, but for one under a headline that its first paragraph says again.
  if (a.source === b.source && a.paragraph === b.paragraph) return false;
  const areOpenings =
    Math.max(a.order, b.order) < OPENS.sentences && pair.overlap >= TOLD.overlap && pair.shared >= TOLD.terms;
  if (areOpenings || a.source === b.source) return areOpenings;
  return saysSame(pair, desk.factsOf(a), desk.factsOf(b), desk.weights);
}

interface Told {
  readonly line: Line;
  readonly statement: Statement;
}

/** The lead first. Of the others, each article keeps its places in the order of importance, and fills them in the order of its text. */
function inReadingOrder(found: readonly Told[]): Told[] {
  const [first, ...others] = found;
  if (first === undefined) return [];
  const waiting = new Map<number, Told[]>();
  for (const one of others) waiting.set(one.line.source, [...(waiting.get(one.line.source) ?? []), one]);
  for (const own of waiting.values()) own.sort((x, y) => x.line.order - y.line.order);
  return [first, ...others.flatMap(({ line }) => waiting.get(line.source)?.shift() ?? [])];
}

function reasonsOf(line: Line, also: readonly string[]): string[] {
  const reasons = [];
  if (line.order === 0) reasons.push('opens its article');
  else if (line.order < 4) reasons.push('stands near the start of its article');
  if (also.length > 0) reasons.push(`said by ${also.length + 1} articles`);
  return reasons.length > 0 ? reasons : ['names what the articles name most'];
}
