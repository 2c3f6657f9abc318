/** Whether words are the name that is asked for: of somebody, of two towns, of the one whose it is. */
import { entityOf } from '../../article.ts';
import { parseTerms, termOf } from '../../search/query.ts';
import { OFFICES, ORGANISATION_WORDS } from '../../text/data/offices.ts';
import { HAS_CURRENCY } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import { kindOfNoun, NAMED_KINDS } from '../question/shape.ts';
import { holdsDate, type ScoredSpan } from './spans.ts';

const CAPITAL = /\p{Lu}/u;

const ALIKE = 0.35;

/** "50" for "which towns", "a long time" for "which bank": no name, and nothing like what the noun names. */
function isNoneOfThem({ kind, text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!NAMED_KINDS.has(kind)) return false;
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

const ASKS_CALLED = /\bwhat(?:['’]?s| is| are| was| were) [^?]{2,80} called[?.\s]*$/iu;
/** Right before a name: it is said to be one. */
const CALLED =
  /\b(?:call(?:ed|s)|named?|names (?:are|were)|name (?:is|was)|titled|entitled|dubbed|nicknamed|known as|christened):?\s*["“‘'*_]?$/iu;
/** How near a word that is like the noun must stand to a name: next to it, or it is the same two words away. */
const BESIDE = 0.25;

/** Whoever is named is one, and so is whatever. */
const ANYBODY: ReadonlySet<string> = new Set(
  parseTerms('person man woman people men women boy girl child name title'),
);

/** A name belongs to the noun that it stands beside, or that is the role of whoever bears it: "a dog named Star", "the captain, Ada Reed". */
function isBesideNoun(
  { focus }: AskedQuestion,
  { features, terms, sentence, start, end }: ScoredSpan,
): boolean {
  if (focus === null || terms.includes(focus) || ANYBODY.has(focus)) return true;
  if (CALLED.test(sentence.text.slice(0, start))) return true;
  if ((features['nearLikeFocus'] ?? 0) >= BESIDE || (features['likeFocus'] ?? 0) >= 2 * BESIDE) return true;
  const [from, to] = [sentence.sentence.start + start, sentence.sentence.start + end];
  const bearer = sentence.article.analysis.names.find((name) => name.start < to && from < name.end);
  return parseTerms(entityOf(sentence.article, bearer)?.role ?? '').includes(focus);
}

/** It is answered by a name, beside what has it: of nothing else where somebody is asked for. */
function isNoName(question: AskedQuestion, span: ScoredSpan): boolean {
  const asksName = ASKS_NAME.test(question.text);
  if (!asksName && !ASKS_CALLED.test(question.text)) return false;
  if (!isBesideNoun(question, span) || HAS_CURRENCY.test(span.text) || !/\p{L}/u.test(span.text)) return true;
  if (!asksName) return false;
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

/** "Norda's founder, Ada Reed," founded Norda and not what is asked about. */
function isAgentOfOther({ kind, verb, named }: AskedQuestion, { sentence, start }: ScoredSpan): boolean {
  if (kind !== 'person' || verb === null || named.size === 0) return false;
  const [, owner = '', agent = ''] =
    /(\p{Lu}[\p{L}-]+)['’]s (?:\p{Ll}[\p{L}-]+ )?(\p{Ll}+),? $/u.exec(sentence.text.slice(0, start)) ?? [];
  return agent.startsWith(verb) && agent.length > verb.length && !named.has(termOf(owner) ?? '');
}

const WHICH_TWO =
  /\b(?:which|what) (?:(?:are|were) the )?(?:names of )?(?:the )?(?:two|three|four|five|six)\b/i;

const JOINED = /,|&|\band\b/;
const JOINED_NAMES = /\p{Lu}.*(?:,|&|\band\b).*\p{Lu}/u;

/** "Which two towns?" is not answered by one, nor by anything that is joined. */
function isOneOfThem({ text, kind }: AskedQuestion, { text: said, candidate }: ScoredSpan): boolean {
  if (!WHICH_TWO.test(text) || candidate.kind === 'clause') return false;
  return !(NAMED_KINDS.has(kind) ? JOINED_NAMES : JOINED).test(said);
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

/** "Boats of Ostry", and nothing else in quotation marks, is what somebody made, and not who. */
function isTitle({ kind, text }: AskedQuestion, { sentence, start, end }: ScoredSpan): boolean {
  if (kind !== 'person' || !/\bwhom?\b/i.test(text)) return false;
  return /["“]$/.test(sentence.text.slice(0, start)) && /^[,.]?["”]/.test(sentence.text.slice(end));
}

/** What whoever is asked for is, or becomes: "as mayor", "was named mayor", "the job of mayor". */
const BECOMES =
  /\b(?:as|be|become|became|named|elected|appointed|made|called|(?:job|post|role|title|position|office) of)(?: (?:an?|the|its|his|her|their))?(?: [\p{L}'’-]+){0,4} ?$/iu;

/** Whether "Whose horse …", "Who sold the horse?" speaks of a horse that is somebody else's: not so "Who is the mayor …". */
function speaksOf(noun: string, { words, text, focus }: AskedQuestion): boolean {
  const asking = findAsking(words);
  const at = words.findIndex(({ lower, pos }, place) => place > asking && pos === 'NOUN' && lower === noun);
  const word = words[at];
  if (word === undefined || word.term === focus || BECOMES.test(text.slice(0, word.start))) return false;
  if (words[asking]?.lower === 'whose') return true;
  const isBe = /^(?:is|are|was|were|['’]s)$/.test(words[asking + 1]?.lower ?? '');
  return !isBe || words.slice(asking + 2, at).some(({ pos }) => /^(?:VERB|ADP|AUX)$/.test(pos));
}

/** "The horse, Lucky Break," names the horse that the question speaks of: not whose it was, nor who sold it, nor for which sum. */
function namesOther(question: AskedQuestion, { sentence, start, text }: ScoredSpan): boolean {
  const asks = question.words[findAsking(question.words)]?.lower ?? '';
  if (ASKS_NAME.test(question.text) || ASKS_CALLED.test(question.text)) return false;
  const isAsked = /^(?:which|what)$/.test(asks) ? question.focus !== null : /^who(?:m|se)?$/.test(asks);
  if (!isAsked || !CAPITAL.test(text)) return false;
  const [, noun] = /(?:^|\s)(\p{L}+),? $/u.exec(sentence.text.slice(0, start)) ?? [];
  return noun !== undefined && speaksOf(noun.toLowerCase(), question);
}

/** Whether words are none of the names that can be meant. */
export function isOtherName(question: AskedQuestion, span: ScoredSpan): boolean {
  return (
    isNoneOfThem(question, span) ||
    isHouse(question, span) ||
    isTitle(question, span) ||
    namesOther(question, span) ||
    isNoName(question, span) ||
    isAgentOfOther(question, span) ||
    isOneOfThem(question, span)
  );
}
