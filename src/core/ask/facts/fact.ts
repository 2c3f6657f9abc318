/** What a reader of facts is given, and what it finds: the words of an article that say what is asked. */
import { type ReadArticle, type Span, textAt } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import type { Tagger } from '../words/tagging.ts';

export interface FactsAsked {
  /** With its names as the articles write them. */
  readonly question: AskedQuestion;
  readonly articles: readonly ReadArticle[];
  /** The sentences that may answer, best first. */
  readonly ranked: readonly RankedSentence[];
  readonly tagger: Tagger;
  readonly lexicon: Lexicon;
}

/** Where an article says it. */
export interface Fact extends Span {
  readonly article: ReadArticle;
}

/** Reads questions of one form, and finds nothing for others: best first, one for each article or sentence that says it. */
export type FactReader = (asked: FactsAsked) => readonly Fact[];

/** What a fact says. */
export const saidBy = (fact: Fact): string => textAt(fact.article.text, fact);

/** The last word of what a fact says: a surname, as far as people are told. */
export const lastOf = (fact: Fact): string | undefined => parseTerms(saidBy(fact)).at(-1);

/** Those found where all of them tell one and the same, by its last word; else nobody knows which is meant. */
export const ifOne = (found: readonly Fact[]): readonly Fact[] =>
  new Set(found.map(lastOf)).size === 1 ? found : [];
