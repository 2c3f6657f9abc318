import { expect, test } from 'vitest';
import type { Article } from '../../../../src/core/article.ts';
import { saidBy } from '../../../../src/core/ask/facts/fact.ts';
import { findTolls } from '../../../../src/core/ask/facts/tolls.ts';
import { factsAsked } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function tolls(question: string, ...given: (Partial<Article> & { text: string })[]): string[] {
  const articles = given.map((one, at) => readArticle({ id: String(at), published: '2026-08-03', ...one }));
  return findTolls(factsAsked(question, articles)).map(saidBy);
}

test.each([
  ['A slide engulfed the village, killing at least 27 people.', ['27']],
  ['Nine people were killed and 21 were wounded.', ['Nine']],
  ['At least twenty-three people have died.', ['twenty-three']],
  ['The death toll from the slide that buried the valley rose to 1,061 on Friday.', ['1,061']],
  ['The number of confirmed deaths stood at 58, with 16 missing.', ['58']],
  // Another time, another count, no people.
  ['The last major one, in 2011, killed 112 people.', []],
  ['In Marseille 12 people were killed.', ['12']],
  ['The sailor was killed 12 days later, as were his friends.', []],
  ['A man killed one of the guards.', []],
  ['In June, another ferry capsized, leaving 800 dead.', []],
  ['A man of 27 was the last who died.', []],
  ['More than 1,200 people fled, and in 30 minutes people died.', []],
  ['The storm killed two dogs.', []],
])('how many died? %s', (text, found) => {
  expect(tolls('How many people died?', { text })).toEqual(found);
});

test.each([
  ['How many are missing?', ['21']],
  ['how many were injured', ['six']],
  ['What is the death toll?', ['Nine']],
])('each harm has a count of its own: %s', (question, found) => {
  const text = 'Nine people were killed, six were seriously injured and 21 are still missing.';
  expect(tolls(question, { text })).toEqual(found);
});

test('the newest count goes first', () => {
  const [old, now] = ['Nine people were killed.', 'The toll rose: 12 people were killed.'];
  expect(
    tolls('How many people were killed?', { text: old }, { text: now, published: '2026-08-05' }),
  ).toEqual(['12', 'Nine']);
});

test('who is counted, and where, has to be said', () => {
  const text = 'In Velmar 12 soldiers died. In Ostry four people were killed.';
  expect(tolls('How many soldiers died?', { text })).toEqual(['12']);
  expect(tolls('How many sailors died?', { text })).toEqual([]);
  expect(tolls('How many people were killed in Ostry?', { text })).toEqual(['four']);
  expect(tolls('How many people were killed in Larkfield?', { text })).toEqual([]);
});

test('other counts are left alone', () => {
  expect(tolls('How many people fled?', { text: 'Nine people were killed.' })).toEqual([]);
});

test.each([
  ['How many people died?', 'Four hospitals said people died in the night. The flood killed 61.', ['61']],
  ['How many died?', 'Ten towns where people died were cut off. The flood killed 61.', ['61']],
  ['How many people were hurt?', 'The blast broke windows. No one was hurt, police said.', ['No one']],
  ['How many people died?', 'There were no deaths in Ostry.', ['no deaths']],
  ['How many people were hurt?', 'There were no immediate reports of people hurt.', []],
])('%s %s', (question, text, found) => {
  expect(tolls(question, { text })).toEqual(found);
});

test('the newest is the latest moment, whatever zone it is written in', () => {
  const early = { text: 'Nine people were killed.', published: '2031-03-02T01:00:00+09:00' };
  const late = { text: 'Twelve people were killed.', published: '2031-03-01T22:00:00Z' };
  expect(tolls('How many people died?', early, late)).toEqual(['Twelve', 'Nine']);
});

test.each([
  ['A tow line broke, injuring a tug crew member.', true],
  ['A firefighter was seriously hurt.', true],
  ['Nobody was injured.', true],
  ['No injuries were reported.', true],
  ['Two men were wounded, the police said.', true],
  ['Prices hurt demand.', false],
  ['The strike is likely to hurt the port.', false],
  ['Flight 370 has already severely hurt demand.', false],
  ['The owner was not at home.', false],
])('was anybody hurt? %s', (text, isTold) => {
  for (const question of [
    'Was anybody hurt?',
    'were there any injuries',
    'Any injuries?',
    'Has anyone been injured?',
  ])
    expect(tolls(question, { text })).toEqual(isTold ? [text] : []);
});

test.each([
  ['Did anyone die?', 'Three monks died in the crash.', true],
  ['Was anyone killed in the crash?', 'Three monks died in the crash.', true],
  ['Was anyone killed in the flood?', 'Three monks died in the crash.', false],
  ['Any casualties?', 'Three monks died in the crash.', true],
  ['Were there any casualties?', 'There were no reports of casualties.', true],
  ['Any casualties?', 'The monks hurt nobody.', false],
  ['Was anybody killed?', 'No one recognized the dead boy.', false],
  ['Is anybody missing?', 'A boy is missing.', true],
])('%s %s', (question, text, isTold) => {
  expect(tolls(question, { text })).toEqual(isTold ? [text] : []);
});
