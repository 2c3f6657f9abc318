/** What only one voice says. */
import { parseTerms } from '../../search/query.ts';
import { hasVerb } from '../../text/verbs.ts';
import { type Desk, stateLine } from '../desk.ts';
import { type Line, placeOf } from '../lines.ts';
import { showAlone } from '../sentences/alone.ts';
import { leavesOpenWhich } from '../sentences/definite.ts';
import type { Comparison } from '../types.ts';
import type { Pair } from './pairs.ts';

const MOST = 3;
/** So many lines are looked at: a long list of articles must not take long. */
const LOOKED_AT = 80;
/** Of the terms of what only one says, no more than this stand anywhere in the others. */
const KNOWN = 0.75;
/** A term of more than this share of the sentences is what all of them are about. */
const COMMON = 0.12;
/** "One teacher was acquitted": the others may name her. */
const FEW = 2;
/** Sharing so many other terms, one of them of a name or a number, a sentence may say it in other words. */
const PERHAPS = 2;

/**
 * What matters and stands in one article alone; at most one of each voice. What opens an article is what happened: all
 * tell it, each in its words, so that it is never called one's own. `pairs` are those of all lines: what another voice has
 * in quotation marks it says too.
 */
export function findLoners(desk: Desk, pairs: readonly Pair[], shown: ReadonlySet<string>): Comparison[] {
  const near = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const ranked = desk
    .ranked()
    .filter(({ line }) => line.order > 0 && desk.plain.has(line) && !shown.has(placeOf(line)))
    .filter(({ line }) => !near.has(line))
    .slice(0, LOOKED_AT);
  const found: Comparison[] = [];
  const voices = new Set<number>();
  for (const { line, score } of ranked) {
    if (found.length >= MOST) break;
    const voice = desk.voices[line.source] ?? line.source;
    // A line without a verb stands under a picture, or in a list.
    if (voices.has(voice) || !hasVerb(line.text) || /^If\b/.test(line.text)) continue;
    if (leavesOpenWhich(line, desk.crowd)) continue;
    if (!bringsOwn(desk, line) || !isNew(desk, line) || isPerhapsTold(desk, line)) continue;
    const alone = showAlone(line, desk);
    if (alone === null || !desk.allowance.take(line)) continue;
    voices.add(voice);
    const reason = { score, because: ['no other article says so'], insteadOf: null };
    found.push({ kind: 'only', of: null, sides: [stateLine(desk, line, reason, [], alone)], beside: [] });
  }
  return found;
}

/**
 * Whether a line has a name or a number that no other voice has: what the others name too they may tell in words of their own.
 * Without any it leans on what stands around it: "No arrests were made in that fire."
 */
function bringsOwn(desk: Desk, line: Line): boolean {
  const { names, counts } = desk.factsOf(line);
  const own = [
    ...names.flatMap(({ terms }) => [...terms]),
    ...counts
      .filter(({ value }) => value > FEW)
      .flatMap(({ start, end }) => parseTerms(line.text.slice(start, end))),
  ];
  // A day is no matter of one's own, since each article counts from its own: one's Tuesday is another's yesterday.
  return own.some((term) => {
    const holders = [...(desk.crowd.holders.get(term) ?? [])];
    return holders.length > 0 && holders.every((source) => desk.voices[source] === desk.voices[line.source]);
  });
}

/** Whether much of a line stands nowhere in the articles of other voices. */
function isNew(desk: Desk, line: Line): boolean {
  let known = 0;
  for (const term of line.set) {
    const holders = desk.crowd.holders.get(term) ?? new Set();
    if ([...holders].some((source) => desk.voices[source] !== desk.voices[line.source])) known++;
  }
  return known <= KNOWN * line.set.size;
}

/** Whether a sentence of another voice names or counts the same and says something alike of it. */
function isPerhapsTold(desk: Desk, line: Line): boolean {
  const most = Math.max(2, COMMON * desk.lines.length);
  const own = [...line.sense].filter((term) => (desk.crowd.counts.get(term) ?? 0) <= most);
  const { valued } = desk.factsOf(line);
  return desk.lines.some((other) => {
    if (desk.voices[other.source] === desk.voices[line.source]) return false;
    const shared = own.filter((term) => other.sense.has(term));
    return shared.length >= PERHAPS && shared.some((term) => valued.has(term));
  });
}
