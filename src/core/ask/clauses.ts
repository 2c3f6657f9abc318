/** Who does what to whom in a sentence, as far as parts of speech tell: its verbs, each with what stands around it. */

import { SPEECH_VERBS } from '../text/data/speech-verbs.ts';
import { type Argument, apposedTo } from './apposition.ts';
import { findNounPhrases } from './candidates.ts';
import { SOMEBODY } from './somebody.ts';
import type { TaggedWord } from './tagging.ts';

interface Added extends Argument {
  readonly preposition: string;
}

/** A verb with who does it and whom it is done to, also where it stands in the passive. */
export interface Clause {
  /** Place of the verb, or of "is" where that is all. */
  readonly verb: number;
  readonly copula: boolean;
  readonly passive: boolean;
  readonly doer: Argument | null;
  readonly done: Argument | null;
  /** What prepositions add, in order. */
  readonly added: readonly Added[];
}

const BE = /^(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re|gets?|got|getting)$/;
const RELATIVE = /^(?:who|whom|which|that|whose)$/;
const BORDER = /^(?:[;:!?.]|--|—|–)$/;
const PRONOUN = /^(?:i|you|he|she|it|we|they|him|her|us|them|this|that|these|those|who|which)$/;

/** A verb with its auxiliaries: words `first` to `last`. */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly copula: boolean;
  readonly passive: boolean;
  /** "started by boys", without "was": it belongs to the noun before it. */
  readonly reduced: boolean;
  /** "to close", "driving": without a subject of its own. */
  readonly bare: boolean;
}

/** What rises by a third is raised by nobody. */
const CHANGES =
  /^(?:r[oi]s|f[ae]ll|gr[eo]w|drop|climb|jump|declin|slip|slid|increas|decreas|shr[aiu]nk|w[io]n|los[te]|soar|surg|plung|tumbl|gain|stop|pass|liv|st[oa][on]d|came|went)/;

/** "a fire started by boys": somebody, or something, does it. */
function isDoneBy(words: readonly TaggedWord[], verb: number): boolean {
  if (words[verb + 1]?.lower !== 'by') return false;
  return !CHANGES.test(words[verb]?.lower ?? '') && !/ing$/.test(words[verb + 2]?.lower ?? '');
}

function findGroups(words: readonly TaggedWord[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = at;
    let verb = -1;
    let be = false;
    let auxiliary = false;
    let end = at;
    for (; end < words.length; end++) {
      const word = words[end];
      if (word === undefined) break;
      if (word.pos === 'AUX') {
        auxiliary = true;
        be ||= BE.test(word.lower);
        verb = verb < 0 ? verb : -1;
      } else if (word.pos === 'VERB') {
        verb = end;
        end++;
        break;
      } else if (!(end > first && auxiliary && /^(?:ADV|PART)$/.test(word.pos) && word.lower !== 'to')) break;
    }
    if (verb < 0 && !auxiliary) continue;
    // Adverbs at the end belong to what follows.
    while (verb < 0 && end > first && words[end - 1]?.pos !== 'AUX') end--;
    const main = words[verb];
    const ing = main !== undefined && /ing$/.test(main.lower);
    groups.push({
      first,
      last: end,
      verb: verb < 0 ? end - 1 : verb,
      copula: verb < 0,
      passive: verb >= 0 && !ing && (be || isDoneBy(words, verb)),
      reduced: verb >= 0 && !ing && !auxiliary && isDoneBy(words, verb),
      bare: !auxiliary && (ing || words[first - 1]?.lower === 'to'),
    });
    at = end - 1;
  }
  return groups;
}

/** Noun phrases and pronouns in order; what "of" adds belongs to them. */
function findArguments(words: readonly TaggedWord[]): Argument[] {
  const phrases = findNounPhrases(words).map(
    ([first, last]): Argument => ({ first, last, head: last - 1, pronoun: false }),
  );
  const all = [...phrases];
  words.forEach(({ lower, pos }, at) => {
    if (pos !== 'PRON' && !PRONOUN.test(lower)) return;
    if (RELATIVE.test(lower) || phrases.some(({ first, last }) => at >= first && at < last)) return;
    all.push({ first: at, last: at + 1, head: at, pronoun: true });
  });
  all.sort((a, b) => a.first - b.first);
  const joined: Argument[] = [];
  for (const argument of all) {
    const before = joined.at(-1);
    const joint = before === undefined ? undefined : words[before.last]?.lower;
    const linked = before !== undefined && argument.first === before.last + 1;
    // "Kim and Putin met" are joined; in "chose Kim and Putin left" the second begins a clause of its own.
    const verbal = /^(?:VERB|AUX)$/.test(words[argument.last]?.pos ?? '');
    const object = /^(?:VERB|ADP)$/.test(words[(before?.first ?? 0) - 1]?.pos ?? '');
    const both = /^(?:and|or|&)$/.test(joint ?? '') && !argument.pronoun && !(verbal && object);
    if (linked && (joint === 'of' || both)) joined[joined.length - 1] = { ...before, last: argument.last };
    else joined.push(argument);
  }
  return joined;
}

const isAdverb = (word: TaggedWord | undefined): boolean => word?.pos === 'ADV' || word?.lower === 'also';

function prepositionBefore(words: readonly TaggedWord[], { first }: Argument): string | null {
  const word = words[first - 1];
  return word !== undefined && (word.pos === 'ADP' || word.lower === 'to') ? word.lower : null;
}

interface Sentence {
  readonly words: readonly TaggedWord[];
  readonly groups: readonly Group[];
  readonly all: readonly Argument[];
}

/** "said Lund": who speaks stands behind the verb, where a quotation or a clause stands before it. */
function speakerBehind({ words, all }: Sentence, { first, last, verb }: Group): Argument | undefined {
  const [said, before] = [words[verb]?.lower ?? '', words[first - 1]];
  const isQuoted = /^["”’']$/.test(before?.word ?? '') && SPEECH_VERBS.has(said);
  const isSaid = before?.pos === 'PUNCT' && /^sa(?:id|ys)$/.test(said);
  if (first !== verb || !(isQuoted || isSaid)) return undefined;
  return all.find((argument) => argument.first === last);
}

/** "Comey" of "the letter Comey sent": no letter sends. */
function contactOf(words: readonly TaggedWord[], { first, last, head, pronoun }: Argument): Argument | null {
  let from = last;
  while (from > first && words[from - 1]?.pos === 'PROPN') from--;
  const noun = words[from - 1];
  if (from === last || from <= first || noun?.pos !== 'NOUN') return null;
  return { first: from, last, head, pronoun };
}

/** The subject of a verb: the nearest noun phrase before it that is nobody else's. */
function subjectOf(sentence: Sentence, place: number, found: readonly (Argument | null)[]): Argument | null {
  const { words, groups, all } = sentence;
  const group = groups[place];
  if (group === undefined) return null;
  const speaker = speakerBehind(sentence, group);
  if (speaker !== undefined) return speaker;
  let before = group.first - 1;
  while (isAdverb(words[before]) || words[before]?.lower === 'to') before--;
  const lower = words[before]?.lower ?? '';
  if (group.reduced) {
    const whose = all.find(({ last }) => last === (lower === ',' ? before : group.first));
    if (whose !== undefined) return whose;
  }
  if (RELATIVE.test(lower)) {
    const whom = all.findLast(({ last }) => last <= before);
    if (whom !== undefined && before - whom.last <= 2)
      return lower === 'who' ? somebodyOf(sentence, whom) : whom;
  }
  if (words[before]?.pos === 'CCONJ' && place > 0) return found[place - 1] ?? null;
  if (words[group.first - 1]?.lower === 'to' && place > 0 && groups[place - 1]?.last === group.first - 1)
    return found[place - 1] ?? null;
  let commas = 0;
  for (let at = before, passed = place - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || BORDER.test(word.lower)) break;
    if (word.lower === ',') commas += 1;
    const other = groups[passed];
    if (other !== undefined && at === other.last - 1) {
      // What belongs to somebody, or is joined to it, is passed over; what begins a clause of its own is not.
      const relative = RELATIVE.test(words[other.first - 1]?.lower ?? '');
      if (!relative && !other.bare) return found[passed] ?? null;
      at = other.first;
      passed -= 1;
      continue;
    }
    const argument = all.find(({ last }) => last === at + 1);
    if (argument === undefined) continue;
    const owner = groups[passed];
    const belongs =
      prepositionBefore(words, argument) !== null ||
      commas % 2 === 1 ||
      (owner !== undefined &&
        argument.first === owner.last &&
        (owner.bare || RELATIVE.test(words[owner.first - 1]?.lower ?? '')));
    if (!belongs) return argument;
    const contact = argument.last === group.first ? contactOf(words, argument) : null;
    if (contact !== null) return contact;
    at = argument.first;
  }
  return null;
}

/** "an engineer at the works who built it": no works is somebody who did. */
function somebodyOf({ words, all }: Sentence, whom: Argument): Argument {
  const owner = all.find(({ last }) => last === whom.first - 1);
  const isOne = owner !== undefined && SOMEBODY.test(words[owner.head]?.lower ?? '');
  return isOne && prepositionBefore(words, whom) !== null && words[whom.head]?.pos === 'PROPN' ? owner : whom;
}

/** The noun phrase right behind a verb. */
function objectOf({ words, all }: Sentence, { last }: Group): Argument | null {
  let at = last;
  while (isAdverb(words[at]) || words[at]?.lower === 'not') at++;
  return all.find(({ first }) => first === at) ?? null;
}

/** The clauses of a sentence in the order of their verbs. */
export function readClauses(words: readonly TaggedWord[]): Clause[] {
  const sentence: Sentence = { words, groups: findGroups(words), all: findArguments(words) };
  const { groups, all } = sentence;
  const subjects: (Argument | null)[] = [];
  groups.forEach((_, place) => {
    subjects.push(subjectOf(sentence, place, subjects));
  });
  const named = (argument: Argument | null): Argument | null => {
    const apposed = argument && apposedTo(argument, words, all);
    return argument && apposed ? { ...argument, apposed } : argument;
  };
  return groups.map((group, place): Clause => {
    const next = groups[place + 1];
    const border = words.findIndex(({ lower }, at) => at >= group.last && BORDER.test(lower));
    const taken = next === undefined ? null : subjects[place + 1];
    let end = Math.min(next?.first ?? words.length, border < 0 ? words.length : border);
    if (taken && taken.first >= group.last) end = Math.min(end, taken.first);
    const subject = subjects[place] ?? null;
    const begin = place === 0 ? 0 : (groups[place - 1]?.last ?? 0);
    const added = all.flatMap((argument): Added[] => {
      const preposition = prepositionBefore(words, argument);
      const behind = argument.first >= group.last && argument.first < end;
      const lead = words[argument.first - 2];
      const opens = lead === undefined || /^(?:PUNCT|CCONJ|SCONJ)$/.test(lead.pos);
      const ahead = opens && argument.first >= begin && argument.last <= (subject?.first ?? group.first);
      return preposition !== null && (behind || ahead) ? [{ ...argument, preposition }] : [];
    });
    const object = objectOf(sentence, group);
    const own = object !== null && object !== subject && object.first < end ? object : null;
    const by = added.find(({ preposition, first }) => preposition === 'by' && first > group.verb) ?? null;
    const { verb, copula, passive } = group;
    const rest = added.filter((one) => !passive || one !== by);
    const [doer, done] = passive ? [by, subject] : [subject, own];
    return { verb, copula, passive, doer: named(doer), done: named(done), added: rest };
  });
}
