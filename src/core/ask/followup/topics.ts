/** What each turn of a conversation is about, by rule (after centering: Grosz, Joshi and Weinstein 1995). */
import type { Phrase, Read } from './phrases.ts';
import { findPointers } from './pointers.ts';

export interface Topic {
  readonly stems: ReadonlySet<string>;
  readonly plural: boolean;
  readonly named: boolean;
  /** The turn that brought it up. */
  readonly since: number;
}

export const NO_TOPIC: Topic = { stems: new Set(), plural: false, named: false, since: 0 };

/** Questions that bring up a subject. */
export const INTRODUCES =
  /\b(?:(?:tell me (?:more )?|what |how )about|describe|(?:know|learn|hear|heard|talk|interested) (?:more )?(?:about|in))\b|\b(?:what|who)(?: is| are| was| were|['’]s) (?:an? |the )?[\p{L}-]+(?: [\p{L}-]+){0,2}\?*$/iu;

const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|may|might|must|be|['’]s)$/;

/** Whether what follows belongs to the phrase: "the history" of "the history of toilets" is about toilets. */
function isRelational(read: Read, phrase: Phrase): boolean {
  return !phrase.named && read.words[phrase.last]?.lower === 'of';
}

/** "the findings", "its role": said of something else. */
function isDependent(phrase: Phrase): boolean {
  const owned = /^(?:its|their|his|her|this|that|these|those|my|your)$/.test(phrase.article);
  return owned || (phrase.article === 'the' && !phrase.named);
}

function topicOf(read: Read, phrase: Phrase, since: number): Topic {
  const stems = new Set(read.stems.slice(phrase.first, phrase.last).flat());
  return { stems, plural: phrase.plural, named: phrase.named, since };
}

function nextTopic(read: Read, before: Topic, at: number): Topic {
  const phrases = read.phrases.filter((phrase) => !isRelational(read, phrase));
  const points = findPointers(read).some(({ kind }) => kind !== 'one' && kind !== 'there');
  const introduced = INTRODUCES.test(read.text) && !points ? phrases.at(-1) : undefined;
  if (introduced !== undefined) return topicOf(read, introduced, at);
  const said = new Set(read.stems.flat());
  const kept = before.stems.size > 0 && [...before.stems].some((stem) => said.has(stem));
  if (before.stems.size > 0 && (points || kept)) return before;
  const free = phrases.filter((phrase) => !isDependent(phrase));
  const subject = free.find(({ before: word }) => AUXILIARY.test(word)) ?? free.find(({ named }) => named);
  const brought = subject ?? (before.stems.size === 0 ? (free.at(-1) ?? phrases.at(-1)) : undefined);
  return brought === undefined ? before : topicOf(read, brought, at);
}

/** The topic after each question. */
export function findTopics(questions: readonly Read[]): Topic[] {
  const topics: Topic[] = [];
  questions.forEach((read, at) => {
    topics.push(nextTopic(read, topics[at - 1] ?? NO_TOPIC, at));
  });
  return topics;
}
