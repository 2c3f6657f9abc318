import { expect, test } from 'vitest';
import { findCallings } from '../../../../src/core/ask/facts/callings.ts';
import { readFacts } from '../../../fakes/facts.ts';

function called(question: string, text: string): string[] {
  return readFacts(findCallings, question, text);
}

test.each([
  ['Anna Weber called the plan a mess, and left.', ['a mess']],
  ['Anna Weber called the plan “a sad mess,” and left.', ['a sad mess']],
  ['Anna Weber spoke of the plan, which she called "a mess."', ['a mess']],
  ["Anna Weber saw the plan. She called it a ''mess'' for years.", ['mess']],
  ['Anna Weber left. Peter Dahl called the plan a mess.', []],
  ['Anna Weber called the mayor a friend.', []],
  ['Anna Weber called for the plan.', []],
  ['The plan by Anna Weber was called a mess.', []],
  ['Anna Weber never called the plan a mess.', []],
  ['Anna Weber called the harbour master a clown.', []],
])('what she calls it: %s', (text, found) => {
  expect(called('What did Weber call the harbour plan?', text)).toEqual(found);
});

test('other questions are left alone', () => {
  expect(called('What did Weber say?', 'Anna Weber called the plan a mess.')).toEqual([]);
  expect(called('What did Weber call for?', 'Anna Weber called it a mess.')).toEqual([]);
});

test('an office before a name is no other first name, and a namesake is somebody else', () => {
  const text = 'Bo Weber called the plan a mess.';
  expect(called('What did Mayor Weber call the plan?', text)).toEqual(['a mess']);
  expect(called('What did Anna Weber call the plan?', text)).toEqual([]);
});

test('how she described it is what she called it', () => {
  const text = 'Anna Weber described the plan as "a sad mess" and left.';
  expect(called('How did Weber describe the plan?', text)).toEqual(['a sad mess']);
  expect(called('How did Weber describe the harbour?', text)).toEqual([]);
});
