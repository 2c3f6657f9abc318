import type { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { createOutgoing } from '../../../src/adapters/slack/outgoing.ts';
import { renderHandle } from '../../../src/adapters/slack/reply-handle.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Address } from '../../../src/chat/command.ts';
import { longCard, plainCard } from '../../contracts/recording-handler.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';

const PLACE: Address = { platform: 'slack', space: 'T1', channel: 'C1' };

/** What goes out to a Slack that fails as it is told: `method error` in the order of the calls, "" where it works. */
function open(...failures: string[]) {
  const calls: { method: string; args: Record<string, unknown> }[] = [];
  const paced: string[] = [];
  const standing: object[] = [];
  const call = (method: string) => async (args: Record<string, unknown>) => {
    calls.push({ method, args });
    const error = failures.shift();
    if (error) throw { data: { error } };
    const channel = `${args['channel']}`.startsWith('U') ? 'D9' : args['channel'];
    return { ok: true, channel, ts: `${calls.length}.0`, messages: standing };
  };
  // The six methods that are used: Slack's client has some three hundred.
  const client = {
    chat: {
      postMessage: call('post'),
      postEphemeral: call('ephemeral'),
      update: call('update'),
      delete: call('delete'),
    },
    conversations: { history: call('history'), replies: call('history') },
  } as unknown as WebClient;
  const pace = {
    run<T>(channel: string, work: () => Promise<T>) {
      paced.push(channel);
      return work();
    },
    hold() {},
  };
  const responder = { respond: () => Promise.reject(new Error('no url is used here')) };
  const outgoing = createOutgoing({
    ...adapterDeps(),
    client,
    pace,
    responder,
    bot: 'briefwire',
    onRevoked: () => {},
  });
  const deliver = (card: Card, more: object = {}, address = PLACE) =>
    outgoing.deliver(address, card, { key: 'k', ...more });
  return { deliver, calls, paced, standing, methods: () => calls.map(({ method }) => method) };
}

describe('a card of several messages', () => {
  const card = longCard('word');

  test('of which one fails for now goes on there, and posts none of them twice', async () => {
    const { deliver, calls } = open('', 'ratelimited');
    expect((await deliver(card)).ok).toBe(false);
    expect((await deliver(card)).ok).toBe(true);
    const texts = calls.map(({ args }) => args['text']);
    // The one that failed is the only one that is sent again.
    expect(texts.length - new Set(texts).size).toBe(1);
    expect(texts[1]).toBe(texts[2]);
  });

  test('of which one is refused for good ends there, with the reason', async () => {
    const { deliver, calls } = open('', 'is_archived');
    const longer = { ...card, blocks: [...card.blocks, ...card.blocks] };
    expect(await deliver(longer)).toMatchObject({ ok: true, problem: expect.stringContaining('archived') });
    expect(calls).toHaveLength(2);
  });
});

describe('a card that replaces another', () => {
  const replaces = { address: PLACE, id: 'm1', others: [{ address: PLACE, id: 'm2' }] };

  test('is shown as often as it is given, the last words last', async () => {
    const { deliver, calls } = open();
    for (const words of ['one', 'two'])
      await deliver(plainCard(words), { replaces: { address: PLACE, id: 'm1' } });
    expect(calls.map(({ method, args }) => [method, `${args['text']}`.slice(-3)])).toEqual([
      ['update', 'one'],
      ['update', 'two'],
    ]);
  });

  test('whose blocks are refused leaves none of the old ones', async () => {
    const { deliver, calls } = open('invalid_blocks');
    expect((await deliver(plainCard('one'), { replaces: { address: PLACE, id: 'm1' } })).ok).toBe(true);
    expect(calls[1]?.args).toMatchObject({ ts: 'm1', blocks: [] });
  });

  test('finds nothing wrong with messages of the other that people deleted', async () => {
    const { deliver, methods } = open('', 'message_not_found');
    const delivery = await deliver(plainCard('one'), { replaces });
    expect(delivery).toEqual({ ok: true, message: { address: PLACE, id: 'm1' } });
    expect(methods()).toEqual(['update', 'delete']);
  });
});

describe('a message', () => {
  test('waits for its turn in its channel', async () => {
    const { deliver, paced } = open();
    await deliver(plainCard('one'));
    expect(paced).toEqual(['C1']);
  });

  test('that reaches nobody, not even its person alone, is refused for what is wrong with the channel', async () => {
    const { deliver, methods } = open('not_in_channel', 'user_not_in_channel', 'messages_tab_disabled');
    const reply = renderHandle({ user: 'U7', at: Date.now() });
    expect(await deliver(plainCard('one'), {}, { ...PLACE, reply })).toMatchObject({
      ok: false,
      failure: { reason: expect.stringContaining('invite it with /invite') },
    });
    expect(methods()).toEqual(['post', 'ephemeral', 'post']);
  });

  test('to one person is known by the conversation that it comes to stand in', async () => {
    const { deliver } = open();
    expect(await deliver(plainCard('one'), {}, { ...PLACE, channel: 'U7' })).toMatchObject({
      message: { address: { channel: 'D9' } },
    });
  });

  test('for one person alone is none of its kind in their direct messages, where nobody else is', async () => {
    const { deliver, methods } = open();
    await deliver(plainCard('one'), { onlyFor: 'U7' }, { ...PLACE, channel: 'D7' });
    expect(methods()).toEqual(['post']);
  });

  test('that may stand already is looked for, and is not posted where it does', async () => {
    const { deliver, methods, standing } = open();
    standing.push({ ts: '7.7', metadata: { event_type: 'briefwire_delivery', event_payload: { key: 'k' } } });
    expect(await deliver(plainCard('one'), { mayStand: true })).toMatchObject({ message: { id: '7.7' } });
    expect(methods()).toEqual(['history']);
  });

  test.each([
    ['ratelimited', ['post', 'post']],
    ['internal_error', ['post', 'history', 'post']],
  ])('that failed (%s) is looked for only where Slack did not say whether it stands', async (error, made) => {
    const { deliver, methods } = open(error);
    await deliver(plainCard('one'));
    await deliver(plainCard('one'));
    expect(methods()).toEqual(made);
  });
});
