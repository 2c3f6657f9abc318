import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLine, parseSlash } from '../../src/chat/parse-command.ts';

describe('what people type', () => {
  test.each([
    ['/brief kim-putin', { type: 'brief', query: 'kim-putin' }],
    ['brief kim-putin short', { type: 'brief', query: 'kim-putin', length: 'short' }],
    ['/BRIEF "kim and putin" private', { type: 'brief', query: 'kim and putin', private: true }],
    [
      '/brief kim-putin since yesterday until 2023-09-11 from The Verge full',
      {
        type: 'brief',
        query: 'kim-putin',
        length: 'full',
        since: 'yesterday',
        until: '2023-09-11',
        from: 'The Verge',
      },
    ],
    ['/brief ferries private short', { type: 'brief', query: 'ferries', length: 'short', private: true }],
    [
      '/brief ferries private since yesterday',
      { type: 'brief', query: 'ferries', since: 'yesterday', private: true },
    ],
    [
      '/brief ferries from Aldby Post private full',
      { type: 'brief', query: 'ferries', from: 'Aldby Post', length: 'full', private: true },
    ],
    ['/brief short', { type: 'brief', query: 'short' }],
    ['/brief private', { type: 'brief', query: '', private: true }],
    ['/brief from Reuters', { type: 'brief', query: '', from: 'Reuters' }],
    ['/brief <kim-putin> short', { type: 'brief', query: 'kim-putin', length: 'short' }],
    ['brief `kim and putin`', { type: 'brief', query: 'kim and putin' }],
    ['/quotes "Matthew Miller"', { type: 'quotes', query: 'Matthew Miller' }],
    ['/ask Who met whom? private', { type: 'ask', question: 'Who met whom?', private: true }],
    [
      '/digest 08:00 weekdays kim-putin',
      { type: 'digest', action: 'add', words: '08:00 weekdays kim-putin' },
    ],
    ['/digest pause d1', { type: 'digest', action: 'pause', words: 'd1' }],
    ['/digest', { type: 'digest', action: 'help', words: '' }],
    ['/briefwire ask Why?', { type: 'ask', question: 'Why?' }],
    ['/briefwire forget me', { type: 'forget' }],
    ['/briefwire nonsense', { type: 'help', unknown: '/briefwire nonsense' }],
    ['/briefwire forget kim-putin', { type: 'help', unknown: '/briefwire forget kim-putin' }],
    ['/briefwire forget', { type: 'help', unknown: '/briefwire forget' }],
    ['/briefwire', { type: 'help' }],
    ['status', { type: 'status' }],
    ['/unknown x', { type: 'help', unknown: '/unknown' }],
  ])('%s is a command', (line, command) => {
    expect(parseLine(line)).toEqual(command);
  });

  test.each([
    'Who met whom?',
    'sources say what?',
    'help me understand the deal',
    'status of the talks?',
    '',
  ])('%s is none', (line) => {
    expect(parseLine(line)).toBeUndefined();
  });

  test('whatever is typed, nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('brief', 'ask', 'quotes', 'digest', 'briefwire'),
        fc.string(),
        (name, words) => {
          expect(parseSlash(name, words)).toBeDefined();
        },
      ),
    );
  });
});

test.each([
  'brief me on the port strike',
  'BRIEF US ON IT',
  'brief about the dam',
  'brief please',
  'quotes from Lund',
  'digest of the dam',
])('%s goes on as a sentence, and is no command with a topic', (said) => {
  expect(parseLine(said)).toBeUndefined();
  expect(parseLine(`/${said}`)).toBeDefined();
});
