import { expect, test } from 'vitest';
import { findKin } from '../../../../src/core/ask/facts/kin.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const kin = (question: string, text: string): string[] => [
  ...new Set(
    findKin(question, [readArticle({ id: 'a', text })]).map(({ role }) => text.slice(role.start, role.end)),
  ),
];

test.each([
  ['Who is Anna Weber married to?', 'Anna Weber, the wife of minister Peter Dahl, spoke.', 'Peter Dahl'],
  [
    'To whom is Anna Weber married?',
    "Anna Weber, a singer and the wife of the town's mayor Peter Dahl, spoke.",
    'Peter Dahl',
  ],
  ["Who is Anna Weber's husband?", 'Anna Weber is married to the actor Peter Dahl.', 'Peter Dahl'],
  ["Who is Peter Dahl's wife?", 'Peter Dahl, who is married to Anna Weber, left.', 'Anna Weber'],
  ['Who did Anna Weber marry?', 'Anna Weber married Peter Dahl in 1990.', 'Peter Dahl'],
  [
    "Who is Anna Weber's father?",
    'Anna Weber, the daughter of the sculptor Peter Weber, won.',
    'Peter Weber',
  ],
  ["Who is Maria Holm's son?", "Peter Dahl's mother, Maria Holm, said he was ill.", 'Peter Dahl'],
  ["Who is Peter Dahl's wife?", 'Peter Dahl left. His wife, Maria, wept.', 'Maria'],
  ["Who is Peter Dahl's sister?", 'Peter Dahl’s sister, Dr. Anna Dahl, left.', 'Anna Dahl'],
  [
    "What is Anna Weber's husband called?",
    'Anna Weber spoke. She is married to Peter Dahl, a doctor.',
    'Peter Dahl',
  ],
])('whoever is that to somebody, from either side: %s %s', (question, text, found) => {
  expect(kin(question, text)).toEqual([found]);
});

test.each([
  [
    'the wife of another',
    'Who is Anna Weber married to?',
    'Anna Weber met Maria Holm, the wife of Peter Dahl, on Friday.',
  ],
  [
    'a tie of others',
    'Who is Anna Weber married to?',
    'Anna Weber said Maria Holm married Peter Dahl in 1990.',
  ],
  [
    'a father for a mother',
    "Who is Anna Weber's mother?",
    'Anna Weber, the daughter of the sculptor Peter Weber, won.',
  ],
  ['a former wife', "Who is Peter Dahl's wife?", "Peter Dahl's former wife, Maria Holm, left."],
  [
    'whoever is denied to be',
    "Who is Peter Dahl's wife?",
    'Peter Dahl denied that he is married to Maria Holm.',
  ],
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
    'who stands beside her child',
    "Who is Peter Dahl's mother?",
    "Lisa, who is Maria Holm's daughter, and Peter Dahl left.",
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
  [
    'who stands beside her',
    'Who is Anna Weber married to?',
    'Anna Weber, a singer, and the wife of Peter Dahl met.',
  ],
])('%s is not told: %s %s', (_, question, text) => {
  expect(kin(question, text)).toEqual([]);
});
