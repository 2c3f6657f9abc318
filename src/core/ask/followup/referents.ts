/** The phrases of a text that a later question may refer to, and what can be made of them: parts, "… of …", "learning …". */
import { MONTH, WEEKDAY } from '../../text/calendar.ts';
import { isPlural, type Phrase, type Read } from './phrases.ts';

export interface Referent {
  /** As it stands in the conversation, without an article before it. */
  readonly text: string;
  /** "the", "a", "an", or empty. */
  readonly article: string;
  /** The word before it where it stands, lower case. */
  readonly before: string;
  readonly plural: boolean;
  readonly named: boolean;
  /** Somebody without a name: "the driver". */
  readonly person?: boolean;
  readonly stems: readonly string[];
  /** The stem of its last word. */
  readonly head: string;
  /** Stems of the phrase around it that it leaves out. */
  readonly dropped: readonly string[];
}

/** Words of a phrase. */
const LONGEST = 8;

const isNounLike = (pos: string | undefined): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM';

/** Words that alone name nothing. */
const GENERIC = new Set(
  `people person anyone someone somebody nobody everyone thing things something anything everything nothing time times year
  years day days way ways kind kinds type types sort lot lots bit example examples fact facts one ones place places part
  parts number other others question questions answer article word words`.split(/\s+/),
);

/** A day is when something was, and not what a later question speaks of. */
const DAY = new RegExp(
  `^(?:${MONTH}|${MONTH}\\.? \\d{1,4}(?:,? \\d{4})?|\\d{1,2} ${MONTH}\\.?(?: \\d{4})?|${WEEKDAY})$`,
  'i',
);

/** "a" stands before the whole phrase only, and no article before a name inside of it: "the aide Reed"; "its law" is "the law". */
function articleOf({ article, first }: Phrase, from: number, named: boolean): string {
  if (/^(?:|any|some)$/.test(article) || (from !== first && named)) return '';
  return /^an?$/.test(article) && from === first ? article : 'the';
}

function cut(read: Read, phrase: Phrase, first: number, last: number, head: Phrase): Referent | undefined {
  const [from, to] = [read.words[first], read.words[last - 1]];
  if (from === undefined || to === undefined || last - first > LONGEST) return undefined;
  const words = read.words.slice(first, last);
  if (words.every(({ pos, lower }) => pos === 'NUM' || GENERIC.has(lower))) return undefined;
  const named = words.every(({ word, pos }) => /^[\p{Lu}\p{N}&]/u.test(word) || pos === 'PART');
  return {
    text: read.text.slice(from.start, to.end).replace(/\s+/g, ' '),
    article: last < phrase.last ? '' : articleOf(phrase, first, named),
    before: phrase.before,
    plural: head.plural,
    named,
    stems: [...new Set(read.stems.slice(first, last).flat())],
    head: read.stems[last - 1]?.at(-1) ?? '',
    dropped: [
      ...read.stems.slice(phrase.first, first).flat(),
      ...read.stems.slice(last, Math.max(last, phrase.last)).flat(),
    ],
  };
}

/** The word by which two phrases that follow each other make one: "history of toilets", "Lewis and Clark". */
function joinOf(read: Read, one: Phrase, other: Phrase | undefined): 'and' | 'of' | undefined {
  if (other === undefined || one.sentence !== other.sentence) return undefined;
  const from = other.article === '' ? other.first : other.first - 1;
  const between = read.words[one.last];
  if (from - one.last !== 1 || between === undefined) return undefined;
  if (/^(?:and|or)$/.test(between.lower)) return 'and';
  // Whoever sues Lund over a bridge speaks of no "Lund over a bridge".
  return between.pos === 'ADP' && (!one.named || between.lower === 'of') ? 'of' : undefined;
}

/** Phrases that begin with the one at `at`: "history of toilets", "merger of Helio and Baltex". */
function joinFrom(read: Read, at: number): (Referent | undefined)[] {
  const found: (Referent | undefined)[] = [];
  const [phrase, next, third] = read.phrases.slice(at, at + 3);
  if (phrase === undefined || next === undefined) return found;
  const join = joinOf(read, phrase, next);
  if (join === undefined) return found;
  const head = join === 'and' ? { ...phrase, plural: true } : phrase;
  // "the merger of Helio" says too little where Baltex is in it too.
  const last = third !== undefined && join === 'of' && joinOf(read, next, third) === 'and' ? third : next;
  found.push(cut(read, phrase, phrase.first, last.last, head));
  found.push(cut(read, phrase, phrase.last - 1, last.last, head));
  return found;
}

/** "learning a language". */
function doingOf(read: Read, phrase: Phrase): Referent | undefined {
  const start = phrase.article === '' ? phrase.first : phrase.first - 1;
  const verb = read.words[start - 1];
  if (verb?.pos !== 'VERB' || !verb.lower.endsWith('ing')) return undefined;
  const before = read.words[start - 2]?.lower ?? '';
  const doing = { ...phrase, first: start - 1, article: '', plural: false, before };
  return cut(read, doing, doing.first, phrase.last, doing);
}

/**
 * The nouns that a phrase is joined to: "the Ems valley" leaves out the flood where "the flood in the Ems valley" was said, and
 * "Lewis" half of "Lewis and Clark".
 */
function readAround(read: Read, at: number): string[] {
  const [holder, phrase, held] = [read.phrases[at - 1], read.phrases[at], read.phrases[at + 1]];
  if (phrase === undefined) return [];
  const nounsOf = (other: Phrase | undefined, join: 'and' | 'of' | undefined): string[] => {
    if (other === undefined || join === undefined || (join === 'and' && !phrase.named)) return [];
    return read.stems.slice(join === 'of' ? other.last - 1 : other.first, other.last).flat();
  };
  const before = holder === undefined ? undefined : joinOf(read, holder, phrase);
  return [...nounsOf(holder, before), ...nounsOf(held, joinOf(read, phrase, held))];
}

function isDay(read: Read, { first, last }: Phrase): boolean {
  const [from, to] = [read.words[first], read.words[last - 1]];
  return from !== undefined && to !== undefined && DAY.test(read.text.slice(from.start, to.end));
}

/** The referents of a text, in order. */
export function readReferents(read: Read): Referent[] {
  const found: (Referent | undefined)[] = [];
  read.phrases.forEach((phrase, i) => {
    if (isDay(read, phrase)) return;
    const around = readAround(read, i);
    for (let first = phrase.first; first < phrase.last; first++) {
      for (let last = phrase.last; last > first; last--) {
        if (last !== phrase.last && !isNounLike(read.words[last - 1]?.pos)) continue;
        // "ferry" of "ferry workers" is one.
        const head =
          last === phrase.last ? phrase : { ...phrase, plural: isPlural(read.words[last - 1]?.lower ?? '') };
        const part = cut(read, phrase, first, last, head);
        found.push(part && { ...part, dropped: [...around, ...part.dropped] });
      }
    }
    found.push(...joinFrom(read, i), doingOf(read, phrase));
  });
  return found.flatMap((one) => (one === undefined || one.stems.length === 0 ? [] : [one]));
}

/** What a phrase of the question may be completed to: "the records" to "the health records". */
export function completes(referent: Referent, stems: readonly string[]): boolean {
  return (
    stems.length > 0 &&
    stems.at(-1) === referent.head &&
    referent.stems.length > stems.length &&
    stems.every((stem) => referent.stems.includes(stem))
  );
}
