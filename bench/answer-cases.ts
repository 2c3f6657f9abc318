/** Labelled questions as the asking code reads them, in folds that are left out in turn. */

import type { Weights } from '../src/core/ask/models/linear.ts';
import { createMatcher, type Matcher } from '../src/core/ask/question/likeness.ts';
import { type AskedQuestion, parseAsked } from '../src/core/ask/question/question.ts';
import { type RankedSentence, rankSentences } from '../src/core/ask/sentences/evidence.ts';
import { READ_SENTENCES } from '../src/core/ask/sentences/find-sentences.ts';
import { viewSentences } from '../src/core/ask/sentences/sentence-view.ts';
import { orderByShare } from '../src/core/ask/spans/consensus.ts';
import { readSpans } from '../src/core/ask/spans/find-spans.ts';
import { isPossible } from '../src/core/ask/spans/kinds.ts';
import { areAlike } from '../src/core/ask/spans/pooled.ts';
import type { AnswerSpan, ScoredSpan } from '../src/core/ask/spans/spans.ts';
import { openLexicon } from '../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger, type TaggedWord, type Tagger } from '../src/core/ask/words/tagging.ts';
import { alter } from './altered.ts';
import type { LabelledQuestion } from './labelled.ts';
import type { Names, Sparse } from './learn-sparse.ts';
import { answerF1, holdsAnswer, readQuestions } from './questions.ts';

export const FOLDS = 8;
/** To begin with, words in common rank the sentences that are learned from. */
const FIRST: Weights = { covered: 4, byTitle: 1.5, byNear: 1, rare: 3, soft: 2, softWindow: 1 };

/** A span whose features are kept as numbers, since there are hundreds of thousands. */
type PackedSpan = Omit<AnswerSpan, 'features'> & { packed: Sparse; score: number };

export interface Case extends LabelledQuestion {
  readonly fold: number;
  readonly asked: AskedQuestion;
  readonly matcher: Matcher;
  ranked: RankedSentence[];
  spans: PackedSpan[];
}

/** Made of questions of SQuAD: only from silence is there something to learn. */
export const isAgain = ({ set }: LabelledQuestion): boolean => set === 'paragraphs' || set === 'altered';
const SHORT: ReadonlySet<LabelledQuestion['set']> = new Set([
  'squad',
  'realtime',
  'rgb',
  'stories',
  'quizzes',
]);
export const isShort = (one: LabelledQuestion): boolean => SHORT.has(one.set) || isAgain(one);

const plain = await openTagger();
const lexicon = await openLexicon();
const tagged = new Map<string, TaggedWord[]>();
/** Remembers: each paragraph of SQuAD is asked ten times. */
export const tagger: Tagger = {
  tag(sentence) {
    const words = tagged.get(sentence) ?? plain.tag(sentence);
    tagged.set(sentence, words);
    return words;
  },
};

/** Asked for yes or no, or why: told by a sentence, or by none. */
export const wantsTelling = ({ set }: LabelledQuestion): boolean => set === 'told' || set === 'untold';

/** Of our own articles, with the words that answer or without them: a sentence tells what is asked, or none does. */
export const asksWords = ({ set }: LabelledQuestion): boolean =>
  set === 'stories' || set === 'quizzes' || set === 'gone';

/** Paragraphs of one text are left out together, whichever set they stand in. */
const home = (one: LabelledQuestion): string =>
  isAgain(one) ? 'squad' : wantsTelling(one) || asksWords(one) ? 'own' : one.set;

/** Groups in as many folds of about the same size, for each set. */
function foldsOf(questions: readonly LabelledQuestion[]): Map<string, number> {
  const folds = new Map<string, number>();
  const load = new Map<string, number[]>();
  const counts = new Map<string, number>();
  for (const one of questions) {
    const key = `${home(one)} ${one.group}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const set = key.split(' ')[0] ?? '';
    const own = load.get(set) ?? Array.from({ length: FOLDS }, () => 0);
    load.set(set, own);
    const fold = own.indexOf(Math.min(...own));
    own[fold] = (own[fold] ?? 0) + count;
    folds.set(key, fold);
  }
  return folds;
}

export function readCases(): Case[] {
  const read = readQuestions();
  const questions = [...read, ...alter(read.filter(({ set }) => set === 'squad'))];
  const folds = foldsOf(questions);
  return questions.map((labelled) => {
    const asked = parseAsked(labelled.question, tagger.tag(labelled.question));
    const matcher = createMatcher(asked, lexicon);
    const ranked = rankSentences(asked, viewSentences(labelled.articles), matcher, FIRST);
    const fold = folds.get(`${home(labelled)} ${labelled.group}`) ?? 0;
    return { ...labelled, fold, asked, matcher, ranked: ranked.slice(0, READ_SENTENCES), spans: [] };
  });
}

/** Reads the candidates of the best sentences as these are ranked now. */
export function readCandidates(one: Case, names: Names): void {
  // Where nothing has the words, only sentences are read.
  if (one.set === 'gone') return;
  one.spans = readSpans(one.asked, one.ranked, tagger, one.matcher).map(({ features, ...span }) => ({
    ...span,
    packed: names.encode(features),
    score: 0,
  }));
}

/** The features of a span by their names. */
export function unpack({ at, value }: Sparse, names: Names): Record<string, number> {
  return Object.fromEntries(Array.from(at, (place, i) => [names.list[place] ?? '', value[i] ?? 0]));
}

/** The possible answers as they are scored now, in the order in which find-spans.ts would put them before they are pooled. */
export function scoredOf(one: Case, names: Names): ScoredSpan[] {
  const scored = one.spans
    .map(({ packed, ...span }) => ({ ...span, features: unpack(packed, names) }))
    .sort((a, b) => b.score - a.score);
  return (areAlike(one.ranked) ? scored : orderByShare(scored)).filter((span) => isPossible(one.asked, span));
}

/** F1 of words with the right ones. */
export function f1Of({ answers }: Case, spans: readonly ScoredSpan[]): number {
  return answerF1(spans[0]?.text ?? '', answers);
}

/** Words of the right kind that do not answer teach what looks like an answer, but less. */
const PLAUSIBLE = 0.5;

/** How much a question counts where candidates are ranked. */
export const weightOf = (one: Case): number =>
  (one.set === 'squad' ? 1 : 1.5) * (one.answerable || one.plausible.length === 0 ? 1 : PLAUSIBLE);
/** The words to be found. */
export const rightWords = ({ answers, plausible }: Case): readonly string[] =>
  answers.length > 0 ? answers : plausible;

/** A sentence that has the words elsewhere than where they are said to answer. */
const ELSEWHERE = 0.3;

/** Whether a sentence says what is asked, 0 to 1. */
export function worthOf(one: Case, text: string): number {
  const isSaid = one.said?.some((part) => text.includes(part));
  if (wantsTelling(one)) return isSaid ? 1 : 0;
  if (!holdsAnswer(text, rightWords(one))) return 0;
  return isSaid === false ? ELSEWHERE : 1;
}

/** Whether there is something to learn of which candidate answers. */
export const teachesChoice = (one: Case): boolean =>
  (rightWords(one).length > 0 || (one.set === 'told' && one.articles.length > 1)) && !isAgain(one);
