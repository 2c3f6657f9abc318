import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { readLines } from '../../../../src/core/brief/lines.ts';
import { findCaptions } from '../../../../src/core/brief/sentences/captions.ts';
import { read } from '../make.ts';

const captionsOf = (text: string): string[] => {
  const article = read(text);
  return [...findCaptions(readLines([article]), article.text)].map((line) => line.text);
};

describe('a caption', () => {
  it.each([
    'Forged permits found in the raids of Falkholm. (Courtesy of the harbour board)',
    'One of the buildings that the ring used in Falkholm. (Harbour board photo)',
    'The first beer is carried to the pub of Falkholm. Photograph: Ada Betson / The Falkholm Times',
    'The people of Falkholm hold a vigil for two climbers on 9 December 2022. Falkholm Sun/Contributor',
    'The real town hall of Falkholm.',
    'A photo of the boy who went missing on April 14, Bo Lund.',
    'Ada Byron (left) met the mayor of Falkholm on Monday.',
    'Mara Lund (2nd row down, center) liked the speech.',
  ])('is told by its credit, or shows and tells nothing: %s', (text) => {
    const article = read(text);
    const [first] = readLines([article]);
    expect(captionsOf(text)).toContain(first?.text);
    expect([...openDesk([article], '', new Map()).plain]).toEqual([]);
  });
  it.each([
    'The police of Falkholm showed a photo of the boy.',
    'A photo of the boy was shown by the police of Falkholm.',
    'The council (six seats) met in Falkholm on Monday.',
    'The mill of Falkholm sells its last bread.',
    'The mayor of Falkholm fled.',
    'The boy (left by his crew) walked home to Falkholm.',
  ])('is no sentence that tells: %s', (text) => expect(captionsOf(text)).toEqual([]));
  it('ends with its paragraph', () => {
    const text = 'Boats lie in Falkholm. Picture: Ada Byron\n\nThe mill of Falkholm burned on Monday.';
    expect(captionsOf(text)).not.toContain('The mill of Falkholm burned on Monday.');
  });
});
