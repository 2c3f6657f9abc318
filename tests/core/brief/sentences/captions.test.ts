import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { readLines } from '../../../../src/core/brief/lines.ts';
import { findCaptions } from '../../../../src/core/brief/sentences/captions.ts';
import { read } from '../make.ts';

const captionsOf = (text: string): string[] => {
  const article = read(text);
  return [...findCaptions(readLines([article]), article)].map((line) => line.text);
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
  it.each([
    'A man of Falkholm carries a sign on March 4 that reads “No”.',
    'Smoke rises from the mill of Falkholm on March 4, 2021.',
    'People queue for bread outside the town hall of Falkholm on March 4.',
    'An aerial view shows the harbour of Falkholm on March 4.',
    'Ada Byron, seen here with the mayor of Falkholm, left on Monday.',
    'Bakers of Falkholm march to the mill. (AP Photo/Bo Lund)',
  ])('is told in the present of a day that has passed, or says “here”: %s', (text) =>
    expect([...openDesk([read(text, { published: '2021-03-06' })], '', new Map()).plain]).toEqual([]),
  );
  it.each([
    ['A man of Falkholm carries a sign on March 4.', '2021-02-06'],
    ['The trial of Ada Byron starts on March 4.', '2021-03-06'],
    ['The council of Falkholm holds a vote today, weeks after that of March 4.', '2021-03-26'],
    ['Two shows were cancelled in the town hall of Falkholm on March 4.', '2021-03-06'],
    ['The mayor of Falkholm refused to give her view on March 4.', '2021-03-06'],
    ['Mara Lund, who can speak to the council, left it on March 4.', '2021-03-06'],
    ['Ada Byron was last seen here on March 4.', '2021-03-06'],
    ['Ada Byron leaves the council on Monday.', '2021-03-06'],
  ])('is none where the day is to come, or nothing is seen: %s', (text, published) =>
    expect([...openDesk([read(text, { published })], '', new Map()).plain]).toHaveLength(1),
  );
  it('ends with its paragraph', () => {
    const text = 'Boats lie in Falkholm. Picture: Ada Byron\n\nThe mill of Falkholm burned on Monday.';
    expect(captionsOf(text)).not.toContain('The mill of Falkholm burned on Monday.');
  });
});
