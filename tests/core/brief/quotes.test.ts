import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { read } from './make.ts';

/** Who speaks in a brief of these texts, each of another publisher, with the numbers of those who carry it. */
function voicesOf(...texts: string[]): string[] {
  const articles = texts.map((text, at) => read(text, { id: `a${at}`, publisher: `House ${at}` }));
  const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
  return buildBrief(articles, options).quotes.map(
    ({ speaker, words, sources }) => `${speaker}: ${words.join(' … ')} ${sources.length}`,
  );
}

describe('quotations in a brief', () => {
  it('are two where one says what the other denies', () => {
    const shown = voicesOf(
      'The vote in Ostry failed. “I will resign from this council on Friday,” said Mara Lund.',
      'The vote in Ostry failed. “I will not resign from this council on Friday,” said Jon Dahl.',
    );
    expect(shown.sort()).toEqual([
      'Jon Dahl: I will not resign from this council on Friday, 1',
      'Mara Lund: I will resign from this council on Friday, 1',
    ]);
  });

  it('of an interview are not those of who asks', () => {
    const shown = voicesOf(
      'The Ledger: You ran the mill for ten years. Is it closed for good?\n\nADA LUND: It is. We sold the last sack of flour on Friday.\n\nThe Ledger: Tell us about the workers of the mill in Ostry.\n\nADA LUND: All of them have jobs at the harbour now.\n\nThe Ledger: Who buys the house of the mill?\n\nADA LUND: Nobody has asked us for it so far.',
    );
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^ADA LUND: /);
  });

  it('are two though none of their words says what they are about', () => {
    expect(
      voicesOf(
        'The vote in Ostry failed. “It is what it is and no more,” said Mara Lund.',
        'The vote in Ostry failed. “No, we will not do that again,” said Jon Dahl.',
      ),
    ).toHaveLength(2);
  });

  it('stand without their own marks, whichever they are, with those inside', () => {
    expect(
      voicesOf(
        "The vote in Ostry failed. 'It was my neighbours' idea. They asked me, \"Will you go?\" in the '90s,' said Mara Lund.",
      ),
    ).toEqual(['Mara Lund: It was my neighbours\' idea. They asked me, "Will you go?" in the \'90s, 1']);
  });

  it('are one where only the marks differ', () => {
    expect(
      voicesOf(
        'The vote in Ostry failed. “I will not resign from this council - ever,” said Mara Lund.',
        'The vote in Ostry failed. “I will not resign from this council, ever.” said Mara Lund.',
      ),
    ).toEqual([expect.stringMatching(/2$/)]);
  });

  it('let two people of one last name speak, and one person once', () => {
    const shown = voicesOf(
      'The mill in Ostry burned down. “We heard a loud bang before the fire,” said Anna Weber, a baker.',
      'The mill in Ostry burned down. “My brother had left his keys in the office,” said Max Weber, a clerk. “Nobody of us slept for two nights,” Mr Weber said.',
    );
    expect(shown.map((one) => one.split(':')[0]).sort()).toEqual(['Anna Weber', 'Max Weber']);
  });

  it('have no marks around the marks', () => {
    expect(
      voicesOf('The vote in Ostry failed. “‘I will resign from this council on Friday,’” said Mara Lund.'),
    ).toEqual(['Mara Lund: I will resign from this council on Friday, 1']);
  });

  it('are whole sentences before they are pieces of one', () => {
    const whole = '“The council of Ostry will meet again in May,” said Mara Lund.';
    const piece = 'Jon Dahl said “we are determined to meet the council of Ostry again in May”.';
    expect(voicesOf(`The vote failed. ${piece} ${whole}`)[0]).toMatch(/^Mara Lund/);
    expect(voicesOf(`The vote failed. ${piece}`)[0]).toMatch(/^Jon Dahl/);
  });

  it('have no role that two people share', () => {
    const roles = (role: string) =>
      buildBrief(
        [read(`“The council of Ostry will meet again in May,” said ${role} Mara Lund and Jon Dahl.`)],
        {
          title: '',
          query: '',
          length: 'full',
          families: new Map(),
          now: new Date(0),
        },
      ).quotes.map((quote) => quote.role);
    expect(roles('Sens.')).toEqual([null]);
  });

  it('are of a source, and not of a source close', () => {
    const text =
      'The vote in Ostry failed. “The council of Ostry will meet again in May,” said a source close to the mayor.';
    expect(voicesOf(text)).toEqual([expect.stringMatching(/^a source:/)]);
  });

  it.each([
    ['Mara Lund-Holm', 'Mara Lund Holm'],
    ['M N Lund', 'MN Lund'],
  ])('are of one speaker, however the name is written: %s, %s', (one, other) => {
    const text = (name: string, words: string) => `The vote in Ostry failed. “${words},” said ${name}.`;
    expect(
      voicesOf(
        text(one, 'I will resign from this council on Friday'),
        text(other, 'I do not resign from this council on Friday'),
      ),
    ).toHaveLength(1);
  });

  it('are of one speaker though called by the given name', () => {
    const text =
      'The vote in Ostry failed. “I will resign from this council on Friday,” said Mara Lund. “The council will meet again in the month of May,” Mara said.';
    expect(voicesOf(text)).toHaveLength(1);
  });

  it('are not of "the minister" where others are named', () => {
    const named = ['Mara Lund', 'Jon Dahl'].map(
      (name, at) => `“The vote number ${at} is the last of this council,” said ${name}.`,
    );
    const text = `The vote in Ostry failed. ${named.join(' ')} “The council of Ostry will meet again in May,” said the minister.`;
    expect(voicesOf(text).map((voice) => voice.split(':')[0])).toEqual(['Mara Lund', 'Jon Dahl']);
    const alone =
      'The vote in Ostry failed. “The council of Ostry will meet again in May,” said the minister.';
    expect(voicesOf(alone)).toHaveLength(1);
  });
});
