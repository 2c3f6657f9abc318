/** A form as Discord's modal. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Field, Form } from '../../chat/card.ts';
import { LIMITS } from './limits.ts';
import { cut, plainName } from './markup.ts';

/** `customId` says which form it is and what it is about; it comes back with what was filled in. */
export function renderModal(form: Form, customId: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: plainName(form.title, LIMITS.modalTitle.is),
    components: form.fields.slice(0, LIMITS.modalFields.is).map((field) => ({
      type: ComponentType.Label as const,
      label: plainName(field.label, LIMITS.fieldLabel.is),
      ...('hint' in field && field.hint ? { description: plainName(field.hint, LIMITS.fieldHint.is) } : {}),
      component: renderField(field),
    })),
  };
}

function renderField(field: Field) {
  if (field.type === 'choice') {
    const options = field.options.slice(0, LIMITS.selectOptions.is).map(({ label, value }) => ({
      label: plainName(label, LIMITS.optionLabel.is),
      value: cut(value, LIMITS.optionLabel.is),
      ...(value === field.value ? { default: true } : {}),
    }));
    return { type: ComponentType.StringSelect as const, custom_id: field.name, options };
  }
  return {
    type: ComponentType.TextInput as const,
    custom_id: field.name,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    ...(field.value ? { value: cut(field.value, LIMITS.fieldValue.is) } : {}),
  };
}
