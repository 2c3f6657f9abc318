/** Answers a question: from the thread's brief first, then from everything, with the thread's history for follow-ups. */
import { isForBot } from '../../core/ask/conversation.ts';
import { isAside, isDoubt, isGreeting, isReaction } from '../../core/ask/small-talk.ts';
import type { Turn } from '../../core/ask/types.ts';
import type { AskResult, Briefings } from '../../core/briefing-types.ts';
import { parseTerms } from '../../core/search/query.ts';
import { isForeignLine, isForeignQuestion } from '../../core/text/language.ts';
import { buildAnswerCard } from '../cards/answer.ts';
import { citations, paragraph, plain, sourcesBlock } from '../cards/inline.ts';
import { buildLineCard } from '../cards/lists.ts';
import type { Context, Reply } from '../reply.ts';
import { parseUndone } from '../requests/bot-requests.ts';
import { asksForSources } from '../requests/parse-part.ts';
import type { ThreadState, ThreadTurn } from '../stores.ts';
import { words } from '../words.ts';

/** Longer questions are cut: nobody asks in so many words, and none is worth a slow answer. */
const LONGEST_QUESTION = 2000;
/** Articles of an answer that are shown again where it is doubted. */
const PLACES = 3;
/** Turns that a follow-up may lean on. */
const HISTORY = 12;

export async function replyToQuestion(
  question: string,
  context: Context,
  deps: { readonly briefings: Briefings },
): Promise<Reply> {
  const asked = withoutPictures(question.slice(0, LONGEST_QUESTION));
  if (!/[\p{L}\p{N}]/u.test(asked)) return { card: buildLineCard(words.emptyQuestion) };
  const last = context.thread?.turns.at(-1);
  const answered = last?.answer ? last : undefined;
  if (isDoubt(asked) || (answered && asksForSources(asked)))
    return answered ? whereSaid(answered, context, deps) : { card: buildLineCard(words.askThem) };
  if (isAside(asked)) return { card: buildLineCard(words.askThem) };
  if (isReaction(asked)) return { card: buildLineCard(words.welcome) };
  if (isGreeting(asked)) return { card: buildLineCard(words.hello) };
  const undone = parseUndone(asked);
  if (undone !== undefined) return unanswered(words.undone[undone]);
  if (isForeignQuestion(asked)) return unanswered(words.englishOnly);
  const result = await deps.briefings.ask({
    scope: { space: context.space },
    question: asked,
    history: historyOf(context.thread),
    articles: context.thread?.articles ?? [],
  });
  if (result.empty) return unanswered(`${words.empty} ${words.howToAdd}`);
  const { answer } = result;
  if (!answer.answered && isForeignLine(asked)) return unanswered(words.englishOnly);
  const lost = !answer.answered && result.passages.length === 0;
  const topics = lost ? await deps.briefings.topics({ space: context.space }) : [];
  return {
    card: buildAnswerCard(result, asked, topics),
    unanswered: !saysSomething(result),
    shown: result.passages.map(({ passage, version, words: said }, index) => ({
      article: passage.article,
      version,
      words: said,
      // The card takes the answer out of the first passage, and shows what is left of it.
      ...(index === 0 && answer.answered && said.includes(answer.answer) ? { as: answer.answer } : {}),
    })),
    turn: {
      question: answer.question,
      answer: answer.answered ? answer.answer : '',
      evidence: result.passages.map(({ passage, version }) => ({ ...passage, version })),
    },
  };
}

/** Where an answer stands: its passages as they were shown, one of each article, with where they are from. */
async function whereSaid(
  { evidence }: Pick<ThreadTurn, 'evidence'>,
  { space }: Context,
  { briefings }: { readonly briefings: Briefings },
): Promise<Reply> {
  const articles = [...new Set(evidence.map(({ article }) => article))].slice(0, PLACES);
  const asked = articles.flatMap((id) => evidence.find(({ article }) => article === id) ?? []);
  const found = await Promise.all(
    asked.map(async (passage) => ({ passage, place: await briefings.context({ space }, passage) })),
  );
  const kept = found.flatMap(({ passage, place }) => (place === undefined ? [] : [{ passage, place }]));
  if (kept.length === 0) return { card: buildLineCard(words.articleGone) };
  const sources = kept.map(({ place }, at) => ({ ...place.source, number: at + 1 }));
  const items = kept.map(({ place }, at) => [plain(place.words), ...citations([at + 1], sources)]);
  return {
    card: {
      summary: words.soTheySay,
      blocks: [paragraph(words.soTheySay), { type: 'list', items }, sourcesBlock(sources)],
    },
    shown: kept.map(({ passage: { article, version }, place }) => ({ article, version, words: place.words })),
  };
}

/** "thanks 🙏" is thanks. A sign such as ™ is a part of its word. */
function withoutPictures(text: string): string {
  return text
    .replace(
      /(?<!\S)(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200D|\uFE0F)+(?!\S)/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function unanswered(line: string): Reply {
  return { card: buildLineCard(line), unanswered: true };
}

/** What other articles than those of the thread say, or these only perhaps, is a guess at what people speak of who did not ask the bot. */
function saysSomething(result: AskResult): boolean {
  const { answer, searched } = result;
  if (answer.answered && searched === 'wider') return false;
  return (answer.answered ? !answer.tentative : answer.contradicted) || isAboutThem(result);
}

/** How many of a question's words the nearest passages have, at least, where it asks of them. */
const ABOUT = { words: 2, share: 0.5 };

/** Whether a question speaks of what the articles speak of: whoever asks it in a thread wants to hear that they do not say. */
function isAboutThem({ answer, passages }: AskResult): boolean {
  const asked = new Set(parseTerms(answer.question));
  const said = new Set(passages.flatMap(({ words: one }) => parseTerms(one)));
  const shared = [...asked].filter((term) => said.has(term)).length;
  return shared >= ABOUT.words && shared >= ABOUT.share * asked.size;
}

/** Is this a question to the bot, or talk among people that asks nothing of it? */
export function isQuestion(said: string, thread: ThreadState | undefined): boolean {
  return isForBot(said, historyOf(thread), thread?.query);
}

function historyOf(thread: ThreadState | undefined): Turn[] {
  return (thread?.turns ?? [])
    .slice(-HISTORY)
    .map(({ question, answer }) => (answer ? { question, answer } : { question }));
}
