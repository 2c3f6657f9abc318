/** Learns which sentences are shown, and says how good what is shown is. */
import type { Sentence } from '../src/core/article.ts';
import type { Models } from '../src/core/ask/models/models.ts';
import { chooseLikely, readSupport } from '../src/core/ask/shown/support.ts';
import { findSurroundings } from '../src/core/ask/shown/surroundings.ts';
import type { ScoredSpan } from '../src/core/ask/spans/spans.ts';
import type { Case } from './answer-cases.ts';
import { sharedWords } from './answer-figures.ts';
import { learnMixed } from './mixed.ts';
import { holdsAnswer } from './questions.ts';

/** How much of a sentence somebody has shown, or said in their own words. */
function worthShowing(one: Case, text: string, start: number, end: number): number {
  if (one.evidence.length > 0) {
    const marked = one.evidence.filter((spans) => spans.some((span) => span.start < end && start < span.end));
    return marked.length / one.evidence.length;
  }
  return sharedWords(text, one.references) > 0.5 ? 1 : 0;
}

/** How much of what somebody would show is shown, F1, by models that have not seen the question. */
export function learnSupport(cases: readonly Case[]): {
  model: Models['support'];
  shown: ReadonlyMap<Case, number>;
} {
  const labelled = cases.filter(
    ({ answerable, evidence, references }) => answerable && evidence.length + references.length > 0,
  );
  const { model, chances } = learnMixed(labelled, {
    rowsOf: (one) =>
      readSupport(one.asked, one.ranked).map(({ features, support, text, sentence }) => ({
        features: { ...features, ...support },
        yes: worthShowing(one, text, sentence.start, sentence.end),
        weight: one.set === 'clapnq' ? 1 : 0.3,
      })),
    learnsFrom: () => true,
    l2: 3e-3,
    trees: null,
  });
  const shown = new Map<Case, number>();
  for (const [one, known] of chances) {
    const views = readSupport(one.asked, one.ranked);
    const likely = chooseLikely(views.map((view, at) => ({ view, chance: known[at] ?? 0 })));
    shown.set(
      one,
      markedF1(
        one,
        likely.map(({ sentence }) => sentence),
        views.map(({ sentence }) => sentence),
      ),
    );
  }
  return { model: model.weights, shown };
}

/** How far sentences are those that one of the people marked: F1, the best over them. */
function markedF1({ evidence }: Case, shown: readonly Sentence[], all: readonly Sentence[]): number {
  return Math.max(
    0,
    ...evidence.map((spans) => {
      const isMarked = ({ start, end }: Sentence): boolean =>
        spans.some((span) => span.start < end && start < span.end);
      return (2 * shown.filter(isMarked).length) / (shown.length + all.filter(isMarked).length || 1);
    }),
  );
}

/** Whether what is shown around the best words holds a right answer. */
export function holdsInPassage({ articles, answers }: Case, spans: readonly ScoredSpan[]): boolean {
  const passage = findSurroundings(spans);
  const text = articles.find(({ id }) => id === passage?.article)?.text;
  return text !== undefined && holdsAnswer(text.slice(passage?.start, passage?.end), answers);
}
