import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { quotesFor } from '../../src/core/quoting.ts';
import { stored } from '../fakes/newsroom.ts';

const article = (id: string, publisher: string, text: string): Article => ({
  id,
  title: 'The vote in Ostry',
  text,
  author: null,
  publisher,
  published: '2026-11-16',
  url: null,
});

const said = (query: string, ...articles: Article[]) =>
  quotesFor(
    query,
    articles.map((one) => stored(one)),
  ).speakers.flatMap(({ speaker, quotes }) =>
    quotes.map(({ words, alsoIn }) => [speaker, words.join(' … '), alsoIn.length]),
  );

describe('quotations of everybody', () => {
  const everybody = (text: string) => quotesFor('', [stored(article('a', 'Herald', text))], true).speakers;

  it('hold no term of a few words', () => {
    const text =
      'Officials in Ostry closed the harbour. “Several suspects” remain at large, officials said. “Right,” said Mara Lund. “Go home!” a man cried.';
    expect(everybody(text).flatMap(({ quotes }) => quotes.map(({ words }) => words.join(' ')))).toEqual([
      'Right,',
      'Go home!',
    ]);
  });
  it('give nobody a role of those who are not named', () => {
    const text =
      'In the yard, a prisoner called James, a tall man with a dark hat, becomes very angry. “You have no right to hold me here,” he screams.';
    expect(everybody(text).map(({ speaker, role }) => [speaker, role])).toEqual([[null, null]]);
  });
  it('know a rare last name that is only half given', () =>
    expect(
      said(
        'pellard',
        article('a', 'Herald', '“The boats were two metres apart,” said Ada Pellard.'),
        article('b', 'Courier', '“We did not know them at all,” said Pellard.'),
      ).map(([speaker]) => speaker),
    ).toEqual(['Ada Pellard', 'Ada Pellard']));
});

describe('quotations of somebody', () => {
  it('keep "I will" and "I will not" apart', () => {
    expect(
      said(
        'lund',
        article('a', 'Herald', 'The council met. “I will resign,” Mara Lund said.'),
        article('b', 'Courier', 'The council met. “I will not resign,” Mara Lund said.'),
      ),
    ).toEqual([
      ['Mara Lund', 'I will resign,', 0],
      ['Mara Lund', 'I will not resign,', 0],
    ]);
  });

  it('of a last name that two of the quoted have are nobody else’s', () => {
    const [mara, jonas, last] = [
      article('a', 'Herald', '“We will stay out until they pay,” said Mara Lindqvist.'),
      article('b', 'Courier', '“We never asked for any of this,” said Jonas Lindqvist.'),
      article('c', 'Radio', '“The talks are over for this year,” said Lindqvist.'),
    ] as const;
    const speakers = (...articles: Article[]) =>
      said('lindqvist', ...articles).map(([speaker, words]) => `${speaker}: ${words}`);
    expect(speakers(mara, jonas, last).sort()).toEqual([
      'Jonas Lindqvist: We never asked for any of this,',
      'Lindqvist: The talks are over for this year,',
      'Mara Lindqvist: We will stay out until they pay,',
    ]);
    expect(speakers(mara, last).sort()).toEqual([
      'Mara Lindqvist: The talks are over for this year,',
      'Mara Lindqvist: We will stay out until they pay,',
    ]);
  });

  it('are shown once where several publishers carry the same words', () => {
    expect(
      said(
        'lund',
        article('a', 'Herald', 'The council met. “I will resign – today,” Mara Lund said.'),
        article('b', 'Courier', 'The council met. “I will resign, today.” Mara Lund said.'),
      ),
    ).toEqual([['Mara Lund', 'I will resign – today,', 1]]);
  });

  it('of an article with thousands of short ones are gathered in time that grows with its length', () => {
    const many = (count: number) => [
      stored(article('a', 'Herald', '“No thanks” Mara Lund said.\n\n'.repeat(count))),
    ];
    const time = (articles: ReturnType<typeof many>) => {
      const start = performance.now();
      quotesFor('lund', articles);
      return performance.now() - start;
    };
    const [few, most] = [many(1_000), many(8_000)];
    time(few);
    // Eight times as many; each of them looked through the whole article would be sixty-four times.
    expect(time(most)).toBeLessThan(24 * Math.max(20, time(few)));
  });
});
