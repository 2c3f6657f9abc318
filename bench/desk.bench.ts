/** How many of the editors' questions about our invented stories (bench/desk) are answered right, in the way of the chat. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseTyped } from '../src/adapters/terminal/inbound.ts';
import { type App, openApp } from '../src/app.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { ThreadState } from '../src/chat/stores.ts';
import { words } from '../src/chat/words.ts';
import { loadConfig, loadSettings } from '../src/config/load.ts';
import { openLog } from '../src/observability/log.ts';
import { whyNeverDue } from '../src/runtime/scheduler.ts';
import { type Given, judge, type Question, type Scored, VERDICTS, type Verdict } from './desk-score.ts';
import { losesAnswer, withoutAnswer } from './desk-without.ts';

const ADDRESS = { platform: 'terminal', space: 'terminal', channel: 'terminal' } as const;
const EMPTY = {
  key: 'bench',
  address: ADDRESS,
  query: '',
  articles: [],
  versions: {},
  turns: [],
  created: '',
};

const COLUMNS = [...VERDICTS, '  n'];

export async function run(): Promise<void> {
  console.log(`${''.padEnd(12)}  ${COLUMNS.join('  ')}  share right`);
  // What goes wrong among the stories that are kept back is nobody's to read.
  await runSet('seen', process.argv.includes('--verbose'));
  await runSet('kept', false);
}

async function runSet(set: string, verbose: boolean): Promise<void> {
  const folder = new URL(`desk/${set}/`, import.meta.url);
  const all: Judged[] = [];
  let [told, surely, asked] = [0, 0, 0];
  for (const story of readdirSync(folder).sort()) {
    const lines = readFileSync(new URL(`${story}/questions.jsonl`, folder), 'utf8')
      .trim()
      .split('\n');
    const questions = lines.map((line): Question => JSON.parse(line));
    const articles = story === 'all' ? folder : new URL(`${story}/`, folder);
    const judged = await judgeAll(fileURLToPath(articles), questions, verbose);
    printCounts(story, judged);
    all.push(...judged);
    if (story === 'all') continue;
    for (const question of questions)
      if (question.type !== 'unscored' && losesAnswer(question)) {
        asked++;
        const { kind, tentative } = await answerWithout(fileURLToPath(articles), question);
        if (kind !== 'spoke') continue;
        told++;
        if (!tentative) surely++;
      }
  }
  printCounts(`${set}, total`, all);
  printCounts(
    `… perhaps`,
    all.filter(({ tentative }) => tentative),
  );
  console.log(
    `${set}: without the sentences that answer, something is said to ${told} of ${asked} questions, to ${surely} without a "perhaps"`,
  );
}

interface Judged {
  readonly verdict: Verdict;
  readonly tentative: boolean;
}

/** What the bot still answers where no article tells it any more. */
function answerWithout(articles: string, question: Scored): Promise<Given> {
  return withoutAnswer(articles, question, async (folder) => {
    const app = await open(folder);
    try {
      return readReply(await ask(app, question.q, undefined));
    } finally {
      await app.close();
    }
  });
}

/** Asks them in order; a question that is no follow-up opens a thread. */
async function judgeAll(
  articles: string,
  questions: readonly Question[],
  verbose: boolean,
): Promise<Judged[]> {
  const app = await open(articles);
  const judged: Judged[] = [];
  try {
    let thread: ThreadState | undefined;
    for (const question of questions) {
      const before = question.follow ? thread : undefined;
      const reply = await ask(app, question.q, before);
      thread = continued(before, reply);
      if (question.type === 'unscored') continue;
      const given = readReply(reply);
      const verdict = judge(question, given);
      judged.push({ verdict, tentative: given.tentative });
      if (verbose && !verdict.startsWith('right')) printWrong(question, given, verdict);
    }
  } finally {
    await app.close();
  }
  return judged;
}

async function open(articles: string): Promise<App> {
  const loaded = loadSettings({ ARTICLES_DIR: articles, STORE_URL: 'memory:' });
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  const { config } = loadConfig(fileURLToPath(new URL('../config', import.meta.url)), whyNeverDue);
  const logger = openLog({ level: 'warn', secrets: [] });
  const app = await openApp({ settings: loaded.settings, config, logger });
  await app.readFolders();
  return app;
}

async function ask(app: App, question: string, thread: ThreadState | undefined): Promise<Reply | null> {
  const typed = parseTyped(question, []);
  if (typed.type !== 'command') return null;
  const actor = { id: 'bench', mayManage: true, zone: 'UTC' };
  const { platform, space } = ADDRESS;
  const now = app.clock.now();
  return app.dispatch(typed.command, { platform, space, address: ADDRESS, actor, now, thread });
}

/** The thread as the chat would keep it after this reply. */
function continued(before: ThreadState | undefined, reply: Reply | null): ThreadState | undefined {
  const { about, turn } = reply ?? {};
  const thread = about
    ? { ...EMPTY, query: about.query, articles: about.articles.map(({ id }) => id) }
    : before;
  if (turn === undefined) return thread;
  const { question, answer, evidence } = turn;
  const kept = { at: '', actor: 'bench', question, ...(answer === '' ? {} : { answer }), evidence };
  return { ...(thread ?? EMPTY), turns: [...(thread?.turns ?? []), kept] };
}

function readReply(reply: Reply | null): Given {
  const evidence = (reply?.shown ?? []).map((shown) => shown.words);
  // A greeting or a thank-you says nothing of the articles: silence.
  if (!reply?.turn) return { kind: 'silent', tentative: false, answer: '', evidence };
  const { answer } = reply.turn;
  const { summary } = reply.card;
  if (answer !== '') return { kind: 'spoke', tentative: summary.startsWith(words.perhaps), answer, evidence };
  return {
    kind: summary === words.contradicted ? 'otherwise' : 'silent',
    tentative: false,
    answer,
    evidence,
  };
}

function printWrong({ q, follow, accept, passage }: Scored, given: Given, verdict: Verdict): void {
  const { kind, answer, evidence } = given;
  console.log(`${verdict}: ${follow ? '> ' : ''}${q}`);
  console.log(`  wanted: ${[...accept, ...passage].join(' | ') || '(silence)'}`);
  console.log(`  given: ${kind === 'spoke' ? answer : `(${kind}) ${evidence[0] ?? ''}`}`);
}

function printCounts(name: string, judged: readonly Judged[]): void {
  const counts = VERDICTS.map((each) => judged.filter(({ verdict }) => verdict === each).length);
  const share = (100 * ((counts[0] ?? 0) + (counts[1] ?? 0))) / judged.length;
  const cells = [...counts, judged.length].map((count, at) =>
    String(count).padStart(COLUMNS[at]?.length ?? 0),
  );
  console.log(`${name.padEnd(12)}  ${cells.join('  ')}  ${share.toFixed(1)} %`);
}
