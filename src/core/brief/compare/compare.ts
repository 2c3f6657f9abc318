/** Where the sources agree, where only one says so, and where they differ. Rather nothing than a false difference. */
import { type Desk, stateLine } from '../desk.ts';
import { type Line, placeOf } from '../lines.ts';
import { showAlone } from '../sentences/alone.ts';
import type { Comparison, Reason, Statement } from '../types.ts';
import { findDifference } from './differences.ts';
import { createElsewhere } from './elsewhere.ts';
import { findGaps, type Gap } from './gaps.ts';
import { findLoners } from './loners.ts';
import type { Pair } from './pairs.ts';
import type { Difference } from './same-thing.ts';
import { bearsOut, saysSame } from './support.ts';

const MOST = { differ: 4, agree: 3, sides: 3, beside: 2 };
/** So many terms in the same order are no chance; fewer, where there are no others. */
const COPIED = { within: 6, whole: 4 };

/** Differences first, then agreements, then what only one says. With one voice there is nothing to compare. */
export function buildComparisons(desk: Desk): Comparison[] {
  if (new Set(desk.houses).size < 2) return [];
  const lines = [...desk.plain];
  const { factsOf, weights } = desk;
  const all = desk.pairs().all.filter(({ a, b }) => desk.voices[a.source] !== desk.voices[b.source]);
  const plain = desk.pairs().all.filter(({ a, b }) => desk.plain.has(a) && desk.plain.has(b));
  // A copy confirms nothing, but where another house changed a number or a name in it, that is a difference.
  const ofHouses = plain.filter(({ a, b }) => desk.houses[a.source] !== desk.houses[b.source]);
  const pairs = plain.filter(({ a, b }) => desk.voices[a.source] !== desk.voices[b.source]);
  const elsewhere = createElsewhere(desk);
  const differ: Comparison[] = findGaps(lines, desk.voices, factsOf).flatMap((gap) =>
    compareGap(desk, gap, lines),
  );
  const subjects = new Set<string>();
  for (const pair of ofHouses) {
    if (differ.length >= MOST.differ) break;
    const [a, b] = [factsOf(pair.a), factsOf(pair.b)];
    const difference = findDifference({ pair, a, b, weights, elsewhere: elsewhere(pair) });
    if (difference === null || subjects.has(keyOf(difference))) continue;
    const comparison = comparePair(desk, pair, difference);
    if (comparison === null) continue;
    subjects.add(keyOf(difference));
    differ.push(comparison);
  }
  const shown = new Set(differ.flatMap((one) => one.sides.map(({ passage }) => placeOf(passage))));
  // Copies of one text have nothing to agree on, and none of them says what the others do not.
  if (new Set(desk.voices).size < 2) return differ.slice(0, MOST.differ);
  const agree = findAgreements(desk, pairs, shown);
  return [...differ.slice(0, MOST.differ), ...agree, ...findLoners(desk, all, shown)];
}

function keyOf(difference: Difference): string {
  return difference.of === 'number'
    ? `number ${difference.subject}`
    : `${difference.of} ${[...difference.values].sort().join(' ')}`;
}

function compareGap(desk: Desk, gap: Gap, lines: readonly Line[]): Comparison[] {
  if (!desk.allowance.allows(gap.stated) || !desk.allowance.take(gap.unknown)) return [];
  desk.allowance.take(gap.stated);
  const because = (what: string) => ({ score: 1, because: [what], insteadOf: null });
  const beside = lines
    .filter((line) => line.source === gap.unknown.source && line !== gap.unknown && holdsAll(line, gap))
    .filter((line) => desk.allowance.take(line))
    .slice(0, MOST.beside);
  return [
    {
      kind: 'differ',
      of: 'certainty',
      sides: [
        stateSide(desk, gap.stated, because('states what another article calls unknown')),
        stateSide(desk, gap.unknown, because('says that it is not known')),
      ],
      beside: beside.map((line) =>
        stateSide(desk, line, because('what the same article says about it elsewhere')),
      ),
    },
  ];
}

/** One side, with a name for its pronoun where that is sure: what differs is shown in any case. */
function stateSide(desk: Desk, line: Line, reason: Reason, also: readonly string[] = []): Statement {
  return stateLine(desk, line, reason, also, showAlone(line, desk) ?? line.text);
}

/** Whether a line speaks of the event and of what fills the gap. */
function holdsAll(line: Line, { event, filling }: Gap): boolean {
  return filling.size > 0 && [...event, ...filling].every((term) => line.sense.has(term));
}

function comparePair(desk: Desk, pair: Pair, difference: Difference): Comparison | null {
  const { a, b } = pair;
  if (!desk.allowance.allows(b) || !desk.allowance.take(a)) return null;
  desk.allowance.take(b);
  const side = (line: Line, value: string): Statement =>
    stateSide(desk, line, {
      score: pair.overlap,
      because: [`different ${difference.of}: ${value}`],
      insteadOf: null,
    });
  return {
    kind: 'differ',
    of: difference.of,
    sides: [side(a, difference.values[0]), side(b, difference.values[1])],
    beside: [],
  };
}

/** What two independent voices say alike: each thing once, with all who say it. */
function findAgreements(desk: Desk, pairs: readonly Pair[], shown: Set<string>): Comparison[] {
  const { factsOf } = desk;
  const groups: Line[][] = [];
  for (const pair of pairs) {
    if (isCopied(pair) || !saysSame(pair, factsOf(pair.a), factsOf(pair.b), desk.weights)) continue;
    const group = groups.find((one) => one.includes(pair.a) || one.includes(pair.b));
    if (group === undefined) groups.push([pair.a, pair.b]);
    else for (const line of [pair.a, pair.b]) if (!group.includes(line)) group.push(line);
  }
  const voicesOf = (group: readonly Line[]): number =>
    new Set(group.map((line) => desk.voices[line.source])).size;
  groups.sort((x, y) => voicesOf(y) - voicesOf(x));
  const found: Comparison[] = [];
  for (const group of groups) {
    if (found.length >= MOST.agree) break;
    const sides = sidesOf(desk, group);
    if (
      sides.length < 2 ||
      sides.some((line) => shown.has(placeOf(line))) ||
      !sides.every((line) => desk.allowance.allows(line))
    )
      continue;
    for (const line of sides) {
      desk.allowance.take(line);
      shown.add(placeOf(line));
    }
    const reason = {
      score: voicesOf(group),
      because: [`said by ${voicesOf(group)} independent voices`],
      insteadOf: null,
    };
    const also = sides.map((line) => line.article);
    found.push({
      kind: 'agree',
      of: null,
      sides: sides.map((line, at) => stateSide(desk, line, reason, at === 0 ? also : [])),
      beside: [],
    });
  }
  return found;
}

/** The same words in two articles come from one pen: an agency's, or the other's. They confirm nothing. */
function isCopied({ a, b }: Pair): boolean {
  const [short, long] = [a, b].map((line) => line.terms.join(' ')).sort((x, y) => x.length - y.length);
  const least = short === long ? COPIED.whole : COPIED.within;
  return Math.min(a.terms.length, b.terms.length) >= least && (long ?? '').includes(short ?? '');
}

/** The first side is the one shown: one that stands alone, and of which the others bear out most. None where none do. */
function sidesOf(desk: Desk, group: readonly Line[]): Line[] {
  const all = group
    .filter((line) => showAlone(line, desk) !== null)
    .map((line) => {
      const facts = desk.factsOf(line);
      const others = group.filter(
        (other) => other !== line && bearsOut(other, desk.factsOf(other), line, facts),
      );
      return oneOfEachVoice(desk, [line, ...others]);
    });
  const best = all.sort((x, y) => y.length - x.length)[0] ?? [];
  return best.slice(0, MOST.sides);
}

function oneOfEachVoice(desk: Desk, lines: readonly Line[]): Line[] {
  const voices = new Set<number>();
  return lines.filter((line) => {
    const voice = desk.voices[line.source] ?? line.source;
    if (voices.has(voice)) return false;
    voices.add(voice);
    return true;
  });
}
