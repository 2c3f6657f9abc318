/** "Where is Ada Byron from?": the place that the articles say she comes from, where it is clear who does. */
import { entityOf, type Name, type ReadArticle, type Span } from '../../article.ts';
import { nameTerms } from '../../search/query.ts';
import { personBefore } from '../words/persons.ts';
import { isCalled, withoutCourtesy } from './called.ts';
import type { Fact, FactsAsked } from './fact.ts';

const FROM =
  /^(?:where (?:is|was) (?=\p{Lu})(?<from>[\p{L}.'’ -]{2,60}?) (?:originally )?from(?: originally)?|where (?:does|did) (?=\p{Lu})(?<comes>[\p{L}.'’ -]{2,60}?) come from|(?:which|what) (?:country|town|city) (?:is|was) (?=\p{Lu})(?<of>[\p{L}.'’ -]{2,60}?) from)(?:, (?:what|which) (?:town|city|country))?[?.!\s]*$/iu;

/** Behind a name, up to the place: "of Norway", ", from Oslo", "was born in Oslo". */
const BEHIND =
  /^(?:,? (?:from|of)|,? (?:who )?(?:was )?born in|,? (?:who )?(?:comes|came|hails) from|,? (?:who )?grew up in|,? (?:\d{1,3}, )?from) (?:the )?$/;
/** Before a name: "Norway's ", "Oslo-born ". */
const BEFORE = /^(?:['’]s|-born)(?: \p{Ll}[\p{L}-]*)* $/u;
/** "the 30-year-old from " and "she was born in ": whoever was named before. */
const REFERRED =
  /\b(?:\d{1,3}-year-old from|(?:he|she) (?:was born in|comes from|hails from|grew up in)) (?:the )?$/i;
const LONGEST = 60;
/** Names beside a place. */
const BESIDE = 3;
function placeOf(article: ReadArticle, isWanted: (name: Name | undefined) => boolean): Span | undefined {
  const { text, analysis } = article;
  const { names } = analysis;
  for (const [at, { kind, start, end }] of names.entries()) {
    if (kind !== 'place') continue;
    // Whoever is not among the names beside it stands too far away.
    const before = names.slice(Math.max(0, at - BESIDE), at).findLast((name) => name.kind === 'person');
    const said = before === undefined ? '' : text.slice(before.end, start);
    if (said.length < LONGEST && isWanted(before) && BEHIND.test(said)) return { start, end };
    const behind = names.slice(at + 1, at + 1 + BESIDE).find((name) => name.kind === 'person');
    if (isWanted(behind) && BEFORE.test(text.slice(end, behind?.start))) return { start, end };
    if (
      REFERRED.test(text.slice(Math.max(0, start - LONGEST), start)) &&
      isWanted(personBefore(article, start))
    )
      return { start, end };
  }
  return undefined;
}

/** Terms of the name of whoever it is asked for; none for other questions. */
function askedOf(question: string): string[] {
  const { from, comes, of } = FROM.exec(question)?.groups ?? {};
  return nameTerms(withoutCourtesy(from ?? comes ?? of ?? ''));
}

function isPerson(name: Name, wanted: readonly string[], article: ReadArticle): boolean {
  const named = entityOf(article, name);
  return name.kind === 'person' && named !== undefined && isCalled(named, wanted);
}

/** Whether it is asked where somebody is from whom the articles name. */
export function asksOrigin(question: string, articles: readonly ReadArticle[]): boolean {
  const wanted = askedOf(question);
  if (wanted.length === 0) return false;
  return articles.some((article) => article.analysis.names.some((name) => isPerson(name, wanted, article)));
}

/** One for each article that says it. Empty for other questions. */
export function findOrigins({ question, articles }: FactsAsked): Fact[] {
  const wanted = askedOf(question.text);
  if (wanted.length === 0) return [];
  return articles.flatMap((article) => {
    const isWanted = (name: Name | undefined): boolean =>
      name !== undefined && isPerson(name, wanted, article);
    const from = placeOf(article, isWanted);
    return from === undefined ? [] : [{ article, ...from }];
  });
}
