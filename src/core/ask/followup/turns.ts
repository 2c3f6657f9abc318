/** The turns of a conversation, read once for all that is asked of them. */

import type { Turn } from '../types.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import type { Tagger } from '../words/tagging.ts';
import { type KnownNames, NO_NAMES } from './known-names.ts';
import { type Read, readPhrases, stemsOf } from './phrases.ts';
import { type Referent, readReferents } from './referents.ts';
import { findTopics, type Topic } from './topics.ts';
import { readWordUse, type WordUse } from './word-use.ts';

/** Characters of an answer that are read. */
const ANSWER = 1500;
/** An answer of so few words says who or what it was, and is spoken of later too: "Sofia Tarkan". */
const SHORT = 8;
/** Turns that are read; what was said longer ago is seldom meant. */
const TURNS = 8;

interface ReadTurn {
  readonly question: Read;
  /** What the question is about. */
  readonly topic: Topic;
  /** How often the answer says each stem. */
  readonly answered: ReadonlyMap<string, number>;
}

export interface Conversation {
  /** Oldest first. */
  readonly turns: readonly ReadTurn[];
  /** The answer of the last turn. */
  readonly answer: Read | undefined;
  /** What a question may refer to: of the questions, newest first, of the short answers before the last, and of the last answer. */
  readonly referents: readonly Said[];
  readonly uses: ReadonlyMap<string, WordUse>;
  /** What the articles that are spoken of know of names. */
  readonly names: KnownNames;
  /** What common nouns name, where that is asked for. */
  readonly lexicon: Lexicon | undefined;
}

/** A referent and where it was said. */
export interface Said {
  readonly referent: Referent;
  /** Turns since the question that said it; undefined for what the last answer says. */
  readonly ago: number | undefined;
}

/** Stems of words, each looked up once: a conversation says most of its words again and again. */
function openStems(): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const stems = known.get(word) ?? stemsOf(word);
    known.set(word, stems);
    return stems;
  };
}

function countStems(text: string, stemsOfWord: (word: string) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) {
    for (const stem of stemsOfWord(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Reads the last turns of a conversation, with phrases of all its questions and of the last answer. */
export function readConversation(
  history: readonly Turn[],
  tagger: Tagger,
  names: KnownNames = NO_NAMES,
  lexicon?: Lexicon,
): Conversation {
  const recent = history.slice(-TURNS);
  const questions = recent.map(({ question }) => readPhrases(question, tagger));
  const topics = findTopics(questions);
  const stems = openStems();
  const turns = recent.flatMap(({ answer }, at): ReadTurn[] => {
    const [question, topic] = [questions[at], topics[at]];
    if (question === undefined || topic === undefined) return [];
    return [{ question, topic, answered: countStems(answer?.slice(0, ANSWER) ?? '', stems) }];
  });
  const last = recent.at(-1)?.answer;
  const answer = last === undefined ? undefined : readPhrases(last.slice(0, ANSWER), tagger);
  const asked = questions
    .toReversed()
    .flatMap((read, ago) => readReferents(read).map((referent) => ({ referent, ago })));
  const named = recent.slice(0, -1).flatMap((turn, at) => {
    const words = turn.answer ?? '';
    if (words.split(/\s+/).length > SHORT) return [];
    return readReferents(readPhrases(words, tagger)).map((referent) => ({
      referent,
      ago: recent.length - 1 - at,
    }));
  });
  const told =
    answer === undefined ? [] : readReferents(answer).map((referent) => ({ referent, ago: undefined }));
  const texts = recent.flatMap((turn) => [turn.question, turn.answer?.slice(0, ANSWER) ?? '']);
  const uses = readWordUse(texts, stems);
  return { turns, answer, referents: [...asked, ...named, ...told], uses, names, lexicon };
}
