/** Interactions to requests: pure, from the payloads as they come. What means nothing to the bot gives undefined. */
import {
  type APIInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Address, Command, FormName, Request, SuggestRequest } from '../../chat/command.ts';
import { parseForm } from '../../chat/forms.ts';
import { beginningOf } from '../../chat/plain.ts';
import { ASK_ABOUT } from './commands.ts';
import { type Pressed, parseCustomId } from './custom-id.ts';
import { nameOf } from './messages.ts';
import { isPrivate, parseChatInput, parseSuggest } from './options.ts';
import { isThreadType } from './rooms.ts';

/** A message about which somebody asks is taken up to this length. */
const LONGEST_ABOUT = 4_000;

/** What an interaction asks of the adapter. */
export type Interaction =
  | { readonly type: 'suggest'; readonly request: SuggestRequest }
  /** Opens a form: at once, nothing may be read before. */
  | { readonly type: 'form'; readonly form: FormName; readonly about: string }
  /** A command, known or kept; `private`: the waiting message is for the person alone. */
  | { readonly type: 'command'; readonly pressed: Pressed; readonly private: boolean }
  /** A form that was filled in; the form's own command may be kept. */
  | {
      readonly type: 'submitted';
      readonly pressed: Pressed;
      readonly values: Readonly<Record<string, string>>;
    };

/** What another version made: it is told to be too old. */
const OUTDATED: Pressed = { type: 'kept', id: '', opensForm: false };

/** Who did it, and where: the part of a request that all interactions share. */
export type Circumstances = Omit<Request, 'command' | 'addressed' | 'edited'>;

export function parseInteraction(payload: APIInteraction): Interaction | undefined {
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const request = parseSuggest(
        payload.data.name,
        payload.data.options ?? [],
        parseCircumstances(payload),
      );
      return request && { type: 'suggest', request };
    }
    case InteractionType.ApplicationCommand: {
      const { data } = payload;
      if (data.type === ApplicationCommandType.ChatInput) {
        const command = parseChatInput(data.name, data.options ?? []);
        return { type: 'command', pressed: { type: 'command', command }, private: isPrivate(command) };
      }
      if (data.type !== ApplicationCommandType.Message || data.name !== ASK_ABOUT) return undefined;
      const message = data.resolved.messages[data.target_id];
      return { type: 'form', form: 'ask', about: message ? wordsOf(message) : '' };
    }
    case InteractionType.MessageComponent: {
      const { data } = payload;
      const chosen = data.component_type === ComponentType.StringSelect ? data.values[0] : data.custom_id;
      const pressed = parseCustomId(chosen ?? '') ?? OUTDATED;
      if (pressed.type === 'command' && pressed.command.type === 'form')
        return { type: 'form', form: pressed.command.form, about: pressed.command.about };
      return { type: 'command', pressed, private: pressed.type === 'command' && isPrivate(pressed.command) };
    }
    case InteractionType.ModalSubmit: {
      const pressed = parseCustomId(payload.data.custom_id) ?? OUTDATED;
      return { type: 'submitted', pressed, values: valuesOf(payload.data.components) };
    }
    default:
      return undefined;
  }
}

export function parseCircumstances(payload: APIInteraction): Circumstances {
  const message = 'message' in payload ? payload.message : undefined;
  const place = parsePlace(payload);
  const user = payload.member?.user ?? payload.user;
  // What is pressed under a message belongs to the conversation that the message heads; one that a single person sees heads
  // none.
  const isSeen = ((message?.flags ?? 0) & MessageFlags.Ephemeral) === 0;
  const heads = message !== undefined && place.thread === undefined && isSeen;
  // Those in this channel; administrators may do all in every channel.
  const rights = BigInt(payload.member?.permissions ?? 0);
  return {
    actor: {
      id: user?.id ?? '',
      ...nameOf(payload.member?.nick ?? user?.global_name ?? user?.username),
      mayManage: payload.member === undefined || (rights & PermissionFlagsBits.ManageChannels) !== 0n,
      ...((rights & PermissionFlagsBits.Administrator) === 0n ? {} : { managesSpace: true }),
    },
    address: heads ? { ...place, thread: message.id } : place,
    keys: [`interaction ${payload.id}`],
    ...(isMember(payload) ? {} : { isGuest: true }),
    ...(message === undefined ? {} : { message: message.id }),
  };
}

/** True where the bot itself is in the place: it may post there, not only answer. */
export function isMember(payload: APIInteraction): boolean {
  return payload.guild_id === undefined ? payload.context !== 2 : isInstalled(payload);
}

function isInstalled({ authorizing_integration_owners: owners }: APIInteraction): boolean {
  return owners === undefined || Object.keys(owners).length === 0 || owners[0] !== undefined;
}

/** A person who brought the bot as an app of their own has a space of their own, wherever they use it. */
function parsePlace(payload: APIInteraction): Address {
  const { channel } = payload;
  const id = channel?.id ?? payload.channel_id ?? '';
  const user = payload.member?.user ?? payload.user;
  const space =
    payload.guild_id !== undefined && isInstalled(payload) ? payload.guild_id : `dm:${user?.id ?? ''}`;
  const parent =
    channel && isThreadType(channel.type) && 'parent_id' in channel ? channel.parent_id : undefined;
  return parent
    ? { platform: 'discord', space, channel: parent, thread: id }
    : { platform: 'discord', space, channel: id };
}

interface Nested {
  readonly custom_id?: string;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly component?: unknown;
  readonly components?: readonly unknown[];
}

/** What was filled in, by the name of the field; fields stand in labels or in rows. */
function valuesOf(components: readonly unknown[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const each of components as readonly Nested[]) {
    if (each.custom_id !== undefined) values[each.custom_id] = each.value ?? each.values?.[0] ?? '';
    const inner = [...(each.components ?? []), ...(each.component === undefined ? [] : [each.component])];
    Object.assign(values, valuesOf(inner));
  }
  return values;
}

/** The command that a filled-in form means; undefined where its own command is not known any more. */
export function parseSubmitted(form: Command, values: Readonly<Record<string, string>>): Command | undefined {
  return form.type === 'form' ? parseForm(form.form, form.about, values) : undefined;
}

interface Textual {
  readonly content?: string;
  readonly embeds?: readonly { readonly title?: string; readonly description?: string }[] | undefined;
  readonly components?: readonly unknown[] | undefined;
}

/** All words of a message, those of its embeds and components included. */
function wordsOf(message: Textual): string {
  const nested = ((message.components ?? []) as readonly Textual[]).map(wordsOf);
  const embeds = (message.embeds ?? []).flatMap(({ title, description }) => [title ?? '', description ?? '']);
  const words = [message.content ?? '', ...embeds, ...nested].filter((each) => each !== '').join('\n');
  return beginningOf(words, LONGEST_ABOUT).trim();
}
