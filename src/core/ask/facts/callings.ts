/** "What did Lund call the plan?": the words behind "called the plan", where it is Lund who calls it so. */
import { entityOf, type Name, type ReadArticle, type Sentence, textAt } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import { personBefore } from '../words/persons.ts';
import { isNamesake } from './called.ts';
import type { Fact, FactsAsked } from './fact.ts';

const ASKS =
  /^(?:and |so |but )*(?:what|how) (?:did|does|has|have) (?<who>[^?]{2,60}?) (?:describe|call|called|brand|branded|label|labell?ed|dub|dubbed) (?!(?:for|on|off|in|up|out)\b)(?<what>[^?]{2,80}?)[?.!\s]*$/iu;
const CALLS =
  /\b(?:call(?:ed|s|ing)?|brand(?:ed|ing)|labell?(?:ed|ing)|dubb(?:ed|ing)|describ(?:ed|es|ing)) /g;
/** What is called so, if it stands behind the verb, and what it is called: in quotation marks, or up to the end of the clause. */
const NAMED_SO =
  /^(?<object>(?:(?!(?:an?|the)\b)[^\s,.;:"“‘']+ ){0,2}|the (?:[^\s,.;:"“‘']+ ){1,4}|[^\s,.;:"“‘']+['’]s? (?:[^\s,.;:"“‘']+ ){1,2})(?:as )?(?<said>(?:an? |the )?(?:["“]|''|‘)[^"”]{2,80}?(?=[,.]?(?:["”]|''|’(?!\w)))|an? [^,.;:"“]{2,60}?(?=[,.;:"“]|$| (?:for|because|and|who|that|which|after|when|while)\b))/u;
/** "was called a mess" by somebody else, "never called it a mess". */
const NOT_SO = /\b(?:is|are|was|were|been|being|be|not|never|\w+n['’]t) $/i;
/** Characters behind the verb that are read. */
const LONGEST = 300;
/** Characters before the verb in which it may be denied. */
const DENIED_WITHIN = 20;
const PRONOUN = /^(?:him|her|it|them|this|that)$/i;
/** Characters before the verb in which what is called so may stand: "the plan, which he called a mess"; "it" reaches further. */
const BEFORE = { none: 60, pronoun: 150 };

interface Asked {
  readonly who: readonly string[];
  readonly what: readonly string[];
}

/** Whether somebody of that name is the last one before the verb, or the one whom "he" means there. */
function isBy(article: ReadArticle, sentence: Sentence, verb: number, { who }: Asked): boolean {
  const { names } = article.analysis;
  const before = names.findLast(
    ({ kind, start, end }) => kind === 'person' && start >= sentence.start && end <= verb,
  );
  const caller: Name | undefined = before ?? personBefore(article, verb);
  if (caller === undefined) return false;
  const name = entityOf(article, caller)?.name ?? '';
  const terms = new Set(nameTerms(name));
  return who.some((term) => terms.has(term)) && !isNamesake(who, name);
}

const beforeOf = (text: string, at: number): string => text.slice(Math.max(0, at - BEFORE.pronoun), at);

function isOf(object: string, before: string, { what }: Asked): boolean {
  const said = object.trim();
  const reach = said === '' ? BEFORE.none : PRONOUN.test(said) ? BEFORE.pronoun : 0;
  const held = new Set(parseTerms(reach > 0 ? before.slice(-reach) : said));
  const isHeld = (term: string): boolean => held.has(term);
  // "The harbour master" is not the harbour plan.
  if (reach === 0) return isHeld(what.at(-1) ?? '');
  return what.some(isHeld) || (PRONOUN.test(said) && what.length === 0);
}

/** The words in all articles that call it something. Empty for other questions. */
export function findCallings({ question, articles }: FactsAsked): Fact[] {
  const { who = '', what = '' } = ASKS.exec(question.text)?.groups ?? {};
  const asked: Asked = { who: nameTerms(who), what: parseTerms(what) };
  if (asked.who.length === 0) return [];
  return articles.flatMap((article) =>
    article.analysis.sentences.flatMap((sentence): Fact[] => {
      const text = textAt(article.text, sentence);
      return [...text.matchAll(CALLS)].flatMap((match): Fact[] => {
        if (NOT_SO.test(text.slice(Math.max(0, match.index - DENIED_WITHIN), match.index))) return [];
        const from = match.index + match[0].length;
        const { object = '', said = '' } = NAMED_SO.exec(text.slice(from, from + LONGEST))?.groups ?? {};
        if (said === '' || !isOf(object, beforeOf(article.text, sentence.start + match.index), asked))
          return [];
        if (!isBy(article, sentence, sentence.start + match.index, asked)) return [];
        const words = said.replace(/^(?:an? |the )?(?:["“‘]|'')/u, '');
        const place = text.indexOf(said, from + object.length);
        const start = sentence.start + place + said.length - words.length;
        return [{ article, start, end: start + words.length }];
      });
    }),
  );
}
