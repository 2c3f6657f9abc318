import { expect, test } from 'vitest';
import { findAges } from '../../../../src/core/ask/facts/ages.ts';
import { readFacts } from '../../../fakes/facts.ts';

function ages(question: string, text: string): string[] {
  return readFacts(findAges, question, text);
}

test.each([
  ['Anna Berg, 43, was elected.', ['43']],
  ['Anna Berg (43) was elected.', ['43']],
  ['The prize went to 43-year-old Anna Berg.', ['43']],
  ['Anna Berg was elected on Friday. The 43-year-old takes over from Peter Lund.', ['43']],
  ['Anna Berg was elected on Friday. She is 43 and a diver.', ['43']],
  ['Peter Lund visited Anna Berg. She was 54.', ['54']],
  ['Anna Berg died in Ostry at the age of 43.', ['43']],
  ['Senator Anna Berg met Peter Lund. The 43-year-old senator was glad.', ['43']],
  ['Anna Berg met Senator Peter Lund. She never met the 43-year-old senator again.', []],
  ['Anna Berg was 17 when she began to ski. She won as Anna Berg (43).', ['43']],
  ['Anna Berg, who is now 43, was elected.', ['43']],
  // Somebody else, a number of something else, and nothing.
  ['Anna Berg opened the bridge on Monday. Police arrested a 19-year-old from Velmar.', []],
  ['Anna Berg has two children aged 7 and 9.', []],
  ['Anna Berg met Peter Lund, 43, in Ostry.', []],
  ['Anna Berg visited Peter Lund. He was 54.', []],
  ['Anna Berg counted, 113,740 of them.', []],
  ['Anna Berg asked: “Who would have said, 10, 15 years ago?” Berg, 43, was elected.', ['43']],
  ['Anna Berg was elected.', []],
])('how old is she? %s', (text, found) => {
  expect(ages('How old is Anna Berg?', text)).toEqual(found);
});

test('with a time, only the sentence that speaks of it counts', () => {
  const text = 'Anna Berg, 43, was elected. Anna Berg married at the age of 20.';
  expect(ages('How old was Berg when she married?', text)).toEqual(['20']);
});

test('who passed away died', () => {
  const text = 'Anna Berg, 43, died on Friday. Anna Berg married at the age of 20.';
  expect(ages('How old was Berg when she passed away?', text)).toEqual(['43']);
});

test('other questions are left alone', () => {
  expect(ages('How old is the bridge?', 'Anna Berg, 43, opened the bridge.')).toEqual([]);
  expect(ages('Who is Anna Berg?', 'Anna Berg, 43, opened the bridge.')).toEqual([]);
});

test('how old is the governor asks of the one who is called so', () => {
  const text = 'Governor Anna Berg, 43, met Peter Lund, 52.';
  expect(ages('How old is the governor?', text)).toEqual(['43']);
  expect(ages('How old is the governor?', `${text} Governor Siri Holm, 60, came.`)).toEqual([]);
});

test('a courtesy of the question need not stand in the article', () => {
  expect(ages('How old is Ms. Berg?', 'Anna Berg, 43, was elected.')).toEqual(['43']);
});

test('a surname that is a month is a name', () => {
  expect(ages('How old is Theresa May?', 'Theresa Lund, 41, resigned.')).toEqual([]);
});

test('a long text of names is read in a moment', () => {
  const text = 'Ada Byron went to Oslo. '.repeat(4000);
  expect(ages('How old is Ada Byron?', text)).toEqual([]);
});
