import { expect, test } from 'vitest';
import { findKin } from '../../../../src/core/ask/facts/kin.ts';
import { readFacts } from '../../../fakes/facts.ts';

const kin = (question: string, text: string): string[] => [...new Set(readFacts(findKin, question, text))];

test.each([
  ['Who is Peter Dahl married to?', 'Peter Dahl left. His wife, the singer Anna Weber, wept.', 'Anna Weber'],
  ['To whom is Anna Weber married?', "Peter Dahl left. Dahl's wife Anna Weber wept.", 'Dahl'],
  ['Who did Anna Weber marry?', 'Peter Dahl left with his wife, Anna Weber.', 'Peter Dahl'],
  ["Who is Maria Holm's son?", "Peter Dahl's mother, Maria Holm, said he was ill.", 'Peter Dahl'],
  ["Who is Peter Dahl's wife?", 'Peter Dahl left. His wife, Maria, wept.', 'Maria'],
  ["Who is Peter Dahl's sister?", 'Peter Dahl’s sister, Dr. Anna Dahl, left.', 'Anna Dahl'],
  ["What is Anna Weber's husband called?", 'Anna Weber spoke. Her husband, Peter Dahl, left.', 'Peter Dahl'],
])('whoever is that to somebody, from either side: %s %s', (question, text, found) => {
  expect(kin(question, text)).toEqual([found]);
});

test.each([
  ['a former wife', "Who is Peter Dahl's wife?", "Peter Dahl's former wife, Maria Holm, left."],
  ['a father called so', "Who is Maria Holm's mother?", "Maria Holm's father, Subir, spoke."],
  [
    'a child for a wife',
    "Who is Lisa's wife?",
    'Peter Dahl left. He has his wife Maria and children Lisa and Tor.',
  ],
  [
    'whoever stands between',
    "Who is Quill's wife?",
    'Peter Dahl has sons Tor and Quill with his previous wife, Maria Holm.',
  ],
  [
    'a son for a daughter',
    "Who is Quill Weber's daughter?",
    'Tor Quill spoke. He praised his father Quill Weber.',
  ],
  [
    'the wife of the one before',
    'Who is Quill married to?',
    'Peter Dahl has sons Tor and Quill with his previous wife, Maria Holm.',
  ],
  [
    'the husband of the one behind',
    "Who is Anna Weber's husband?",
    'Anna Weber won. When her husband Peter Dahl fell ill, Maria Holm took office.',
  ],
  ['a sister for a wife', "Who is Peter Dahl's wife?", 'Peter Dahl left. His sister, Maria, wept.'],
])('%s is not told: %s %s', (_, question, text) => {
  expect(kin(question, text)).toEqual([]);
});
