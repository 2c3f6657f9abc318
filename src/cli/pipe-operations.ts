/** What each `op` of the pipe does: the core's own functions, with requests checked and answers in the pipe's shape. */
import { z } from 'zod';
import type { Passage, ReadArticle, Span } from '../core/article.ts';
import { checkSize } from '../core/article-size.ts';
import { findAnswer } from '../core/ask/answer.ts';
import { buildStandalone } from '../core/ask/conversation.ts';
import { findNews } from '../core/brief/sentences/news.ts';
import { buildSummary } from '../core/brief/sentences/summary.ts';
import { BriefwireError } from '../core/errors.ts';
import type { ArticleIndex } from '../core/ports.ts';
import { createArticleIndex } from '../core/search/article-index.ts';
import { groupStories } from '../core/search/stories.ts';
import { parseNames } from '../core/text/names.ts';
import { parseQuotes } from '../core/text/quotes.ts';
import { parseSentences } from '../core/text/sentences.ts';
import { parseFeed } from '../ingest/parse/feed.ts';
import { LARGEST_FILE } from '../ingest/parse/file.ts';
import { parsePage } from '../ingest/parse/page.ts';
import { parseScraped } from '../ingest/parse/scraped.ts';
import type { Operate } from './pipe.ts';
import { articleSchema, readGiven } from './read-articles.ts';

/** The pipe's own index: what `search` and `answer` use where the request brings no articles. */
export interface PipeIndex {
  readonly index: ArticleIndex;
  readonly articles: readonly ReadArticle[];
}

const articles = z.array(articleSchema).superRefine((list, context) => {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', message: `the id ${JSON.stringify(id)} stands twice` });
    seen.add(id);
  }
});
const count = z.number().int().nonnegative();
const turn = z.object({ question: z.string(), answer: z.string().nullish() });

const ownText = z.object({ text: z.string(), title: z.string().nullish() });
const extract = z
  .object({ html: z.string().optional(), text: z.string().optional(), url: z.string().nullish() })
  .refine(
    (request) => (request.html === undefined) !== (request.text === undefined),
    'give either "html" or "text"',
  );
const feed = z.object({ body: z.string(), contentType: z.string().nullish(), url: z.string().nullish() });
const stories = z.object({ articles });
const summary = z.object({ articles, words: count, topic: z.string().nullish() });
const search = z.object({ query: z.string(), limit: count, articles: articles.optional() });
const standalone = z.object({ question: z.string(), history: z.array(turn) });
const answer = z.object({
  question: z.string(),
  history: z.array(turn).nullish(),
  articles: articles.optional(),
});
const news = z.object({ before: articles, after: articles, words: count });

/** The operations over `own`, the index that the pipe was started with. */
export function createOperations(own: () => Promise<PipeIndex>): Operate {
  const operations: Record<string, Operate> = {
    sentences: async (request) => ({ sentences: parseSentences(checkText(request).text).map(pair) }),
    names: async (request) => ({
      names: parseNames(checkText(request).text).map(({ start, end, kind }) => ({ start, end, kind })),
    }),
    quotes: async (request) => {
      const { text, title } = checkText(request);
      // What is said in the turns of a transcript has no marks, and is no quotation to the pipe.
      const quotes = parseQuotes(text, title ?? null).filter(
        ({ kind, turn }) => kind !== 'indirect' && turn !== true,
      );
      return {
        quotes: quotes.map(({ content, kind, cue, speaker }) => ({
          content: content.map(pair),
          kind,
          cue: cue && pair(cue),
          speaker: { ...speaker, mention: speaker.mention && pair(speaker.mention) },
        })),
      };
    },
    extract: async (request) => {
      const { html, text, url } = check(extract, request);
      if ((text?.length ?? 0) > LARGEST_FILE)
        throw new BriefwireError('too-large', 'the text is larger than 5 MB');
      return html === undefined ? parseScraped(text ?? '') : parsePage(html, url ? { url } : {});
    },
    feed: async (request) => {
      const { body, contentType, url } = check(feed, request);
      return parseFeed(body, { ...(contentType ? { contentType } : {}), ...(url ? { url } : {}) });
    },
    stories: async (request) => groupStories(check(stories, request).articles.map(readGiven)),
    summary: async (request) => {
      const { articles, words, topic } = check(summary, request);
      return {
        sentences: buildSummary(articles.map(readGiven), { words, ...(topic ? { topic } : {}) }).map(place),
      };
    },
    search: async (request) => {
      const { query, limit, articles } = check(search, request);
      const { index } = articles ? await indexOf(articles) : await own();
      const hits = await index.findPassages(query, limit);
      return { hits: hits.map((hit) => ({ ...place(hit), score: hit.score })) };
    },
    standalone: async (request) => {
      const { question, history } = check(standalone, request);
      return { question: await buildStandalone(question, history.map(readTurn)) };
    },
    answer: async (request) => {
      const { question, history, articles } = check(answer, request);
      const { index, articles: all } = articles ? await indexOf(articles) : await own();
      const found = await findAnswer(question, all, index, { history: (history ?? []).map(readTurn) });
      if (found.answered) {
        const { speaker: _, tentative: __, evidence, ...told } = found;
        return { ...told, evidence: evidence.map(place) };
      }
      const { contradicted, unsure: _, nearest, ...rest } = found;
      return { ...rest, ...(contradicted ? { contradicted } : {}), nearest: nearest.map(place) };
    },
    news: async (request) => {
      const { before, after, words } = check(news, request);
      return { sentences: findNews(before.map(readGiven), after.map(readGiven), { words }).map(place) };
    },
  };
  return async (request) => {
    const op = request['op'];
    const operation = typeof op === 'string' && Object.hasOwn(operations, op) ? operations[op] : undefined;
    if (!operation)
      throw new BriefwireError(
        'bad-request',
        `"op" is one of ${Object.keys(operations).join(', ')}; here it is ${typeof op === 'string' ? JSON.stringify(op) : 'no text'}.`,
      );
    return operation(request);
  };
}

function check<T>(schema: z.ZodType<T>, request: unknown): T {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the request'}: ${message}`,
  );
  throw new BriefwireError('bad-request', problems.join('; '));
}

/** The text of one article, and its title where that matters. */
function checkText(request: unknown): z.infer<typeof ownText> {
  const given = check(ownText, request);
  checkSize(given);
  return given;
}

async function indexOf(given: readonly z.infer<typeof articleSchema>[]): Promise<PipeIndex> {
  const read = given.map(readGiven);
  const index = createArticleIndex();
  await index.add(read);
  return { index, articles: read };
}

function readTurn({ question, answer }: z.infer<typeof turn>) {
  return answer === undefined || answer === null ? { question } : { question, answer };
}

function pair({ start, end }: Span): [number, number] {
  return [start, end];
}

function place({ article, start, end }: Passage) {
  return { article, start, end };
}
