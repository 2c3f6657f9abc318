/** Whose verb it is: who does what a verb says, or to whom it is done. */
import { SPEECH_VERBS } from '../../text/data/speech-verbs.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Argument } from './apposition.ts';
import type { Group } from './verb-groups.ts';

export const RELATIVE = /^(?:who|whom|which|that|whose)$/;
export const BORDER = /^(?:[;:!?.]|--|—|–)$/;

export const isAdverb = (word: TaggedWord | undefined): boolean =>
  word?.pos === 'ADV' || word?.lower === 'also';

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

/** The subject of a verb: the nearest noun phrase before it that is nobody else's. */
export function subjectOf(
  sentence: Sentence,
  place: number,
  found: readonly (Argument | null)[],
): Argument | null {
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
