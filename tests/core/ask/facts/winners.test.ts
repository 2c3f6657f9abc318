import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { findWinners } from '../../../../src/core/ask/facts/winners.ts';
import { openModels } from '../../../../src/core/ask/models/models.ts';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { findSentences } from '../../../../src/core/ask/sentences/find-sentences.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
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

async function winners(question: string, text: string): Promise<string[]> {
  const [tagger, lexicon, models] = await Promise.all([openTagger(), openLexicon(), openModels()]);
  const asked = parseAsked(question, tagger.tag(question));
  const articles = [readArticle({ id: 'a', text })];
  const ranked = findSentences(asked, articles, createMatcher(asked, lexicon), models);
  return findWinners(asked, ranked, tagger).map(({ role }) => text.slice(role.start, role.end));
}

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
