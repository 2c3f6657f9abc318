/** The spans of a sentence that could be an answer: names, dates, numbers, noun phrases, clauses of reason. */
import type { NameKind, Span } from '../../article.ts';
import { findNounPhrases, OWNER, skipLead } from '../grammar/noun-phrases.ts';
import { findRanges, findShares, isNumberWord } from '../words/number-words.ts';
import type { TaggedWord } from '../words/tagging.ts';

type CandidateKind = NameKind | 'date' | 'number' | 'phrase' | 'clause' | 'adjective' | 'quotation';

/** Words `first` to `last` (half-open) of the sentence. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly kind: CandidateKind;
}

/** The first word, and the one behind the last. */
type Words = readonly [first: number, last: number];

/** A name or date that the analysis found, in offsets of the sentence. */
export interface KnownSpan extends Span {
  readonly kind: NameKind | 'date';
}

const REASON = /^(?:because|since|due|as|to|by|after|for|too|over|amid|citing)$/;
/** Behind a number these belong to it. */
const UNIT = /^(?:percent|per|cent|%|degrees?|point|[ap]m|[ap]\.m\.?|o['’]clock)$/;
/** Phrases that one list may have. */
const LONGEST_LIST = 8;
/** Words of a candidate. */
const LONGEST = 25;
/** Candidates of one sentence; more are noise, and cost time. */
const MOST = 160;

/** The end of a clause that begins at `from`: a comma, a semicolon, the end. */
function clauseEnd(words: readonly TaggedWord[], from: number): number {
  let at = from;
  while (at < words.length && !/^(?:[.,;:!?()]|--|—|–)$/.test(words[at]?.lower ?? '.')) at++;
  return at;
}

/** "Brazil and Chile" are places where each of them is; anything else that is joined is a phrase. */
function kindOfAll(
  words: readonly TaggedWord[],
  known: readonly KnownSpan[],
  first: number,
  last: number,
): CandidateKind {
  const inside = words.slice(first, last);
  if (!inside.some(({ lower }) => lower === 'and')) return 'phrase';
  const kinds = new Set<CandidateKind>();
  for (const { start, end, pos } of inside) {
    const name = known.find((span) => span.start < end && start < span.end);
    if (name !== undefined) kinds.add(name.kind);
    else if (!/^(?:CCONJ|PUNCT|DET)$/.test(pos)) return 'phrase';
  }
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && kind !== 'date' ? kind : 'phrase';
}

type Add = (first: number, last: number, kind: CandidateKind) => void;

function addNames(words: readonly TaggedWord[], known: readonly KnownSpan[], add: Add): void {
  for (const span of known) {
    const first = words.findIndex(({ end }) => end > span.start);
    let last = first;
    while (last >= 0 && (words[last]?.start ?? Number.POSITIVE_INFINITY) < span.end) last++;
    // "this year" is a date, "year" is none.
    if (first >= 0) add(span.kind === 'date' ? first : skipLead(words, first, last), last, span.kind);
  }
}

/** A number with its sign and its unit, and with what it counts. */
function addNumber(words: readonly TaggedWord[], at: number, add: Add): void {
  const isNumber = (place: number): boolean => isNumberWord(words[place] ?? { lower: '', pos: 'X' });
  if (!isNumber(at) || isNumber(at - 1)) return;
  let last = at + 1;
  while (last < words.length && (isNumber(last) || UNIT.test(words[last]?.lower ?? ''))) last++;
  const first = /^[$€£¥]$/.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
  add(first, last, 'number');
  // "90-metre", "six-minute", and not "17-year" of "17-year-old"
  const isAge = words.slice(last + 2, last + 4).some(({ lower }) => /^olds?$/.test(lower));
  if (words[last]?.lower === '-' && words[last + 1]?.pos === 'NOUN' && !isAge) add(first, last + 2, 'number');
  // "two years", "1,400 shells"; "152 Chinese nationals"
  const isModified = /^(?:ADJ|PROPN)$/.test(words[last]?.pos ?? '') && words[last + 1]?.pos === 'NOUN';
  if (isModified || /^(?:NOUN|ADJ)$/.test(words[last]?.pos ?? ''))
    add(first, last + (isModified ? 2 : 1), 'number');
}

function addNumbers(words: readonly TaggedWord[], add: Add): void {
  for (const at of words.keys()) addNumber(words, at, add);
  for (const [first, last] of findRanges(words)) {
    add(first, last, 'number');
    // "four to six weeks"
    if (words[last]?.pos === 'NOUN') add(first, last + 1, 'number');
  }
  for (const [first, last] of findShares(words)) add(first, last, 'number');
}

/** A phrase with those that are joined to it by "of", "and", "for", "in" …: up to three more, of a mere list more still. */
function addJoined(
  words: readonly TaggedWord[],
  known: readonly KnownSpan[],
  [[lead, last], ...others]: readonly [Words, ...Words[]],
  add: Add,
): void {
  const capital = words.slice(lead, last).findIndex(({ pos }) => pos === 'PROPN');
  let end = last;
  let isList = true;
  for (const [place, [first, next]] of others.entries()) {
    const joint = words.slice(end, first);
    isList &&= joint.every(({ pos, lower }) => pos === 'CCONJ' || lower === ',');
    if (joint.length === 0 || joint.length > 2 || (place > 2 && !isList)) return;
    if (!joint.every(({ pos, lower }) => /^(?:ADP|CCONJ|PART)$/.test(pos) || lower === ',')) return;
    end = next;
    add(lead, end, kindOfAll(words, known, lead, end));
    // "Boats of Ostry" of "the film Boats of Ostry"
    if (capital > 0 && words[end - 1]?.pos === 'PROPN') add(lead + capital, end, 'other');
  }
}

/** What a phrase is made of: "Ada Lark" of "Prime Minister Ada Lark", "harbour master" of "the city's harbour master". */
function addParts(words: readonly TaggedWord[], [lead, last]: Words, add: Add): void {
  for (let at = lead + 1; at < last; at++) {
    if (OWNER.test(words[at - 1]?.lower ?? '')) {
      add(at, last, 'phrase');
      add(lead, at - 1, 'phrase');
    }
  }
  const capital = words.slice(lead, last).findIndex(({ pos }) => pos === 'PROPN');
  if (capital > 0) add(lead + capital, last, 'other');
  // Modifiers alone: "a Gothic building" for "what style".
  const head = words[last - 1];
  if (last - lead === 2 && head?.pos === 'NOUN') add(lead, last - 1, 'adjective');
  if (last - lead > 2) add(last - 1, last, 'phrase');
}

function addPhrases(words: readonly TaggedWord[], known: readonly KnownSpan[], add: Add): void {
  const phrases = findNounPhrases(words);
  for (const [index, [first, last]] of phrases.entries()) {
    const own: Words = [skipLead(words, first, last), last];
    add(...own, 'phrase');
    addJoined(words, known, [own, ...phrases.slice(index + 1, index + LONGEST_LIST)], add);
    addParts(words, own, add);
  }
}

function addClauses(words: readonly TaggedWord[], add: Add): void {
  for (const [at, { pos, lower }] of words.entries()) {
    if (pos === 'ADJ' || (pos === 'VERB' && /(?:ed|en|ing)$/.test(lower))) add(at, at + 1, 'adjective');
    const next = words[at + 1];
    // "over the deal", but "over 40 people"
    if (REASON.test(lower) && !(lower === 'over' && next?.pos === 'NUM')) {
      const end = clauseEnd(words, at + 1);
      const isTwo = /^(?:due|because)$/.test(lower) && /^(?:to|of)$/.test(next?.lower ?? '');
      add(isTwo ? at + 2 : at + 1, end, 'clause');
      if (/^(?:to|by|too)$/.test(lower)) add(at, end, 'clause');
    }
    // "… will close two of its plants": a verb with what follows, for "what did … do".
    if (pos === 'VERB') add(at, clauseEnd(words, at), 'clause');
  }
}

function addQuotations(words: readonly TaggedWord[], add: Add): void {
  let open = -1;
  for (const [at, { lower }] of words.entries()) {
    if (!/^["“”]$/.test(lower)) continue;
    if (open >= 0 && at - open > 1) add(open + 1, at, 'quotation');
    open = open >= 0 ? -1 : at;
  }
}

/** All candidates of a sentence, without repetition; what is found first says of which kind it is. */
export function findCandidates(words: readonly TaggedWord[], known: readonly KnownSpan[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const add: Add = (first, last, kind) => {
    if (last <= first || last - first > LONGEST || found.size >= MOST) return;
    const key = `${first} ${last}`;
    if (!found.has(key)) found.set(key, { first, last, kind });
  };
  addNames(words, known, add);
  addNumbers(words, add);
  addPhrases(words, known, add);
  addClauses(words, add);
  addQuotations(words, add);
  return [...found.values()];
}
