/** What speaks for and against a phrase of the conversation being the one that a follow-up leaves out. */

import { type Features, flag } from '../models/linear.ts';
import { agreement } from './follow-features.ts';
import type { Read } from './phrases.ts';
import type { Pointer } from './pointers.ts';
import { completes, type Referent } from './referents.ts';
import type { Conversation, Said } from './turns.ts';

/** A phrase, and where all the conversation says it. */
export interface Candidate {
  readonly referent: Referent;
  /** Turns since a question said it last; undefined where only the last answer does. */
  readonly ago: number | undefined;
  readonly inAnswer: boolean;
  /** Times it was said, also inside longer phrases. */
  readonly times: number;
}

/** The same words said twice are one candidate, with the least that they leave out of a longer phrase. */
export function gatherCandidates(said: readonly Said[]): Candidate[] {
  const known = new Map<string, Candidate>();
  for (const { referent, ago } of said) {
    const key = referent.text.toLowerCase();
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, { referent, ago, inAnswer: ago === undefined, times: 1 });
      continue;
    }
    const fuller = referent.dropped.length < before.referent.dropped.length ? referent : before.referent;
    known.set(key, {
      referent: fuller,
      ago: before.ago ?? ago,
      inAnswer: before.inAnswer || ago === undefined,
      times: before.times + 1,
    });
  }
  return [...known.values()];
}

/** What is the same for all candidates of one question. */
export interface Asked {
  readonly question: Read;
  readonly conversation: Conversation;
  readonly pointers: readonly Pointer[];
  /** Stems that the question has, or has got already. */
  readonly had: ReadonlySet<string>;
  /** How likely each other stem of the conversation is missing. */
  readonly chances: ReadonlyMap<string, number>;
  /** Features of the question. */
  readonly follow: Features;
}

const NEVER = 12;

/** Features of candidates, given what is asked; `gain` is what the chances alone promise. */
export function createPhraseReader(asked: Asked): (candidate: Candidate, gain: number) => Features {
  const { question, conversation, pointers, had, chances, follow } = asked;
  const texts = conversation.turns.map((turn) => turn.question.text.toLowerCase());
  const answer = conversation.answer?.text.toLowerCase() ?? '';
  const own = question.phrases.map(({ first, last }) => question.stems.slice(first, last).flat());
  const open = [...chances].flatMap(([stem, chance]) => (had.has(stem) ? [] : [chance]));
  const top = Math.max(0.001, ...open);
  const all = open.reduce((sum, chance) => sum + chance, 0);
  const shared: Features = {
    ...follow,
    qStems: had.size,
    qWords: question.words.length,
    turn: conversation.turns.length,
    pointers: pointers.length,
    top,
  };
  const chanceOf = (stem: string): number => chances.get(stem) ?? 0;
  return ({ referent, ago, inAnswer, times }, gain) => {
    const { text, stems, dropped, head } = referent;
    const fresh = stems.filter((stem) => !had.has(stem)).map(chanceOf);
    const left = dropped.filter((stem) => !had.has(stem)).map(chanceOf);
    const sum = fresh.reduce((total, chance) => total + chance, 0);
    const key = text.toLowerCase();
    return {
      ...shared,
      gain,
      sum,
      least: Math.min(1, ...fresh),
      most: Math.max(0, ...fresh),
      mean: sum / Math.max(1, fresh.length),
      head: had.has(head) ? -1 : chanceOf(head),
      left: left.reduce((total, chance) => total + chance, 0),
      mostLeft: Math.max(0, ...left),
      toTop: Math.max(0, ...fresh) / top,
      others: all - sum,
      ago: ago ?? NEVER,
      inAnswer: flag(inAnswer),
      times,
      inQuestions: texts.filter((one) => one.includes(key)).length,
      inText: Math.min(NEVER, answer.split(key).length - 1),
      length: text.length,
      words: text.split(' ').length,
      fresh: fresh.length,
      repeated: stems.length - fresh.length,
      dropped: dropped.length,
      named: flag(referent.named),
      plural: flag(referent.plural),
      agrees: agreement(referent, pointers),
      completes: flag(own.some((one) => completes(referent, one))),
      article: referent.article === '' ? 0 : referent.article === 'the' ? 1 : 2,
    };
  };
}
