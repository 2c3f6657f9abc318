/** Which articles tell of the same event. */
import type { ReadArticle } from '../article.ts';
import { averageLink, type Edge } from './clusters.ts';
import { findDuplicates } from './duplicates.ts';
import { Likeness } from './likeness.ts';
import { Frequencies, readViews, type Views } from './vectors.ts';

/** Articles of one story are, on average, at least so alike. The middle of a plateau that is the same on two sets of events. */
const ALIKE = 0.45;
/** Likeness below this counts as none. */
const FAINT = 0.02;
/** Stories are worth grouping anew when so many times the articles have come since. */
const GROWN = 1.25;
/** Stories are found among the articles that came last: time grows by the square of their number. */
export const MOST_IN_STORIES = 2000;
/** Articles between two rests of `regroup`. */
const STRIDE = 10;

export interface Stories {
  /** Ids; every article is in exactly one story, in the order of the articles given. */
  readonly stories: string[][];
  /** Pairs of ids of near-identical texts. */
  readonly duplicates: [string, string][];
}

/** Groups articles into stories: one story is one event, and two look-alike events are two. */
export function groupStories(articles: readonly ReadArticle[]): Stories {
  return { stories: openStories(articles).stories(), duplicates: findDuplicates(articles) };
}

/** The ids of each story, in steps of milliseconds. */
export function* groupInSteps(articles: readonly ReadArticle[]): Generator<void, string[][]> {
  const known: Known[] = [];
  for (const article of articles) {
    known.push(knownOf(article));
    if (known.length % STRIDE === 0) yield;
  }
  const { groups } = yield* groupAll(known);
  return groups.map((group) => group.flatMap((at) => known[at]?.id ?? []));
}

/** Running stories that take new articles without being grouped again. */
export interface RunningStories {
  /** Puts an article into the story it belongs to, or into a new one; gives the ids of that story, the new one last. */
  add(article: ReadArticle): string[];
  /** Takes one of many that come at once: each is a story of its own until all are grouped anew, which is due from now on. */
  gather(article: ReadArticle): void;
  stories(): string[][];
  /** True when enough has come that grouping anew would find better stories. */
  isDue(): boolean;
  /** Groups the last articles anew and lets go of those before, in steps of milliseconds, so that a caller can let others work in between. */
  regroup(): Generator<void>;
}

/** What is known of an article: enough to group it again. */
interface Known {
  readonly id: string;
  readonly views: Views;
  readonly published: string | null;
}

interface Grouping {
  readonly frequencies: Frequencies;
  readonly likeness: Likeness;
  /** Indexes of articles. */
  readonly groups: number[][];
}

/** Groups the articles there are, and takes more one by one. */
export function openStories(articles: readonly ReadArticle[], most = MOST_IN_STORIES): RunningStories {
  let known = articles.map(knownOf);
  let grouped = known.length;
  /** Those behind were gathered. */
  let placed = known.length;
  /** Undefined while all are grouped anew: two at once would take twice the memory. */
  let grouping: Grouping | undefined = drain(groupAll(known));
  let groups = grouping.groups;
  const idsOf = (group: readonly number[]): string[] => group.flatMap((at) => known[at]?.id ?? []);
  return {
    add(article) {
      const one = knownOf(article);
      known.push(one);
      if (grouping === undefined || placed < known.length - 1) return [one.id];
      placed += 1;
      return idsOf(place(grouping, one));
    },
    gather: (article) => void known.push(knownOf(article)),
    stories: () => [...groups.map(idsOf), ...known.slice(placed).map(({ id }) => [id])],
    isDue: () => placed < known.length || known.length > grouped * GROWN,
    *regroup() {
      grouping = undefined;
      const from = Math.max(0, known.length - most);
      const chosen = known.slice(from);
      const next = yield* groupAll(chosen);
      // What came meanwhile.
      for (const late of known.slice(from + chosen.length)) place(next, late);
      known = known.slice(from);
      grouping = next;
      groups = next.groups;
      grouped = chosen.length;
      placed = known.length;
    },
  };
}

function knownOf(article: ReadArticle): Known {
  return { id: article.id, views: readViews(article), published: article.published };
}

function* groupAll(known: readonly Known[]): Generator<void, Grouping> {
  const frequencies = new Frequencies();
  const likeness = new Likeness();
  for (const [at, { views }] of known.entries()) {
    frequencies.add(views);
    if (at % STRIDE === 0) yield;
  }
  for (const [at, { views, published }] of known.entries()) {
    likeness.add(frequencies.weigh(views), published);
    if (at % STRIDE === 0) yield;
  }
  for (const at of known.keys()) {
    likeness.smooth(at);
    if (at % STRIDE === 0) yield;
  }
  const edges: Edge[] = [];
  for (const b of known.keys()) {
    for (const [a, weight] of likeness.rowOf(b).subarray(0, b).entries())
      if (weight >= FAINT) edges.push({ a, b, weight });
    if (b % STRIDE === 0) yield;
  }
  return { frequencies, likeness, groups: averageLink(known.length, edges, ALIKE) };
}

/** Puts an article that is not yet in the grouping into its story. */
function place({ frequencies, likeness, groups }: Grouping, { views, published }: Known): number[] {
  frequencies.add(views);
  const at = likeness.add(frequencies.weigh(views), published);
  likeness.smooth(at);
  const row = likeness.rowOf(at);
  let [best, mean]: [number[] | null, number] = [null, ALIKE];
  for (const group of groups) {
    const value = group.reduce((sum, other) => sum + (row[other] ?? 0), 0) / group.length;
    if (value >= mean) [best, mean] = [group, value];
  }
  if (best === null) {
    best = [];
    groups.push(best);
  }
  best.push(at);
  return best;
}

function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
