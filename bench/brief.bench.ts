/** How fast briefs and stories are, over all articles of the dev data, beside the goals. */
import type { ReadArticle } from '../src/core/article.ts';
import { buildBrief } from '../src/core/brief/brief.ts';
import { groupStories, openStories } from '../src/core/search/stories.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import {
  type EcbArticle,
  isoDate,
  type MultiNews,
  readRows,
  type Timeline,
  type WikinewsEvent,
} from './dev-articles.ts';

/** Articles in the running stories while one more is added. */
const STORED = 3000;
/** The largest brief that people are given. */
const LARGE = 40;
/** What a digest may find of one story: no more is read than people could. */
const ENDLESS = [300, 1000, 3000];

export async function run(): Promise<void> {
  const articles = readAll();
  if (articles === null) return console.log('skipped: ../shared/data is not there');
  console.log(`${articles.length} articles, read before`);
  const stories = timed('stories of 1,000 articles', 'under 3 s', () =>
    groupStories(articles.slice(0, 1000)),
  );
  const running = timed(`stories of ${STORED} articles`, '', () => openStories(articles.slice(0, STORED)));
  printTimes(
    `adding one article to stories of ${STORED}`,
    'p99 under 20 ms',
    timesOf(articles.slice(STORED, STORED + 200), (article) => running.add(article)),
  );
  const byId = new Map(articles.map((article) => [article.id, article]));
  const briefs = stories.stories.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  for (let at = 0; at + LARGE <= articles.length; at += 10 * LARGE)
    briefs.push(articles.slice(at, at + LARGE));
  const options = {
    title: '',
    query: 'police',
    length: 'full',
    families: new Map<string, string>(),
    now: new Date(0),
  } as const;
  for (const group of briefs.slice(0, 20)) buildBrief(group, options); // the engine warms up
  printTimes(
    'a brief',
    'p50 under 20 ms, p99 under 80 ms',
    timesOf(briefs, (group) => buildBrief(group, options)),
  );
  printTimes(
    `a brief of ${LARGE} unrelated articles`,
    '',
    timesOf(
      briefs.filter((group) => group.length === LARGE),
      (group) => buildBrief(group, options),
    ),
  );
  for (const many of ENDLESS)
    timed(`a brief of ${many} articles`, 'under 1 s', () => buildBrief(articles.slice(0, many), options));
}

function readAll(): ReadArticle[] | null {
  const events = readRows<WikinewsEvent>('cluster-wikinews');
  const ecb = readRows<EcbArticle>('cluster-ecbplus');
  const news = readRows<MultiNews>('summ-multinews');
  const lines = readRows<Timeline>('timeline-background');
  const pairs = readRows<{ id: string; text1: string; text2: string }>('similarity-semeval22');
  const quotes = readRows<{ id: string; text: string }>('quotes-polnear');
  if (!events || !ecb || !news || !lines || !pairs || !quotes) return null;
  return [
    ...events.flatMap(({ articles }) =>
      articles.map(({ id, title, text, published }) =>
        readArticle({ id, text, title, published: isoDate(published) }),
      ),
    ),
    ...ecb.map(({ id, sentences }) => readArticle({ id, text: sentences.join(' ') })),
    ...news.flatMap(({ id, documents }) =>
      documents.map((text, at) => readArticle({ id: `${id}/${at}`, text })),
    ),
    ...pairs.flatMap(({ id, text1, text2 }) => [
      readArticle({ id: `${id}/1`, text: text1 }),
      readArticle({ id: `${id}/2`, text: text2 }),
    ]),
    ...quotes.map(({ id, text }) => readArticle({ id, text })),
    ...lines.flatMap(({ event, updates }) =>
      updates.flatMap(({ date, update_by_annotator }, at) =>
        update_by_annotator.map((text, by) =>
          readArticle({ id: `${event}/${at}/${by}`, text, published: date }),
        ),
      ),
    ),
  ];
}

/** Milliseconds by the clock, and of this process alone: a busy machine makes the first longer. */
interface Time {
  readonly clock: number;
  readonly own: number;
}

function timeOf<T>(work: () => T): { result: T; time: Time } {
  const [clock, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, time: { clock: performance.now() - clock, own: (user + system) / 1000 } };
}

function timed<T>(what: string, goal: string, work: () => T): T {
  const { result, time } = timeOf(work);
  const [clock, own] = [time.clock, time.own].map((each) => (each / 1000).toFixed(2));
  console.log(`${what}: ${clock} s (processor ${own} s)${goal && `, goal: ${goal}`}`);
  return result;
}

function timesOf<T>(items: readonly T[], work: (item: T) => unknown): Time[] {
  return items.map((item) => timeOf(() => work(item)).time);
}

function printTimes(what: string, goal: string, times: readonly Time[]): void {
  const at = (key: keyof Time, share: number): string => {
    const sorted = times.map((time) => time[key]).sort((a, b) => a - b);
    return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  };
  const both = (share: number): string => `${at('clock', share)} ms (processor ${at('own', share)})`;
  console.log(`${what}: p50 ${both(0.5)}, p99 ${both(0.99)}, n ${times.length}${goal && `, goal: ${goal}`}`);
}
