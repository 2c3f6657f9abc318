import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePart } from '../../src/chat/requests/parse-part.ts';
import { parseParts } from '../../src/chat/requests/parse-requests.ts';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const PORT = 'port deal since monday';
const BRIEF = { type: 'brief', query: 'port deal', since: 'monday' };

describe('in the thread of a brief', () => {
  test.each([
    ['timeline?', 'timeline'],
    ['Can you show me the timeline, please?', 'timeline'],
    ['what happened when', 'timeline'],
    ['just the full timeline thx', 'timeline'],
    ['Where do the sources differ?', 'compare'],
    ['what do the articles agree on?', 'compare'],
    ['do the reports contradict each other', 'compare'],
    ['do your sources disagree on anything?', 'compare'],
    ['any contradictions between the outlets?', 'compare'],
    ['where do they differ?', 'compare'],
    ['Where the sources agree', 'compare'],
    ['in their words', 'quotes'],
    ['not known yet?', 'unknown'],
    ['sources?', 'sources'],
    ['Link please', 'sources'],
    ['where is this from?', 'sources'],
    ["where's that from", 'sources'],
    ['which articles did you use?', 'sources'],
    ['Who wrote the article?', 'sources'],
    ['when was this published?', 'sources'],
    ['how many articles are there?', 'sources'],
    ['key figures', 'figures'],
    ["what don't we know yet?", 'unknown'],
    ['What is still unclear?', 'unknown'],
    ['more quotes', 'quotes'],
    ['who else is quoted?', 'quotes'],
    ['who said what', 'quotes'],
    ['only the quotes', 'quotes'],
    ['any reactions?', 'quotes'],
    ['quotes on this please', 'quotes'],
    ['background?', 'timeline'],
    ['give me some context', 'timeline'],
    ['how did we get here?', 'timeline'],
    ["what's the timeline", 'timeline'],
    ['what happened next?', 'timeline'],
    ['who are the people involved?', 'people'],
    ["who's who", 'people'],
    ['who are the key players here', 'people'],
    ['more sources on this', 'sources'],
    ['who reported it first?', 'sources'],
    ['who broke the story', 'sources'],
    ['is this up to date?', 'sources'],
    ['when was this last updated', 'sources'],
    ['send me the full articles', 'sources'],
    ['how reliable is this?', 'compare'],
    ['is this confirmed', 'compare'],
    ["what's missing?", 'unknown'],
    ['what do we not know?', 'unknown'],
    ['who says so?', 'sources'],
  ])('%s asks for a part of it', (said, part) => {
    expect(parsePart(said, PORT)).toEqual({ ...BRIEF, part });
  });

  test.each([
    ['shorter please', 'headline'],
    ['in one sentence', 'headline'],
    ['keep it shorter', 'headline'],
    ['boil this down a little', 'headline'],
    ["what's the headline", 'headline'],
    ['more?', 'full'],
    ['longer please', 'full'],
    ['tell me more about this', 'full'],
    ['any more details?', 'full'],
    ['in detail', 'full'],
  ])('%s asks for another length', (said, length) => {
    expect(parsePart(said, PORT)).toEqual({ ...BRIEF, length });
  });

  test.each([
    'follow this',
    'let me know when there is anything new',
    'keep an eye on this story',
    'Send me this every morning at 8',
    'keep us posted on this story',
    'alert me about updates',
  ])('%s asks for its digest', (said) => {
    expect(parsePart(said, PORT)).toEqual({ type: 'form', form: 'follow', about: 'port deal' });
  });

  test.each([
    'Where do the ministers differ?',
    'Who wrote the letter?',
    'Who wrote it?',
    'Where is it from?',
    'When was the report published by the ministry?',
    'How many people are there?',
    'who is quoted as saying that the mill will close?',
    'What is the timeline for the bridge?',
    'More than 40 boats left?',
    'What is the background of the minister?',
    'Who are the people in the lorry?',
    'Who first reported the fire to the police?',
    'When was the bridge updated?',
    'Is the toll confirmed?',
    'What does this mean for the port?',
    'longer than 400 words?',
    'What happened next to the driver?',
  ])('%s asks what the articles say', (said) => {
    expect(parsePart(said, PORT)).toBeUndefined();
  });

  test.each(['not-for-bot', 'not-for-bot-later', 'newsroom-read-not-for-bot'])(
    'no line of what colleagues say to each other asks for one: %s',
    (name) => {
      const lines = readFileSync(new URL(`../fixtures/small-talk/${name}.txt`, import.meta.url), 'utf8');
      const taken = lines.split('\n').filter((line) => parseParts(line, PORT).length > 0);
      expect(taken).toEqual([]);
    },
  );
});

test('two parts may be asked for at once', () => {
  expect(parseParts('timeline and sources', PORT)).toEqual([
    { ...BRIEF, part: 'timeline' },
    { ...BRIEF, part: 'sources' },
  ]);
  expect(parseParts('you take the timeline and I do the quotes', PORT)).toEqual([]);
  expect(parseParts('timeline and sources', '')).toEqual([]);
});

test('where nothing was briefed there are no parts', () => {
  expect(parsePart('timeline?', '')).toBeUndefined();
});

test('where only a question was asked, the sources stand under its answer', async () => {
  const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  await chat.give({ type: 'ask', question: 'Who is the head of the union?' });
  const thread = chat.messages[0]?.id ?? '';
  await chat.give({ type: 'say', words: 'source?' }, { address: { ...CHANNEL, thread } });
  expect(chat.words().at(-1)).toContain('So the articles say');
});

describe('a reply in the thread', () => {
  const ARTICLES = [stored(HARBOUR), stored(FERRIES)];

  async function reply(said: string, addressed: boolean): Promise<string[]> {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    const thread = chat.messages[0]?.id ?? '';
    const before = chat.messages.length;
    await chat.give({ type: 'say', words: said }, { address: { ...CHANNEL, thread }, addressed });
    return chat.words().slice(before);
  }

  test('gets the part that it asks for, whether it mentions the bot or not', async () => {
    for (const addressed of [true, false]) {
      const [said = ''] = await reply('sources?', addressed);
      expect(said).toContain('[1]');
      expect(said).not.toContain('do not say');
    }
  });

  test('that asks who is who is told with a sentence each', async () => {
    const [said = ''] = await reply('who are the key players?', false);
    expect(said).toContain('Who is who');
    expect(said).toMatch(/Mara Lindqvist: .*head of the dockers’ union/);
  });

  test('that asks for two parts gets both', async () => {
    const said = await reply('quotes and figures', false);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('Nobody here wants this');
    expect(said[1]).toContain('600');
  });

  test('among colleagues is none where it is a wish that they tell each other', async () => {
    for (const said of [
      'can someone send me the figures',
      'we need quotes',
      'can you get the links',
      'keep me posted',
      'too long',
    ])
      expect(await reply(said, false)).toEqual([]);
    const [figures = ''] = await reply('I need the figures', true);
    expect(figures).toContain('600');
  });

  test('to the bot that says "sources" means those of the brief', async () => {
    const [said = ''] = await reply('sources', true);
    expect(said).toContain('Coast Radio');
  });

  test('that wants to follow the topic is told how, and gets the button', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    const thread = chat.messages[0]?.id ?? '';
    await chat.give({ type: 'say', words: 'follow this' }, { address: { ...CHANNEL, thread } });
    const last = chat.messages.at(-1);
    expect(chat.words().at(-1)).toContain('/digest add 08:00 weekdays "larnhaven strike"');
    expect(last?.card.blocks.at(-1)).toMatchObject({
      type: 'actions',
      actions: [{ command: { type: 'form', form: 'follow', about: 'larnhaven strike' } }],
    });
  });
});
