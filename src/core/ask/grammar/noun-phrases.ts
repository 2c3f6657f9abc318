/** The noun phrases of a sentence, as its parts of speech tell. */
import type { PartOfSpeech, TaggedWord } from '../words/tagging.ts';

const INSIDE_NOUN_PHRASE: ReadonlySet<PartOfSpeech> = new Set([
  'DET',
  'ADJ',
  'NOUN',
  'PROPN',
  'NUM',
  'SYM',
  'X',
]);
const HEAD: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'NUM', 'X', 'SYM']);
/** What stands behind an owner, or for one. */
export const OWNER = /^(?:'s|’s|'|’|its|his|her|their|our|my|your)$/;

const HYPHEN = '-';

/** Whether a word goes on right behind a hyphen: "and" and "white" of "black-and-white", "A" of "Ost-in-A". */
function goesOn(words: readonly TaggedWord[], at: number): boolean {
  const [word, hyphen, before] = [words[at], words[at - 1], words[at - 2]];
  if (word === undefined || hyphen?.word !== HYPHEN || before === undefined) return false;
  return before.end === hyphen.start && hyphen.end === word.start;
}

function insidePhrase(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (goesOn(words, at)) return true;
  if (INSIDE_NOUN_PHRASE.has(word.pos) || OWNER.test(word.lower)) return true;
  if (/^[-–%°/&]$/.test(word.lower)) return true;
  // "newly elected leader", "the ruling party": what stands between a determiner and its noun.
  const next = words[at + 1];
  const before = words[at - 1];
  return (
    (word.pos === 'ADV' || word.pos === 'VERB') &&
    next !== undefined &&
    (next.pos === 'NOUN' || next.pos === 'ADJ') &&
    before !== undefined &&
    (before.pos === 'DET' || before.pos === 'ADJ' || (word.pos === 'ADV' && next.pos === 'ADJ'))
  );
}

/** "A" of "Ost-in-A" */
function isPartOfName(words: readonly TaggedWord[], at: number): boolean {
  return goesOn(words, at) && /^\p{Lu}/u.test(words[at]?.word ?? '');
}

type Phrase = readonly [first: number, last: number];

// A sentence is asked for its phrases once for each of its verbs and prepositions.
const known = new WeakMap<readonly TaggedWord[], readonly Phrase[]>();

/** Noun phrases without what follows them, as [first, last). */
export function findNounPhrases(words: readonly TaggedWord[]): readonly Phrase[] {
  const phrases = known.get(words) ?? readPhrases(words);
  known.set(words, phrases);
  return phrases;
}

function readPhrases(words: readonly TaggedWord[]): Phrase[] {
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < words.length) {
    if (!insidePhrase(words, at)) {
      at++;
      continue;
    }
    const first = at;
    while (at < words.length && insidePhrase(words, at)) {
      const word = words[at];
      // A determiner begins a new phrase.
      if (at > first && word?.pos === 'DET' && !OWNER.test(word.lower) && !goesOn(words, at)) break;
      at++;
    }
    let last = at;
    while (last > first && !HEAD.has(words[last - 1]?.pos ?? 'X') && !isPartOfName(words, last - 1)) last--;
    if (last > first) phrases.push([first, last]);
    if (at === first) at++;
  }
  return phrases;
}

/** Where a phrase begins without its article, and without what says that it is somebody's, or about so much. */
export function skipLead(words: readonly TaggedWord[], first: number, last: number): number {
  let at = first;
  // "The Hague": in the middle of a sentence an article with a capital is part of the name.
  if (first > 0 && words[first]?.word === 'The') return first;
  while (
    at < last - 1 &&
    (words[at]?.pos === 'DET' || /^(?:its|his|her|their|about|around|some)$/.test(words[at]?.lower ?? ''))
  )
    at++;
  return at;
}
