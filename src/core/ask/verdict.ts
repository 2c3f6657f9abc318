/** Whether to answer, and with what: better silent than wrong, and better found than silent. */
import { readForm } from './form.ts';
import type { Features } from './linear.ts';
import { chance, type Models } from './models.ts';
import { type AskedQuestion, explains } from './question.ts';

/** What may be given as the answer; neither: silence. */
export interface Verdict {
  readonly words: boolean;
  readonly passage: boolean;
}

// bench/train-answers.ts prints what other thresholds give.
/** Who asks so wants a passage. */
const WANTED = 0.65;
/** The passages speak of what is asked. */
const RELEVANT = 0.33;
/** The words found are the ones asked for: a wrong answer costs a newsroom more than silence. */
const CONFIDENT = 0.28;
/** Where several articles speak of it, one of them is likelier to say it. */
const CONFIDENT_OF_SEVERAL = 0.15;

/** Words need confidence in the words; a passage only has to speak of what is asked. */
export function decide(question: AskedQuestion, decision: Features, models: Models): Verdict {
  const confidence = chance(decision, models.confidence);
  const several = (decision['articles'] ?? 0) > 0;
  const wantsPassage =
    question.kind === 'yes-no' ||
    (several && explains(question.kind)) ||
    chance(readForm(question), models.form) > WANTED;
  const needed = several ? CONFIDENT_OF_SEVERAL : CONFIDENT;
  const passage = wantsPassage && chance(decision, models.relevance) > RELEVANT;
  const sure = question.kind !== 'yes-no' && confidence > needed && (decision['noSpan'] ?? 0) === 0;
  return { words: sure && (passage || !wantsPassage), passage };
}
