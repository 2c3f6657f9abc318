/** Card to Slack messages. Pure and total: whatever the card, Slack takes what comes out. */
import type { KnownBlock } from '@slack/types';
import type { Block, Card } from '../../chat/card.ts';
import { fitCard } from '../../chat/fit.ts';
import { type Part, renderActions, renderBlock, renderTable } from './blocks.ts';
import { limit } from './limits.ts';
import { escapeWords, plainWords } from './markup.ts';

export interface SlackMessage {
  /** The whole message in plain words: what notifications show and screen readers read. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export interface RenderOptions {
  /** How many blocks may stand together; default: as many as in a message. */
  readonly blocks?: number;
  /** False where tables are not shown (App Home). */
  readonly tables?: boolean;
}

/**
 * The messages that show a card: one, unless what may not be dropped is too much for one. The first is the head; the
 * others follow it. Commands longer than a button takes have to be in the store by now (`keepLongCommands`).
 */
export function renderSlack(card: Card, options: RenderOptions = {}): readonly SlackMessage[] {
  const most = options.blocks ?? limit('blocksOfMessage');
  const parts = (each: Card) => renderParts(each, options.tables ?? true);
  // Items are dropped until the words are as short as Slack recommends; what may not be dropped may be longer.
  const fitted = fitCard(card, (smaller) => fits(parts(smaller), most, limit('text')));
  const messages: Part[][] = [[]];
  for (const part of parts(fitted)) {
    const last = messages.at(-1) ?? [];
    if (last.length > 0 && !fits([...last, part], most, limit('textOfBlocks'))) messages.push([part]);
    else last.push(part);
  }
  return messages.map((each) => toMessage(each, card.summary));
}

function toMessage(parts: readonly Part[], summary: string): SlackMessage {
  const text = textOf(parts) || escapeWords(plainWords(summary).trim()) || '…';
  return { text, blocks: parts.map(({ block }) => block) };
}

function textOf(parts: readonly Part[]): string {
  const words = parts.map((part) => part.words.trim()).filter((each) => each !== '');
  return escapeWords(words.join('\n'));
}

function fits(parts: readonly Part[], blocks: number, text: number): boolean {
  const all = parts.reduce((length, { block }) => length + textLength(block), 0);
  return parts.length <= blocks && textOf(parts).length <= text && all <= limit('textOfBlocks');
}

/** Everything in a block that is read, labels included. */
function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((length, [key, each]) => {
    const isRead = typeof each === 'string' && (key === 'text' || key === 'fallback');
    return length + (isRead ? each.length : textLength(each));
  }, 0);
}

function renderParts(card: Card, tables: boolean): Part[] {
  // Slack takes one table a message: a comparison is one, else the timeline is.
  const tabular = tables
    ? (card.blocks.find(({ type }) => type === 'table') ??
      card.blocks.find(({ type }) => type === 'timeline'))
    : undefined;
  let buttons = 0;
  return card.blocks.flatMap((block) => {
    if (block.type === 'actions') {
      buttons += block.actions.length;
      return renderActions(block.actions, buttons - block.actions.length);
    }
    const table = block === tabular ? asTable(block) : undefined;
    return table ? [table] : renderBlock(block);
  });
}

function asTable(block: Block): Part | undefined {
  if (block.type === 'table') return renderTable(block.columns, block.rows);
  if (block.type !== 'timeline') return undefined;
  const rows = block.entries.map(({ when, inlines }) => [[{ type: 'text', text: when } as const], inlines]);
  return renderTable(['When', 'What'], rows);
}
