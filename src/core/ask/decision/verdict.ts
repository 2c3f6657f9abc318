/** Whether to answer, and with what: better silent than wrong, and better found than silent. */

import type { Features } from '../models/linear.ts';
import { chance, type Models } from '../models/models.ts';
import { readForm } from '../question/form.ts';
import { type AskedQuestion, explains } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';

/** How many of the rules of veto.ts words are likelier right than: all, some, none. */
export type Certainty = 'certain' | 'sure' | 'unsure';

/** What may be given as the answer; neither: silence. */
export interface Verdict {
  readonly words: boolean;
  readonly passage: boolean;
  /** No words are likely enough, and some are half as likely: nobody can say that the articles do not say it. */
  readonly unsure: boolean;
  /** The words are likely enough to be given, and wrong more often than right. */
  readonly tentative: boolean;
  readonly certainty: Certainty;
}

// bench/train-answers.ts prints what other thresholds give.
/** Who asks so wants a passage. */
const WANTED = 0.45;
/** The passages speak of what is asked. */
const RELEVANT = 0.3;
/** A sentence tells why, or whether something happened: below, it only speaks of the same people. */
const TELLS = 0.5;
/** What is so in general, or will be ("Is it safe to …?"), is told by a passage that speaks of it. */
const TELLS_IN_GENERAL = 0.2;
/** A passage in place of words that were not found tells what happened: several reports speak of much beside it. */
const STANDS_IN = 0.25;
/** The words found are the ones asked for: a wrong answer costs a newsroom more than silence. */
const CONFIDENT = 0.28;
/** Of several articles one of them is likelier to say it. */
const CONFIDENT_OF_SEVERAL = 0.26;
/** Words above this are right more often than wrong, and are told without a "perhaps". */
const LIKELY = 0.32;
/** Of what is needed: likely enough that it cannot be said that nothing is there. */
const HALF = 0.5;
/** Above this a rule against the words is wrong more often than they are. */
const SURE = 0.4;
const CERTAIN = 0.5;
const SURE_OF_SEVERAL = 0.2;
/** … above all where many report one thing. */
const CONFIDENT_OF_MANY = 0.12;
const MANY = 6;

const EVENT = /^(?:so |and )?what(?:['’]s| has| had| is)? (?:just )?(?:happen(?:ed|ing)|going on)\b/i;

/** "How old is he? Where does he live?": a few words answer one of them at most. */
const SEVERAL = /\?\s+\S.*\?/s;

/** "Tell me about the quake", "peru", "What happened to Lang?": nothing that a few words could answer is asked for. */
function isRequest({ kind, words, text }: AskedQuestion): boolean {
  if (EVENT.test(text) || SEVERAL.test(text)) return true;
  return kind === 'open' && findAsking(words) < 0 && !/[:?]\s*$/.test(text);
}

/** Whether a passage is wanted and not a few words; `form` is the chance that the form of the question gives. */
export function wantsPassage(question: AskedQuestion, several: boolean, form: number): boolean {
  const { kind } = question;
  if (kind === 'yes-no' || kind === 'quote' || isRequest(question)) return true;
  return (several && explains(kind)) || form > WANTED;
}

/** Whether one sentence tells what is asked, or none: yes or no, and of several articles why. */
export function isTold({ kind }: AskedQuestion, several: boolean): boolean {
  return kind === 'yes-no' || (several && kind === 'reason');
}

/** Asks whether something happened, or was so. */
const EVENT_ASKED = /^(?:(?:and|but|so|ok(?:ay)?),? )?(?:did|was|were|has|had|have)\b/i;
const PAST = /^(?:did|was|were|has|had|have)$/;

/** Whether somebody asks of what happened: reports tell it or do not. */
export const asksPast = ({ words }: AskedQuestion): boolean =>
  words.some(({ lower, pos }) => PAST.test(lower) || (pos === 'VERB' && lower.endsWith('ed')));

function neededToTell(question: AskedQuestion, several: boolean): number {
  if (question.kind === 'yes-no') return EVENT_ASKED.test(question.text) ? TELLS : TELLS_IN_GENERAL;
  if (isTold(question, several)) return TELLS;
  if (isRequest(question)) return 0;
  return several && asksPast(question) ? STANDS_IN : 0;
}

/** Rather than not; enough to be shown as what may tell it; too little for that and too much to say that nothing does; not. */
type Telling = 'surely' | 'perhaps' | 'hardly' | 'not';

/**
 * Whether the sentence that is likeliest to tell it does.
 * @param telling by readTelling
 * @param several asked of several articles
 */
export function tells(
  question: AskedQuestion,
  telling: Features,
  models: Pick<Models, 'telling'>,
  several: boolean,
): Telling {
  const likely = chance(telling, models.telling);
  const needed = neededToTell(question, several);
  if (likely > needed) return likely > TELLS || isRequest(question) ? 'surely' : 'perhaps';
  return likely > needed * HALF ? 'hardly' : 'not';
}

/** Whether words are likelier right than the rules that speak against them. */
export function certaintyOf(confidence: number, alike: boolean): Certainty {
  if (confidence > CERTAIN) return 'certain';
  return confidence > (alike ? SURE_OF_SEVERAL : SURE) ? 'sure' : 'unsure';
}

/** How likely words must be: in many reports of one thing less is needed. */
function neededOf(alike: boolean, articles: number): number {
  if (alike && articles >= MANY) return CONFIDENT_OF_MANY;
  return articles > 1 ? CONFIDENT_OF_SEVERAL : CONFIDENT;
}

/**
 * Words need confidence in the words; a passage only has to speak of what is asked.
 * @param alike the articles are reports of one thing (`areAlike`)
 */
export function decide(question: AskedQuestion, decision: Features, models: Models, alike: boolean): Verdict {
  const confidence = chance(decision, models.confidence);
  const articles = Math.round(Math.exp(decision['articles'] ?? 0));
  const several = articles > 1;
  const wanted = wantsPassage(question, several, chance(readForm(question), models.form));
  const passage = wanted && chance(decision, models.relevance) > RELEVANT;
  const telling = question.kind !== 'yes-no' && !isRequest(question) && (decision['noSpan'] ?? 0) === 0;
  return {
    words: telling && confidence > neededOf(alike, articles) && (passage || !wanted),
    passage,
    unsure: telling && confidence > neededOf(alike, articles) * HALF,
    tentative: confidence <= LIKELY,
    certainty: certaintyOf(confidence, alike),
  };
}
