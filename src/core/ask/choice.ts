/** Which phrases of the conversation a question leaves out: those whose words are likely to be missing. */
import { parseNames } from '../text/names.ts';
import { agreement } from './follow-features.ts';
import { prepositionFor } from './insertion.ts';
import type { Phrase, Read } from './phrases.ts';
import { findPointers, type Pointer } from './pointers.ts';
import { completes, type Referent, readReferents } from './referents.ts';
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
const DROPPED = 0.1;
/** What it costs that a phrase does not fit the word that points back, as "they" and one thing. */
const MISFIT = 0.3;
/** What a character costs: of two that are as good the shorter one. */
const LENGTH = 0.001;
/** Least expected gain of the first phrase and of one more. */
const LEAST = [0, 0.2];

/** Names of people in a text, as they stand there. */
function findPeople({ text }: Read): string[] {
  return parseNames(text)
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end }) => text.slice(start, end));
}

/** Whether the conversation has this as the name of a person, as part of one, or with one at its beginning. */
function isPerson({ text }: Referent, { turns, answer }: Conversation): boolean {
  if (!/\p{Lu}/u.test(text) || /['’]/.test(text)) return false;
  const reads = turns.map((turn) => turn.question);
  if (answer !== undefined) reads.push(answer);
  const holding = reads.filter((read) => read.text.includes(text));
  return holding.flatMap(findPeople).some((name) => name.includes(text) || text.startsWith(name));
}

/** What a question may refer to, newest question first, the last answer last; "he" and "she" only to people, where some are named. */
function readCandidates({ turns, answer }: Conversation, pointers: readonly Pointer[]): readonly Referent[] {
  const reads = turns.map((turn) => turn.question).reverse();
  if (answer !== undefined) reads.push(answer);
  const referents = reads.flatMap((read) => readReferents(read));
  if (!pointers.some(({ kind }) => kind === 'he' || kind === 'she')) return referents;
  const people = new Set(reads.flatMap(findPeople));
  const persons = referents.filter(({ text }) => people.has(text));
  const named = referents.filter((referent) => referent.named);
  return [persons, named, referents].find(({ length }) => length > 0) ?? [];
}

/** Words that carry a meaning in a question that leaves nothing out. */
const WHOLE = 3;

/** Names somebody new and says enough of them: "Why did Larkfield Airlines cancel its flights?" */
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
  return stems.size >= WHOLE && names.some(isNew);
}

/** "Who is Bo Reed?" after "Who is Ada Winter?", "in Ostry" after "in Larkfield": the other name is not left out, it is replaced. */
function standsAgainst({ phrases }: Read, { named, before }: Referent): boolean {
  return named && before !== '' && phrases.some((phrase) => phrase.named && phrase.before === before);
}

/**
 * The phrases to put into a question, most important first: those with the greatest expected gain, each of its words counting
 * its chance less what it is worth.
 * @param chances how likely each stem of the conversation is missing in the question
 */
export function chooseReferents(
  question: Read,
  conversation: Conversation,
  chances: ReadonlyMap<string, number>,
): Referent[] {
  const had = new Set(question.stems.flat());
  const own = question.phrases.map(({ first, last }) => question.stems.slice(first, last).flat());
  const pointers = findPointers(question).filter(({ kind }) => kind !== 'this' && kind !== 'one');
  const points = pointers.length > 0;
  const person = pointers.some(({ kind }) => kind === 'he' || kind === 'she');
  if (!points && isWhole(question, conversation)) return [];
  const open = question.phrases.some(({ named, first }) => named && first > 0) ? WORTH_NAMED : WORTH;
  const all = readCandidates(conversation, pointers);
  const replaced = new Set(
    all.filter((one) => !points && standsAgainst(question, one)).map(({ text }) => text),
  );
  const candidates = all.filter(({ text }) => !replaced.has(text));
  const chosen: Referent[] = [];
  for (const least of LEAST) {
    const pointed = points && chosen.length === 0;
    const worth = pointed ? WORTH_POINTED : open;
    let best: { referent: Referent; gain: number } | undefined;
    for (const referent of candidates) {
      const repeated = own.some((stems) => completes(referent, stems)) ? 0 : REPEATED;
      let gain = -LENGTH * referent.text.length;
      for (const stem of referent.stems) gain += had.has(stem) ? -repeated : (chances.get(stem) ?? 0) - worth;
      for (const stem of referent.dropped) if (!had.has(stem)) gain -= DROPPED;
      if (pointed && agreement(referent, pointers) < 0) gain -= MISFIT;
      // Somebody is meant by "she", however little speaks for each.
      if (gain > (best?.gain ?? (pointed && person && referent.named ? -Infinity : least)))
        best = { referent, gain };
    }
    if (best === undefined) break;
    // "Where will the leaders meet in Kim?": nothing happens in a person.
    if (!points && prepositionFor(question) === 'in' && isPerson(best.referent, conversation)) break;
    chosen.push(best.referent);
    for (const stem of best.referent.stems) had.add(stem);
  }
  return chosen;
}
