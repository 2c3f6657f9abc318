/** Interactions: acknowledged first, within three seconds and once; then handled, and ended. */

import {
  InteractionResponseType as Answer,
  type APIInteraction,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { Command, FormName, Request, Suggestion, SuggestRequest } from '../../chat/command.ts';
import { buildForm } from '../../chat/forms.ts';
import { beginningOf } from '../../chat/plain.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import { settleWithin } from '../../chat/settle.ts';
import type { CommandStore } from '../../chat/stores.ts';
import { messageOf } from '../../core/errors.ts';
import type { DiscordApi } from './api.ts';
import { keyOf, type Pressed, renderCustomId } from './custom-id.ts';
import { hasCode, isExpired, isTransient } from './failures.ts';
import { isMember, parseCircumstances, parseInteraction, parseSubmitted } from './inbound.ts';
import { LIMITS } from './limits.ts';
import { plainName } from './markup.ts';
import { renderModal } from './modal.ts';
import { type ReplyHandle, renderHandle } from './reply-handle.ts';

/** A list that is not there by then is an empty one: Discord would show an error. */
const SUGGEST_WITHIN = LIMITS.acknowledgeWithin.is - 1_000;

export interface InteractionDeps<Job> {
  readonly api: DiscordApi;
  readonly commands: CommandStore;
  readonly clock: Clock;
  readonly logger: Logger;
  handle(request: Request): Promise<Job>;
  suggest(request: SuggestRequest, limit: number): Promise<Suggestion[]>;
  /** Ends the interaction after it was handled. */
  settle(handle: ReplyHandle, job: Job): Promise<void>;
}

/** `taken`: another process has it; `late`: Discord has given up waiting. */
type Acknowledged = 'yes' | 'taken' | 'late';

export function createInteractions<Job>(deps: InteractionDeps<Job>) {
  const { api, commands, logger } = deps;
  /** The newest ones of this process: Discord may send one twice. */
  const seen = new Set<string>();

  async function onInteraction(raw: unknown): Promise<void> {
    const payload = raw as APIInteraction;
    if (seen.has(payload.id)) return;
    seen.add(payload.id);
    const [oldest] = seen;
    if (seen.size > 1_000 && oldest !== undefined) seen.delete(oldest);

    const interaction = parseInteraction(payload);
    if (interaction === undefined)
      return logger.warn('an interaction of an unknown kind', { type: payload.type });
    switch (interaction.type) {
      case 'suggest':
        return complete(payload, interaction.request);
      case 'form':
        return openForm(payload, interaction.form, interaction.about);
      case 'submitted':
        return answer(payload, false, async () => {
          const form = await readPressed(interaction.pressed);
          return parseSubmitted(form, interaction.values) ?? form;
        });
      case 'command': {
        const { pressed } = interaction;
        const form = pressed.type === 'kept' && pressed.opensForm ? await readPressed(pressed) : undefined;
        if (form?.type === 'form') return openForm(payload, form.form, form.about);
        return answer(payload, interaction.private, () => readPressed(pressed));
      }
    }
  }

  async function answer(
    payload: APIInteraction,
    hidden: boolean,
    read: () => Promise<Command>,
  ): Promise<void> {
    const { address, ...circumstances } = parseCircumstances(payload);
    const room = payload.channel?.id ?? address.channel;
    const isOn = isOnMessage(payload);
    const isThere = isMember(payload);
    const handle: ReplyHandle = {
      application: payload.application_id,
      token: payload.token,
      // Under a message the person waits alone: what is for all stands in its thread, where it is never there twice.
      hidden: hidden || (isOn && isThere),
      threaded: isOn && isThere && address.thread !== undefined,
      guest: !isThere,
      room,
      since: deps.clock.now().getTime(),
    };
    const acknowledged = await acknowledge(payload, {
      type: Answer.DeferredChannelMessageWithSource,
      data: { flags: handle.hidden ? MessageFlags.Ephemeral : 0 },
    });
    if (acknowledged === 'taken') return;
    const isLate = acknowledged === 'late';
    const request: Request = {
      ...circumstances,
      command: await read(),
      addressed: true,
      address: isLate ? address : { ...address, reply: renderHandle(handle) },
    };
    const job = await deps.handle(request);
    if (isLate) return;
    await deps.settle(handle, job).catch((error: unknown) => {
      logger.info('an interaction could not be ended', { error: messageOf(error) });
    });
  }

  async function complete(payload: APIInteraction, request: SuggestRequest): Promise<void> {
    const found = deps.suggest(request, LIMITS.choices.is).catch((error: unknown) => {
      logger.warn('completions failed', { field: request.field, error: messageOf(error) });
      return [];
    });
    const suggestions = await settleWithin(found, SUGGEST_WITHIN, []);
    const choices = suggestions.slice(0, LIMITS.choices.is).flatMap(({ label, value }) => {
      const name = plainName(label, LIMITS.choiceName.is);
      // One that Discord does not take would cost the whole list. A value that had to be cut would mean something else.
      return name === '' || value === '' || value.length > LIMITS.choiceValue.is ? [] : [{ name, value }];
    });
    await acknowledge(payload, { type: Answer.ApplicationCommandAutocompleteResult, data: { choices } });
  }

  async function openForm(payload: APIInteraction, form: FormName, about: string): Promise<void> {
    const data = renderModal(buildForm(form, about), await formId(form, about));
    await acknowledge(payload, { type: Answer.Modal, data });
  }

  /** What it is about is kept where it is long; where it cannot be kept, its beginning has to do. */
  async function formId(form: FormName, about: string): Promise<string> {
    const command: Command = { type: 'form', form, about };
    const whole = renderCustomId(command, 0, new Map());
    if (whole !== undefined) return whole;
    try {
      const kept = renderCustomId(command, 0, new Map([[keyOf(command), await commands.keep(command)]]));
      if (kept !== undefined) return kept;
    } catch (error) {
      logger.warn('a form was shortened, since the store cannot be written', { error: messageOf(error) });
    }
    for (let length = 60; ; length -= 10) {
      const short = renderCustomId({ ...command, about: beginningOf(about, length) }, 0, new Map());
      if (short !== undefined || length <= 0) return short ?? '0|{}';
    }
  }

  async function readPressed(pressed: Pressed): Promise<Command> {
    if (pressed.type === 'command') return pressed.command;
    const found = await commands.find(pressed.id).catch((error: unknown) => {
      logger.error('a kept command cannot be read', { error: messageOf(error) });
      return undefined;
    });
    return found ?? { type: 'stored', id: pressed.id };
  }

  /** Once more where Discord did not answer: "already acknowledged" then means that it had heard. */
  async function acknowledge(payload: APIInteraction, body: unknown): Promise<Acknowledged> {
    for (const attempt of [1, 2]) {
      try {
        await api.call('post', Routes.interactionCallback(payload.id, payload.token), { auth: false, body });
        return 'yes';
      } catch (error) {
        if (hasCode(error, 'alreadyAcknowledged')) return attempt === 1 ? 'taken' : 'yes';
        if (isExpired(error)) {
          logger.warn('an interaction came too late to be acknowledged', { id: payload.id });
          return 'late';
        }
        if (attempt === 2 || !isTransient(error)) throw error;
      }
    }
    return 'late';
  }

  return { onInteraction };
}

/** Pressed under a message, or filled in from there. */
function isOnMessage(payload: APIInteraction): boolean {
  if (payload.type === InteractionType.MessageComponent) return true;
  return payload.type === InteractionType.ModalSubmit && payload.message !== undefined;
}
