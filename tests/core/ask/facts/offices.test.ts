import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { findHolders } from '../../../../src/core/ask/facts/offices.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { HARBOUR, stored } from '../../../fakes/newsroom.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function holders(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  const names = findHolders(question, [article]).map(({ role }) => text.slice(role.start, role.end));
  return [...new Set(names)];
}

const WITHDRAWN =
  'Ada Berg left the race for mayor on Monday. Berg decided so in the night, campaign spokesman Ray Solheim told reporters. Her rival, Peter Lund, was glad.';

test.each([
  ["Who is Berg's campaign spokesman?", ['Ray Solheim']],
  ["name of Berg's campaign spokesman", ['Ray Solheim']],
  ['Berg campaign spokesman name', ['Ray Solheim']],
  ["Who is Lund's campaign spokesman?", []],
  ['Lund campaign spokesman', []],
])('%s is told by who was named last', (question, found) => {
  expect(holders(question, WITHDRAWN)).toEqual(found);
});

const CHOIRS =
  'The Velmar Choir sang in Ostry. "We were nervous," said its manager, Ada Reed. Peter Lund, the head of the Larkfield Choir, listened.';

test.each([
  ['Who is the manager of the Velmar Choir?', ['Ada Reed']],
  ["Velmar Choir's manager?", ['Ada Reed']],
  ['manager of the Velmar Choir', ['Ada Reed']],
  ['Who is the head of the Larkfield Choir?', ['Peter Lund']],
  ['Who is the head of the Ostry Choir?', []],
])('%s', (question, found) => {
  expect(holders(question, CHOIRS)).toEqual(found);
});

test.each([
  ['Who is the lead author of the study?', ['Mark Zander']],
  ['Who was the lead author of the Velmar report?', ['Mark Zander']],
  ['lead author of the Velmar study?', ['Mark Zander']],
  ['Who is the lead author of the Ostry study?', []],
])('%s is the only one who is called so', (question, found) => {
  const text = 'A Velmar study counts the seals. Mark Zander, the lead author of the report, was surprised.';
  expect(holders(question, text)).toEqual(found);
});

test('of two lead authors nobody knows which is meant', () => {
  const text = 'Mark Zander, the lead author, was surprised. Ada Reed, the lead author, was not.';
  expect(holders('Who is the lead author of the study?', text)).toEqual([]);
});

test('who is called a suspect by nobody has an age all the same', async () => {
  const text = 'Bo Lund Jr., 27, turned himself in to police in Ostry on Sunday.';
  const article = stored({ ...HARBOUR, title: null, text });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer('How old is the suspect?', [article], index, { history: [] });
  expect(found.answered && found.answer).toBe('27');
});

test('a bare chief executive is that of the house that the headline names first', () => {
  const text =
    'Norda agreed to buy its rival Larkfield for $3 million. Norda and Larkfield are old. "We grow," said Chief Executive Officer Ada Reed.';
  const article = readArticle({ id: 'a', title: 'Norda to buy rival Larkfield', text });
  const found = (question: string): string[] =>
    findHolders(question, [article]).map(({ role }) => text.slice(role.start, role.end));
  expect(found('Who is the chief executive of Norda?')).toEqual(['Ada Reed']);
  expect(found('Who runs Larkfield?')).toEqual([]);
});
