/** The spans of a sentence that could be an answer: names, dates, numbers, noun phrases, clauses of reason. */
import type { NameKind, Span } from '../article.ts';
import { findRanges, findShares, isNumberWord } from './number-words.ts';
import type { PartOfSpeech, TaggedWord } from './tagging.ts';

type CandidateKind = NameKind | 'date' | 'number' | 'phrase' | 'clause' | 'adjective' | 'quotation';

/** Words `first` to `last` (half-open) of the sentence. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly kind: CandidateKind;
}

/** A name or date that the analysis found, in offsets of the sentence. */
export interface KnownSpan extends Span {
  readonly kind: NameKind | 'date';
}

const INSIDE_NOUN_PHRASE: ReadonlySet<PartOfSpeech> = new Set([
  'DET',
  'ADJ',
  'NOUN',
  'PROPN',
  'NUM',
  'SYM',
  'X',
]);
const HEAD: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'NUM', 'X', 'SYM']);
const OWNER = /^(?:'s|’s|'|’|its|his|her|their|our|my|your)$/;
const REASON = /^(?:because|since|due|as|to|by|after|for|too|over|amid|citing)$/;
/** Phrases that one list may have. */
const LONGEST_LIST = 8;
/** Candidates of one sentence; more are noise, and cost time. */
const MOST = 160;

const HYPHEN = '-';

/** Whether a word goes on right behind a hyphen: "and" and "white" of "black-and-white", "A" of "Ost-in-A". */
function goesOn(words: readonly TaggedWord[], at: number): boolean {
  const [word, hyphen, before] = [words[at], words[at - 1], words[at - 2]];
  if (word === undefined || hyphen?.word !== HYPHEN || before === undefined) return false;
  return before.end === hyphen.start && hyphen.end === word.start;
}

function insidePhrase(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (goesOn(words, at)) return true;
  if (INSIDE_NOUN_PHRASE.has(word.pos) || OWNER.test(word.lower)) return true;
  if (/^[-–%°/&]$/.test(word.lower)) return true;
  // "newly elected leader", "the ruling party": what stands between a determiner and its noun.
  const next = words[at + 1];
  const before = words[at - 1];
  return (
    (word.pos === 'ADV' || word.pos === 'VERB') &&
    next !== undefined &&
    (next.pos === 'NOUN' || next.pos === 'ADJ') &&
    before !== undefined &&
    (before.pos === 'DET' || before.pos === 'ADJ' || (word.pos === 'ADV' && next.pos === 'ADJ'))
  );
}

/** "A" of "Ost-in-A" */
function isPartOfName(words: readonly TaggedWord[], at: number): boolean {
  return goesOn(words, at) && /^\p{Lu}/u.test(words[at]?.word ?? '');
}

/** Noun phrases without what follows them, as [first, last). */
export function findNounPhrases(words: readonly TaggedWord[]): [number, number][] {
  const phrases: [number, number][] = [];
  let at = 0;
  while (at < words.length) {
    if (!insidePhrase(words, at)) {
      at++;
      continue;
    }
    const first = at;
    while (at < words.length && insidePhrase(words, at)) {
      const word = words[at];
      // A determiner begins a new phrase.
      if (at > first && word?.pos === 'DET' && !OWNER.test(word.lower) && !goesOn(words, at)) break;
      at++;
    }
    let last = at;
    while (last > first && !HEAD.has(words[last - 1]?.pos ?? 'X') && !isPartOfName(words, last - 1)) last--;
    if (last > first) phrases.push([first, last]);
    if (at === first) at++;
  }
  return phrases;
}

function skipLead(words: readonly TaggedWord[], first: number, last: number): number {
  let at = first;
  // "The Hague": in the middle of a sentence an article with a capital is part of the name.
  if (first > 0 && words[first]?.word === 'The') return first;
  while (
    at < last - 1 &&
    (words[at]?.pos === 'DET' || /^(?:its|his|her|their|about|around|some)$/.test(words[at]?.lower ?? ''))
  )
    at++;
  return at;
}

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

/** All candidates of a sentence, without repetition. */
export function findCandidates(words: readonly TaggedWord[], known: readonly KnownSpan[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (first: number, last: number, kind: CandidateKind): void => {
    if (last <= first || last - first > 25 || found.size >= MOST) return;
    const key = `${first} ${last}`;
    if (!found.has(key)) found.set(key, { first, last, kind });
  };
  for (const span of known) {
    const first = words.findIndex(({ end }) => end > span.start);
    let last = first;
    while (last >= 0 && (words[last]?.start ?? Number.POSITIVE_INFINITY) < span.end) last++;
    // "this year" is a date, "year" is none.
    if (first >= 0) add(span.kind === 'date' ? first : skipLead(words, first, last), last, span.kind);
  }
  words.forEach((word, at) => {
    if (!isNumberWord(word)) return;
    let last = at + 1;
    while (
      last < words.length &&
      (isNumberWord(words[last] ?? word) ||
        /^(?:percent|per|cent|%|degrees?|point|[ap]m|[ap]\.m\.?|o['’]clock)$/.test(words[last]?.lower ?? ''))
    )
      last++;
    const money = /^[$€£¥]$/.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
    if (!isNumberWord(words[at - 1] ?? { ...word, lower: '', pos: 'X' })) {
      add(money, last, 'number');
      // "two years", "1,400 shells"
      // "90-metre", "six-minute", and not "17-year" of "17-year-old"
      const isAge = words.slice(last + 2, last + 4).some(({ lower }) => /^olds?$/.test(lower));
      if (words[last]?.lower === '-' && words[last + 1]?.pos === 'NOUN' && !isAge)
        add(money, last + 2, 'number');
      // "152 Chinese nationals"
      const isModified = /^(?:ADJ|PROPN)$/.test(words[last]?.pos ?? '') && words[last + 1]?.pos === 'NOUN';
      if (isModified || /^(?:NOUN|ADJ)$/.test(words[last]?.pos ?? ''))
        add(money, last + (isModified ? 2 : 1), 'number');
    }
  });
  for (const [first, last] of findRanges(words)) {
    add(first, last, 'number');
    // "four to six weeks"
    if (words[last]?.pos === 'NOUN') add(first, last + 1, 'number');
  }
  for (const [first, last] of findShares(words)) add(first, last, 'number');
  const phrases = findNounPhrases(words);
  phrases.forEach(([first, last], index) => {
    const lead = skipLead(words, first, last);
    add(lead, last, 'phrase');
    const capital = words.slice(lead, last).findIndex(({ pos }) => pos === 'PROPN');
    let end = last;
    // Joined by "of", "and", "for", "in" …: up to three phrases more, of a mere list more still.
    let isList = true;
    for (const [place, [nextFirst, nextLast]] of phrases.slice(index + 1, index + LONGEST_LIST).entries()) {
      const joint = words.slice(end, nextFirst);
      isList &&= joint.every(({ pos, lower }) => pos === 'CCONJ' || lower === ',');
      if (joint.length === 0 || joint.length > 2 || (place > 2 && !isList)) break;
      if (
        !joint.every(({ pos, lower }) => pos === 'ADP' || pos === 'CCONJ' || lower === ',' || pos === 'PART')
      )
        break;
      end = nextLast;
      add(lead, end, kindOfAll(words, known, lead, end));
      // "Boats of Ostry" of "the film Boats of Ostry"
      if (capital > 0 && words[nextLast - 1]?.pos === 'PROPN') add(lead + capital, end, 'other');
    }
    // The parts of "Prime Minister Ada Lark", "the city's harbour master".
    for (let at = lead + 1; at < last; at++) {
      if (OWNER.test(words[at - 1]?.lower ?? '')) {
        add(at, last, 'phrase');
        add(lead, at - 1, 'phrase');
      }
    }
    if (capital > 0) add(lead + capital, last, 'other');
    // Modifiers alone: "a Gothic building" for "what style".
    const head = words[last - 1];
    if (last - lead === 2 && head?.pos === 'NOUN') add(lead, last - 1, 'adjective');
    if (last - lead > 2) add(last - 1, last, 'phrase');
  });
  words.forEach((word, at) => {
    if (word.pos === 'ADJ' || (word.pos === 'VERB' && /(?:ed|en|ing)$/.test(word.lower)))
      add(at, at + 1, 'adjective');
    // "over the deal", but "over 40 people"
    if (REASON.test(word.lower) && !(word.lower === 'over' && words[at + 1]?.pos === 'NUM')) {
      const end = clauseEnd(words, at + 1);
      const from =
        /^(?:due|because)$/.test(word.lower) && /^(?:to|of)$/.test(words[at + 1]?.lower ?? '')
          ? at + 2
          : at + 1;
      add(from, end, 'clause');
      if (/^(?:to|by|too)$/.test(word.lower)) add(at, end, 'clause');
    }
    // "… will close two of its plants": a verb with what follows, for "what did … do".
    if (word.pos === 'VERB') add(at, clauseEnd(words, at), 'clause');
  });
  let open = -1;
  words.forEach(({ lower }, at) => {
    if (!/^(?:"|“|”)$/.test(lower)) return;
    if (open >= 0 && at - open > 1) add(open + 1, at, 'quotation');
    open = open >= 0 ? -1 : at;
  });
  return [...found.values()];
}
