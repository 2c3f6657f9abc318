/** Opens a form, within the three seconds that Slack gives for it. */
import type { WebClient } from '@slack/web-api';
import type { Address, Command } from '../../chat/command.ts';
import { buildForm } from '../../chat/forms.ts';
import { beginningOf } from '../../chat/plain.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import { problemOf } from './failures.ts';
import { limit } from './limits.ts';
import { renderForm } from './modal.ts';
import { parseHandle } from './reply-handle.ts';
import type { Responder } from './respond.ts';
import { WORDS } from './words.ts';

type FormCommand = Extract<Command, { type: 'form' }>;

/** What is given opens the form that a command asks for; whoever pressed hears where Slack does not take it. */
export function createFormOpener(deps: {
  readonly client: WebClient;
  readonly responder: Responder;
  readonly clock: Clock;
  readonly logger: Logger;
}) {
  const { client, responder, clock, logger } = deps;
  return async (
    { form, about }: FormCommand,
    address: Address,
    trigger: string | undefined,
  ): Promise<void> => {
    const built = buildForm(form, about);
    const { reply: _reply, ...bare } = address;
    const view =
      renderForm(built, { form, about, address }) ??
      // A message is not to be too long to be asked about: its beginning says what it is about.
      renderForm(built, { form, about: beginningOf(about, limit('privateMetadata') / 3), address: bare });
    if (!view || trigger === undefined) return;
    try {
      await client.views.open({ trigger_id: trigger, view });
    } catch (error) {
      logger.warn('a form could not be opened', { error: problemOf(error) });
      const url = parseHandle(address, clock.now())?.url;
      if (url !== undefined) await responder.respond(url, { text: WORDS.formFailed });
    }
  };
}
