/** The phrases of a text that a later question may refer to, and what can be made of them: parts, "… of …", "learning …". */
import type { Phrase, Read } from './phrases.ts';

export interface Referent {
  /** As it stands in the conversation, without an article before it. */
  readonly text: string;
  /** "the", "a", "an", or empty. */
  readonly article: string;
  /** The word before it where it stands, lower case. */
  readonly before: string;
  readonly plural: boolean;
  readonly named: boolean;
  readonly stems: readonly string[];
  /** The stem of its last word. */
  readonly head: string;
  /** Stems of the phrase around it that it leaves out. */
  readonly dropped: readonly string[];
}

/** Words of a phrase. */
const LONGEST = 8;

const isNounLike = (pos: string | undefined): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM';

function cut(read: Read, phrase: Phrase, first: number, last: number, head: Phrase): Referent | undefined {
  const [from, to] = [read.words[first], read.words[last - 1]];
  if (from === undefined || to === undefined || last - first > LONGEST) return undefined;
  const known = /^(?:the|an?)$/.test(phrase.article);
  return {
    text: read.text.slice(from.start, to.end).replace(/\s+/g, ' '),
    article: first !== phrase.first || phrase.article === '' ? '' : known ? phrase.article : 'the',
    before: phrase.before,
    plural: head.plural,
    named: read.words
      .slice(first, last)
      .every(({ word, pos }) => /^[\p{Lu}\p{N}&]/u.test(word) || pos === 'PART'),
    stems: [...new Set(read.stems.slice(first, last).flat())],
    head: read.stems[last - 1]?.at(-1) ?? '',
    dropped: [
      ...read.stems.slice(phrase.first, first).flat(),
      ...read.stems.slice(last, Math.max(last, phrase.last)).flat(),
    ],
  };
}

/** Whether two phrases that follow each other make one: "history of toilets", "Lewis and Clark". */
function joins(read: Read, one: Phrase, other: Phrase): boolean {
  if (one.sentence !== other.sentence) return false;
  const from = other.article === '' ? other.first : other.first - 1;
  if (from - one.last !== 1) return false;
  const between = read.words[one.last];
  return between?.pos === 'ADP' || /^(?:and|or)$/.test(between?.lower ?? '');
}

/** The referents of a text, in order. */
export function readReferents(read: Read): Referent[] {
  const found: (Referent | undefined)[] = [];
  read.phrases.forEach((phrase, i) => {
    for (let first = phrase.first; first < phrase.last; first++) {
      for (let last = phrase.last; last > first; last--) {
        if (!isNounLike(read.words[last - 1]?.pos) && last !== phrase.last) continue;
        found.push(cut(read, phrase, first, last, phrase));
      }
    }
    const next = read.phrases[i + 1];
    if (next !== undefined && joins(read, phrase, next)) {
      found.push(cut(read, phrase, phrase.first, next.last, phrase));
      found.push(cut(read, phrase, phrase.last - 1, next.last, phrase));
    }
    const start = phrase.article === '' ? phrase.first : phrase.first - 1;
    const verb = read.words[start - 1];
    if (verb?.pos === 'VERB' && verb.lower.endsWith('ing')) {
      const doing: Phrase = {
        ...phrase,
        first: start - 1,
        article: '',
        plural: false,
        before: read.words[start - 2]?.lower ?? '',
      };
      found.push(cut(read, doing, start - 1, phrase.last, doing));
    }
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
