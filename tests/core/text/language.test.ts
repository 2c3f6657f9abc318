import { expect, test } from 'vitest';
import { isForeignLine, isForeignQuestion } from '../../../src/core/text/language.ts';

test.each(['no, i meant lund', 'sorry, i meant the mayor'])('%s is English', (line) => {
  expect(isForeignLine(line)).toBe(false);
});

test.each(['no, quiero decir el alcalde', 'wie alt ist er'])('%s is in another language', (line) => {
  expect(isForeignLine(line)).toBe(true);
});

test.each([
  'Wo treffen sich Lund und Weber?',
  'Lund ve Weber nerede buluşacak?',
  'Quien es el alcalde',
  'Velmar Ostry ile anlaştı mı?',
  'Lund et Weber se rencontrent quand et avec qui?',
  '¿Dónde se reúnen Lund y Weber?',
  'Gdzie spotka się Lund?',
])('a question is known to be in another language before anything is looked for: %s', (question) => {
  expect(isForeignQuestion(question)).toBe(true);
});

test.each([
  'Lund-Weber meeting?',
  'La Paz, El Alto: any news?',
  'Les Verts und Weber?',
  'De Vries on Ostry?',
  'Velmar strike over?',
  'wo lund',
])('a question in English is not, whatever its names are: %s', (question) => {
  expect(isForeignQuestion(question)).toBe(false);
});
