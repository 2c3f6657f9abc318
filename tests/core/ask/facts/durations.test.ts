import { expect, test } from 'vitest';
import { findDurations } from '../../../../src/core/ask/facts/durations.ts';
import { readFacts } from '../../../fakes/facts.ts';

function times(question: string, text: string): string[] {
  return readFacts(findDurations, question, text);
}

test.each([
  ['How long did Berg talk for?', 'Ada Berg resigned in an 11-minute speech.', '11-minute'],
  ['How long did Berg speak?', 'Ada Berg spoke without notes for half an hour.', 'half an hour'],
  ['How long was the speech?', 'The speech, which lasted 40 minutes, was dull.', '40 minutes'],
  [
    "How long was Berg's prison term?",
    'Ada Berg is serving a three-and-a-half-year sentence.',
    'three-and-a-half-year',
  ],
  [
    'How long was Berg jailed for?',
    'Ada Berg was jailed for 12 months and one day.',
    '12 months and one day',
  ],
  ['How many years did Berg serve?', 'Ada Berg spent nine years in prison.', 'nine years'],
  [
    'How long did the semi-final last?',
    'The semi-final lasted three hours and 21 minutes.',
    'three hours and 21 minutes',
  ],
  ['How long did the flight take?', 'They landed after a two-hour flight.', 'two-hour'],
  ['How long did the strike last?', 'The strike, the third of the mill, lasted three days.', 'three days'],
  ['How long was the flight from Ostry to Velmar?', 'The flight from Ostry to Velmar took 3 hrs.', '3 hrs'],
  ['How long is the film?', 'The film runs for 95 minutes.', '95 minutes'],
  ['How long was Berg banned?', 'Ada Berg came back after a six-week ban.', 'six-week'],
])('%s is the time that stands with it: %s', (question, text, time) => {
  expect(times(question, text)).toEqual([time]);
});

test.each([
  ['How long was Berg in Ostry?', 'A 12-day erg of sand lies in Ostry. Ada Berg spoke.'],
  ['How long did Berg talk for?', 'Ada Berg listened. Bo Lund resigned in an 11-minute speech.'],
  ["How long was Berg's sentence?", 'Ada Berg said Bo Lund was serving a two-year sentence.'],
  [
    'How long did Sadler serve?',
    'Ada Berg wrote. He spent three years in prison after Peter Sadler’s death.',
  ],
  ['How long did Berg speak?', 'Ada Berg spoke for four minutes less than he did.'],
  ['How long was the sentence?', 'He could face a two-year sentence.'],
  ['How long was the sentence?', 'She wants a second sentence to be read.'],
  ['How long was the sentence?', 'Ada Berg begins her four-year term in May.'],
  // Another's, what is only asked for, and what is something else.
  ['How long did Berg talk?', 'Tor Berg watched. Ada Holm heard him. She talked for 50 minutes.'],
  ['How long was Berg jailed for?', 'Prosecutor Ada Berg asked that the driver be jailed for nine years.'],
  ['How long did the flight last?', 'The ferry makes a crossing that normally takes four hours.'],
  ['How long was the trial?', 'Nine friends spoke during the two-hour hearing.'],
  ['How long was the course?', 'Over the course of more than 30 years she taught.'],
  ['How long did the flight last?', 'The flight recorder batteries last one month.'],
  ['How long did the war last?', 'She spoke of the war two years ago.'],
  ['How long did the strike last?', 'A two-day strike followed a five-day strike.'],
  ['How long did it take to mend the pier?', 'The two-year war took its toll.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(times(question, text)).toEqual([]);
});
