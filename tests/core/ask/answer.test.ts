import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswer } from '../../../src/core/ask/answer.ts';
import type { Answer, Turn } from '../../../src/core/ask/types.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { readArticle } from '../../fakes/read-article.ts';

const harbour = readArticle({
  id: 'harbour',
  title: 'Larkfield harbour stays closed after storm',
  text: `The harbour of Larkfield was closed on Monday after a storm damaged its northern wall. Harbour master Ada Winter said 14 boats had sunk.

“We will not open before the wall is safe,” Winter told reporters. She did not say what the repair would cost.

The city council of Larkfield voted to pay for the repair because the insurer refused to do so. No fisherman was hurt in the storm.`,
  publisher: 'The Harbour Post',
  published: '2023-04-04',
});
const ledger = readArticle({
  id: 'ledger',
  title: 'Storm sinks boats in Larkfield',
  text: 'A storm sank 17 boats in the harbour of Larkfield on Monday, the coast guard said. Engineers from Ostry will inspect the northern wall.',
  publisher: 'Daily Ledger',
  published: '2023-04-05',
});
const articles = [harbour, ledger];

async function ask(question: string, history: Turn[] = []): Promise<Answer> {
  const index = createArticleIndex();
  await index.add(articles);
  return findAnswer(question, articles, index, { history });
}

function wordsOf(passages: readonly { article: string; start: number; end: number }[]): string[] {
  return passages.map(({ article, start, end }) =>
    (articles.find(({ id }) => id === article)?.text ?? '').slice(start, end),
  );
}

describe('an answer', () => {
  it('is nothing where the article is about another model', async () => {
    const jets = readArticle({
      id: 'jets',
      title: 'Navy orders jets',
      text: 'The navy ordered 40 F-16 jets from Larn Aircraft on Monday. The jets were designed by Otto Brandt in 1974.',
    });
    const index = createArticleIndex();
    await index.add([jets]);
    const askOf = (question: string) => findAnswer(question, [jets], index, { history: [] });
    expect(await askOf('Who designed the F-16?')).toMatchObject({ answer: 'Otto Brandt' });
    expect(await askOf('Who designed the F-35?')).toMatchObject({ answered: false });
  });

  it('is no other number where a telephone number is asked for and none is told', async () => {
    const robbery = readArticle({
      id: 'robbery',
      title: 'Man robs bank in Torvik',
      text: 'Police are looking for a man who robbed a bank in Torvik on Monday. Some 300 officers took part in the search, and 14 witnesses have called. Inspector Ada Holm asked anyone who saw the man to come forward. The bank at 12 Harbour Street will stay closed.',
    });
    const index = createArticleIndex();
    await index.add([robbery]);
    const answer = await findAnswer('What is the number to call?', [robbery], index, { history: [] });
    expect(answer).toMatchObject({ answered: false });
  });

  it('is the name that is asked for, with the sentence that says so', async () => {
    const answer = await ask('Who is the harbour master?');
    expect(answer).toMatchObject({ answered: true, answer: 'Ada Winter' });
    expect(answer.answered && wordsOf(answer.evidence)[0]).toContain('Ada Winter');
  });

  it('shows the other source where two differ', async () => {
    const answer = await ask('How many boats sank in the harbour of Larkfield?');
    expect(answer.answered).toBe(true);
    const shown = answer.answered ? wordsOf(answer.evidence).join(' ') : '';
    expect(shown).toContain('14 boats');
    expect(shown).toContain('17 boats');
  });

  it('gives the words of the one asked about', async () => {
    const answer = await ask('What did Winter say about the wall?');
    expect(answer).toMatchObject({ answered: true, answer: '“We will not open before the wall is safe,”' });
  });

  it('to two questions in one message is what the articles say of both, and no few words', async () => {
    const answer = await ask('How many boats sank in the harbour of Larkfield? When was the harbour closed?');
    const told = answer.answered ? wordsOf(answer.evidence).join(' ') : '';
    expect(answer.answered && answer.answer).toMatch(
      /^The harbour of Larkfield was closed on Monday .*\.$|sank 17 boats/,
    );
    expect(told).toContain('Monday');
    expect(told).toMatch(/1[47] boats/);
  });

  it('is found for a question in small letters and in capitals', async () => {
    expect(await ask('who is the harbour master')).toMatchObject({ answer: 'Ada Winter' });
    expect(await ask('WHO IS THE HARBOUR MASTER?')).toMatchObject({ answer: 'Ada Winter' });
  });

  it('is silence where the articles do not say, with what comes nearest', async () => {
    const answer = await ask('How many trains did the railway of Brennick buy?');
    expect(answer).toMatchObject({ answered: false, contradicted: false });
  });

  it('is silence about another thing of the same town', async () => {
    expect((await ask('When will the airport of Larkfield build a new terminal?')).answered).toBe(false);
  });

  it('does not accept what the articles contradict', async () => {
    const answer = await ask('Did 50 boats sink in the harbour of Larkfield in the storm on Monday?');
    expect(answer).toMatchObject({ answered: false, contradicted: true });
    expect(answer.answered || wordsOf(answer.nearest)[0]).toMatch(/1[47] boats/);
  });

  it('understands a follow-up by what was asked before', async () => {
    const history = [{ question: 'Who is Ada Winter?', answer: 'Harbour master' }];
    const answer = await ask('What did she say about the wall?', history);
    expect(answer.question).toContain('Ada Winter');
  });
});

describe('whatever is asked', () => {
  const check = (answer: Answer): void => {
    const passages = answer.answered ? answer.evidence : answer.nearest;
    expect(passages.length).toBeLessThanOrEqual(5);
    for (const { article, start, end } of passages) {
      const text = articles.find(({ id }) => id === article)?.text ?? '';
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end).split(/\s+/).length).toBeLessThanOrEqual(100);
    }
    if (!answer.answered) return;
    expect(answer.answer).not.toBe('');
    expect(wordsOf(answer.evidence)[0]).toContain(answer.answer);
  };

  it.each([
    '',
    '?',
    '🙂🙂🙂',
    '(.*)+$ [a-z]{9999} \\',
    'Qui est le capitaine du port de Larkfield ?',
    '港は閉鎖されていますか',
    harbour.text,
    'why '.repeat(2500),
    'Larkfield '.repeat(1000),
    '\ud800',
    '"""""',
  ])('%.30j is answered or not, without an error and from the articles alone', async (question) => {
    check(await ask(question));
  });

  it('words of the articles in any order give spans of the articles', async () => {
    const words = `${harbour.text} ${ledger.text} who what when why how many did not`.split(/\s+/);
    const questions = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(questions, async (chosen) => check(await ask(`${chosen.join(' ')}?`))),
      { numRuns: 60 },
    );
  });

  it('an article of one endless sentence gives passages of at most 100 words', async () => {
    const article = readArticle({
      id: 'long',
      text: `The harbour ${'of the town by the sea '.repeat(200)} closed in May.`,
    });
    const index = createArticleIndex();
    await index.add([article]);
    const answer = await findAnswer('When was the harbour closed?', [article], index, { history: [] });
    for (const { start, end } of answer.answered ? answer.evidence : answer.nearest) {
      expect(article.text.slice(start, end).split(/\s+/).length).toBeLessThanOrEqual(100);
    }
  });
});

it('takes the number that counts what is asked for, and not that of others beside it', async () => {
  const article = readArticle({
    id: 'hostages',
    text: 'The governor said that 70 people abducted by rebels were released, including five children and 17 women.',
  });
  const index = createArticleIndex();
  await index.add([article]);
  const answer = await findAnswer('How many children were released?', [article], index, { history: [] });
  expect(answer.answered && answer.answer).toBe('five children');
});
