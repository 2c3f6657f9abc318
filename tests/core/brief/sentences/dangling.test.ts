import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/core/brief/desk.ts';
import { showAlone, standingOf } from '../../../../src/core/brief/sentences/dangling.ts';
import { read } from '../make.ts';

const shownOf = (text: string): (string | null)[] => {
  const desk = openDesk([read(text)], '', new Map());
  return desk.lines.map((line) => showAlone(line, desk));
};

describe('sentences that stand alone', () => {
  it.each([
    'However, the plan failed.',
    'This came after a long debate.',
    'They left the hall.',
    'But nobody came.',
    'As a result, prices fell.',
    'The latter was sold.',
    'If that was a test, it went well for Falkholm.',
    'The mayor of Falkholm confirmed this assertion.',
    'Behind him, Peter Dahl ran the last mile.',
    'The city has been the seat of three councils.',
    'Prices fell in Horten as well.',
    'Now they have a new bridge.',
    'It is unclear where his injuries came from.',
    'It is not known who will replace him.',
    'The cause of her death is not known.',
    'In short, nobody knows who won.',
    'The first, at the school of Horten, will be held in May.',
    'Still, a member of the council voted against it.',
    'Just days later, the council met in Horten.',
    'A minute later she wrote to Peter Dahl.',
    'Horten and many other towns still do not.',
    'One man in Horten certainly thought so, and shouted.',
    'The Liberals of Horten won 71.',
    'Parliament elected her by 129 votes to 68.',
    'Neither side gave way in those disputes on Monday.',
    'To that end they built a bridge.',
    'The trade between the two countries stopped.',
    'The last fatal incident there was in September 2015, when two boats of Horten sank.',
    'Not all bakers of Horten agreed, however.',
    'In another incident, Peter Dahl fell from the bridge.',
    'In the same month, four men of Horten were tried.',
    'There were no reported casualties.',
    'Boats and sixty cars were seized, it added.',
    'Norland will close its harbours, they said.',
    'The army of Norland has not confirmed either death.',
    'The whereabouts of the other three were unknown.',
    'Velmar said this would break the treaty.',
    'It was not run by the state of Norland, but by a ring of bakers.',
    'For about a decade it stood empty in Horten.',
    'Some 25 years later, the baker of Horten has no shop.',
    'Nearby, a key turned in the lock of the mill.',
    'The test comes nearly two weeks after Norland built a boat.',
    'If not, the ship will wait for two hours.',
    'The mill of Horten will be closed, he said.',
    'Asked whether the mill of Horten would be closed, he shook his head.',
    'A former baker of Horten, he sold the mill.',
  ])('do not lean on what was said before: %s', (text) => expect(standingOf(text).alone).toBe(false));
  it.each([
    'The council met on Monday.',
    'One person was killed.',
    'Some 60 people came.',
    'It is unclear who will pay.',
    'This year prices fell.',
    'Earlier this week, the mill burned.',
    'The city of Horten voted on Monday.',
    'The vote will be held this year.',
    'It is unclear whether the mayor knew that he was seen.',
    'It is unclear whether Peter Dahl will sell his shop.',
    'The first vote of the year was held in Horten.',
    'Three days later than planned, the bridge opened.',
    'The mayor thanked those who came and those in the hall.',
    'The mayor said “these towns are ours” on Monday.',
    'Norland and Velmar said that the two countries would meet.',
    'The Liberals of Horten won 71 seats.',
    'There was no word from the mayor of Horten.',
    'It was not known who ran the mill.',
    'It was unclear who ran the mill.',
    'The other three boats of Horten are new, and either boat or train will do.',
    'In another year of drought, the mill of Horten closed.',
    'The mayor of Horten came on Monday.',
    'Engineers helped Anna Weber, and the council thanked her for it.',
  ])('are left as they are: %s', (text) => expect(standingOf(text).alone).toBe(true));

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
  it('get no name from another paragraph', () => {
    expect(
      shownOf('Ingrid Solberg opened the bridge on Monday.\n\nShe thanked the engineers for their work.')[1],
    ).toBeNull();
  });
});
