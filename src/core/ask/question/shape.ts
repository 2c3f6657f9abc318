/** What kind of answer a question asks for, and the noun that names it. */

import type { TaggedWord } from '../words/tagging.ts';
import { findAsking } from './question-word.ts';

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

/** Kinds that a name answers. */
export const NAMED_KINDS: ReadonlySet<AnswerKind> = new Set(['person', 'place', 'organisation']);

export interface Shape {
  readonly kind: AnswerKind;
  /** Term of the noun that the answer is one of: "Which harbour …", "How many ships …". */
  readonly focus: string | null;
  /** The asked-for thing is the subject: "Who won …", "Which team beat …". */
  readonly asksSubject: boolean;
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
    footballer striker driver astronaut poet monarch name nickname brother sister father mother wife husband son daughter girlfriend boyfriend fiancee grandmother
    grandfather aunt uncle cousin nephew niece partner victim suspect witness survivor teacher student professor doctor nurse
    surgeon soldier officer detective prosecutor journalist reporter photographer correspondent editor presenter host researcher
    expert critic activist ambassador lawmaker congressman congresswoman councillor official spokesperson boss owner hacker
    gunman teenager boy girl schoolgirl schoolboy defendant adviser aide analyst economist pilot captain sailor chef`),
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
    turnout salary budget deficit debt profit revenue loss fine capacity volume duration altitude elevation density portion odds`),
    ),
  ],
  ['reason', new Set(wordsOf('reason cause motive'))],
];

const MEASURE =
  /^(?:many|much|common|likely|old|young|long|far|tall|high|big|large|deep|fast|often|wide|heavy|hot|warm|cold|few|late|soon)$/;
const SAYING =
  /^(?:say|said|says|think|tell|told|respond|react|comment|characterise|characterize|claim|argue|describe|call|write|wrote|tweet|post|add|warn|announce|state)$/;
export const AUXILIARY =
  /^(?:is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|'s|’s)$/;

/** By words and not by stems: an engine is no engineer. */
export function kindOfNoun(head: TaggedWord | undefined): AnswerKind | undefined {
  if (head === undefined) return undefined;
  const { lower } = head;
  const forms = [lower, lower.replace(/s$/, ''), lower.replace(/ies$/, 'y'), lower.replace(/men$/, 'man')];
  forms.push(lower.replace(/es$/, ''));
  return KIND_NOUNS.find(([, nouns]) => forms.some((form) => nouns.has(form)))?.[0];
}

const MANY = /^(?:two|three|four|five|six|both|several)$/;

/** Whether the noun that is asked for stands in the plural, or is counted. */
export function asksMany({ kind, focus }: Shape, tagged: readonly TaggedWord[], asking: number): boolean {
  if (asking < 0 || kind === 'number' || kind === 'date') return false;
  const noun = tagged.slice(asking).find(({ term }) => focus !== null && term === focus);
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
  // "which of these ministers", "which of the following towns"
  if (tagged[from]?.lower === 'of' && /^(?:the|these|those)$/.test(tagged[from + 1]?.lower ?? '')) {
    const following = tagged[from + 2]?.lower === 'following' ? 1 : 0;
    return headNoun(tagged, from + 2 + following);
  }
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

/** Place of the verb of "did … say", which other verbs may follow: "about closing the mill"; -1 where nothing said is asked for. */
export function findSaying(tagged: readonly TaggedWord[]): number {
  const asking = findAsking(tagged);
  if (asking < 0 || !/^(?:did|does|do|has|have)$/.test(tagged[asking + 1]?.lower ?? '')) return -1;
  const isSaying = ({ pos, lower }: TaggedWord): boolean => pos === 'VERB' && SAYING.test(lower);
  const first = tagged.findIndex((word, at) => at > asking + 1 && isSaying(word));
  const other = tagged.findIndex(({ pos }, at) => at > asking + 1 && pos === 'VERB');
  // "What did the man who shot the mayor say?"
  return first === other || tagged.findLastIndex(({ pos }) => pos === 'VERB') === first ? first : -1;
}

/** What a question asks for, as far as its words tell. */
export function shapeOf(tagged: readonly TaggedWord[]): Shape {
  const at = findAsking(tagged);
  switch (tagged[at]?.lower) {
    case undefined:
      return plain(AUXILIARY.test(tagged[0]?.lower ?? '') ? 'yes-no' : 'open');
    case 'who':
    case 'whom':
    case 'whose':
      return { ...plain('person'), asksSubject: asksWho(tagged, at) };
    case 'where':
      return plain('place');
    case 'when':
      return plain('date');
    case 'why':
      return plain('reason');
    case 'how':
      return shapeOfHow(tagged, at);
    default:
      if (findSaying(tagged) >= 0) return plain('quote');
      return isVerb(tagged[at + 1]) || tagged[at + 1] === undefined
        ? shapeOfWhat(tagged, at)
        : shapeOfNoun(tagged, at);
  }
}

const plain = (kind: AnswerKind): Shape => ({ kind, focus: null, asksSubject: false });

const isVerb = (word: TaggedWord | undefined): boolean => word?.pos === 'VERB' || word?.pos === 'AUX';

/** "Who closed it", "Who is it", but no "Who did they close". */
function asksWho(tagged: readonly TaggedWord[], at: number): boolean {
  const next = tagged[at + 1];
  const auxiliary = /^(?:did|do|does|has|have|had|will|would|can|could)$/.test(next?.lower ?? '');
  const asksOther = auxiliary && tagged[at + 2]?.pos !== 'VERB';
  return tagged[at]?.lower === 'who' && isVerb(next) && !asksOther;
}

/** "How many …", "How did it happen" */
function shapeOfHow(tagged: readonly TaggedWord[], at: number): Shape {
  // "How did Lund react?" asks for more than words.
  if (findSaying(tagged) >= 0 && tagged.findLast(({ pos }) => pos !== 'PUNCT')?.pos !== 'VERB')
    return plain('quote');
  if (!MEASURE.test(tagged[at + 1]?.lower ?? '')) return plain('manner');
  const { head, next: end } = headNoun(tagged, at + 2);
  const follows = tagged[end];
  const asksSubject = follows?.pos === 'VERB' || follows?.lower === 'were';
  return { kind: 'number', focus: head?.term ?? null, asksSubject };
}

/** "What is the name of …", "What was the population of …", "What happened" */
function shapeOfWhat(tagged: readonly TaggedWord[], at: number): Shape {
  const next = tagged[at + 1];
  const { head, next: end } = headNoun(tagged, at + 2);
  // "What was Lang treated for?" asks for no kind of Lang.
  const rest = tagged.slice(end).filter(({ pos }) => !/^(?:PUNCT|ADV)$/.test(pos));
  const stranded = rest.length > 0 && /^(?:VERB|ADP)$/.test(rest.at(-1)?.pos ?? '');
  if (rest[0]?.pos === 'VERB' && (stranded || head?.pos === 'PROPN')) return plain('open');
  const kind = AUXILIARY.test(next?.lower ?? '') ? (kindOfNoun(head) ?? 'open') : 'open';
  const copula = /^(?:is|are|was|were|'s|’s)$/.test(next?.lower ?? '');
  return { kind, focus: copula ? (head?.term ?? null) : null, asksSubject: next?.pos === 'VERB' };
}

/** "Which ferry sank", "what year did …" */
function shapeOfNoun(tagged: readonly TaggedWord[], at: number): Shape {
  const owner = tagged[at + 1];
  // "Which country's government …?" asks for a country.
  if (owner?.pos === 'NOUN' && /^['’]s?$/.test(tagged[at + 2]?.lower ?? ''))
    return { kind: kindOfNoun(owner) ?? 'thing', focus: owner.term, asksSubject: false };
  const { head, next: end } = headNoun(tagged, at + 1);
  const follows = tagged[end];
  const isBe =
    follows?.pos === 'AUX' &&
    /^(?:is|was|are|were|has|have|had)$/.test(follows.lower) &&
    !/^(?:PROPN|DET|PRON)$/.test(tagged[end + 1]?.pos ?? '');
  const asksSubject = follows?.pos === 'VERB' || isBe;
  return { kind: kindOfNoun(head) ?? 'thing', focus: head?.term ?? null, asksSubject };
}
