/** Whether to answer, and with what: better silent than wrong, and better found than silent. */
import { readForm } from './form.ts';
import type { Features } from './linear.ts';
import { chance, type Models } from './models.ts';
import type { AskedQuestion } from './question.ts';

export type Verdict = 'words' | 'passage' | 'silent';

// bench/train-answers.ts prints what other thresholds give.
/** Who asks so wants a passage. */
const WANTED = 0.4;
/** The passages speak of what is asked. */
const RELEVANT = 0.38;
/** The words found are the ones asked for: a wrong answer costs a newsroom more than silence. */
const CONFIDENT = 0.28;

/** Words need confidence in the words; a passage only has to speak of what is asked. */
export function decide(question: AskedQuestion, decision: Features, models: Models): Verdict {
  const sure = chance(decision, models.confidence) > CONFIDENT;
  const wantsPassage = question.kind === 'yes-no' || chance(readForm(question), models.form) > WANTED;
  if (!wantsPassage) return sure ? 'words' : 'silent';
  if (chance(decision, models.relevance) <= RELEVANT) return 'silent';
  return sure && question.kind !== 'yes-no' ? 'words' : 'passage';
}
