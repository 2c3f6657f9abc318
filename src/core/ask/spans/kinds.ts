/** What words must look like to answer a question of a kind, however well the rest fits. */
import type { Name } from '../../article.ts';
import { termOf } from '../../search/query.ts';
import { lengthOfDateline } from '../../text/dateline.ts';
import type { AskedQuestion } from '../question/question.ts';
import { NAMED_KINDS } from '../question/shape.ts';
import { measuresOther } from './measures.ts';
import { isReasoned } from './reasons.ts';
import { holdsDate, type ScoredSpan } from './spans.ts';
import { isTimeAsked } from './times.ts';
import { isUnfit } from './unfit.ts';

/** The name of a person that ends a span. */
function personOf({ end, sentence: { article, sentence } }: ScoredSpan): Name | undefined {
  const last = sentence.start + end;
  return article.analysis.names.find(
    (name) => name.kind === 'person' && name.start < last && last <= name.end,
  );
}

/** "Ostry quarry", "Ostry lookout": called after where it is, and nobody, whatever else its noun may mean. */
function isCalledAfter({ start, end, sentence: { article, sentence } }: ScoredSpan): boolean {
  const [from, to] = [sentence.start + start, sentence.start + end];
  return article.analysis.names.some(
    (name) => name.start === from && name.end < to && name.kind !== 'person',
  );
}

/** Whether all that words say is in the question already, or they name somebody whom it names: no answer to who or what. */
function repeats(question: AskedQuestion, span: ScoredSpan): boolean {
  const { kind, named, text } = question;
  const { features, terms, candidate } = span;
  if ((features['onlyRepeats'] ?? 0) > 0) return true;
  // "What was the vote on impeaching Lang?" is not answered by Governor Lang.
  if (candidate.kind !== 'clause' && named.has(terms.at(-1) ?? '') && personOf(span) !== undefined)
    return true;
  // "Who is Lang's wife?" is not answered by Victor Lang.
  return kind === 'person' && !/\bname\b/i.test(text) && terms.some((term) => named.has(term));
}

/** Words for those who do something may share their stem with what they do: regulator and regulation. */
function mayBeDoer(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  return /(?:er|or|ist|ian|ant|ee|man|men|ess)s?$/.test(word) && termOf(word) !== word.replace(/s$/, '');
}

/** WordNet's kinds of nouns that do nothing of their own will: no letter pardons anybody. */
const LIFELESS = [
  'act',
  'attribute',
  'cognition',
  'communication',
  'event',
  'feeling',
  'food',
  'process',
  'quantity',
  'shape',
  'state',
  'substance',
  'time',
];

const WHO_IS =
  /^[Ww]ho(?:['’]s| is| was) (?:the )?(?!.*['’]s\b)\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|of))* ?\?*$/u;

/** "Reed is the best candidate": an opinion of him; "a best-selling author" is none. */
const OPINION = /\b(?:best|better|worst|worse|greatest|wrong)\b(?!-)/i;

/** Whether words say what somebody is: a kind of person, beside the name or behind "is". Another name or an opinion does not. */
function saysWho({ candidate, features, text }: ScoredSpan): boolean {
  if (OPINION.test(text)) return false;
  const person = features['person:n:person'] !== undefined;
  const other = !person && Object.keys(features).some((name) => name.startsWith('person:n:'));
  const beside = features['describes'] !== undefined || features['apposition'] === 1;
  return candidate.kind === 'phrase' && ((beside && !other) || (person && (features['gapExact'] ?? 0) > 0.5));
}

/** Whether a thing is to answer who, a person where, or a name who somebody is. */
function isMisplaced({ text, kind }: AskedQuestion, span: ScoredSpan): boolean {
  const { features } = span;
  // "nine and 11" are nobody.
  if (kind === 'person' && !/\p{L}{2}/u.test(span.text.replace(COUNTS, ''))) return true;
  if (WHO_IS.test(text)) return !saysWho(span);
  if (kind === 'person') {
    const isLifeless = LIFELESS.some((noun) => features[`person:n:${noun}`] !== undefined);
    const isDescribed = /\bwhom?\b/i.test(text) && features['describes'] !== undefined;
    return isDescribed || (isLifeless && !/\bnames?\b/i.test(text) && !mayBeDoer(span.text));
  }
  if (kind !== 'place' || !/\bwhere\b/i.test(text)) return false;
  return personOf(span) !== undefined || (features['place:n:person'] !== undefined && !isCalledAfter(span));
}

const COUNTS = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|and|or|of|to)\b/gi;

/** Above this the sentence surely says who or what it is that did what the question asks. */
const MISSED = 0.7;

/** A number that counts or measures: not "the one", "one of them", "no one". */
const COUNTABLE =
  /\d|\b(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|[mbtr]+illions?|dozens?|half|halves|third|quarter|both|none|no|zero|single|once|twice|couple|several|few|many|most|all|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|(?<!\b(?:the|no|any|every|some|this|that|each) )\bone\b(?! of\b)/i;

/** Whether words can be an answer of the kind that is asked for: a time for "when", a clause for "why". */
export function isPossible(question: AskedQuestion, span: ScoredSpan): boolean {
  const { kind, text } = question;
  const { candidate, features } = span;
  if (repeats(question, span)) return false;
  // "York" of "New York".
  if ((features['cutBefore'] ?? 0) > 0 && candidate.last - candidate.first === 1) return false;
  // "Karvia's alliance won": Karvia did not.
  if ((features['owns'] ?? 0) > 0 && !/\bwhose\b|['’]s\b/i.test(text)) return false;
  // "since Emma Lund, who won the title": who else is named there did not win it.
  if (kind === 'person' && question.asksSubject && (features['gapMissed'] ?? 0) > MISSED) return false;
  // "turning to the one place" counts nothing.
  if (kind === 'number' && !COUNTABLE.test(span.text)) return false;
  if (measuresOther(question, span) || isMisplaced(question, span) || isUnfit(question, span)) return false;
  // "LIMA, March 4 (Reuters) -" is no part of what is told.
  if (span.start < lengthOfDateline(span.sentence.text)) return false;
  // "the regulator on Thursday" says when, too.
  if (NAMED_KINDS.has(kind) && holdsDate(span)) return false;
  if (kind === 'date') return isTimeAsked(question, span);
  if (kind === 'quote') return candidate.kind === 'quotation';
  if (kind === 'place' && candidate.kind === 'clause' && /^(?:to|by) /i.test(span.text)) return false;
  // "to hackers" says to whom, and "to stop them" for what.
  if (kind === 'manner' && /^to /i.test(span.text)) return features['manner:p0:PART'] !== undefined;
  if (kind !== 'reason') return true;
  // "The mayor called after the speech" gives no reason for his call, and what stands behind "because" does.
  if (candidate.kind !== 'clause' || span.terms[0] === question.verb || !isReasoned(span, question.verb))
    return false;
  return (features['repeats'] ?? 0) <= 0.5 && !/.\bbecause\b/i.test(span.text);
}
