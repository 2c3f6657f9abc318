import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { decide, isTold, tells } from '../../../../src/core/ask/decision/verdict.ts';
import { openModels } from '../../../../src/core/ask/models/models.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();
const FERRY =
  'The ferry to Ostry ran aground on Monday. The captain, Ada Winter, was not hurt. The harbour office has opened an inquiry into the crew. Tickets are refunded at the pier.';

/** The sentence that is told, "otherwise" where the articles say so, or "silence". */
async function ask(question: string, ...texts: string[]): Promise<string> {
  const articles = texts.map((text, at) => readArticle({ id: String(at), text }));
  const index = createArticleIndex();
  await index.add(articles);
  const found = await findAnswer(question, articles, index, { history: [] });
  if (found.answered) return found.answer;
  return found.contradicted ? 'otherwise' : 'silence';
}

test.each([
  ['Are tickets refunded?', 'Tickets are refunded at the pier.'],
  ['Did the captain survive?', 'The captain, Ada Winter, was not hurt.'],
  ['has the harbour office opened an inquiry', 'The harbour office has opened an inquiry into the crew.'],
])('%s is told by the sentence that speaks of it', async (question, told) => {
  expect(await ask(question, FERRY)).toBe(told);
});

test.each(['Has Bo Lund bought the lighthouse?', 'Will the mayor of Larkfield resign?'])(
  '%s is told by nothing where no sentence speaks of it',
  async (question) => {
    expect(await ask(question, FERRY)).toBe('silence');
  },
);

test('what is asked for yes or no and is said otherwise is said to be so', async () => {
  expect(await ask('Was the captain hurt?', FERRY)).toBe('otherwise');
});

test('of several articles the one that has it tells why', async () => {
  const other = 'Larkfield has elected a new mayor. The vote was close, and the turnout was low.';
  const strike = 'The ferry crews walked out on Friday because their pay was cut. Talks go on.';
  expect(await ask('Why did the ferry crews walk out?', other, strike)).toContain('pay was cut');
  expect(await ask('Why did Ada Winter leave Larkfield?', other, strike)).toBe('silence');
});

test('what is no likelier to tell it than not tells nothing or perhaps, and half of that leaves it open', () => {
  const telling = (bias: number) => ({ telling: { weights: { bias }, forest: { bias: 0, trees: [] } } });
  const told = (question: string, several = true) =>
    [0.5, -0.8, -1.5].map((bias) =>
      tells(parseAsked(question, tagger.tag(question)), {}, telling(bias), several),
    );
  expect(told('Did Lund resign?')).toEqual(['surely', 'hardly', 'not']);
  expect(told('Why did Lund resign?')).toEqual(['surely', 'hardly', 'not']);
  // What is so in general is perhaps told by less.
  expect(told('Is the ferry open to cars?')).toEqual(['surely', 'perhaps', 'hardly']);
  // So does a passage in place of words of what happened; of one article none has to.
  expect(told('What did the crew load in Ostry?')).toEqual(['surely', 'perhaps', 'hardly']);
  expect(told('What did the crew load in Ostry?', false)).toEqual(['surely', 'perhaps', 'perhaps']);
  // Where a passage is what is wanted, it need not be told so.
  expect(told('Tell me about the crew that loaded it.')).toEqual(['surely', 'surely', 'surely']);
});

test('yes or no, and of several articles why, is told by one sentence', () => {
  const kindOf = (question: string) => parseAsked(question, tagger.tag(question));
  expect(isTold(kindOf('Did Lund resign?'), false)).toBe(true);
  expect(isTold(kindOf('Why did Lund resign?'), true)).toBe(true);
  expect(isTold(kindOf('Why did Lund resign?'), false)).toBe(false);
  expect(isTold(kindOf('Who resigned?'), true)).toBe(false);
});

test('words that are rather wrong than right are told with a "perhaps"', async () => {
  const models = await openModels();
  const question = parseAsked('Who won?', tagger.tag('Who won?'));
  const decided = [0, -0.9].map((bias) => {
    const confidence = { weights: { bias }, forest: { bias: 0, trees: [] } };
    const form = { weights: { bias: -5 }, forest: { bias: 0, trees: [] } };
    const { words, tentative } = decide(question, {}, { ...models, confidence, form }, false);
    return { words, tentative };
  });
  expect(decided).toEqual([
    { words: true, tentative: false },
    { words: true, tentative: true },
  ]);
});

test('of several articles less confidence is enough than of one, and least where many report one thing', async () => {
  const models = await openModels();
  const question = parseAsked('Who won?', tagger.tag('Who won?'));
  const form = { weights: { bias: -5 }, forest: { bias: 0, trees: [] } };
  const isTold = (chance: number, articles: number, alike = false) => {
    const bias = Math.log(chance / (1 - chance));
    const confidence = { weights: { bias }, forest: { bias: 0, trees: [] } };
    return decide(question, { articles: Math.log(articles) }, { ...models, confidence, form }, alike).words;
  };
  const chances = [0.1, 0.2, 0.27, 0.3];
  expect(chances.map((chance) => isTold(chance, 1))).toEqual([false, false, false, true]);
  expect(chances.map((chance) => isTold(chance, 3, true))).toEqual([false, false, true, true]);
  expect(chances.map((chance) => isTold(chance, 9))).toEqual([false, false, true, true]);
  expect(chances.map((chance) => isTold(chance, 9, true))).toEqual([false, true, true, true]);
});

test('words that are half as likely as they must be leave it open', async () => {
  const models = await openModels();
  const question = parseAsked('Who won?', tagger.tag('Who won?'));
  const decided = [-1.5, -4].map((bias) => {
    const confidence = { weights: { bias }, forest: { bias: 0, trees: [] } };
    return decide(question, {}, { ...models, confidence }, false).unsure;
  });
  expect(decided).toEqual([true, false]);
});

test('a passage that tells it less likely than not is given as perhaps, and one that does for sure', async () => {
  const text =
    'Captain Bo Lund is travelling to Velmar to meet the miner Tom Reed. The harbour of Ostry was closed in March because of a storm, the council said. It has 40 boats and a crew of 12.';
  const articles = [readArticle({ id: 'a', text }), readArticle({ id: 'b', text: FERRY })];
  const index = createArticleIndex();
  await index.add(articles);
  const tentative = async (question: string, of: number) => {
    const found = await findAnswer(question, articles.slice(of, of + 1), index, { history: [] });
    return found.answered && found.tentative;
  };
  expect(await tentative('What is the harbour famous for?', 0)).toBe(true);
  const sure = await findAnswer('Are tickets refunded?', articles.slice(1), index, { history: [] });
  expect(sure).toMatchObject({ answered: true, tentative: false });
});

test.each([
  [
    "Who is Ada Hale's husband?",
    'Women in office: Ada Hale, elected in 2006. Isabel Holm, sworn in when husband Bo Holm fell ill.',
  ],
  [
    'Who leads the Free Ostry Army?',
    'They were driven out of the city under a deal between the insurgents and forces loyal to President Bo Holm. The Free Ostry Army holds the desert. Many have fled from Norway.',
  ],
])(
  'whose relative or leader somebody is, where that is not said, is not told for sure: %s',
  async (question, text) => {
    const article = readArticle({ id: 'a', text });
    const index = createArticleIndex();
    await index.add([article]);
    const found = await findAnswer(question, [article], index, { history: [] });
    expect(found).not.toMatchObject({ answered: true, tentative: false });
  },
);
