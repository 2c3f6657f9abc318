import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradict, isMeasure, parseCounts } from '../../../src/core/search/numbers.ts';

const countsOf = (text: string): [number, string][] =>
  parseCounts(text).map(({ value, unit }) => [value, unit]);

describe('numbers with what they count', () => {
  it.each<[string, [number, string][]]>([
    ['Eleven people were killed.', [[11, 'death']]],
    ['The death toll rose to 867.', [[867, 'death']]],
    ['The yard hired 12 constructor.', [[12, 'constructor']]],
    [
      'It killed 29 and wounded 40.',
      [
        [29, 'death'],
        [40, 'injured'],
      ],
    ],
    [
      'It hit a post, killing one guard and wounding seven.',
      [
        [1, 'guard'],
        [7, 'injured'],
      ],
    ],
    ['The ferry sank, drowning 22 people.', [[22, 'death']]],
    [
      'Three dead, 12 injured.',
      [
        [3, 'death'],
        [12, 'injured'],
      ],
    ],
    ['At least 14 missing crew members.', [[14, 'missing']]],
    ['Twelve others left the harbour.', [[12, 'person']]],
    ['One child fell from the ferry.', [[1, 'child']]],
    ['The deal is worth $1.2 billion.', [[1.2e9, '$']]],
    ['Prices rose 4.5 per cent.', [[4.5, '%']]],
    ['Twenty-three million dollars are missing.', [[23e6, '$']]],
    ['Some 2,500 homes burned.', [[2500, 'home']]],
    ['The number of people killed in the north has risen to 87.', [[87, 'death']]],
    ['Half a dozen houses burned.', [[6, 'hous']]],
    ['Two dozen houses burned.', [[24, 'hous']]],
    ['The magnitude 7.1 quake destroyed hundreds of homes.', [[7.1, 'magnitude']]],
    ['A quake of magnitude 7.1 was felt.', [[7.1, 'magnitude']]],
    ['A 7.1-magnitude quake was felt.', [[7.1, 'magnitude']]],
    ['The tank held 15 litres.', [[15, 'liter']]],
  ])('are read: %s', (text, counts) => expect(countsOf(text)).toEqual(counts));

  it.each([
    'He, 45, left at 08:00.',
    'In 2012 it closed.',
    'Flight 370 landed.',
    'a 33-year-old man',
    'On 5 July it began.',
    'They won 3-2.',
    'Several dozen houses burned.',
  ])('are not seen where nothing is counted: %s', (text) => expect(countsOf(text)).toEqual([]));

  it.each(['three days', '15 litres', '40 acres', '30 kilometres'])('%s are a measure', (words) =>
    expect(parseCounts(`It took ${words}.`).map(({ unit }) => isMeasure(unit))).toEqual([true]),
  );

  const pair = (a: string, b: string): boolean => {
    const [[one], [other]] = [parseCounts(a), parseCounts(b)];
    return one !== undefined && other !== undefined && contradict(one, other);
  };
  it('contradict each other only where both cannot be true', () => {
    expect(pair('5 people died', 'seven people died')).toBe(true);
    expect(pair('The quake destroyed 40 houses.', 'The quake destroyed 12 houses.')).toBe(true);
    expect(pair('at least 5 people died', '7 people died')).toBe(false);
    expect(pair('about 10,000 homes', '9,600 homes')).toBe(false);
    expect(pair('up to 50 homes', '45 homes')).toBe(false);
  });
  it.each([
    ['The quake destroyed 40 houses.', 'The quake destroyed another 12 houses.'],
    ['Nine children were on board.', 'Many were on board, including two children.'],
    ['The storm closed 30 schools.', 'The remaining 18 schools stayed open.'],
    ['The fire killed about 90 people.', 'The fire killed between 30 and 90 people.'],
  ])('of a part of a whole contradict no other number: %s %s', (whole, part) => {
    const [[one], [other]] = [parseCounts(whole), parseCounts(part)];
    expect([one?.unit, one?.part, other?.part]).toEqual([other?.unit, false, true]);
    expect(pair(whole, part)).toBe(false);
  });
  it('lie in the text, in order, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        let last = 0;
        for (const { start, end } of parseCounts(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  it('of "half of 1 percent" the number is a part of something else', () => {
    expect(parseCounts('It was less than one-half of 1 percent.').map(({ part }) => part)).toContain(true);
  });
});
