import { describe, expect, it } from 'vitest';
import {
  findReporters,
  isOfDays,
  narrowToReporters,
  subjectOfReport,
  withoutReporters,
} from '../../../src/core/search/reporters.ts';

const PUBLISHERS = ['The Harbour Post', 'NWN News', 'Time'];

describe('whose report a question asks for', () => {
  it.each([
    ['What did the Harbour Post report about ferries?', ['The Harbour Post']],
    ['What did NWN say about ferries?', ['NWN News']],
    ['According to Time, who won?', ['Time']],
    ['Did both the Harbour Post and NWN report on it?', ['The Harbour Post', 'NWN News']],
  ])('is read in it: %s', (question, reporters) =>
    expect(findReporters(question, PUBLISHERS)).toEqual(reporters),
  );
  it.each([
    'What did Anna Weber tell NWN?',
    'Did time run out?',
    'Who bought the Harbour Post?',
    'What happened in Horten?',
  ])('is nobody’s where it only names them: %s', (question) =>
    expect(findReporters(question, PUBLISHERS)).toEqual([]),
  );

  const articles = [
    { publisher: 'The Harbour Post', published: '2024-05-02' },
    { publisher: 'The Harbour Post', published: '2024-06-02' },
    { publisher: 'Time', published: '2024-05-02' },
  ];
  it('leaves the articles of others out, and those of other days', () => {
    expect(
      narrowToReporters('What did the Harbour Post report about ferries?', articles, PUBLISHERS),
    ).toHaveLength(2);
    expect(
      narrowToReporters('What did the Harbour Post report in May about ferries?', articles, PUBLISHERS),
    ).toEqual([articles[0]]);
    expect(narrowToReporters('What did NWN say about ferries?', articles, PUBLISHERS)).toEqual([]);
    expect(narrowToReporters('What happened to the ferries in May?', articles, PUBLISHERS)).toEqual(articles);
  });

  it('stands before what is asked', () => {
    expect(subjectOfReport('What did NWN report on 4 March about the ferries?', PUBLISHERS)).toBe(
      'the ferries',
    );
    expect(subjectOfReport('What did Anna Weber say about the ferries?', PUBLISHERS)).toBeNull();
    expect(withoutReporters('According to NWN, who won?', PUBLISHERS)).toBe('who won?');
    expect(withoutReporters('According to Anna Weber, who won?', PUBLISHERS)).toBe(
      'According to Anna Weber, who won?',
    );
  });

  it('is read from initials in capitals, and from the last word of a paper’s name', () => {
    const papers = ['Norland Press', 'The Larkfield Herald'];
    expect(findReporters('What did NP report?', papers)).toEqual(['Norland Press']);
    expect(findReporters('What did np report?', papers)).toEqual([]);
    expect(findReporters('What did the Herald report?', papers)).toEqual(['The Larkfield Herald']);
  });

  it('is taken out of the question where it stands at either end', () => {
    expect(withoutReporters('According to Time, who won?', PUBLISHERS)).toBe('who won?');
    expect(withoutReporters('Who won according to the Harbour Post?', PUBLISHERS)).toBe('Who won?');
    expect(withoutReporters('Who won according to the mayor?', PUBLISHERS)).toBe(
      'Who won according to the mayor?',
    );
  });

  it('is known to be of another month than the one asked for', () => {
    expect(isOfDays('What did Time report in June about ferries?', articles.slice(2))).toBe(false);
    expect(isOfDays('What did Time report in May about ferries?', articles.slice(2))).toBe(true);
    expect(isOfDays('What did Time report about ferries?', articles.slice(2))).toBe(true);
  });
});
