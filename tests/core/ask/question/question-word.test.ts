import { describe, expect, test } from 'vitest';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { findAsking, firstQuestion } from '../../../../src/core/ask/question/question-word.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';

const tagger = await openTagger();
const parse = (text: string) => parseAsked(text, tagger.tag(text));

describe('the question word', () => {
  test.each([
    ['Who sank the boat?', 'Who'],
    ['In which harbour did it sink?', 'which'],
    ['The mayor who resigned was born in which town?', 'which'],
    ['The harbour, which was closed on Monday, will open when?', 'when'],
    ['A storm closed the harbour. How many boats sank?', 'How'],
    ['How many boats sank? The harbour master counted them.', 'How'],
  ])('of %s is “%s”', (text, word) => {
    const words = tagger.tag(text);
    expect(words[findAsking(words)]?.word).toBe(word);
  });

  test.each(['Did the boat that sank belong to Larkfield?', 'Tell me about the storm', 'harbour'])(
    'is not in “%s”',
    (text) => {
      expect(findAsking(tagger.tag(text))).toBe(-1);
    },
  );
});

describe('of two questions in one', () => {
  const first = (text: string): string => firstQuestion(text, tagger.tag(text));

  test('the first is asked', () => {
    expect(first('Who bought the shops, and when will they reopen?')).toBe('Who bought the shops?');
    expect(first('Where is the harbour and who runs it?')).toBe('Where is the harbour?');
    expect(first('Who resigned, and why?')).toBe('Who resigned?');
  });

  test.each([
    'Who bought the shops and the harbour?',
    'When and where was the treaty signed?',
    'When was Lund elected and by whom?',
    'Tell me who resigned',
  ])('one question is left whole: %s', (text) => {
    expect(first(text)).toBe(text);
  });
});

describe('a question', () => {
  test('has the kind of its question word, wherever that stands', () => {
    expect(parse('The storm closed the harbour of which town?').kind).toBe('place');
    expect(parse('The boat sank. How old was it?').kind).toBe('number');
  });

  test('asks for several things where their noun is plural or counted', () => {
    expect(parse('Which countries sent boats?').asksMany).toBe(true);
    expect(parse('Which two harbours were closed?').asksMany).toBe(true);
    expect(parse('Which country sent boats?').asksMany).toBe(false);
  });

  test('names what it asks for behind "which of the following", too', () => {
    expect(parse('Which of the following towns grew most?').kind).toBe('place');
    expect(parse('Which of these ministers resigned?').kind).toBe('person');
  });

  test('of how somebody described something asks what he said, and of how he reacted does not', () => {
    expect(parse('How did Lund describe the effect on the town?').kind).toBe('quote');
    expect(parse('How did the government react?').kind).toBe('manner');
  });

  test('of what somebody said of closing a mill asks what he said', () => {
    expect(parse('What did Lund say about people closing mills?').kind).toBe('quote');
    expect(parse('What did the man who shot the mayor say?').kind).toBe('quote');
  });

  test('has the verb of its own clause, not the last one that it says', () => {
    expect(parse('Which mayor closed the harbour that the storm damaged?').verb).toBe('close');
  });
});
