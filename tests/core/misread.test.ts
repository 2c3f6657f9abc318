import { expect, test } from 'vitest';
import { findMisread } from '../../src/core/misread.ts';
import { FERRIES, HARBOUR } from '../fakes/newsroom.ts';

const found = [HARBOUR, FERRIES];

test('a word that some article has is read as itself', () => {
  expect(findMisread('Larnhaven strikes', found)).toEqual([]);
  expect(findMisread('Okafor', found)).toEqual([]);
});

test('a slip of the keys is told with what it was read as', () => {
  expect(findMisread('Larnhavn strike', found)).toEqual([{ typed: 'Larnhavn', meant: 'Larnhaven' }]);
});

test.each([
  ['is too short', 'Dorks'],
  ['begins otherwise', 'tails'],
  ['is a word of the language', 'Trikes and books'],
])('what %s is another word, and nothing is read into it: %s', (_, query) => {
  const text = `${FERRIES.text} The dorp of Velmar has hooks, boots and strikes.`;
  expect(findMisread(query, [HARBOUR, { ...FERRIES, text }])).toBeNull();
});

test('words that only begin as one of the articles does, and those that nothing is near, are left alone', () => {
  expect(findMisread('Larn', found)).toEqual([]);
  expect(findMisread('strike of zeppelins', found)).toEqual([]);
});
