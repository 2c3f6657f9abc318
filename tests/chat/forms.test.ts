import { describe, expect, test } from 'vitest';
import { buildForm, parseForm } from '../../src/chat/forms.ts';
import { parseDigestWords } from '../../src/core/digest/words.ts';

describe('forms', () => {
  test.each(['ask', 'brief', 'follow'] as const)('%s has a title that fits a modal', (name) => {
    expect(buildForm(name, 'kim-putin').title.length).toBeLessThanOrEqual(24);
  });

  test('following a topic is adding a digest', () => {
    const values = { time: '8am', days: 'daily', zone: ' ' };
    expect(parseForm('follow', 'kim-putin', values)).toEqual({
      type: 'digest',
      action: 'add',
      words: '8am daily "kim-putin"',
    });
  });

  test.each([
    'larnhaven strike',
    'The Sun',
    'SAS',
    'strike at noon',
    'PST reform',
    'hourly wages',
    'Man Velmar 3:2',
    'Paris/Olympics',
    'budget in 2024, again',
    '8 killed in blast – 9 am',
    'the “Ler” bridge',
  ])('following "%s" follows that topic alone, when it was asked for', (about) => {
    const command = parseForm('follow', about, { time: '07:30', days: 'weekdays', zone: 'Europe/Oslo' });
    expect(command.type === 'digest' && parseDigestWords(command.words)).toEqual({
      cron: '30 7 * * 1,2,3,4,5',
      zone: 'Europe/Oslo',
      topics: [[about.replace(/[“”]/g, '')]],
      listed: false,
      when: '07:30 on weekdays',
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
