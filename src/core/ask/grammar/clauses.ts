/** Who does what to whom in a sentence, as far as parts of speech tell: its verbs, each with what stands around it. */

import type { TaggedWord } from '../words/tagging.ts';
import { type Argument, apposedTo } from './apposition.ts';
import { findNounPhrases } from './noun-phrases.ts';
import { BORDER, isAdverb, prepositionBefore, RELATIVE, type Sentence, subjectOf } from './subjects.ts';
import { findGroups, type Group } from './verb-groups.ts';

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

const PRONOUN = /^(?:i|you|he|she|it|we|they|him|her|us|them|this|that|these|those|who|which)$/;

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
