import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { leavesOpenWhich } from '../../../../src/core/brief/sentences/definite.ts';
import { read } from '../make.ts';

const OPENING =
  'The harbour of Falkholm was closed on Monday after a crane fell into the sea. Boats wait outside. The crane was built in 1971.';

function isLeftOpen(sentence: string): boolean {
  const desk = openDesk([read(`${OPENING} ${sentence}`)], '', new Map());
  const line = desk.lines.at(-1);
  return line !== undefined && leavesOpenWhich(line, desk.crowd);
}

describe('a sentence of further down that is shown for itself', () => {
  it.each([
    'The illness spread to nine towns and killed forty people.',
    'The ministry also said that nobody would be charged.',
    'The suspect was seen in Velmar in May.',
    'The film won nine prizes.',
    'The committee will meet on Friday.',
    'The initiative attracted $3 million.',
  ])('leaves open which one is meant: %s', (sentence) => expect(isLeftOpen(sentence)).toBe(true));

  it.each([
    'The crane killed two welders.',
    'The harbour will open again in June.',
    'The boats carried 40 tons of salt.',
    'The government sent nine engineers.',
    'The illness of Mayor Lund kept her at home.',
    'The number of accidents rose by half.',
    'The ferry company Nordlink lost $3 million.',
    'The weather was bad.',
  ])('says itself which one, or what the articles begin with: %s', (sentence) =>
    expect(isLeftOpen(sentence)).toBe(false),
  );
});
