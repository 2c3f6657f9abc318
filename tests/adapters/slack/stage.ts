/** A Slack adapter on real Bolt before the fake Slack, over a socket or over signed HTTP. */

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { SlackSettings } from '../../../src/adapters/slack/client.ts';
import { createPace } from '../../../src/adapters/slack/pace.ts';
import type { Address } from '../../../src/chat/command.ts';
import type { Logger } from '../../../src/chat/port.ts';
import type { Shown, Stage, Trouble } from '../../contracts/chat-adapter-contract.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import {
  blockAction,
  eventCallback,
  IDS,
  messageEvent,
  slashCommand,
  unique,
} from '../../fakes/slack-payloads.ts';
import { buttonsIn, pingsIn, wordsIn } from '../../fakes/slack-reading.ts';
import { openSlackServer, type SentEvent, type SlackServer, TOKENS } from '../../fakes/slack-server.ts';
import type { Answer, Json, Posted } from '../../fakes/slack-web-api.ts';

export interface SlackStage extends Stage {
  readonly server: SlackServer;
  readonly settings: SlackSettings;
  event(event: Json, eventId?: string): Promise<SentEvent>;
  slash(command: string, text: string, place?: { channel?: string }): Promise<SentEvent>;
  readonly lines: readonly { level: string; message: string; fields: unknown }[];
  /** Why Slack takes the bot no more. */
  readonly lost: readonly string[];
  /** Moves the adapter's clock. */
  later(milliseconds: number): void;
}

const TROUBLES: Readonly<Record<Trouble, Answer>> = {
  'rate-limit': { status: 429, headers: { 'retry-after': '1' } },
  'server-error': { status: 500 },
  'channel-gone': { error: 'is_archived' },
  'not-permitted': { error: 'restricted_action' },
  'message-refused': { error: 'msg_too_long' },
  'no-answer': 'hang-up',
};

export const PLACE: Address = { platform: 'slack', space: IDS.team, channel: IDS.channel };

export async function openSlackStage(
  transport: 'socket' | 'http' = 'socket',
  more: Partial<SlackSettings> = {},
): Promise<SlackStage> {
  const server = await openSlackServer();
  const settings: SlackSettings = { ...(await settingsFor(transport, server)), ...more };
  const lines: { level: string; message: string; fields: unknown }[] = [];
  const log = (level: string) => (message: string, fields?: unknown) => {
    lines.push({ level, message, fields });
  };
  const logger: Logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  const lost: string[] = [];
  const onLost = (reason: string) => void lost.push(reason);
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const adapter = createSlackAdapter(settings, adapterDeps({ logger, clock, onLost }), hurriedPace());
  const event = (event: Json, eventId?: string) => server.send('events_api', eventCallback(event, eventId));
  const slash = (command: string, text: string, place: { channel?: string } = {}) =>
    server.send(
      'slash_commands',
      slashCommand(command, text, { ...place, responseUrl: server.responseUrl() }),
    );

  return {
    adapter,
    server,
    settings,
    address: PLACE,
    person: IDS.person,
    event,
    slash,
    lines,
    lost,
    later(milliseconds) {
      ahead += milliseconds;
    },
    secrets: [TOKENS.bot, TOKENS.app, TOKENS.signingSecret, '/respond/'],
    command(words) {
      const [name = '', ...rest] = words.split(' ');
      return slash(`/${name}`, rest.join(' '));
    },
    async mention(words) {
      // Slack sends a mention in a channel twice: as a mention, and as a message.
      const message = messageEvent(`<@${IDS.botUser}> ${words}`);
      const sent = await event({ ...message, type: 'app_mention' });
      return { ...sent, inOtherEvent: async () => void (await event(message, unique('Ev'))) };
    },
    botMention: (words) =>
      event(messageEvent(`<@${IDS.botUser}> ${words}`, { bot_id: 'B0OTHER001', user: 'U0OTHERBOT' })),
    reply: (thread, words) => event(messageEvent(words, { thread_ts: thread })),
    press(message, label) {
      const posted = server.api.posted.find(({ ts }) => ts === message.id);
      const button = buttonsIn(posted?.blocks).find((each) => each.label === label);
      if (!posted || !button) throw new Error(`there is no button ${label}`);
      const { action, value } = button;
      return server.send(
        'interactive',
        blockAction(
          { type: 'button', action_id: action, value, text: { type: 'plain_text', text: label } },
          {
            ...{ channel: posted.channel, ts: posted.ts, responseUrl: server.responseUrl() },
            ...(posted.thread ? { thread: posted.thread } : {}),
            ephemeral: posted.onlyFor !== undefined,
          },
        ),
      );
    },
    fail: (trouble) => server.api.answerNext('chat.postMessage', TROUBLES[trouble]),
    shown: () => server.api.posted.map(toShown),
    logged: () => JSON.stringify(lines),
    close: () => server.close(),
  };
}

async function settingsFor(transport: 'socket' | 'http', server: SlackServer): Promise<SlackSettings> {
  const settings = { botToken: TOKENS.bot, apiUrl: server.url };
  if (transport === 'socket') return { ...settings, appToken: TOKENS.app };
  const port = await freePort();
  server.sendTo(port, TOKENS.signingSecret);
  return { ...settings, signingSecret: TOKENS.signingSecret, port };
}

/** Two seconds pass between any two looks at the time, so that nothing waits for its turn. */
export function hurriedPace() {
  let now = 0;
  return createPace(() => {
    now += 2_000;
    return now;
  });
}

function toShown(posted: Posted): Shown {
  return {
    id: posted.ts,
    channel: posted.channel,
    words: wordsIn(posted),
    buttons: buttonsIn(posted.blocks).map(({ label }) => label),
    pings: pingsIn(posted),
    ...(posted.thread ? { thread: posted.thread } : {}),
    ...(posted.onlyFor ? { onlyFor: posted.onlyFor } : {}),
  };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
