/** Two sentences that are the same word for word but for one name or number. */
import { contradict } from '../../search/numbers.ts';
import { scopeOf } from './count-scope.ts';
import type { Facts, Named } from './facts.ts';
import { areOfOneSize, type Difference, isSame, type Sides } from './same-thing.ts';

/** So much of the two must be shared before they are looked at. */
const ALIKE = 0.45;
/** Words that are the same on both sides: fewer can be the same by chance. */
const SAME_WORDS = 6;
/** What differs is no longer than this, in words. */
const LONGEST = 4;
/** Of both sentences, so much is the same. */
const SHARE = 0.6;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Gap {
  readonly start: number;
  readonly ends: readonly [number, number];
}

/** What stands in the one place where two sentences differ, if it is a name or a number on both sides. */
export function findFrameDifference(sides: Sides): Difference | null {
  const { pair, a, b } = sides;
  if (pair.jaccard < ALIKE || a.certainty !== b.certainty) return null;
  const [ours, theirs] = [wordsOf(pair.a.text), wordsOf(pair.b.text)];
  const gap = gapOf(ours, theirs);
  if (gap === null) return null;
  const [mine, yours] = [spanOf(ours, gap.start, gap.ends[0]), spanOf(theirs, gap.start, gap.ends[1])];
  return numberAt(sides, mine, yours) ?? nameAt(sides, mine, yours);
}

type Span = readonly [start: number, end: number];

/**
 * The first place where two rows of words differ, as indexes, if they differ in nothing else: the words that stand there
 * may come again ("Solberg won … Solberg said"). Null where all or too much differs.
 */
function gapOf(ours: readonly Word[], theirs: readonly Word[]): Gap | null {
  let start = 0;
  while (start < ours.length && start < theirs.length && ours[start]?.text === theirs[start]?.text) start++;
  for (let both = 2; both <= 2 * LONGEST; both++)
    for (let mine = Math.max(1, both - LONGEST); mine <= Math.min(LONGEST, both - 1); mine++) {
      const ends: [number, number] = [start + mine, start + both - mine];
      const rest = without(ours, start, ends[0]);
      if (rest.length < SAME_WORDS || rest.length < SHARE * Math.max(ours.length, theirs.length)) continue;
      if (rest.join(' ') === without(theirs, start, ends[1]).join(' ')) return { start, ends };
    }
  return null;
}

/** Words without those that stand in one place, wherever they stand. */
function without(words: readonly Word[], from: number, to: number): string[] {
  const left = new Set(words.slice(from, to).map(({ text }) => text));
  return words.flatMap(({ text }) => (left.has(text) ? [] : [text]));
}

function numberAt({ pair, a, b, elsewhere }: Sides, mine: Span, yours: Span): Difference | null {
  const [one] = a.counts.filter((count) => overlaps(mine, count.start, count.end));
  const [other] = b.counts.filter((count) => overlaps(yours, count.start, count.end));
  if (!one || !other || !contradict(one, other, Number.POSITIVE_INFINITY)) return null;
  if (scopeOf(pair.a.text) !== scopeOf(pair.b.text)) return null;
  if (elsewhere.counts(0, one.unit, other.value) || elsewhere.counts(1, one.unit, one.value)) return null;
  const values = [pair.a.text.slice(one.start, one.end), pair.b.text.slice(other.start, other.end)] as const;
  return { of: 'number', values, subject: one.unit };
}

/** Two names, each filling the gap and of one kind; something else must be named or counted that both share. */
function nameAt({ a, b, elsewhere }: Sides, mine: Span, yours: Span): Difference | null {
  const [one, other] = [nameIn(a, mine), nameIn(b, yours)];
  if (!one || !other || isSame(one, other) || elsewhere.names(0, other) || elsewhere.names(1, one))
    return null;
  if ((one.kind === 'place') !== (other.kind === 'place')) return null;
  if (one.kind === 'place' && !areOfOneSize(one, other)) return null;
  if (one.kind !== 'place' && one.kind !== other.kind) return null;
  const shared = [...a.valued].filter(
    (term) => b.valued.has(term) && !one.terms.has(term) && !other.terms.has(term),
  );
  if (shared.length === 0) return null;
  const of = one.kind === 'place' ? 'place' : 'actor';
  return { of, values: [one.name, other.name], subject: of };
}

/** The name that fills a span, or null: "the film Soul" is no name alone. */
function nameIn(facts: Facts, [start, end]: Span): Named | null {
  const found = facts.names.filter((named) =>
    overlaps([start, end], named.start, named.start + named.name.length),
  );
  const [name] = found;
  if (!name || found.length !== 1) return null;
  return end - start <= name.name.length + 6 ? name : null;
}

function overlaps([start, end]: Span, from: number, to: number): boolean {
  return from < end && start < to;
}

function spanOf(words: readonly Word[], from: number, to: number): Span {
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

/** Words in lower case without the marks around them. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}$€£%][\p{L}\p{N}.,’'-]*/gu)].map((match) => ({
    text: match[0].toLowerCase().replace(/[.,’'-]+$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
