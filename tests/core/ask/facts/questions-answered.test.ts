import { describe, expect, it } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, title: string, text: string): Promise<string | null> {
  const article = readArticle({ id: 'a', title, text, publisher: null, published: '2025-05-02' });
  const index = createArticleIndex();
  await index.add([article]);
  const answer = await findAnswer(question, [article], index, { history: [] });
  return answer.answered ? answer.answer : null;
}

const TITLE = 'Explained: the Tarsu ferry toll';
const EXPLAINER = `The council voted for the ferry toll on Monday.

What is it?

A charge of two crowns for each car. Bicycles pay nothing.

Who will pay?

Drivers from outside Tarsu. Residents get a card.

Will lorries be exempt?

Not at first. The council wants to look at it again in May.

Who is against it?

The hauliers. They have gone to court.`;

describe('an article that asks what is asked', () => {
  it.each([
    ['Who will pay?', 'Drivers from outside Tarsu. Residents get a card.'],
    ['Will lorries be exempt?', 'Not at first. The council wants to look at it again in May.'],
    ['Who will pay the ferry toll?', 'Drivers from outside Tarsu. Residents get a card.'],
    ['Who is against the ferry toll?', 'The hauliers. They have gone to court.'],
    ['What is the ferry toll?', 'A charge of two crowns for each car. Bicycles pay nothing.'],
  ])('answers it with what stands behind: %s', async (question, answer) =>
    expect(await ask(question, TITLE, EXPLAINER)).toBe(answer),
  );

  it.each([
    ['a heading', 'Who is Bo Falk?', 'Who is Bo Falk?\n\nPictures of the Ostry regatta'],
    ['another question', "Who is Bo Falk's wife?", 'Who is Bo Rikard Falk?\n\nHe mends boats in Ostry.'],
  ])('is not answered with what stands behind it by %s', async (_, question, links) => {
    const text = `The regatta was called off on Monday.\n\n${links}`;
    expect((await ask(question, 'Ostry regatta', text)) ?? '').not.toMatch(/Pictures|mends/);
  });

  it('answers in the words of who is interviewed, without his name', async () => {
    const text =
      'HOST: When does the mill open?\n\nADA BYRON: In June, if the roof holds.\n\nHOST: Who bought it?\n\nADA BYRON: A baker from Ostry.';
    expect(await ask('When does the mill open?', 'The mill', text)).toBe('In June, if the roof holds.');
  });

  it.each([
    ['wants another thing of it', 'How will they pay?'],
    ['asks of others', 'Will buses be exempt?'],
  ])('is not taken for one that %s: %s', async (_, question) => {
    const answer = (await ask(question, TITLE, EXPLAINER)) ?? '';
    expect(answer).not.toMatch(/^(?:Drivers|Not at first)/);
  });
});

describe('a question', () => {
  it.each([
    [
      'Will the bridge be closed?',
      'The mayor spoke for an hour.\n\nWill the bridge be closed? Will the school?',
    ],
    ['How many ferries were sold?', 'Were 14 ferries sold to Ostry? The harbour master laughed.'],
  ])('answers nothing by itself: %s', async (question, text) =>
    expect((await ask(question, 'Harbour news', text)) ?? '').not.toMatch(/bridge be closed|14/),
  );
});
