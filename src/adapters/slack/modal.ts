/** Forms as Slack's modals, and what was filled in as a command again. Pure. */
import type { InputBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Field, Form } from '../../chat/card.ts';
import type { Address, FormName } from '../../chat/command.ts';
import { parseForm } from '../../chat/forms.ts';
import { beginningOf } from '../../chat/plain.ts';
import type { Context, Inbound } from './inbound.ts';
import { limit } from './limits.ts';
import { plainWords } from './markup.ts';
import { at, textAt } from './payload.ts';
import { renderHandle } from './reply-handle.ts';

/** What a modal carries with it: the form, what it is about, and where it was opened. */
export interface ModalPlace {
  readonly form: FormName;
  readonly about: string;
  readonly address: Address;
}

/** The modal, or undefined where what it carries is more than Slack takes (`private_metadata`). */
export function renderForm(form: Form, place: ModalPlace): ModalView | undefined {
  const metadata = JSON.stringify(place);
  if (metadata.length > limit('privateMetadata')) return undefined;
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plain(form.title, limit('viewTitle')),
    submit: plain(form.submit, limit('viewSubmit')),
    close: plain('Cancel', limit('viewSubmit')),
    blocks: form.fields.map(renderField),
  };
}

function renderField(field: Field): InputBlock {
  const label = plain(field.label, limit('inputLabel'));
  if (field.type === 'choice') {
    const options = field.options.slice(0, limit('selectOptions')).map((option) => ({
      text: plain(option.label, limit('optionText')),
      value: beginningOf(option.value, limit('optionValue')),
    }));
    const initial = options.find(({ value }) => value === field.value);
    return {
      type: 'input',
      block_id: field.name,
      label,
      element: {
        type: 'static_select',
        action_id: field.name,
        options,
        ...(initial ? { initial_option: initial } : {}),
      },
    };
  }
  return {
    type: 'input',
    block_id: field.name,
    label,
    optional: !field.required,
    element: {
      type: 'plain_text_input',
      action_id: field.name,
      multiline: field.long ?? false,
      ...(field.value ? { initial_value: beginningOf(field.value, limit('initialValue')) } : {}),
      ...(field.hint ? { placeholder: plain(field.hint, limit('placeholder')) } : {}),
    },
  };
}

function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: beginningOf(plainWords(text), max) || '–', emoji: false };
}

/** The command that a submitted modal means, where it was opened. */
export function parseSubmission(body: unknown, context: Context): Inbound | undefined {
  const user = textAt(body, 'user', 'id');
  const place = parsePlace(textAt(body, 'view', 'private_metadata'));
  if (user === undefined || place === undefined) return undefined;
  const name = textAt(body, 'user', 'username');
  const handle = { user, at: context.now.getTime(), ...(name ? { name } : {}) };
  return {
    command: parseForm(place.form, place.about, valuesOf(at(body, 'view', 'state', 'values'))),
    actor: { id: user, ...(name ? { name } : {}) },
    // The response_url of where the form was opened still answers; without one the person at least is known.
    address: { ...place.address, reply: place.address.reply ?? renderHandle(handle) },
    addressed: true,
    keys: [`view:${textAt(body, 'view', 'id') ?? ''}:${textAt(body, 'view', 'hash') ?? ''}`],
  };
}

function parsePlace(text: string | undefined): ModalPlace | undefined {
  try {
    const place = JSON.parse(text ?? '') as unknown;
    const form = textAt(place, 'form');
    const isOurs = form === 'ask' || form === 'brief' || form === 'follow';
    return isOurs && textAt(place, 'address', 'channel') ? (place as ModalPlace) : undefined;
  } catch {
    return undefined;
  }
}

/** `{block: {action: {value}}}`, of which block and action bear the name of the field. */
function valuesOf(state: unknown): Record<string, string> {
  const blocks = Object.entries(typeof state === 'object' && state !== null ? state : {});
  return Object.fromEntries(
    blocks.map(([name, actions]) => {
      const field = at(actions, name);
      return [name, textAt(field, 'value') ?? textAt(field, 'selected_option', 'value') ?? ''];
    }),
  );
}
