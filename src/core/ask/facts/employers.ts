/** "Where does Ada Reed work?", "Which company does she work for?": the house that stands with what she is: "a waitress at the Golden Bear". */
import type { Name } from '../../article.ts';
import { nameTerms } from '../../search/query.ts';
import { withoutCourtesy } from './called.ts';
import { type Fact, type FactsAsked, saidBy } from './fact.ts';
import { findWho } from './who.ts';

const WORKS =
  /^(?:and |so )?(?:where|who|whom|(?:what|which) (?:\p{L}+ )?\p{L}+) does (?=\p{Lu})(?<who>[\p{L}.'’ -]{2,60}?) work(?: for| at| with)?[?.!\s]*$/iu;
/** "the Golden Bear restaurant" of "a waitress at the Golden Bear restaurant" */
const HOUSE_OF =
  /\b(?:at|of|for|with) (?<house>(?:the |an? )?[^,;]{2,60}?)(?: (?:who|which|that|from|since|until)\b|$)/iu;
/** Whoever did so once, sits somewhere as well, or is of a family works elsewhere. */
const ELSEWHERE =
  /\b(?:former\w*|ex-|retired|member|father|mother|son|daughter|brother|sister|wife|husband|partner|friend|fan|resident|native|leader|author|founder|winner|critic|graduate|veteran|victim|one|head of)\b| and /i;

/** Which one "the company" is, nobody knows from these words. */
const ONLY_CALLED = /^(?:the|his|her|their|this) \p{Ll}+$/u;

/** "BAA" of "BAA spokesman" */
const isHouse = ({ kind }: Name): boolean => kind === 'organisation' || kind === 'other';

function houseIn(role: Fact): Fact[] {
  const { article } = role;
  const said = saidBy(role);
  if (ELSEWHERE.test(said)) return [];
  const house = HOUSE_OF.exec(said)?.groups?.['house'];
  if (house !== undefined && ONLY_CALLED.test(house)) return [];
  if (house === undefined) {
    const own = article.analysis.names.find(
      (name) => isHouse(name) && name.start >= role.start && name.end <= role.end,
    );
    return own === undefined ? [] : [{ article, start: own.start, end: own.end }];
  }
  const start = role.start + said.lastIndexOf(house);
  return [{ article, start, end: start + house.length }];
}

/** The house, one place for each article that says what the one who is asked for is. Empty for other questions. */
export function findEmployers(asked: FactsAsked): Fact[] {
  const who = WORKS.exec(asked.question.text)?.groups?.['who'];
  if (who === undefined || nameTerms(withoutCourtesy(who)).length === 0) return [];
  const question = { ...asked.question, text: `Who is ${who}?` };
  return findWho({ ...asked, question }).flatMap(houseIn);
}
