import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { listen } from '../../../src/adapters/slack/listen.ts';
import type { Suggestion } from '../../../src/chat/command.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import {
  blockAction,
  IDS,
  messageShortcut,
  slashCommand,
  viewSubmission,
} from '../../fakes/slack-payloads.ts';

type Listener = (given: { ack: () => Promise<void>; body: unknown }) => Promise<void>;

/** What Bolt would call, by the kind of what comes. */
function listenersOf(onRequest: () => void, suggestTopics = async (): Promise<Suggestion[]> => []) {
  const listeners = new Map<string, Listener>();
  const keep = (kind: string) => (_: unknown, listener: Listener) => void listeners.set(kind, listener);
  const app = Object.fromEntries(
    ['command', 'action', 'shortcut', 'view', 'options', 'event'].map((kind) => [kind, keep(kind)]),
  );
  const context = () => ({ user: IDS.botUser, space: IDS.team, now: new Date() });
  const { logger } = adapterDeps();
  // Bolt types each of these by a dozen overloads, which no plain function meets; what is called is what stands above.
  listen(app as unknown as App, { context, logger, onRequest, onAssistant: () => {}, suggestTopics });
  return listeners;
}

const place = {
  form: 'ask',
  about: '',
  address: { platform: 'slack', space: IDS.team, channel: IDS.channel },
};
const view = { private_metadata: JSON.stringify(place), blocks: [] };
const payloads = [
  ['command', slashCommand('/brief', 'kim-putin')],
  ['action', blockAction({ type: 'button', value: '{"type":"help"}' }, { channel: IDS.channel, ts: '1.2' })],
  ['shortcut', messageShortcut('ask_about', { ts: '1.2', text: 'News' }, 'https://hooks.slack.com/x')],
  ['view', viewSubmission(view, {})],
] as const;

test.each(payloads)('a %s is acknowledged before anything else is done', async (kind, body) => {
  const done: string[] = [];
  const listener = listenersOf(() => done.push('handed over')).get(kind);
  await listener?.({ ack: async () => void done.push('acknowledged'), body });
  expect(done).toEqual(['acknowledged', 'handed over']);
});

test.each(payloads)(
  'a %s whose acknowledgement fails, since the socket is gone, is answered',
  async (kind, body) => {
    const done: string[] = [];
    const listener = listenersOf(() => done.push('handed over')).get(kind);
    await listener?.({ ack: () => Promise.reject(new Error('the client is not ready')), body });
    expect(done).toEqual(['handed over']);
  },
);
