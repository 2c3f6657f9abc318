import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../../src/core/article.ts';
import { ANALYSIS_VERSION, analyse } from '../../../src/core/text/analyse.ts';
import { parseNames } from '../../../src/core/text/names.ts';
import { groupEntities } from '../../../src/core/text/shared-entities.ts';

const article = (id: string, text: string): Article => ({
  id,
  title: null,
  text,
  author: null,
  publisher: null,
  published: null,
  url: null,
});

const read = (text: string, id = 'a') => ({ ...article(id, text), analysis: analyse(article(id, text)) });

describe('names', () => {
  it('tells people, organisations and places apart', () => {
    const text = 'Anna Lindqvist of the Transport Ministry met Omar Haddad in Berlin on Monday.';
    const names = parseNames(text).map((name) => [textAt(text, name), name.kind]);
    expect(names).toEqual([
      ['Anna Lindqvist', 'person'],
      ['Transport Ministry', 'organisation'],
      ['Omar Haddad', 'person'],
      ['Berlin', 'place'],
    ]);
  });

  it.each([
    ['It was seen by reporter John King.', 'John King', 'person'],
    ['Judge Helen Park ordered it on Monday.', 'Helen Park', 'person'],
  ])(
    'reads a surname that is an office or a park as a surname behind a given name: %s',
    (text, said, kind) => {
      const names = parseNames(text).map((name) => [textAt(text, name), name.kind]);
      expect(names).toEqual([[said, kind]]);
    },
  );

  it('leaves an office before a name out of the name of a city before it', () => {
    const text = 'It was closed by Charlotte Mayor Anna Weber.';
    expect(parseNames(text).map((name) => textAt(text, name))).toContain('Anna Weber');
  });

  it.each([
    'It was signed by Secretary of State Anna Weber on Monday.',
    'It was signed by Shadow Attorney-General Anna Weber on Monday.',
    'It was signed by Republican Anna Weber on Monday.',
    'It was signed by Ofc. Anna Weber on Monday.',
    'And oh yes, Anna Weber: What did she sign?',
    'It was signed by Larkfield Supreme Court Justice Anna Weber on Monday.',
  ])('leaves what somebody is out of the name: %s', (text) => {
    const people = parseNames(text).filter(({ kind }) => kind === 'person');
    expect(people.map((name) => textAt(text, name))).toEqual(['Anna Weber']);
  });

  it('joins what a small word joins', () => {
    const text = 'The emir of Ostry, Sheikh Hamad bin Salem al-Thari, came.';
    expect(parseNames(text).map((name) => textAt(text, name))).toContain('Sheikh Hamad bin Salem al-Thari');
  });

  it('takes titles, weekdays and the first words of sentences for no names', () => {
    const text = 'However, Dr. Omar Haddad left on Friday. While Anna Lindqvist stayed, nobody spoke.';
    expect(parseNames(text).map((name) => textAt(text, name))).toEqual(['Omar Haddad', 'Anna Lindqvist']);
  });
});

describe('somebody with a title', () => {
  it.each(['Gov. Tadzio Wrzyk', 'Mr Tadzio Wrzyk', 'Sen. Tadzio Wrzyk'])('is a person: %s', (said) => {
    const names = parseNames(`The vote against ${said} came on Friday. ${said} left.`);
    expect(names.map(({ kind }) => kind)).toEqual(['person', 'person']);
  });
});

describe('who is who within an article', () => {
  const entitiesOf = (text: string) => {
    const { entities, names } = analyse(article('a', text));
    return entities.map(({ name, kind, role, mentions }) => ({
      name,
      kind,
      role,
      said: mentions.map((i) => textAt(text, names[i] ?? { start: 0, end: 0 })),
    }));
  };

  it('joins a surname to the full name', () => {
    const [haddad] = entitiesOf(
      'Omar Haddad spoke on Monday. Haddad, who is 40, smiled. Then Omar Haddad left.',
    );
    expect(haddad).toMatchObject({ name: 'Omar Haddad', said: ['Omar Haddad', 'Haddad', 'Omar Haddad'] });
  });

  it('keeps Kim Jong Un and Kim Jong Il apart, and gives Kim to the one who is spoken of', () => {
    const found = entitiesOf(
      'Kim Jong Un travelled to Russia. Kim Jong Un met officials, and Kim took a train. His father was Kim Jong Il.',
    ).filter(({ kind }) => kind === 'person');
    expect(found.map(({ name, said }) => [name, said.length])).toEqual([
      ['Kim Jong Un', 3],
      ['Kim Jong Il', 1],
    ]);
  });

  it('leaves a surname alone where two people have it', () => {
    const people = entitiesOf('Laura Whitfield and Peter Whitfield came on Monday. Whitfield spoke first.');
    expect(people.map(({ name }) => name).sort()).toEqual([
      'Laura Whitfield',
      'Peter Whitfield',
      'Whitfield',
    ]);
  });

  it.each([
    [
      'before the name',
      'Transport Ministry spokeswoman Anna Lindqvist left.',
      'Transport Ministry spokeswoman',
    ],
    ['behind the name', 'Anna Lindqvist, the ministry’s spokeswoman, left.', 'the ministry’s spokeswoman'],
    [
      'with what it is for',
      'Anna Lindqvist, a spokeswoman for the ministry, left.',
      'a spokeswoman for the ministry',
    ],
    ['of a first lady', 'The mayor met Norwegian first lady Anna Lindqvist.', 'Norwegian first lady'],
    ['as a title', 'Sen. Anna Lindqvist left.', 'Sen.'],
    ['behind an age', 'Anna Lindqvist, 28, a beautician from Ostry, left.', 'a beautician'],
    ['before what follows', 'They chose Anna Lindqvist, a lawyer aligned with the mayor.', 'a lawyer'],
    ['of whose wife she is', 'Haddad fell, but his wife, Anna Lindqvist, stood.', 'his wife'],
    ['behind "than"', 'Bo was more of a harsh captain than his sister, Anna Lindqvist.', 'his sister'],
    ['with the press', 'Ministry press secretary Anna Lindqvist left.', 'Ministry press secretary'],
    ['with "former"', 'It ended, according to former Sen. Anna Lindqvist.', 'former Sen.'],
    [
      'with all that it is for',
      'Anna Lindqvist, vice president for defence and foreign policy, left.',
      'vice president for defence and foreign policy',
    ],
    ['without a degree', 'Study co-author Dr Anna Lindqvist left.', 'Study co-author'],
    ['with what it leads', 'The peacekeeping chief Anna Lindqvist left.', 'peacekeeping chief'],
    ['but not the verb before a title', 'His views resemble Sen. Anna Lindqvist.', 'Sen.'],
    ['without the verb before it', 'Haddad will nominate attorney Anna Lindqvist.', 'attorney'],
  ])('gives the role %s', (_, text, role) => {
    expect(entitiesOf(text).find(({ name }) => name === 'Anna Lindqvist')?.role).toBe(role);
  });
});

describe('who is who across articles', () => {
  it('joins a surname to the only person of that name, and keeps two Kims apart', () => {
    const shared = groupEntities([
      read('Kim Jong Un travelled to Russia on Monday.', 'a'),
      read('Kim Jong Il ruled before him.', 'b'),
      read('Omar Haddad spoke on Monday.', 'c'),
      read('On Monday, Haddad said that the bridge was closed.', 'd'),
    ]);
    const people = shared
      .filter(({ kind }) => kind === 'person')
      .map(({ name, of }) => [name, of.map(({ article }) => article)]);
    expect(people).toEqual([
      ['Kim Jong Un', ['a']],
      ['Kim Jong Il', ['b']],
      ['Omar Haddad', ['c', 'd']],
    ]);
  });
});

describe('the reading of an article', () => {
  it('names its version, language and number of words', () => {
    const text = 'The mayor said that the bridge is closed and that nobody knows when it will open again.';
    expect(analyse(article('a', text))).toMatchObject({
      version: ANALYSIS_VERSION,
      language: 'en',
      words: 17,
    });
  });

  it.each([
    [
      'de',
      'Der Bürgermeister sagte, dass die Brücke geschlossen ist und nicht vor Mai wieder für den Verkehr öffnet.',
    ],
    ['fr', 'Le maire a dit que le pont est fermé et que les travaux ne sont pas finis avant le mois de mai.'],
    [
      'ru',
      'Мэр сказал, что мост закрыт и что никто не знает, когда он снова откроется для движения в городе.',
    ],
    ['ja', '市長は橋が閉鎖されていると述べ、いつ再開するかは誰にも分からないと語った。'],
    [null, 'Too short'],
  ])('tells %s', (language, text) => {
    expect(analyse(article('a', text)).language).toBe(language);
  });
});
