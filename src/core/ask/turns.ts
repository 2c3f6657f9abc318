/** The turns of a conversation, read once for all that is asked of them. */
import { type Read, readPhrases, stemsOf } from './phrases.ts';
import type { Tagger } from './tagging.ts';
import { findTopics, type Topic } from './topics.ts';
import type { Turn } from './types.ts';

/** Characters of an answer that are read. */
const ANSWER = 1500;
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
}

function countStems(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) {
    for (const stem of stemsOf(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Reads the last turns of a conversation, with phrases of all its questions and of the last answer. */
export function readConversation(history: readonly Turn[], tagger: Tagger): Conversation {
  const recent = history.slice(-TURNS);
  const questions = recent.map(({ question }) => readPhrases(question, tagger));
  const topics = findTopics(questions);
  const turns = recent.flatMap(({ answer }, at): ReadTurn[] => {
    const [question, topic] = [questions[at], topics[at]];
    if (question === undefined || topic === undefined) return [];
    return [{ question, topic, answered: countStems(answer?.slice(0, ANSWER) ?? '') }];
  });
  const last = recent.at(-1)?.answer;
  return { turns, answer: last === undefined ? undefined : readPhrases(last.slice(0, ANSWER), tagger) };
}
