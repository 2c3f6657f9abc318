/** Which part of a phrase can be who spoke. */
import { WEEKDAY } from '../calendar.ts';
import type { Token } from '../tokens.ts';
import { isAdverb, isAuxiliary } from './grammar.ts';
import type { Phrase } from './mentions.ts';

/** Words that open a sentence with a capital and are nobody, however like a name they stand there. */
const NOBODY =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|last|less|more|such|sometimes)$/;
const NO_SUBJECT = /^(?:not|no|also|then|there|so|only|even|still|just|gone|been|done|about|as|than|of|to)$/;
/** "Friday morning" before somebody. */
const WHEN = new RegExp(`^(?:${WEEKDAY}|today|yesterday|tonight|morning|afternoon|evening|night)$`, 'i');

/** A phrase without the time before it; null where what is left is nobody: "Six killed in blast", "Friday prayers", "this week". */
export function speakable(tokens: readonly Token[], { first, last }: Phrase): Phrase | null {
  let from = first;
  while (from < last && WHEN.test(tokens[from]?.lower ?? '')) from++;
  if (from > first && !tokens.slice(from, last).some(({ capital }) => capital)) return null;
  const only = last - from === 1 ? tokens[from] : undefined;
  const head = only?.lower ?? '';
  if (only?.capital && !head.endsWith('ly') && (NOBODY.test(head) || isAdverb(only))) return null;
  // A verb, a negation or a number alone was read for want of a subject.
  if (only && (only.kind !== 'word' || NO_SUBJECT.test(head) || (isAuxiliary(only) && !only.capital)))
    return null;
  const span = last - first === 2 && /^(?:this|last|next)$/.test(tokens[first]?.lower ?? '');
  if (
    span &&
    /^(?:week|weekend|month|year|summer|winter|spring|autumn|fall)$/.test(tokens[last - 1]?.lower ?? '')
  )
    return null;
  return from < last ? { first: from, last } : null;
}
