/** What a question leaves open: the place beside its verb where the answer stands, and what stands there in a sentence. */
import { termOf } from '../search/query.ts';
import { findAsking } from './asking.ts';
import { type Argument, type Clause, readClauses } from './clauses.ts';
import type { AskedQuestion } from './question.ts';
import type { Reading } from './reading.ts';
import type { TaggedWord } from './tagging.ts';

type Role = 'doer' | 'done' | 'added';

/** A question as a clause with one place left open. */
export interface Gap {
  readonly verb: string;
  readonly role: Role;
  /** Of what is added: the prepositions that may stand before it; null: any. */
  readonly prepositions: ReadonlySet<string> | null;
  readonly doer: readonly string[];
  readonly done: readonly string[];
  readonly added: readonly string[];
}

const PLACE = new Set('in at on near from to into outside inside across off around through'.split(' '));
const TIME = new Set('in at on during since after before until by from'.split(' '));

const isVerbal = ({ pos }: TaggedWord): boolean => pos === 'VERB' || pos === 'AUX';

/** A question in the order of a statement, with the place of what asks in it; -1 where that has been taken out. */
interface Statement {
  readonly words: readonly TaggedWord[];
  readonly asking: number;
}

/** "Kim did visit in July" of "Whom did Kim visit in July?"; what asks is left out where it stood elsewhere than in a statement. */
function stateOf(words: readonly TaggedWord[]): Statement | null {
  const asking = findAsking(words);
  if (asking < 0) return null;
  const first = words.findIndex((word, at) => at > asking && isVerbal(word));
  const verb = words.findIndex(({ pos }, at) => at >= first && pos === 'VERB');
  // "It was found in which city?"
  if (first < 0 || verb < 0) return words.slice(0, asking).some(isVerbal) ? { words, asking } : null;
  const between = words.slice(first + 1, verb);
  const auxiliary = words[first];
  if (verb === first || auxiliary === undefined || between.every(({ pos }) => /^(?:AUX|ADV|PART)$/.test(pos)))
    return { words: words.slice(asking), asking: 0 };
  return { words: [...between, auxiliary, ...words.slice(verb)], asking: -1 };
}

/** The place that a question leaves open, or null where it has no verb to hold on to. */
export function findGap(question: AskedQuestion): Gap | null {
  const { verb, weights, focus, kind } = question;
  const state = stateOf(question.words);
  if (state === null || verb === null || kind === 'yes-no') return null;
  const { words, asking } = state;
  const clause = readClauses(words).find((one) => termOf(words[one.verb]?.word ?? '') === verb);
  if (clause === undefined) return null;
  const isOpen = (argument: Argument | null): boolean =>
    argument !== null && asking >= 0 && argument.first <= asking + 1 && argument.last > asking;
  const termsOf = (argument: Argument | null): string[] =>
    argument === null || isOpen(argument)
      ? []
      : words.slice(argument.first, argument.last).flatMap(({ word }) => {
          const term = termOf(word);
          return term !== null && term !== focus && weights.has(term) ? [term] : [];
        });
  const gap = {
    verb,
    doer: termsOf(clause.doer),
    done: termsOf(clause.done),
    added: clause.added.flatMap(termsOf),
    prepositions: null,
  };
  const { preposition } = question;
  if (asking === 0) {
    const role = clause.passive ? 'done' : 'doer';
    return { ...gap, [role]: [], role };
  }
  if (preposition === 'by' && clause.passive) return { ...gap, doer: [], role: 'doer' };
  if (preposition !== null) return { ...gap, role: 'added', prepositions: new Set([preposition]) };
  const word = question.words[findAsking(question.words)]?.lower;
  if (word === 'where') return { ...gap, role: 'added', prepositions: PLACE };
  if (word === 'when') return { ...gap, role: 'added', prepositions: TIME };
  if (word === 'why' || word === 'how') return null;
  return { ...gap, role: !clause.passive && gap.done.length === 0 ? 'done' : 'added' };
}

/** A clause that has the question's verb, with what stands in the open place. */
export interface Filled {
  readonly clause: Clause;
  readonly fillers: readonly Argument[];
  /** How far the rest of the clause is what the question says, 0 to 1. */
  readonly quality: number;
  /** Who does it in the question has it done to them here, or the other way round. */
  readonly reversed: boolean;
}

/** Share of terms that stand in an argument; less is known where it is a pronoun or nothing. */
function shareIn({ asked }: Reading, argument: Argument | null, terms: readonly string[]): number {
  if (argument === null) return UNSAID;
  const here = new Set(asked.slice(argument.first, argument.last));
  const share = terms.filter((term) => here.has(term)).length / terms.length;
  return argument.pronoun ? Math.max(share, POINTED) : share;
}
const UNSAID = 0.35;
const POINTED = 0.5;

/** The clauses of a sentence that have the question's verb, by what fills the open place in each. */
export function fillGap(gap: Gap, reading: Reading, weights: ReadonlyMap<string, number>): Filled[] {
  const { asked, matched, words } = reading;
  if (!asked.includes(gap.verb)) return [];
  return readClauses(words).flatMap((clause): Filled[] => {
    if (asked[clause.verb] !== gap.verb) return [];
    const like = (matched[clause.verb] ?? 0) / (weights.get(gap.verb) ?? 1);
    const shares: number[] = [];
    let reversed = false;
    for (const role of ['doer', 'done'] as const) {
      const terms = gap[role];
      if (role === gap.role || terms.length === 0) continue;
      const share = shareIn(reading, clause[role], terms);
      const other = clause[role === 'doer' ? 'done' : 'doer'];
      if (share < UNSAID && other !== null && shareIn(reading, other, terms) > POINTED) reversed = true;
      shares.push(share);
    }
    if (gap.added.length > 0) {
      const here = new Set(asked);
      shares.push(gap.added.filter((term) => here.has(term)).length / gap.added.length);
    }
    const agreement = shares.length === 0 ? UNSAID : shares.reduce((sum, one) => sum + one, 0) / shares.length;
    const { prepositions } = gap;
    const own = gap.role === 'added' ? null : clause[gap.role];
    const fillers =
      gap.role === 'added'
        ? clause.added.filter(({ preposition }) => prepositions === null || prepositions.has(preposition))
        : own === null || own.pronoun
          ? []
          : [own];
    return [{ clause, fillers, quality: like * (0.3 + 0.7 * agreement), reversed }];
  });
}

/** Adds to the features of a candidate: whether it is what fills the open place, or stands in another one. */
export function readGap(
  gap: Gap,
  filled: readonly Filled[],
  { first, last }: { readonly first: number; readonly last: number },
  features: Record<string, number>,
): void {
  const touches = (one: Argument | null): boolean => one !== null && one.first < last && first < one.last;
  let [here, exact, missed, wrong] = [0, 0, 0, 0];
  for (const { clause, fillers, quality, reversed } of filled) {
    if (reversed) features['reversed'] = 1;
    const filler = fillers.find(touches);
    if (filler !== undefined) {
      here = Math.max(here, quality);
      const holdsHead = first <= filler.head && filler.head < last && first >= filler.first - 1;
      if (holdsHead) exact = Math.max(exact, quality);
    } else if (fillers.length > 0) missed = Math.max(missed, quality);
    for (const role of ['doer', 'done'] as const) {
      const argument = clause[role];
      if (!touches(argument) || argument === filler) continue;
      if (role !== gap.role) wrong = Math.max(wrong, quality);
      features[`${gap.role}:as:${role}`] = quality;
    }
    const added = clause.added.find(touches);
    if (added !== undefined && added !== filler) features[`${gap.role}:as:added`] = quality;
    if (added !== undefined) features[`${gap.role}:as:${added.preposition}`] = quality;
  }
  features['gap'] = here;
  features['gapExact'] = exact;
  features['gapMissed'] = here > 0 ? 0 : missed;
  features['gapWrong'] = wrong;
  features[`gap:${gap.role}`] = exact;
  if (filled.length === 0) features['gapNone'] = 1;
}
