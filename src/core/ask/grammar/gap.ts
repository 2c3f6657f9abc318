/** What a question leaves open: the place beside its verb where the answer stands, and what stands there in a sentence. */
import { termOf } from '../../search/query.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import type { Reading } from '../sentences/reading.ts';
import type { Argument } from './apposition.ts';
import { type Clause, readClauses } from './clauses.ts';
import { stateOf } from './statement.ts';

type Role = 'doer' | 'done' | 'added';

/** A question as a clause with one place left open. */
export interface Gap {
  /** Null for "is": "What is the goal of the mission?" */
  readonly verb: string | null;
  readonly role: Role;
  /** Of what is added: the prepositions that may stand before it; null: any. */
  readonly prepositions: ReadonlySet<string> | null;
  readonly doer: readonly string[];
  readonly done: readonly string[];
  readonly added: readonly string[];
}

const PLACE = new Set('in at on near from to into outside inside across off around through'.split(' '));
const TIME = new Set('in at on during since after before until by from'.split(' '));

/** "What is the goal of the mission?": all of it stands on one side of "is", and the answer on the other. */
function findEquation({ words, focus, order }: AskedQuestion): Gap | null {
  const asking = findAsking(words);
  const is = words[asking + 1];
  const asks =
    /^(?:what|who)$/.test(words[asking]?.lower ?? '') && /^(?:is|are|was|were)$/.test(is?.lower ?? '');
  if (!asks || order.length === 0 || words.some(({ pos }) => pos === 'VERB')) return null;
  const first = focus ?? order[0] ?? '';
  return { verb: null, role: 'done', prepositions: null, doer: [first, ...order], done: [], added: [] };
}

/** The place that a question leaves open, or null where it has no verb to hold on to. */
export function findGap(question: AskedQuestion): Gap | null {
  const { verb, weights, focus, kind } = question;
  const state = stateOf(question.words);
  if (kind === 'yes-no') return null;
  if (state === null || verb === null) return findEquation(question);
  const { words, asking } = state;
  const clause = readClauses(words).find((one) => words[one.verb]?.term === verb);
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
  const { apposed } = argument;
  const beside = apposed === undefined ? [] : asked.slice(apposed.first, apposed.last);
  const here = new Set([...asked.slice(argument.first, argument.last), ...beside]);
  const share = terms.filter((term) => here.has(term)).length / terms.length;
  return argument.pronoun ? Math.max(share, POINTED) : share;
}
const UNSAID = 0.35;
const POINTED = 0.5;

/** What stands behind "is", to the next comma; its head is where its first noun phrase ends. */
function complementOf({ words }: Reading, { verb, done }: Clause): Argument | null {
  const border = words.findIndex(({ lower }, at) => at > verb && /^[,;:.!?]$/.test(lower));
  const last = border < 0 ? words.length : border;
  if (last <= verb + 1) return null;
  return { first: verb + 1, last, head: done?.head ?? last - 1, pronoun: false };
}

/** The two sides of "is" in a sentence, where one of them is what the question asks for. */
function fillEquation({ doer: [first, ...terms] }: Gap, reading: Reading): Filled[] {
  const { asked, words } = reading;
  const holds = (side: Argument | null): boolean =>
    side !== null && !side.pronoun && asked.slice(side.first, side.last).includes(first ?? '');
  return readClauses(words).flatMap((clause): Filled[] => {
    // "The first visitor, a boy named Tor, was late"
    for (const side of [clause.doer, clause.done])
      if (side?.apposed !== undefined && holds(side))
        return [{ clause, fillers: [side.apposed], quality: shareIn(reading, side, terms), reversed: false }];
    if (!clause.copula) return [];
    const complement = complementOf(reading, clause);
    const [side, filler] = holds(clause.doer) ? [clause.doer, complement] : [complement, clause.doer];
    if (!holds(side) || filler === null || filler.pronoun) return [];
    return [{ clause, fillers: [filler], quality: shareIn(reading, side, terms), reversed: false }];
  });
}

/** "travelled to Korea" is "visited Korea": what is done may stand behind a preposition where nothing else is done. */
function shareOf(reading: Reading, clause: Clause, role: 'doer' | 'done', terms: readonly string[]): number {
  const share = shareIn(reading, clause[role], terms);
  if (role === 'doer' || clause.done !== null) return share;
  return Math.max(share, ...clause.added.map((added) => shareIn(reading, added, terms)));
}

/** The clauses of a sentence that have the question's verb, by what fills the open place in each. */
export function fillGap(gap: Gap, reading: Reading, weights: ReadonlyMap<string, number>): Filled[] {
  const { asked, matched, terms, words } = reading;
  const { verb } = gap;
  if (verb === null) return fillEquation(gap, reading);
  if (!asked.includes(verb)) return [];
  // "Lund lives in Ostry": a verb that is taken for a noun.
  const read = words.map((word, at) =>
    terms[at] === verb && word.pos === 'NOUN' && /^(?:NOUN|PROPN|PRON)$/.test(words[at - 1]?.pos ?? '')
      ? { ...word, pos: 'VERB' as const }
      : word,
  );
  return readClauses(read).flatMap((clause): Filled[] => {
    if (asked[clause.verb] !== verb) return [];
    const like = (matched[clause.verb] ?? 0) / (weights.get(verb) ?? 1);
    const shares: number[] = [];
    let reversed = false;
    for (const role of ['doer', 'done'] as const) {
      const terms = gap[role];
      if (role === gap.role || terms.length === 0) continue;
      const share = shareOf(reading, clause, role, terms);
      const other = clause[role === 'doer' ? 'done' : 'doer'];
      if (share < UNSAID && other !== null && shareIn(reading, other, terms) > POINTED) reversed = true;
      shares.push(share);
    }
    if (gap.added.length > 0) {
      const here = new Set(asked);
      shares.push(gap.added.filter((term) => here.has(term)).length / gap.added.length);
    }
    const agreement =
      shares.length === 0 ? UNSAID : shares.reduce((sum, one) => sum + one, 0) / shares.length;
    const { prepositions } = gap;
    const own = gap.role === 'added' ? null : clause[gap.role];
    const fillers =
      gap.role === 'added'
        ? clause.added.filter(({ preposition }) => prepositions === null || prepositions.has(preposition))
        : own === null || own.pronoun
          ? []
          : [own, ...(own.apposed === undefined ? [] : [own.apposed])];
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
      // "will launch in 2015 and return in 2016": the first is nearer to the verb.
      if (gap.role === 'added' && fillers.indexOf(filler) > 0) features['gapLater'] = 1;
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
  features[`gap:${gap.verb === null ? 'is' : gap.role}`] = exact;
  if (filled.length === 0) features['gapNone'] = 1;
}
