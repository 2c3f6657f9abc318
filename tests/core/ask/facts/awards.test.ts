import { expect, test } from 'vitest';
import { findAwards } from '../../../../src/core/ask/facts/awards.ts';
import { readFacts } from '../../../fakes/facts.ts';

const winners = (question: string, text: string): string[] => readFacts(findAwards, question, text);

test.each([
  ['Who won best actor?', 'Best actor went to Peter Dahl for a comedy.', 'Peter Dahl'],
  ['Who won best actor?', 'Anna Weber wept. Peter Dahl won best actor.', 'Peter Dahl'],
  [
    'Which film won best picture?',
    '"The Long Road," an epic, took home seven prizes including best picture.',
    'The Long Road',
  ],
  [
    'who won best picture',
    '"The Long Road" took seven awards, including best sound and best picture.',
    'The Long Road',
  ],
])('to whom it went, or which prizes include it: %s %s', (question, text, found) => {
  expect(winners(question, text)).toEqual([found]);
});

test.each([
  ['Who won best actor?', 'Best actress went to Maria Holm.'],
  ['Who won best actor?', 'Peter Dahl missed out on best actor.'],
  ['Who won best director?', '"The Long Road," an epic, took home seven prizes including best director.'],
  ['Who won best actor?', 'Best actor went to Peter Dahl. Best actor went to Bo Krog.'],
  ['Who won the race?', 'Best actor went to Peter Dahl.'],
])('another prize, no prize, or several winners: %s %s', (question, text) => {
  expect(winners(question, text)).toEqual([]);
});
