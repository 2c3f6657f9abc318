import { expect, test } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render.ts';
import { renderSlack } from '../../src/adapters/slack/render.ts';
import { buildQuotesCard } from '../../src/chat/cards/quotes.ts';
import { words } from '../../src/chat/words.ts';
import type { StoredArticle } from '../../src/core/article.ts';
import { openDesk } from '../fakes/desk.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const NOBODY = {
  found: true,
  title: 'The strike',
  unquoted: null,
  speakers: [],
  sources: [],
  articles: ['a'],
} as const;

test('where nobody is quoted the card has no empty part', () => {
  const card = buildQuotesCard(NOBODY);
  expect(card.blocks.map(({ type }) => type)).toEqual(['heading', 'note']);
  expect(card.summary).toBe('The strike: No quotations were found in these articles.');
});

test('and can be shown in every chat', () => {
  const card = buildQuotesCard(NOBODY);
  expect(JSON.stringify(renderSlack(card))).toContain('No quotations were found');
  expect(JSON.stringify(renderDiscord(card, { kept: new Map() }))).toContain('No quotations were found');
});

test('a quotation is found again by the words on its button', () => {
  const source = {
    number: 1,
    article: 'a',
    title: 'T',
    publisher: null,
    author: null,
    published: null,
    url: null,
  };
  const said = ['We will stay out until the port pays.', 'Nobody here wants this.'];
  const quote = {
    words: said,
    article: 'a',
    version: 1,
    context: { article: 'a', start: 0, end: 9 },
    source: { ...source, teaser: false, corrected: false, withdrawn: false },
    alsoIn: [],
  };
  const speakers = [{ speaker: 'Mara Lindqvist', named: true, role: null, quotes: [quote] }];
  const card = buildQuotesCard({ ...NOBODY, speakers } as never);
  const actions = card.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  expect(actions.map(({ label }) => label)).toEqual(['In context: “We will stay out until …”']);
});

test('a quotation is shown as it stood where it was quoted, also after its article changed', async () => {
  const { chat, storage } = await openDesk([stored(HARBOUR)]);
  await chat.give({ type: 'quotes', query: 'Mara Lindqvist' });
  const actions = chat.messages[0]?.card.blocks.flatMap((each) =>
    each.type === 'actions' ? each.actions : [],
  );
  const command = actions?.[0]?.command ?? { type: 'help' };
  await chat.give(command);
  const before = chat.words().at(-1)?.split('\n')[0] ?? '';
  expect(before).toContain('said Mara Lindqvist, the head');
  const changed = { ...HARBOUR, text: `A correction stands above.\n\n${HARBOUR.text}` };
  await storage.articles.put([stored(changed, { version: 2, corrected: '2026-11-18T08:30:00.000Z' })]);
  await chat.give(command);
  const shown = chat.words().at(-1);
  expect(shown?.split('\n')[0]).toBe(before);
  expect(shown).toContain(words.correctedSince);
  await storage.articles.remove([HARBOUR.id]);
  await chat.give(command);
  expect(chat.words().at(-1)).toBe(words.articleGone);
});

test('who asks for nobody hears how to ask, and who is quoted where somebody is', async () => {
  const asked = async (...articles: StoredArticle[]) => {
    const { chat } = await openDesk(articles);
    await chat.give({ type: 'quotes', query: '' });
    return chat.words();
  };
  expect(await asked(stored(HARBOUR))).toEqual([`${words.emptyQuotes} Quoted here: Mara Lindqvist.`]);
  expect(await asked()).toEqual([words.emptyQuotes]);
});
