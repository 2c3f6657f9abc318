/** "Who is Ada Byron?": the role that the articles give, as the reader found it, or how a sentence introduces her. */
import { nameTerms } from '../../search/query.ts';
import { isCalled, placeOf } from './called.ts';
import { type Fact, type FactsAsked, saidBy } from './fact.ts';
import { askedName, findIntroductions } from './introductions.ts';

/** One for each article that gives a role. Empty for other questions, and where no article says who it is. */
function findRoles({ question, articles }: FactsAsked): Fact[] {
  const name = askedName(question.text);
  if (name === undefined) return [];
  const wanted = nameTerms(name);
  return articles.flatMap((article) => {
    const holder = article.analysis.entities.find(
      (entity) => entity.kind === 'person' && entity.role !== null && isCalled(entity, wanted),
    );
    const role = holder && placeOf(article, holder);
    return role ? [{ article, ...role }] : [];
  });
}

const LEANS = /^(?:his|her|their|its)\b/i;
/** "Dr", "Cllr", "Sen. Dr". A border behind each word: without one, a line in capitals could be cut in millions of ways. */
const COURTESY = /^(?:\p{Lu}\p{L}{0,4}(?:\.? |\.|$))+$/u;

/** "Their leader" says less than what stands by itself, and "Dr" next to nothing. */
function orderRoles(found: readonly Fact[]): Fact[] {
  const rank = (fact: Fact): number => {
    const said = saidBy(fact);
    return COURTESY.test(said) ? 2 : LEANS.test(said) ? 1 : 0;
  };
  // "Law professor" says more than "professor".
  const holds = (one: Fact, other: Fact): boolean =>
    one.article === other.article &&
    one.start <= other.start &&
    other.end <= one.end &&
    one.end - one.start > other.end - other.start;
  const fullest = found.filter((fact) => !found.some((other) => holds(other, fact)));
  return fullest.sort((a, b) => rank(a) - rank(b));
}

/** What somebody, or something, is, for each article that says it. Empty for other questions. */
export const findWho = (asked: FactsAsked): Fact[] =>
  orderRoles([...findRoles(asked), ...findIntroductions(asked)]);
