/** How much each sentence of the articles speaks of what is asked. */
import type { ReadArticle, Sentence } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { type Features, type Weights, weigh } from './linear.ts';
import type { AskedQuestion } from './question.ts';

export interface SentenceView {
  readonly article: ReadArticle;
  readonly sentence: Sentence;
  readonly text: string;
  readonly terms: readonly string[];
}

export interface RankedSentence extends SentenceView {
  readonly features: Features;
  readonly score: number;
}

/** Articles longer than this are read to here: 100,000 words of one article are no news. */
const SENTENCES = 2000;

/** The sentences of articles with their terms. */
export function viewSentences(articles: readonly ReadArticle[]): SentenceView[][] {
  return articles.map((article) =>
    article.analysis.sentences.slice(0, SENTENCES).map((sentence) => {
      const text = article.text.slice(sentence.start, sentence.end);
      return { article, sentence, text, terms: parseTerms(text) };
    }),
  );
}

function coveredBy(terms: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of weights) if (terms.has(term)) sum += weight;
  return sum;
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

/** Features of every sentence against a question; shares are of the question's weight, so 0 to 1. */
function readFeatures(
  view: SentenceView,
  place: number,
  views: readonly SentenceView[],
  context: Context,
): Features {
  const { question, title, inArticle, total } = context;
  const { weights, named, verb, focus } = question;
  const own = new Set(view.terms);
  const near = new Set([...(views[place - 1]?.terms ?? []), ...(views[place + 1]?.terms ?? [])]);
  let byTitle = 0;
  let byNear = 0;
  let namedHere = 0;
  let namedAll = 0;
  for (const [term, weight] of weights) {
    if (named.has(term)) namedAll += 1;
    if (own.has(term)) {
      if (named.has(term)) namedHere += 1;
    } else if (title.has(term)) byTitle += weight;
    else if (near.has(term)) byNear += weight;
  }
  const covered = coveredBy(own, weights) / total;
  return {
    covered,
    coveredSquared: covered * covered,
    byTitle: byTitle / total,
    byNear: byNear / total,
    inArticle: inArticle / total,
    named: namedAll === 0 ? covered : namedHere / namedAll,
    pairs: sharedPairs(view.terms, question.order),
    verb: verb !== null && own.has(verb) ? 1 : 0,
    focus: focus !== null && own.has(focus) ? 1 : 0,
    dense:
      coveredBy(own, weights) === 0
        ? 0
        : [...own].filter((term) => weights.has(term)).length / Math.max(4, own.size),
    length: Math.log(1 + view.terms.length) / 4,
    first: place === 0 ? 1 : 0,
    early: 1 / (1 + place),
    asks: view.text.endsWith('?') ? 1 : 0,
  };
}

interface Context {
  readonly question: AskedQuestion;
  readonly title: ReadonlySet<string>;
  /** Weight of the question's terms that the article has anywhere. */
  readonly inArticle: number;
  readonly total: number;
}

/** All sentences, best first. */
export function rankSentences(
  question: AskedQuestion,
  articles: readonly (readonly SentenceView[])[],
  weights: Weights,
): RankedSentence[] {
  let total = 0;
  for (const weight of question.weights.values()) total += weight;
  if (total === 0) return [];
  const ranked: RankedSentence[] = [];
  for (const views of articles) {
    const title = new Set(parseTerms(views[0]?.article.title ?? ''));
    const everywhere = new Set([...title, ...views.flatMap(({ terms }) => terms)]);
    const context = { question, title, total, inArticle: coveredBy(everywhere, question.weights) };
    views.forEach((view, place) => {
      const features = readFeatures(view, place, views, context);
      ranked.push({ ...view, features, score: weigh(features, weights) });
    });
  }
  return ranked.sort((a, b) => b.score - a.score);
}
