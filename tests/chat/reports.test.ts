import { describe, expect, test } from 'vitest';
import { orderByTerms } from '../../src/core/brief/suggest.ts';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

async function answerTo(question: string): Promise<string> {
  const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  await chat.give({ type: 'ask', question });
  return chat.words().join('\n');
}

describe('a question for the report of one publisher', () => {
  test('is answered from its articles alone', async () => {
    const words = await answerTo('What did Coast Radio report about the workers?');
    expect(words).toContain('Some 600 workers had joined the strike');
    expect(words).not.toContain('Larnhaven Herald');
  });
  test('gets none where it does not write of it, whatever others write', async () => {
    const words = await answerTo('What did the Larnhaven Herald report about the ferries?');
    expect(words).toContain('The articles here do not say.');
    expect(words).not.toContain('Coast Radio');
  });
  test('gets none of another month than the one it asks for, and is shown what comes nearest', async () => {
    const then = await answerTo('What did the Larnhaven Herald report in November about the workers?');
    expect(then).not.toContain('do not say');
    const words = await answerTo('What did the Larnhaven Herald report in March about the workers?');
    expect(words).toContain('The articles here do not say.');
    expect(words).toContain('400 workers had joined');
  });
});

test('of what could be asked instead, what is near the question comes first', () => {
  const questions = ['Who is Bo Lund?', 'When did the strike begin?', 'What did Mara Lindqvist say?'];
  expect(orderByTerms(questions, 'What did Lindqvist eat?')).toEqual([
    'What did Mara Lindqvist say?',
    'Who is Bo Lund?',
    'When did the strike begin?',
  ]);
});

test('in a thread, who is named in small letters is not asked of what was said before', async () => {
  const final = {
    ...FERRIES,
    id: 'final',
    title: 'Norvik Open',
    text: 'Berit Holm beat Anna Weber in the final of the Norvik Open on Saturday.',
  };
  const { briefings } = await openDesk([stored(HARBOUR), stored(final)]);
  const { answer } = await briefings.ask({
    scope: { space: 'terminal' },
    question: 'who is holm',
    history: [{ question: 'Who spoke for the hospital?', answer: 'hospital executive' }],
    articles: [HARBOUR.id],
  });
  expect(answer.question).toBe('who is Holm');
});
