/** "Who will pay?": an explainer, or an interview, asks it in the same words, and what stands behind is its answer. */
import type { Passage, ReadArticle, Sentence } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { namesOf } from './called.ts';

/** The sentences behind a question of the article. */
export interface AnsweredQuestion {
  readonly article: ReadArticle;
  /** Where the answer begins, behind the name of who gives it, and ends. */
  readonly told: Passage;
}

/** So much of either question stands in the other. */
const SAME = 0.6;
/** Sentences of an answer, and its words. */
const MOST = { sentences: 3, words: 80 };

const ASKS = /\?\s*$/;
/** "Q: ", "3. ", "ADA BYRON: " before a question. */
const LEAD = /^(?:\d{1,2}[.)]\s+|[^?:]{1,60}:\s+|Q\.\s+)/;
const WORD =
  /^(?:and |but |so )?(?<word>how (?:many|much|long|old|far|often)|how|who|whom|whose|what|when|where|why|which|is|are|was|were|will|would|can|could|does|do|did|has|have|had|should)\b/i;
/** What ends no sentence is a heading, or a link: but "5 June" may answer. */
const ENDS = /[.!?…:;,][*"”’')\]]*$/;
/** Of what the headline speaks, in the questions of an explainer. */
const POINTS = /\b(?:it|its|they|them|their|this|that|he|she|him|her|you|your)\b/i;

/** Whether a sentence is nothing but a question: it tells nobody anything. */
export function asksItself(text: string): boolean {
  return ASKS.test(text);
}

/** What is asked for: "who", "how many"; of all that wants yes or no the same. */
function wordOf(question: string): string | undefined {
  const word = WORD.exec(question)?.groups?.['word']?.toLowerCase();
  return word === undefined || /^(?:wh|how)/.test(word) ? word : 'whether';
}

/** Whether two questions ask the same; what the headline speaks of need not be said in an explainer's own. */
function areSame(asked: string, own: string, title: string | null): boolean {
  if (wordOf(asked) === undefined || wordOf(asked) !== wordOf(own)) return false;
  const theirs = new Set(parseTerms(own.replace(WORD, '')));
  if (theirs.size === 0) return isFilled(asked, own, title);
  const known = new Set(parseTerms(title ?? ''));
  const wanted = new Set(
    parseTerms(asked.replace(WORD, '')).filter((term) => theirs.has(term) || !known.has(term)),
  );
  const shared = [...wanted].filter((term) => theirs.has(term));
  const most = Math.max(wanted.size, theirs.size);
  // "Who is Bo Lund?" does not ask who his wife is.
  const named = new Set(namesOf(own.replace(WORD, '')));
  const isOfNames = shared.every((term) => named.has(term)) && shared.length < wanted.size;
  return shared.length > 0 && !isOfNames && shared.length >= SAME * most;
}

/** "Who is against it?", with what the headline speaks of: "Who is against the levy?" */
function isFilled(asked: string, own: string, title: string | null): boolean {
  const form = own
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(POINTS, '.{1,60}?');
  const known = new Set(parseTerms(title ?? ''));
  const isOfTitle = parseTerms(asked.replace(WORD, '')).every((term) => known.has(term));
  return isOfTitle && new RegExp(`^${form}$`, 'i').test(asked.trim());
}

/** The first article that asks the same and goes on with an answer, or undefined. */
export function findAnsweredQuestion(
  asked: string,
  articles: readonly ReadArticle[],
): AnsweredQuestion | undefined {
  for (const article of articles) {
    const { text, analysis } = article;
    const textOf = ({ start, end }: Sentence): string => text.slice(start, end);
    for (const [at, sentence] of analysis.sentences.entries()) {
      const own = textOf(sentence);
      if (!asksItself(own) || !areSame(asked, own.replace(LEAD, ''), article.title)) continue;
      const told = answerBehind(article, at);
      if (told !== undefined) return { article, told };
    }
  }
  return undefined;
}

/** The sentences behind one, up to the next question or the next who speaks, without the name before them. */
function answerBehind(article: ReadArticle, at: number): Passage | undefined {
  const { text, analysis } = article;
  const [next] = analysis.sentences.slice(at + 1);
  if (next === undefined) return undefined;
  const first = text.slice(next.start, next.end).trimEnd();
  if (asksItself(first) || !(ENDS.test(first) || /^\S+(?: \S+)?$/.test(first))) return undefined;
  const turn = analysis.quotes.find(
    ({ turn, content }) =>
      turn === true && content.some(({ start, end }) => start < next.end && next.start < end),
  );
  const begin = Math.max(next.start, turn?.content[0]?.start ?? 0);
  let { end } = next;
  for (const one of analysis.sentences.slice(at + 2, at + 1 + MOST.sentences)) {
    const words = text.slice(begin, one.end).split(/\s+/).length;
    const isOver = turn !== undefined && one.start >= (turn.content.at(-1)?.end ?? 0);
    const isHeading = !/[.!…]["”’')\]]*$/.test(text.slice(one.start, one.end));
    if (words > MOST.words || isOver || isHeading) break;
    end = one.end;
  }
  return { article: article.id, start: begin, end };
}
