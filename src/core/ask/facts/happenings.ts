/** "When did it happen?", asked of all that a story tells: the day, or the place, that its opening sentences name. */
import type { ReadArticle, Span } from '../../article.ts';
import { lettersOf } from '../../text/letters.ts';
import { leadTo } from '../words/whole-words.ts';
import type { Fact, FactsAsked } from './fact.ts';

/** Sentences that open an article. */
const OPENING = 4;
/** What such a question is understood as: "When did it happen: <the headline>?" */
const OF_HEADLINE = /^(?<asks>when|where) (?:did|will|was) (?:it|this|that)\b[^:?]*: (?<headline>.+)\?$/is;
/** "Thursday", "28 April": a day, also where nobody knows of which year. */
const DAY =
  /(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|^\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{Lu}|\p{Lu}\p{Ll}+\.? \d{1,2}(?:st|nd|rd|th)?$/u;
/** "in Ostry", "in the city of Ostry" */
const LEADS_TO_PLACE = /\b(?:in|at|near|outside|of|off|around) (?:the )?$/i;

function findDay({ text, analysis }: ReadArticle, end: number): Span | undefined {
  return analysis.dates.find(
    (date) => date.start < end && (date.precision === 'day' || DAY.test(text.slice(date.start, date.end))),
  );
}

function findPlace({ text, analysis }: ReadArticle, end: number): Span | undefined {
  return analysis.names.find(
    ({ kind, start }) => kind === 'place' && start < end && LEADS_TO_PLACE.test(leadTo(text, start)),
  );
}

/** One for each article whose opening tells it, the one with the headline first. Empty for other questions. */
export function findHappenings({ question, articles }: FactsAsked): Fact[] {
  const { asks, headline } = OF_HEADLINE.exec(question.text)?.groups ?? {};
  const about = articles.filter(
    ({ title }) => title !== null && headline !== undefined && lettersOf(title) === lettersOf(headline),
  );
  if (asks === undefined || about.length === 0) return [];
  const others = articles.filter((article) => !about.includes(article));
  const find = /^when/i.test(asks) ? findDay : findPlace;
  return [...about, ...others].flatMap((article): Fact[] => {
    const { sentences, quotes } = article.analysis;
    const found = find(article, sentences[OPENING - 1]?.end ?? article.text.length);
    const isQuoted = quotes.some(({ content }) =>
      content.some(({ start, end }) => found !== undefined && start <= found.start && found.start < end),
    );
    return found === undefined || isQuoted ? [] : [{ article, start: found.start, end: found.end }];
  });
}
