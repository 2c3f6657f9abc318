/** What a question asks for: the kind of answer, the noun that names it, and the words that a passage must speak of. */
import { parseWeightedTerms, termOf } from '../../search/query.ts';
import type { TaggedWord } from '../words/tagging.ts';
import { findAsking } from './question-word.ts';
import { type AnswerKind, AUXILIARY, asksMany, type Shape, shapeOf } from './shape.ts';

export type { AnswerKind };

export interface AskedQuestion extends Shape {
  readonly text: string;
  /** Terms with their weights: names and numbers most, then nouns, then the rest. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms in the order of the question. */
  readonly order: readonly string[];
  /** Terms of names and numbers, which a passage that answers should have. */
  readonly named: ReadonlySet<string>;
  /** Term of the main verb, if it is not a mere auxiliary. */
  readonly verb: string | null;
  /** Several things are asked for: "Which two countries …", "What were the reasons …". */
  readonly asksMany: boolean;
  /** Preposition at the end or before the question word: "in which", "… born in". */
  readonly preposition: string | null;
  readonly words: readonly TaggedWord[];
}

/** Words of asking that no answer repeats. */
const ASKING_TERMS: ReadonlySet<string | null> = new Set(
  'name kind type sort many long tell list explain describe give'.split(' ').map((word) => termOf(word)),
);
const HAPPEN = termOf('happen');
const WEIGHTS: Partial<Record<TaggedWord['pos'], number>> = {
  PROPN: 1.6,
  NUM: 1.6,
  NOUN: 1.2,
  VERB: 0.9,
  ADJ: 1,
  ADV: 0.6,
};

/** Questions that a sentence or several answer, not a name or a number. */
export function explains(kind: AnswerKind): boolean {
  return kind === 'open' || kind === 'manner' || kind === 'reason' || kind === 'yes-no' || kind === 'quote';
}

/** The verb that asks: the first after the question word, or the last before one that stands late. */
function findVerb(tagged: readonly TaggedWord[], asking: number): TaggedWord | undefined {
  const isVerb = ({ pos, lower }: TaggedWord): boolean =>
    pos === 'VERB' && !AUXILIARY.test(lower) && lower !== 'according';
  if (asking < 0) return tagged.findLast(isVerb);
  const late =
    asking > 0 && tagged[asking - 1]?.pos !== 'ADP' ? tagged.slice(0, asking).findLast(isVerb) : undefined;
  return tagged.slice(asking).find(isVerb) ?? late ?? tagged.findLast(isVerb);
}

const DO = /^(?:do|does|did|will|would|can|could|should|must)$/;

/** "When did the soldiers attack the town?": where "did" has no verb, a noun behind its subject is one. */
function findVerbTags(tagged: readonly TaggedWord[]): readonly TaggedWord[] {
  const auxiliary = tagged.findIndex(({ lower, pos }) => pos === 'AUX' && DO.test(lower));
  // "Does the king have real power?": "have" is the verb.
  if (auxiliary < 0 || tagged.slice(auxiliary + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
    return tagged;
  const subject = tagged.findIndex(({ pos }, at) => at > auxiliary && /^(?:PROPN|NOUN|PRON)$/.test(pos));
  if (subject < 0) return tagged;
  const at = tagged.findIndex(
    ({ pos, lower }, place) => place > subject && /^(?:NOUN|ADJ)$/.test(pos) && !/[^s]s$/.test(lower),
  );
  const found = tagged[at];
  return found === undefined ? tagged : tagged.with(at, { ...found, pos: 'VERB' });
}

/** Reads a question from its words. */
export function parseAsked(text: string, words: readonly TaggedWord[]): AskedQuestion {
  const tagged = findVerbTags(words);
  const shape = shapeOf(tagged);
  const weights = new Map<string, number>();
  const named = new Set<string>();
  const partOf = new Map<string, TaggedWord['pos']>();
  /** What the terms of verbs of two words mean. */
  const meanings = new Map<string | null, string>();
  for (const { word, pos, term } of tagged) {
    if (term === null) continue;
    if (!partOf.has(term)) partOf.set(term, pos);
    const own = termOf(word);
    if (own !== term) meanings.set(own, term);
  }
  const order: string[] = [];
  for (const { term: own, weight } of parseWeightedTerms(text)) {
    const term = meanings.get(own) ?? own;
    if (ASKING_TERMS.has(term) && shape.kind !== 'open') continue;
    // "What happened to Lang?": any passage on him tells.
    if (term === HAPPEN) continue;
    order.push(term);
    const pos = partOf.get(term) ?? 'NOUN';
    if (weight > 1) named.add(term);
    const grammar = weight > 1 ? 1.6 : Math.min(WEIGHTS[pos] ?? 0.8, 1.2);
    weights.set(term, Math.max(weights.get(term) ?? 0, grammar));
  }
  const at = findAsking(tagged);
  const verb = findVerb(tagged, at);
  const last = tagged.filter(({ pos }) => pos !== 'PUNCT').at(-1);
  const before = tagged[at - 1];
  const preposition = before?.pos === 'ADP' ? before.lower : last?.pos === 'ADP' ? last.lower : null;
  return {
    ...shape,
    asksMany: asksMany(shape, tagged, at),
    text,
    weights,
    order,
    named,
    verb: verb?.term ?? null,
    preposition,
    words: tagged,
  };
}
