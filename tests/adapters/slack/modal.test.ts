import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/adapters/slack/inbound.ts';
import { LIMITS } from '../../../src/adapters/slack/limits.ts';
import { parseSubmission, renderForm } from '../../../src/adapters/slack/modal.ts';
import { parseHandle, renderHandle } from '../../../src/adapters/slack/reply-handle.ts';
import type { Form } from '../../../src/chat/card.ts';
import type { Address } from '../../../src/chat/command.ts';
import { buildForm } from '../../../src/chat/forms.ts';
import { IDS, viewSubmission } from '../../fakes/slack-payloads.ts';

const CONTEXT: Context = { user: IDS.botUser, space: IDS.team, now: new Date('2026-11-22T08:00:00Z') };
const address: Address = { platform: 'slack', space: IDS.team, channel: IDS.channel };
const open = (place: Partial<Parameters<typeof renderForm>[1]> = {}, form: Form = buildForm('ask', '')) =>
  renderForm(form, { form: 'ask', about: '', address, ...place });

describe('a form', () => {
  test('that would carry more than Slack takes is not made', () => {
    const room = LIMITS.privateMetadata.is - (open()?.private_metadata?.length ?? 0);
    expect(open({ about: 'x'.repeat(room) })).toBeDefined();
    expect(open({ about: 'x'.repeat(room + 1) })).toBeUndefined();
  });

  test('keeps every field within the limits of Slack', () => {
    const long = 'word '.repeat(1_000);
    const options = Array.from({ length: 120 }, (_, index) => ({ label: long, value: `${index} ${long}` }));
    const view = open(
      {},
      {
        ...buildForm('ask', ''),
        fields: [
          { type: 'text', name: 'a', label: long, required: true, value: long, hint: long },
          { type: 'choice', name: 'b', label: 'Which', options, value: '0' },
        ],
      },
    );
    // As it goes over the wire.
    const [text, choice]: [
      { label: { text: string }; element: { initial_value: string; placeholder: { text: string } } },
      { element: { options: { text: { text: string }; value: string }[] } },
    ] = JSON.parse(JSON.stringify(view?.blocks));
    expect(text.label.text.length).toBeLessThanOrEqual(LIMITS.inputLabel.is);
    expect(text.element.initial_value.length).toBeLessThanOrEqual(LIMITS.initialValue.is);
    expect(text.element.placeholder.text.length).toBeLessThanOrEqual(LIMITS.placeholder.is);
    expect(choice.element.options).toHaveLength(LIMITS.selectOptions.is);
    for (const option of choice.element.options) {
      expect(option.text.text.length).toBeLessThanOrEqual(LIMITS.optionText.is);
      expect(option.value.length).toBeLessThanOrEqual(LIMITS.optionValue.is);
    }
  });
});

test('an answer goes through the address of its request for half an hour, and to its person after that', () => {
  const handle = { user: IDS.person, at: CONTEXT.now.getTime(), url: 'https://hooks.slack.com/x' };
  const after = (minutes: number) =>
    parseHandle(
      { ...address, reply: renderHandle(handle) },
      new Date(CONTEXT.now.getTime() + minutes * 60_000),
    );
  expect(after(28)).toEqual(handle);
  expect(after(30)).toEqual({ user: handle.user, at: handle.at });
});

describe('a form that was filled in', () => {
  const fill = (view: object) =>
    parseSubmission(viewSubmission(view as never, { question: 'Who won?' }), CONTEXT);

  test('is answered where it was opened, else to the person who filled it in', () => {
    expect(fill(open({ address: { ...address, reply: 'its handle' } }) ?? {})?.address.reply).toBe(
      'its handle',
    );
    const without = fill(open() ?? {});
    expect(without && parseHandle(without.address, CONTEXT.now)).toMatchObject({ user: IDS.person });
  });

  test('of another app, or with what is not ours in it, is no request', () => {
    const view = open();
    for (const private_metadata of ['', '{', 'null', JSON.stringify({ form: 'poll', about: '', address })])
      expect(fill({ ...view, private_metadata })).toBeUndefined();
  });
});
