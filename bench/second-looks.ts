/** Learns the trees that rank sentences and spans once more, on top of scores of models that have not seen them. */
import type { Features } from '../src/core/ask/linear.ts';
import { readNeighbours, rerank } from '../src/core/ask/rerank.ts';
import { LOOKED, readRivals } from '../src/core/ask/respan.ts';
import type { ScoredSpan } from '../src/core/ask/spans.ts';
import { type Forest, sumTrees } from '../src/core/ask/trees.ts';
import { type Case, isAgain, rightWords, unpack, weightOf, worthOf } from './answer-cases.ts';
import { learnRanks, makeTable, type RankGroup, type RankOptions } from './learn-ranks.ts';
import { Names } from './learn-sparse.ts';
import { answerF1 } from './questions.ts';

const SENTENCES: RankOptions = {
  trees: 150,
  depth: 4,
  rate: 0.08,
  ridge: 3,
  share: 0.3,
  questions: 0.5,
  leaf: 8,
};
const SPANS: RankOptions = { ...SENTENCES, share: 0.25 };
/** A feature that fewer have is left out. */
const SEEN_SENTENCES = 40;
const SEEN_SPANS = 1000;
/** Trees take long to learn: so many parts of the folds are left out in turn. */
const PARTS = 4;

/** Learns of each part what is left out, applies it there, and learns of all. */
function crossfitRanks(
  cases: readonly Case[],
  names: Names,
  groupOf: (one: Case) => Omit<RankGroup, 'weight'>,
  apply: (one: Case, forest: Forest) => void,
  options: RankOptions,
  seen: number,
): Forest {
  const usable = cases.filter((one) => rightWords(one).length > 0 && !isAgain(one));
  const groups = usable.map((one): RankGroup => ({ ...groupOf(one), weight: weightOf(one) }));
  const table = makeTable(groups, names, seen);
  for (let part = 0; part < PARTS; part++) {
    const forest = learnRanks(table, (at) => (usable[at]?.fold ?? 0) % PARTS !== part, options);
    for (const one of cases) if (one.fold % PARTS === part) apply(one, forest);
  }
  return learnRanks(table, () => true, options);
}

/** Ranks the sentences of the cases once more. */
export function learnReranks(cases: readonly Case[]): Forest {
  const names = new Names();
  return crossfitRanks(
    cases,
    names,
    (one) => ({
      items: readNeighbours(one.asked, one.ranked).map((signs, i) =>
        names.encode({ ...one.ranked[i]?.features, ...signs }),
      ),
      base: one.ranked.map(({ score }) => score),
      worth: one.ranked.map(({ text }) => worthOf(one, text)),
    }),
    (one, forest) => {
      one.ranked = rerank(one.asked, one.ranked, forest);
    },
    SENTENCES,
    SEEN_SENTENCES,
  );
}

/** Scores the likeliest spans of the cases once more: as many as are looked at again when somebody asks. */
export function learnRespan(cases: readonly Case[], spanNames: Names): Forest {
  const names = new Names();
  for (const one of cases) one.spans.sort((a, b) => b.score - a.score);
  const rivalsOf = (one: Case): Features[] => {
    const spans = one.spans.map(
      ({ packed, ...span }, i): ScoredSpan => ({
        ...span,
        features: i < LOOKED ? unpack(packed, spanNames) : {},
      }),
    );
    return readRivals(one.asked, spans)
      .slice(0, LOOKED)
      .map((signs, i) => ({ ...spans[i]?.features, ...signs }));
  };
  const likeliest = ({ spans }: Case): Case['spans'] => spans.slice(0, LOOKED);
  return crossfitRanks(
    cases,
    names,
    (one) => ({
      items: rivalsOf(one).map((features) => names.encode(features)),
      base: likeliest(one).map(({ score }) => score),
      worth: likeliest(one).map(({ text }) => answerF1(text, rightWords(one)) ** 2),
    }),
    (one, forest) => {
      rivalsOf(one).forEach((features, i) => {
        const span = one.spans[i];
        if (span !== undefined) span.score += sumTrees(features, forest);
      });
    },
    SPANS,
    SEEN_SPANS,
  );
}
