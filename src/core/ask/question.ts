/** What a question asks for: the kind of answer, the noun that names it, and the words that a passage must speak of. */
import { parseWeightedTerms, termOf } from '../search/query.ts';
import { findAsking } from './asking.ts';
import type { TaggedWord } from './tagging.ts';

export type AnswerKind =
  | 'person'
  | 'place'
  | 'organisation'
  | 'date'
  | 'number'
  | 'reason'
  | 'manner'
  | 'quote'
  | 'yes-no'
  /** Which or what with a noun that is none of the above. */
  | 'thing'
  /** Anything else: what happened, explain, tell me about. */
  | 'open';

export interface AskedQuestion {
  readonly text: string;
  readonly kind: AnswerKind;
  /** Term of the noun that the answer is one of: "Which harbour …", "How many ships …". */
  readonly focus: string | null;
  /** Terms with their weights: names and numbers most, then nouns, then the rest. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms in the order of the question. */
  readonly order: readonly string[];
  /** Terms of names and numbers, which a passage that answers should have. */
  readonly named: ReadonlySet<string>;
  /** Term of the main verb, if it is not a mere auxiliary. */
  readonly verb: string | null;
  /** The asked-for thing is the subject: "Who won …", "Which team beat …". */
  readonly asksSubject: boolean;
  /** Several things are asked for: "Which two countries …", "What were the reasons …". */
  readonly asksMany: boolean;
  /** Preposition at the end or before the question word: "in which", "… born in". */
  readonly preposition: string | null;
  readonly words: readonly TaggedWord[];
}

const wordsOf = (list: string): readonly string[] => list.split(/\s+/);

/** Nouns after "which" and "what" that tell the kind of answer. */
const KIND_NOUNS: readonly (readonly [AnswerKind, ReadonlySet<string>])[] = [
  [
    'person',
    new Set(
      wordsOf(`person actor actress singer player president minister king queen prince princess man woman author writer
    artist director leader chief politician senator governor mayor scientist general commander emperor pope bishop philosopher
    musician athlete coach quarterback celebrity star composer painter inventor engineer economist mathematician lawyer judge
    candidate individual founder chairman chairwoman spokesman spokeswoman explorer ruler duke billionaire rapper comedian
    footballer striker driver astronaut poet monarch name nickname brother sister father mother wife husband son daughter`),
    ),
  ],
  [
    'place',
    new Set(
      wordsOf(`country city state nation town place location island river continent region province county village
    capital area street mountain lake ocean sea venue stadium airport district neighborhood neighbourhood territory site
    building museum park port borough planet destination`),
    ),
  ],
  [
    'organisation',
    new Set(
      wordsOf(`company organization organisation team club agency party band university college school newspaper
    channel network firm corporation bank league union group institution airline studio publisher brand retailer chain
    automaker manufacturer church army government court committee ministry department station`),
    ),
  ],
  ['date', new Set(wordsOf('year month day date century decade weekday season era period time week'))],
  [
    'number',
    new Set(
      wordsOf(`percentage percent number amount score rate temperature height length weight price cost age size population
    distance proportion fraction sum value total share speed width depth ratio magnitude strength toll majority margin
    turnout salary budget deficit debt profit revenue loss fine capacity volume duration altitude elevation density`),
    ),
  ],
  ['reason', new Set(wordsOf('reason cause motive'))],
];

const MEASURE =
  /^(?:many|much|old|young|long|far|tall|high|big|large|deep|fast|often|wide|heavy|hot|warm|cold|few|late|soon)$/;
const SAYING =
  /^(?:say|said|says|think|tell|told|respond|react|comment|claim|argue|describe|call|add|warn|announce|state)$/;
const AUXILIARY =
  /^(?:is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|'s|’s)$/;

/** By words and not by stems: an engine is no engineer. */
function kindOfNoun(head: TaggedWord | undefined): AnswerKind | undefined {
  if (head === undefined) return undefined;
  const { lower } = head;
  const forms = [lower, lower.replace(/s$/, ''), lower.replace(/ies$/, 'y'), lower.replace(/men$/, 'man')];
  forms.push(lower.replace(/es$/, ''));
  return KIND_NOUNS.find(([, nouns]) => forms.some((form) => nouns.has(form)))?.[0];
}

type Shape = Pick<AskedQuestion, 'kind' | 'focus' | 'asksSubject'>;

const MANY = /^(?:two|three|four|five|six|both|several)$/;

/** Whether the noun that is asked for stands in the plural, or is counted. */
function asksMany({ kind, focus }: Shape, tagged: readonly TaggedWord[], asking: number): boolean {
  if (asking < 0 || kind === 'number' || kind === 'date') return false;
  const noun = tagged.slice(asking).find(({ word }) => focus !== null && termOf(word) === focus);
  const counted = tagged.slice(asking, asking + 4).some(({ lower }) => MANY.test(lower));
  return (
    counted ||
    (noun?.pos === 'NOUN' && /[^s']s$/.test(noun.lower)) ||
    /^(?:are|were)$/.test(tagged[asking + 1]?.lower ?? '')
  );
}

/** Last noun of the noun phrase that begins at `from`: "which popular tourist attraction" asks for an attraction. */
function headNoun(
  tagged: readonly TaggedWord[],
  from: number,
): { head: TaggedWord | undefined; next: number } {
  let at = from;
  let head: TaggedWord | undefined;
  for (; at < tagged.length; at++) {
    const word = tagged[at];
    if (word === undefined) break;
    if (word.pos === 'NOUN' || word.pos === 'PROPN') head = word;
    // "the mayor's salary": the owner is not what is asked for.
    else if (head !== undefined && /^['’]s?$/.test(word.lower)) head = undefined;
    else if (!/^(?:ADJ|DET|NUM|PART|CCONJ|SYM)$/.test(word.pos) || head !== undefined) break;
  }
  // "what kind of ship", "what percentage of voters": the noun after "of" is the thing for "kind", not for a measure.
  if (
    head !== undefined &&
    /^(?:kinds?|types?|sorts?|names?|forms?|one)$/.test(head.lower) &&
    tagged[at]?.lower === 'of'
  ) {
    const inner = headNoun(tagged, at + 1);
    if (inner.head !== undefined) return inner;
  }
  return { head, next: at };
}

function shapeOf(tagged: readonly TaggedWord[]): Shape {
  const at = findAsking(tagged);
  const first = tagged[0]?.lower ?? '';
  const asking = tagged[at];
  if (asking === undefined) {
    return { kind: AUXILIARY.test(first) ? 'yes-no' : 'open', focus: null, asksSubject: false };
  }
  const next = tagged[at + 1];
  const after = tagged[at + 2];
  const nextIsVerb = next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX');
  switch (asking.lower) {
    case 'who':
    case 'whom':
    case 'whose': {
      const auxiliary = /^(?:did|do|does|has|have|had|will|would|can|could)$/.test(next?.lower ?? '');
      const asksSubject = asking.lower === 'who' && nextIsVerb && !(auxiliary && after?.pos !== 'VERB');
      return { kind: 'person', focus: null, asksSubject };
    }
    case 'where':
      return { kind: 'place', focus: null, asksSubject: false };
    case 'when':
      return { kind: 'date', focus: null, asksSubject: false };
    case 'why':
      return { kind: 'reason', focus: null, asksSubject: false };
    case 'how': {
      if (next === undefined || !MEASURE.test(next.lower))
        return { kind: 'manner', focus: null, asksSubject: false };
      const { head, next: end } = headNoun(tagged, at + 2);
      const follows = tagged[end];
      const subject = follows !== undefined && (follows.pos === 'VERB' || follows.lower === 'were');
      return { kind: 'number', focus: head === undefined ? null : termOf(head.word), asksSubject: subject };
    }
    default: {
      if (
        SAYING.test(tagged.findLast(({ pos }) => pos === 'VERB')?.lower ?? '') &&
        nextIsVerb &&
        /^(?:did|does|do|has|have)$/.test(next.lower)
      ) {
        return { kind: 'quote', focus: null, asksSubject: false };
      }
      const bare = nextIsVerb || next === undefined;
      const { head, next: end } = headNoun(tagged, at + 1 + (bare ? 1 : 0));
      const focus = head === undefined ? null : termOf(head.word);
      if (bare) {
        // "What is the name of …", "What was the population of …"
        const kind = AUXILIARY.test(next?.lower ?? '') ? (kindOfNoun(head) ?? 'open') : 'open';
        const copula = /^(?:is|are|was|were|'s|’s)$/.test(next?.lower ?? '');
        // "What was Lang treated for?" asks for no kind of Lang.
        const rest = tagged.slice(end).filter(({ pos }) => !/^(?:PUNCT|ADV)$/.test(pos));
        const stranded = rest.length > 0 && /^(?:VERB|ADP)$/.test(rest.at(-1)?.pos ?? '');
        const told = rest[0]?.pos === 'VERB' && (stranded || head?.pos === 'PROPN');
        if (told) return { kind: 'open', focus: null, asksSubject: false };
        return { kind, focus: copula ? focus : null, asksSubject: nextIsVerb && next?.pos === 'VERB' };
      }
      const follows = tagged[end];
      const asksSubject =
        follows !== undefined &&
        (follows.pos === 'VERB' ||
          (follows.pos === 'AUX' &&
            /^(?:is|was|are|were|has|have|had)$/.test(follows.lower) &&
            tagged[end + 1]?.pos !== 'PROPN' &&
            tagged[end + 1]?.pos !== 'DET' &&
            tagged[end + 1]?.pos !== 'PRON'));
      return { kind: kindOfNoun(head) ?? 'thing', focus, asksSubject };
    }
  }
}

/** Words of asking that no answer repeats. */
const ASKING_TERMS = new Set(
  wordsOf('name kind type sort many long tell list explain describe give').map((word) => termOf(word)),
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

/** "When did the Normans attack the town?": where "did" has no verb, a noun behind its subject is one. */
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
  for (const { word, pos } of tagged) {
    const term = termOf(word);
    if (term !== null && !partOf.has(term)) partOf.set(term, pos);
  }
  const order: string[] = [];
  for (const { term, weight } of parseWeightedTerms(text)) {
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
    verb: verb === undefined ? null : termOf(verb.word),
    preposition,
    words: tagged,
  };
}
