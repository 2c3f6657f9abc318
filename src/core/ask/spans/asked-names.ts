/** Whether words are the name that is asked for: of somebody, of two towns, of the one whose it is. */
import { termOf } from '../../search/query.ts';
import { OFFICES, ORGANISATION_WORDS } from '../../text/data/offices.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import { kindOfNoun } from '../question/shape.ts';
import { SOMEBODY } from '../words/somebody.ts';
import { holdsDate, type ScoredSpan } from './spans.ts';

const CAPITAL = /\p{Lu}/u;

const NAMED: ReadonlySet<string> = new Set(['person', 'place', 'organisation']);
const ALIKE = 0.35;

/** "50" for "which towns", "a long time" for "which bank": no name, and nothing like what the noun names. */
function isNoneOfThem({ kind, text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!NAMED.has(kind)) return false;
  if (/^[\d.,]+$/.test(span.text)) return true;
  if (kind === 'person' || !/\b(?:which|what)\b/i.test(text) || CAPITAL.test(span.text)) return false;
  return (span.features['headLikeFocus'] ?? 1) < ALIKE;
}

/** Small words inside names. */
const JOINTS = /^(?:of|and|the|for|in|on|to|a|an|de|la|von|van|der|al|bin)$/;
const ASKS_NAME = /\bwhat(?:['’]?s| is| are| was| were) (?:the )?(?:\p{L}+ )?(?:names?|titles?) of\b/iu;

/** "What is the name of the engineer?" */
export function asksNameOfPerson({ kind, text, words }: AskedQuestion): boolean {
  if (!ASKS_NAME.test(text)) return false;
  const of = words.findIndex(({ lower }) => lower === 'of');
  const noun = words.find(({ pos }, at) => at > of && pos === 'NOUN');
  const isSomebody =
    kindOfNoun(noun) === 'person' || OFFICES.has(noun?.lower ?? '') || /(?:man|men)$/.test(noun?.lower ?? '');
  return kind === 'person' || isSomebody;
}

/** It is answered by a name: of nothing else where somebody is asked for. */
function isNoName(question: AskedQuestion, span: ScoredSpan): boolean {
  if (!ASKS_NAME.test(question.text)) return false;
  if (/^(?:clause|adjective)$/.test(span.candidate.kind)) return true;
  const small = span.text
    .split(/\s+/)
    .filter(
      (word) =>
        /\p{L}/u.test(word) && (!CAPITAL.test(word) || /-\p{Ll}+ed$/u.test(word)) && !JOINTS.test(word),
    );
  if (small.length > 0 && !/["“‘']$/.test(span.sentence.text.slice(0, span.start))) return true;
  if (!asksNameOfPerson(question)) return false;
  if (!CAPITAL.test(span.text)) return true;
  return holdsDate(span) || span.candidate.kind === 'organisation' || span.candidate.kind === 'place';
}

const OWNER = /(?<!\p{L})(\p{Lu}[\p{L}-]+)['’]s?(?!\p{L})/u;

/** "Brandt's 17" is not how many Lund has. */
function isOfOther({ text, named }: AskedQuestion, span: ScoredSpan): boolean {
  const owner = OWNER.exec(span.text);
  if (owner === null || owner.index > 0 || !OWNER.test(text)) return false;
  return !named.has(termOf(owner[1] ?? '') ?? '');
}

/** "Velmar" of "the Velmar singer" won nothing: she did. */
function isWhence({ kind }: AskedQuestion, { candidate, sentence, end }: ScoredSpan): boolean {
  const next = /^ (\p{Ll}[\p{L}-]+)/u.exec(sentence.text.slice(end))?.[1] ?? '';
  return kind === 'person' && candidate.kind === 'other' && (OFFICES.has(next) || SOMEBODY.test(next));
}

const WHICH_TWO =
  /\b(?:which|what) (?:(?:are|were) the )?(?:names of )?(?:the )?(?:two|three|four|five|six)\b/i;

const JOINED = /,|&|\band\b/;
const JOINED_NAMES = /\p{Lu}.*(?:,|&|\band\b).*\p{Lu}/u;

/** "Which two towns?" is not answered by one, nor by anything that is joined. */
function isOneOfThem({ text, kind }: AskedQuestion, { text: said, candidate }: ScoredSpan): boolean {
  if (!WHICH_TWO.test(text) || candidate.kind === 'clause') return false;
  return !(NAMED.has(kind) ? JOINED_NAMES : JOINED).test(said);
}

/** No house is a judge. */
function isHouse({ kind, words }: AskedQuestion, { candidate, text: said }: ScoredSpan): boolean {
  if (kind !== 'person') return false;
  const asking = findAsking(words);
  if (!/^(?:which|what)$/.test(words[asking]?.lower ?? '')) return false;
  const noun = words.find(({ pos }, at) => at > asking && pos === 'NOUN')?.lower ?? '';
  const last = said.slice(said.lastIndexOf(' ') + 1).toLowerCase();
  return OFFICES.has(noun) && (candidate.kind === 'organisation' || ORGANISATION_WORDS.has(last));
}

/** "Not alone" is nobody. */
function isNobody({ kind, text }: AskedQuestion, { candidate, text: said }: ScoredSpan): boolean {
  if (kind !== 'person' || !/\bwhom?\b/i.test(text) || CAPITAL.test(said)) return false;
  return candidate.kind === 'quotation' || candidate.kind === 'adjective';
}

/** Whether words are none of the names that can be meant. */
export function isOtherName(question: AskedQuestion, span: ScoredSpan): boolean {
  return (
    isNoneOfThem(question, span) ||
    isHouse(question, span) ||
    isNobody(question, span) ||
    isNoName(question, span) ||
    isOfOther(question, span) ||
    isWhence(question, span) ||
    isOneOfThem(question, span)
  );
}
