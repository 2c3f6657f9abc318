import { describe, expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import type { Answer } from '../../../../src/core/ask/types.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'talks',
  title: 'Holm and Varga agree on the strait',
  text: `President Berit Holm met Prime Minister Imre Varga in Oslo on Tuesday. The two leaders signed a treaty on the strait in March 2021.

Holm flew home on a ferry company’s helicopter. Varga did not visit the harbour.`,
});

async function ask(question: string): Promise<Answer> {
  const index = createArticleIndex();
  await index.add([article]);
  return findAnswer(question, [article], index, { history: [] });
}

describe('a question for yes or no', () => {
  test.each([
    // The place that is said.
    'Did Holm meet Varga in Oslo?',
    // Oslo lies in Norway: a town is set against no country.
    'Did Holm meet Varga in Norway?',
    // The month is of another sentence.
    'Did Holm meet Varga in April?',
    // Somebody else may have met there.
    'Did Holm meet Lindqvist in Bergen?',
  ])('%s is not contradicted', async (question) => {
    const answer = await ask(question);
    expect(answer.answered || answer.contradicted).toBe(answer.answered);
  });
});

describe('the opposite in other words', () => {
  const verdict = readArticle({
    id: 'verdict',
    title: 'Lund leaves the court',
    text: `Peter Lund was acquitted of fraud on Monday. The council approved the new bridge. Unemployment fell in October. The unions did not reject the offer.`,
  });

  async function askVerdict(question: string): Promise<Answer> {
    const index = createArticleIndex();
    await index.add([verdict]);
    return findAnswer(question, [verdict], index, { history: [] });
  }

  test.each([
    'Was Lund convicted of fraud?',
    'Did the council block the bridge?',
    'Did unemployment rise in October?',
  ])('contradicts %s', async (question) => {
    expect(await askVerdict(question)).toMatchObject({ answered: false, contradicted: true });
  });

  test.each([
    // Of somebody else, and twice negated.
    'Was Berg convicted of fraud?',
    'Did the mayor block the bridge?',
    'Did the unions accept the offer?',
  ])('does not contradict %s', async (question) => {
    const answer = await askVerdict(question);
    expect(answer.answered || answer.contradicted).toBe(answer.answered);
  });
});

test.each([
  ['Did three people die in the fire?', 'Three people died in the fire and five people were hurt.'],
  ['Did 3 people die in the fire?', 'Three people died in the fire in Ostry.'],
  ['Did Lund resign?', 'Lund, who failed twice, resigned on Monday.'],
  ['Did Lund resign?', 'Lund, who did not vote, resigned on Monday.'],
  ['Did Lund leave the island?', 'Lund does not leave the island often.'],
  ['Did Lund insult the mayor?', 'Lund did not only insult the mayor.'],
])('%s is not contradicted by what is said of something else', async (question, text) => {
  const own = readArticle({ id: 'own', text });
  const index = createArticleIndex();
  await index.add([own]);
  const answer = await findAnswer(question, [own], index, { history: [] });
  expect(answer.answered || answer.contradicted).toBe(answer.answered);
});

test('that one did not resign does not deny that anybody did', async () => {
  const own = readArticle({
    id: 'own',
    text: 'Peter Lund was acquitted on Monday. Mara Lindqvist did not resign on Friday. Bo Ek resigned in May.',
  });
  const index = createArticleIndex();
  await index.add([own]);
  const answer = await findAnswer('Who resigned?', [own], index, { history: [] });
  expect(answer).toMatchObject({ answered: true, answer: 'Bo Ek' });
});

test.each([
  ['Did four people die in the fire?', 'Three people died in the fire and five people were hurt.'],
  ['Did Lund resign?', 'Lund refused to resign on Monday.'],
  ['Did Lund resign?', 'Lund decided not to resign on Monday.'],
])('%s is contradicted by another number, and by what was refused', async (question, text) => {
  const own = readArticle({ id: 'own', text });
  const index = createArticleIndex();
  await index.add([own]);
  const answer = await findAnswer(question, [own], index, { history: [] });
  expect(answer).toMatchObject({ answered: false, contradicted: true });
});
