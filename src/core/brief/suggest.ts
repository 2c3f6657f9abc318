/** Questions that a brief makes a reader ask. They are candidates: only those that the core can answer may be shown. */
import type { ReadArticle } from '../article.ts';
import { stem } from '../search/query.ts';
import { isNamedIn } from './topic-words.ts';
import { readTopicNames } from './topics.ts';
import type { Brief, Statement } from './types.ts';
import { baseOf } from './verbs.ts';

const MOST = 9;

/** Candidates, the best of each kind first: what was said, how many, where, when, who. */
export function suggestQuestions(brief: Brief, articles: readonly ReadArticle[]): string[] {
  const kinds = [saidBy(brief, articles), howMany(brief), where(brief), when(brief), who(brief)];
  const questions: string[] = [];
  for (let rank = 0; rank < MOST; rank++)
    for (const kind of kinds) {
      const question = kind[rank];
      if (question !== undefined && !questions.includes(question)) questions.push(question);
    }
  return questions.slice(0, MOST);
}

/** "What did Anna Weber say about the bridge?" */
function saidBy({ quotes }: Brief, articles: readonly ReadArticle[]): string[] {
  const [first] = articles;
  const names = first === undefined ? [] : readTopicNames(first);
  return quotes
    .filter(({ named }) => named)
    .map(({ speaker, words }) => {
      const about = names.find((name) => isNamedIn(words.join(' '), name) && !isNamedIn(speaker, name));
      return `What did ${speaker} say${about === undefined ? '' : ` about ${about}`}?`;
    });
}

/** "Seven people were killed in the fire." → "How many people were killed in the fire?" */
function howMany({ figures }: Brief): string[] {
  return figures.flatMap(({ words, statement }) => {
    const at = statement.shown.indexOf(words);
    const rest = /^((?: [\p{L}’'-]+)?) (were|was|have been|had been|are) ([^.,;:"“”]{3,90})(?=[.,;:])/u.exec(
      statement.shown.slice(at + words.length),
    );
    const noun = words.replace(/^\S+\s*/, '');
    if (at < 0 || rest === null || !/^[a-z]/.test(noun) || /\d/.test(noun)) return [];
    const [said = ''] = (rest[3] ?? '').split(/ (?:and|but|while|when|as) /);
    return [`How many ${noun}${rest[1] ?? ''} ${rest[2]} ${said.trim()}?`];
  });
}

/** "The ministers will meet in Oslo." → "Where will the ministers meet?" */
function where({ happened, comparisons }: Brief): string[] {
  return statementsOf(happened, comparisons).flatMap(({ shown }) => {
    const match =
      /^((?:The|A|An) [\p{Ll} -]{2,40}|[\p{Lu}][\p{L}.’' -]{1,40}) will ([a-z]+) (?:in|at) (?:the )?\p{Lu}/u.exec(
        shown,
      );
    return match === null ? [] : [`Where will ${lowered(match[1] ?? '')} ${match[2]}?`];
  });
}

/** "In May, Anna Weber visited Oslo." → "When did Anna Weber visit Oslo?" */
function when({ timeline }: Brief): string[] {
  return timeline.flatMap(({ statement }) => {
    const match =
      /((?:\p{Lu}[\p{L}.’'-]+ ){1,2})([a-z]+ed|[a-z]+) ((?:(?:to|in|from|with|the|a|an|of) )*\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)/u.exec(
        statement.shown,
      );
    const base = match === null ? null : baseOf(match[2] ?? '');
    return match === null || base === null || stem(base) === stem('be')
      ? []
      : [`When did ${(match[1] ?? '').trim()} ${base} ${match[3]}?`];
  });
}

/** "Who is Anna Weber?", where the articles give a role. */
function who({ quotes }: Brief): string[] {
  return quotes
    .filter(({ named, role }) => named && role !== null)
    .map(({ speaker }) => `Who is ${speaker}?`);
}

function statementsOf(
  happened: readonly Statement[],
  comparisons: Brief['comparisons'],
): readonly Statement[] {
  return [...comparisons.flatMap(({ sides }) => sides), ...happened];
}

function lowered(subject: string): string {
  return subject.replace(/^(?:The|A|An)\b/, (word) => word.toLowerCase());
}
