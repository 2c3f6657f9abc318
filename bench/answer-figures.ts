/** Figures of left-out questions, for the thresholds that might be set. */
import { asksPast, type Certainty, certaintyOf, wantsPassage } from '../src/core/ask/decision/verdict.ts';
import { type Case, worthOf } from './answer-cases.ts';

/** What models that have not seen the question say of it. */
export interface Outcome {
  readonly one: Case;
  /** Of the best words, whether or not they are given. */
  readonly f1: number;
  /** A rule says that the words are none. */
  ruledOut(certainty: Certainty): boolean;
  readonly contradicted: boolean;
  /** The articles are reports of one thing. */
  readonly alike: boolean;
  form: number;
  relevance: number;
  /** That the likeliest sentence tells. */
  telling: number;
  confidence: number;
  /** How far the sentences to be shown are those that people marked (F1). */
  evidence: number;
  /** Of several articles: the passage around the best words holds a right answer. */
  readonly holds: boolean;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function commonRun(a: readonly string[], b: readonly string[]): number {
  const row = new Uint16Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = word === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** Share of a sentence's words that stand in one of the references in the same order. */
export function sharedWords(text: string, references: readonly string[]): number {
  const own = wordsOf(text);
  if (own.length < 4) return 0;
  return Math.max(0, ...references.map((one) => commonRun(own, wordsOf(one)) / own.length));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const show = (value: number): string => value.toFixed(3);

export function printAnswers(outcomes: readonly Outcome[]): void {
  const of = (set: Case['set'], answerable?: boolean): Outcome[] =>
    outcomes.filter(
      ({ one }) => one.set === set && (answerable === undefined || one.answerable === answerable),
    );
  for (const set of ['squad', 'paragraphs', 'realtime', 'rgb', 'stories', 'quizzes'] as const) {
    const folds = [0, 1, 2, 3].map((fold) => {
      const own = of(set, true).filter(({ one }) => one.fold === fold);
      return show(mean(own.map(({ f1 }) => f1)));
    });
    const values = of(set, true).map(({ f1 }) => f1);
    const exact = mean(values.map((value) => Number(value === 1)));
    console.log(`${set}: best words F1 ${show(mean(values))} EM ${show(exact)}, folds ${folds.join(' ')}`);
  }
  for (const [kind, asks] of [
    ['yes or no', true],
    ['why', false],
  ] as const)
    for (const tells of [0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
      const own = [...of('told'), ...of('untold')].filter(
        ({ one }) => (one.asked.kind === 'yes-no') === asks,
      );
      const told = own.filter(({ telling }) => telling > tells);
      const right = told.filter(({ one }) => worthOf(one, one.ranked[0]?.text ?? '') === 1).length;
      const wrong = told.filter(({ one }) => one.answerable).length - right;
      const silent = own.filter(({ one, telling }) => !one.answerable && telling <= tells).length;
      console.log(
        `${kind}, told above ${tells}: right ${right}, wrong ${wrong} of ${own.length / 2}; left out: rightly silent ${silent}`,
      );
    }
  const past = [...of('stories'), ...of('quizzes'), ...of('gone')].filter(({ one }) => asksPast(one.asked));
  for (const tells of [0.15, 0.2, 0.25, 0.3]) {
    const told = past.filter(({ telling }) => telling > tells);
    const right = told.filter(({ one }) => worthOf(one, one.ranked[0]?.text ?? '') > 0.5).length;
    const gone = told.filter(({ one }) => one.set === 'gone').length;
    console.log(
      `a passage for words, of what happened, above ${tells}: right ${right} of ${past.length}, other ${told.length - right - gone}, gone ${gone}`,
    );
  }
  // As verdict.ts decides, for some of the thresholds that it could have.
  const answering =
    (relevant: number, confident: number, ofSeveral = confident) =>
    ({ one, form, relevance, confidence, contradicted, ruledOut, alike }: Outcome): boolean => {
      if (contradicted) return false;
      if (wantsPassage(one.asked, one.articles.length > 1, form)) return relevance > relevant;
      return confidence > (alike ? ofSeveral : confident) && !ruledOut(certaintyOf(confidence, alike));
    };
  for (const relevant of [0.24, 0.27, 0.3, 0.35, 0.4])
    for (const confident of [0.24, 0.26, 0.28, 0.3]) {
      const answers = answering(relevant, confident);
      const rate = (set: Case['set'], answerable: boolean): number =>
        mean(of(set, answerable).map((one) => Number(answers(one) === answerable)));
      const balanced = (set: Case['set']): string =>
        `${show((rate(set, true) + rate(set, false)) / 2)} (${rate(set, true).toFixed(2)}/${rate(set, false).toFixed(2)})`;
      const has = mean(of('squad', true).map((one) => (answers(one) ? one.f1 : 0)));
      const no = rate('squad', false);
      const evidence = mean(of('clapnq', true).map((one) => (answers(one) ? one.evidence : 0)));
      console.log(
        `relevant ${relevant} confident ${confident}: squad F1 ${show(0.466 * has + 0.534 * no)}`,
        `has ${show(has)} no ${show(no)} | clapnq ${balanced('clapnq')} evidence ${show(evidence)} turns ${balanced('turns')}`,
      );
    }
  for (const confident of [0.05, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3]) {
    const answers = answering(0.27, 0.26, confident);
    for (const set of ['realtime', 'paragraphs', 'stories', 'quizzes'] as const) {
      const quiz = of(set, true);
      const told = of(set).filter(answers);
      const all = told.reduce((sum, { f1 }) => sum + f1, 0);
      const exact = told.filter(({ f1 }) => f1 === 1).length;
      const silent = mean(of(set, false).map((one) => Number(!answers(one))));
      console.log(
        `several, confident ${confident}: ${set} F1 ${show(all / quiz.length)} EM ${show(exact / quiz.length)}`,
        `answered ${show(told.length / of(set).length)}, F1 of these ${show(all / told.length)}, silent ${show(silent)},`,
        `in the top evidence ${show(told.filter(({ holds }) => holds).length / quiz.length)}`,
      );
    }
  }
}
