/** Questions that a brief makes a reader ask. They are candidates: only those that the core can answer may be shown. */
import type { ReadArticle } from '../article.ts';
import { parseTerms, stem } from '../search/query.ts';
import { SHORT_TITLES } from '../text/data/offices.ts';
import { SPEECH_VERBS } from '../text/data/speech-verbs.ts';
import { lettersOf } from '../text/letters.ts';
import { baseOf } from '../text/verbs.ts';
import { isNamedIn } from './topic-words.ts';
import { readTopicNames } from './topics.ts';
import type { Brief, Statement } from './types.ts';

const MOST = 9;

/** Candidates, the best of each kind first: what was said, how many, where, when, who. */
export function suggestQuestions(brief: Brief, articles: readonly ReadArticle[]): string[] {
  const kinds = [saidBy(brief, articles), howMany(brief), where(brief), when(brief, articles), who(brief)];
  const questions: string[] = [];
  for (let rank = 0; rank < MOST; rank++)
    for (const kind of kinds) {
      const question = kind[rank];
      // Two spellings of one name make one question: "Ann-Marie" and "Ann Marie".
      if (question !== undefined && !questions.some((other) => lettersOf(other) === lettersOf(question)))
        questions.push(question);
    }
  return questions.slice(0, MOST);
}

/** Those first that share most words with what was asked. */
export function orderByTerms(questions: readonly string[], asked: string): string[] {
  const terms = new Set(parseTerms(asked));
  const shared = (question: string): number => parseTerms(question).filter((term) => terms.has(term)).length;
  return [...questions].sort((a, b) => shared(b) - shared(a));
}

/** "What did Anna Weber say about the bridge?" */
function saidBy({ quotes }: Brief, articles: readonly ReadArticle[]): string[] {
  const [first] = articles;
  const names = first === undefined ? [] : readTopicNames(first);
  return quotes
    .filter(({ named }) => named)
    .map(({ speaker, words }) => {
      const about = names.find((name) => isNamedIn(words.join(' '), name) && !isNamedIn(speaker, name));
      return `What did ${speaker} say${about === undefined ? '' : ` about ${asWritten(fullName(about, articles), articles)}`}?`;
    });
}

/** Half a name is none: "Lucky Break" where only "Break" is a word of the topic. */
function fullName(name: string, articles: readonly ReadArticle[]): string {
  const whole = articles.flatMap(({ analysis }) => analysis.entities).map((entity) => entity.name);
  const words = ` ${name} `;
  return whole.includes(name) ? name : (whole.find((other) => ` ${other} `.includes(words)) ?? name);
}

/** "the Harbour Authority", where the articles mostly call it so. */
function asWritten(name: string, articles: readonly ReadArticle[]): string {
  const times = (words: string) =>
    articles.reduce((sum, { text }) => sum + text.toLowerCase().split(words.toLowerCase()).length - 1, 0);
  return 2 * times(`the ${name}`) > times(name) ? `the ${name}` : name;
}

/** "Seven people were killed in the fire." → "How many people were killed in the fire?" */
function howMany({ figures }: Brief): string[] {
  return figures.flatMap(({ words, statement }) => {
    const at = statement.shown.indexOf(words);
    if (at < 0) return [];
    const fate = fateOf(statement.shown.slice(0, at), words);
    if (fate !== null) return [`How many people were ${fate}?`];
    const rest =
      /^((?: (?!(?:who|that|which|and|or|but)\b)[\p{L}’'-]+)?) (were|was|have been|had been|are) (?:(?:also|earlier|already|later|then|now) )?([^.,;:"“”]{3,90})(?=[.,;:])/u.exec(
        statement.shown.slice(at + words.length),
      );
    const noun = words.replace(/^\S+\s*/, '').toLowerCase();
    if (/^(?:thousand|[mbtr]+illion)\b/.test(noun)) return [];
    if (rest === null || !/^\p{Ll}/u.test(words.replace(/^\S+\s*/, '')) || /\d/.test(noun)) return [];
    return [`How many ${noun}${rest[1] ?? ''} ${rest[2]} ${clauseOf(rest[3] ?? '')}?`];
  });
}

/** Up to where something else begins to be said: "killed in the fire which began at noon", "killed in Oslo and". */
function clauseOf(words: string): string {
  const [clause = ''] = words.split(
    / (?:and|but|or|while|when|as|which|who|whom|whose|that|where|after|before|since|because|although|according)\b/,
  );
  return clause.trim();
}

const FATES: readonly (readonly [RegExp, string])[] = [
  [/kill|toll/i, 'killed'],
  [/injur|wound/i, 'injured'],
  [/arrest|detain/i, 'arrested'],
];

/** "killing at least 41 people", "a death toll of 31": what was done to those counted stands right before the number. */
function fateOf(before: string, words: string): string | null {
  const own = /^(\p{L}[^\d]*)\d[\d,]*$/u.exec(words)?.[1] ?? '';
  const verb =
    /\b((?:kill|injur|wound|arrest|detain)(?:ed|ing|s)) (?:(?:at least|more than|about|around|some|nearly|up to) )?$/;
  const done = own !== '' ? own : / people$/.test(words) ? (verb.exec(before)?.[1] ?? '') : '';
  return FATES.find(([cue]) => cue.test(done))?.[1] ?? null;
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
function when({ timeline }: Brief, articles: readonly ReadArticle[]): string[] {
  return timeline.flatMap(({ statement }) => {
    const match =
      /((?:\p{Lu}[\p{L}.’'-]+ ){1,2})([a-z]+ed|[a-z]+) ((?:(?:to|in|from|with|the|a|an|of) )*\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)(?![\p{L}'’-])/u.exec(
        statement.shown,
      );
    const base = match === null ? null : baseOf(match[2] ?? '');
    // "endorsed Sen. Weber" goes on behind the full stop.
    const isCut = SHORT_TITLES.has((match?.[3] ?? '').split(' ').at(-1)?.toLowerCase() ?? '');
    return match === null ||
      base === null ||
      isCut ||
      stem(base) === stem('be') ||
      SPEECH_VERBS.has(match[2] ?? '')
      ? []
      : [`When did ${asInside((match[1] ?? '').trim(), articles)} ${base} ${match[3]}?`];
  });
}

/** "Authorities" has its capital from where it stands; a name keeps it. */
function asInside(subject: string, articles: readonly ReadArticle[]): string {
  const small = subject.toLowerCase();
  return articles.some(({ text }) => text.includes(` ${small} `)) ? small : subject;
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
