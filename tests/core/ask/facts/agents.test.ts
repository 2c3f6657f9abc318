import { expect, test } from 'vitest';
import { findAgents } from '../../../../src/core/ask/facts/agents.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function agents(question: string, text: string): string[] {
  return findAgents(question, [readArticle({ id: 'a', text })]).map(({ role }) =>
    text.slice(role.start, role.end),
  );
}

const TEXT = "Norda's founder, Ada Reed, joined the board of Larkfield Mills.";

test.each([
  ['Who founded Norda?', ['Ada Reed']],
  ['who established Norda', ['Ada Reed']],
  ['Who founded Larkfield Mills?', []],
  ['Who owns Norda?', []],
  ['Who joined Norda?', []],
])('whoever is called its founder founded it: %s', (question, found) => {
  expect(agents(question, TEXT)).toEqual(found);
});
