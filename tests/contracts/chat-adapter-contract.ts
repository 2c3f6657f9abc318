/**
 * What every chat adapter promises, over a small real fake of its platform. Call it at the top level of an adapter's test
 * file. Each test opens its own stage, so that nothing of one is left for the next.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Address, Command, MessageReference, Platform, Request } from '../../src/chat/command.ts';
import type { ChatAdapter, DeliveryFailure } from '../../src/chat/port.ts';
import { HOSTILE } from './cards.ts';
import { buttonCard, longCard, plainCard, recordingHandler } from './recording-handler.ts';

export { buttonCard, plainCard, recordingHandler } from './recording-handler.ts';

/** Something a person did on the platform. */
export interface Sent {
  /** Resolves when the platform has its acknowledgement; rejects when its time limit passes. */
  readonly acknowledged: Promise<void>;
  /** The platform sends exactly the same event again. */
  again(): Promise<void>;
  /** The platform sends the same message in another event, with another event id, where it is known to do that. */
  readonly inOtherEvent?: () => Promise<void>;
}

/** A message as people see it. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  /** The message that heads its thread, if it stands in one. */
  readonly thread?: string;
  /** All that can be read. */
  readonly words: string;
  /** Labels of its buttons. */
  readonly buttons: readonly string[];
  /** Whom it notifies. */
  readonly pings: readonly string[];
  /** The only person who sees it, if it is not for all. */
  readonly onlyFor?: string;
}

/** What the platform may answer to the next message that is sent. */
export type Trouble =
  | 'rate-limit'
  | 'server-error'
  | 'channel-gone'
  | 'not-permitted'
  | 'message-refused'
  | 'no-answer';

/** One adapter, not started, before a fake platform of its own. */
export interface Stage {
  readonly adapter: ChatAdapter;
  /** A channel where the bot may read and write. */
  readonly address: Address;
  /** A person who may do nothing special. */
  readonly person: string;
  /** The person gives this command in the channel. */
  command(words: string): Promise<Sent>;
  /** The person writes words to the bot in the channel: a mention. */
  mention(words: string): Promise<Sent>;
  /** Another bot writes the same. */
  botMention(words: string): Promise<Sent>;
  /** The person writes in a thread that the message heads, to nobody in particular. */
  reply(thread: string, words: string): Promise<Sent>;
  /** The person presses a button of a message that is shown. */
  press(message: Shown, label: string): Promise<Sent>;
  /** The next message that the bot sends (not an acknowledgement) meets this. */
  fail(trouble: Trouble): void;
  /** Messages of the bot that stand now, oldest first; the acknowledgements of commands are none. */
  shown(): readonly Shown[];
  /** Everything the adapter wrote to its log. */
  logged(): string;
  /** What must never be in the log. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export interface AdapterUnderTest {
  readonly name: Platform;
  open(): Promise<Stage>;
  /** Promises that this platform cannot keep, each with the reason. */
  readonly exceptions?: readonly { readonly test: Promised; readonly reason: string }[];
}

const PROMISES = [
  'hands a command over once, with who gave it and where',
  'gives the same event the same key, so that it is answered once',
  'gives the same message in another event a key of the first',
  'acknowledges at once, however slow the handler is',
  'hands words that mention it over as addressed, without the mention',
  'hands a reply in a thread over as perhaps not addressed',
  'leaves bots alone, itself included',
  'shows a card, and gives the message back',
  'delivers into the thread of a message',
  'updates a message in place',
  'gives all messages of a long card back, and leaves none of them where another takes its place',
  'makes one message of one key',
  'finds what was delivered under a key, and nothing under another',
  'shows what is for one person to nobody else',
  'notifies nobody, whatever stands in the card',
  'gives back the command of a button, a very long one too',
  'says of every failure whether to try again',
  'tells who asked where an answer cannot be posted',
  'lets no failure of a handler stop it',
  'stops only when the answer in flight is delivered',
  'takes no events after it stopped',
  'writes no secret to the log',
] as const;

type Promised = (typeof PROMISES)[number];

export function chatAdapterContract(subject: AdapterUnderTest): void {
  describe(`chat adapter: ${subject.name}`, () => {
    const promise = (name: Promised, body: (stage: Stage) => Promise<void>) => {
      const exception = subject.exceptions?.find((each) => each.test === name);
      if (exception) return test.skip(`${name} (not here: ${exception.reason})`);
      return test(name, async () => {
        const stage = await subject.open();
        onTestFinished(async () => {
          await stage.adapter.stop();
          await stage.close();
        });
        await body(stage);
      });
    };

    promise('hands a command over once, with who gave it and where', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      await (await stage.command('brief kim-putin')).acknowledged;
      const [request] = await handler.received(1);
      expect(request).toMatchObject({
        command: { type: 'brief', query: 'kim-putin' },
        actor: { id: stage.person, mayManage: false },
        addressed: true,
      });
      expect(request?.address).toMatchObject({
        platform: subject.name,
        space: stage.address.space,
        channel: stage.address.channel,
      });
      expect(request?.keys.length).toBeGreaterThan(0);
      expect(handler.requests).toHaveLength(1);
    });

    promise('gives the same event the same key, so that it is answered once', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      const sent = await stage.mention('what is new?');
      await sent.acknowledged;
      await sent.again();
      await (await stage.command('brief kim-putin')).acknowledged;
      const requests = await handler.receivedUntil(({ command }) => command.type === 'brief');
      expect(distinct(requests.filter(({ command }) => command.type === 'say'))).toBe(1);
    });

    promise('gives the same message in another event a key of the first', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      const sent = await stage.mention('what is new?');
      for (let times = 0; times < 10; times += 1) await sent.inOtherEvent?.();
      await (await stage.command('brief kim-putin')).acknowledged;
      const requests = await handler.receivedUntil(({ command }) => command.type === 'brief');
      expect(distinct(requests.filter(({ command }) => command.type === 'say'))).toBe(1);
    });

    promise('acknowledges at once, however slow the handler is', async (stage) => {
      const handler = recordingHandler();
      const work = handler.holdNext();
      await stage.adapter.start(handler);
      await (await stage.command('brief kim-putin')).acknowledged;
      work.release();
    });

    promise('hands words that mention it over as addressed, without the mention', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      await (await stage.mention('what did he say about it?')).acknowledged;
      const [request] = await handler.received(1);
      expect(request?.command).toEqual({ type: 'say', words: 'what did he say about it?' });
      expect(request?.addressed).toBe(true);
      expect(request?.message).toBeTruthy();
    });

    promise('hands a reply in a thread over as perhaps not addressed', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      const head = await delivered(stage, plainCard('The head of a thread'));
      await (await stage.reply(head.id, 'And the other side?')).acknowledged;
      const [request] = await handler.received(1);
      expect(request).toMatchObject({
        command: { type: 'say', words: 'And the other side?' },
        addressed: false,
        address: { thread: head.id },
      });
    });

    promise('leaves bots alone, itself included', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      await delivered(stage, plainCard('My own words'));
      await (await stage.botMention('what is new?')).acknowledged;
      await (await stage.command('brief kim-putin')).acknowledged;
      await handler.received(1);
      expect(handler.requests.map(({ command }) => command.type)).toEqual(['brief']);
    });

    promise('shows a card, and gives the message back', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const message = await delivered(stage, plainCard('The words of a brief'));
      const [shown] = stage.shown();
      expect(shown?.words).toContain('The words of a brief');
      expect(shown?.id).toBe(message.id);
      expect(message.address.channel).toBe(stage.address.channel);
    });

    promise('delivers into the thread of a message', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const head = await delivered(stage, plainCard('Head'));
      const detail = await delivered(stage, plainCard('Detail'), { ...stage.address, thread: head.id });
      expect(stage.shown().find(({ id }) => id === detail.id)?.thread).toBe(head.id);
    });

    promise('updates a message in place', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const first = await delivered(stage, plainCard('The first words'));
      const result = await stage.adapter.deliver(stage.address, plainCard('The second words'), {
        key: 'second',
        replaces: first,
      });
      expect(result).toMatchObject({ ok: true, message: { id: first.id } });
      expect(stage.shown()).toHaveLength(1);
      expect(stage.shown()[0]?.words).toContain('The second words');
    });

    promise(
      'gives all messages of a long card back, and leaves none of them where another takes its place',
      async (stage) => {
        await stage.adapter.start(recordingHandler());
        const first = await delivered(stage, longCard('first'));
        const stood = stage.shown().map(({ id }) => id);
        expect(stood.length).toBeGreaterThan(1);
        expect([first, ...(first.others ?? [])].map(({ id }) => id)).toEqual(stood);
        const replace = async (card: Card, key: string, replaces: MessageReference) => {
          const result = await stage.adapter.deliver(stage.address, card, { key, replaces });
          if (!result.ok) throw new Error(result.failure.reason);
          expect(result.message.id).toBe(first.id);
          return result.message;
        };
        const second = await replace(longCard('second'), 'second', first);
        expect(stage.shown().every(({ words }) => words.includes('second'))).toBe(true);
        expect([second, ...(second.others ?? [])].map(({ id }) => id)).toEqual(
          stage.shown().map(({ id }) => id),
        );
        // As after a failure in between: what is gone already is no obstacle.
        for (const key of ['third', 'once more']) await replace(plainCard('Nothing is left'), key, second);
        expect(stage.shown()).toHaveLength(1);
        expect(stage.shown()[0]?.words).toContain('Nothing is left');
      },
    );

    promise('makes one message of one key', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const deliver = () => stage.adapter.deliver(stage.address, plainCard('Once'), { key: 'the key' });
      const [first, second] = await Promise.all([deliver(), deliver()]);
      expect(await deliver()).toEqual(first);
      expect(second).toEqual(first);
      expect(stage.shown()).toHaveLength(1);
    });

    promise('finds what was delivered under a key, and nothing under another', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const mark = { digest: 'morning', slot: '2026-11-22T08:00:00' };
      const card: Card = { ...buttonCard({ type: 'help' }), mark };
      const result = await stage.adapter.deliver(stage.address, card, { key: 'morning 2026-11-22T08:00:00' });
      if (!result.ok) throw new Error(result.failure.reason);
      const found = await stage.adapter.find(stage.address, 'morning 2026-11-22T08:00:00');
      expect(found?.id).toBe(result.message.id);
      expect(await stage.adapter.find(stage.address, 'morning 2026-11-23T08:00:00')).toBeUndefined();
    });

    promise('shows what is for one person to nobody else', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const result = await stage.adapter.deliver(stage.address, plainCard('Between us'), {
        key: 'private',
        onlyFor: stage.person,
      });
      expect(result.ok).toBe(true);
      expect(stage.shown().map(({ onlyFor }) => onlyFor)).toEqual([stage.person]);
    });

    promise('notifies nobody, whatever stands in the card', async (stage) => {
      await stage.adapter.start(recordingHandler());
      await delivered(stage, plainCard(HOSTILE.join(' ')));
      expect(stage.shown().flatMap(({ pings }) => pings)).toEqual([]);
    });

    promise('gives back the command of a button, a very long one too', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      const commands: Command[] = [
        { type: 'brief', query: 'kim-putin', part: 'quotes' },
        { type: 'ask', question: `Who said so? ${'A long question. '.repeat(180)}` },
      ];
      for (const [index, command] of commands.entries()) {
        await delivered(stage, buttonCard(command), stage.address, `card ${index}`);
        const shown = stage.shown().at(-1);
        if (!shown) throw new Error('nothing is shown');
        await (await stage.press(shown, 'Press')).acknowledged;
        const request = (await handler.received(index + 1))[index];
        expect(request?.command).toEqual(command);
        expect(request?.addressed).toBe(true);
        expect(request?.actor.id).toBe(stage.person);
      }
    });

    promise('says of every failure whether to try again', async (stage) => {
      await stage.adapter.start(recordingHandler());
      const expected: readonly [Trouble, DeliveryFailure['kind']][] = [
        ['rate-limit', 'retry'],
        ['server-error', 'retry'],
        ['no-answer', 'retry'],
        ['channel-gone', 'gone'],
        ['not-permitted', 'refused'],
        ['message-refused', 'refused'],
      ];
      for (const [trouble, kind] of expected) {
        stage.fail(trouble);
        const result = await stage.adapter.deliver(stage.address, plainCard('Words'), { key: trouble });
        expect([trouble, result.ok ? 'delivered' : result.failure.kind]).toEqual([trouble, kind]);
        if (!result.ok) expect(result.failure.reason).not.toBe('');
        if (!result.ok && trouble === 'rate-limit')
          expect(result.failure.kind === 'retry' ? result.failure.after : 0).toBeGreaterThan(0);
      }
    });

    promise('tells who asked where an answer cannot be posted', async (stage) => {
      const handler = recordingHandler(async ({ address }) => {
        await stage.adapter.deliver(address, plainCard('Forty-one ships'), { key: 'k' });
      });
      await stage.adapter.start(handler);
      stage.fail('channel-gone');
      await (await stage.mention('brief kim-putin')).acknowledged;
      await handler.received(1);
      await stage.adapter.stop();
      expect(stage.shown()).toHaveLength(1);
      expect(stage.shown()[0]?.words).not.toContain('Forty-one ships');
    });

    promise('lets no failure of a handler stop it', async (stage) => {
      const handler = recordingHandler();
      handler.failNext();
      await stage.adapter.start(handler);
      await (await stage.command('brief kim-putin')).acknowledged;
      await handler.received(1);
      await (await stage.command('quotes kim-putin')).acknowledged;
      expect((await handler.received(2)).map(({ command }) => command.type)).toEqual(['brief', 'quotes']);
    });

    promise('stops only when the answer in flight is delivered', async (stage) => {
      const handler = recordingHandler(async ({ address }) => {
        await stage.adapter.deliver(address, plainCard('The late answer'), { key: 'late' });
      });
      const work = handler.holdNext();
      await stage.adapter.start(handler);
      await (await stage.command('brief kim-putin')).acknowledged;
      await handler.received(1);
      let isStopped = false;
      const stopped = stage.adapter.stop().then(() => {
        isStopped = true;
      });
      // What is said to it meanwhile is for whoever comes next.
      await stage.mention('anybody there?').then(
        ({ acknowledged }) => acknowledged.catch(() => undefined),
        () => undefined,
      );
      await pause(50);
      expect(isStopped).toBe(false);
      work.release();
      await stopped;
      expect(stage.shown().map(({ words }) => words)).toEqual([expect.stringContaining('The late answer')]);
    });

    promise('takes no events after it stopped', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      await stage.adapter.stop();
      await stage.mention('anybody there?').then(
        ({ acknowledged }) => acknowledged.catch(() => undefined),
        () => undefined,
      );
      expect(handler.requests).toEqual([]);
    });

    promise('writes no secret to the log', async (stage) => {
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      await (await stage.command('brief kim-putin')).acknowledged;
      for (const trouble of ['rate-limit', 'server-error', 'message-refused', 'no-answer'] as const) {
        stage.fail(trouble);
        await stage.adapter.deliver(stage.address, plainCard('Words'), { key: trouble });
      }
      for (const secret of stage.secrets) expect(stage.logged()).not.toContain(secret);
    });
  });
}

/** How many different requests these are for one who remembers keys: two that share a key are one. */
function distinct(requests: readonly Request[]): number {
  const known = new Set<string>();
  let count = 0;
  for (const { keys } of requests) {
    if (!keys.some((key) => known.has(key))) count += 1;
    for (const key of keys) known.add(key);
  }
  return count;
}

async function delivered(
  stage: Stage,
  card: Card,
  address = stage.address,
  key = JSON.stringify([address, card]),
) {
  const result = await stage.adapter.deliver(address, card, { key });
  if (!result.ok) throw new Error(`not delivered: ${result.failure.reason}`);
  return result.message;
}
