import { expect, test } from 'vitest';
import { findClockTimes } from '../../../../src/core/ask/facts/clock-times.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();

function times(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  return findClockTimes(question, [article], tagger).map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['What time did the slide hit?', 'The slide hit the village at around 4:20 am.', '4:20 am'],
  ['At what time did the crash happen?', 'The collision happened near Ostry, just after 07:30.', '07:30'],
  ['what time did it happen', 'It happened on the A9, in Velmar, at about 14:55.', '14:55'],
  ['What time was Berg arrested?', 'Ada Berg was arrested at 5.15 p.m. on Monday.', '5.15 p.m.'],
])('%s is the time in the sentence that tells of it', (question, text, time) => {
  expect(times(question, text)).toEqual([time]);
});

test.each([
  ['What time did the slide hit?', 'Rescuers arrived at 6:10 am.'],
  [
    'What time did the crash happen?',
    'The crash happened when a driver who had left Ostry at 6:10 fell asleep.',
  ],
  ['What time did the crash happen?', 'The crash happened at 6:10. Another crash happened at 8:15.'],
  ['What time did Berg arrive?', 'Ada Berg said a rock fell at 4.38am, before the train arrived.'],
  ['What time did Berg die?', 'His daughter Ada Berg said he died shortly after midnight.'],
  ['What time was the lap?', 'The lap was won at 1:44.231.'],
  ['What time did it happen?', 'It happened on Monday. Updated at 10:15 p.m.'],
  ['What day did it happen?', 'It happened at 10:15 p.m.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(times(question, text)).toEqual([]);
});
