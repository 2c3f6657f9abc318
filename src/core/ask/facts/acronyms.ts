/** Letters and the names that they stand for: "NHSO" and the National Harbour Safety Office. */
import type { ReadArticle, Span } from '../../article.ts';
import type { Fact, FactsAsked } from './fact.ts';

const ACRONYM = /(?<![\p{L}\d])\p{Lu}{3,6}(?![\p{L}\d])/gu;
const SMALL = /^(?:of|and|the|for|in|on|de|&)$/i;

const STANDS_FOR =
  /^[Ww]hat (?:does|do|is) (?:the )?(?:acronym |abbreviation |letters? )?(\p{Lu}[\p{Lu}\d]{1,7}) (?:stand for|mean|short for)[?.!\s]*$/u;

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => !SMALL.test(word))
    .map((word) => word.charAt(0))
    .join('');

/** The question with the letters for which the articles only have the one name that begins with them, in full. */
export function spellOut(question: string, articles: readonly ReadArticle[]): string {
  // In a question in capitals all words look so.
  if (!/\p{Ll}/u.test(question)) return question;
  return question.replace(ACRONYM, (short) => {
    if (articles.some(({ title, text }) => `${title ?? ''} ${text}`.includes(short))) return short;
    const names = articles.flatMap(({ text, analysis }) =>
      analysis.names
        .filter(({ kind }) => kind !== 'person')
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => initialsOf(name) === short),
    );
    const [only] = names;
    return only !== undefined && new Set(names.map((name) => name.toLowerCase())).size === 1 ? only : short;
  });
}

/** The words before "(NHSO)" that begin with its letters. */
function nameBefore(text: string, end: number, short: string): Span | undefined {
  const words = [...text.slice(Math.max(0, end - 200), end).matchAll(/[^\s]+/g)];
  const offset = Math.max(0, end - 200);
  for (let size = short.length; size <= words.length && size <= 2 * short.length; size++) {
    const first = words.at(-size);
    const said = first && text.slice(offset + first.index, end).trimEnd();
    if (said && !SMALL.test(first[0]) && initialsOf(said).toUpperCase() === short)
      return { start: offset + first.index, end: offset + first.index + said.length };
  }
  return undefined;
}

function fullName({ text, analysis }: ReadArticle, short: string): Span | undefined {
  const before = text.indexOf(`(${short})`);
  const named = before < 0 ? undefined : nameBefore(text, before, short);
  if (named !== undefined) return named;
  const behind = text.indexOf(`${short} (`);
  const [, inside = ''] = /^\(([^()]{4,80})\)/.exec(text.slice(behind + short.length + 1)) ?? [];
  if (behind >= 0 && initialsOf(inside).endsWith(short)) {
    const start = behind + short.length + 2;
    return { start, end: start + inside.length };
  }
  return analysis.names.find(
    ({ start, end, kind }) => kind !== 'person' && initialsOf(text.slice(start, end)) === short,
  );
}

/** "What does NHSO stand for?" is told by its name or not at all. */
export function asksFullName(question: string): boolean {
  return STANDS_FOR.test(question);
}

/** "What does NHSO stand for?": the name in each article that has it in full. Empty for other questions. */
export function findFullNames({ question, articles }: FactsAsked): Fact[] {
  const short = STANDS_FOR.exec(question.text)?.[1];
  if (short === undefined) return [];
  return articles.flatMap((article) => {
    const name = fullName(article, short);
    return name === undefined ? [] : [{ article, start: name.start, end: name.end }];
  });
}
