/** Phrases put into a question where they are missing, in English as people write it. */
import { genderOf } from '../../text/gender.ts';
import { endOfWords, type Phrase, type Read } from './phrases.ts';
import { findPointers, type Pointer, type PointerKind } from './pointers.ts';
import { completes, type Referent } from './referents.ts';

/** A stretch of the question and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PLACES = /^(?:in|at|around|near|during|from)$/;

/** "How many shops were sold?" speaks of the shops. */
const COUNT = /^(?:many|much) /i;

function withArticle({ article, text }: Referent): string {
  return article === '' ? text.replace(COUNT, '') : `${article} ${text}`;
}

/** A phrase of several: "the history of toilets". */
const JOINED = /\s(?:of|and|or|for|in|on|to|with)\s/;

/** "How do they work?" behind "What is a wind farm?": wind farms do. */
function inNumber(referent: Referent, kind: PointerKind): string {
  const { article, plural, named, text } = referent;
  if (
    !/^an?$/.test(article) ||
    plural ||
    named ||
    kind !== 'they' ||
    !/^[\p{L} -]+$/u.test(text) ||
    JOINED.test(text)
  )
    return withArticle(referent);
  if (/man$/i.test(text)) return text.replace(/an$/i, 'en');
  if (/[^aeiou]y$/i.test(text)) return `${text.slice(0, -1)}ies`;
  return `${text}${/(?:s|x|z|ch|sh)$/i.test(text) ? 'es' : 's'}`;
}

function owned(text: string): string {
  return /s$/i.test(text) ? `${text}’` : `${text}’s`;
}

/** "of the ferry", "in Larkfield". */
function asComplement(referent: Referent, preposition: string): string {
  return `${PLACES.test(referent.before) && referent.named ? 'in' : preposition} ${withArticle(referent)}`;
}

const isPerson = ({ kind }: Pointer): boolean => kind === 'he' || kind === 'she';

const PLURAL: ReadonlySet<PointerKind> = new Set(['they', 'these']);

/** How well a phrase fits a word that points back. */
function suits(referent: Referent, pointer: Pointer): number {
  const { kind } = pointer;
  if (isPerson(pointer)) {
    const gender = genderOf(referent.text, null);
    if (referent.person === true) return 2;
    return !referent.named || (gender !== null && gender !== kind) ? 0 : gender === kind ? 3 : 2;
  }
  if (kind === 'there') return referent.named || PLACES.test(referent.before) ? 2 : 1;
  return PLURAL.has(kind) === referent.plural ? 2 : 1;
}

/** "go there": to it, and not in it. */
const GOES =
  /^(?:go|goes|going|went|gone|get|got|come|came|travel(?:l?ed)?|fly|flew|mov(?:e|ed)|return(?:ed)?|back)$/;

/** The edit that puts a phrase in the place of a word that points back. */
function replacePointer(read: Read, { kind, at, owns }: Pointer, referent: Referent): Edit | undefined {
  const word = read.words[at];
  if (word === undefined) return undefined;
  const [before, next] = [read.words[at - 1], read.words[at + 1]];
  const { start, end } = word;
  // "Are any of them alive?" asks of certain ones.
  if (kind === 'they' && before?.lower === 'of' && !referent.named && referent.article === '')
    return { start, end, text: `the ${referent.text.replace(COUNT, '')}` };
  if (owns) return { start, end, text: owned(inNumber(referent, kind)) };
  if (kind === 'there') {
    const isLed = before?.pos === 'ADP' && before.lower !== 'like';
    const preposition = isLed ? '' : GOES.test(before?.lower ?? '') ? 'to ' : 'in ';
    return { start, end, text: `${preposition}${withArticle(referent)}` };
  }
  if (kind === 'one')
    return /^(?:ADJ|NOUN|PROPN)$/.test(before?.pos ?? '') ? { start, end, text: referent.text } : undefined;
  // "it's": the possessive misspelt, or "it is".
  if (
    kind === 'it' &&
    /^['’]s$/.test(next?.word ?? '') &&
    /^(?:NOUN|ADJ)$/.test(read.words[at + 2]?.pos ?? '')
  )
    return { start, end, text: withArticle(referent) };
  // "this change": the noun stays.
  const demonstrates = kind === 'this' || kind === 'these';
  if (demonstrates && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos)) return undefined;
  return { start, end, text: inNumber(referent, kind) };
}

const SAYING =
  /^(?:say|said|says|think|know|mean|feel|respond|react|comment|talk|hear|heard|learn|write|ask)$/;

/** The preposition of what is added behind the last word of a question; none where it ends with one. */
export function prepositionFor(read: Read): string {
  const { words, phrases } = read;
  const last = words.findLast(({ pos }) => pos !== 'PUNCT');
  if (last?.pos === 'ADP') return '';
  if (SAYING.test(last?.lower ?? '')) return 'about';
  const closing = phrases.at(-1);
  if (closing === undefined || words[closing.last - 1] !== last || closing.named) return 'in';
  // "in insurance", "of food": complete as they stand.
  const complement = /^(?:of|about|in|for|on|to|with|from|by|at|between|during)$/.test(closing.before);
  return complement && closing.article === '' ? 'in' : 'of';
}

/** "What does it stand for?", "Who was Lund married to?": what the last preposition belongs to is what is asked for. */
function isStranded({ words }: Read): boolean {
  const said = words.filter(({ pos }) => pos !== 'PUNCT');
  const asks = said.some(({ lower }) => /^(?:what|who|whom|which|where)$/.test(lower));
  return asks && said.at(-1)?.pos === 'ADP' && said.at(-2)?.pos === 'VERB';
}

/** Where a question that ends with things of no article takes what kind of things they are: "recent | tasks". */
function findBare({ words, phrases }: Read): number | undefined {
  const closing = phrases.at(-1);
  const last = words.findLastIndex(({ pos }) => pos !== 'PUNCT');
  if (closing === undefined || closing.last - 1 !== last) return undefined;
  if (closing.article !== '' || !closing.plural || closing.named) return undefined;
  const noun = words.slice(closing.first, closing.last).find(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos));
  return noun?.start;
}

/** Where a complement belongs: behind the first definite phrase without one, else at the end of the last sentence. */
function appendComplement(read: Read, referents: readonly [Referent, ...Referent[]]): Edit {
  const [referent, ...others] = referents;
  const also = others.map((other) => ` and ${withArticle(other)}`).join('');
  const { words, text, sentences, phrases } = read;
  const asked = sentences.findLast((_, i) => words[i]?.pos !== 'PUNCT');
  const open = phrases.find(({ article, last, sentence, named }: Phrase) => {
    const next = words[last];
    return sentence === asked && article === 'the' && !named && next?.pos === 'ADP' && next.lower !== 'of';
  });
  if (open !== undefined) {
    const at = words[open.last - 1]?.end ?? text.length;
    return { start: at, end: at, text: ` ${asComplement(referent, 'of')}${also}` };
  }
  // "recent harbour projects", but "recent projects of the ferries", "common rules of the law of the sea".
  const kind = others.length === 0 && !referent.plural && !JOINED.test(referent.text);
  const bare = kind ? findBare(read) : undefined;
  if (bare !== undefined) return { start: bare, end: bare, text: `${referent.text} ` };
  const end = endOfWords(text);
  const preposition = prepositionFor(read);
  const added = preposition === '' ? withArticle(referent) : asComplement(referent, preposition);
  return { start: end, end, text: ` ${added}${also}` };
}

/** "the records" becomes "the health records". */
function completePhrase(read: Read, referent: Referent): Edit | undefined {
  const phrase = read.phrases.findLast(({ first, last }) =>
    completes(referent, read.stems.slice(first, last).flat()),
  );
  const [from, to] = [read.words[phrase?.first ?? -1], read.words[(phrase?.last ?? 0) - 1]];
  if (phrase === undefined || from === undefined || to === undefined) return undefined;
  return { start: from.start, end: to.end, text: referent.text };
}

/**
 * The question with the phrases in it.
 * @param adds whether also what no word of the question points to is added at its end: "the rules" become "the rules of the treaty"
 */
export function insertReferents(read: Read, referents: readonly Referent[], adds = true): string {
  const pointers = findPointers(read);
  const edits: Edit[] = [];
  const waiting: Referent[] = [];
  for (const referent of referents) {
    const completed = completePhrase(read, referent);
    if (completed !== undefined) {
      edits.push(completed);
      continue;
    }
    const ranked = pointers
      .filter((one) => suits(referent, one) > 0)
      .sort((a, b) => suits(referent, b) - suits(referent, a));
    const [pointer] = ranked;
    const edit = pointer === undefined ? undefined : replacePointer(read, pointer, referent);
    if (pointer !== undefined && edit !== undefined) {
      edits.push(edit);
      pointers.splice(pointers.indexOf(pointer), 1);
      // Who is no "she" is not what the question leaves out.
    } else if (pointer !== undefined || !pointers.some(isPerson)) waiting.push(referent);
  }
  const [first, ...others] = waiting;
  if (first !== undefined && adds && !isStranded(read))
    edits.push(appendComplement(read, [first, ...others]));
  let text = read.text;
  let bound = text.length;
  for (const { start, end, text: put } of edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => b.start - a.start || b.i - a.i)) {
    if (end > bound) continue;
    text = text.slice(0, start) + put + text.slice(end);
    bound = start;
  }
  return text;
}
