import { describe, expect, test } from 'vitest';
import { buildForm, parseForm } from '../../src/chat/forms.ts';

describe('forms', () => {
  test.each(['ask', 'brief', 'follow'] as const)('%s has a title that fits a modal', (name) => {
    expect(buildForm(name, 'kim-putin').title.length).toBeLessThanOrEqual(24);
  });

  test('following a topic is adding a digest', () => {
    const values = { time: '8am', days: 'daily', zone: ' ' };
    expect(parseForm('follow', 'kim-putin', values)).toEqual({
      type: 'digest',
      action: 'add',
      words: '8am daily kim-putin',
    });
  });

  test('a question about a message carries its words', () => {
    expect(parseForm('ask', 'The ferries stopped.', { question: 'Why?' })).toEqual({
      type: 'about',
      words: 'The ferries stopped.',
      question: 'Why?',
    });
  });

  test('fields that were not filled in are empty, not missing', () => {
    expect(parseForm('ask', '', {})).toEqual({ type: 'ask', question: '' });
  });
});
