/** Learns the trees that rank sentences and spans once more, on top of scores of models that have not seen them. */
import type { Features } from '../src/core/ask/models/linear.ts';
import { type Forest, sumTrees } from '../src/core/ask/models/trees.ts';
import { readNeighbours, rerank } from '../src/core/ask/sentences/rerank.ts';
import { LOOKED, readRivals } from '../src/core/ask/spans/respan.ts';
import type { ScoredSpan } from '../src/core/ask/spans/spans.ts';
import { type Case, FOLDS, rightWords, teachesChoice, unpack, weightOf, worthOf } from './answer-cases.ts';
import { type Growing, growTrees } from './grow-trees.ts';
import { Names, type Sparse } from './learn-sparse.ts';
import { ofChoices } from './losses.ts';
import { answerF1 } from './questions.ts';
import { makeTable } from './tree-table.ts';

const SENTENCES: Growing = { trees: 150, depth: 4, rate: 0.08, ridge: 3, leaf: 8, share: 0.3 };
const SPANS: Growing = { ...SENTENCES, share: 0.25 };
/** Share of the questions that a tree sees. */
const DRAWN = 0.5;
/** A feature that fewer have is left out. */
const SEEN_SENTENCES = 40;
const SEEN_SPANS = 1000;

/** The candidates of a question with the scores that they have. */
interface Group {
  readonly items: readonly Sparse[];
  readonly base: readonly number[];
  readonly worth: readonly number[];
}

/** Learns of each part what is left out, applies it there, and learns of all. */
function crossfitChoices(
  cases: readonly Case[],
  names: Names,
  groupOf: (one: Case) => Group,
  apply: (one: Case, forest: Forest) => void,
  growing: Growing,
  seen: number,
): Forest {
  const usable = cases.filter(teachesChoice);
  const groups = usable.map((one) => ({ ...groupOf(one), weight: weightOf(one) }));
  const table = makeTable(
    groups.flatMap(({ items }) => items),
    names,
    seen,
  );
  const base = groups.flatMap((group) => group.base);
  const learn = (uses: (at: number) => boolean): Forest => ({
    bias: 0,
    trees: growTrees(table, base, ofChoices(groups, { uses, share: DRAWN }), growing),
  });
  for (let part = 0; part < FOLDS; part++) {
    const forest = learn((at) => usable[at]?.fold !== part);
    for (const one of cases) if (one.fold === part) apply(one, forest);
  }
  return learn(() => true);
}

/** Ranks the sentences of the cases once more. */
export function learnReranks(cases: readonly Case[]): Forest {
  const names = new Names();
  return crossfitChoices(
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
  return crossfitChoices(
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
