/** Which phrases of the conversation a question leaves out: those whose words are likely to be missing. */

import type { Features } from '../models/linear.ts';
import { type Forest, sumTrees } from '../models/trees.ts';
import { findAntecedents, findAskedOf, findPeople } from './antecedents.ts';
import { agreement, readFollow } from './follow-features.ts';
import { prepositionFor } from './insertion.ts';
import { type Candidate, createPhraseReader, gatherCandidates } from './phrase-features.ts';
import type { Phrase, Read } from './phrases.ts';
import { findPointers, type Pointer } from './pointers.ts';
import { completes, type Referent } from './referents.ts';
import type { Conversation } from './turns.ts';

/** A word that is likelier missing than this is worth putting in … */
const WORTH = 0.34;
/** … and where a word points back and has to mean something. */
const WORTH_POINTED = 0.22;
/** … and where the question names whom it is about. */
const WORTH_NAMED = 0.55;
/** What a word costs that the question has already. */
const REPEATED = 0.15;
/** What a word costs that the phrase had and is left out. */
const DROPPED = 0.2;
/** What it costs that a phrase does not fit the word that points back, as "they" and one thing. */
const MISFIT = 0.75;
/** What a character costs: of two that are as good the shorter one. */
const LENGTH = 0.001;
/** Phrases that the forest is asked about: reading their features takes the most time. */
const LIKELIEST = 30;
/** Least expected gain of a phrase: the forest foresees too little rather than too much … */
const LEAST = -0.1;
/** … where a word points back: any phrase is better than none, unless it is worth very little … */
const LEAST_POINTED = -0.5;
/** … but articles that are known may be asked with an "it" rather than with what was not spoken of just now and likely is wrong … */
const LEAST_KNOWN = 0;
/** … and of a second one, for a second word that points back. */
const LEAST_SECOND = 0.2;

/** Whether the conversation has this as the name of a person, as part of one, or with one at its beginning. */
function isPerson({ text }: Referent, { turns, answer }: Conversation): boolean {
  if (!/\p{Lu}/u.test(text) || /['’]/.test(text)) return false;
  const reads = turns.map((turn) => turn.question);
  if (answer !== undefined) reads.push(answer);
  const holding = reads.filter((read) => read.text.includes(text));
  return holding.flatMap(findPeople).some((name) => name.includes(text) || text.startsWith(name));
}

/** Words that carry a meaning in a question that leaves nothing out. */
const WHOLE = 3;

/** "Who is the director of the port?" asked after "Who is the head of the union?": each says what it is of. */
const COMPLETE = /^(?:who|what|where) (?:is|was|are|were) the \p{L}[\p{L} -]* of (?:the |an? )?\p{L}/iu;

function isParallel({ text }: Read, { turns }: Conversation): boolean {
  return COMPLETE.test(text) && COMPLETE.test(turns.at(-1)?.question.text ?? '');
}

/** "And who is Tom Reed?", but not "Who is the CEO?" */
const WHO_IS = /^(?:(?:and|but|so) )?who(?: is| was| are| were|['’]s) (?!(?:the|an?|its|their|his|her)\b)/iu;

/** "Is Lund the mayor?", "Did Larkfield Airlines apologise?": who is named right at the beginning is whom it is about. */
const YES_NO = /^(?:(?:and|but|so) )?(?:is|was|are|were|did|does|do|has|have|had|will|would|can|could) $/i;

function asksOfNamed({ text, words, phrases }: Read): boolean {
  return phrases.some(({ named, first }) => named && YES_NO.test(text.slice(0, words[first]?.start ?? 0)));
}

/** Names somebody new and says enough of them, or asks who that is: "Why did Larkfield Airlines cancel its flights?" */
function isWhole(question: Read, { turns, answer }: Conversation): boolean {
  const said = new Set([
    ...turns.flatMap((turn) => turn.question.stems.flat()),
    ...(answer?.stems.flat() ?? []),
  ]);
  const stems = new Set(question.stems.flat());
  const names = question.phrases.filter(({ named, first }) => named && first > 0);
  const isNew = ({ first, last }: Phrase): boolean =>
    question.stems
      .slice(first, last)
      .flat()
      .every((stem) => !said.has(stem));
  return (stems.size >= WHOLE || WHO_IS.test(question.text)) && names.some(isNew);
}

/** "Who is Bo Reed?" after "Who is Ada Winter?", "in Ostry" after "in Larkfield": the other name is not left out, it is replaced. */
function standsAgainst({ phrases }: Read, { named, before }: Referent): boolean {
  return named && before !== '' && phrases.some((phrase) => phrase.named && phrase.before === before);
}

/** The words of a question that something has to be put in for: not "this change", "the first one". */
function findMissing(question: Read): Pointer[] {
  return findPointers(question).filter(({ kind }) => kind !== 'this' && kind !== 'one');
}

/** A candidate, what its words' chances promise, and its features. */
export interface Rated {
  readonly candidate: Candidate;
  readonly gain: number;
  readonly features: Features;
}

/**
 * Rates the phrases that a question may leave out, for the first and for each further one.
 * @param chances how likely each stem of the conversation is missing in the question
 * @returns a function that rates them once more, given what is chosen already
 */
export function openChoice(
  question: Read,
  conversation: Conversation,
  chances: ReadonlyMap<string, number>,
): (chosen: readonly Referent[]) => Rated[] {
  const own = question.phrases.map(({ first, last }) => question.stems.slice(first, last).flat());
  const pointers = findMissing(question);
  const points = pointers.length > 0;
  if (!points && (isWhole(question, conversation) || asksOfNamed(question))) return () => [];
  const open = question.phrases.some(({ named, first }) => named && first > 0) ? WORTH_NAMED : WORTH;
  const all = findAntecedents(question, conversation, pointers);
  const replaced = new Set(
    points ? [] : all.flatMap(({ referent }) => (standsAgainst(question, referent) ? [referent.text] : [])),
  );
  const candidates = gatherCandidates(all.filter(({ referent }) => !replaced.has(referent.text)));
  const follow = readFollow(question, pointers, conversation);
  return (chosen) => {
    const had = new Set([...question.stems.flat(), ...chosen.flatMap(({ stems }) => stems)]);
    const pointed = points && chosen.length === 0;
    const worth = pointed ? WORTH_POINTED : open;
    const read = createPhraseReader({
      question,
      conversation,
      pointers,
      had,
      chances,
      follow,
    });
    const gainOf = ({ referent }: Candidate): number => {
      const repeated = own.some((stems) => completes(referent, stems)) ? 0 : REPEATED;
      let gain = -LENGTH * referent.text.length;
      for (const stem of referent.stems) gain += had.has(stem) ? -repeated : (chances.get(stem) ?? 0) - worth;
      for (const stem of referent.dropped) if (!had.has(stem)) gain -= DROPPED;
      return pointed && agreement(referent, pointers) < 0 ? gain - MISFIT : gain;
    };
    return candidates
      .filter(({ referent }) => referent.stems.some((stem) => !had.has(stem)))
      .map((candidate) => ({ candidate, gain: gainOf(candidate) }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, LIKELIEST)
      .map((one): Rated => ({ ...one, features: read(one.candidate, one.gain) }));
  };
}

/**
 * The phrases to put into a question, most important first: those with the greatest expected gain. One, and a second where two
 * words point back; a second one elsewhere was wrong more often than right.
 */
export function chooseReferents(
  question: Read,
  conversation: Conversation,
  chances: ReadonlyMap<string, number>,
  forest: Forest,
): Referent[] {
  const pointers = findMissing(question);
  if (pointers.length === 0 && isParallel(question, conversation)) return [];
  const askedOf = findAskedOf(question, conversation, pointers);
  if (askedOf !== undefined) return [askedOf.referent];
  const rate = openChoice(question, conversation, chances);
  const person = pointers.some(({ kind }) => kind === 'he' || kind === 'she');
  const first = pointers.length > 0 ? LEAST_POINTED : LEAST;
  const chosen: Referent[] = [];
  for (const least of pointers.length > 1 ? [first, LEAST_SECOND] : [first]) {
    let best: { referent: Referent; gain: number } | undefined;
    const floorOf = ({ referent, ago }: Candidate): number => {
      // Somebody is meant by "she", however little speaks for each.
      if (person && (referent.named || referent.person) && chosen.length === 0) return -Infinity;
      return conversation.names.size > 0 && ago !== 0 ? Math.max(least, LEAST_KNOWN) : least;
    };
    for (const { candidate, gain, features } of rate(chosen)) {
      const { referent } = candidate;
      // "’ union head" of "dockers’ union head".
      if (/^['’]/.test(referent.text)) continue;
      const total = gain + sumTrees(features, forest);
      if (total > (best?.gain ?? floorOf(candidate))) best = { referent, gain: total };
    }
    if (best === undefined) break;
    // "Where will the leaders meet in Kim?": nothing happens in a person, and what has an owner needs no other.
    const misplaced = prepositionFor(question) === 'in' || /\bof\b/.test(question.text);
    if (pointers.length === 0 && misplaced && isPerson(best.referent, conversation)) break;
    chosen.push(best.referent);
  }
  return chosen;
}
