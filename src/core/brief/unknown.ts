/** What the articles themselves say is not known. */
import { parseNotKnown } from './compare/certainty.ts';
import { type Desk, stateLine } from './desk.ts';
import { type Line, overlap, placeOf } from './lines.ts';
import { showAlone } from './sentences/alone.ts';
import type { Comparison, Statement } from './types.ts';

const MOST = 3;
const SAME = 0.5;
/** Somebody who says nothing is no sign that nobody knows. */
const SILENT =
  /\b(?:declined|refused) to|\b(?:did|would|could|do|does) not (?:say|know|disclose|reveal|specify|give)\b/i;

/** Only sentences that say so themselves; what is merely missing is never guessed. */
export function buildUnknown(desk: Desk, comparisons: readonly Comparison[]): Statement[] {
  // What another article does say is no open point: it is shown as a difference.
  const compared = new Set(comparisons.flatMap(({ sides }) => sides.map(({ passage }) => placeOf(passage))));
  const found: { readonly line: Line; readonly shown: string }[] = [];
  for (const line of desk.lines) {
    if (found.length >= MOST) break;
    if (compared.has(placeOf(line))) continue;
    if (!desk.plain.has(line) || parseNotKnown(line.text) === null || SILENT.test(line.text)) continue;
    const shown = showAlone(line, desk);
    if (shown === null || found.some((one) => overlap(one.line.sense, line.sense) >= SAME)) continue;
    if (desk.allowance.take(line)) found.push({ line, shown });
  }
  const reason = { score: 1, because: ['says that it is not known'], insteadOf: null };
  return found.map(({ line, shown }) => stateLine(desk, line, reason, desk.supportersOf(line), shown));
}
