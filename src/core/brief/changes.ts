/** What has changed since a brief was last shown. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { findNewNumber } from './compare/differences.ts';
import { createElsewhere } from './compare/elsewhere.ts';
import type { Elsewhere } from './compare/same-thing.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Line } from './lines.ts';
import { quotedIn } from './update.ts';

interface FigureChange {
  /** The number with what it counts, as the older and as the newer article put it. */
  readonly from: string;
  readonly to: string;
  /** Id of the newer article. */
  readonly article: string;
}

export interface Changes {
  /** Ids of articles that were not there. */
  readonly added: readonly string[];
  /** Ids of articles whose text or title has changed. */
  readonly changed: readonly string[];
  /** Direct quotations of the added and changed articles that none carried before. */
  readonly quotes: number;
  readonly figures: readonly FigureChange[];
}

/** A sentence that names a day so long before its article tells of another event: "the worst since 2007, when …". */
const LONG_AGO_DAYS = 90;

/** Compares what there is now with what was shown, each article as it was then. */
export function findChanges(articles: readonly StoredArticle[], before: readonly StoredArticle[]): Changes {
  const versions = new Map(before.map(({ id, status }) => [id, status.version]));
  const added = articles.filter(({ id }) => !versions.has(id));
  const changed = articles.filter(({ id, status }) => status.version > (versions.get(id) ?? status.version));
  const known = new Set(before.flatMap(quotedIn));
  const fresh = [...changed, ...added];
  return {
    added: added.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    quotes: new Set(fresh.flatMap(quotedIn).filter((words) => !known.has(words))).size,
    figures: findFigureChanges(before, fresh),
  };
}

/** Numbers of new texts that are others than the old ones gave for the same thing, and that none gave; of several new ones the newest. */
function findFigureChanges(old: readonly ReadArticle[], fresh: readonly ReadArticle[]): FigureChange[] {
  const newest = [...fresh].sort((x, y) => (y.published ?? '').localeCompare(x.published ?? ''));
  const desk = openDesk([...newest, ...old], '', new Map());
  const { weights, factsOf } = desk;
  const elsewhere = createElsewhere(desk);
  const shown = desk.lines.filter(({ source }) => source >= fresh.length);
  const counted = new Set(
    shown.flatMap((line) => factsOf(line).counts.map(({ unit, value }) => `${unit} ${value}`)),
  );
  const changes = desk.pairs().all.filter(({ a, b }) => a.source < fresh.length && b.source >= fresh.length);
  changes.sort((x, y) => x.a.source - y.a.source);
  const found = new Map<string, FigureChange>();
  for (const pair of changes) {
    if ([pair.a, pair.b].some((line) => tellsOfLongAgo(desk, line))) continue;
    const own = elsewhere(pair);
    const isOneText = pair.a.article === pair.b.article;
    const counts: Elsewhere['counts'] = (side, unit, value) =>
      side === 1 && !isOneText ? counted.has(`${unit} ${value}`) : own.counts(side, unit, value);
    const sides = { pair, a: factsOf(pair.a), b: factsOf(pair.b), weights, elsewhere: { ...own, counts } };
    const difference = findNewNumber(sides);
    if (difference === null || found.has(difference.subject)) continue;
    const [to, from] = difference.values;
    found.set(difference.subject, { from, to, article: pair.a.article });
  }
  return [...found.values()];
}

/** Without its date, an article tells of any time. */
function tellsOfLongAgo({ articles, factsOf }: Desk, line: Line): boolean {
  const published = Date.parse(articles[line.source]?.published ?? '');
  return factsOf(line).dates.some(
    ({ value }) => published - Date.parse(value ?? '') > LONG_AGO_DAYS * 86_400_000,
  );
}
