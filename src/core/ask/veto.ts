/** What rules an answer out, however much else speaks for it: near misses about another thing, person or kind. */
import type { ReadArticle } from '../article.ts';
import { parseTerms, termOf } from '../search/query.ts';
import type { RankedSentence } from './evidence.ts';
import type { Matcher } from './likeness.ts';
import type { AskedQuestion } from './question.ts';
import type { ScoredSpan } from './spans.ts';

/** Terms of a sentence, of those beside it and of the title: who "he" is often stands there. */
function termsAround(sentence: RankedSentence, ranked: readonly RankedSentence[]): Set<string> {
  const { sentences } = sentence.article.analysis;
  const at = sentences.indexOf(sentence.sentence);
  const near = ranked.filter(
    ({ article, sentence: other }) =>
      article === sentence.article && Math.abs(sentences.indexOf(other) - at) <= 1,
  );
  const terms = new Set(parseTerms(sentence.article.title ?? ''));
  for (const { terms: more } of [sentence, ...near]) for (const term of more) terms.add(term);
  return terms;
}

/** A synonym is counted as the thing itself; what is only of like meaning (ships, crews) is not. */
const SAME = 0.8;

/** Content words of the question that are no names: what it says of them. */
function predicateOf({ words, weights, named }: AskedQuestion): Set<string> {
  const terms = new Set<string>();
  for (const { word, pos } of words) {
    const term = termOf(word);
    if (term !== null && weights.has(term) && !named.has(term) && /^(?:NOUN|VERB|ADJ|NUM)$/.test(pos))
      terms.add(term);
  }
  return terms;
}

const TIME =
  /\d|\b(?:century|centuries|decades?|years?|months?|weeks?|days?|today|yesterday|tomorrow|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|night|midnight|christmas|easter)\b/i;

/** What "how long" is measured in: times and lengths. */
const LONG =
  /\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries|generations?|inch(?:es)?|foot|feet|yards?|miles?|pages?|(?:centi|milli|kilo)?(?:metre|meter)s?|c?m|km|until|since|forever|indefinitely)\b/i;
/** Right behind a number its unit stands: "four" of "four days". */
const UNIT_REACH = 14;
/** Whether words can be an answer of the kind that is asked for: a time for "when", a clause for "why". */
export function isPossible(question: AskedQuestion, span: ScoredSpan): boolean {
  const { candidate, features, text } = span;
  const { kind } = question;
  if ((features['misfit'] ?? 0) > 0) return false;
  const after = span.sentence.text.slice(span.end);
  if (asksHowLong(question) && !LONG.test(text + after.slice(0, UNIT_REACH))) return false;
  // "York" of "New York".
  if ((features['cutBefore'] ?? 0) > 0 && candidate.last - candidate.first === 1) return false;
  if (kind === 'date') return candidate.kind === 'date' || TIME.test(text);
  return kind !== 'reason' || candidate.kind === 'clause';
}

function asksHowLong({ words }: AskedQuestion): boolean {
  return words[0]?.lower === 'how' && words[1]?.lower === 'long';
}

/**
 * True where the words found cannot be the answer: what is counted is not spoken of (ten times are no answer to how many
 * lorries); nothing of what the question says about its names is; or none of its names is near.
 */
export function isRuledOut(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  best: ScoredSpan,
  matcher: Matcher,
): boolean {
  const around = termsAround(best.sentence, ranked);
  const { kind, focus, named } = question;
  const isFocus = (term: string): boolean => {
    const match = matcher.find(term);
    return match?.term === focus && match.share >= SAME;
  };
  if (kind === 'number' && focus !== null && !around.has(focus) && ![...around].some(isFocus)) return true;
  if (named.size === 0) return false;
  if (![...named].some((term) => around.has(term))) return true;
  const predicate = predicateOf(question);
  return predicate.size > 0 && ![...predicate].some((term) => around.has(term));
}

/** Whether the articles have all names of a question: what they never name they neither affirm nor deny. */
export function namesAll({ named }: AskedQuestion, articles: readonly ReadArticle[]): boolean {
  const said = new Set(articles.flatMap(({ title, text }) => parseTerms(`${title ?? ''} ${text}`)));
  return [...named].every((term) => said.has(term));
}
