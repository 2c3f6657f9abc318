/** What speaks for and against a word of the conversation being missing in a follow-up. */

import { type Features, flag } from '../models/linear.ts';
import { agreement, readFollow } from './follow-features.ts';
import type { Read } from './phrases.ts';
import { findPointers, type Pointer } from './pointers.ts';
import { INTRODUCES, NO_TOPIC, type Topic } from './topics.ts';
import type { Conversation } from './turns.ts';
import { findPlaces, type Place, readPlace } from './word-places.ts';

export interface WordFeatures {
  readonly stem: string;
  readonly features: Features;
}

/** Turns or sentences ago, of what was never said. */
const NEVER = 12;
const MOST = 8;
/** Times in a whole conversation, of which more say no more. */
const OFTEN = 10;

const sum = (values: readonly number[], from: number): number =>
  values.slice(from).reduce((all, value) => all + value, 0);

/** Words that stand in one phrase with a word of the question: "health records" for "the records". */
function findSharing({ turns, answer }: Conversation, had: ReadonlySet<string>): Map<string, number> {
  const sharing = new Map<string, number>();
  const share = (read: Read, source: number): void => {
    for (const { first, last } of read.phrases) {
      const stems = read.stems.slice(first, last).flat();
      if (!stems.some((stem) => had.has(stem))) continue;
      const value = had.has(read.stems[last - 1]?.[0] ?? '') ? source + 2 : source;
      for (const stem of stems) sharing.set(stem, Math.max(sharing.get(stem) ?? 0, value));
    }
  };
  for (const { question } of turns) share(question, 2);
  if (answer !== undefined) share(answer, 1);
  return sharing;
}

/** The stems that each question was the first to say. */
function findFresh({ turns }: Conversation): Set<string>[] {
  const said = new Set<string>();
  return turns.map(({ question }) => {
    const own = new Set(question.stems.flat().filter((stem) => !said.has(stem)));
    for (const stem of own) said.add(stem);
    return own;
  });
}

/** The features of a word in the last answer. */
function readAnswer(
  conversation: Conversation,
  had: ReadonlySet<string>,
  pointers: readonly Pointer[],
): (stem: string) => Features {
  const { turns, answer } = conversation;
  const places = answer === undefined ? new Map<string, Place>() : findPlaces(answer);
  const most = Math.max(1, ...(turns.at(-1)?.answered.values() ?? []));
  const last = answer?.sentences.at(-1) ?? 0;
  const holding = new Map<string, Set<number>>();
  answer?.stems.forEach((stems, at) => {
    const sentence = answer.sentences[at] ?? 0;
    for (const stem of stems) holding.set(stem, (holding.get(stem) ?? new Set()).add(sentence));
  });
  // Sentences that speak of what the question asks.
  const spoken = new Set<number>();
  answer?.stems.forEach((stems, at) => {
    if (stems.some((stem) => had.has(stem))) spoken.add(answer.sentences[at] ?? 0);
  });
  return (stem) => {
    const place = places.get(stem);
    const sentence = answer?.sentences[place?.at ?? -1] ?? 0;
    const count = turns.at(-1)?.answered.get(stem) ?? 0;
    return {
      inA: Math.min(MOST, count),
      inA1: Math.min(MOST, turns.at(-2)?.answered.get(stem) ?? 0),
      nA: turns.filter(({ answered }) => answered.has(stem)).length,
      sentenceA: place === undefined ? NEVER : Math.min(NEVER, sentence),
      endA: place === undefined ? -1 : Math.min(NEVER, last - sentence),
      placeA: place === undefined ? 99 : Math.min(99, Math.floor(place.at / 5)),
      nearA: flag(place !== undefined && spoken.has(sentence)),
      ratioA: count / most,
      spreadA: (holding.get(stem)?.size ?? 0) / (last + 1),
      agreesA: agreement(place?.phrase, pointers),
      ...readPlace('a', answer, place),
    };
  };
}

/** How long and how often the whole conversation has spoken of a word, in questions and answers. */
function readHistory({ turns, uses }: Conversation): (stem: string) => Features {
  const totals = new Map<string, number>();
  for (const { answered } of turns) {
    for (const [stem, count] of answered) totals.set(stem, (totals.get(stem) ?? 0) + count);
  }
  const most = Math.max(1, ...totals.values());
  const asked = turns.map(({ question }) => new Set(question.stems.flat()));
  return (stem) => {
    const said = turns.map(({ answered }, at) => answered.has(stem) || asked[at]?.has(stem) === true);
    const use = uses.get(stem);
    return {
      nQA: said.filter(Boolean).length,
      runQA: turns.length - 1 - said.lastIndexOf(false),
      firstA: turns[0]?.answered.get(stem) ?? 0,
      totalA: (totals.get(stem) ?? 0) / most,
      capital: use === undefined || use.inside === 0 ? -1 : use.capital / use.inside,
      paired: Math.min(OFTEN, use?.paired ?? 0),
    };
  };
}

/** The words of a conversation that a question does not have, each with its features. */
export function readWordFeatures(question: Read, conversation: Conversation): WordFeatures[] {
  const { turns, referents } = conversation;
  const pointers = findPointers(question);
  const follow = readFollow(question, pointers, conversation);
  const had = new Set(question.stems.flat());
  const size = turns.length;
  const places = turns.map((turn) => findPlaces(turn.question));
  const answerOf = readAnswer(conversation, had, pointers);
  const historyOf = readHistory(conversation);
  const sharing = findSharing(conversation, had);
  const fresh = findFresh(conversation);
  const freshCounts = fresh.map((stems) => stems.size);
  const intro = turns.map((turn) => flag(INTRODUCES.test(turn.question.text)));
  const pointed = turns.map((turn) => findPointers(turn.question).length);
  const agreeing = turns.map(
    (turn) => turn.question.phrases.filter((phrase) => agreement(phrase, pointers) > 0).length,
  );
  const topic = turns.at(-1)?.topic ?? NO_TOPIC;
  const earlier = turns.findLast((turn) => turn.topic !== topic)?.topic ?? NO_TOPIC;
  const fits = (one: Topic): number => agreement(one, pointers);
  const shared: Features = {
    ...follow,
    topicAge: size - 1 - topic.since,
    topicFits: fits(topic),
    topicSize: topic.stems.size,
    topicSaid: flag([...topic.stems].some((stem) => had.has(stem))),
    lqPointers: pointed.at(-1) ?? 0,
    lqFresh: freshCounts.at(-1) ?? 0,
    lqIntro: intro.at(-1) ?? 0,
    qStems: had.size,
    qSaid: [...had].filter((stem) => conversation.uses.has(stem)).length / Math.max(1, had.size),
    turn: size,
  };
  const missing = new Set(
    referents.flatMap(({ referent }) => referent.stems.filter((stem) => !had.has(stem))),
  );
  return [...missing].map((stem): WordFeatures => {
    const asked = places.map((one) => one.has(stem));
    const latest = asked.lastIndexOf(true);
    const place = places[latest]?.get(stem);
    const opening = places[0]?.get(stem);
    const count = asked.filter(Boolean).length;
    const run = size - 1 - asked.lastIndexOf(false);
    const never = latest < 0;
    const inAnswer = answerOf(stem);
    return {
      stem,
      features: {
        ...shared,
        nQ: count,
        shareQ: count / size,
        agoQ: never ? NEVER : size - 1 - latest,
        run,
        firstQ: flag(asked[0] === true),
        inTopic: flag(topic.stems.has(stem)),
        inEarlier: flag(earlier.stems.has(stem)),
        inTopics: turns.filter((turn) => turn.topic.stems.has(stem)).length,
        inTopicFits: topic.stems.has(stem) ? fits(topic) : -2,
        fresh: never ? -1 : flag(fresh[latest]?.has(stem) === true),
        introduced: never ? -1 : (intro[latest] ?? 0),
        freshSince: never ? -1 : sum(freshCounts, latest + 1),
        introSince: never ? -1 : sum(intro, latest + 1),
        pointedSince: never ? -1 : sum(pointed, latest + 1),
        agreeingSince: never ? -1 : sum(agreeing, latest + 1),
        agrees: agreement(place?.phrase, pointers),
        agreesF: agreement(opening?.phrase, pointers),
        fOrder: opening?.order ?? -1,
        fHead: opening?.phrase === undefined ? -1 : opening.phrase.last - 1 - opening.at,
        shares: sharing.get(stem) ?? 0,
        lqInA: flag(latest === size - 1 && (inAnswer['inA'] ?? 0) > 0),
        ...inAnswer,
        ...historyOf(stem),
        ...readPlace('q', turns[latest]?.question, place),
      },
    };
  });
}
