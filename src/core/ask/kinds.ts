/** What words must look like to answer a question of a kind, however well the rest fits. */
import type { AskedQuestion } from './question.ts';
import type { ScoredSpan } from './spans.ts';

const TIME =
  /\d|\b(?:century|centuries|decades?|years?|months?|weeks?|days?|today|yesterday|tomorrow|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|night|midnight|christmas|easter)\b/i;
/** What "how long" and "how far" are measured in: times and lengths. */
const LONG =
  /\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries|generations?|inch(?:es)?|foot|feet|yards?|miles?|pages?|(?:centi|milli|kilo)?(?:metre|meter)s?|c?m|km|until|since|forever|indefinitely)\b/i;
/** Right behind a number its unit stands: "four" of "four days". */
const UNIT_REACH = 14;

function lacksUnit({ text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!/\bhow (?:long|far)\b/i.test(text)) return false;
  return !LONG.test(span.text + span.sentence.text.slice(span.end, span.end + UNIT_REACH));
}

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
  if (lacksUnit(question, span)) return false;
  if (kind === 'date') return candidate.kind === 'date' || TIME.test(span.text);
  if (kind === 'quote') return candidate.kind === 'quotation';
  return kind !== 'reason' || candidate.kind === 'clause';
}
