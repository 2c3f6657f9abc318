import { expect, test } from 'vitest';
import { houseBefore, personBefore } from '../../../../src/core/ask/words/persons.ts';
import { readArticle } from '../../../fakes/read-article.ts';

/** The name of the person whom "HERE" in a text speaks of. */
function person(text: string): string | undefined {
  const article = readArticle({ id: 'a', text });
  const name = personBefore(article, text.indexOf('HERE'));
  return name && text.slice(name.start, name.end);
}

test('it is the last person named before in the sentence', () => {
  expect(person('Anna Berg met Peter Lund and his lawyer, HERE.')).toBe('Peter Lund');
});

test('else the one whom the sentence before names first', () => {
  expect(person('Anna Berg resigned, according to Peter Lund. Her lawyer, HERE, agreed.')).toBe('Anna Berg');
});

test('else the one whom the text has named most', () => {
  const text =
    'Anna Berg resigned. Anna Berg met Peter Lund. Rain fell. The town slept. The harbour was closed. HERE it ends.';
  expect(person(text)).toBe('Anna Berg');
});

test('where nobody was named it is nobody', () => {
  expect(person('Rain fell. HERE it ends.')).toBeUndefined();
});

/** The name of the house that "HERE" in a text speaks of. */
function house(text: string): string | undefined {
  const article = readArticle({ id: 'a', text });
  const name = houseBefore(article, text.indexOf('HERE'));
  return name && text.slice(name.start, name.end);
}

test('a house is what the nearest sentence names first, and neither a person nor where something is', () => {
  expect(house('Larkfield Bank sued Ostry University. HERE it ends.')).toBe('Larkfield Bank');
  expect(house('Anna Berg left Larkfield Bank. HERE it ends.')).toBeUndefined();
  expect(house('In Norway it rained. HERE it ends.')).toBeUndefined();
});
