/** Questions about what became of people, asked in the other words that news has for it. */
import type { ReadArticle } from '../../article.ts';
import type { Answer } from '../types.ts';
import { isIn } from '../words/whole-words.ts';

/** Whoever was killed died, and whoever was wounded was hurt; not all who died were killed by the same. */
const SAME: readonly (readonly [asked: RegExp, others: readonly string[]])[] = [
  [/\b(?:has |have |had )?died\b/i, ['was killed', 'were killed']],
  [/\bhurt\b/i, ['injured', 'wounded']],
  [/\binjured\b/i, ['hurt', 'wounded']],
  [/\bwounded\b/i, ['injured', 'hurt']],
  [/\barrested\b/i, ['detained']],
  [/\bdetained\b/i, ['arrested']],
];
const ASKS_OF_PEOPLE = /^(?:so |and )?(?:who|how many|which|what (?:people|man|woman))\b/i;

/** A question in other words, and the one that its answer stands beside. */
export interface Reworded {
  readonly question: string;
  readonly word: string;
}

/** The question in other words, likeliest first; none for most questions. */
export function inOtherWords(question: string): Reworded[] {
  if (!ASKS_OF_PEOPLE.test(question)) return [];
  const [asked, others = []] = SAME.find(([words]) => words.test(question)) ?? [];
  if (asked === undefined) return [];
  return others.map((other) => ({
    question: question.replace(asked, other),
    word: other.slice(other.lastIndexOf(' ') + 1),
  }));
}

/** Whether the answer stands in a sentence with the word: who was killed in the next one was not wounded. */
export function standsBeside(answer: Answer, word: string, articles: readonly ReadArticle[]): boolean {
  if (!answer.answered) return false;
  const [first] = answer.evidence;
  const article = articles.find(({ id }) => id === first?.article);
  if (first === undefined || article === undefined) return false;
  return article.analysis.sentences.some(({ start, end }) => {
    const said = article.text.slice(start, end);
    const isShown = start < first.end && end > first.start;
    return isShown && isIn(answer.answer, said) && isIn(word, said.toLowerCase());
  });
}

const DEAD =
  /\b(?:dead|deaths?|died?|dies|dying|killed|kills?|killing|slain|drowned|perished|murdered|fatal\w*|lost (?:his|her|their) li[fv]es?)\b/i;
const HURT = /\b(?:hurt|injur\w+|wound\w+)\b/i;

/** Whether a sentence tells of those who died alone where it is asked who was hurt, or the other way round. */
export function isOtherFate(question: string, sentence: string): boolean {
  const [asked, other] = HURT.test(question) ? [HURT, DEAD] : [DEAD, HURT];
  if (!ASKS_OF_PEOPLE.test(question) || !asked.test(question) || other.test(question)) return false;
  return other.test(sentence) && !asked.test(sentence);
}
