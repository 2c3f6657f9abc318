/** How a candidate stands to the question's words: on which side, in which clause, and how like it is to what is asked for. */
import { termOf } from '../../search/query.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import type { Reading } from '../sentences/reading.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { isNumberWord } from '../words/number-words.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Candidate } from './candidates.ts';

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

export function relationOf(question: AskedQuestion, matcher: Matcher): Relation {
  return { ...slotOf(question), opening: openingOf(question, matcher) };
}

/** Place of the noun that a number counts: "hamlets" of "two nearby hill hamlets", inside the candidate or right behind it; else -1. */
function countedBy({ words }: Reading, { first, last }: Candidate): number {
  const inside = words.slice(first, last).findLastIndex(({ pos }) => pos === 'NOUN');
  let at = inside < 0 ? last : first + inside;
  while (/^(?:ADJ|NUM)$/.test(words[at]?.pos ?? '')) at++;
  if (words[at]?.pos === 'PROPN' && words[at + 1]?.pos === 'NOUN') at++;
  while (/^(?:NOUN|PROPN)$/.test(words[at]?.pos ?? '') && words[at + 1]?.pos === 'NOUN') at++;
  return words[at]?.pos === 'NOUN' ? at : -1;
}

const PEOPLE = new Set(['people', 'person'].map((word) => termOf(word)));

/** Whether a noun is the one asked for: "14 workers" are people. */
function isSameThing(word: string, thing: string, focus: string, lexicon: Lexicon): boolean {
  const isPerson = lexicon.kindOf(thing) === 'person' || SOMEBODY.test(word);
  const people = PEOPLE.has(focus) || lexicon.kindOf(focus) === 'person';
  return thing === focus || lexicon.areSame(thing, focus) || (people && isPerson);
}

/** Letters of a verb that may begin a noun of its own. */
const VERB_STEM = 4;

/** Whether a noun is what the verb of the question makes: who signed left "900 signatures". */
function isDone({ verb }: AskedQuestion, thing: string): boolean {
  return verb !== null && verb.length >= VERB_STEM && thing.startsWith(verb);
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
  const { words, terms } = reading;
  const { first, last, kind } = candidate;
  const { lexicon } = matcher;
  readSides(reading, candidate, before, BEFORE, features);
  readSides(reading, candidate, after, AFTER, features);
  const [clause, beside] = clauseShares(reading, candidate);
  features['clause'] = clause;
  features['clauseBeside'] = beside;

  features[`o:${opening}:${kind}`] = 1;
  const left = words[first - 1];
  const right = words[last];
  features[`l:${lowerOf(left)}`] = 1;
  features[`r:${lowerOf(right)}`] = 1;
  features[`${question.kind}:l:${left?.pos ?? '^'}`] = 1;
  features[`${question.kind}:r:${right?.pos ?? '$'}`] = 1;
  const inside = words.slice(first, last);
  const shape = inside.length > 4 ? 'long' : inside.map(({ pos }) => pos).join(' ');
  features[`p:${shape}`] = 1;
  features[`${question.kind}:p0:${inside[0]?.pos}`] = 1;
  features[`${question.kind}:p9:${inside.at(-1)?.pos}`] = 1;

  // What the words mean: the kind of thing, and how like it is to the noun that is asked for.
  const head = inside.findLastIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const headTerm = head < 0 ? null : (terms[first + head] ?? null);
  const noun = headTerm === null ? undefined : lexicon.kindOf(headTerm);
  const proper = inside[head]?.pos === 'PROPN';
  if (noun !== undefined && !proper) {
    features[`${question.kind}:n:${noun}`] = 1;
    features[`o:${opening}:n:${noun}`] = 1;
  }
  const { focus } = question;
  if (focus !== null) {
    const wanted = lexicon.kindOf(focus);
    if (wanted !== undefined && noun !== undefined) {
      features['sameNoun'] = wanted === noun ? 1 : -0.5;
      if (!proper) features[`w:${wanted}:${noun}`] = 1;
    }
    let most = -0.2;
    for (let at = first; at < last; at++) {
      const term = terms[at];
      if (term !== null && term !== undefined && term !== focus) most = Math.max(most, matcher.toFocus(term));
    }
    features['likeFocus'] = most;
    features['headLikeFocus'] = headTerm === null ? -0.2 : matcher.toFocus(headTerm);
    let near = 0;
    for (let at = Math.max(0, first - 4); at < Math.min(words.length, last + 4); at++) {
      const term = terms[at];
      if (term === null || term === undefined || (at >= first && at < last)) continue;
      const distance = at < first ? first - at : at - last + 1;
      const like = term === focus ? 1 : lexicon.areSame(focus, term) ? 0.9 : matcher.toFocus(term);
      near = Math.max(near, like / Math.sqrt(distance));
    }
    features['nearLikeFocus'] = near;
    if (question.kind === 'number' && inside.some(isNumberWord)) {
      const counted = terms[last] ?? headTerm;
      const like = counted === focus ? 1 : counted === null ? 0 : matcher.toFocus(counted);
      features['countsFocus'] = Math.max(like, headTerm === focus ? 1 : 0);
      const at = countedBy(reading, candidate);
      const thing = terms[at];
      if (typeof thing === 'string') {
        const isSame = isSameThing(words[at]?.lower ?? '', thing, focus, lexicon) || isDone(question, thing);
        features['counted'] = isSame ? 1 : matcher.toFocus(thing);
        // For find-spans.ts: the models do not read it.
        features['countsItself'] = thing === focus || lexicon.areSame(thing, focus) ? 1 : 0;
      }
    }
  }
  let [rarity, counted, like] = [0, 0, 0];
  for (let at = first; at < last; at++) {
    const term = terms[at];
    if (term === null || term === undefined) continue;
    rarity += lexicon.rarity(term);
    counted += 1;
    like += matcher.closest(term);
  }
  features['rarity'] = counted === 0 ? 0 : rarity / counted;
  features['likeQuestion'] = counted === 0 ? 0 : like / counted;
}
