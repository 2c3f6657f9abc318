/** Bolt's listeners: each acknowledges first, and hands over what came. */
import type { App } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { Suggestion } from '../../chat/command.ts';
import { beginningOf } from '../../chat/plain.ts';
import type { Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import type { AssistantThread } from './assistant.ts';
import { parseAssistantThread } from './assistant.ts';
import type { Context, Inbound } from './inbound.ts';
import { parseAction, parseHome, parsePresence, parseShortcut, parseSlashCommand } from './inbound.ts';
import { limit } from './limits.ts';
import { plainWords } from './markup.ts';
import { parseMessage } from './messages.ts';
import { parseSubmission } from './modal.ts';

export interface Listeners {
  readonly context: () => Context;
  readonly logger: Logger;
  readonly onRequest: (inbound: Inbound) => void;
  readonly onAssistant: (thread: AssistantThread) => void;
  /** Topics that begin like this. */
  readonly suggestTopics: (typed: string, space: string) => Promise<readonly Suggestion[]>;
}

const PRESENCE = ['member_joined_channel', 'channel_left', 'group_left', 'app_uninstalled', 'tokens_revoked'];

export function listen(
  app: App,
  { context, logger, onRequest, onAssistant, suggestTopics }: Listeners,
): void {
  // A socket may be gone between the event and its acknowledgement: the request is answered all the same.
  const acknowledge = (ack: Promise<void>) =>
    ack.catch((error: unknown) => logger.warn('not acknowledged', { error: messageOf(error) }));
  const hand = (inbound: Inbound | undefined) => {
    if (inbound) onRequest(inbound);
  };

  app.command(/.*/, async ({ ack, body }) => {
    await acknowledge(ack());
    hand(parseSlashCommand(body, context()));
  });
  app.action(/.*/, async ({ ack, body }) => {
    await acknowledge(ack());
    hand(parseAction(body, context()));
  });
  app.shortcut(/.*/, async ({ ack, body }) => {
    await acknowledge(ack());
    hand(parseShortcut(body, context()));
  });
  app.view('form', async ({ ack, body }) => {
    await acknowledge(ack());
    hand(parseSubmission(body, context()));
  });
  app.options('home:topic', async ({ ack, payload, body }) => {
    const topics = await suggestTopics(payload.value ?? '', body.team?.id ?? context().space);
    // One that is too long would cost the whole menu.
    const fitting = topics.filter(({ value }) => value !== '' && value.length <= limit('optionValue'));
    await acknowledge(ack({ options: fitting.map(toOption) }));
  });

  // Bolt acknowledges events itself, before it hands them over.
  const onMessage = async ({ body }: { body: unknown }) => hand(parseMessage(body, context()));
  app.event('message', onMessage);
  app.event('app_mention', onMessage);
  app.event('app_home_opened', async ({ body }) => hand(parseHome(body, context())));
  app.event('assistant_thread_started', async ({ body }) => {
    const thread = parseAssistantThread(body);
    if (thread) onAssistant(thread);
  });
  for (const name of PRESENCE) app.event(name, async ({ body }) => hand(parsePresence(body, context())));
}

function toOption({ label, value }: Suggestion): PlainTextOption {
  const text = beginningOf(plainWords(label), limit('optionText')).trim() || '–';
  return { text: { type: 'plain_text', text, emoji: false }, value };
}
