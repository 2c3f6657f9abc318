/** What has changed since a brief was last shown. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { type Count, isFate, isMeasure } from '../search/numbers.ts';
import { openDesk } from './desk.ts';
import { type Line, overlap } from './lines.ts';
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

/** Sentences about one thing share so much, numbers left out. */
const ABOUT = 0.5;
const ABOUT_FATE = 0.2;
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

/** Numbers of new texts that are others than the old ones gave for the same thing; of several new ones the newest. */
function findFigureChanges(old: readonly ReadArticle[], added: readonly ReadArticle[]): FigureChange[] {
  const given = countsOf(old);
  const values = new Set(given.map(({ count }) => `${count.unit} ${count.value}`));
  const found = new Map<string, FigureChange>();
  const newest = [...added].sort((x, y) => (y.published ?? '').localeCompare(x.published ?? ''));
  for (const { line, count } of countsOf(newest)) {
    if (values.has(`${count.unit} ${count.value}`) || found.has(count.unit)) continue;
    const least = isFate(count.unit) ? ABOUT_FATE : ABOUT;
    const last = given.findLast(
      (one) => one.count.unit === count.unit && overlap(one.line.sense, line.sense) >= least,
    );
    if (last === undefined) continue;
    const words = (one: { line: Line; count: Count }): string =>
      one.line.text.slice(one.count.start, one.count.end);
    found.set(count.unit, { from: words(last), to: words({ line, count }), article: line.article });
  }
  return [...found.values()];
}

function countsOf(articles: readonly ReadArticle[]): { line: Line; count: Count }[] {
  const desk = openDesk(articles, '', new Map());
  return desk.lines.flatMap((line) => {
    const { counts, dates } = desk.factsOf(line);
    const published = Date.parse(articles[line.source]?.published ?? '');
    // Without its date, an article tells of any time.
    if (dates.some(({ value }) => published - Date.parse(value ?? '') > LONG_AGO_DAYS * 86_400_000))
      return [];
    return counts.filter((count) => !count.part && !isMeasure(count.unit)).map((count) => ({ line, count }));
  });
}
