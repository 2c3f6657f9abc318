/** Which sentences to show: those that together say what is asked, and nothing else. */
import type { Sentence } from '../../article.ts';
import { type Features, logistic, type Weights, weigh } from '../models/linear.ts';
import { type AskedQuestion, explains } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';

export interface SupportView extends RankedSentence {
  /** Signs beside those of the sentence. */
  readonly support: Features;
}

/** Sentences among which is chosen. */
const READ = 40;
/** Sentences shown at most. */
const MOST = 8;
/** A sentence is shown that is at least so likely to belong there as the likeliest: more would be shown only to be safe. */
const LEAST = 0.45;
/** A sentence beyond the border of an article is this much worse than the best. */
const BEYOND = 3;

/** Signs of each sentence beside the others: how far behind the best it is, and its neighbours are. `ranked` is best first. */
export function readSupport(question: AskedQuestion, ranked: readonly RankedSentence[]): SupportView[] {
  const best = ranked[0]?.score ?? 0;
  const gaps = new Map<Sentence, number>(ranked.map(({ sentence, score }) => [sentence, best - score]));
  const articles = Math.log(new Set(ranked.slice(0, READ).map(({ article }) => article)).size);
  return ranked.slice(0, READ).map((one, rank) => {
    const { place } = one;
    const { sentences } = one.article.analysis;
    const gapAt = (at: number): number => {
      const sentence = sentences[at];
      return sentence === undefined ? BEYOND : (gaps.get(sentence) ?? BEYOND);
    };
    const before = Math.max(0, 2 - gapAt(place - 1));
    return {
      ...one,
      support: {
        one: 1,
        gap: best - one.score,
        rank: 1 / (1 + rank),
        score: one.score,
        gapBefore: gapAt(place - 1),
        gapAfter: gapAt(place + 1),
        ofMany: Math.log(sentences.length),
        articles,
        [`place${Math.min(place, 6)}`]: 1,
        explains: explains(question.kind) ? 1 : 0,
        leansOn: (one.features['leans'] ?? 0) * before,
        joinsTo: (one.features['joins'] ?? 0) * before,
      },
    };
  });
}

/** A sentence with the chance that somebody would show it. */
export interface LikelySentence {
  readonly view: SupportView;
  readonly chance: number;
}

/**
 * The sentences that are expected to match best what somebody would show (F1): sentences by their chance, as many as make
 * 2·Σp / (count + Σ of all p) greatest.
 * @returns best first
 */
export function chooseLikely(sentences: readonly LikelySentence[]): RankedSentence[] {
  const scored = [...sentences].sort((a, b) => b.chance - a.chance);
  const all = scored.reduce((sum, { chance }) => sum + chance, 0);
  let [best, count, sum] = [0, 0, 0];
  scored.slice(0, MOST).forEach(({ chance }, at) => {
    sum += chance;
    const expected = (2 * sum) / (at + 1 + all);
    if (expected > best) [best, count] = [expected, at + 1];
  });
  const least = (scored[0]?.chance ?? 0) * LEAST;
  return scored
    .slice(0, count)
    .filter(({ chance }) => chance >= least)
    .map(({ view }) => view);
}

/** The sentences to be shown by what was learned, best first. */
export function chooseSupport(views: readonly SupportView[], weights: Weights): RankedSentence[] {
  const chanceOf = ({ features, support }: SupportView): number =>
    logistic(weigh(features, weights) + weigh(support, weights));
  return chooseLikely(views.map((view) => ({ view, chance: chanceOf(view) })));
}
