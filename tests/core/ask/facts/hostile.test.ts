import { expect, test } from 'vitest';
import { findAges } from '../../../../src/core/ask/facts/ages.ts';
import { findAppointments } from '../../../../src/core/ask/facts/appointments.ts';
import { findAwards } from '../../../../src/core/ask/facts/awards.ts';
import { findDurations } from '../../../../src/core/ask/facts/durations.ts';
import { findKin } from '../../../../src/core/ask/facts/kin.ts';
import { findManner } from '../../../../src/core/ask/facts/manner.ts';
import { findNamings } from '../../../../src/core/ask/facts/namings.ts';
import { findOrigins } from '../../../../src/core/ask/facts/origins.ts';
import { findReported } from '../../../../src/core/ask/facts/reported.ts';
import { findSums } from '../../../../src/core/ask/facts/sums.ts';
import { measureOf } from '../../../../src/core/ask/question/measure-of.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const LETTERS = 50_000;

test.each([
  'a',
  '1',
  'the wife of the ',
  'wife of Bo Lund, ',
  "his wife Lund's ",
  'charity called ',
  'his wife, ',
  'prizes including ',
  'best picture ',
  'the strike, the third strike, ',
  '$5m bail ',
  'Mr. Lund, 45, of Ostry (born 1950) said "it", ',
  'the Norwegian ',
])('no pattern is slow on nothing but "%s"', async (seed) => {
  const tagger = await openTagger();
  const text = `Anna Weber left Ostry. ${seed.repeat(LETTERS / seed.length)}`;
  const articles = [readArticle({ id: 'a', text })];
  const asked = (question: string) => parseAsked(question, tagger.tag(question));
  const began = process.cpuUsage();
  findManner(asked('How did Anna Weber travel to Ostry?'), articles, tagger);
  findNamings(asked('What is the charity called?'), articles, tagger);
  findReported(asked('What did Anna Weber demand?'), articles, tagger);
  findKin('Who is Anna Weber married to?', articles);
  findDurations('How long was the strike?', articles, tagger);
  findAppointments('When will Anna Weber be sentenced?', articles);
  findAwards('Who won best picture?', articles);
  findAges('How old is Anna Weber?', articles);
  findSums('What was the bail?', articles, tagger);
  findOrigins('Where is Anna Weber from?', articles);
  measureOf('How long did it last?')?.test(text);
  // Of this process alone: a busy machine makes the clock longer.
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
});
