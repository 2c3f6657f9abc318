/** The words of an answer as a reader is told them: a number with its hedge, a place with the part of it that is meant. */
import type { ReadArticle } from '../article.ts';
import type { Answer } from './types.ts';
import { isNumberWord } from './words/number-words.ts';
import { placesOfWords } from './words/whole-words.ts';

/** Without it a number says more, or less, than the article does. */
const HEDGE =
  /\b(?:(?:more|fewer|less) than|at (?:least|most)|up to|nearly|almost|roughly|approximately|as (?:many|much) as|close to|an estimated|between [$€£¥]?[\d.,]+ and) $/i;
/** These say so too, but only where no verb takes them for itself: "argued over 40 boats", "asked about them". */
const PERHAPS_HEDGE =
  /(?<=^|[.!?,;:(“"—–]\s*|\b(?:and|or|that|of|with|to|at|for|from|by|in|than|after|into|is|are|was|were|be|been|has|have|had|costs?|worth|kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|lost|loses|sold|bought|employs?|employed) )(?:about|around|some|(?:just )?(?:over|under)) $/i;

/** "eastern", "central", "downtown": of a place only that part. */
const PART =
  /\b(?:(?:north|south)[ -]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|downtown|upstate|rural|inner|outer|mainland) $/;

const hedgeBefore = (text: string): string => (HEDGE.exec(text) ?? PERHAPS_HEDGE.exec(text))?.[0] ?? '';

/** "4,200 boats", "forty-two", "a hundred boats". */
function counts(answer: string): boolean {
  const [first = '', second = ''] = answer.toLowerCase().split(/[\s-]/);
  const lower = /^an?$/.test(first) ? second : first;
  return isNumberWord({ lower, pos: 'X' });
}

/** What may stand before the words of an answer and limits them, or null where nothing does. */
function limiting({
  answer,
  question,
}: {
  answer: string;
  question: string;
}): ((text: string) => string) | null {
  if (counts(answer)) return hedgeBefore;
  const isPlace = /\bwhere\b/i.test(question) && /^\p{Lu}/u.test(answer);
  return isPlace ? (text) => PART.exec(text)?.[0] ?? '' : null;
}

/** "More than 4,200 boats" for "4,200 boats", where its passage says so. The answer stays a part of the first passage. */
export function withHedge(answer: Answer, articles: readonly ReadArticle[]): Answer {
  const before = answer.answered ? limiting(answer) : null;
  if (!answer.answered || before === null) return answer;
  const [first] = answer.evidence;
  const article = articles.find(({ id }) => id === first?.article);
  if (first === undefined || article === undefined) return answer;
  const passage = article.text.slice(first.start, first.end);
  const places = [...placesOfWords(answer.answer, passage)];
  const [hedge = '', ...others] = places.map((at) => before(passage.slice(0, at)));
  // Where it stands twice, nobody can tell here which of them is the answer.
  return others.some((other) => other !== hedge) ? answer : { ...answer, answer: hedge + answer.answer };
}
