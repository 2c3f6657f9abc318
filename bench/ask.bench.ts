/** How long an answer takes over an index of all dev articles, from the question to the passages. */
import { findAnswer } from '../src/core/ask/answer.ts';
import { createArticleIndex } from '../src/core/search/article-index.ts';
import { percentile, readAllArticles, readFacts } from './all-articles.ts';
import { hasData, readRows } from './questions.ts';

export async function run(): Promise<void> {
  if (!hasData()) {
    console.log('skipped: ../shared/data is absent');
    return;
  }
  const articles = readAllArticles();
  const index = createArticleIndex();
  await index.add(articles);
  const short = readRows<{ question: string }>('qa-realtimeqa/dev.jsonl.gz').map(({ question }) => question);
  const long = readFacts().questions.map(({ question }) => question);
  const ask = (question: string): Promise<unknown> => findAnswer(question, articles, index, { history: [] });
  const first = performance.now();
  await ask('Who won the election?');
  console.log(
    `${articles.length} articles; the first answer, which loads the tagger: ${(performance.now() - first).toFixed(0)} ms`,
  );
  for (const [name, questions] of [
    ['questions of a news quiz', short],
    ['questions over several sources', long],
  ] as const) {
    const times: number[] = [];
    for (const question of questions) {
      const start = performance.now();
      await ask(question);
      times.push(performance.now() - start);
    }
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
    console.log(`${name}: p50 ${half.toFixed(1)} ms (goal 30), p99 ${most.toFixed(1)} ms (goal 120)`);
  }
}
