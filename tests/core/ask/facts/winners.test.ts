import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { findWinners } from '../../../../src/core/ask/facts/winners.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readFacts } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, ...texts: string[]) {
  const articles = texts.map((text, at) => readArticle({ id: String(at), text }));
  const index = createArticleIndex();
  await index.add(articles);
  const found = await findAnswer(question, articles, index, { history: [] });
  return found.answered && found.answer;
}

const BEAT = 'Berit Holm beat Anna Weber 6-3, 6-2 in the final of the Norvik Open on Saturday.';
const LOST =
  'Nine days after losing the final of the Norvik Open to Berit Holm, Anna Weber parted with her coach.';

test('who won is whoever beat the other', async () => {
  expect(await ask('Who won the Norvik Open?', BEAT)).toBe('Berit Holm');
  expect(await ask('who won the norvik open', BEAT)).toBe('Berit Holm');
});

test('who won is to whom the other lost', async () => {
  expect(await ask('Who won the final of the Norvik Open?', LOST)).toBe('Berit Holm');
});

test('who lost is whom the other beat', async () => {
  expect(await ask('Who lost the final of the Norvik Open?', BEAT)).toBe('Anna Weber');
});

test('another final is not won by whoever won this one', async () => {
  expect(await ask('Who won the Larkfield Cup?', BEAT)).toBe(false);
});

test('of several winners none is taken for that of all', async () => {
  const other = 'Eva Dahl beat Mia Krog in the semi-final of the Norvik Open on Friday.';
  expect(await ask('Who won at the Norvik Open?', BEAT, other)).toBe(false);
  expect(await ask('Who won at the Norvik Open?', BEAT)).toBe('Berit Holm');
});

test('whose team was beaten did not lose himself', async () => {
  expect(await ask('Who lost the match?', 'Norvik beat Holm’s team in the match on Friday.')).not.toBe(
    'Holm',
  );
});

const winners = (question: string, text: string): string[] => readFacts(findWinners, question, text);

test('who lost the race is whoever lost it', async () => {
  expect(await winners('Who lost the race?', 'Anna Weber lost the race to Berit Holm.')).toEqual([
    'Anna Weber',
  ]);
});

test.each([
  ['who loses something else', 'Who lost the race?', 'In the race Anna Weber lost three teeth.'],
  ['who may lose', 'Who lost the race?', 'Anna Weber should lose the race.'],
  ['who is good enough', 'Who won the cup?', 'The cup was old. Norvik was good enough to beat Ostry.'],
  [
    'who won elsewhere',
    'Who won the cup?',
    'Norvik is rich. It has a port. Anna Weber beat Berit Holm in 1990. Later it rained. A cup stood on the table.',
  ],
])('%s did not win, or lose, it: %s %s', async (_, question, text) => {
  expect(await winners(question, text)).toEqual([]);
});
