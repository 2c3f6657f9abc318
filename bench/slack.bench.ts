/**
 * Slack under load, on real Bolt before the fake Slack of the tests: 200 slash commands in ten seconds over 200 channels, and
 * 20 posts to one channel beside them. The handler does nothing but deliver a card as large as a brief, so that what is
 * measured is the adapter.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { createSlackAdapter } from '../src/adapters/slack/adapter.ts';
import { renderSlack } from '../src/adapters/slack/render.ts';
import type { Block, Card } from '../src/chat/card.ts';
import type { ChatHandler } from '../src/chat/port.ts';
import { briefLike, readDevArticles } from '../tests/adapters/slack/dev-articles.ts';
import { freePort } from '../tests/adapters/slack/stage.ts';
import { adapterDeps } from '../tests/fakes/adapter-deps.ts';
import { IDS, slashCommand } from '../tests/fakes/slack-payloads.ts';
import { openSlackServer, TOKENS } from '../tests/fakes/slack-server.ts';
import { printTimes } from './print-times.ts';

const COMMANDS = 200;
const SECONDS = 10;

export async function run(): Promise<void> {
  await benchCommands('Socket Mode');
  await benchCommands('signed HTTP');
  benchRendering();
}

async function benchCommands(transport: 'Socket Mode' | 'signed HTTP'): Promise<void> {
  const server = await openSlackServer();
  const way =
    transport === 'Socket Mode'
      ? { appToken: TOKENS.app }
      : { signingSecret: TOKENS.signingSecret, port: await freePort() };
  if ('port' in way) server.sendTo(way.port, TOKENS.signingSecret);
  const settings = { botToken: TOKENS.bot, apiUrl: server.url, ...way };
  const commands = { keep: async () => 'c', find: async () => undefined };
  const adapter = createSlackAdapter(settings, adapterDeps({ commands }));
  const card = largeCard();
  const handler: ChatHandler = {
    async handle({ address, keys }) {
      await adapter.deliver(address, card, { key: keys.join() });
    },
    suggest: async () => [],
  };
  await adapter.start(handler);

  const acks: number[] = [];
  const sentAt = new Map<string, number>();
  const one = 'C0ONECHANNEL';
  server.api.channels.set(one, { in: true });
  const busy = Promise.all(
    Array.from({ length: SECONDS }, (_, index) =>
      adapter.deliver({ platform: 'slack', space: IDS.team, channel: one }, card, { key: `busy ${index}` }),
    ),
  );
  for (let index = 0; index < COMMANDS; index += 1) {
    const channel = `C${String(index).padStart(9, '0')}`;
    server.api.channels.set(channel, { in: true });
    const began = performance.now();
    sentAt.set(channel, Date.now());
    const sent = await server.send(
      'slash_commands',
      slashCommand('/brief', 'kim-putin', { channel, responseUrl: server.responseUrl() }),
    );
    void sent.acknowledged.then(() => acks.push(performance.now() - began));
    await pause((SECONDS * 1_000) / COMMANDS);
  }
  await busy;
  await adapter.stop();
  await server.close();

  const heads = server.api.posted.flatMap(({ channel, at }) => {
    const began = sentAt.get(channel);
    return began === undefined ? [] : [at - began];
  });
  const ofOne = server.api.posted.filter(({ channel }) => channel === one).map(({ at }) => at);
  const gaps = ofOne.slice(1).map((at, index) => at - (ofOne[index] ?? at));
  console.log(`${COMMANDS} slash commands in ${SECONDS} s over ${COMMANDS} channels, ${transport}`);
  printTimes(
    'acknowledged',
    acks,
    `all under 1000 ms: ${acks.length === COMMANDS && Math.max(...acks) < 1_000}`,
  );
  printTimes('head of the brief', heads, 'goal: p95 under 500 ms');
  printTimes(
    `gaps of ${ofOne.length} posts to one channel`,
    gaps,
    `shortest ${Math.min(...gaps)} ms; Slack asks for 1000`,
  );
  console.log(`messages refused by the fake: ${server.api.refused.length}`);
}

function benchRendering(): void {
  const articles = readDevArticles();
  if (articles.length === 0) {
    console.log('rendering: skipped, ../shared/data is absent');
    return;
  }
  const times = articles.map((article) => {
    const card = briefLike(article);
    const began = performance.now();
    renderSlack(card);
    return performance.now() - began;
  });
  printTimes(
    `rendering a card of a whole article, ${articles.length} articles`,
    times,
    'cut to one message each',
  );
}

/** As large as a brief is: six sentences, five quotes, a comparison, a timeline, ten sources, seven buttons. */
function largeCard(): Card {
  const sentence =
    'The harbour master said on Wednesday that the ferry would not leave before the storm had passed. ';
  const repeat = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, each) => make(each));
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: 'The ferry and the storm' },
    {
      type: 'note',
      inlines: [{ type: 'text', text: '10 articles, 7 independent voices, 9 to 12 Sep 2023' }],
    },
    ...repeat(
      6,
      (index): Block => ({
        type: 'paragraph',
        inlines: [
          { type: 'text', text: sentence },
          { type: 'citation', number: index + 1, url: `https://example.org/${index}` },
        ],
      }),
    ),
    ...repeat(
      5,
      (): Block => ({
        ...{
          type: 'quote',
          words: [sentence],
          by: [{ type: 'text', text: 'Ada Verne, the harbour master' }],
        },
        ...{ drop: 5, noun: ['quote', 'quotes'] },
      }),
    ),
    {
      ...{ type: 'table', columns: ['One', 'Another'] },
      rows: repeat(3, () => [[{ type: 'text', text: sentence }], [{ type: 'text', text: sentence }]]),
    },
    {
      ...{ type: 'timeline', drop: 1, noun: ['event', 'events'] },
      entries: repeat(8, () => ({ when: '9 Sep 2023', inlines: [{ type: 'text', text: sentence }] })),
    },
    {
      type: 'sources',
      items: repeat(10, (index) => ({
        ...{ number: index + 1, title: sentence, url: `https://example.org/${index}` },
        detail: 'The Quay · 9 Sep 2023',
      })),
    },
    {
      type: 'actions',
      actions: repeat(7, (index) => ({ label: `Action ${index}`, command: { type: 'help' } })),
    },
  ];
  return { summary: 'The ferry and the storm', blocks };
}
