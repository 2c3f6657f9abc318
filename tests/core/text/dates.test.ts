import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/article.ts';
import { parseDates } from '../../../src/core/text/dates.ts';

/** A Thursday. */
const PUBLISHED = '2024-03-14T09:00:00+01:00';

const read = (text: string, published: string | null = PUBLISHED) =>
  parseDates(text, published).map((date) => [textAt(text, date), date.value]);

describe('dates', () => {
  it.each([
    ['It opened on September 13, 2023.', 'September 13, 2023', '2023-09-13'],
    ['It opened on 13 September 2023.', '13 September 2023', '2023-09-13'],
    ['It opened on the 13th of September.', '13th of September', '2023-09-13'],
    ['It opened on Sept. 13.', 'Sept. 13', '2023-09-13'],
    ['It opened in September 2023.', 'September 2023', '2023-09'],
    ['It opened in 2019.', '2019', '2019'],
    ['It opened on 2023-09-13.', '2023-09-13', '2023-09-13'],
    ['It opened on 9/13/2023.', '9/13/2023', '2023-09-13'],
    ['It opened in July.', 'July', '2023-07'],
    ['It will open in July.', 'July', '2024-07'],
    ['He said on Wednesday that it was closed.', 'Wednesday', '2024-03-13'],
    ['It will open on Saturday.', 'Saturday', '2024-03-16'],
    ['He came last Thursday.', 'Thursday', '2024-03-07'],
    ['It opens on Monday, March 18.', 'Monday, March 18', '2024-03-18'],
    ['He was found by officers in his cell on Saturday.', 'Saturday', '2024-03-09'],
    ['It must be paid by Saturday.', 'Saturday', '2024-03-16'],
    ['A man set fire to it on Saturday.', 'Saturday', '2024-03-09'],
    ['It is set to open on Saturday.', 'Saturday', '2024-03-16'],
    ['On Sunday, the post will be taken by Ada Reed.', 'Sunday', '2024-03-17'],
    ['On Sunday she said she will go.', 'Sunday', '2024-03-10'],
    ['On Sunday she met the board and will go.', 'Sunday', '2024-03-10'],
    ['He came on Friday, March 8.', 'Friday, March 8', '2024-03-08'],
    [
      'The chairman, who met her, will answer the questions of the council on the large local programme of Ostry on Sunday morning.',
      'Sunday',
      '2024-03-17',
    ],
    [
      'He said that he would consider a change to the new plan for the port and the road on Monday.',
      'Monday',
      '2024-03-18',
    ],
    [
      'He said they would weigh it at a meeting of their self-proclaimed board on Friday.',
      'Friday',
      '2024-03-15',
    ],
    ['Sunday is forecast to be dry.', 'Sunday', '2024-03-17'],
    ['Sales fell by more than expected on Friday.', 'Friday', '2024-03-08'],
    ['The ferry left as planned on Friday.', 'Friday', '2024-03-08'],
    ['The mill will be closed on Monday.', 'Monday', '2024-03-18'],
    ['Lund is set to be formally sentenced on Monday.', 'Monday', '2024-03-18'],
    ['The vote is being held on Monday.', 'Monday', '2024-03-18'],
    ['The ministers are to meet on Monday.', 'Monday', '2024-03-18'],
    ['Lund faces a hearing on Monday.', 'Monday', '2024-03-18'],
    ['The mill will be closed in July.', 'July', '2024-07'],
    ['The party will meet in Ostry, D.C., Monday morning.', 'Monday', '2024-03-18'],
    ['The bus will leave with J. Lund on Monday.', 'Monday', '2024-03-18'],
    ['Lund brought up the plans of her rival in a speech Monday.', 'Monday', '2024-03-11'],
    ['Lund attacked her rival’s plans in a speech Monday.', 'Monday', '2024-03-11'],
    ['Trains stopped due to snow on Monday.', 'Monday', '2024-03-11'],
    ['Two people were hurt going to church on Sunday.', 'Sunday', '2024-03-10'],
    ['His words will hurt the rival, despite her victory in the town on Tuesday.', 'Tuesday', '2024-03-12'],
    ['It is expected to be won by Lund, who led the takeover in July.', 'July', '2023-07'],
    ['It will be studied, as it failed nine times since February.', 'February', '2024-02'],
    ['It was scheduled for December last, but ran late.', 'December last', '2023-12'],
    ['It was found in January last year and again.', 'January last year', '2023-01'],
    ['It will open in February next year.', 'February next year', '2025-02'],
    ['It closed yesterday.', 'yesterday', '2024-03-13'],
    ['It closed two days ago.', 'two days ago', '2024-03-12'],
    ['It closed last week.', 'last week', '2024-03'],
    ['It closed last year.', 'last year', '2023'],
    ['It closed three months ago.', 'three months ago', '2023-12'],
  ])('%s', (text, words, value) => {
    expect(read(text)).toEqual([[words, value]]);
  });

  it.each(['Lund came to “The Tonight Show”.', 'Ostry Today tells of it.'])(
    'reads no day in a name: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('leaves relative dates as they stand where the date of the article is unknown', () => {
    const dates = parseDates('He said on Wednesday, in July and last week that it opened in 2019.', null);
    expect(dates.map(({ value, relative }) => [value, relative])).toEqual([
      [null, true],
      [null, true],
      [null, true],
      ['2019', false],
    ]);
  });

  it('gives no value where papers read the same numbers differently', () => {
    expect(read('It opened on 4/5/2023.')).toEqual([['4/5/2023', null]]);
  });

  it.each(['He was set to speak on Monday.', 'She was still expected to speak on Monday.'])(
    'has no value where nobody can tell which day it was: %s',
    (text) => {
      expect(read(text)).toEqual([['Monday', null]]);
    },
  );

  it('a day that was another weekday in the year of the article was in another year', () => {
    expect(read('He came on Monday, March 8.')).toEqual([['Monday, March 8', null]]);
  });

  it('of two months the first has the year of the second', () => {
    expect(read('The letters are from October to early November of 2008.')).toEqual([
      ['October', '2008-10'],
      ['November of 2008', '2008-11'],
    ]);
  });

  it('are not begun by a word that JavaScript has for itself', () => {
    expect(read('It was the best constructor week after week, and the constructor year ended.')).toEqual([]);
  });

  it('leaves a week that lies in two months open', () => {
    expect(read('It closed last week.', '2024-03-05')).toEqual([['last week', null]]);
  });

  it.each([
    'They may march on.',
    'She sat down.',
    'It sold 2019 people a ticket.',
    'On February 30, nothing happened.',
  ])('takes for no date: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
