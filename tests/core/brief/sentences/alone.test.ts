import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { showAlone } from '../../../../src/core/brief/sentences/alone.ts';
import { read } from '../make.ts';

const shownOf = (text: string): (string | null)[] => {
  const desk = openDesk([read(text)], '', new Map());
  return desk.lines.map((line) => showAlone(line, desk));
};

describe('sentences shown alone', () => {
  it('get the name of the only person before them', () => {
    expect(
      shownOf(
        'Mayor Ingrid Solberg opened the bridge on Monday. She thanked the engineers for their work.',
      )[1],
    ).toBe('[Ingrid Solberg] thanked the engineers for their work.');
    expect(shownOf('Peter Dahl runs a bakery in Falkholm. His shop lost half of its customers.')[1]).toBe(
      '[Peter Dahl’s] shop lost half of its customers.',
    );
  });
  it('get the name after an opening phrase too', () => {
    expect(shownOf('Peter Dahl ran the bakery in Falkholm. In 1994, he sold the old shop.')[1]).toBe(
      'In 1994, [Peter Dahl] sold the old shop.',
    );
  });
  it('get the name of whom something is not known', () => {
    expect(shownOf('Peter Dahl was found in Horten. It is unclear where his injuries came from.')[1]).toBe(
      'It is unclear where [Peter Dahl’s] injuries came from.',
    );
  });
  it('get the name of whom something was done to', () => {
    expect(shownOf('Anna Weber lost her seat in May. Parliament elected her by 129 votes in June.')[1]).toBe(
      'Parliament elected [Anna Weber] by 129 votes in June.',
    );
  });
  it('get the name of whoever said so', () => {
    expect(shownOf('Peter Dahl runs the mill. The bread of Horten will be dear, he said.')[1]).toBe(
      'The bread of Horten will be dear, [Peter Dahl] said.',
    );
    expect(shownOf('Peter Dahl runs the mill. Asked about the bread of Horten, he laughed.')[1]).toBe(
      'Asked about the bread of Horten, [Peter Dahl] laughed.',
    );
    expect(shownOf('The mill is old. Peter Dahl will leave Horten, he said.')[1]).toBe(
      'Peter Dahl will leave Horten, he said.',
    );
  });
  it('get no name where they lean on more than that', () => {
    expect(shownOf('Peter Dahl had no key. Instead, he broke a window.')[1]).toBeNull();
    expect(shownOf('Peter Dahl ran in 2012. But in 2016, he stayed at home.')[1]).toBeNull();
  });
  it('get no name where two people could be meant', () => {
    expect(shownOf('Ingrid Solberg met Anna Weber on Monday. She left early for the airport.')[1]).toBeNull();
  });
  it('get no name where their own words name one who may be meant', () => {
    expect(shownOf('Ingrid Solberg fell ill. Her doctor, Anna Weber, was called at noon.')[1]).toBeNull();
    expect(shownOf('Ingrid Solberg fell ill. Her doctor, Peter Dahl, was called at noon.')[1]).toBe(
      '[Ingrid Solberg’s] doctor, Peter Dahl, was called at noon.',
    );
  });

  it('get no name of whoever is only said to speak', () => {
    expect(
      shownOf('Baker Peter Dahl on the news of Horten:\n\nHe was a good mayor of the town for years.')[1],
    ).toBeNull();
  });
  it('get no name for whom somebody else speaks of', () => {
    expect(shownOf('Ole Solberg met the crew on Monday. “He will stay,” said Bo Lund.')[1]).toBeNull();
  });
  it('get no name of a woman for "he", nor of a man for "her"', () => {
    expect(shownOf('Ingrid Solberg opened the bridge on Monday. He thanked the engineers.')[1]).toBeNull();
    expect(shownOf('Mr. Dahl opened the bridge on Monday. She thanked the engineers.')[1]).toBeNull();
    expect(shownOf('Peter Dahl lost his seat. Parliament elected her by 129 votes in June.')[1]).toBeNull();
    expect(shownOf('Solberg opened the bridge on Monday. He thanked the engineers.')[1]).toBe(
      '[Solberg] thanked the engineers.',
    );
  });
  it.each([
    'Ingrid Solberg opened the bridge. “She will stay here for good,” the crew said.',
    'Ingrid Solberg opened the bridge. “In 1994, she left for good,” the crew said.',
    'Peter Dahl opened the bridge. “The river is high. He will stay here for good.”',
  ])('get no name put into what somebody says: %s', (text) => {
    expect(shownOf(text).slice(1)).toContain(null);
    expect(shownOf(text).join(' ')).not.toContain('[');
  });
  it('get the name from the paragraph before where that begins with the person', () => {
    expect(
      shownOf('Ingrid Solberg opened the bridge on Monday.\n\nShe thanked the engineers for their work.')[1],
    ).toBe('[Ingrid Solberg] thanked the engineers for their work.');
    expect(
      shownOf('The town paid for a statue of Ingrid Solberg.\n\nShe thanked the engineers for it.')[1],
    ).toBeNull();
    expect(
      shownOf('Ingrid Solberg opened the bridge.\n\nThe river is high.\n\nShe thanked the engineers.')[2],
    ).toBeNull();
  });
  it('get the name of whoever is read as the one that says something', () => {
    expect(
      shownOf(
        'Ingrid Solberg and the engineers of Horten met on Monday. “The bridge is safe,” Solberg said.\n\nShe said that the bridge would open in May.',
      ).at(-1),
    ).toBe('[Ingrid Solberg] said that the bridge would open in May.');
  });
  it('get no name of whoever stands beside "the judge", or beside "him"', () => {
    expect(shownOf('In Horten the judge freed Peter Dahl. He left the court by a back door.')[1]).toBeNull();
    expect(shownOf('For him it was new to stand beside Peter Dahl. He left early.')[1]).toBeNull();
    expect(shownOf('Peter Dahl thanked the judge. He left the court by a back door.')[1]).toBe(
      '[Peter Dahl] left the court by a back door.',
    );
  });
  it('get no name of whoever owns, or defends, the one whom they mean', () => {
    expect(
      shownOf('A goat fled to Horten. Her owner, Kim Dahl, is at a loss. She was seen near the mill.').at(-1),
    ).toBeNull();
    expect(
      shownOf('A baker was freed in Horten. His lawyer, Peter Dahl, thanked the court. He left early.').at(
        -1,
      ),
    ).toBeNull();
  });
  it('get no name of who only speaks of somebody', () => {
    const said = 'Peter Dahl, of the court of Falkholm, said that the charges are old.';
    expect(shownOf(`${said} He is accused of fraud in Horten.`)[1]).toBeNull();
    expect(shownOf(`${said} He said that the court will meet in May.`)[1]).toBe(
      '[Peter Dahl] said that the court will meet in May.',
    );
    const main =
      'Peter Dahl left the court of Falkholm. Friends met Dahl. Dahl said that the charges are old.';
    expect(shownOf(`${main} He is accused of fraud in Horten.`).at(-1)).toBe(
      '[Peter Dahl] is accused of fraud in Horten.',
    );
  });
  it('get the name wherever "he" or "she" stands', () => {
    const second = (text: string): string | null | undefined =>
      shownOf(`Peter Dahl runs a bakery in Falkholm. ${text}`)[1];
    expect(second('On Monday, he was named baker of the year.')).toBe(
      'On Monday, [Peter Dahl] was named baker of the year.',
    );
    expect(second('In his first shop, he sold bread to Horten.')).toBe(
      'In his first shop, [Peter Dahl] sold bread to Horten.',
    );
    expect(second('Several papers of the north reported that he had sold the shop.')).toBe(
      'Several papers of the north reported that [Peter Dahl] had sold the shop.',
    );
    expect(second('The council of Horten allowed him to bake at night.')).toBe(
      'The council of Horten allowed [Peter Dahl] to bake at night.',
    );
  });
  it.each([
    'Several papers of the north reported that he had sold the shop.',
    'In an interview with the Horten Herald, she spoke of the mill.',
    'Peter Dahl said she would sell the mill.',
    'Eleven percent said their opinion of him was the same.',
  ])('are passed over where nobody is named for "he" or "she": %s', (text) =>
    expect(shownOf(`The mill is old.\n\n${text}`)[1]).toBeNull(),
  );
  it('get no name where it helps with one of two', () => {
    expect(shownOf('Peter Dahl left. When she asked the town for a reason, he was silent.')[1]).toBeNull();
  });
  it.each([
    'After his trial in Horten, Peter Dahl sold the mill.',
    'A baker of Horten said he had sold the mill.',
    'The 22-year-old was found in Horten by her dog.',
    'Police found a man of Horten in his garden.',
    'One of the sailors said he had seen the ship.',
    'The council of Horten heard that “he is a thief”.',
  ])('are left as they are where somebody is told: %s', (text) =>
    expect(shownOf(`The mill is old.\n\n${text}`)[1]).toBe(text),
  );
});
