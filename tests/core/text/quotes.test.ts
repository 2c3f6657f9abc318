import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/article.ts';
import { parseQuotes } from '../../../src/core/text/quotes.ts';

const FOLDER = new URL('../../fixtures/quotes/', import.meta.url);

/** A passage, and who said what in it. A first line with # is its title. */
interface Expected {
  readonly content: readonly string[];
  readonly kind: string;
  readonly cue: string | null;
  readonly mention: string | null;
  readonly name: string | null;
  readonly role: string | null;
}

function readPassage(file: string): { title: string | null; text: string; expected: Expected[] } {
  const source = readFileSync(new URL(file, FOLDER), 'utf8').trim();
  const title = /^# (.*)\n\n/.exec(source);
  const json = readFileSync(new URL(file.replace('.txt', '.json'), FOLDER), 'utf8');
  return {
    title: title?.[1] ?? null,
    text: title ? source.slice(title[0].length) : source,
    expected: JSON.parse(json) as Expected[],
  };
}

const passages = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe('quotes: every printing habit has a passage', () => {
  it.each(passages)('reads %s', (file) => {
    const { title, text, expected } = readPassage(file);
    const read = parseQuotes(text, title).map(({ content, kind, cue, speaker }) => ({
      content: content.map((span) => textAt(text, span)),
      kind,
      cue: cue && textAt(text, cue),
      mention: speaker.mention && textAt(text, speaker.mention),
      name: speaker.name,
      role: speaker.role,
    }));
    expect(read).toEqual(expected);
  });
});

describe('who somebody works for', () => {
  it('is not the one who speaks, nor somebody else whom "he" may mean', () => {
    const text =
      'Engineer Peter Dahl of the Harbour Institute of Falkholm said the bridge was not safe. “Nobody should drive over it,” he said.';
    expect(parseQuotes(text, null).map(({ speaker }) => speaker.name)).toEqual(['Peter Dahl', 'Peter Dahl']);
  });
});

describe('who "he" and "she" are', () => {
  const speakerOf = (text: string): string | null | undefined => parseQuotes(text, null)[0]?.speaker.name;

  it.each([
    [
      'Una Garrihy wants no quarrel with anybody. “Somebody was in hospital because of us,” she said.',
      'Una Garrihy',
    ],
    ['The idea came from Declan Furey. “I was tired of pumping,” he said.', 'Declan Furey'],
    ['Saïda Benali left the hall at noon. “I was tired of waiting,” she said.', 'Saïda Benali'],
  ])('is told by given names of many languages: %s', (text, name) => {
    expect(speakerOf(text)).toBe(name);
  });

  it('is left open where the given name is of the other', () => {
    expect(speakerOf('Declan Furey left the hall at noon. “I was tired of waiting,” she said.')).toBeNull();
    expect(speakerOf('Una Garrihy left the hall at noon. “I was tired of waiting,” he said.')).toBeNull();
  });
});

describe('who stands out', () => {
  const lastSpeaker = (text: string) => parseQuotes(text, null).at(-1)?.speaker.name;

  it.each([
    // Another man is named, beside.
    [
      'Peter Dahl, a driver from Falkholm who supports Mr. Brandt, said he was paid well. “I have friends who are not,” he said.',
      'Peter Dahl',
    ],
    // Two sentences back, and nobody since.
    [
      'Anna Weber said the bridge was safe. The roads were dry. It was late. “I drove home,” she said.',
      'Anna Weber',
    ],
  ])('is who is meant: %s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });

  it.each([
    'Peter Dahl met Omar Brandt at noon. “I was tired of waiting,” he said.',
    'Peter Dahl opened the door. A cashier was shaken. “It is too much,” said the woman. “It was loud,” he said.',
    'Peter Dahl was tired. Quagsten openly laughed at all of them. “I went home,” he said.',
  ])('is nobody where two do, or somebody who was read as no name: %s', (text) => {
    expect(lastSpeaker(text)).toBeNull();
  });

  it('the family of somebody, or his campaign, is not him; its chairman is himself', () => {
    expect(lastSpeaker('Peter Dahl died at noon. “He was a great father,” the Dahl family said.')).toBeNull();
    expect(lastSpeaker('“It went well,” said Dahl campaign Chairman Omar Brandt.')).toBe('Omar Brandt');
  });

  it('is not whoever did something in the paragraph before', () => {
    expect(lastSpeaker('Peter Dahl scored twice in Falkholm.\n\n“You could see a lot of nerves.”')).not.toBe(
      'Peter Dahl',
    );
    expect(lastSpeaker('Peter Dahl gave a short statement.\n\n“You could see a lot of nerves.”')).toBe(
      'Peter Dahl',
    );
  });

  it('is no town in which there was a blast', () => {
    const text = 'The firm Holm & Dahl said an attack on tourists, as in the Ostry blast, "fits their plan."';
    expect(
      parseQuotes(text, null).map(({ speaker }) => speaker.mention && textAt(text, speaker.mention)),
    ).not.toContain('the Ostry');
  });

  it('is called by the office that was shortened before', () => {
    const text = 'Sen. Anna Weber came late. “I apologise to nobody,” the senator said.';
    expect(lastSpeaker(text)).toBe('Anna Weber');
  });
});

describe('what is no speech', () => {
  const contents = (text: string) =>
    parseQuotes(text, null)
      .filter(({ kind }) => kind !== 'indirect')
      .map(({ content }) => content.map((span) => textAt(text, span)).join(' '));

  it('is a programme that was told something', () => {
    expect(contents('Earlier Brandt told “Morning” that his client was well.')).toEqual([]);
  });

  it.each([
    'Officials in Ostry said two were hurt.\n\n‘Security failure’\n\nThe council met at noon.',
    'Officials in Ostry said two were hurt. ‘Security failure’ The council met at noon.',
    'Officials in Ostry said two were hurt.\n\n‘We live in a good country’\n\nThe council met at noon.',
  ])('is a heading in quotation marks: %s', (text) => {
    expect(contents(text)).toEqual([]);
  });

  it('is a name that something is known by', () => {
    expect(contents('Ostry lies in a zone known as the “ring of fire”.')).toEqual([]);
  });

  it('is an order to do something, unless its words are told', () => {
    expect(contents('The troops that Lund ordered to Velmar carried “heavy guns” with them.')).toEqual([]);
    expect(contents('“Stop at once,” Lund ordered.')).toEqual(['“Stop at once,”']);
  });

  it('parts no words from whoever spoke before it', () => {
    const text =
      '“It is good,” Omar Brandt said.\n\n‘Only a matter of time’\n\n“As for the rest, it is only a matter of time.”';
    expect(parseQuotes(text, null).map(({ speaker }) => speaker.name)).toEqual([
      'Omar Brandt',
      'Omar Brandt',
    ]);
  });
});

describe('a quotation in a paragraph of its own', () => {
  it('is of whoever spoke before it, but not of a reporter', () => {
    const behind = (who: string) =>
      parseQuotes(
        `${who} Omar Brandt said the house was at a crossroads.\n\n“He was brought low by cowards.”`,
        null,
      ).at(-1)?.speaker.name;
    expect(behind('Mayor')).toBe('Omar Brandt');
    expect(behind('Home editor')).toBeNull();
  });
});

describe('where somebody works', () => {
  const first = (text: string) => {
    const speaker = parseQuotes(text, null)[0]?.speaker;
    return [speaker?.mention && textAt(text, speaker.mention), speaker?.name];
  };

  it.each([
    ['David Lund, professor of physics at Ostry University said that it was “very good”.', 'David Lund'],
    ['Dr Omar Brandt from Ostry University said that it was “very good”.', 'Omar Brandt'],
    ['“It is good,” said Dr Omar Brandt, from Ostry University.', 'Omar Brandt'],
  ])('does not speak for him: %s', (text, name) => {
    expect(first(text)[1]).toBe(name);
  });

  it('is not the town of a council', () => {
    expect(first('The council of Velmar said it was “very good”.')[0]).toBe('The council of Velmar');
  });

  it('leaves "an ally of" somebody without a name, and "he" behind him', () => {
    const text =
      'Mayor Peter Dahl spoke at noon.\n\nAn ally of Dahl told reporters that it was late. “Dahl has no plans,” he said.';
    expect(parseQuotes(text, null).at(-1)?.speaker.name).toBeNull();
  });
});

describe('who a sentence begins with', () => {
  const mention = (text: string) => {
    const speaker = parseQuotes(text, null).at(-1)?.speaker.mention;
    return speaker && textAt(text, speaker);
  };

  it('is no number, no adverb, no week and no day', () => {
    const box =
      'June 08: Six killed in blast near the port Dec 07: rally in Ostry The captain of the side told a paper';
    expect(mention(`${box}: “There was a lot of shouting and people lay down.”`)).not.toBe('Six');
    expect(
      mention('Tuesday’s election, he thought, suggested the town was “in for a difficult year”.'),
    ).not.toBe('Tuesday’s election');
    expect(mention('On Friday morning Brandt described the evening as “very good indeed”.')).toBe('Brandt');
  });

  it('may be called like an adverb', () => {
    expect(mention('“This is beyond us,” says Reilly.')).toBe('Reilly');
  });
});

describe('lines of the page between the paragraphs', () => {
  const speakers = (text: string) => parseQuotes(text, null).map(({ speaker }) => speaker.name);
  const before =
    'Omar Brandt, a lawyer, spoke at noon.\n\nAsked about Mr. Lund, Brandt said, “He won no vote, too.”\n\n';

  it.each([
    'Analysis: Mr. Peter Lund is suing Ada Reed',
    'READ MORE: Peter Lund talks to Ada Reed.',
    'WATCH Peter Lund leaves the court',
    'VIDEO Peter Lund leaves the court.',
    'READ MORE about Peter Lund and Ada Reed.',
    'Image caption Peter Lund in Velmar.',
    'Peter Lund leaves the court',
  ])('bring nobody in, and he who spoke speaks on behind them: %s', (line) => {
    expect(speakers(`${before}${line}\n\n“Mr. Lund has won nothing,” he added.`).at(-1)).toBe('Omar Brandt');
  });

  it('leave a quotation of its own to whoever spoke before a link, and before a heading to nobody', () => {
    const behind = (line: string) => speakers(`${before}${line}\n\n“It was never about the money.”`).at(-1);
    expect(behind('Related: Lund leaves the court')).toBe('Omar Brandt');
    expect(behind('Ada Reed, 45, a baker')).toBeNull();
  });

  it.each(['MORE than 200 dockers', 'POLL workers', 'LIVE music and a march'])(
    'are none where only the first word of a paragraph is printed loud: %s',
    (opening) => {
      const text = `${before}${opening}, Jon Dahl said on Monday, filled the port.\n\n“It has to end today.”`;
      expect(speakers(text).at(-1)).not.toBe('Omar Brandt');
    },
  );

  it('days of the week are nobody who speaks', () => {
    const text =
      'Omar Brandt, who on Monday defended it, is back.\n\n“I want as much talk as possible,” he said.';
    expect(speakers(text).at(-1)).toBe('Omar Brandt');
  });
});

describe('who says something in the words of the writer', () => {
  const last = (text: string) => parseQuotes(text, null).at(-1)?.speaker.name;
  const before = '“It will take years,” Chairman Peter Dahl said.\n\nDahl said so on Monday.\n\n';

  it('is whom "he" means, also without a first name in the whole article', () => {
    expect(last(`${before}Pells reiterated that the road was safe.\n\n“Nobody has left,” he said.`)).toBe(
      'Pells',
    );
    expect(
      last(`${before}General Pells, a veteran, repeated that it was safe.\n\n“Nobody left,” he said.`),
    ).toBe('Pells');
  });

  it('is nobody where a word was read as no name, but says something', () => {
    expect(
      last(`${before}Pells, a general, repeated that it was safe.\n\n“Nobody left,” he said.`),
    ).toBeNull();
  });

  it.each([
    // What is told of him is beside what the sentence says.
    'Dahl left when Pells insisted on it.',
    'Dahl left after Mr. Pells objected.',
    // His words are part of what another says.
    'Dahl said that Pells objected.',
    // They are only to come.
    'Dahl left and Pells would object.',
  ])('is not who is named beside: %s', (sentence) => {
    expect(last(`${before}${sentence}\n\n“Nobody has left,” he said.`)).not.toBe('Pells');
  });

  it('is nobody with a name of women where "he" is said, and no suffix', () => {
    expect(last('Melanie objected loudly.\n\n“Nobody has left,” he said.')).toBeNull();
    expect(last('Melanie objected loudly.\n\n“Nobody has left,” she said.')).toBe('Melanie');
  });

  it('may have no name but an office that opens the sentence', () => {
    const first = '“We have nothing,” a boy, Pells, told reporters.\n\n';
    const second =
      'The coordinator in Ostry, hardest hit by the flood, told reporters that aid was late.\n\n';
    expect(last(`${first}“What else can we do?” he said.`)).toBe('Pells');
    expect(last(`${first}${second}“The roads are closed,” he said.`)).toBeNull();
    expect(last(`${first}The coordinator in Ostry, Omar Brandt, said so.\n\n“It is late,” he said.`)).toBe(
      'Omar Brandt',
    );
  });
});

describe('who speaks in a sentence that names others too', () => {
  const speakers = (text: string) =>
    parseQuotes(text, null)
      .filter(({ kind }) => kind !== 'indirect')
      .map(({ speaker }) => speaker.mention && textAt(text, speaker.mention));

  it.each([
    // Where he studied vows nothing.
    ['The man who studied law at Ostry vowed to go on. “We will be back.”', 'The man'],
    ['“He was drunk,” the officer who arrested Lund said.', 'the officer'],
    ['The guide, who knew when he was beaten, said it was “over”.', 'The guide'],
    // Who is quoted, and not who quotes him.
    ['The agency quoted one fighter as saying: “We ate the leaves.”', 'one fighter'],
    [
      'The Herald, quoting a source close to the mayor as saying the deal was “dead”, named no date.',
      'a source close to the mayor',
    ],
    ['Lund was quoted as saying that the deal was “dead”.', 'Lund'],
    // A name between commas is that of whom the words before it tell.
    [
      'Neighbours were surprised, while his employer, Ostry Shipping, said he was “a model worker”.',
      'Ostry Shipping',
    ],
    // The clause at the end of the sentence, before whoever spoke earlier.
    ['Members had long held this view.\n\n“We are proud of the work” done by the crew, said Lund.', 'Lund'],
    // What stands between dashes or commas only tells of him.
    ['Hale – who has led the party since 2019 – said: “I will stay.”', 'Hale'],
    ['“I will stay,” Hale -- who has led the party since 2019 -- said.', 'Hale'],
    ['The budget — a record — was passed, Hale said, “in haste”.', 'Hale'],
    // Who agrees says nothing of it himself.
    ['“We lost,” admitted coach Bo Lund. “They were better.” Captain Nils Holm agreed.', 'coach Bo Lund'],
    // Whoever had done something in order to say it.
    ['Lund had taken the floor to declare that the hall was “too small”.', 'Lund'],
    // What somebody dismissed is dismissed by him; what is known as something is not called so by anybody.
    ['The plan, described by Lund as “a death trap”, was dropped.', 'Lund'],
    ['Holm defended the tour, a charge dismissed by the mayor as a “big whopper”.', 'the mayor'],
    // The clause that ends the sentence before, and not whatever else it tells.
    [
      'The prize has allowed her to go on, Lund said.\n\n“It has also allowed me to give a voice to others.”',
      'Lund',
    ],
    ['The port will stay open, said Ada Hale, who runs it. “It would be a shame to close it.”', 'Ada Hale'],
    // … but not where a clause of its own ends with the verb.
    ['Holm praised the officer who said he shouted “Stop at once!”', 'he'],
    ['They met the man who became known when Lund yelled “You lie to us!” in the hall.', 'Lund'],
    ['Lund was quoted Monday as saying that the deal was “dead”.', 'Lund'],
    ['The News quoted Ben Holm, counsel to the campaign, as saying: “It is over.”', 'Ben Holm'],
    [
      'Senator Bo Lund, who led the party, tweeted a warning. “Remember who voted for it.”',
      'Senator Bo Lund',
    ],
    [
      'James Bays, reporting from Ostry, said farmers faced hard times.\n\n“Life in the town is returning to some normality.”',
      'James Bays',
    ],
    // A family is no adverb.
    ['“We are blessed,” the family said.', 'the family'],
    ['“We are blessed,” a family statement released by Lund said.', 'a family statement'],
    ['“It is late,” the assembly warned.', 'the assembly'],
  ])('%s', (text, mention) => {
    expect(speakers(text)).toEqual([mention]);
  });

  it.each([
    'It failed, but not before Lund had taken the floor to declare that the hall was “too small”.',
    'The row, though officials are not calling it that, broke out over “anatomically challenging” statues.',
  ])('is told of nobody where the grammar leaves it open: %s', (text) => {
    expect(speakers(text)).toEqual([null]);
  });

  it('is named behind a comma, whatever his title', () => {
    const text =
      '“It is early,” cautioned the study’s lead author, Dr. Ann-Sofie Bergström, who works at Ostry.';
    expect(parseQuotes(text, null).map(({ speaker }) => speaker.name)).toEqual(['Ann-Sofie Bergström']);
  });

  it('behind a source of many words, what is reported begins at the comma', () => {
    const text = 'According to a letter from the ministry to Lund, the bridge is “not safe”.';
    expect(parseQuotes(text, null).map(({ content }) => content.map((span) => textAt(text, span)))).toEqual([
      ['the bridge is “not safe”'],
    ]);
  });
});
