/** Whether words, a passage or nothing answers a question, once all of it is read. */
import type { ReadArticle, Sentence } from '../../article.ts';
import { mayIntroduce } from '../facts/introductions.ts';
import { asksItself } from '../facts/questions-answered.ts';
import { isSaidByOthers, mayTellSaid } from '../facts/said.ts';
import type { Models } from '../models/models.ts';
import type { Matcher } from '../question/likeness.ts';
import { measureOf } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { asksNameOfPerson } from '../spans/asked-names.ts';
import { wholeList } from '../spans/lists.ts';
import { newestOf, newestVersionOf } from '../spans/newest.ts';
import { areAlike } from '../spans/pooled.ts';
import { mayGiveReason } from '../spans/reasons.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import { mayTellWhen } from '../spans/times.ts';
import { mayTellCause } from '../spans/unfit.ts';
import type { Answer } from '../types.ts';
import type { Tagger } from '../words/tagging.ts';
import { readDecision } from './decision.ts';
import { answerWithPassage, answerWithSpan, type Found, silent } from './found.ts';
import { findOthers } from './premise.ts';
import { readTelling } from './telling.ts';
import { decide, isTold, tells, type Verdict } from './verdict.ts';
import { isRuledOut } from './veto.ts';

/** A question with what was found for it. */
export interface ReadQuestion extends Found {
  /** The question with its names, also where they were typed in small letters: what names forbid they forbid there too. */
  readonly named: AskedQuestion;
  /** As the reader sees it. */
  readonly standalone: string;
  readonly articles: readonly ReadArticle[];
  readonly matcher: Matcher;
  readonly tagger: Tagger;
  readonly models: Models;
}

/** "The Herald erroneously reported that 11 schools would close.": told as what is not so. */
const TOLD_AS_WRONG =
  /\b(?:erroneously|incorrectly|mistakenly|wrongly) (?:report|stat|said|say|identif|describ|attribut|list|suggest|gave|name)|\bmis(?:stat|spel|identif|report|attribut)/i;

/** Whether a sentence tells nothing that answers: it is a question itself, or says what an article got wrong. */
function tellsNothing(question: AskedQuestion, { text }: RankedSentence): boolean {
  return asksItself(text) || (TOLD_AS_WRONG.test(text) && !ASKS_WHAT_IS_WRONG.test(question.text));
}

const ASKS_WHAT_IS_WRONG = /\b(?:wrong|incorrect|erroneous|mistake|error|mis\p{L}{4})/iu;

/** "Net sales | 12 | 14" */
const ROW = / \| /;

/** Of the sentences a passage that answers is one of so many. */
const TOLD = 12;
/** Of the likeliest words so many are looked at, where what is likelier cannot be the answer. */
const TRIED = 3;

/** The words that answer if any do, or the passage that tells, or the nearest ones. */
export function decideAnswer(read: ReadQuestion): Answer {
  const { question, named, ranked, spans, matcher, tagger, models, standalone } = read;
  const { others, isSaid } = findOthers(named, ranked, tagger, matcher);
  const alike = areAlike(ranked);
  const decideOn = (left: readonly ScoredSpan[]): Verdict =>
    decide(question, readDecision(question, ranked, left, matcher), models, alike);
  const isAnswer = (span: ScoredSpan, { certainty }: Verdict): boolean =>
    !tellsNothing(named, span.sentence) &&
    (isSaid || certainty === 'certain') &&
    !others.has(span.sentence.sentence) &&
    !isSaidByOthers(named, span) &&
    !isRuledOut(named, ranked, span, matcher, certainty);
  // What its unit is, the head of a table tells: a figure of one row is told with the whole row, or not.
  let left = spans.filter(({ sentence }) => !ROW.test(sentence.text));
  let verdict = decideOn(left);
  for (let tried = 0; verdict.words && tried < TRIED; tried++) {
    const [best, ...next] = left;
    if (best === undefined) break;
    if (isAnswer(best, verdict)) {
      const newest = alike ? newestOf(best, left) : best;
      const told = isAnswer(newest, verdict) ? newest : best;
      const spans = [told, ...left.filter((one) => one !== told)];
      return answerWithSpan({ ...read, spans }, wholeList(question, told, spans), verdict, standalone);
    }
    left = next;
    verdict = decideOn(left);
  }
  if (!isSaid) return silent(read, standalone);
  return tellOrNot(read, verdict, others);
}

/** A sentence that tells yes or no, or why; or a passage, where no words were found. */
function tellOrNot(read: ReadQuestion, verdict: Verdict, others: ReadonlySet<Sentence>): Answer {
  const { question, named, articles, ranked, matcher, models, standalone } = read;
  const ofThem = ranked.filter((one) => !others.has(one.sentence) && !tellsNothing(named, one));
  const several = articles.length > 1;
  const likely = tells(named, readTelling(named, ofThem, articles, matcher), models, several);
  const isOne = isTold(question, several);
  const told = isOne ? ofThem[0] : tellingSentence(read, verdict);
  if (told !== undefined && (likely === 'surely' || likely === 'perhaps')) {
    const newest = newestVersionOf(told, ofThem);
    const found = newest === told ? read : { ...read, shown: [told, ...read.shown] };
    const answer = answerWithPassage(found, newest, { standalone, tentative: likely === 'perhaps' });
    const isReason = question.kind !== 'reason' || !answer.answered || mayGiveReason(answer.answer);
    return isReason ? answer : { ...answer, tentative: true };
  }
  const isNear = told !== undefined && likely === 'hardly';
  return silent(read, standalone, { unsure: isNear || (!isOne && verdict.unsure) });
}

/** The likeliest of the sentences to be shown, where a passage is wanted. */
function tellingSentence(
  { question, named, articles, ranked, shown, tagger }: ReadQuestion,
  { passage }: Verdict,
): RankedSentence | undefined {
  if (!passage || asksNameOfPerson(question)) return undefined;
  // A passage without a time does not tell when, nor one without an age how old somebody is.
  const measure = question.kind === 'number' ? measureOf(question.text) : undefined;
  const isAge = /\bold\b|\bage\b/i.test(question.text) && named.named.size > 0;
  const mayTell = ({ text, terms }: RankedSentence): boolean =>
    mayTellCause(question, text) &&
    mayTellWhen(question, text) &&
    mayIntroduce(named.text, text) &&
    (measure === undefined ||
      (measure.test(text) && (!isAge || terms.some((term) => named.named.has(term)))));
  // In one article those that belong together stand in the order of their chances.
  const best = articles.length > 1 ? [...shown].sort((a, b) => b.score - a.score) : shown;
  return [...best, ...ranked]
    .slice(0, TOLD)
    .find(
      (sentence) =>
        !tellsNothing(named, sentence) && mayTell(sentence) && mayTellSaid(named, sentence, tagger),
    );
}
