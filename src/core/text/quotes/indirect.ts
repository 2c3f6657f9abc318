/** Reported speech without quotation marks: "Watson said that …". Read as well, never shown in marks. */
import type { SentenceRun } from '../sentences.ts';
import type { Token } from '../tokens.ts';
import { type Clause, clauseFrom, speakerOf } from './clauses.ts';
import { isAuxiliary, isPreposition, isSpeechVerb, isTime } from './grammar.ts';
import { type Phrase, phraseFrom } from './mentions.ts';

export interface Reported {
  readonly content: Phrase;
  readonly clause: Clause;
}

/** Verbs that report what somebody said, rather than that somebody spoke. */
const REPORTING = new Set(
  'said says say told tells added adds announced announces claimed claims claim argued argues warned warns noted notes insisted insists acknowledged acknowledges admitted admits confirmed confirms denied denies stated states wrote writes explained explains predicted predicts suggested suggests reported reports believe believes believed testified promised promises pledged vowed tweeted'.split(
    ' ',
  ),
);

/** The reported speech of one sentence that holds no quotation, or null. */
export function findReported(tokens: readonly Token[], { first, last }: SentenceRun): Reported | null {
  for (let i = first + 1; i < last; i++) {
    if (!REPORTING.has(tokens[i]?.lower ?? '') || !isSpeechVerb(tokens, i)) continue;
    const trailing = trailingFrom(tokens, i, first, last);
    if (trailing) return trailing;
    const clause = leading(tokens, i, first, last);
    if (clause) return clause;
  }
  return null;
}

/** "…, Watson said." */
function trailingFrom(tokens: readonly Token[], verb: number, first: number, last: number): Reported | null {
  for (let comma = verb - 1; comma > first + 2 && comma > verb - 8; comma--) {
    if (tokens[comma]?.word !== ',') continue;
    const clause = clauseFrom(tokens, comma + 1);
    if (clause?.speaker?.first !== comma + 1 || clause.cue.first !== verb) return null;
    return last - clause.cue.last <= 6
      ? { content: { first, last: comma }, clause: { ...clause, first: comma } }
      : null;
  }
  return null;
}

/** "Watson said (that) …" */
function leading(tokens: readonly Token[], verb: number, first: number, last: number): Reported | null {
  const speaker = speakerOf(tokens, verb, first, last);
  if (!speaker || speaker.last > verb) return null;
  let from = verb + 1;
  if (/^(?:told|tells)$/.test(tokens[verb]?.lower ?? '')) from = phraseFrom(tokens, from, last)?.last ?? from;
  while (from < last && (isTime(tokens[from]) || (tokens[from]?.lower === 'on' && isTime(tokens[from + 1]))))
    from++;
  const next = tokens[from];
  if (!next || next.kind === 'end' || isPreposition(next) || isAuxiliary(next) || next.word === ',')
    return null;
  const end = tokens[last - 1]?.kind === 'end' ? last - 1 : last;
  if (end - from < 3) return null;
  const cue = { first: verb, last: verb + 1 };
  return {
    content: { first: from, last: end },
    clause: { cue, speaker, first: speaker.first, last: verb + 1 },
  };
}
