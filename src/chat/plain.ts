/** Cards and texts as plain words: what every renderer starts from, and what screen readers and notifications get. */
import type { Block, Card, Inline } from './card.ts';

/**
 * Text from outside, safe to show anywhere: one line, no control characters (they move cursors and forge lines), no
 * changes of direction (they make a text read otherwise than it is), no half characters.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ');
}

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What people take for one character is longer only where somebody plays with marks. */
const LONGEST_CHARACTER = 64;

/**
 * At most so many UTF-16 units from the start, and no part of a character: half a code unit is refused by the platforms,
 * half a family or a flag is another picture.
 */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const from = Math.max(0, longest - LONGEST_CHARACTER);
  const around = text.slice(from, longest + LONGEST_CHARACTER).toWellFormed();
  const cut = CHARACTERS.segment(around).containing(longest - from)?.index ?? 0;
  return text
    .slice(0, cut > 0 || longest < LONGEST_CHARACTER ? from + cut : longest)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** An address that may be linked: http or https, without credentials; else undefined. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
}

/** One inline in words; citations as "[1]". */
export function inlineWords(inline: Inline): string {
  return inline.type === 'citation' ? `[${inline.number}]` : cleanText(inline.text);
}

export function inlinesWords(inlines: readonly Inline[]): string {
  return inlines.map(inlineWords).join('').replace(/ {2,}/g, ' ').trim();
}

/** The words of a quotation in quotation marks; a broken one keeps its parts apart. */
export function quoteWords(words: readonly string[]): string {
  return words.map((part) => `“${cleanText(part).trim()}”`).join(' … ');
}

/** The whole card, a line an item. */
export function cardWords(card: Card): string {
  return card.blocks
    .map(blockWords)
    .filter((words) => words !== '')
    .join('\n');
}

function blockWords(block: Block): string {
  switch (block.type) {
    case 'heading':
      return cleanText(block.text).trim();
    case 'paragraph':
    case 'note':
      return inlinesWords(block.inlines);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${inlinesWords(item)}`)
        .join('\n');
    case 'quote':
      return `${quoteWords(block.words)} — ${inlinesWords(block.by)}`;
    case 'timeline':
      return block.entries
        .map(({ when, inlines }) => `${cleanText(when)}: ${inlinesWords(inlines)}`)
        .join('\n');
    case 'table':
      return block.rows.map((row) => rowWords(block.columns, row)).join('\n');
    case 'sources':
      return block.items.map(sourceWords).join('\n');
    case 'actions':
    case 'divider':
      return '';
  }
}

function rowWords(columns: readonly string[], row: readonly (readonly Inline[])[]): string {
  const cells = row.map((cell, index) => ({
    column: cleanText(columns[index] ?? ''),
    words: inlinesWords(cell),
  }));
  return cells
    .filter(({ words }) => words !== '')
    .map(({ column, words }) => `${column}: ${words}`)
    .join(' | ');
}

function sourceWords({
  number,
  title,
  detail,
  url,
}: {
  number: number;
  title: string;
  detail: string;
  url?: string;
}) {
  const address = webAddress(url);
  return `[${number}] ${cleanText(title).trim()} (${cleanText(detail).trim()})${address ? ` ${address}` : ''}`;
}
