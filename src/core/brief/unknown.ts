/** What the articles themselves say is not known. */
import { type Desk, stateLine } from './desk.ts';
import { isFit } from './fit.ts';
import { overlap } from './lines.ts';
import type { Statement } from './types.ts';

const MOST = 3;
const NOT_KNOWN =
  /\b(?:it (?:is|was|remains?) (?:still )?(?:unclear|unknown|uncertain|not (?:yet )?(?:clear|known))|(?:is|was|are|were|remains?) (?:still )?(?:unclear|unknown|not (?:yet |immediately )?(?:clear|known))|(?:no one|nobody) (?:yet )?knows|not immediately clear|has not (?:yet )?been (?:disclosed|released|determined|established|confirmed|announced)|have not (?:yet )?been (?:disclosed|released|determined|established|confirmed|announced|identified)|there (?:is|was) no (?:word|information|confirmation))\b/i;

/** Only sentences that say so themselves; what is merely missing is never guessed. */
export function buildUnknown(desk: Desk): Statement[] {
  const found: (typeof desk.lines)[number][] = [];
  for (const line of desk.lines) {
    if (found.length >= MOST) break;
    if (!NOT_KNOWN.test(line.text) || !isFit(line) || found.some((one) => overlap(one.set, line.set) > 0.5))
      continue;
    if (desk.allowance.take(line)) found.push(line);
  }
  return found.map((line) =>
    stateLine(desk, line, { score: 1, because: ['says that it is not known'], insteadOf: null }),
  );
}
