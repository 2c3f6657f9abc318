/** The noun phrases of a question or an answer: what a later question may refer to. */
import { termOf } from '../../search/query.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';

/** A run of words around one noun, without the article before it. */
export interface Phrase {
  /** Index of its first and behind its last word. */
  readonly first: number;
  readonly last: number;
  readonly plural: boolean;
  /** A name: all words that count begin with a capital. */
  readonly named: boolean;
  /** Article or owner before it ("the", "its"), lower case, or empty. */
  readonly article: string;
  /** The word before the phrase and its article, lower case, or empty. */
  readonly before: string;
  /** Number of its sentence in the text. */
  readonly sentence: number;
}

/** A text that has been read. */
export interface Read {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** Number of the sentence of each word. */
  readonly sentences: readonly number[];
  /** Stems of each word: none for a stop word, several for "real-time". */
  readonly stems: readonly (readonly string[])[];
  readonly phrases: readonly Phrase[];
}

/** Whether a noun is one for several, by how it ends. */
export const isPlural = (noun: string): boolean => /(?:[^su]s|men|people|children|media)$/.test(noun);

/** Where a question ends, without its marks. A pattern for it would take the square of a long run of them. */
export function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s?.!]/.test(text.charAt(end - 1))) end--;
  return end;
}

const NOUNS = new Set(['NOUN', 'PROPN']);
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'SYM']);
const ENDS_SENTENCE = /^[.?!]+$/;

/** The stems of one word as it stands: "real-time" has two, "the" none. */
export function stemsOf(word: string): string[] {
  const plain = word.replace(/['’]s?$/, '');
  const parts = /[^\p{L}\p{N}]/u.test(plain) ? plain.split(/[^\p{L}\p{N}]+/u) : [plain];
  return parts.flatMap((part) => (part.length > 1 ? (termOf(part) ?? []) : []));
}

const isOwning = (word: TaggedWord | undefined): boolean => /^['’]s?$/.test(word?.word ?? '');

/** Whether the word may stand inside a noun phrase that has begun at `first`. */
function continues(words: readonly TaggedWord[], at: number, first: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const next = words[at + 1];
  if (INSIDE.has(word.pos)) return true;
  // "Darwin's theory", "Lewis & Clark".
  if (isOwning(word) || word.word === '&') {
    return at > first && next !== undefined && INSIDE.has(next.pos);
  }
  // "binge drinking age", "recorded music": a participle before its noun.
  if (word.pos === 'VERB' && /(?:ing|ed)$/.test(word.lower)) {
    const before = words[at - 1]?.pos;
    const opened = before === 'DET' || (at > first && (word.lower.endsWith('ing') || before === 'ADJ'));
    return opened && next !== undefined && NOUNS.has(next.pos);
  }
  return false;
}

const ARTICLES = /^(?:the|an?|its|their|his|her|this|that|these|those|my|your|our|some|any)$/;

function readPhrase(words: readonly TaggedWord[], first: number, sentence: number): Phrase | undefined {
  let last = first;
  while (continues(words, last, first)) last += 1;
  while (last > first && !NOUNS.has(words[last - 1]?.pos ?? 'X') && words[last - 1]?.pos !== 'NUM') last -= 1;
  const head = words[last - 1];
  if (last === first || head === undefined) return undefined;
  const before = words[first - 1];
  const article = before !== undefined && ARTICLES.test(before.lower) ? before.lower : '';
  const run = words.slice(first, last).filter(({ pos }) => pos !== 'PART' && pos !== 'SYM');
  return {
    first,
    last,
    plural: isPlural(head.lower),
    named: run.every(({ word, pos }) => /^[\p{Lu}\p{N}]/u.test(word) && pos !== 'NUM'),
    article,
    before: (article === '' ? before : words[first - 2])?.lower ?? '',
    sentence,
  };
}

const ASKING = /^(?:what|who|which)$/;
const HELPING = /^(?:do|does|did|can|could|will|would|should|may|might|must)$/;

/** What may stand behind a verb, and not behind a noun that is a verb in truth. */
const OPENING: ReadonlySet<string> = new Set(['DET', 'PROPN', 'PRON', 'ADP', 'PUNCT']);

/**
 * The verb of a question whose parts of speech have none: the word behind "what" ("What causes floods?"), behind a name ("Did Kim
 * visit Russia?"), or the last one behind "does" ("What does the law demand?").
 */
function findVerb(words: readonly TaggedWord[], first: number, last: number): number | undefined {
  const clause = words.slice(first, last);
  if (clause.some(({ pos }) => pos === 'VERB')) return undefined;
  const isNoun = (at: number): boolean => words[at]?.pos === 'NOUN';
  const asking = clause.findIndex(({ lower }) => ASKING.test(lower)) + first;
  if (!clause.some(({ pos }) => pos === 'AUX') && asking >= first && isNoun(asking + 1) && asking + 2 < last)
    return words[asking + 1]?.lower.endsWith('s') === true ? asking + 1 : undefined;
  const helping = clause.findIndex(({ lower }) => HELPING.test(lower)) + first;
  if (helping < first) return undefined;
  let behind = helping + 1;
  while (behind < last && words[behind]?.pos === 'PROPN') behind++;
  const opens = OPENING.has(words[behind + 1]?.pos ?? 'PUNCT');
  if (behind > helping + 1 && isNoun(behind) && opens) return behind;
  const noun = NOUNS.has(words[last - 2]?.pos ?? 'X') && isNoun(last - 1);
  return noun && helping < last - 2 ? last - 1 : undefined;
}

function mendVerbs(words: TaggedWord[]): TaggedWord[] {
  const verbs = new Set<number>();
  let first = 0;
  words.forEach(({ word }, at) => {
    const ends = ENDS_SENTENCE.test(word);
    if (!ends && at < words.length - 1) return;
    const verb = findVerb(words, first, ends ? at : at + 1);
    if (verb !== undefined) verbs.add(verb);
    first = at + 1;
  });
  return words.map((word, at) => {
    if (verbs.has(at)) return { ...word, pos: 'VERB' };
    // "the Norland Herald": a verb with a capital behind a name belongs to it.
    const named = word.pos === 'VERB' && words[at - 1]?.pos === 'PROPN' && /^\p{Lu}/u.test(word.word);
    return named ? { ...word, pos: 'PROPN' } : word;
  });
}

/** Reads the phrases of a text. */
export function readPhrases(text: string, tagger: Tagger): Read {
  const words = mendVerbs(tagger.tag(text));
  const sentences: number[] = [];
  let sentence = 0;
  for (const { word } of words) {
    sentences.push(sentence);
    if (ENDS_SENTENCE.test(word)) sentence += 1;
  }
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = readPhrase(words, at, sentences[at] ?? 0);
    if (phrase === undefined) continue;
    phrases.push(phrase);
    at = phrase.last - 1;
  }
  return { text, words, sentences, stems: words.map(({ word }) => stemsOf(word)), phrases };
}
