/** Words as a reader sees them, where a tokenizer has cut one in two or left a full stop on it: "4B", "7.30pm", "£5.1m." */
import { termOf } from '../../search/query.ts';

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

/** "m" of "5.1m": the unit behind a number. */
const UNIT = /^\p{Ll}{1,3}\.$/u;
/** What goes on right behind a number and is part of its name: "B" of "4B". Units in small letters are words of their own. */
const CODE = /^\p{Lu}+\d*$/u;
/** Cut into "4", ".", "20pm", or into "7.3" and "0pm". */
const CLOCK = /^\d{1,2}\.\d\d[ap]m\.?$/i;
const HOUR = /\d[ap]m\.$/i;

const isNumber = ({ word }: TaggedWord): boolean => /^\d+$/.test(word);
const touch = (one: TaggedWord, next: TaggedWord): boolean => one.end === next.start;

function join(parts: readonly TaggedWord[], pos: PartOfSpeech): TaggedWord | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (!parts.every((part, at) => at === 0 || touch(parts[at - 1] ?? part, part))) return undefined;
  const word = parts.map((part) => part.word).join('');
  return { start: first.start, end: last.end, word, lower: word.toLowerCase(), pos, term: termOf(word) };
}

/** The time of day that begins here, in two words or three, with how many it takes. */
function clockAt(words: readonly TaggedWord[], at: number): { clock: TaggedWord; size: number } | undefined {
  for (const size of [2, 3]) {
    const clock = join(words.slice(at, at + size), 'NUM');
    if (clock !== undefined && CLOCK.test(clock.word)) return { clock, size };
  }
  return undefined;
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
    const [one, next] = [words[at], words[at + 1]];
    if (one === undefined) break;
    const time = /^\d/.test(one.word) ? clockAt(words, at) : undefined;
    const code = isNumber(one) && next && CODE.test(next.word) ? join([one, next], 'PROPN') : undefined;
    if (time !== undefined) {
      mended.push(...cutStop(time.clock, words[at - 1], words[at + time.size]));
      at += time.size - 1;
      continue;
    }
    if (code !== undefined) {
      mended.push(code);
      at += 1;
      continue;
    }
    mended.push(...cutStop(one, words[at - 1], next));
  }
  return mended;
}
