import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNews } from '../../../../src/core/brief/sentences/news.ts';
import { buildSummary } from '../../../../src/core/brief/sentences/summary.ts';
import { read } from '../make.ts';

const STORM = `A storm hit the coast of Larvik on Sunday and cut power to 9,000 homes. The harbour was closed. Trains to the north stood still for hours.

Schools will stay closed on Monday, the county said. A similar storm hit Larvik in 1987.`;

const textOf = (article: { text: string }, passages: readonly { start: number; end: number }[]): string[] =>
  passages.map(({ start, end }) => article.text.slice(start, end));

describe('summary', () => {
  const storm = read(STORM, { id: 's' });
  it('is whole sentences in reading order', () => {
    const passages = buildSummary([storm], { words: 30 });
    const sentences = storm.analysis.sentences.map(({ start, end }) => `${start} ${end}`);
    for (const { start, end } of passages) expect(sentences).toContain(`${start} ${end}`);
    expect(passages.map(({ start }) => start)).toEqual(
      passages.map(({ start }) => start).sort((a, b) => a - b),
    );
  });
  it('puts what was asked for first', () => {
    expect(textOf(storm, buildSummary([storm], { words: 10, topic: 'schools county' }))).toEqual([
      'Schools will stay closed on Monday, the county said.',
    ]);
  });
  it('never has more words than allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (words) => {
        const shown = textOf(storm, buildSummary([storm], { words })).join(' ');
        expect(shown.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(words);
      }),
    );
  });
});

describe('news', () => {
  const before = read(STORM, { id: 'b' });
  it('is what the older articles did not say', () => {
    const after = read(
      'The harbour of Larvik was closed. A fisherman was found dead on Monday. The harbour was closed.',
      { id: 'a' },
    );
    expect(textOf(after, findNews([before], [after], { words: 60 }))).toContain(
      'A fisherman was found dead on Monday.',
    );
    expect(textOf(after, findNews([before], [after], { words: 60 }))).not.toContain(
      'The harbour was closed.',
    );
  });
  it('is a number that has changed', () => {
    // So long that all its other words are told.
    const told = (toll: number, id: string) =>
      read(
        `The storm has killed ${toll} people in the north of Velmar, closed the harbour and stopped all ferries to the islands, the coast guard said on Monday.`,
        { id },
      );
    expect(findNews([told(12, 'b')], [told(19, 'a')], { words: 60 })).toHaveLength(1);
    expect(findNews([told(12, 'b')], [told(12, 'a')], { words: 60 })).toEqual([]);
  });
  it('is what turns an older sentence around', () => {
    const pairs = [
      [
        'Mara Lund will resign from the council of Ostry.',
        'Mara Lund will not resign from the council of Ostry.',
      ],
      ['The mayor won’t close the harbour of Ostry.', 'The mayor will close the harbour of Ostry.'],
      [
        'Nobody in the mill was hurt, said the police of Ostry.',
        'Somebody in the mill was hurt, said the police of Ostry.',
      ],
    ];
    for (const [old = '', now = ''] of pairs) {
      const [first, second] = [read(old, { id: 'o' }), read(now, { id: 'n' })];
      expect(textOf(second, findNews([first], [second], { words: 60 }))).toEqual([now]);
      expect(findNews([first], [{ ...first, id: 'n' }], { words: 60 })).toEqual([]);
    }
  });
  it('is nothing where all was told', () => {
    expect(findNews([before], [{ ...before, id: 'a' }], { words: 60 })).toEqual([]);
    expect(findNews([], [], { words: 60 })).toEqual([]);
  });
  it('says the same thing once', () => {
    const twice = read('The ferry to Horten sank. The ferry to Horten sank.', { id: 'a' });
    expect(findNews([], [twice], { words: 60 })).toHaveLength(1);
  });
});
