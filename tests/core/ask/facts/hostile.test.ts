import { expect, test } from 'vitest';
import { findAges } from '../../../../src/core/ask/facts/ages.ts';
import { findAppointments } from '../../../../src/core/ask/facts/appointments.ts';
import { findAwards } from '../../../../src/core/ask/facts/awards.ts';
import { findDurations } from '../../../../src/core/ask/facts/durations.ts';
import { findNamings } from '../../../../src/core/ask/facts/namings.ts';
import { findOrigins } from '../../../../src/core/ask/facts/origins.ts';
import { findReported } from '../../../../src/core/ask/facts/reported.ts';
import { findSums } from '../../../../src/core/ask/facts/sums.ts';
import { measureOf } from '../../../../src/core/ask/question/measure-of.ts';
import { factsAsked } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const LETTERS = 50_000;

test.each([
  'a',
  '1',
  'charity called ',
  'prizes including ',
  'best picture ',
  'the strike, the third strike, ',
  '$5m bail ',
  'Mr. Lund, 45, of Ostry (born 1950) said "it", ',
  'the Norwegian ',
])('no pattern is slow on nothing but "%s"', (seed) => {
  const text = `Anna Weber left Ostry. ${seed.repeat(LETTERS / seed.length)}`;
  const articles = [readArticle({ id: 'a', text })];
  const began = process.cpuUsage();
  findNamings(factsAsked('What is the charity called?', articles));
  findReported(factsAsked('What did Anna Weber demand?', articles));
  findDurations(factsAsked('How long was the strike?', articles));
  findAppointments(factsAsked('When will Anna Weber be sentenced?', articles));
  findAwards(factsAsked('Who won best picture?', articles));
  findAges(factsAsked('How old is Anna Weber?', articles));
  findSums(factsAsked('What was the bail?', articles));
  findOrigins(factsAsked('Where is Anna Weber from?', articles));
  measureOf('How long did it last?')?.test(text);
  // Of this process alone: a busy machine makes the clock longer.
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
});
