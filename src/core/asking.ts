/** A question asked of some articles, where it may name the publisher whose report it wants. */
import { type StoredArticle, textAt } from './article.ts';
import { findAnswer } from './ask/answer.ts';
import { withHedge } from './ask/hedge.ts';
import { withOpenings } from './ask/shown/opening.ts';
import type { Answer, Turn } from './ask/types.ts';
import { createCitations } from './brief/citations.ts';
import type { Source } from './brief/types.ts';
import type { Cited } from './briefing-types.ts';
import type { ArticleIndex } from './ports.ts';
import { parseTerms } from './search/query.ts';
import { isOfDays, narrowToReporters, subjectOfReport, withoutReporters } from './search/reporters.ts';

/** Passages that are looked at for a report, and those that are shown. */
const LOOKED_AT = 8;
const SHOWN = 3;
/** A passage is about a subject when it has both of two words, and most of more. */
const ABOUT = { few: 1, many: 0.6 };

/** Who is named so many times as often as anybody else is whom an article is about. */
const LEADING = 2;
/** "Former Minister Dies At 81": all its longer words have capitals, whether they name somebody or not. */
const TITLE_CASE = /^(?!.*(?<![\p{L}'’])\p{Ll}\p{L}{3,})/u;

/**
 * What a thread has spoken of before its first question: whom "he" means there, the headline of its first article tells, or else
 * the article itself.
 */
export function openTalk([first]: readonly StoredArticle[]): readonly Turn[] {
  const title = first?.title ?? null;
  if (first === undefined || title === null) return [];
  const said = TITLE_CASE.test(title) ? withoutCapitals(title, first) : title;
  const people = first.analysis.entities.filter(({ kind }) => kind === 'person');
  const isNamed = people.some(({ name }) => said.includes(name.split(' ').at(-1) ?? name));
  const [most, next] = isNamed ? [] : people.sort((a, b) => b.mentions.length - a.mentions.length);
  const isAbout =
    most !== undefined && most.mentions.length >= LEADING * Math.max(1, next?.mentions.length ?? 0);
  return isAbout ? [{ question: most.name }, { question: said }] : [{ question: said }];
}

function withoutCapitals(title: string, { text, analysis }: StoredArticle): string {
  const named = new Set(analysis.names.flatMap((name) => textAt(text, name).split(/\s+/)));
  return title.replace(/\p{Lu}[\p{L}'’-]*/gu, (word) =>
    named.has(word.replace(/['’]s$/, '')) ? word : word.toLowerCase(),
  );
}

/** The answer, and the articles that it was looked for in. */
export async function answerFrom(
  question: string,
  articles: readonly StoredArticle[],
  index: ArticleIndex,
  history: readonly Turn[],
): Promise<{ readonly answer: Answer; readonly from: readonly StoredArticle[] }> {
  const publishers = await index.publishers();
  const from = narrowToReporters(question, articles, publishers);
  const subject = subjectOfReport(question, publishers);
  if (subject !== null) {
    const isOfThen = isOfDays(question, from);
    return { answer: await findReport(question, subject, from, index, isOfThen), from };
  }
  const asked = withoutReporters(question, publishers);
  const answer = withOpenings(withHedge(await findAnswer(asked, from, index, { history }), from), from);
  return { answer: answer.question === asked ? { ...answer, question } : answer, from };
}

/** The passages of an answer with their words and the numbers of their sources, and the articles that they are of. */
export function citePassages(
  answer: Answer,
  from: readonly StoredArticle[],
): {
  readonly passages: readonly Cited[];
  readonly sources: readonly Source[];
  readonly cited: readonly StoredArticle[];
} {
  const shown = answer.answered ? answer.evidence : answer.nearest;
  const cited = from.filter(({ id }) => shown.some(({ article }) => article === id));
  const citations = createCitations(cited);
  const passages = shown.flatMap((passage): Cited[] => {
    const article = cited.find(({ id }) => id === passage.article);
    if (article === undefined) return [];
    const words = textAt(article.text, passage);
    return [{ passage, version: article.status.version, words, source: citations.numberOf(article.id) }];
  });
  return { passages, sources: citations.sources(), cited };
}

/** What some articles report about a subject: their own sentences, or those that come nearest, where they are not of the days asked for. */
async function findReport(
  question: string,
  subject: string,
  articles: readonly StoredArticle[],
  index: ArticleIndex,
  isOfThen: boolean,
): Promise<Answer> {
  const texts = new Map(articles.map((article) => [article.id, article]));
  const hits = await index.findPassages(subject, LOOKED_AT, { articles: new Set(texts.keys()) });
  const wanted = [...new Set(parseTerms(subject))];
  const least = wanted.length * (wanted.length <= 2 ? ABOUT.few : ABOUT.many);
  const passages = hits.map(({ article, start, end }) => ({ article, start, end }));
  const wordsOf = (passage: (typeof passages)[number]): string => {
    const article = texts.get(passage.article);
    return article === undefined ? '' : textAt(article.text, passage);
  };
  const about = passages.filter((passage) => {
    const held = new Set(parseTerms(wordsOf(passage)));
    return wanted.length > 0 && wanted.filter((term) => held.has(term)).length >= least;
  });
  const [first] = about;
  return first === undefined || !isOfThen
    ? { answered: false, nearest: passages.slice(0, SHOWN), contradicted: false, unsure: false, question }
    : {
        answered: true,
        answer: wordsOf(first),
        evidence: about.slice(0, SHOWN),
        tentative: false,
        question,
      };
}
