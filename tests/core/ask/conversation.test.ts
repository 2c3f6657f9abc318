import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStandalone } from '../../../src/core/ask/conversation.ts';

describe('a follow-up', () => {
  it('gets the name in the place of the word that points back', () => {
    const history = [{ question: 'Who is Ada Winter?' }];
    expect(buildStandalone('Where was she born?', history)).toBe('Where was Ada Winter born?');
  });

  it('gets a possessive where it points back with one', () => {
    const history = [{ question: 'Tell me about the Larkfield ferry.' }];
    expect(buildStandalone('What are its routes?', history)).toBe('What are Larkfield ferry’s routes?');
  });

  it('of one word takes the question before', () => {
    const history = [{ question: 'Did Larkfield close the harbour?' }];
    expect(buildStandalone('Why?', history)).toBe('Why did Larkfield close the harbour?');
  });

  it('that asks about another takes the question with the other name', () => {
    const history = [{ question: 'What does the mayor of Larkfield say?' }];
    expect(buildStandalone('And Ostry?', history)).toBe('What does the mayor of Ostry say?');
  });

  it('that asks who else asks the same once more', () => {
    const history = [{ question: 'Who met the mayor of Larkfield?' }];
    expect(buildStandalone('Who else?', history)).toBe('Who else met the mayor of Larkfield?');
  });

  it('is left as it is where nothing came before', () => {
    expect(buildStandalone('  Why is it closed? ', [])).toBe('Why is it closed?');
    expect(buildStandalone('Why is it closed?', [{ question: '' }])).toBe('Why is it closed?');
  });

  it('is a text whatever was said', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const turns = fc.array(fc.record({ question: text, answer: text }), { maxLength: 6 });
    fc.assert(
      fc.property(text, turns, (question, history) => {
        expect(typeof buildStandalone(question, history)).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});
