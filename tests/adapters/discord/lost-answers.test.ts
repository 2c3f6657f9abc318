/**
 * Discord carries a call out, and its answer gets lost: the sender does not know, and tries again. Whatever is asked, and
 * whichever call it happens to, nothing may stand twice, and what is not there has to be said.
 */
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Request } from '../../../src/chat/command.ts';
import { deliverPatiently } from '../../../src/chat/deliver.ts';
import type { ChatAdapter } from '../../../src/chat/port.ts';
import { buttonCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { allNodes, words } from '../../fakes/discord-checks.ts';
import { type Call, type Doing, FAULTS, type Fault } from '../../fakes/discord-server.ts';
import { type DiscordStage, option, startStage, sub, until } from './stage.ts';

/** One card, or one too long for a message; each of its paragraphs has a number. */
function numbered(count: number): Card {
  return {
    summary: 'The answer',
    blocks: Array.from({ length: count }, (_, index) => ({
      type: 'paragraph',
      inlines: [{ type: 'text', text: `[part ${index}] ${'Many words. '.repeat(count > 1 ? 60 : 1)}` }],
    })),
  };
}

interface Scenario {
  readonly name: string;
  readonly parts: number;
  readonly isPrivate?: boolean;
  /** The detail of the answer goes into its thread. */
  readonly hasDetail?: boolean;
  readonly ask: (stage: DiscordStage) => Promise<void>;
}

const guest = ({ here }: DiscordStage): Doing => ({ ...here, installedBy: 'user' });
const brief = [option('topic', 'x')];

async function press(stage: DiscordStage): Promise<void> {
  const message = await head(stage, buttonCard({ type: 'help' }));
  stage.server.press(message, customId(message), stage.here);
}

async function submit(stage: DiscordStage): Promise<void> {
  const message = await head(stage, buttonCard({ type: 'form', form: 'ask', about: '' }));
  const opened = await stage.server.press(message, customId(message), stage.here).acknowledged;
  stage.server.submit(opened, { question: 'Who?' }, stage.here, message);
}

const SCENARIOS: readonly Scenario[] = [
  command('a command', { parts: 1 }),
  command('a command with a detail', { parts: 1, hasDetail: true }),
  command('a long answer', { parts: 12, hasDetail: true }),
  {
    name: 'a private command',
    parts: 1,
    isPrivate: true,
    ask: async ({ server, here }) => void server.command('ask', [...brief, option('private', true)], here),
  },
  {
    name: 'a long private answer',
    parts: 12,
    isPrivate: true,
    hasDetail: true,
    ask: async ({ server, here }) => void server.command('ask', [...brief, option('private', true)], here),
  },
  command('a command that turns out to be private', { parts: 1, isPrivate: true }),
  command('a command that turns out to be private and long', { parts: 12, isPrivate: true }),
  {
    name: 'a command that turns out to be for all',
    parts: 1,
    ask: async ({ server, here }) => void server.command('digest', [sub('list')], here),
  },
  { name: 'a button', parts: 1, ask: press },
  { name: 'a button with a long answer', parts: 12, hasDetail: true, ask: press },
  { name: 'a button with a private answer', parts: 1, isPrivate: true, ask: press },
  { name: 'a button with a long private answer', parts: 12, isPrivate: true, ask: press },
  { name: 'a form', parts: 1, ask: submit },
  { name: 'a form with a private answer', parts: 1, isPrivate: true, ask: submit },
  {
    name: 'a form about a message',
    parts: 12,
    ask: async ({ server, here }) => {
      const said = server.say('Some news', here).payload['id'];
      const message = server.world.messages.get(`${said}`);
      if (!message) throw new Error('nothing was said');
      const opened = await server.menu('Ask about this', message, here).acknowledged;
      server.submit(opened, { question: 'Is that so?' }, here);
    },
  },
  {
    name: 'an app that a person brought',
    parts: 12,
    hasDetail: true,
    ask: async (stage) => void stage.server.command('brief', brief, guest(stage)),
  },
  {
    name: 'an app that a person brought, with an answer for them alone',
    parts: 1,
    isPrivate: true,
    ask: async (stage) => void stage.server.command('brief', brief, guest(stage)),
  },
];

/** Carried out, and the answer lost or an error of Discord's own; or never carried out. */
const LOSSES = [
  ['cut', true],
  [FAULTS.serverError, true],
  ['cut', false],
] as const;

describe.each(SCENARIOS)('$name', (scenario) => {
  test('stands once, whichever call is lost', async () => {
    const { calls } = await run(scenario);
    expect(calls).toBeGreaterThan(0);
    for (const [answer, done] of LOSSES)
      for (let call = 0; call < calls; call += 1) await run(scenario, { call, answer, done });
  });
});

/** Asks, loses one call, and looks at what stands. Gives how many calls could be lost. */
async function run(scenario: Scenario, lost?: { call: number; answer: Fault['answer']; done: boolean }) {
  const { parts, isPrivate = false, hasDetail = false } = scenario;
  let adapter: ChatAdapter | undefined;
  let isOver = false;
  const answer = async ({ address, actor, keys }: Request) => {
    const options = isPrivate ? { onlyFor: actor.id } : {};
    const send = (card: Card, where: typeof address, part: number) =>
      deliverPatiently(adapter as ChatAdapter, where, card, {
        options: { key: `${keys[0]} ${part}`, ...options },
        sleep: async () => {},
      });
    const head = await send(numbered(parts), address, 0);
    if (head.ok && hasDetail) {
      const {
        address: { reply: _used, ...place },
        id,
      } = head.message;
      await send(detail, { ...place, thread: place.thread ?? id }, 1);
    }
    isOver = true;
  };
  const stage = await startStage(recordingHandler(answer));
  adapter = stage.adapter;
  if (scenario.name.includes('brought')) stage.channel.denied = 1n << 10n;
  let count = -1;
  const isContent = (call: Call) => /\/messages(\/|$)/.test(call.path) || call.path.startsWith('/webhooks');
  stage.server.fail(
    (call) => {
      if (!isContent(call) || call.method === 'GET' || JSON.stringify(call.body).includes('Press'))
        return false;
      count += 1;
      return count === lost?.call;
    },
    lost?.answer ?? 'cut',
    { done: lost?.done ?? false },
  );
  await scenario.ask(stage);
  await until(() => isOver);
  await stage.adapter.stop();
  const shown = stage.server.shown().map((message) => words(message as never));
  const text = [...shown, ...stage.server.shown().map(({ content }) => content)].join('\n');
  const doubtful = text.includes('please ask again');
  for (const marker of [...markers(parts), ...(hasDetail ? ['[detail]'] : [])]) {
    const times = shown.filter((each) => each.includes(marker)).length;
    const where = `${marker} after ${JSON.stringify(lost)}\n${shown.map((each) => each.slice(0, 60)).join('\n')}`;
    if (doubtful) expect(times, where).toBeLessThanOrEqual(1);
    else expect(times, where).toBe(1);
  }
  if (isPrivate)
    for (const each of stage.server.shown())
      if (words(each as never).includes('[part')) expect(each.onlyFor).toBe(stage.person.id);
  expect(text).not.toContain('The answer is for the one who asked');
  await stage.close();
  return { calls: count + 1 };
}

const detail: Card = {
  summary: 'Detail',
  blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: '[detail] More.' }] }],
};

function markers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `[part ${index}]`);
}

function command(name: string, rest: Omit<Scenario, 'name' | 'ask'>): Scenario {
  return { name, ...rest, ask: async ({ server, here }) => void server.command('brief', brief, here) };
}

async function head(stage: DiscordStage, card: Card) {
  const address = {
    platform: 'discord',
    space: stage.server.world.guild,
    channel: stage.channel.id,
  } as const;
  await stage.adapter.deliver(address, card, { key: 'head' });
  return until(() => stage.server.shown()[0]);
}

function customId(message: unknown): string {
  return allNodes(message as never).find(({ label }) => label === 'Press')?.custom_id ?? '';
}
