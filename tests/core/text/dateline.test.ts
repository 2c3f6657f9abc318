import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { lengthOfDateline } from '../../../src/core/text/dateline.ts';
import { read } from '../brief/make.ts';

describe('a dateline', () => {
  it.each([
    ['HORTEN (Nordwire) - ', 'A ferry sank.'],
    ['HORTEN, March 4 (Nordwire) - ', 'A ferry sank.'],
    ['SANTA ORLA, Norway (NW) — ', 'A ferry sank.'],
    ['Horten, Norway (NWN) -- ', 'A ferry sank.'],
    ['July 29 (Nordwire) -- ', 'A ferry sank.'],
    ['HORTEN — ', 'A ferry sank.'],
    ['HORTEN, March 4 - ', 'A ferry sank.'],
    ['HORTEN - ', 'A ferry sank.'],
    ['HORTEN, 4 March (Nordwire) — ', 'A ferry sank.'],
    ['Horten, 4 March 2025 (Nordwire): ', 'A ferry sank.'],
    ['HORTEN, N.L. – March 4, 2025 – ', 'Norda Foods opened a mill.'],
    ['(NWN News) ', 'A ferry sank.'],
    ['(NWN)', 'A ferry sank.'],
    ['Horten (NWN Business) ', 'Retailers lost money.'],
    ['Horten (AP) ', 'A ferry sank.'],
    ['March 4 ', 'Five people drowned.'],
    ['Feb 11 ', 'The ferry sank.'],
    ['HORTEN/FALKHOLM ', 'Norland and Velmar met.'],
    ['OSLO ', 'Five people drowned.'],
    ['10.45am ', 'The council of Horten met.'],
    ['16:05 GMT (17:05) - ', 'The council of Horten met.'],
    ['9:30 p.m. ET: ', 'The council of Horten met.'],
  ])('is no part of what is told: %s', (dateline, sentence) => {
    expect(lengthOfDateline(dateline + sentence)).toBe(dateline.length);
  });
  it.each([
    'Anna Weber (Liberals) won the vote.',
    'The Storting (169 seats) - the parliament - met.',
    'A ferry sank.',
    'March 4 Movement leaders met.',
    'HFL Chief Executive Ada Reed resigned.',
    'Harbour Ferries (HFL) Chief Executive Ada Reed resigned.',
    'The NHS — the largest employer — met.',
    'HORTEN Harbour Board members met.',
    '10.45 Million Crowns, a film of Horten, won the prize.',
  ])('is not seen where there is none: %s', (text) => expect(lengthOfDateline(text)).toBe(0));

  it('dates no event: the day of filing is not the day of what happened', () => {
    const text =
      'HORTEN, April 22 (Nordwire) - The old ferry of Horten was sold for 40 million crowns. The ferry of Horten sank on April 20.';
    const { timeline, happened } = buildBrief([read(text, { published: '2021-04-21' })], {
      title: '',
      query: 'ferry',
      length: 'full',
      families: new Map(),
      now: new Date(0),
    });
    expect(timeline.map(({ date }) => date)).toEqual(['2021-04-20']);
    expect(happened.map(({ shown }) => shown)).toContain(
      'The old ferry of Horten was sold for 40 million crowns.',
    );
  });
});
