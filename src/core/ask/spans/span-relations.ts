/** How a candidate stands to the question's words: on which side, in which clause, and how like it is to what is asked for. */
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import type { Reading } from '../sentences/reading.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Candidate } from './candidates.ts';
import { headOf, readCounted, readFocus } from './span-focus.ts';

/** Words over which nearness falls to a third. */
const NEAR = 6;
/** Grammar words that are told apart beside a candidate. */
const GRAMMAR: ReadonlySet<string> = new Set([
  'DET',
  'ADP',
  'AUX',
  'CCONJ',
  'SCONJ',
  'PART',
  'PRON',
  'PUNCT',
]);

/** The question's terms as they would stand in a statement: before and after the place of the answer. */
function slotOf({ words, order, asksSubject, verb, focus }: AskedQuestion): {
  before: Set<string>;
  after: Set<string>;
} {
  const terms = order.filter((term) => term !== focus);
  if (asksSubject) return { before: new Set(), after: new Set(terms) };
  const at = verb === null ? -1 : terms.indexOf(verb);
  const end = at < 0 || words.length === 0 ? terms.length : at + 1;
  return { before: new Set(terms.slice(0, end)), after: new Set(terms.slice(end)) };
}

/** Names of the features of words that would stand before, or behind, the answer in a statement. */
interface SideNames {
  readonly left: string;
  readonly right: string;
  readonly nearLeft: string;
  readonly nearRight: string;
}
const sideNames = (side: string): SideNames => ({
  left: `slot:${side}:left`,
  right: `slot:${side}:right`,
  nearLeft: `slot:${side}:nearLeft`,
  nearRight: `slot:${side}:nearRight`,
});
const BEFORE = sideNames('b');
const AFTER = sideNames('a');

/** Shares of the question that stand on each side of a candidate, as a whole and as near as they come. */
function readSides(
  { held, matched, total }: Reading,
  { first, last }: Candidate,
  terms: ReadonlySet<string>,
  names: SideNames,
  features: Record<string, number>,
): void {
  let [left, right, allLeft, allRight] = [0, 0, 0, 0];
  for (const { term, places } of held) {
    if (!terms.has(term)) continue;
    let [nearLeft, nearRight] = [0, 0];
    for (const at of places) {
      const weight = matched[at] ?? 0;
      if (at < first) {
        left += weight;
        nearLeft = Math.max(nearLeft, weight * Math.exp((at - first) / NEAR));
      } else if (at >= last) {
        right += weight;
        nearRight = Math.max(nearRight, weight * Math.exp((last - 1 - at) / NEAR));
      }
    }
    allLeft += nearLeft;
    allRight += nearRight;
  }
  if (left > 0) {
    features[names.left] = Math.min(1, left / total);
    features[names.nearLeft] = allLeft / total;
  }
  if (right > 0) {
    features[names.right] = Math.min(1, right / total);
    features[names.nearRight] = allRight / total;
  }
}

const lowerOf = (word: TaggedWord | undefined): string =>
  word === undefined ? '^' : GRAMMAR.has(word.pos) ? word.lower : word.pos;

/** Share of the question that stands in the candidate's clause, in those beside it, and behind an opposite. */
function clauseShares({ clauses, held, matched, total }: Reading, { first }: Candidate): [number, number] {
  if (total === 0) return [0, 0];
  const own = clauses[first] ?? 0;
  let [all, around] = [0, 0];
  for (const { places } of held) {
    let [here, beside] = [0, 0];
    for (const at of places) {
      const weight = matched[at] ?? 0;
      const distance = Math.abs((clauses[at] ?? 0) - own);
      if (distance === 0) here = Math.max(here, weight);
      if (distance <= 1) beside = Math.max(beside, weight);
    }
    all += here;
    around += beside;
  }
  return [all / total, around / total];
}

/** The question's first words, by which it is told apart: "how many", "what year", "who was". */
function openingOf({ words, kind, focus }: AskedQuestion, matcher: Matcher): string {
  const at = findAsking(words);
  if (at < 0) return kind;
  const next = words[at + 1];
  const second =
    next === undefined ? '' : GRAMMAR.has(next.pos) || next.pos === 'ADJ' ? next.lower : next.pos;
  const noun = focus === null ? undefined : matcher.lexicon.kindOf(focus);
  return noun === undefined ? `${words[at]?.lower} ${second}` : `${words[at]?.lower} ${noun}`;
}

/** What is the same for all candidates of a question. */
export interface Relation {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly opening: string;
}

/** What readRelations needs of a question, read once. */
export function relationOf(question: AskedQuestion, matcher: Matcher): Relation {
  return { ...slotOf(question), opening: openingOf(question, matcher) };
}

/** Adds to the features of a candidate. */
export function readRelations(
  reading: Reading,
  candidate: Candidate,
  question: AskedQuestion,
  { before, after, opening }: Relation,
  matcher: Matcher,
  features: Record<string, number>,
): void {
  readSides(reading, candidate, before, BEFORE, features);
  readSides(reading, candidate, after, AFTER, features);
  const [clause, beside] = clauseShares(reading, candidate);
  features['clause'] = clause;
  features['clauseBeside'] = beside;
  features[`o:${opening}:${candidate.kind}`] = 1;
  readGrammar(reading, candidate, question, features);
  const head = headOf(reading, candidate, matcher.lexicon);
  if (head.noun !== undefined && !head.isName) {
    features[`${question.kind}:n:${head.noun}`] = 1;
    features[`o:${opening}:n:${head.noun}`] = 1;
  }
  const { focus } = question;
  if (focus !== null) {
    readFocus(reading, candidate, head, focus, matcher, features);
    if (question.kind === 'number')
      readCounted(reading, candidate, head, { ...question, focus }, matcher, features);
  }
  readLikeness(reading, candidate, matcher, features);
}

/** The parts of speech beside the candidate and in it. */
function readGrammar(
  { words }: Reading,
  { first, last }: Candidate,
  { kind }: AskedQuestion,
  features: Record<string, number>,
): void {
  const left = words[first - 1];
  const right = words[last];
  features[`l:${lowerOf(left)}`] = 1;
  features[`r:${lowerOf(right)}`] = 1;
  features[`${kind}:l:${left?.pos ?? '^'}`] = 1;
  features[`${kind}:r:${right?.pos ?? '$'}`] = 1;
  const inside = words.slice(first, last);
  const shape = inside.length > 4 ? 'long' : inside.map(({ pos }) => pos).join(' ');
  features[`p:${shape}`] = 1;
  features[`${kind}:p0:${inside[0]?.pos}`] = 1;
  features[`${kind}:p9:${inside.at(-1)?.pos}`] = 1;
}

/** How rare the words of the candidate are, and how like those of the question. */
function readLikeness(
  { terms }: Reading,
  { first, last }: Candidate,
  matcher: Matcher,
  features: Record<string, number>,
): void {
  let [rarity, counted, like] = [0, 0, 0];
  for (let at = first; at < last; at++) {
    const term = terms[at];
    if (term === null || term === undefined) continue;
    rarity += matcher.lexicon.rarity(term);
    counted += 1;
    like += matcher.closest(term);
  }
  features['rarity'] = counted === 0 ? 0 : rarity / counted;
  features['likeQuestion'] = counted === 0 ? 0 : like / counted;
}
