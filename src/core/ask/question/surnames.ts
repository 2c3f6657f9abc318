/** A question with the surname alone of somebody whom articles mostly call so: "Mr. Sloan, 56," is Timothy J. Sloan. */

import type { ReadArticle } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import type { Answer } from '../types.ts';
import { isIn } from '../words/whole-words.ts';

/** "Timothy J. Sloan", "Moner Mohammad Abusalha": two words or more, each with a capital. */
const NAMES = /(?<![\p{L}.])\p{Lu}[\p{L}'’-]*\.?(?: (?:\p{Lu}[\p{L}'’-]*\.?|de|van|von|bin|al))+/gu;
/** Names of two people are left as they are. */
const SHORTEST = 2;

interface Called {
  readonly people: readonly Person[];
  /** By which surnames alone somebody is called: "Mr. Sloan". */
  readonly alone: ReadonlySet<string>;
}

interface Person {
  readonly given: readonly string[];
  readonly surname: string;
}

function peopleIn(articles: readonly ReadArticle[]): Person[] {
  return articles.flatMap(({ analysis }) =>
    analysis.entities.flatMap(({ name, kind }): Person[] => {
      const terms = kind === 'person' ? nameTerms(name) : [];
      const surname = terms.at(-1);
      return surname === undefined || terms.length < SHORTEST ? [] : [{ given: terms.slice(0, -1), surname }];
    }),
  );
}

function calledIn(articles: readonly ReadArticle[]): Called {
  const people = peopleIn(articles);
  const given = new Set(people.flatMap((one) => one.given));
  const alone = articles.flatMap(({ text, analysis }) =>
    analysis.names.flatMap(({ start, end }) => {
      const terms = nameTerms(text.slice(start, end));
      return terms.some((term) => given.has(term)) ? [] : terms.slice(-1);
    }),
  );
  return { people, alone: new Set(alone) };
}

/** "Tim" and "Timothy", "J." and "James" may be the same name. */
const mayBeOne = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** Whether the words are the name of one of them, whom the articles call by the surname, and nobody else. */
function isOnly(terms: readonly string[], { people, alone }: Called): boolean {
  if (!alone.has(terms.at(-1) ?? '')) return false;
  const given = terms.slice(0, -1);
  const bearers = people.filter(({ surname }) => surname === terms.at(-1));
  const isKnown = bearers.some((one) => given.every((name) => one.given.includes(name)));
  return isKnown && bearers.every((one) => mayBeOne(one.given[0] ?? '', given[0] ?? ''));
}

/** The question with surnames alone; undefined where it names nobody by more, or where that may be somebody else. */
export function withSurnames(question: string, articles: readonly ReadArticle[]): string | undefined {
  const called = calledIn(articles);
  const short = question.replace(NAMES, (name) => {
    const words = name.split(' ');
    // "Did Timothy Sloan resign?": a name opens no question but by "Did".
    const from = [0, 1].find(
      (at) => words.length - at >= SHORTEST && isOnly(nameTerms(words.slice(at).join(' ')), called),
    );
    return from === undefined ? name : [...words.slice(0, from), words.at(-1)].join(' ');
  });
  // "What did Timothy Sloan do?" asks for nothing that tells one sentence about him from another.
  const says = parseTerms(question.replace(NAMES, ' ')).length > 0;
  return short === question || !says ? undefined : short;
}

const ASKS_AGE = /^how old\b/i;

/** "Mr. Lund, 56,", "Lund (56)", "Ms. Moen, a 30-year-old nurse": whose age it is stands beside it. */
function isAgeOf(age: string, surname: string, said: string): boolean {
  const at = said.search(new RegExp(String.raw`(?<!\d)${age}(?!\d)`));
  return new RegExp(String.raw`(?<!\p{L})${surname}(?:, | \()(?:who is |an? )?$`, 'iu').test(
    said.slice(0, at),
  );
}

/** Whether what the question asks of somebody stands in a sentence: "arrested" and not only his name and a day. */
function holdsAsked(question: string, said: string): boolean {
  // No synonyms: by them a pit stop was an arrest, and whoever came next a successor.
  const terms = new Set(parseTerms(said));
  return parseTerms(question.replace(NAMES, ' ')).every((asked) => terms.has(asked));
}

/** Whether an answer to the question with surnames alone stands where somebody is called so, beside what is asked of him. */
export function isSaidByThem(answer: Answer, question: string, articles: readonly ReadArticle[]): boolean {
  // What is only perhaps so of whom the question names by more is left out.
  if (!answer.answered || answer.tentative) return false;
  const [first] = answer.evidence;
  const article = articles.find(({ id }) => id === first?.article);
  const names = [...question.matchAll(NAMES)].map(([name]) => name.split(' '));
  return (article?.analysis.sentences ?? []).some(({ start, end }) => {
    const said = article?.text.slice(start, end) ?? '';
    const isShown = first !== undefined && start < first.end && end > first.start;
    if (!isShown || !said.includes(answer.answer)) return false;
    const called = names.find((words) => isIn((words.at(-1) ?? '').toLowerCase(), said.toLowerCase()));
    if (called === undefined || isIn(called.slice(-2).join(' ').toLowerCase(), said.toLowerCase()))
      return false;
    return ASKS_AGE.test(question)
      ? isAgeOf(answer.answer, called.at(-1) ?? '', said)
      : holdsAsked(question, said);
  });
}
