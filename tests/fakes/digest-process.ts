/** A bot that does nothing but digests, to be killed: `digest-process.ts STORE_URL CHAT_URL`. Says "ready". */
import { createOutboxRunner } from '../../src/runtime/outbox-runner.ts';
import { createSchedule } from '../../src/runtime/scheduler.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { createKeptChatAdapter } from './kept-chat.ts';

const [storeUrl = 'memory:', chatUrl = ''] = process.argv.slice(2);
const storage = await openStorage(storeUrl);
const say = (message: string, fields?: Record<string, unknown>) => {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
};
const runner = createOutboxRunner({
  storage,
  schedule: createSchedule(),
  clock: { now: () => new Date() },
  logger: { debug() {}, info() {}, warn() {}, error: say },
  adapters: [createKeptChatAdapter(chatUrl)],
  async build(_digest, { slot }) {
    const told = [{ article: 'a1', version: 1 }];
    const shown = [{ article: 'a1', version: 1, words: 'The council voted.' }];
    const cards = [`head ${slot}`, `detail ${slot}`].map((summary) => ({ summary, blocks: [] }));
    return { cards, told, shown, revision: 1 };
  },
  async onGone() {},
  latest: 6 * 3_600_000,
});
runner.start();
process.stdout.write('ready\n');
