/** "How old is Ada Byron?": the age that the articles give her, where it is clear whose it is. */
import { entityOf, type Name, type ReadArticle, type Span } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import { OFFICES } from '../../text/data/offices.ts';
import { viewSentences } from '../sentences/sentence-view.ts';
import { mayBeCalled, personBefore } from '../words/persons.ts';
import { leadTo } from '../words/whole-words.ts';
import { isCalled, withoutCourtesy } from './called.ts';
import { type Fact, type FactsAsked, saidBy } from './fact.ts';
import { isOffice } from './office-names.ts';
import { findOnly } from './offices.ts';

const HOW_OLD =
  /^(?:how old|(?:at )?what age) (?:is|are|was|were) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?: (when|as|at) ([\p{L}\p{N} ,'’-]{3,100}))?[?.!\s]*$/iu;

const DIED = /\b(?:died|dies|dead|death|pass(?:ed|es) away)\b/i;

/** Each with the age first. Only digits: "a hundred-year-old debate" is nobody's age. */
const AGES = [
  // Behind a name, and not "who would have said, 10, 15 years ago".
  /(?<=\p{Lu}[\p{L}.'’-]{0,30}, )(?<age>\d{1,3})(?=,(?! ?\d)|\.$)/gu,
  /(?<=\p{L} \()(?<age>\d{1,3})(?=\))/gu,
  /\b(?<age>\d{1,3})[- ]years?[- ]olds?\b/g,
  /(?<=,? )aged (?<age>\d{1,3})\b/g,
  /\bat (?:the )?age (?:of )?(?<age>\d{1,3})\b/g,
  /\b(?:is|was|turned|turns) (?:now |just |only |still )?(?<age>\d{1,3})(?=[.,;](?!\d)| when\b| and\b)/g,
];

const PRONOUN = /\b(he|she)\b[^,.;]{0,12}$/i;

/** "a 19-year-old", "two girls aged": somebody who is not named. */
const OTHER = /\b(?:an?|another|two|three|four|girls?|boys?|women|men|children|people|those|then) $/i;

function agesIn(text: string): Span[] {
  return AGES.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const age = match.groups?.['age'] ?? '';
      if (OTHER.test(leadTo(text, match.index))) return [];
      const start = match.index + match[0].indexOf(age);
      return [{ start, end: start + age.length }];
    }),
  );
}

/** Characters between them. */
const REACH = 100;

/** Between an age and a name these begin something else: "the 50-year-old takes over from Mark Thompson". */
const APART = /\b(?:from|with|of|to|in|on|at|by|for|and|or|who|that|as|than|is|was|has|had|said)\b|[.,;:"“”]/;

/** Characters of " years old ". */
const YEARS_OLD = 12;

/** The name that follows "the 82-year-old" at once: "82-year-old presenter Bo Lund". */
function personBehind({ text, analysis }: ReadArticle, { end }: Span): Name | undefined {
  if (!/^[- ]years?[- ]old /.test(text.slice(end, end + YEARS_OLD))) return undefined;
  return analysis.names.find(({ kind, start }) => {
    if (kind !== 'person' || start <= end || start > end + REACH) return false;
    const said = text.slice(end, start);
    return /^[- ]years?[- ]old (?:\S+ ){0,4}$/.test(said) && !APART.test(said);
  });
}

/** Whoever was named before; "the 74-year-old senator" is the senator who was named last. */
function ownerBefore(article: ReadArticle, age: Span, canBe: (name: Name) => boolean): Name | undefined {
  const { text, analysis } = article;
  const behind = /^[- ]years?[- ]old((?: \p{L}[\p{L}-]*){1,3})/u.exec(text.slice(age.end, age.end + 60));
  const office = behind?.[1]
    ?.trim()
    .split(' ')
    .find((word) => OFFICES.has(word.toLowerCase()));
  if (office === undefined) return personBefore(article, age.start, canBe);
  const isHeld = isOffice(parseTerms(office));
  return analysis.names.findLast(
    (name) => name.end <= age.start && isHeld(new Set(parseTerms(entityOf(article, name)?.role ?? ''))),
  );
}

function agesOf(article: ReadArticle, wanted: readonly string[], when: readonly string[]): Fact[] {
  const isWanted = (name: Name | undefined): boolean => {
    const entity = entityOf(article, name);
    return entity?.kind === 'person' && isCalled(entity, wanted);
  };
  return (viewSentences([article])[0] ?? []).flatMap((view): Fact[] => {
    const { sentence, text, terms } = view;
    const held = new Set(terms);
    if (!when.every((term) => held.has(term))) return [];
    return agesIn(text).flatMap(({ start, end }): Fact[] => {
      // "was 17 when he began": so old he was then.
      if (when.length === 0 && /^ (?:when|as|at the time)\b/.test(text.slice(end))) return [];
      const age = { start: sentence.start + start, end: sentence.start + end };
      const said = PRONOUN.exec(leadTo(text, start))?.[1]?.toLowerCase();
      const pronoun = said === 'he' || said === 'she' ? said : null;
      const canBe = (name: Name): boolean => mayBeCalled(article, name, pronoun);
      const owner = personBehind(article, age) ?? ownerBefore(article, age, canBe);
      return isWanted(owner) ? [{ article, ...age }] : [];
    });
  });
}

/** "How old is the governor?", where one person alone is called so. */
const HOW_OLD_IS =
  /^(?:how old|what age) (?:is|was) the (\p{Ll}+(?: \p{Ll}+){0,2}?)(?: (when|as|at) ([\p{L}\p{N} ,'’-]{3,100}))?[?.!\s]*$/iu;

/** "What is Lund's age?", "age of the driver" ask how old they are. */
const asHowOld = (question: string): string =>
  question
    .replace(/^(?:what(?:['’]?s| is| was) )?(?:the )?age of (the |this |that |(?=\p{Lu}))/iu, 'How old is $1')
    .replace(/^what(?:['’]?s| is| was) ([^?]{2,60}?)['’]s age(?=[?.!\s]*$)/iu, 'How old is $1');

/** The first of each article that gives one. Empty for other questions, and where no article says it. */
export function findAges({ question: { text }, articles }: FactsAsked): Fact[] {
  const question = asHowOld(text);
  const [, office, , at] = HOW_OLD_IS.exec(question) ?? [];
  const [, called, , then] = HOW_OLD.exec(question) ?? [];
  const [holder] = office === undefined ? [] : findOnly(articles, office);
  const name = office === undefined ? called : holder && saidBy(holder);
  const when = office === undefined ? then : at;
  if (name === undefined || !/^\p{Lu}/u.test(name)) return [];
  const wanted = nameTerms(withoutCourtesy(name));
  if (wanted.length === 0) return [];
  const isDeath = DIED.test(when ?? '');
  const time = isDeath ? parseTerms('died') : parseTerms(when ?? '');
  return articles.flatMap((article) => {
    const found = agesOf(article, wanted, time);
    // "Ada Byron, 86, won twice": an article on her death gives the age at which she died.
    const ages =
      found.length === 0 && isDeath && DIED.test(article.text) ? agesOf(article, wanted, []) : found;
    return ages.slice(0, 1);
  });
}
