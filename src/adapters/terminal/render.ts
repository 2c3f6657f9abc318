/** Card to lines for a terminal: wrapped to the window, colour only where it is wanted, controls of articles removed. */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Action, Block, Card, Inline } from '../../chat/card.ts';
import { cleanText, inlineWords, quoteWords, webAddress } from '../../chat/plain.ts';
import { TERMINAL_LIMITS } from './limits.ts';

export interface TerminalStyle {
  /** Columns of the window. */
  readonly width: number;
  readonly colour: boolean;
}

export interface TerminalMessage {
  readonly text: string;
  /** What "1)", "2)" … under the card stand for; "[1]" is a source. */
  readonly actions: readonly Action[];
}

type Paint = (words: string) => string;

/** A terminal scrolls: nothing is dropped. */
export function renderTerminal(card: Card, style: TerminalStyle): TerminalMessage {
  const width = Math.min(Math.max(style.width, TERMINAL_LIMITS.minWidth), TERMINAL_LIMITS.maxWidth);
  const paint = paints(style.colour);
  const parts = card.blocks.map((block) => renderBlock(block, width, paint));
  const actions = card.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  return { text: parts.filter((part) => part !== '').join('\n\n'), actions };
}

function renderBlock(block: Block, width: number, paint: ReturnType<typeof paints>): string {
  const inline = (inlines: readonly Inline[]) =>
    inlines
      .map((each) => renderInline(each, paint))
      .join('')
      .trim();
  switch (block.type) {
    case 'heading': {
      const words = cleanText(block.text).trim();
      return block.level === 1
        ? `${wrap(paint.strong(words), width)}\n${'═'.repeat(Math.min(stringWidth(words), width))}`
        : paint.strong(wrap(words, width));
    }
    case 'paragraph':
      return wrap(inline(block.inlines), width);
    case 'note':
      return paint.faint(wrap(inline(block.inlines), width));
    case 'list':
      return block.items
        .map((item, index) => hang(block.ordered ? `${index + 1}. ` : '• ', inline(item), width))
        .join('\n');
    case 'quote':
      return `${hang('  ', quoteWords(block.words), width)}\n${hang('    — ', inline(block.by), width)}`;
    case 'timeline': {
      const column = Math.max(...block.entries.map(({ when }) => stringWidth(cleanText(when))), 0) + 2;
      return block.entries
        .map(({ when, inlines }) => hang(`  ${cleanText(when)}`.padEnd(column + 2), inline(inlines), width))
        .join('\n');
    }
    case 'table':
      return block.rows
        .map((row) =>
          row
            .map((cell, index) => ({ column: cleanText(block.columns[index] ?? ''), words: inline(cell) }))
            .filter(({ words }) => words !== '')
            .map(({ column, words }) => hang(`  ${column}: `, words, width))
            .join('\n'),
        )
        .join('\n\n');
    case 'sources':
      return block.items
        .map(({ number, title, detail, url }) => {
          const address = webAddress(url);
          const line = hang(
            `[${number}] `,
            `${cleanText(title).trim()} — ${cleanText(detail).trim()}`,
            width,
          );
          return address ? `${line}\n    ${paint.faint(address)}` : line;
        })
        .join('\n');
    case 'actions':
      return inRows(
        block.actions.map(({ label }, index) => `${paint.strong(`${index + 1})`)} ${cleanText(label)}`),
        width,
      );
    case 'divider':
      return '─'.repeat(Math.min(width, 24));
  }
}

function renderInline(inline: Inline, paint: ReturnType<typeof paints>): string {
  const words = inlineWords(inline);
  if (inline.type === 'citation') return paint.faint(words);
  if (inline.type === 'link') {
    const address = webAddress(inline.url);
    return address && address !== words ? `${words} <${address}>` : words;
  }
  return inline.type === 'text' && inline.style === 'strong' ? paint.strong(words) : words;
}

/** As many beside each other as fit, none broken that has room in a row. */
function inRows(items: readonly string[], width: number): string {
  const rows: string[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    const longer = `${row}   ${item}`;
    if (row === undefined || stringWidth(longer) > width) rows.push(item);
    else rows[rows.length - 1] = longer;
  }
  return rows.map((row) => wrap(row, width)).join('\n');
}

/** Lines of at most `width` columns; a word that is longer is cut. */
export function wrap(words: string, width: number): string {
  return wrapAnsi(words, width, { hard: true });
}

/** Wrapped words behind a mark, the following lines under the first word. */
function hang(mark: string, words: string, width: number): string {
  const room = Math.max(width - stringWidth(mark), 8);
  return wrap(words, room)
    .split('\n')
    .map((line, index) => (index === 0 ? mark : ' '.repeat(stringWidth(mark))) + line)
    .join('\n');
}

function paints(colour: boolean): { strong: Paint; faint: Paint } {
  const paint =
    (on: number, off: number): Paint =>
    (words) =>
      colour && words !== '' ? `\u001B[${on}m${words}\u001B[${off}m` : words;
  return { strong: paint(1, 22), faint: paint(2, 22) };
}
