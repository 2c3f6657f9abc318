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
  const parts = createPartsOf(options.tables ?? true);
  // Items are dropped until the words are as short as Slack recommends; what may not be dropped may be longer.
  const fitted = fitCard(card, (smaller) => fits(parts(smaller), most, limit('text')));
  const messages: Sized[][] = [[]];
  for (const part of parts(fitted)) {
    const last = messages.at(-1) ?? [];
    if (last.length > 0 && !fits([...last, part], most, limit('textOfBlocks'))) messages.push([part]);
    else last.push(part);
  }
  return messages.map((each) => toMessage(each, card.summary));
}

/** A part with what it counts against the limits. */
interface Sized {
  readonly block: KnownBlock;
  /** Escaped: as it stands in the text beside the blocks. */
  readonly words: string;
  /** All that is read in the block, labels included. */
  readonly length: number;
}

function toMessage(parts: readonly Sized[], summary: string): SlackMessage {
  const said = parts.map(({ words }) => words).filter((words) => words !== '');
  const text = said.join('\n') || escapeWords(plainWords(summary).trim()) || '…';
  return { text, blocks: parts.map(({ block }) => block) };
}

function fits(parts: readonly Sized[], blocks: number, text: number): boolean {
  const words = parts.reduce((sum, part) => sum + (part.words === '' ? 0 : part.words.length + 1), -1);
  const all = parts.reduce((sum, { length }) => sum + length, 0);
  return parts.length <= blocks && words <= text && all <= limit('textOfBlocks');
}

/** The parts of a card. While a card is made to fit most of its blocks stay as they are: those are built once. */
function createPartsOf(tables: boolean): (card: Card) => Sized[] {
  const known = new Map<string, Map<Block, Sized[]>>();
  const once = (kind: string, block: Block, build: () => Part[]) => {
    const ofKind = known.get(kind) ?? new Map<Block, Sized[]>();
    known.set(kind, ofKind);
    const parts = ofKind.get(block) ?? build().map(toSized);
    ofKind.set(block, parts);
    return parts;
  };
  return ({ blocks }) => {
    const tabular = tables ? findTabular(blocks) : undefined;
    let buttons = 0;
    return blocks.flatMap((block) => {
      if (block.type === 'actions') {
        buttons += block.actions.length;
        const from = buttons - block.actions.length;
        return once(`actions ${from}`, block, () => renderActions(block.actions, from));
      }
      return block === tabular
        ? once('table', block, () => asTable(block) ?? renderBlock(block))
        : once('block', block, () => renderBlock(block));
    });
  };
}

function toSized({ block, words }: Part): Sized {
  return { block, words: escapeWords(words.trim()), length: textLength(block) };
}

/** Slack takes one table a message: a comparison is one, else the timeline is. */
function findTabular(blocks: readonly Block[]): Block | undefined {
  return blocks.find(({ type }) => type === 'table') ?? blocks.find(({ type }) => type === 'timeline');
}

function asTable(block: Block): Part[] | undefined {
  const table = block.type === 'table' ? renderTable(block.columns, block.rows) : asTimeline(block);
  return table && [table];
}

function asTimeline(block: Block): Part | undefined {
  if (block.type !== 'timeline') return undefined;
  const rows = block.entries.map(({ when, inlines }) => [[{ type: 'text', text: when } as const], inlines]);
  return renderTable(['When', 'What'], rows);
}

function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((length, [key, each]) => {
    const isRead = typeof each === 'string' && (key === 'text' || key === 'fallback');
    return length + (isRead ? each.length : textLength(each));
  }, 0);
}
