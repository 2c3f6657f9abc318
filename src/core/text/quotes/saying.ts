/** Whether somebody who is named says something there, in the writer's words: "Hale insisted that the road stays open." */
import { OFFICES, SHORT_TITLES } from '../data/offices.ts';
import type { Token } from '../tokens.ts';
import { WEAK } from './clauses.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isHardBorder,
  isInnerDot,
  isPassive,
  isPreposition,
  isSpeechVerb,
} from './grammar.ts';
import type { Phrase } from './mentions.ts';

/** Longest apposition behind a name, in tokens. */
const APPOSITION = 20;
/** A sentence is looked through so far before a name, in tokens. */
const REACH = 40;
/** Longest title before a name, in tokens. */
const LONGEST_TITLE = 6;
/** What is only to come, or thought of. */
const MODAL = /^(?:will|would|can|could|may|might|must|should|shall|won't|wouldn't|can't|cannot|couldn't)$/;
/** What stands before a name and belongs to it. */
const isTitle = (lower: string): boolean => SHORT_TITLES.has(lower) || OFFICES.has(lower);
/** Who asks is as often answered as heard again. */
const ASKING = /^(?:ask|question|inquir|enquir)/;

/**
 * Whether the name is the subject of a verb of speaking, also past an apposition. Behind a verb a name is as often whom it is told
 * to, and in a clause that is reported itself ("Hale said Lund asked him") what he says is part of what is told.
 */
export function saysSomething(tokens: readonly Token[], { first, last }: Phrase): boolean {
  let from = first; // "Ms. ", "Senator "
  while (
    first - from < LONGEST_TITLE &&
    (isInnerDot(tokens, from - 1) || (tokens[from - 1]?.capital && isTitle(tokens[from - 1]?.lower ?? '')))
  )
    from--;
  // "After Hale said that", "when Ms. Hale said": beside what the sentence tells.
  const beside = (token: Token | undefined): boolean => isPreposition(token) || isConjunction(token);
  if (beside(tokens[from - 1])) return false;
  if (tokens[first - 1]?.kind === 'possessive') return false;
  let next = last;
  if (tokens[next]?.word === ',') {
    const end = next + APPOSITION;
    next++;
    while (next < end && tokens[next] && tokens[next]?.word !== ',' && !isHardBorder(tokens, next)) next++;
    if (tokens[next]?.word !== ',') return false;
    next++;
  }
  while (isAdverb(tokens[next]) || isAuxiliary(tokens[next])) {
    if (MODAL.test(tokens[next]?.lower ?? '')) return false;
    next++;
  }
  const verb = tokens[next]?.lower ?? '';
  if (!isSpeechVerb(tokens, next) || isPassive(tokens, next) || WEAK.has(verb) || ASKING.test(verb))
    return false;
  for (let i = first - 1; i >= 0 && i > first - REACH && !isHardBorder(tokens, i); i--)
    if (isSpeechVerb(tokens, i)) return false;
  return true;
}
