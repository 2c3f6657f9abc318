/** Where the people of an article stand, and what they do there: what the resolution of mentions looks at. */
import { OFFICES } from '../data/offices.ts';
import { courtesyOf, type Gender, genderOf } from '../gender.ts';
import { isCommon } from '../names/features.ts';
import type { Reading } from '../reading.ts';
import { sentenceAt } from '../sentences.ts';
import type { Token } from '../tokens.ts';
import { findAsides } from './asides.ts';
import {
  isAdverb,
  isAuxiliary,
  isDeterminer,
  isPreposition,
  isSpeechVerb,
  isTime,
  isVerbLike,
} from './grammar.ts';
import type { Phrase } from './mentions.ts';
import { saysSomething } from './saying.ts';

/** Of a longer paragraph only the last tokens are looked at. */
const LONGEST_PARAGRAPH = 400;
/** So many links and headings are passed over: a bound for hostile texts. */
const MOST_ASIDES = 12;
/** From "the" to the office, in tokens. */
const LONGEST_OFFICE = 6;

/** A person, and the token at which he is named or speaks. */
export interface Spoken {
  readonly entity: number;
  readonly at: number;
}

export interface People {
  /** Index of the name at each token, or -1. */
  readonly runAt: Int32Array;
  /** 1 for each token inside a quotation. */
  readonly quoted: Uint8Array;
  /** Of each entity. */
  readonly genders: readonly (Gender | null)[];
  startOfParagraph(at: number): number;
  /** The same of the paragraph that ends before a token; links, captions and headings are passed over. */
  startOfParagraphBefore(at: number): number;
  /** The people named outside quotations, links and headings from one token to another, the nearest last. */
  named(from: number, to: number): Spoken[];
  /** Who of them says something last: "Hale, a judge, insisted that …". */
  saying(from: number, to: number): Spoken | null;
  /** Whether the name at a token stands where subjects stand. */
  isSubject(at: number): boolean;
  /** Whether one or two capitalised words were read as no person, but may be one. */
  unread(from: number, to: number, subjects: boolean): boolean;
  /** Whether somebody else says something there whom a pronoun may mean. */
  competes(from: number, to: number, only: number, gender: Gender): boolean;
  /** The offices that say something there without a name: "the judge said", lower case. */
  speakingOffices(from: number, to: number): string[];
}

/** Prepares one reading. */
export function findPeople(reading: Reading): People {
  const ground = layOut(reading);
  const { tokens, runs, runAt, quoted, asides, genders } = ground;
  return {
    runAt,
    quoted,
    genders,
    isSubject: (at) => isSubject(ground, at),
    startOfParagraph: (at) => startOfParagraph(tokens, at),
    startOfParagraphBefore(at) {
      let from = startOfParagraph(tokens, at - 1);
      for (let passed = 0; from > 0 && asides[from] && passed < MOST_ASIDES; passed++)
        from = startOfParagraph(tokens, from - 1);
      return from;
    },
    named: (from, to) => named(ground, from, to),
    saying: (from, to) =>
      named(ground, from, to).findLast(({ at }) =>
        saysSomething(tokens, runs[runAt[at] as number] as Phrase),
      ) ?? null,
    unread: (from, to, subjects) => isUnread(ground, from, to, subjects),
    competes: (from, to, only, gender) => competes(ground, from, to, { only, gender }),
    speakingOffices: (from, to) => [
      ...officesBesideVerbs(ground, from, to),
      ...leadingOffices(ground, from, to),
    ],
  };
}

/** A reading with what stands at each of its tokens. */
interface Ground extends Pick<Reading, 'tokens' | 'runs' | 'names' | 'sentences'> {
  readonly runAt: Int32Array;
  readonly quoted: Uint8Array;
  readonly asides: Uint8Array;
  readonly genders: readonly (Gender | null)[];
}

function layOut({ tokens, runs, names, entities, sentences, quotations }: Reading): Ground {
  const runAt = new Int32Array(tokens.length + 1).fill(-1);
  runs.forEach((run, i) => {
    runAt.fill(i, run.first, run.last);
  });
  const quoted = new Uint8Array(tokens.length);
  for (const { open, close, depth } of quotations) if (depth === 0) quoted.fill(1, open, close + 1);
  const genders = entities.map(({ kind, name, role, mentions }) =>
    kind === 'person' ? (courtesyAmong(tokens, runs, mentions) ?? genderOf(name, role)) : null,
  );
  return { tokens, runs, names, sentences, runAt, quoted, asides: findAsides(tokens), genders };
}

function startOfParagraph(tokens: readonly Token[], at: number): number {
  const paragraphOf = (place: number): number => tokens[place]?.paragraph ?? 0;
  let i = at;
  while (i > 0 && at - i < LONGEST_PARAGRAPH && paragraphOf(i - 1) === paragraphOf(at)) i--;
  return i;
}

/** Index of the name that begins at a token outside quotations and asides, or -1. */
function beginsAt({ runs, runAt, quoted, asides }: Ground, at: number): number {
  const run = runAt[at] as number;
  return run >= 0 && !quoted[at] && !asides[at] && runs[run]?.first === at ? run : -1;
}

function named(ground: Ground, from: number, to: number): Spoken[] {
  const found: Spoken[] = [];
  for (let i = Math.max(0, from); i < to; i++) {
    const name = ground.names[beginsAt(ground, i)];
    if (name?.kind === 'person' && name.entity !== null) found.push({ entity: name.entity, at: i });
  }
  return found;
}

function isSubject({ tokens, runs, runAt }: Ground, at: number): boolean {
  const run = runs[runAt[at] as number];
  if (!run || isPreposition(tokens[at - 1])) return false;
  const next = run.last;
  return (
    isVerbLike(tokens, next) ||
    isVerbLike(tokens, next + 1) ||
    /^[,(]$/.test(tokens[next]?.word ?? '') ||
    tokens[next]?.lower === 'who' ||
    isSpeechVerb(tokens, at - 1)
  );
}

function isUnread(ground: Ground, from: number, to: number, subjects: boolean): boolean {
  for (let i = from; i < to; i++) {
    if (isStranger(ground, i)) return true;
    const run = beginsAt(ground, i);
    if (run < 0) continue;
    const { first, last } = ground.runs[run] as Phrase;
    const kind = ground.names[run]?.kind;
    const mayBe = kind !== 'person' && kind !== 'place' && last - first === 2;
    if (mayBe && (!subjects || isSubject(ground, i))) return true;
  }
  return false;
}

/** "Cruz openly admitted": a word with a capital that was read as no name, but does what people do. */
function isStranger({ tokens, runAt, quoted, asides }: Ground, at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || quoted[at] || asides[at] || (runAt[at] as number) >= 0) return false;
  if (isCommon(token.lower) || isTime(token)) return false;
  let next = at + 1;
  while (isAdverb(tokens[next])) next++;
  if (isVerbLike(tokens, next)) return !isAuxiliary(tokens[next]);
  return saysSomething(tokens, { first: at, last: at + 1 });
}

function competes(
  ground: Ground,
  from: number,
  to: number,
  { only, gender }: { readonly only: number; readonly gender: Gender },
): boolean {
  const { tokens, runs, names, genders } = ground;
  for (let i = from; i < to; i++) {
    const run = beginsAt(ground, i);
    if (run < 0) continue;
    const entity = names[run]?.entity ?? null;
    let next = runs[run]?.last ?? i + 1;
    while (isAdverb(tokens[next]) || isAuxiliary(tokens[next])) next++;
    const other = entity !== null && genders[entity] !== null && genders[entity] !== gender;
    if (entity !== only && !other && isSpeechVerb(tokens, next) && !isEmployerOf(ground, i, only))
      return true;
  }
  return false;
}

/** "Ada Byron of the Analytical Society said": it is not the society that speaks. */
function isEmployerOf({ tokens, names, runAt }: Ground, at: number, person: number): boolean {
  const preposition = isDeterminer(tokens[at - 1]) ? at - 2 : at - 1;
  return isPreposition(tokens[preposition]) && names[runAt[preposition - 1] as number]?.entity === person;
}

function officesBesideVerbs({ tokens, quoted, asides }: Ground, from: number, to: number): string[] {
  const found: string[] = [];
  for (let i = from; i < to; i++) {
    if (quoted[i] || asides[i] || !isSpeechVerb(tokens, i)) continue;
    const office = officeBefore(tokens, i, from) ?? officeAfter(tokens, i + 1);
    if (office !== null) found.push(office);
  }
  return found;
}

/** "The coordinator in Ostry, hardest hit by the flood, said": offices that open a sentence in which something is said. */
function leadingOffices(ground: Ground, from: number, to: number): string[] {
  const { tokens, sentences, quoted, asides } = ground;
  const found: string[] = [];
  for (let s = sentenceAt(sentences, from); (sentences[s]?.first ?? to) < to; s++) {
    const { first, last } = sentences[s] as Phrase;
    if (first < from || quoted[first] || asides[first] || !isDeterminer(tokens[first])) continue;
    const office = officeAfter(tokens, first);
    if (office === null) continue;
    const end = Math.min(last, to);
    let verb = first;
    while (verb < end && (quoted[verb] || !isSpeechVerb(tokens, verb))) verb++;
    // "The coordinator in Ostry, Ada Hale, said": she has a name; "an ally of Hale" has none.
    const own = named(ground, first, verb).some(({ at }) => !isPreposition(tokens[at - 1]));
    if (verb < end && !own) found.push(office);
  }
  return found;
}

/** "the trial judge" right before a verb. */
function officeBefore(tokens: readonly Token[], verb: number, from: number): string | null {
  let head = verb - 1;
  while (head > from && (isAdverb(tokens[head]) || isAuxiliary(tokens[head]))) head--;
  const office = tokens[head];
  if (!office || office.capital || !OFFICES.has(office.lower)) return null;
  for (let i = head - 1; i >= from && i > head - LONGEST_OFFICE; i--) {
    if (isDeterminer(tokens[i])) return office.lower;
    if (tokens[i]?.kind !== 'word' && tokens[i]?.kind !== 'possessive') return null;
  }
  return null;
}

/** "said the trial judge." */
function officeAfter(tokens: readonly Token[], at: number): string | null {
  if (!isDeterminer(tokens[at])) return null;
  for (let i = at + 1; i < at + LONGEST_OFFICE; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.capital) return null;
    const next = tokens[i + 1];
    if (OFFICES.has(token.lower)) return next?.capital || next?.word === ',' ? null : token.lower;
  }
  return null;
}

/** The gender that courtesy titles give somebody; null where there are none or both. */
function courtesyAmong(
  tokens: readonly Token[],
  runs: readonly Phrase[],
  mentions: readonly number[],
): Gender | null {
  let found: Gender | null = null;
  for (const mention of mentions) {
    const gender = courtesyOf(tokens, runs[mention]?.first ?? 0);
    if (gender && found && gender !== found) return null;
    found = gender ?? found;
  }
  return found;
}
