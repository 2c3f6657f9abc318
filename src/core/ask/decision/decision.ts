/** What speaks for answering at all: whether the passages speak of it, and whether the words found are the ones asked for. */
import { parseTerms } from '../../search/query.ts';
import type { Features } from '../models/linear.ts';
import { isNegated, readForm } from '../question/form.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { findConsensus } from '../spans/consensus.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import type { PartOfSpeech } from '../words/tagging.ts';
import { readGist } from './gist.ts';
import { readSubstitutions } from './substitution.ts';

const CONTENT = /^(?:NAMED|NOUN|VERB|ADJ|ADV|NUM|PROPN)$/;
/** Features of a span that tell whether it is an answer, and not only which span is. */
const OF_SPAN =
  `fits proximity repeats verbsBetween commasBetween nearVerb noneNear repeated matchBefore matchAfter clause
  clauseBeside slot:b:nearLeft slot:a:nearRight slot:b:left slot:a:right slot:b:right slot:a:left likeFocus headLikeFocus
  nearLikeFocus countsFocus sameNoun rarity likeQuestion inTitle many:all many:part one:all one:part owns
  gap gapExact gapMissed gapWrong gapNone reversed`.split(/\s+/);
const OF_SENTENCE =
  `covered named pairs verb focus dense soft softTitle softWindow rare rareTitle rareWindow about opposite holdsKind
  inArticle byTitle leans early length`.split(/\s+/);

/** For each term of a text's sentences, the best share of each of the question's terms. */
function heldBy(terms: Iterable<string>, matcher: Matcher, into: Map<string, number>): Map<string, number> {
  for (const term of terms) {
    const match = matcher.find(term);
    if (match !== undefined && match.share > (into.get(match.term) ?? 0)) into.set(match.term, match.share);
  }
  return into;
}

/** For each term of the question the best share that is held, the wider one looks. */
interface Held {
  readonly here: ReadonlyMap<string, number>;
  /** … with the sentences beside it and the title. */
  readonly near: ReadonlyMap<string, number>;
  readonly article: ReadonlyMap<string, number>;
  /** Terms of the article and its title as they stand. */
  readonly said: ReadonlySet<string>;
}

function readHeld(sentence: RankedSentence, ranked: readonly RankedSentence[], matcher: Matcher): Held {
  const own = ranked.filter(({ article }) => article === sentence.article);
  const title = parseTerms(sentence.article.title ?? '');
  const here = heldBy(sentence.terms, matcher, new Map());
  const near = heldBy(title, matcher, new Map(here));
  for (const one of own) if (Math.abs(one.place - sentence.place) <= 1) heldBy(one.terms, matcher, near);
  const article = new Map(near);
  for (const one of own) heldBy(one.terms, matcher, article);
  return { here, near, article, said: new Set([...own.flatMap(({ terms }) => terms), ...title]) };
}

/** "NAMED" and "NUM" for names and numbers that are asked for, else the part of speech. */
function kindOf(term: string, pos: PartOfSpeech, named: ReadonlySet<string>): string {
  if (named.has(term)) return /\d/.test(term) ? 'NUM' : 'NAMED';
  return pos === 'PROPN' ? 'NOUN' : pos;
}

/** What the question speaks of and the passages do not, by kind of word and by how far one looks. */
function readMissing(
  question: AskedQuestion,
  sentence: RankedSentence,
  ranked: readonly RankedSentence[],
  matcher: Matcher,
): Record<string, number> {
  const held = readHeld(sentence, ranked, matcher);
  const lackOf = (term: string, where: 'here' | 'near' | 'article'): number =>
    1 - (held[where].get(term) ?? 0);
  const found: Record<string, number> = {};
  const add = (name: string, value: number): void => {
    found[name] = Math.min(3, (found[name] ?? 0) + value);
  };
  let [rarest, rarestHere, all, gone] = [0, 0, 0, 0];
  const seen = new Set<string>();
  for (const { term, pos } of question.words) {
    if (term === null || seen.has(term) || !question.weights.has(term)) continue;
    seen.add(term);
    const kind = kindOf(term, pos, question.named);
    if (!CONTENT.test(kind)) continue;
    all += 1;
    if (term === question.focus) {
      add('focusHere', 1 - lackOf(term, 'here'));
      continue;
    }
    const [here, near, article] = [lackOf(term, 'here'), lackOf(term, 'near'), lackOf(term, 'article')];
    add(`missing:${kind}`, here);
    add(`missing:${kind}:near`, near);
    add(`missing:${kind}:article`, article);
    add('missing:near', near);
    add('missing:article', article);
    if (!held.said.has(term)) {
      add(`unsaid:${kind}`, 1);
      gone += 1;
    }
    const rarity = matcher.lexicon.rarity(term);
    rarest = Math.max(rarest, article * rarity);
    rarestHere = Math.max(rarestHere, here * rarity);
  }
  return {
    ...found,
    rarestMissing: rarest,
    rarestMissingHere: rarestHere,
    shareGone: all === 0 ? 0 : gone / all,
    gone: Math.min(4, gone),
  };
}

/** What the decision rests on. `ranked` and `spans` are best first. */
export function readDecision(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  spans: readonly ScoredSpan[],
  matcher: Matcher,
): Features {
  const { agreement, share, rival } = findConsensus(spans);
  const [best] = spans;
  const [top] = ranked;
  const sentence = best?.sentence ?? top;
  if (sentence === undefined || top === undefined) return { ...readForm(question), none: 1 };
  const features: Record<string, number> = {
    ...readForm(question),
    ...readMissing(question, sentence, ranked, matcher),
    ...readSubstitutions(question, sentence, matcher),
    ...readGist(ranked),
  };
  for (const name of OF_SENTENCE) {
    features[`s:${name}`] = sentence.features[name] ?? 0;
    features[`t:${name}`] = Math.max(...ranked.slice(0, 4).map((one) => one.features[name] ?? 0));
  }
  features['lead'] = Math.min(3, top.score - (ranked[1]?.score ?? top.score - 3));
  features['topScore'] = top.score / 5;
  features['ownScore'] = (top.score - sentence.score) / 3;
  features['sentences'] = Math.log(1 + sentence.article.analysis.sentences.length) / 4;
  features['articles'] = Math.log(new Set(ranked.slice(0, 40).map(({ article }) => article)).size);
  features['kindHeld'] = Math.max(...ranked.slice(0, 4).map((one) => one.features['holdsKind'] ?? 0));
  features['union'] = coveredTogether(question, ranked);
  const wordsHere = sentence.text.toLowerCase().split(/[^\p{L}'’]+/u);
  const unlike = isNegated(question.words.map(({ lower }) => lower)) !== isNegated(wordsHere);
  features['negation'] = unlike ? 1 : 0;
  if (best === undefined) return { ...features, noSpan: 1 };
  features['agreement'] = agreement;
  features['logAgreement'] = Math.log(Math.max(agreement, 1e-3));
  features['share'] = share;
  features['logShare'] = Math.log(Math.max(share, 1e-3));
  features['rival'] = rival;
  features['spanScore'] = best.score / 5;
  features['spanLead'] = Math.min(3, best.score - (spans[1]?.score ?? best.score - 3));
  features[`kind:${best.candidate.kind}`] = 1;
  features['spanWords'] = Math.log(best.candidate.last - best.candidate.first);
  for (const name of OF_SPAN) features[`a:${name}`] = best.features[name] ?? 0;
  return features;
}

/** Share of the question's weight that the best sentences cover together. */
function coveredTogether({ weights }: AskedQuestion, ranked: readonly RankedSentence[]): number {
  const terms = new Set(ranked.slice(0, 3).flatMap((sentence) => sentence.terms));
  let covered = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    if (terms.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}
