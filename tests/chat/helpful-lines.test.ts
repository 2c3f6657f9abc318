import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

async function answerTo(question: string): Promise<string> {
  const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  await chat.give({ type: 'ask', question });
  return chat.words().join('\n');
}

describe('what is no question that can be answered gets a line that helps', () => {
  test.each(['hello', 'Good morning!', 'hi there', 'who are you?'])('a greeting: %s', async (greeting) => {
    expect(await answerTo(greeting)).toContain('Hello.');
  });

  test.each([
    'Wo war das Unglück?',
    '¿Quién es el alcalde?',
    'Где это было?',
    // Names that the articles have do not make it English.
    'Wer hat Anna Weber gesehen?',
    // Without a mark it is no question, and the articles say nothing of it.
    'la grève dans le port est finie',
  ])('another language: %s', async (question) =>
    expect(await answerTo(question)).toContain('ask in English'),
  );

  test.each([
    ['translate this into Spanish', 'cannot translate'],
    ['Can you summarise the strike in French?', 'cannot translate'],
    ['explain it to me', 'cannot explain'],
    ['what does this mean?', 'cannot explain'],
    ['why does this matter', 'cannot explain'],
    ['write a tweet about the strike', 'write nothing of my own'],
    ['rewrite this for page one', 'write nothing of my own'],
    ['what do you think about the strike?', 'no views'],
    ['any photos?', 'words alone'],
    ['can I quote this?', 'word for word'],
  ])('what it cannot do, with what there is instead: %s', async (asked, line) => {
    expect(await answerTo(asked)).toContain(line);
  });

  test('colleagues who say so to each other are left alone', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    const before = chat.messages.length;
    const address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    for (const words of ['what does this mean?', 'translate this into Spanish', 'any photos?', 'so what?'])
      await chat.give({ type: 'say', words }, { address, addressed: false });
    expect(chat.messages).toHaveLength(before);
  });

  test('thanks in other words', async () => {
    expect(await answerTo('cheers, great stuff')).toContain('Glad to help');
  });

  test('what somebody tells of themselves: what there is to ask, and no news', async () => {
    expect(await answerTo('my dog is called Rex haha')).toBe(
      'Ask what the articles here say, or try /brief <topic>; /briefwire topics lists what there is, /briefwire help the rest.',
    );
  });

  test('doubt: that the articles say so, where they did', async () => {
    expect(await answerTo('really??')).toContain('Ask what the articles here say');
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    const direct = { address: { ...CHANNEL, channel: 'D1' } };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, direct);
    await chat.give({ type: 'say', words: 'really??' }, direct);
    expect(chat.words().at(-1)).toContain('So the articles say');
  });

  test.each([
    'is that confirmed?',
    'who says that',
    'how do you know?',
    'where does it say that?',
    'source?',
  ])('%s doubts the answer, and not the brief that it was asked under', async (words) => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    const direct = { address: { ...CHANNEL, channel: 'D1' } };
    await chat.give({ type: 'say', words: 'brief larnhaven strike' }, direct);
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, direct);
    await chat.give({ type: 'say', words }, direct);
    const said = chat.words().at(-1);
    expect(said).toMatch(/^So the articles say:/);
    expect(said).toContain('Mara Lindqvist');
    expect(said).toContain(HARBOUR.title);
  });

  test('words that nothing comes near: what there are briefs on', async () => {
    const strike = {
      id: 'dock-strike',
      title: 'The strike',
      aliases: [],
      query: 'strike',
      publishers: [],
      exclude: [],
      sources: [],
    };
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)], { topics: [strike] });
    await chat.give({ type: 'ask', question: 'What is the zebra quotient?' });
    expect(chat.words().join('\n')).toMatch(/do not say[\s\S]*There are briefs on: dock-strike/);
  });

  test('a brief on what is only told in another language', async () => {
    const text =
      'Ein schweres Unglück hat am Dienstag den Norden von Larnhaven erschüttert und mindestens 41 Menschen getötet, wie die Behörde in der Stadt mitteilte. Die Straßen sind auch im Süden nicht zu benutzen, und das Wasser steigt.';
    const { chat } = await openDesk([stored({ ...HARBOUR, title: 'Das Unglück von Larnhaven', text })]);
    await chat.give({ type: 'brief', query: 'larnhaven' });
    expect(chat.words().join('\n')).toMatch(
      /No article here is about “larnhaven”[\s\S]*language that is not read/,
    );
  });

  test('quotes of nobody: who is quoted', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ type: 'quotes', query: '' });
    expect(chat.words().join('\n')).toMatch(/Whose words\? .* Quoted here: \S/);
  });

  test('a role in quotes says nothing of whose it is, where that was said before', async () => {
    const text =
      'Mayor Anna Weber came late. Her spokesman, Peter Dahl, said the roads were closed. “She came as soon as she could,” Dahl said.';
    const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
    await chat.give({ type: 'quotes', query: 'Dahl' });
    expect(chat.words().join('\n')).toContain('Peter Dahl, spokesman');
  });

  test('quotes of somebody who is named and not quoted: that it is so, before the words of others', async () => {
    const text =
      'Mayor Anna Weber came late. “The roads were closed,” said Peter Dahl, her spokesman. “Nobody warned us,” he said.';
    const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
    await chat.give({ type: 'quotes', query: 'Weber' });
    expect(chat.words().join('\n')).toMatch(
      /No quotation here is known to be of Anna Weber[\s\S]*Peter Dahl/,
    );
  });

  test('those who are not named are no speaker that is counted', async () => {
    const text =
      '“That was the worst night of all.”\n\nDoors were shut and the power failed. “We saw no light,” said Peter Dahl.';
    const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
    await chat.give({ type: 'quotes', query: 'power failed' });
    expect(chat.words().join('\n')).toMatch(/2 quotations of 1 speaker and of speakers not named/);
  });

  test('a name that somebody gives to something is no quotation of him', async () => {
    const text = '“We will find them,” said Peter Dahl. It was a search that he called “Larch and others.”';
    const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
    await chat.give({ type: 'quotes', query: 'Dahl' });
    expect(chat.words().join('\n')).toContain('1 quotation of 1 speaker');
  });

  test('one person under two names is one speaker, also who asks by the shorter one', async () => {
    const first = stored({
      ...HARBOUR,
      text: '“Nobody will drive,” said Mara Lindqvist, the head of the union.',
    });
    const second = stored({ ...FERRIES, text: '“We are tired of it,” Lindqvist said.', title: 'Ferries' });
    const { chat } = await openDesk([first, second]);
    await chat.give({ type: 'quotes', query: 'Lindqvist' });
    expect(chat.words().join('\n')).toContain('2 quotations of 1 speaker');
  });

  test('articles that quote nobody say so, and not that they do not exist', async () => {
    const { chat } = await openDesk([stored({ ...HARBOUR, text: 'Dock workers walked out on Monday.' })]);
    await chat.give({ type: 'quotes', query: 'harbour workers' });
    expect(chat.words().join('\n')).toContain('No quotations were found in these articles');
  });

  test('a heading between paragraphs that is printed like a quotation is none', async () => {
    const text =
      "“We will find them,” said Peter Dahl. Correspondents say it is over.\n\n'Bold leadership'\n\nThe port was closed.";
    const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
    await chat.give({ type: 'quotes', query: 'harbour workers' });
    expect(chat.words().join('\n')).toContain('1 quotation of 1 speaker');
  });
});
