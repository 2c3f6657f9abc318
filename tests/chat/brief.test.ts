import { describe, expect, test } from 'vitest';
import { words } from '../../src/chat/words.ts';
import type { StoredArticle } from '../../src/core/article.ts';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const brief = { type: 'brief', query: 'larnhaven strike' } as const;

describe('/brief', () => {
  test('cites every line and lists every source with what it states', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give(brief);
    const [head = ''] = chat.words();
    for (const line of head.split('\n').filter((each) => each.startsWith('•')))
      expect(line).toMatch(/\[\d\]/);
    expect(head).toContain('2 articles, 2 independent voices, 16 Nov 2026 to 17 Nov 2026');
    expect(head).toContain('Larnhaven Herald · by Jon Teller · 16 Nov 2026');
  });

  test('shows both sides of a difference', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give(brief);
    expect(chat.words()[0]).toMatch(/One says: [^\n]*600 workers[^\n]*Another says: [^\n]*400 workers/);
  });

  test('says what is new since the last brief in this channel', async () => {
    const { chat, storage } = await openDesk([stored(HARBOUR)]);
    await chat.give(brief);
    await storage.articles.put([stored(FERRIES)]);
    await chat.give(brief);
    const second = chat.words().find((said) => said.includes('Since the last brief'));
    expect(second).toContain('Since the last brief in this channel: 1 article, 1 new quote');
  });

  test('says where nothing is new since then', async () => {
    const { chat } = await openDesk([stored(HARBOUR)]);
    await chat.give(brief);
    await chat.give(brief);
    const since = chat.words().flatMap((said) => /Since the last brief.*/.exec(said)?.[0] ?? []);
    expect(since).toEqual(['Since the last brief in this channel: nothing new.']);
  });

  test.each(['anything new?', 'any updates on larnhaven strike?', 'what has changed?'])(
    'is told only what is new where that is asked for: %s',
    async (asked) => {
      const { chat, storage } = await openDesk([stored(HARBOUR)]);
      await chat.give({ type: 'brief', query: 'larnhaven strike' });
      await storage.articles.put([stored(FERRIES)]);
      const address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
      const before = chat.messages.length;
      await chat.give({ type: 'say', words: asked }, { address, addressed: true });
      const [said, ...more] = chat.words().slice(before);
      expect(more).toEqual([]);
      expect(said).toContain('Since the last brief in this channel: 1 article, 1 new quote');
      expect(said).toContain('stopped all ferries');
      expect(said).toContain('We are ready to talk at any hour');
      expect(said).not.toContain('walked out');
      expect(said).not.toContain('Mara Lindqvist');
      // Asked again, it has been told.
      await chat.give({ type: 'say', words: asked }, { address, addressed: true });
      expect(chat.words().at(-1)).toContain('Since the last brief in this channel: nothing new.');
      expect(chat.words().at(-1)).not.toContain('ferries,');
    },
  );

  test('is told what is new in the thread of an older brief, whatever the channel was briefed on since', async () => {
    const { chat, storage } = await openDesk([stored(HARBOUR)]);
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    await chat.give({ type: 'brief', query: 'port authority' });
    await storage.articles.put([stored(FERRIES)]);
    const address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give({ type: 'say', words: 'anything new?' }, { address, addressed: true });
    expect(chat.words().at(-1)).toContain('What is new');
    expect(chat.words().at(-1)).toContain('stopped all ferries');
  });

  test('is a whole brief where it is asked for the news of what this channel was never briefed on', async () => {
    const { chat } = await openDesk([stored(HARBOUR)]);
    await chat.give({ type: 'say', words: 'any news on larnhaven strike?' }, { addressed: true });
    expect(chat.words()[0]).toContain('What happened');
  });

  test('compares only with a brief that was asked for in the same way', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ ...brief, until: '2026-11-16' });
    await chat.give(brief);
    expect(chat.words().join('\n')).not.toContain('Since the last brief');
  });

  test('of words that several stories hold says so, and how to have one alone', async () => {
    const articles = [HARBOUR, { ...HARBOUR, id: 'again' }, FERRIES].map((article) => stored(article));
    const alone = await openDesk(articles, { stories: [['harbour', 'again', 'ferries']] });
    await alone.chat.give(brief);
    expect(alone.chat.words()[0]).not.toContain('More than one story');
    const several = await openDesk(articles, { stories: [['harbour', 'again'], ['ferries']] });
    await several.chat.give(brief);
    expect(several.chat.words()[0]).toMatch(/More than one story is told here\. One alone: [a-z]+-[a-z-]+/);
  });

  test('of one headline shows neither what is quoted nor where they differ', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ ...brief, length: 'headline' });
    await chat.give({ ...brief, length: 'short' }, { address: { ...CHANNEL, channel: 'C2' } });
    const shown = chat.words().map((said) => /Where they differ|“/.test(said));
    expect(shown).toEqual([false, true]);
  });

  test('says that voices may be fewer only where there are several', async () => {
    const headOf = async (...articles: StoredArticle[]) => {
      const { chat } = await openDesk(articles);
      await chat.give(brief);
      return chat.words()[0];
    };
    const unnamed = { ...HARBOUR, publisher: null, url: null };
    expect(await headOf(stored(unnamed))).toContain('1 independent voice (publisher not stated in 1)');
    expect(await headOf(stored(unnamed))).not.toContain('up to');
    expect(await headOf(stored(unnamed), stored(FERRIES))).toContain('up to 2 independent voices');
  });

  test('can be narrowed by day and by publisher', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ ...brief, until: '2026-11-16' });
    expect(chat.words()[0]).toContain('1 article,');
    await chat.give({ ...brief, from: 'coast radio' });
    expect(chat.words().at(-1)).not.toContain('Herald');
    await chat.give({ ...brief, from: 'nobody' });
    expect(chat.words().at(-1)).toContain(
      '2 articles here are about “larnhaven strike”, and the filters leave them all out',
    );
  });

  test('says as what a word was read that no article has, and reads nothing into another word', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give({ type: 'brief', query: 'larnhavn' });
    expect(chat.words()[0]).toContain('No article has “larnhavn”: read as “Larnhaven”.');
    await chat.give({ type: 'brief', query: 'tails' });
    expect(chat.words().at(-1)).toContain('No article here is about “tails”.');
    await chat.give({ type: 'quotes', query: 'tails' });
    expect(chat.words().at(-1)).toContain('No article here is about “tails”.');
  });

  test('claims nothing of articles that its filters leave out', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored({ ...FERRIES, published: null })]);
    await chat.give({ ...brief, since: '2026-11-01' });
    expect(chat.words()[0]).toContain('One article is all that the filters leave on this.');
    await chat.give({ ...brief, until: '2020' });
    expect(chat.words().at(-1)).not.toContain('No article here is about');
  });

  test('counts publishers that are not stated as voices that may be one', async () => {
    const unstated = { publisher: null };
    const { chat } = await openDesk([
      stored({ ...HARBOUR, ...unstated }),
      stored({ ...FERRIES, ...unstated }),
    ]);
    await chat.give(brief);
    expect(chat.words()[0]).toContain('2 articles, up to 2 independent voices (publisher not stated in 2)');
  });

  test('says which day was not understood', async () => {
    const { chat } = await openDesk([stored(HARBOUR)]);
    await chat.give({ ...brief, since: 'the day of doom' });
    expect(chat.words()[0]).toContain('“the day of doom” is no day');
  });

  test('suggests only questions that it can answer', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
    await chat.give(brief);
    const suggested = /You could ask: ([^\n]*)/.exec(chat.words().join('\n'))?.[1]?.split(' · ') ?? [];
    expect(suggested.length).toBeGreaterThan(0);
    const before = chat.messages.length;
    for (const question of suggested) await chat.give({ type: 'ask', question });
    for (const answer of chat.words().slice(before)) expect(answer).not.toContain('do not say');
  });

  test('marks what only opinion says, and the source that is opinion', async () => {
    const title = 'Opinion: The port should pay';
    const text = 'The strike in Larnhaven shows that the port has saved on the wrong people for years.';
    const { chat } = await openDesk([stored(HARBOUR), stored({ ...FERRIES, title, text })]);
    await chat.give(brief);
    const [head = ''] = chat.words();
    expect(head).toMatch(/for years\. \[\d\] \(opinion or analysis\)/);
    expect(head).toContain('17 Nov 2026 · opinion or analysis');
    expect(head).not.toMatch(/talks over pay failed\. \[\d\] \(opinion/);
  });

  test('puts no second marks around a sentence that has its own', async () => {
    const said = (workers: string) => `Some ${workers} workers had joined the “wild strike” in Larnhaven.`;
    const { chat } = await openDesk([
      stored({ ...HARBOUR, text: said('400') }),
      stored({ ...FERRIES, text: said('600') }),
    ]);
    await chat.give(brief);
    expect(chat.words()[0]).toMatch(
      /Another says: Some \d+ workers had joined the “wild strike” in Larnhaven\./,
    );
  });

  test('offers more quotes only where there are more', async () => {
    const offered = async (...others: string[]) => {
      const text = [HARBOUR.text, ...others].join('\n\n');
      const { chat } = await openDesk([stored({ ...HARBOUR, text })]);
      await chat.give(brief);
      return JSON.stringify(chat.messages).includes(`"label":"${words.moreQuotes}"`);
    };
    const names = ['Ada Reed', 'Bo Lund', 'Tom Holm', 'Siri Dahl'];
    const quotes = names.map((name) => `“The strike in Larnhaven worries ${name} and us all,” said ${name}.`);
    expect(await offered()).toBe(false);
    expect(await offered(...quotes)).toBe(true);
  });

  test('keeps what belongs to another space out', async () => {
    const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES, { space: 'T2' })]);
    await chat.give(brief);
    expect(chat.words().join()).not.toContain('Coast Radio');
  });
});
