import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/article.ts';
import { parseNames } from '../../../src/core/text/names.ts';
import { parseQuotes } from '../../../src/core/text/quotes.ts';

/** Each turn as "speaker (role): words". */
const turnsOf = (text: string, title: string | null = null): string[] =>
  parseQuotes(text, title)
    .filter(({ turn }) => turn === true)
    .map(({ content, speaker: { name, role, mention } }) => {
      const who = name ?? (mention === null ? 'nobody' : textAt(text, mention));
      return `${who}${role === null ? '' : ` (${role})`}: ${content.map((span) => textAt(text, span)).join(' / ')}`;
    });

const DEBATE = `Mr OKELLO (Tarsu North) (10:04): Why is the ferry late?

Mrs BRANDT (Velmar—Minister for Ports) (10:05): It was late twice in May. It has been on time since.

The SPEAKER: Order! The member will sit down.

Mr OKELLO: Will the minister ride on it?

Mrs BRANDT: Gladly.`;

describe('a transcript', () => {
  it('has the words of each turn for the name before its colon, with the office in the brackets', () =>
    expect(turnsOf(DEBATE)).toEqual([
      'Mr OKELLO: Why is the ferry late?',
      'Mrs BRANDT (Minister for Ports): It was late twice in May. It has been on time since.',
      'The SPEAKER: Order! The member will sit down.',
      'Mr OKELLO: Will the minister ride on it?',
      'Mrs BRANDT: Gladly.',
    ]));

  it('gives the full name that the text has for whoever is called by his surname', () => {
    const text =
      'Ada Lindqvist ran the mill for ten years. She spoke to us in Ostry.\n\nThe Ledger: Is it closed?\n\nLindqvist: It is. We sold the last sack on Friday.\n\nThe Ledger: And the workers?\n\nLindqvist: All of them have jobs.';
    expect(turnsOf(text)).toContain('Ada Lindqvist: It is. We sold the last sack on Friday.');
  });

  it('goes on over paragraphs without a label, and not over headings', () => {
    const text =
      'ADA LUND: Is the bridge safe?\n\nBO HALE: It is.\n\nWe looked at every bolt.\n\nThe money\n\nADA LUND: Who pays?\n\nBO HALE: The county.';
    expect(turnsOf(text)).toEqual([
      'ADA LUND: Is the bridge safe?',
      'BO HALE: It is. / We looked at every bolt.',
      'ADA LUND: Who pays?',
      'BO HALE: The county.',
    ]);
  });

  it('does not begin with the headline above it', () => {
    const text =
      'Hale: New Bridge For Everybody\n\nADA LUND: Is the bridge safe?\n\nBO HALE: It is.\n\nADA LUND: Who pays?\n\nBO HALE: The county.';
    expect(turnsOf(text)[0]).toBe('ADA LUND: Is the bridge safe?');
  });

  it('does not say of its speaker what he tells of another', () => {
    const text =
      'BO LUND: The port is poor. Is it not?\n\nMARA HALE: My sister ran it. She said that the port is poor.\n\nBO LUND: Who pays?\n\nMARA HALE: The county will pay for it.';
    const told = parseQuotes(text, null).filter(({ kind }) => kind === 'indirect');
    expect(told.map(({ speaker }) => speaker.name)).toEqual([null]);
  });

  it('names nobody with the first words of what he says', () => {
    const text =
      'ADA LUND: About the bridge?\n\nBO HALE: The county pays.\n\nADA LUND: When?\n\nBO HALE: Soon.';
    expect(parseNames(text).map((name) => textAt(text, name))).toEqual([
      'ADA LUND',
      'BO HALE',
      'ADA LUND',
      'BO HALE',
    ]);
  });
});

describe('questions and answers without names', () => {
  const interview =
    'Q: Why did you leave?\n\nA: I was tired of rain.\n\nQ: Will you come back?\n\nA: Not before the roof is mended.';

  it('are answered by the one person in the headline', () =>
    expect(turnsOf(interview, 'Five minutes with Marta Kovacs')).toEqual([
      'Marta Kovacs: I was tired of rain.',
      'Marta Kovacs: Not before the roof is mended.',
    ]));

  it('are nobody’s words where the headline names nobody, or two', () => {
    expect(turnsOf(interview, 'Five minutes in the rain')).toEqual([]);
    expect(turnsOf(interview, 'Marta Kovacs and Peter Dahl on rain')).toEqual([]);
  });

  it('are nobody’s words where nobody is spoken to: an explainer names whom it is about', () => {
    const explainer =
      'Q: Who is suing?\n\nA: The ferry company.\n\nQ: What does it want?\n\nA: About 4 million crowns, and an apology.';
    expect(turnsOf(explainer, 'What the case against Marta Kovacs means')).toEqual([]);
  });
});

describe('no transcript is', () => {
  it.each([
    [
      'a list of what things cost',
      'Price: £20\n\nWhere: Ostry\n\nPrice: £35\n\nWhere: Tarsu\n\nPrice: £50\n\nWhere: Velmar',
    ],
    [
      'a cast list',
      'Director: Ada Lund\n\nCast: Bo Hale\n\nMusic: Peter Dahl\n\nCamera: Tom Reed\n\nRunning time: 90 minutes',
    ],
    [
      'an article with a note before some paragraphs',
      'Update: The bridge is open.\n\nThe mayor said so.\n\nBackground: It was closed in May.\n\nNobody was hurt.\n\nWeather: It will rain.',
    ],
    ['a report with colons', 'Ostry: Two ferries were late.\n\nTarsu: No ferry came.\n\nVelmar: All came.'],
  ])('%s', (_, text) => expect(turnsOf(text)).toEqual([]));
});

describe('names with small words in them', () => {
  it.each([
    ['Anna van der Weber', 'The report was written by Anna van der Weber in Ostry.'],
    ['Omar bin Khalid al-Rashid', 'The decree was signed by Omar bin Khalid al-Rashid on Sunday.'],
    ['Maria de los Reyes', 'The money was found by Dr. Maria de los Reyes, a surgeon.'],
  ])('are one person: %s', (name, text) =>
    expect(parseNames(text).map((one) => [textAt(text, one), one.kind])).toContainEqual([name, 'person']),
  );

  it.each([
    [
      'Omar bin Khalid of Velmar',
      'One official calls the 58-year-old "the Omar bin Khalid of Velmar." Velmar said so.',
    ],
    ['CIA bin Khalid', 'He led the CIA bin Khalid unit in May.'],
  ])('are none where other words stand between: %s', (_, text) =>
    expect(parseNames(text).filter((one) => one.kind === 'person' && /bin/.test(textAt(text, one)))).toEqual(
      [],
    ),
  );

  it('are told from a given name that is written like one', () => {
    const text =
      'The chief scientist of the mill, Di Hoang, spoke in Ostry. Its engineer, Bo Hoang, was there. "It will open in May," Di Hoang said.';
    expect(parseQuotes(text, null).at(-1)?.speaker.name).toBe('Di Hoang');
  });

  it('mean the same however far down the full name stands', () => {
    const text =
      'Tries: van Zant, Hale 2. Weber, Lund, Dahl, Reed, Moss, Cole, Park, Bell, Ford, Hood, Kane and Lane left early. Van Zant was cheered. Coach Piet van Zant was happy, and van Zant left.';
    const people = parseNames(text).filter((one) => /van Zant$/i.test(textAt(text, one)));
    expect(new Set(people.map(({ entity }) => entity)).size).toBe(1);
  });

  it('mean the same without the given name', () => {
    const text = 'The bridge was built by Anna van der Horst. "It will hold," Ms van der Horst said.';
    expect(parseQuotes(text, null).at(-1)?.speaker.name).toBe('Anna van der Horst');
  });

  it('stand without the courtesy of India: Shri, Smt', () => {
    const text = 'Ports Minister Shri Anil Deshpande spoke. "The ferry is safe," Shri Deshpande said.';
    expect(parseQuotes(text, null).at(-1)?.speaker).toMatchObject({
      name: 'Anil Deshpande',
      role: 'Ports Minister',
    });
  });
});
