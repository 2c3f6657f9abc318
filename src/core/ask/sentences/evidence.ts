/** How much each sentence of the articles speaks of what is asked. */
import { parseTerms } from '../../search/query.ts';
import { type Features, type Weights, weigh } from '../models/linear.ts';
import type { Matcher } from '../question/likeness.ts';
import { measureOf } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import { cosine } from '../words/lexicon/lexicon.ts';
import { readFit } from './sentence-fit.ts';
import { readForm } from './sentence-form.ts';
import type { SentenceView } from './sentence-view.ts';
import { type AskedTerms, isHeld, numberTerms, rarities, sharesOf, softly } from './shares.ts';
import { type AskedArticle, readStandings } from './standing.ts';

export interface RankedSentence extends SentenceView {
  readonly features: Features;
  readonly score: number;
}

/** Share of the question's neighbouring words that are neighbours here too. */
function sharedPairs(terms: readonly string[], order: readonly string[]): number {
  if (order.length < 2) return 0;
  const pairs = new Set<string>();
  for (let i = 1; i < terms.length; i++) pairs.add(`${terms[i - 1]} ${terms[i]}`);
  let shared = 0;
  for (let i = 1; i < order.length; i++) if (pairs.has(`${order[i - 1]} ${order[i]}`)) shared += 1;
  return shared / (order.length - 1);
}

/** What is the same for all articles. */
interface Asked {
  readonly question: AskedQuestion;
  /** Its text in small letters. */
  readonly asked: string;
  readonly matcher: Matcher;
  readonly terms: AskedTerms;
  readonly about: Float32Array;
  readonly measure: RegExp | undefined;
}

interface ViewedArticle extends AskedArticle {
  readonly views: readonly SentenceView[];
}

interface Context extends Asked, ViewedArticle {
  /** Weights of the terms as shares of one, and the same with more for those that few sentences have. */
  readonly even: Float64Array;
  readonly rare: Float64Array;
  /** Share of the question's weight that the article has anywhere. */
  readonly inArticle: number;
  /** What the article as a whole speaks of, beside the others. */
  readonly standing: Features;
}

/** Features of a sentence against a question; shares are of the question's weight, so 0 to 1. */
function readFeatures(view: SentenceView, place: number, context: Context): Features {
  const { question, terms, inArticle, matcher, even, rare, shares, inTitle } = context;
  const { verb, focus } = question;
  const { weights, named, total } = terms;
  const [here, before, after] = [shares[place], shares[place - 1], shares[place + 1]];
  let [sum, byTitle, byNear, count, namedHere, namedAll] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    namedAll += named[i] ?? 0;
    if (isHeld(here, i)) {
      sum += weight;
      count += 1;
      namedHere += named[i] ?? 0;
    } else if (isHeld(inTitle, i)) byTitle += weight;
    else if (isHeld(before, i) || isHeld(after, i)) byNear += weight;
  }
  const covered = sum / total;
  const own = new Set(view.terms);
  let opposite = 0;
  for (const term of own) if (matcher.findOpposite(term) !== undefined) opposite += 1;
  return {
    covered,
    coveredSquared: covered * covered,
    byTitle: byTitle / total,
    byNear: byNear / total,
    inArticle,
    named: namedAll === 0 ? covered : namedHere / namedAll,
    pairs: sharedPairs(view.terms, question.order),
    verb: verb !== null && (here?.[terms.places.get(verb) ?? -1] ?? 0) > 0 ? 1 : 0,
    focus: focus !== null && own.has(focus) ? 1 : 0,
    dense: sum === 0 ? 0 : count / Math.max(4, own.size),
    length: Math.log(1 + view.terms.length) / 4,
    first: place === 0 ? 1 : 0,
    early: 1 / (1 + place),
    soft: softly(even, here),
    softTitle: softly(even, here, inTitle),
    softWindow: softly(even, here, before, after, inTitle),
    softBefore: softly(even, before),
    softAfter: softly(even, after),
    rare: softly(rare, here),
    rareTitle: softly(rare, here, inTitle),
    rareWindow: softly(rare, here, before, after, inTitle),
    about: cosine(context.about, matcher.lexicon.sum(own)),
    opposite: Math.min(2, opposite),
    ...context.standing,
    ...readFit(view, context, [here, before, shares[place - 2]]),
    ...readForm(view, question.kind),
  };
}

function readArticle(views: readonly SentenceView[], { matcher, terms }: Asked): ViewedArticle {
  const article = views[0]?.article;
  return {
    article,
    views,
    shares: views.map((view) => sharesOf(view.terms, matcher, terms)),
    inTitle: sharesOf(parseTerms(article?.title ?? ''), matcher, terms),
  };
}

/** Share of the question's weight whose very words an article has in its title or text. */
function heldByArticle({ weights, total }: AskedTerms, { shares, inTitle }: AskedArticle): number {
  let sum = 0;
  weights.forEach((weight, place) => {
    if (isHeld(inTitle, place) || shares.some((one) => isHeld(one, place))) sum += weight;
  });
  return sum / total;
}

/** Of more sentences, those are looked at closely that share most with the question, with their neighbours and title. */
const PROMISING = 72;

/** The sentences that promise most, best first. */
export function rankSentences(
  question: AskedQuestion,
  articles: readonly (readonly SentenceView[])[],
  matcher: Matcher,
  weights: Weights,
): RankedSentence[] {
  const terms = numberTerms(question);
  if (terms.total === 0) return [];
  const asked: Asked = {
    question,
    asked: question.text.toLowerCase(),
    matcher,
    terms,
    about: matcher.lexicon.sum(question.weights.keys()),
    measure: measureOf(question.text),
  };
  const read = articles.map((views) => readArticle(views, asked));
  const even = terms.weights.map((weight) => weight / terms.total);
  const rare = rarities(
    terms,
    read.flatMap(({ shares }) => shares),
  );
  const standings = readStandings(read, terms.weights);
  const met = read.flatMap((one, at) => {
    const { views, shares, inTitle } = one;
    const inArticle = heldByArticle(terms, one);
    const context = { ...asked, ...one, even, rare, inArticle, standing: standings[at] ?? {} };
    return views.map((view, place) => {
      const own = softly(rare, shares[place]);
      const around = softly(rare, shares[place], shares[place - 1], shares[place + 1], inTitle);
      return { view, place, context, promise: own + around };
    });
  });
  if (met.length > PROMISING) met.sort((a, b) => b.promise - a.promise);
  const ranked = met.slice(0, PROMISING).map(({ view, place, context }): RankedSentence => {
    const features = readFeatures(view, place, context);
    return { ...view, features, score: weigh(features, weights) };
  });
  return ranked.sort((a, b) => b.score - a.score);
}
