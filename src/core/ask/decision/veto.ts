/** What rules an answer out, however much else speaks for it: near misses about another thing, person or kind. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { CALENDAR } from '../../text/data/offices.ts';
import { type Matcher, SYNONYM } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { viewSentences } from '../sentences/sentence-view.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import type { TaggedWord } from '../words/tagging.ts';
import type { Certainty } from './verdict.ts';

/** Terms of a sentence, of those beside it and of the title: who "he" is often stands there. */
function termsAround(sentence: RankedSentence, ranked: readonly RankedSentence[]): Set<string> {
  const near = ranked.filter(
    ({ article, place }) => article === sentence.article && Math.abs(place - sentence.place) <= 1,
  );
  const terms = new Set(parseTerms(sentence.article.title ?? ''));
  for (const { terms: more } of [sentence, ...near]) for (const term of more) terms.add(term);
  return terms;
}

/** "Three monks" are an answer to how many people. */
const PEOPLE = new Set(['peopl', 'person']);
/** Words of one family begin so: "directed" and "director", "sentenced" and "sentencing". */
const FAMILY = 5;

export const isFamily = (one: string, other: string): boolean =>
  one.length >= FAMILY && one.slice(0, FAMILY) === other.slice(0, FAMILY);

/** Words of one event, of which any tells of it: a toll of those who were killed, a price for which something is sold. */
const EVENTS: readonly ReadonlySet<string>[] = [
  'death toll deaths died dies dead killed killing kills fatal fatalities casualties murdered murder slain',
  'cost costs price priced sells sold worth charges charged pays paid fee',
  'founded founder started starter launched established created',
].map((words) => new Set(parseTerms(words)));

const areOfOneEvent = (asked: string, term: string): boolean =>
  EVENTS.some((event) => event.has(asked) && event.has(term));

/** Whether a word may say what another of the question says. A synonym counts for a verb alone: stems of nouns are those of other words. */
function isRelated(asked: string, term: string, isVerb: boolean, { lexicon }: Matcher): boolean {
  if (asked === term || areOfOneEvent(asked, term) || (isVerb && lexicon.areSame(asked, term))) return true;
  return isFamily(asked, term);
}

/** Content words of the question that are no names: what it says of them. */
function predicateOf({ words, weights, named }: AskedQuestion): Map<string, TaggedWord['pos']> {
  const terms = new Map<string, TaggedWord['pos']>();
  for (const { term, pos } of words) {
    if (term !== null && weights.has(term) && !named.has(term) && /^(?:NOUN|VERB|ADJ|NUM)$/.test(pos))
      terms.set(term, pos);
  }
  return terms;
}

function namesAny(named: ReadonlySet<string>, { terms, article }: RankedSentence): boolean {
  return (
    terms.some((term) => named.has(term)) || parseTerms(article.title ?? '').some((term) => named.has(term))
  );
}

const TIMES: ReadonlySet<string> = new Set(parseTerms([...CALENDAR].join(' ')));

/** The names of which something is asked: "Ostry" of "Which Oslo club beat Ostry?", where "Oslo" only says which clubs are meant. */
function askedOf({ named: all, words }: AskedQuestion): ReadonlySet<string> {
  // "Last week" may be in April.
  const named = new Set([...all].filter((term) => !TIMES.has(term)));
  const asking = findAsking(words);
  if (!/^(?:which|what)$/.test(words[asking]?.lower ?? '')) return named;
  const end = words.findIndex(
    ({ pos, lower }, at) => at > asking && !/^(?:PROPN|NOUN|ADJ|NUM)$/.test(pos) && !/^['’]s?$/.test(lower),
  );
  const kinds = new Set(words.slice(asking + 1, end).flatMap(({ term }) => term ?? []));
  return new Set([...named].filter((term) => !kinds.has(term)));
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/** Whether a year is asked for of which neither the words around nor a date in the sentence nor the day of the report is. */
function isOfOtherYear(
  { text }: AskedQuestion,
  { article, dates }: RankedSentence,
  around: ReadonlySet<string>,
): boolean {
  const years: readonly string[] = text.match(YEAR) ?? [];
  const values = [article.published, ...dates.map(({ value }) => value)];
  return years.some((year) => !around.has(year) && !values.some((value) => value?.startsWith(year)));
}

/** "What is Project Lantern?": a name, and nothing else. */
const WHAT_IS =
  /^[Ww]hat(?:['’]s| is| was| are| were) (?:the )?\p{Lu}[\p{L}\p{N}.'’-]*(?: (?:(?:of|for|and) )?\p{Lu}[\p{L}\p{N}.'’-]*)* ?\?*$/u;

/** Whether words stand beside the name, as "the campaign Project Lantern", or behind "is". */
function saysWhat({ features }: ScoredSpan): boolean {
  const beside = features['describes'] !== undefined || features['apposition'] === 1;
  return beside || (features['gapExact'] ?? 0) > 0.5;
}

/**
 * True where the words found cannot be the answer: what is counted is not spoken of (ten times are no answer to how many
 * lorries); what something is is not said beside its name; nothing of what the question says about its names is; or none of
 * its names is near.
 * @param certainty sure: the words are likelier right than the last of these rules, and than that of what is counted; certain: also than
 * that of what is said about the names
 */
export function isRuledOut(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  best: ScoredSpan,
  matcher: Matcher,
  certainty: Certainty = 'unsure',
): boolean {
  const around = termsAround(best.sentence, ranked);
  const { kind, focus } = question;
  const named = askedOf(question);
  const isFocus = (term: string): boolean => {
    const match = matcher.find(term);
    // What is only of like meaning (ships, crews) is not counted as the thing itself.
    if (match?.term === focus && match.share >= SYNONYM) return true;
    if (areOfOneEvent(focus ?? '', term)) return true;
    return PEOPLE.has(focus ?? '') && matcher.lexicon.kindOf(term) === 'person';
  };
  if (WHAT_IS.test(question.text) && !saysWhat(best)) return true;
  if (isOfOtherYear(question, best.sentence, around)) return true;
  const predicate = predicateOf(question);
  const isSaid = ([asked, pos]: readonly [string, TaggedWord['pos']]): boolean =>
    [...around].some((term) => isRelated(asked, term, pos === 'VERB', matcher));
  if (certainty !== 'certain' && named.size > 0 && predicate.size > 0 && ![...predicate].some(isSaid))
    return true;
  if (named.size > 0 && !ranked.some((one) => namesAny(named, one))) return true;
  if (certainty !== 'unsure') return false;
  const isCounted = best.features['counted'] === 1 || around.has(focus ?? '') || [...around].some(isFocus);
  if (kind === 'number' && focus !== null && !isCounted) return true;
  return named.size > 0 && ![...named].some((term) => around.has(term));
}

/** Whether the articles have all names of a question: what they never name they neither affirm nor deny. */
export function namesAll({ named }: AskedQuestion, articles: readonly ReadArticle[]): boolean {
  const missing = new Set(named);
  for (const { title } of articles) for (const term of parseTerms(title ?? '')) missing.delete(term);
  for (const sentences of viewSentences(articles)) {
    // Mostly the first articles have them all.
    if (missing.size === 0) return true;
    for (const { terms } of sentences) for (const term of terms) missing.delete(term);
  }
  return missing.size === 0;
}
