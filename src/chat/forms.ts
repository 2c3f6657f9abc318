/** Forms (modals) as data: built at once from a command, and turned into a command when they are submitted. */
import { quoteTopic } from '../core/digest/words.ts';
import type { Form } from './card.ts';
import type { Command, FormName } from './command.ts';

/** The form that a `form` command opens. Pure and immediate: platforms allow three seconds. */
export function buildForm(name: FormName, about: string): Form {
  switch (name) {
    case 'ask':
      return {
        name,
        about,
        title: 'Ask about this',
        submit: 'Ask',
        fields: [{ type: 'text', name: 'question', label: 'Your question', long: true, required: true }],
      };
    case 'brief':
      return {
        name,
        about,
        title: 'Brief me',
        submit: 'Brief',
        fields: [{ type: 'text', name: 'query', label: 'Topic or words', value: about, required: true }],
      };
    case 'follow':
      return {
        name,
        about,
        title: 'Follow this topic',
        submit: 'Follow',
        fields: [
          {
            type: 'text',
            name: 'time',
            label: 'Time of day',
            hint: '08:00 or 8am',
            value: '08:00',
            required: true,
          },
          {
            type: 'choice',
            name: 'days',
            label: 'Days',
            value: 'weekdays',
            options: [
              { label: 'Weekdays', value: 'weekdays' },
              { label: 'Every day', value: 'daily' },
              { label: 'Weekends', value: 'weekends' },
              { label: 'Mondays', value: 'mon' },
            ],
          },
          {
            type: 'text',
            name: 'zone',
            label: 'Time zone',
            hint: 'Europe/Berlin; empty: yours, where it is known',
            required: false,
          },
        ],
      };
  }
}

/** The command that a filled-in form means. `values` are what people typed: nothing of them is trusted. */
export function parseForm(name: FormName, about: string, values: Readonly<Record<string, string>>): Command {
  const value = (field: string) => (values[field] ?? '').trim();
  switch (name) {
    case 'ask':
      return about === ''
        ? { type: 'ask', question: value('question') }
        : { type: 'about', words: about, question: value('question') };
    case 'brief':
      return { type: 'brief', query: value('query') };
    case 'follow': {
      const when = [value('time'), value('days'), value('zone')];
      return { type: 'digest', action: 'add', words: joinDigestWords(when, about) };
    }
  }
}

/** What was filled in field by field, as the words after `/digest add`. The topic is one, whatever it reads like. */
export function joinDigestWords(fields: readonly string[], topic: string): string {
  return [...fields, quoteTopic(topic)].filter((word) => word !== '').join(' ');
}
