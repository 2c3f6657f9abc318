import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDigestWords } from '../../../src/core/digest/words.ts';
import { BriefwireError } from '../../../src/core/errors.ts';

describe('what people write after /digest add', () => {
  test.each([
    [
      '08:00 weekdays Europe/Berlin elections ferries',
      '0 8 * * 1,2,3,4,5',
      'Europe/Berlin',
      ['elections', 'ferries'],
    ],
    ['8am', '0 8 * * *', null, []],
    ['8 am', '0 8 * * *', null, []],
    ['8', '0 8 * * *', null, []],
    ['at 7.30 every day about elections', '30 7 * * *', null, ['elections']],
    ['mon,wed 7:30', '30 7 * * 1,3', null, []],
    ['Mondays and Thursdays at 6:15 pm elections', '15 18 * * 1,4', null, ['elections']],
    ['mon-fri 07:30 america/new_york', '30 7 * * 1,2,3,4,5', 'America/New_York', []],
    ['fri – mon 9:00', '0 9 * * 0,1,5,6', null, []],
    ['sat/sun 10:00', '0 10 * * 0,6', null, []],
    ['weekends noon', '0 12 * * 0,6', null, []],
    ['midday', '0 12 * * *', null, []],
    ['midnight UTC', '0 0 * * *', 'UTC', []],
    ['12am', '0 0 * * *', null, []],
    ['12pm', '0 12 * * *', null, []],
    ['8am and 6pm elections', '0 8,18 * * *', null, ['elections']],
    ['08:00, 18:00', '0 8,18 * * *', null, []],
    ['elections 08:00', '0 8 * * *', null, ['elections']],
    ['08:00 "harbour bridge" “night ferries”', '0 8 * * *', null, ['harbour bridge', 'night ferries']],
    ['08:00 "hourly wages" "8 am – 9 am"', '0 8 * * *', null, ['hourly wages', '8 am – 9 am']],
    ['08:00 SAS', '0 8 * * *', null, ['SAS']],
    ['weds, tues and thurs 9:00', '0 9 * * 2,3,4', null, []],
    ['hourly elections', '0 * * * *', null, ['elections']],
    ['every 2 hours weekdays', '0 */2 * * 1,2,3,4,5', null, []],
    ['every 15 minutes', '*/15 * * * *', null, []],
    ['08:00 Asia/Kathmandu', '0 8 * * *', 'Asia/Kathmandu', []],
    ['08:00 Asia/Calcutta', '0 8 * * *', 'Asia/Calcutta', []],
    ['08:00 weekdays Europe/Berlin Paris', '0 8 * * 1,2,3,4,5', 'Europe/Berlin', ['Paris']],
    ['08:00 "Berlin" "UTC+2" "31" "short"', '0 8 * * *', null, ['Berlin', 'UTC+2', '31', 'short']],
    ['08:00 timezone Europe/Berlin 747', '0 8 * * *', 'Europe/Berlin', ['747']],
    ['8:00 g20 5g 2024', '0 8 * * *', null, ['g20', '5g', '2024']],
  ])('%s', (words, cron, zone, topics) => {
    const parsed = parseDigestWords(words);
    expect(parsed).toMatchObject({ cron, zone });
    expect(parsed.topics.flat()).toEqual(topics);
  });

  test.each([
    ['08:00 harbour bridge', [['harbour', 'bridge']]],
    ['harbour bridge 08:00 ferries', [['harbour', 'bridge'], ['ferries']]],
    [
      '08:00 harbour bridge, car ferries',
      [
        ['harbour', 'bridge'],
        ['car', 'ferries'],
      ],
    ],
    ['08:00 elections and ferries', [['elections'], ['ferries']]],
    ['08:00 strike in the harbour', [['strike', 'the', 'harbour']]],
    ['08:00 ferries "harbour bridge" trains', [['ferries'], ['harbour bridge'], ['trains']]],
  ])('%s: words side by side stay together', (words, topics) => {
    expect(parseDigestWords(words).topics).toEqual(topics);
  });

  test.each([
    ['08:00 weekdays', '08:00 on weekdays'],
    ['weekends 9:00', '09:00 on weekends'],
    ['7:30 wed,mon', '07:30 on Monday and Wednesday'],
    ['7:30 sun,sat,mon', '07:30 on Monday, Saturday and Sunday'],
    ['8am and 6pm', '08:00 and 18:00 every day'],
    ['every 2 hours', 'every 2 hours every day'],
  ])('%s is said back as "%s"', (words, when) => {
    expect(parseDigestWords(words).when).toBe(when);
  });

  test.each([
    ['', /needs a time.*08:00 weekdays/],
    ['weekdays elections', /needs a time/],
    ['25:00', /"25:00" is no time of day/],
    ['8:75 elections', /"8:75" is no time of day/],
    ['13pm', /"13pm" is no time of day/],
    ['8:00 and 18:30', /two digests/],
    ['08:00 EST elections', /"EST" means several zones: write one such as America\/New_York/],
    ['08:00 Europe/Berlim', /"Europe\/Berlim" is no time zone/],
    ['08:00 europe/berlim', /"europe\/berlim" is no time zone/],
    ['08:00 UTC+2 elections', /"UTC\+2" is no time zone.*Europe\/Berlin/],
    ['08:00 GMT+2', /no time zone/],
    ['08:00 +02:00', /no time zone/],
    ['08:00 MESZ', /"MESZ" means several zones.*Europe\/Berlin/],
    ['08:00 weekdays Berlin', /may be a topic or the time zone Europe\/Berlin/],
    ['08:00 new york', /"new york" may be .* America\/New_York/],
    ['0 8 31 2 * elections', /cron expression.*08:00 weekdays/],
    ['@daily elections', /cron expression/],
    ['8 31 elections', /"31" is no time or day/],
    ['08:00 1-5 elections', /"1-5" is no time or day/],
    ['8:5 elections', /"8:5" is no time or day/],
    ['8Uhr elections', /"8Uhr" is no time or day/],
    ['08:00 1st of month', /"1st" is no time or day/],
    ['08:00 someday', /"someday" is no time or day/],
    ['08:00 every 2 days', /"2" is no time or day/],
    ['08:00 mo-fr', /"mo-fr" is no time or day/],
    ['08:00 thurday', /"thurday" is no time or day/],
    ['08:00 weekdays [zone] elections', /"\[zone\]" stands in the help/],
    ['08:00 elections short silent', /"short" can be set .* config\/digests.yaml/],
    ['every 7 hours', /can come every 1, 2, 3/],
    ['every 1 minutes', /can come every 5, 6/],
  ])('"%s" is refused with what to write instead', (words, message) => {
    expect(() => parseDigestWords(words)).toThrow(message);
  });

  test('whatever is written, it is understood or refused in our words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (words) => {
        try {
          expect(parseDigestWords(words).cron.split(' ')).toHaveLength(5);
        } catch (error) {
          expect(error).toBeInstanceOf(BriefwireError);
        }
      }),
    );
  });
});

test('a topic may be called like anything that a program has a word for', () => {
  expect(parseDigestWords('08:00 UTC constructor')).toMatchObject({ zone: 'UTC', topics: [['constructor']] });
});

test.each([
  ['08:00 harbour bridge, ferries', true],
  ['08:00, 18:00 harbour bridge', false],
  ['mon, wed 08:00 harbour bridge', false],
])('whether commas part the topics of %s: %s', (words, listed) => {
  expect(parseDigestWords(words).listed).toBe(listed);
});
