import { expect, test } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render.ts';
import { renderSlack } from '../../src/adapters/slack/render.ts';
import { buildQuotesCard } from '../../src/chat/cards/quotes.ts';

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
  expect(card.summary).toBe('The strike: Nobody is quoted in these articles.');
});

test('and can be shown in every chat', () => {
  const card = buildQuotesCard(NOBODY);
  expect(JSON.stringify(renderSlack(card))).toContain('Nobody is quoted');
  expect(JSON.stringify(renderDiscord(card, { kept: new Map() }))).toContain('Nobody is quoted');
});
