/** Which phrases of the conversation a question leaves out: those whose words are likely to be missing. */
import { agreement } from './follow-features.ts';
import type { Read } from './phrases.ts';
import { findPointers } from './pointers.ts';
import { completes, type Referent, readReferents } from './referents.ts';
import type { Conversation } from './turns.ts';

/** A word that is likelier missing than this is worth putting in … */
const WORTH = 0.36;
/** … and where a word points back and has to mean something. */
const WORTH_POINTED = 0.25;
/** What a word costs that the question has already. */
const REPEATED = 0.15;
/** What a word costs that the phrase had and is left out. */
const DROPPED = 0.1;
/** What it costs that a phrase does not fit the word that points back, as "they" and one thing. */
const MISFIT = 0.3;
/** What a character costs: of two that are as good the shorter one. */
const LENGTH = 0.001;
/** Least expected gain of the first phrase and of one more. */
const LEAST = [0, 0.12];

/**
 * The phrases to put into a question, most important first: those with the greatest expected gain, each of its words counting
 * its chance less what it is worth.
 * @param chances how likely each stem of the conversation is missing in the question
 */
export function chooseReferents(
  question: Read,
  { turns, answer }: Conversation,
  chances: ReadonlyMap<string, number>,
): Referent[] {
  const had = new Set(question.stems.flat());
  const own = question.phrases.map(({ first, last }) => question.stems.slice(first, last).flat());
  const pointers = findPointers(question).filter(({ kind }) => kind !== 'this' && kind !== 'one');
  const points = pointers.length > 0;
  const reads = turns.map((turn) => turn.question).reverse();
  if (answer !== undefined) reads.push(answer);
  const referents = reads.flatMap((read) => readReferents(read));
  const chosen: Referent[] = [];
  for (const least of LEAST) {
    const worth = points && chosen.length === 0 ? WORTH_POINTED : WORTH;
    let best: { referent: Referent; gain: number } | undefined;
    for (const referent of referents) {
      const repeated = own.some((stems) => completes(referent, stems)) ? 0 : REPEATED;
      let gain = -LENGTH * referent.text.length;
      for (const stem of referent.stems) gain += had.has(stem) ? -repeated : (chances.get(stem) ?? 0) - worth;
      for (const stem of referent.dropped) if (!had.has(stem)) gain -= DROPPED;
      if (points && chosen.length === 0 && agreement(referent, pointers) < 0) gain -= MISFIT;
      if (gain > (best?.gain ?? least)) best = { referent, gain };
    }
    if (best === undefined) break;
    chosen.push(best.referent);
    for (const stem of best.referent.stems) had.add(stem);
  }
  return chosen;
}
