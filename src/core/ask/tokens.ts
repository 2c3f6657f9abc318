/** Words as a reader sees them, where a tokenizer has cut one in two or left a full stop on it: "3F", "4.20pm", "£2.3m." */
import { termOf } from '../search/query.ts';

/** Universal parts of speech, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface TaggedWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** Of search, with what a verb of two words means; null for a word of grammar. */
  readonly term: string | null;
}

/** "m" of "2.3m": the unit behind a number. */
const UNIT = /^\p{Ll}{1,3}\.$/u;
/** What goes on right behind a number and is part of its name: "F" of "3F". Units in small letters are words of their own. */
const CODE = /^\p{Lu}+\d*$/u;
/** "20pm" of "4.20pm". */
const CLOCK = /^\d\d(?:[ap]m\.?)?$/i;
const HOUR = /\d[ap]m\.$/i;

const isNumber = (word: TaggedWord | undefined): word is TaggedWord =>
  word !== undefined && /^\d+$/.test(word.word);
const touch = (one: TaggedWord, next: TaggedWord): boolean => one.end === next.start;

function join(first: TaggedWord, between: string, last: TaggedWord, pos: PartOfSpeech): TaggedWord {
  const word = `${first.word}${between}${last.word}`;
  return { start: first.start, end: last.end, word, lower: word.toLowerCase(), pos, term: termOf(word) };
}

/** A unit at the end of a sentence without the full stop, which is a word of its own. */
function cutStop(
  word: TaggedWord,
  before: TaggedWord | undefined,
  next: TaggedWord | undefined,
): TaggedWord[] {
  const isLast = next === undefined || /^[\p{Lu}"“”'’)]/u.test(next.word);
  const isUnit = before?.pos === 'NUM' && touch(before, word) && UNIT.test(word.word);
  if (!isLast || !(isUnit || HOUR.test(word.word))) return [word];
  const stop = word.end - 1;
  const unit = word.word.slice(0, -1);
  return [
    { ...word, end: stop, word: unit, lower: unit.toLowerCase(), term: termOf(unit) },
    { start: stop, end: word.end, word: '.', lower: '.', pos: 'PUNCT', term: null },
  ];
}

/** The words of a sentence in order. */
export function mendTokens(words: readonly TaggedWord[]): TaggedWord[] {
  const mended: TaggedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const [one, next, last] = [words[at], words[at + 1], words[at + 2]];
    if (one === undefined) break;
    if (isNumber(one) && next !== undefined && touch(one, next)) {
      if (CODE.test(next.word)) {
        mended.push(join(one, '', next, 'PROPN'));
        at += 1;
        continue;
      }
      if (next.word === '.' && last !== undefined && touch(next, last) && CLOCK.test(last.word)) {
        mended.push(...cutStop(join(one, '.', last, 'NUM'), one, words[at + 3]));
        at += 2;
        continue;
      }
    }
    mended.push(...cutStop(one, words[at - 1], next));
  }
  return mended;
}
