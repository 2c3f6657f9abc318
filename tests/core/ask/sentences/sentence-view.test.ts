import { expect, test } from 'vitest';
import { viewSentences } from '../../../../src/core/ask/sentences/sentence-view.ts';
import { FERRIES, HARBOUR, stored } from '../../../fakes/newsroom.ts';

test.each([HARBOUR, FERRIES])('each name and date stands in the sentence that holds it', (article) => {
  const read = stored(article);
  const [views = []] = viewSentences([read]);
  const { names, dates } = read.analysis;
  expect(names.length).toBeGreaterThan(0);
  for (const view of views) {
    const { start, end } = view.sentence;
    const isIn = (span: { start: number; end: number }): boolean => span.start >= start && span.end <= end;
    expect(view.names).toEqual(names.filter(isIn));
    expect(view.dates).toEqual(dates.filter(isIn));
    expect(view.text).toBe(read.text.slice(start, end));
  }
});

test('an article that comes anew is read anew', () => {
  const [first] = viewSentences([stored(HARBOUR)]);
  const [other] = viewSentences([stored({ ...HARBOUR, text: 'Bo Lund resigned.' })]);
  expect(other?.map(({ text }) => text)).toEqual(['Bo Lund resigned.']);
  expect(first?.length).toBeGreaterThan(1);
});
