/** Whose verb it is: who does what a verb says, or to whom it is done. */
import { SPEECH_VERBS } from '../../text/data/speech-verbs.ts';
import { kindOfNoun } from '../question/shape.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Argument } from './apposition.ts';
import type { Group } from './verb-groups.ts';

export const RELATIVE = /^(?:who|whom|which|that|whose)$/;
export const BORDER = /^(?:[;:!?.]|--|—|–)$/;

export const isAdverb = (word: TaggedWord | undefined): boolean =>
  word?.pos === 'ADV' || word?.lower === 'also';

/** The preposition that leads to a noun phrase, or null. */
export function prepositionBefore(words: readonly TaggedWord[], { first }: Argument): string | null {
  const word = words[first - 1];
  return word !== undefined && (word.pos === 'ADP' || word.lower === 'to') ? word.lower : null;
}

/** A sentence with its verbs, and its noun phrases in order. */
export interface Sentence {
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

/** "Lund" of "the letter Lund sent": no letter sends. */
function contactOf(words: readonly TaggedWord[], { first, last, head, pronoun }: Argument): Argument | null {
  let from = last;
  while (from > first && words[from - 1]?.pos === 'PROPN') from--;
  const noun = words[from - 1];
  if (from === last || from <= first || noun?.pos !== 'NOUN') return null;
  return { first: from, last, head, pronoun };
}

/** The subject of a verb: the nearest noun phrase before it that is nobody else's. `found`: those of the verbs before. */
export function subjectOf(
  sentence: Sentence,
  place: number,
  found: readonly (Argument | null)[],
): Argument | null {
  const { words, groups } = sentence;
  const group = groups[place];
  if (group === undefined) return null;
  let before = group.first - 1;
  while (isAdverb(words[before]) || words[before]?.lower === 'to') before--;
  const sure =
    speakerBehind(sentence, group) ?? whoseReduced(sentence, group, before) ?? antecedentOf(sentence, before);
  if (sure !== undefined) return sure;
  if (isShared(sentence, place, before)) return found[place - 1] ?? null;
  return nearestBefore(sentence, place, before, found);
}

/** "a fire" of "a fire started by boys" */
function whoseReduced(
  { words, all }: Sentence,
  { reduced, first }: Group,
  before: number,
): Argument | undefined {
  if (!reduced) return undefined;
  const end = words[before]?.lower === ',' ? before : first;
  return all.find(({ last }) => last === end);
}

/** Whom "who" or "which" right before the verb means. */
function antecedentOf(sentence: Sentence, before: number): Argument | undefined {
  const relative = sentence.words[before]?.lower ?? '';
  if (!RELATIVE.test(relative)) return undefined;
  const whom = sentence.all.findLast(({ last }) => last <= before);
  if (whom === undefined || before - whom.last > 2) return undefined;
  return relative === 'who' ? somebodyOf(sentence, whom) : whom;
}

/** "came and went", "wants to go": the subject is that of the verb before. */
function isShared({ words, groups }: Sentence, place: number, before: number): boolean {
  const [earlier, group] = [groups[place - 1], groups[place]];
  if (earlier === undefined || group === undefined) return false;
  const isInfinitive = words[group.first - 1]?.lower === 'to' && earlier.last === group.first - 1;
  return words[before]?.pos === 'CCONJ' || isInfinitive;
}

/** The nearest noun phrase before a verb, or the subject of a verb that stands between and is joined to it. */
function nearestBefore(
  sentence: Sentence,
  place: number,
  before: number,
  found: readonly (Argument | null)[],
): Argument | null {
  const { words, groups, all } = sentence;
  let commas = 0;
  for (let at = before, passed = place - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || BORDER.test(word.lower)) break;
    if (word.lower === ',') commas += 1;
    const other = groups[passed];
    if (other !== undefined && at === other.last - 1) {
      // What belongs to somebody, or is joined to it, is passed over; what begins a clause of its own is not.
      if (!isAttached(words, other)) return found[passed] ?? null;
      at = other.first;
      passed -= 1;
      continue;
    }
    const argument = all.find(({ last }) => last === at + 1);
    if (argument === undefined) continue;
    const isObject = other !== undefined && argument.first === other.last && isAttached(words, other);
    if (prepositionBefore(words, argument) === null && commas % 2 === 0 && !isObject) return argument;
    const contact = argument.last === groups[place]?.first ? contactOf(words, argument) : null;
    if (contact !== null) return contact;
    at = argument.first;
  }
  return null;
}

/** "driving", "who ran": a verb that tells more of the noun before it. */
function isAttached(words: readonly TaggedWord[], { first, bare }: Group): boolean {
  return bare || RELATIVE.test(words[first - 1]?.lower ?? '');
}

/** "an engineer at the works who built it": no works is somebody who did. */
function somebodyOf({ words, all }: Sentence, whom: Argument): Argument {
  const owner = all.find(({ last }) => last === whom.first - 1);
  const noun = owner && words[owner.head];
  const isOne = owner !== undefined && (SOMEBODY.test(noun?.lower ?? '') || kindOfNoun(noun) === 'person');
  return isOne && prepositionBefore(words, whom) !== null && words[whom.head]?.pos === 'PROPN' ? owner : whom;
}
