import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { read } from '../make.ts';

const plainOf = (text: string): string[] =>
  [...openDesk([read(text)], '', new Map()).plain].map((line) => line.text);
const NEWS = 'The bridge of Horten was closed on Monday. The mayor of Horten spoke to the crew.';

describe('the end of an article', () => {
  it('tells no news where it is about the author', () => {
    const about = 'Ada Byron is a reporter for the Horten Herald. She lives in Falkholm.';
    expect(plainOf(`${NEWS}\n\n${about}`)).toEqual(plainOf(NEWS));
  });
  it('tells no news where it says where there is more of the author', () => {
    const about =
      'Ada Byron is a draughtswoman and an old Horten contributor. See more of her work at the fair. Keep up with Horten on Monday.';
    expect(plainOf(`${NEWS}\n\n${about}`)).toEqual(plainOf(NEWS));
  });
  it.each([
    `Ada Byron is an editor of the Horten Herald.\n\n${NEWS}`,
    `${NEWS}\n\nAda Byron is a reporter for the Horten Herald. The police of Horten freed her on Monday.`,
  ])('is news where more is told: %s', (text) => expect(plainOf(text).join(' ')).toContain('Ada Byron is'));
});
