import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

/** A configured topic that no article is about. */
const EMPTY = { id: 'budget', title: 'The budget', aliases: [], publishers: [], exclude: [], sources: [] };

async function topicsOf(...given: Parameters<typeof openDesk>): Promise<string> {
  const { chat } = await openDesk(...given);
  await chat.give({ type: 'topics' });
  return chat.words().join('\n');
}

describe('what there is', () => {
  test('is topics, and the headlines of the newest articles', async () => {
    const said = await topicsOf([stored(HARBOUR), stored(FERRIES)], { stories: [['harbour', 'ferries']] });
    expect(said).toContain('(2 articles)');
    expect(said).toContain('Newest articles');
    expect(said.indexOf('Larnhaven strike stops ferries')).toBeLessThan(
      said.lastIndexOf('Harbour workers strike in Larnhaven'),
    );
  });

  test('is headlines where no two articles tell one story', async () => {
    const said = await topicsOf([stored(HARBOUR)]);
    expect(said).toContain('No topics yet');
    expect(said).toContain('Harbour workers strike in Larnhaven');
    expect(said).not.toContain('ARTICLES_DIR');
  });

  test('an article without a date counts from when it was read', async () => {
    const undated = { ...HARBOUR, published: null };
    const said = await topicsOf([
      stored(FERRIES),
      stored(undated, { retrieved: '2026-11-18T08:00:00.000Z' }),
    ]);
    expect(said.indexOf('Harbour workers strike')).toBeLessThan(said.indexOf('Larnhaven strike stops'));
  });

  test('leaves out what its publisher withdrew, and what is in a language that is not read', async () => {
    const withdrawn = stored(FERRIES, { withdrawn: '2026-11-18T08:00:00.000Z' });
    const german = {
      ...stored({ ...HARBOUR, id: 'hafen', title: 'Hafenarbeiter streiken' }),
      analysis: { ...stored(HARBOUR).analysis, language: 'de' },
    };
    const said = await topicsOf([stored(HARBOUR), withdrawn, german]);
    expect(said).toContain('Harbour workers strike');
    expect(said).not.toContain('Larnhaven strike stops ferries');
    expect(said).not.toContain('Hafenarbeiter');
  });

  test('is not crowded out by newer articles in a language that is not read', async () => {
    const german = Array.from({ length: 6 }, (_, at) => ({
      ...stored({
        ...HARBOUR,
        id: `hafen${at}`,
        title: `Hafenarbeiter streiken ${at}`,
        published: '2026-11-18',
      }),
      analysis: { ...stored(HARBOUR).analysis, language: 'de' },
    }));
    expect(await topicsOf([stored(HARBOUR), ...german])).toContain('Harbour workers strike');
  });

  test('is, on the page of the bot, only what can be briefed on', async () => {
    const { chat } = await openDesk([stored(HARBOUR)], { topics: [EMPTY] });
    await chat.give({ type: 'home' });
    expect(chat.words().join('\n')).not.toContain('The budget');
  });

  test('is how to add articles where there are none', async () => {
    expect(await topicsOf([])).toContain('ARTICLES_DIR');
  });

  test('a configured topic without articles has no button', async () => {
    const { chat } = await openDesk([stored(HARBOUR)], { topics: [EMPTY] });
    await chat.give({ type: 'topics' });
    expect(chat.words().join('\n')).toContain('The budget (0 articles)');
    expect(chat.messages.flatMap(({ card }) => card.blocks).filter(({ type }) => type === 'actions')).toEqual(
      [],
    );
  });
});
