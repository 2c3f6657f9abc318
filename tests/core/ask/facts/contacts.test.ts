import { expect, test } from 'vitest';
import { asksToRing, findContacts } from '../../../../src/core/ask/facts/contacts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function contacts(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  return findContacts(question, [article]).map(({ role }) => text.slice(role.start, role.end));
}

const APPEAL =
  'Anyone with information should contact Velmar police on 0190 311 4141 or Crimestoppers on 0800 500 222.';

test.each([
  ['Which number should witnesses ring?', '0190 311 4141'],
  ["What's the police phone number?", '0190 311 4141'],
  ["What's the phone number of Velmar police?", '0190 311 4141'],
  ['phone number for Crimestoppers?', '0800 500 222'],
  ['What is the number to call?', '0190 311 4141'],
])('%s', (question, number) => {
  expect(contacts(question, APPEAL)).toEqual([number]);
});

test.each([
  ['Which number should witnesses ring?', 'Contact our newsdesk on 0190 309 3251 with any information.'],
  ['Which number should witnesses ring?', 'Police said the 2013-2016 outbreak was contained.'],
  ['Which number should people call?', 'Police counted 1,300 calls.'],
  ['Which number did he wear?', APPEAL],
  ["What's the phone number of Ostry police?", APPEAL],
])('%s is not answered by "%s"', (question, text) => {
  expect(contacts(question, text)).toEqual([]);
});

test.each([
  ['What number should witnesses call?', true],
  ['What is the phone number?', true],
  ["What's the hotline number?", true],
  ['What number are they aiming for?', false],
  ['What is the number of officers?', false],
  ['How many witnesses called?', false],
])('no other number answers "%s": %s', (question, asks) => {
  expect(asksToRing(question)).toBe(asks);
});

const ROBBERIES =
  'Two shops were robbed, at 39 W. Harbour Road in Velmar and at 2800 North Quay Street in Ostry.';

test.each([
  ['What is the address of the Velmar shop?', ['39 W. Harbour Road']],
  ['address of the Ostry store', ['2800 North Quay Street']],
  ['What is the address of the Larkfield store?', []],
  // Two shops.
  ['What is the address of the shop?', []],
])('%s', (question, found) => {
  expect(contacts(question, ROBBERIES)).toEqual(found);
});
