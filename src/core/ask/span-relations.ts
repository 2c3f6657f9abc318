/** How a candidate stands to the question's words: on which side, in which clause, and how like it is to what is asked for. */
import { termOf } from '../search/query.ts';
import { findAsking } from './asking.ts';
import { type Candidate, isNumberWord } from './candidates.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Matcher } from './likeness.ts';
import type { AskedQuestion } from './question.ts';
import type { Reading } from './reading.ts';
import type { TaggedWord } from './tagging.ts';

/** Words over which nearness falls to a third. */
const NEAR = 6;
/** Grammar words that are told apart beside a candidate. */
const GRAMMAR = /^(?:DET|ADP|AUX|CCONJ|SCONJ|PART|PRON|PUNCT)$/;

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

function sideShares(
  { asked, matched, total }: Reading,
  { first, last }: Candidate,
  terms: ReadonlySet<string>,
): { left: number; right: number; nearLeft: number; nearRight: number } {
  const sums = { left: 0, right: 0, nearLeft: 0, nearRight: 0 };
  if (total === 0) return sums;
  const best = new Map<string, number>();
  matched.forEach((weight, at) => {
    const term = asked[at];
    if (weight === 0 || term === null || term === undefined || !terms.has(term)) return;
    if (at >= first && at < last) return;
    const left = at < first;
    const near = weight * Math.exp(-(left ? first - at : at - last + 1) / NEAR);
    const key = `${left ? 'l' : 'r'}${term}`;
    if (near > (best.get(key) ?? 0)) best.set(key, near);
    if (left) sums.left += weight / total;
    else sums.right += weight / total;
  });
  for (const [key, near] of best) {
    if (key.startsWith('l')) sums.nearLeft += near / total;
    else sums.nearRight += near / total;
  }
  return { ...sums, left: Math.min(1, sums.left), right: Math.min(1, sums.right) };
}

const lowerOf = (word: TaggedWord | undefined): string =>
  word === undefined ? '^' : GRAMMAR.test(word.pos) ? word.lower : word.pos;

/** Share of the question that stands in the candidate's clause, in those beside it, and behind an opposite. */
function clauseShares({ clauses, asked, matched, total }: Reading, { first }: Candidate): [number, number] {
  const own = clauses[first] ?? 0;
  const [here, beside] = [new Map<string, number>(), new Map<string, number>()];
  matched.forEach((weight, at) => {
    const term = asked[at];
    if (weight === 0 || term === null || term === undefined) return;
    const distance = Math.abs((clauses[at] ?? 0) - own);
    if (distance === 0) here.set(term, Math.max(weight, here.get(term) ?? 0));
    if (distance <= 1) beside.set(term, Math.max(weight, beside.get(term) ?? 0));
  });
  const sum = (map: Map<string, number>): number => [...map.values()].reduce((all, one) => all + one, 0);
  return total === 0 ? [0, 0] : [sum(here) / total, sum(beside) / total];
}

/** The question's first words, by which it is told apart: "how many", "what year", "who was". */
function openingOf({ words, kind, focus }: AskedQuestion, matcher: Matcher): string {
  const at = findAsking(words);
  if (at < 0) return kind;
  const next = words[at + 1];
  const second =
    next === undefined ? '' : GRAMMAR.test(next.pos) || next.pos === 'ADJ' ? next.lower : next.pos;
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

/** Place of the noun that a number counts: "hamlets" of "two nearby hamlets", inside the candidate or right behind it; else -1. */
function countedBy({ words }: Reading, { first, last }: Candidate): number {
  const inside = words.slice(first, last).findLastIndex(({ pos }) => pos === 'NOUN');
  let at = inside < 0 ? last : first + inside;
  while (/^(?:ADJ|NUM)$/.test(words[at]?.pos ?? '')) at++;
  return words[at]?.pos === 'NOUN' ? at : -1;
}

const PEOPLE = new Set(['people', 'person'].map((word) => termOf(word)));
/** By their words and not by their stems: residents are not what a residue is. */
const SOMEBODY =
  /(?:[^m]ent|er|or|ist|ian|ant|ee|man|men|woman|women|ess|child|children|kid|victim|teen|adult|fan|friend|people)s?$/;

/** Whether a noun is the one asked for: "14 workers" are people. */
function isSameThing(word: string, thing: string, focus: string, lexicon: Lexicon): boolean {
  const isPerson = lexicon.kindOf(thing) === 'person' || SOMEBODY.test(word);
  const people = PEOPLE.has(focus) || lexicon.kindOf(focus) === 'person';
  return thing === focus || lexicon.areSame(thing, focus) || (people && isPerson);
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
  for (const [name, side] of [
    ['b', before],
    ['a', after],
  ] as const) {
    for (const [key, value] of Object.entries(sideShares(reading, candidate, side)))
      if (value > 0) features[`slot:${name}:${key}`] = value;
  }
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
      if (typeof thing === 'string')
        features['counted'] = isSameThing(words[at]?.lower ?? '', thing, focus, lexicon)
          ? 1
          : matcher.toFocus(thing);
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
