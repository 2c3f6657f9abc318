/** How much each sentence of the articles speaks of what is asked. */
import { parseTerms } from '../search/query.ts';
import { cosine } from './lexicon/lexicon.ts';
import type { Matcher } from './likeness.ts';
import { type Features, type Weights, weigh } from './linear.ts';
import type { AskedQuestion } from './question.ts';
import { readForm } from './sentence-form.ts';
import type { SentenceView } from './sentence-view.ts';
import { readStandings } from './standing.ts';

export interface RankedSentence extends SentenceView {
  readonly features: Features;
  readonly score: number;
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

/** Of each term of the question, how much of it is here: 1 for the word, less for one that is like it. */
function sharesOf(
  terms: Iterable<string>,
  matcher: Matcher,
  places: ReadonlyMap<string, number>,
): Float64Array {
  let shares: Float64Array | undefined;
  for (const term of terms) {
    const match = matcher.find(term);
    if (match === undefined) continue;
    const place = places.get(match.term);
    if (place === undefined) continue;
    shares ??= new Float64Array(places.size);
    if (match.share > (shares[place] ?? 0)) shares[place] = match.share;
  }
  return shares ?? NOTHING;
}

/** Most sentences have nothing of a question. */
const NOTHING = new Float64Array(0);

interface Context {
  readonly question: AskedQuestion;
  readonly matcher: Matcher;
  readonly title: ReadonlySet<string>;
  /** Weight of the question's terms that the article has anywhere. */
  readonly inArticle: number;
  readonly total: number;
  /** Numbers of the question's terms. */
  readonly places: ReadonlyMap<string, number>;
  /** Their weights as shares of one, and the same with more for those that few sentences have. */
  readonly even: Float64Array;
  readonly rare: Float64Array;
  readonly about: Float32Array;
  /** Of each sentence, and of the title. */
  readonly shares: readonly Float64Array[];
  readonly inTitle: Float64Array;
  /** What the article as a whole speaks of, beside the others. */
  readonly standing: Features;
}

/** Weight of the question's terms that at least one of the texts has. */
function softly(weights: Float64Array, ...texts: readonly (Float64Array | undefined)[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    let most = 0;
    for (const shares of texts) most = Math.max(most, shares?.[i] ?? 0);
    sum += (weights[i] ?? 0) * most;
  }
  return sum;
}

/** Features of every sentence against a question; shares are of the question's weight, so 0 to 1. */
function readFeatures(
  view: SentenceView,
  place: number,
  views: readonly SentenceView[],
  context: Context,
): Features {
  const { question, title, inArticle, total, matcher, places, even, rare, shares, inTitle } = context;
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
  const [here, before, after] = [shares[place], shares[place - 1], shares[place + 1]];
  let opposite = 0;
  for (const term of own) if (matcher.findOpposite(term) !== undefined) opposite += 1;
  return {
    covered,
    coveredSquared: covered * covered,
    byTitle: byTitle / total,
    byNear: byNear / total,
    inArticle: inArticle / total,
    named: namedAll === 0 ? covered : namedHere / namedAll,
    pairs: sharedPairs(view.terms, question.order),
    verb: verb !== null && (here?.[places.get(verb) ?? -1] ?? 0) > 0 ? 1 : 0,
    focus: focus !== null && own.has(focus) ? 1 : 0,
    dense:
      coveredBy(own, weights) === 0
        ? 0
        : [...own].filter((term) => weights.has(term)).length / Math.max(4, own.size),
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
    ...readForm(view, question.kind),
  };
}

type Asked = Pick<Context, 'question' | 'matcher' | 'total' | 'places' | 'even' | 'rare' | 'about'>;

function contextOf(views: readonly SentenceView[], asked: Asked): Omit<Context, 'standing'> {
  const { question, matcher, places } = asked;
  const title = new Set(parseTerms(views[0]?.article.title ?? ''));
  const said = new Set<string>();
  for (const term of title) if (question.weights.has(term)) said.add(term);
  for (const { terms } of views) for (const term of terms) if (question.weights.has(term)) said.add(term);
  return {
    ...asked,
    title,
    inArticle: coveredBy(said, question.weights),
    shares: views.map(({ terms }) => sharesOf(terms, matcher, places)),
    inTitle: sharesOf(title, matcher, places),
  };
}

/** Weights of terms by how few of the sentences have them; together 1. */
function rarities(
  weights: ReadonlyMap<string, number>,
  articles: readonly (readonly SentenceView[])[],
): Float64Array {
  const counts = new Map([...weights.keys()].map((term) => [term, 0]));
  let sentences = 0;
  for (const views of articles) {
    sentences += views.length;
    for (const { terms } of views) {
      const met = new Set<string>();
      for (const term of terms) {
        const count = counts.get(term);
        if (count === undefined || met.has(term)) continue;
        met.add(term);
        counts.set(term, count + 1);
      }
    }
  }
  const raw = Float64Array.from(
    weights,
    ([term, weight]) => weight * Math.log(1 + (sentences + 1) / ((counts.get(term) ?? 0) + 1)),
  );
  const all = raw.reduce((sum, weight) => sum + weight, 0) || 1;
  return raw.map((weight) => weight / all);
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
  let total = 0;
  for (const weight of question.weights.values()) total += weight;
  if (total === 0) return [];
  const asked: Asked = {
    question,
    matcher,
    total,
    places: new Map([...question.weights.keys()].map((term, at) => [term, at])),
    even: Float64Array.from(question.weights.values(), (weight) => weight / total),
    rare: rarities(question.weights, articles),
    about: matcher.lexicon.sum(question.weights.keys()),
  };
  const known = articles.map((views) => contextOf(views, asked));
  const standings = readStandings(
    known.map(({ shares, inTitle }, at) => ({ article: articles[at]?.[0]?.article, shares, inTitle })),
    [...question.weights.values()],
  );
  const met = articles.flatMap((views, at) => {
    const own = known[at];
    if (own === undefined) return [];
    const context = { ...own, standing: standings[at] ?? {} };
    const { shares, inTitle, rare } = context;
    return views.map((_, place) => {
      const own = softly(rare, shares[place]);
      const around = softly(rare, shares[place], shares[place - 1], shares[place + 1], inTitle);
      return { views, place, context, promise: own + around };
    });
  });
  if (met.length > PROMISING) met.sort((a, b) => b.promise - a.promise);
  const ranked = met.slice(0, PROMISING).flatMap(({ views, place, context }): RankedSentence[] => {
    const view = views[place];
    if (view === undefined) return [];
    const features = readFeatures(view, place, views, context);
    return [{ ...view, features, score: weigh(features, weights) }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}
