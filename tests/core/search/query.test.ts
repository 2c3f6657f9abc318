import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTerms, parseTokens, stem } from '../../../src/core/search/query.ts';

describe('search terms', () => {
  it('are stems without stop words, in order', () => {
    expect(parseTerms('The ministers were meeting in the harbours')).toEqual(['minist', 'meet', 'harbour']);
  });

  it('are the same for different forms of a word', () => {
    expect(stem('sanctions')).toBe(stem('sanctioned'));
  });

  it('keep numbers whole and without their grouping', () => {
    expect(parseTerms('1,400 shells, 3.5 percent')).toEqual(['1400', 'shell', '3.5', 'percent']);
  });

  it('tell the country from the pronoun', () => {
    expect(parseTerms('US tells us')).toEqual(['usa', 'tell']);
    expect(parseTerms('U.S. envoy')).toEqual(['usa', 'envoi']);
  });

  it('know no accents and no possessive', () => {
    expect(parseTerms('São Paulo’s café')).toEqual(parseTerms('Sao Paulo cafe'));
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let last = 0;
        for (const token of parseTokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          last = token.end;
        }
      }),
    );
  });
});
