import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { FERRIES, HARBOUR, stored } from '../../../fakes/newsroom.ts';

async function ask(question: string) {
  const articles = [stored(HARBOUR), stored(FERRIES)];
  const index = createArticleIndex();
  await index.add(articles);
  return findAnswer(question, articles, index, { history: [] });
}

test.each(['What did Mara Lindqvist say?', 'What did Lindqvist say about the port?'])(
  '%s',
  async (question) => {
    const found = await ask(question);
    expect(found.answered && found.answer).toContain('We will stay out');
  },
);

test('somebody who is not quoted said nothing', async () => {
  const found = await ask('What did Jane Miller say?');
  expect(found.answered && found.answer).not.toContain('We will stay out');
});

test('what was said about a subject is what stands in one sentence with it, and nothing from beside it', async () => {
  const text =
    '“We keep our word on the ferries,” Mara Lindqvist said on Sunday. Asked whether prices would rise, she said: “Not this year, and not the next.”';
  const article = stored({ ...HARBOUR, text });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer('What did Mara Lindqvist say about prices?', [article], index, {
    history: [],
  });
  expect(found.answered && found.answer).toContain('Not this year');
  expect(found.answered && found.evidence).toHaveLength(1);
});

const COUNCIL =
  '“I will not sign it,” said Ada Winter. Council leader Bo Lund said he would “of course attend”. Bo Lund’s wife, Eva Lund, wept. Peter Dahl did not return calls. The union said that the talks had failed.';

async function askCouncil(question: string) {
  const article = stored({ ...HARBOUR, text: COUNCIL });
  const index = createArticleIndex();
  await index.add([article]);
  return findAnswer(question, [article], index, { history: [] });
}

test.each([
  ['who did not speak', 'What did Peter Dahl say?'],
  ['a namesake', 'What did Eva Lund say?'],
  ['whom a speaker is only the head of', 'What did the council say?'],
])('nobody else’s words are given as those of %s', async (_, question) => {
  const found = await askCouncil(question);
  expect(found.answered && found.answer).toBe(false);
});

test('what somebody said in other words is told where nothing of it is quoted', async () => {
  const found = await askCouncil('What did the union say?');
  expect(found.answered && found.answer).toContain('the talks had failed');
});

/** The answer of a text to a question; "silence" where it has none. */
async function askOf(text: string, question: string): Promise<string> {
  const article = stored({ ...HARBOUR, text });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer(question, [article], index, { history: [] });
  return found.answered ? found.answer : 'silence';
}

test('a name that is also a verb is a name', async () => {
  const text =
    'Council leader Colin Hatch said he would “of course attend” but that he had seen nothing new. Hatch denied a claim on the pool. “Nobody comes into local politics to shut a pool,” Hatch said.';
  expect(await askOf(text, 'What did Hatch say?')).toContain('Nobody comes into local politics');
});

test('a title in quotation marks is nothing that somebody said', async () => {
  const text =
    'A woman stormed the stage. Kerrigan, who has since been cast in the BBC drama "Harrow Lane," added that she had not been consulted about the deal.';
  expect(await askOf(text, 'What did Kerrigan say?')).not.toMatch(/^"?Harrow Lane/);
});

test('a sentence is told before two words of one', async () => {
  const text =
    '“Absolutely livid,” Bo Lund said. “There is no buyer, and there never was one,” Bo Lund said.';
  expect(await askOf(text, 'What did Bo Lund say?')).toContain('There is no buyer');
});

test('a body says what is said by it with a word for what it is', async () => {
  const text = 'The Unite union said it would seek written guarantees. Lund’s party said it would wait.';
  expect(await askOf(text, 'What did Unite say?')).toContain('written guarantees');
  expect(await askOf(text, 'What did Lund say?')).not.toContain('would wait');
});

test('of a quotation that is broken by its speaker the part on the subject is told', async () => {
  const text =
    '“He took the money that families had raised,” Ada Winter told the jury. “He bought a horse and called it Lucky Break.”';
  expect(await askOf(text, 'What did Ada Winter say?')).toContain('He took the money');
  expect(await askOf(text, 'What did Ada Winter say about the horse?')).toContain('He bought a horse');
});

test('what was said about something may be said in a like word', async () => {
  const text =
    'Ada Reed opened the harbour. “I like boats,” Ada Reed said in May. “We have no money for a new movie,” Ada Reed said in June.';
  expect(await askOf(text, 'What did Ada Reed say about films?')).toContain('movie');
});

test('what a law says is what stands in it', async () => {
  const text = 'The harbour law of 1984 is old: a boat that sinks belongs to whoever lifts it.';
  expect(await askOf(text, 'what does the harbour law say about a boat that sinks')).toContain(
    'belongs to whoever',
  );
});

const MAYORS =
  'The mayors of Velmar and Ostry met on Monday. “We will not pay for the bridge,” said Ada Reed, the mayor of Velmar. Bo Lund, the mayor of Ostry, did not speak.';

test.each([
  ['What did the mayor of Ostry say?', 'silence'],
  ['What did the Ostry mayor say about the bridge?', 'silence'],
  ['What did the Velmar mayor say about the bridge?', '“We will not pay for the bridge,”'],
  ['What did Velmar mayor Reed say about the bridge?', '“We will not pay for the bridge,”'],
])('an office is that of its own town: %s', async (question, said) => {
  expect(await askOf(MAYORS, question)).toBe(said);
});

test('a bare office is that of the town in the opening', async () => {
  const text = 'The council of Velmar met on Monday. “We will not pay for the bridge,” said Mayor Ada Reed.';
  expect(await askOf(text, 'What did the Velmar mayor say about the bridge?')).toContain('We will not pay');
  expect(await askOf(text, 'What did the Ostry mayor say about the bridge?')).toBe('silence');
});

test('the president of a country is that of its people', async () => {
  const text = '“The wine is good,” President Emile Barre of France said.';
  expect(await askOf(text, 'What did the French president say about wine?')).toContain('The wine is good');
});

test('what was said in two words of one meaning is found by either', async () => {
  const text = '“Stepping down was the hardest thing,” Mara Lund said. “I like the sea,” Mara Lund said.';
  expect(await askOf(text, 'What did Mara Lund say about resigning?')).toContain('Stepping down');
  expect(await askOf(text, 'What did Mara Lund say about stepping down?')).toContain('Stepping down');
});

test('who said it is told where the passage does not name them', async () => {
  const text =
    'Mara Lindqvist spoke in the harbour. The ferries were late again. The rain did not stop.\n\n“We have no money for a new pier, and nobody who would build it,” she said.\n\n“We like boats,” said Mara Lindqvist.';
  const article = stored({ ...HARBOUR, text });
  const index = createArticleIndex();
  await index.add([article]);
  const speakerOf = async (question: string) => {
    const found = await findAnswer(question, [article], index, { history: [] });
    return found.answered ? found.speaker : 'silence';
  };
  expect(await speakerOf('What did Lindqvist say about a new pier?')).toBe('Mara Lindqvist');
  expect(await speakerOf('What did Lindqvist say about boats?')).toBeUndefined();
});

const SHE =
  'Mara Lindqvist, the champion, lost to Ada Winter on Friday.\n\nLindqvist was a set up but fell. The player had a blister. “It is no excuse,” she said.';

test('"she" who is quoted is whom the sentences before name first', async () => {
  expect(await askOf(SHE, 'What did Lindqvist say?')).toContain('It is no excuse');
  expect(await askOf(SHE, 'What did Ada Winter say?')).not.toContain('It is no excuse');
});

test('"the company" that is quoted is whom the sentence before names first', async () => {
  const text =
    'Larkfield Bank has recalled its cards. The recall was ordered on Friday. “Safety comes first,” the company said. Peter Dahl of Ostry University met Anna Weber. “We wait,” the company said.';
  expect(await askOf(text, 'What did Larkfield Bank say?')).toContain('Safety comes first');
  expect(await askOf(text, 'What did Ostry University say?')).not.toContain('Safety comes first');
});

test('of several names of one the one that is asked about is the same', async () => {
  const text =
    '“I like boats,” Mara Lindqvist said of the port. Ada Winter spoke. “Winter is a friend of the town,” Mara Lindqvist said.';
  expect(await askOf(text, 'What did Lindqvist say about Ada?')).toContain('Winter is a friend');
});

test.each([
  ['What did the foreign minister say?', false],
  ['What did the prime minister say?', false],
  ['What did the ports minister say?', true],
  ['What did the minister say?', true],
  ['What did the minister for ports say?', true],
])('an office of one kind is not that of another: %s', async (question, isSaid) => {
  const text =
    'The cabinet met in Ostry on Monday. Ports Minister Anil Rao spoke to reporters. “It will be ready in May,” he said.';
  const article = stored({ ...HARBOUR, title: 'Cabinet clears pier', text });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer(question, [article], index, { history: [] });
  expect(found.answered && found.answer.includes('ready in May')).toBe(isSaid);
});
