/** `briefwire doctor`: checks what can be wrong before it is, and says what to change. */
import { type App, openApp } from '../app.ts';
import type { ChatAdapter } from '../chat/port.ts';
import { count, words } from '../chat/words.ts';
import { messageOf } from '../core/errors.ts';
import type { Logger } from '../core/ports.ts';
import { type FoundFeed, fetchContent } from '../ingest/readers/address.ts';
import { createChats } from '../wiring/chats.ts';
import { readSetup, type Setup } from './context.ts';

const SILENT: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Prints a line for each check; the exit code is 1 where one fails. */
export async function doctor(): Promise<void> {
  let failures = 0;
  const check = async (what: string, work: () => Promise<string>): Promise<void> => {
    try {
      process.stdout.write(`ok    ${what}: ${await work()}\n`);
    } catch (error) {
      failures += 1;
      process.stdout.write(`FAIL  ${what}: ${error instanceof Error ? error.message : messageOf(error)}\n`);
    }
  };
  let setup: Setup | undefined;
  await check('settings', async () => {
    setup = readSetup();
    return setup.warnings.length === 0
      ? 'all variables and files of the config folder are understood'
      : 'the program can start, without what follows';
  });
  for (const warning of setup?.warnings ?? []) warn('settings', warning);
  let app: App | undefined;
  if (setup) {
    const { settings, config } = setup;
    await check('store', async () => {
      app = await openApp({ settings, config, logger: SILENT });
      return `${settings.storeUrl.replace(/\/\/[^@/]*@/, '//')} holds ${await app.storage.articles.count()} articles`;
    });
  }
  if (app) {
    await checkArticles(app, check);
    await checkChats(app, check);
    await app.close();
  }
  if (failures > 0) process.exitCode = 1;
}

function warn(what: string, problem: string): void {
  process.stdout.write(`warn  ${what}: ${problem}\n`);
}

type Check = (what: string, work: () => Promise<string>) => Promise<void>;

async function checkArticles(app: App, check: Check): Promise<void> {
  for (const folder of app.folders) {
    const setting = folder.source === null ? 'ARTICLES_DIR' : `source ${folder.source}`;
    await check(`${setting}, folder ${folder.folder}`, async () => {
      const why = await folder.whyUnreadable();
      if (why !== undefined) throw new Error(why);
      const { added, unchanged, replaced, refused } = await folder.read();
      for (const { what, why } of refused) warn('not read', `${what}: ${why}`);
      const read = count(added + unchanged + replaced, 'article');
      return refused.length === 0 ? read : `${read}; ${count(refused.length, 'file')} not read`;
    });
  }
  for (const { id, url } of app.config.sources) {
    if (url === undefined) continue;
    await check(`source ${id}`, async () => {
      const { content } = await fetchContent((await app.openWeb()).fetcher, url);
      return contentWords(content);
    });
  }
}

function contentWords(content: FoundFeed['content']): string {
  switch (content.kind) {
    case 'feed':
      return `feed "${content.feed.title ?? words.untitled}" with ${count(content.feed.items.length, 'item')}`;
    case 'list':
      return `a list of ${count(content.feeds.length, 'feed')}`;
    case 'article':
      return `page "${content.article.title ?? words.untitled}"`;
  }
}

/** Connects as the program would, and says what Slack and Discord say. */
async function checkChats(app: App, check: Check): Promise<void> {
  const noted = createNotes();
  const chats: ChatAdapter[] = await createChats({ ...app, logger: noted.logger });
  if (chats.length === 0)
    process.stdout.write('ok    chats: none has a token; "npm start" is the chat in this terminal\n');
  // Events that arrive meanwhile reach nobody else: people are answered, as the program would answer them.
  else await app.readFolders().catch(() => undefined);
  for (const chat of chats) {
    await check(chat.platform, () => connect(app, chat));
    for (const problem of noted.take()) warn(chat.platform, problem);
  }
}

async function connect(app: App, chat: ChatAdapter): Promise<string> {
  app.adapters.set(chat.platform, chat);
  try {
    await chat.start(app.handler);
    const channels = app.config.digests
      .filter((digest) => digest.chat === chat.platform)
      .map(({ channel }) => channel);
    const unseen: string[] = [];
    for (const channel of new Set(channels))
      if ((await chat.findSpace(channel)) === undefined) unseen.push(channel);
    if (unseen.length > 0)
      throw new Error(`the bot cannot see ${unseen.join(', ')}, where digests are to go: invite it`);
    return 'the token is accepted and events can arrive';
  } finally {
    await chat.stop();
    app.adapters.delete(chat.platform);
  }
}

/** What a chat warns of while it connects: scopes that are missing, channels that the bot may not write in. */
function createNotes() {
  let lines: string[] = [];
  const note = (message: string, fields: Record<string, unknown> = {}) => {
    // What an SDK says of its own tries, the check says in words.
    if ('from' in fields) return;
    const more = Object.entries(fields).map(
      ([name, value]) => `${name}: ${Array.isArray(value) ? value.join('; ') : String(value)}`,
    );
    lines.push(more.length === 0 ? message : `${message} (${more.join(', ')})`);
  };
  return {
    logger: { ...SILENT, warn: note, error: note } satisfies Logger,
    take(): readonly string[] {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
