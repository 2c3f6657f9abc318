/** How an article stands among those that are asked: how much of the question it speaks of, and how new it is. */
import type { ReadArticle } from '../../article.ts';
import type { Features } from '../models/linear.ts';
import type { Shares } from './shares.ts';

/** An article with what each of its sentences, and its title, has of each term of the question: 0 to 1. */
export interface AskedArticle {
  readonly article: ReadArticle | undefined;
  readonly shares: readonly Shares[];
  readonly inTitle: Shares;
}

const DAY = 86_400_000;
/** The title and the first sentences tell what a report is about. */
const OPENING = 4;

function union(texts: readonly Shares[], size: number): Shares {
  const most = new Float64Array(size);
  for (const text of texts)
    text.forEach((share, i) => {
      if (share > (most[i] ?? 0)) most[i] = share;
    });
  return most;
}

const weighed = (weights: Float64Array, shares: Shares): number =>
  weights.reduce((sum, weight, i) => sum + weight * (shares[i] ?? 0), 0);

/** Features of each article; none where there is only one, since they compare. */
export function readStandings(asked: readonly AskedArticle[], weights: Float64Array): Features[] {
  if (asked.length < 2) return asked.map(() => ({}));
  const whole = asked.map(({ shares, inTitle }) => union([...shares, inTitle], weights.length));
  const openings = asked.map(({ shares, inTitle }) =>
    union([...shares.slice(0, OPENING), inTitle], weights.length),
  );
  // Terms that few of the articles have say most about which is meant.
  const raw = weights.map((weight, i) => {
    const count = whole.reduce((sum, shares) => sum + (shares[i] ?? 0), 0);
    return weight * Math.log(1 + (asked.length + 1) / (count + 1));
  });
  const all = raw.reduce((sum, weight) => sum + weight, 0) || 1;
  const rare = raw.map((weight) => weight / all);
  const held = whole.map((shares) => weighed(rare, shares));
  const opened = openings.map((shares) => weighed(rare, shares));
  const titled = asked.map(({ inTitle }) => weighed(rare, inTitle));
  const [mostHeld, mostOpened, mostTitled] = [Math.max(...held), Math.max(...opened), Math.max(...titled)];
  const times = asked.map(({ article }) => Date.parse(article?.published ?? ''));
  const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return asked.map((_, i) => {
    const time = times[i] ?? Number.NaN;
    const days = Number.isNaN(time) ? undefined : (newest - time) / DAY;
    return {
      heldByArticle: held[i] ?? 0,
      heldLess: mostHeld - (held[i] ?? 0),
      openedByArticle: opened[i] ?? 0,
      openedLess: mostOpened - (opened[i] ?? 0),
      titledLess: mostTitled - (titled[i] ?? 0),
      ...(days === undefined ? { undated: 1 } : { age: Math.log(1 + days) / 8, fresh: days <= 8 ? 1 : 0 }),
    };
  });
}
