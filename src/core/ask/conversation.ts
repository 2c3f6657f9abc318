/** Questions inside a conversation: what a follow-up refers to, put in where it points back. */
import type { ReadArticle } from '../article.ts';
import { chooseReferents } from './followup/choice.ts';
import { askOfAll, completeEllipsis, isElliptic } from './followup/ellipsis.ts';
import { FOLLOW_FORESTS } from './followup/follow-weights.ts';
import { insertReferents } from './followup/insertion.ts';
import {
  type KnownNames,
  NO_NAMES,
  nameCase,
  nameCasePeople,
  readKnownNames,
} from './followup/known-names.ts';
import { type Read, readPhrases } from './followup/phrases.ts';
import { type Conversation, readConversation } from './followup/turns.ts';
import { readWordFeatures } from './followup/word-features.ts';
import { logistic } from './models/linear.ts';
import type { FollowForests } from './models/models.ts';
import { type Forest, sumTrees } from './models/trees.ts';
import { isReaction } from './small-talk.ts';
import type { Turn } from './types.ts';
import { type Lexicon, openLexicon } from './words/lexicon/lexicon.ts';
import { openTagger, type Tagger } from './words/tagging.ts';

/** Longer messages speak for themselves. */
const LONGEST = 300;
/** Turns that a chain of "And …?" is followed back. */
const DEEPEST = 4;

/** How likely each word of the conversation is missing in a question. */
export function readChances(question: Read, conversation: Conversation, words: Forest): Map<string, number> {
  const features = readWordFeatures(question, conversation);
  return new Map(features.map((word) => [word.stem, logistic(sumTrees(word.features, words))]));
}

interface Understanding {
  readonly names?: KnownNames;
  /** Whether a question that points to nothing may be given more of what was spoken of. */
  readonly adds?: boolean;
  /** What all of it is about, where that is known. */
  readonly headline?: string | null;
  /** What common nouns name; without it "the coach" takes nobody's place. */
  readonly lexicon?: Lexicon;
}

/** The question as it can be understood alone, by the given weights. */
export function understand(
  question: string,
  history: readonly Turn[],
  tagger: Tagger,
  forests: FollowForests,
  { names = NO_NAMES, adds = true, headline = null, lexicon }: Understanding = {},
  depth = 0,
): string {
  const asked = question.trim();
  const said = history.filter((turn) => turn.question.trim() !== '');
  const last = said.at(-1);
  if (
    asked === '' ||
    asked.length > LONGEST ||
    last === undefined ||
    !/\p{L}/u.test(asked) ||
    isReaction(asked)
  )
    return asked;
  if (isElliptic(asked) && depth < DEEPEST) {
    const before = understand(
      last.question,
      said.slice(0, -1),
      tagger,
      forests,
      { names, adds, headline, ...(lexicon && { lexicon }) },
      depth + 1,
    );
    const ofAll = headline === null ? undefined : askOfAll(asked, before, headline);
    const turn = { ...last, question: nameCasePeople(before, names) };
    const complete = ofAll ?? completeEllipsis(nameCase(asked, names), turn, { tagger, names, lexicon });
    if (complete !== undefined) return complete;
  }
  // "russia", typed so, is no thing of which more has to be said.
  const read = { ...readPhrases(nameCase(asked, names), tagger), text: asked };
  const conversation = readConversation(said, tagger, names, lexicon);
  const chances = readChances(read, conversation, forests.words);
  return insertReferents(read, chooseReferents(read, conversation, chances, forests.phrases), adds);
}

async function understandIn(
  question: string,
  history: readonly Turn[],
  articles: readonly ReadArticle[],
  adds: boolean,
): Promise<string> {
  const names = history.length === 0 ? NO_NAMES : readKnownNames(articles);
  const headline = articles[0]?.title ?? null;
  const [tagger, lexicon] = await Promise.all([openTagger(), openLexicon()]);
  return understand(question, history, tagger, FOLLOW_FORESTS, { names, adds, headline, lexicon });
}

/**
 * The question with what it refers to put in; unchanged where it already stands alone. What it may refer to are the phrases
 * of the questions before it and of the last answer; what kind of names these are the articles tell.
 */
export async function buildStandalone(
  question: string,
  history: readonly Turn[],
  articles: readonly ReadArticle[] = [],
): Promise<string> {
  return understandIn(question, history, articles, true);
}

/**
 * The question with what its words refer to, to be asked of the articles that its thread is about: these say of what it speaks, and
 * "a diver of the port deal" is asked of nobody.
 */
export async function buildAsked(
  question: string,
  history: readonly Turn[],
  articles: readonly ReadArticle[],
): Promise<string> {
  return understandIn(question, history, articles, false);
}

/** Beside the questions, so that a caller finds all of a conversation in one place. */
export { isForBot } from './small-talk.ts';
