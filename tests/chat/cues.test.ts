import { describe, expect, test } from 'vitest';
import { readCues } from '../../src/chat/requests/cues.ts';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

describe('a message by its words alone', () => {
  test.each([
    ['can I see where that came from', [{ part: 'sources' }]],
    ['and in numbers?', [{ part: 'figures' }]],
    ['what are they disagreeing on', [{ part: 'compare' }]],
    ["what's the one quote I should use", [{ part: 'quotes' }]],
    ['let me have the key dates', [{ part: 'timeline' }]],
    ['in a sentence?', [{ length: 'headline' }]],
    ['give me the three most important things', [{ length: 'short' }]],
    ['is there a longer version', [{ length: 'full' }]],
    ['has anything changed since this morning', [{}]],
    ['the quotes and the numbers, in one place', [{ part: 'quotes' }, { part: 'figures' }]],
    ['sources, quotes, numbers and people', [{}]],
  ])('asks for what it names: %s', (said, wanted) => {
    expect(readCues(said)).toMatchObject({ wanted, of: '' });
  });

  test('is of what its other words name', () => {
    expect(readCues('Velmar finance minister, background and quotes')).toMatchObject({
      wanted: [{ part: 'timeline' }, { part: 'quotes' }],
      of: 'Velmar finance minister',
    });
  });

  test.each([
    'How many people were there?',
    'why did they disagree?',
    'make it shorter without the quotes',
    'who signed the article about the bridge?',
    'What numbers did the minister give?',
    'who is he',
    'thanks',
    '',
  ])('asks of the articles all the same: %s', (said) => {
    expect(readCues(said)).toBeUndefined();
  });
});

describe('in a conversation', () => {
  const ARTICLES = [stored(HARBOUR), stored(FERRIES)];

  async function open() {
    const { chat } = await openDesk(ARTICLES, { stories: [[HARBOUR.id, FERRIES.id]] });
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    const before = chat.messages.length;
    const address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const say = async (said: string, addressed = true) => {
      await chat.give({ type: 'say', words: said }, { address, addressed });
      return chat.words().slice(before).join('\n');
    };
    return { chat, say };
  }

  test('it gets what it names of the brief', async () => {
    const { say } = await open();
    expect(await say('can I see where that came from')).toContain('Coast Radio');
  });

  test('what the articles may tell is asked of them first', async () => {
    const { say } = await open();
    const said = await say('what are they disagreeing on');
    expect(said).not.toContain('do not say');
    expect(said).toMatch(/differ|Only one|side by side/);
  });

  test('colleagues who say so to each other are left alone', async () => {
    const { say } = await open();
    expect(await say('can I see where that came from', false)).toBe('');
  });

  test('where nothing is spoken of, the other words name the story', async () => {
    const { chat } = await openDesk(ARTICLES, { stories: [[HARBOUR.id, FERRIES.id]] });
    await chat.give({ type: 'say', words: 'Larnhaven strike ferries: the best quotes to use' });
    expect(chat.words()[0]).toContain('In their words');
  });
});
