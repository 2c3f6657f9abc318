/** What words must look like to answer a question of a kind, however well the rest fits. */
import type { AskedQuestion } from './question.ts';
import type { ScoredSpan } from './spans.ts';

const TIME =
  /\d|\b(?:century|centuries|decades?|years?|months?|weeks?|days?|today|yesterday|tomorrow|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|night|midnight|christmas|easter)\b/i;
const DURATION =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?|generations?|since|until)\b/i;
const DISTANCE =
  /\b(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|m|cm|mm|feet|foot|ft|inch(?:es)?|yards?|blocks?|light[- ]years?)\b/i;

/** Units without which a number does not answer: "how long" is no age. */
const UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bhow long\b/i, new RegExp(`${DURATION.source}|${DISTANCE.source}`, 'i')],
  [/\bhow far\b/i, new RegExp(`${DURATION.source}|${DISTANCE.source}`, 'i')],
];

/** Whether all that words say is in the question already, or they name somebody whom it names: no answer to who or what. */
function repeats({ kind, named, text }: AskedQuestion, { features, terms }: ScoredSpan): boolean {
  if ((features['onlyRepeats'] ?? 0) > 0) return true;
  // "Who is Lang's wife?" is not answered by Victor Lang.
  return kind === 'person' && !/\bname\b/i.test(text) && terms.some((term) => named.has(term));
}

/** Whether words can be an answer of the kind that is asked for: a time for "when", a clause for "why". */
export function isPossible(question: AskedQuestion, span: ScoredSpan): boolean {
  const { kind, text } = question;
  const { candidate, features } = span;
  if ((features['misfit'] ?? 0) > 0 || repeats(question, span)) return false;
  // "York" of "New York".
  if ((features['cutBefore'] ?? 0) > 0 && candidate.last - candidate.first === 1) return false;
  // "Karvia's alliance won": Karvia did not.
  if ((features['owns'] ?? 0) > 0 && !/\bwhose\b|['’]s\b/i.test(text)) return false;
  if (UNITS.some(([asked, unit]) => asked.test(text) && !unit.test(span.text))) return false;
  if (kind === 'date') return candidate.kind === 'date' || TIME.test(span.text);
  if (kind === 'quote') return candidate.kind === 'quotation';
  return kind !== 'reason' || candidate.kind === 'clause';
}
