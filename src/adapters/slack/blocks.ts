/** The blocks of a card as Block Kit blocks, each with its words, so that both say the same. Pure. */
import type { Button, KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { Action, Block, Inline, SourceItem } from '../../chat/card.ts';
import { renderCommand } from '../../chat/carried-commands.ts';
import { limit } from './limits.ts';
import { elementWords, linkAddress, plainWords, richElements, splitElements, splitWords } from './markup.ts';

/** One block as Slack shows it. */
export interface Part {
  readonly block: KnownBlock;
  /** What it says, unescaped; empty for what is no text. */
  readonly words: string;
}

const NOTHING = '–';

/** Everything but actions, which are numbered through a card, and native tables, of which a message has one. */
export function renderBlock(block: Exclude<Block, { type: 'actions' }>): Part[] {
  switch (block.type) {
    case 'heading':
      return renderHeading(block.text, block.level);
    case 'paragraph':
      return splitElements(richElements(block.inlines), limit('richText')).map((elements) =>
        richPart([{ type: 'rich_text_section', elements }], wordsOf(elements)),
      );
    case 'note':
      return renderNote(block.inlines);
    case 'list':
      return renderList(block.items.map(richElements), block.ordered ?? false);
    case 'quote':
      return renderQuote(block.words, block.by);
    case 'timeline':
      return renderList(
        block.entries.map(({ when, inlines }) => [strong(`${plainWords(when)}: `), ...richElements(inlines)]),
        false,
      );
    case 'table':
      return renderList(
        block.rows.map((row) => labelled(block.columns, row)),
        false,
      );
    case 'sources':
      return renderSources(block.items);
    case 'divider':
      return [{ block: { type: 'divider' }, words: '' }];
  }
}

function renderHeading(text: string, level: 1 | 2): Part[] {
  const words = plainWords(text).trim();
  if (words === '') return [];
  if (level === 1 && words.length <= limit('header'))
    return [{ block: { type: 'header', text: { type: 'plain_text', text: words, emoji: false } }, words }];
  return splitElements([strong(words)], limit('richText')).map((elements) =>
    richPart([{ type: 'rich_text_section', elements }], wordsOf(elements)),
  );
}

/** Small print: plain text, so that no star or underscore of an article becomes markup. */
function renderNote(inlines: readonly Inline[]): Part[] {
  const words = wordsOf(richElements(inlines)).trim();
  if (words === '') return [];
  return splitWords(words, limit('contextElement')).map((text) => ({ block: smallPrint(text), words: text }));
}

export function smallPrint(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** Quotation marks are ours, the words are the article's; who said it stands below, in the same bar. */
function renderQuote(words: readonly string[], by: readonly Inline[]): Part[] {
  const said = words.map((part) => `“${plainWords(part).trim()}”`).join(' … ');
  const speaker = richElements(by);
  const elements = [...text(said), ...(speaker.length > 0 ? [...text('\n— '), ...speaker] : [])];
  return splitElements(elements, limit('richText')).map((run) =>
    richPart([{ type: 'rich_text_quote', elements: run }], wordsOf(run)),
  );
}

/** A list, parted between items where it is long; numbers go on in the next part. */
function renderList(items: readonly RichTextElement[][], ordered: boolean): Part[] {
  const runs: { from: number; lines: RichTextElement[][]; length: number }[] = [];
  for (const [index, item] of items.entries()) {
    for (const line of splitElements(item.length > 0 ? item : text(NOTHING), limit('richText'))) {
      const length = wordsOf(line).length;
      const last = runs.at(-1);
      if (last && last.length + length <= limit('richText')) {
        last.lines.push(line);
        last.length += length;
      } else runs.push({ from: index, lines: [line], length });
    }
  }
  return runs.map(({ from, lines }) => {
    const elements = lines.map((line): RichTextSection => ({ type: 'rich_text_section', elements: line }));
    const style = ordered ? 'ordered' : 'bullet';
    const offset = ordered && from > 0 ? { offset: from } : {};
    const words = lines.map(
      (line, index) => `${ordered ? `${from + index + 1}.` : '•'} ${wordsOf(line).trim()}`,
    );
    return richPart([{ type: 'rich_text_list', style, elements, ...offset }], words.join('\n'));
  });
}

function renderSources(items: readonly SourceItem[]): Part[] {
  return renderLines(
    items.map(({ number, title, detail, url }) => {
      const address = linkAddress(url);
      const name = plainWords(title).trim() || `source ${number}`;
      return [
        ...text(`[${number}] `),
        ...(address ? [{ type: 'link' as const, url: address, text: name }] : text(name)),
        ...text(` · ${plainWords(detail).trim()}`),
      ];
    }),
  );
}

/** Lines one below the other, several in a block. */
function renderLines(lines: readonly RichTextElement[][]): Part[] {
  const elements = lines.flatMap((line, index) => (index === 0 ? line : [...text('\n'), ...line]));
  return splitElements(elements, limit('richText')).map((run) =>
    richPart([{ type: 'rich_text_section', elements: run }], wordsOf(run).trim()),
  );
}

/** Rows of buttons; `from` buttons stand in the card already, since each has a name of its own. */
export function renderActions(actions: readonly Action[], from: number): Part[] {
  const buttons = actions.flatMap(({ label, command, emphasis }, index): Button[] => {
    const value = renderCommand(command);
    // `keepLongCommands` has put longer ones into the store; a button that cannot work is not shown.
    if (value.length > limit('buttonValue')) return [];
    const style = emphasis ? { style: emphasis } : {};
    return [{ type: 'button', action_id: `press:${from + index}`, text: labelOf(label), value, ...style }];
  });
  const rows: Part[] = [];
  for (let start = 0; start < buttons.length; start += limit('actionsElements')) {
    const elements = buttons.slice(start, start + limit('actionsElements'));
    rows.push({ block: { type: 'actions', elements }, words: '' });
  }
  return rows;
}

function labelOf(label: string): Button['text'] {
  const words = plainWords(label).trim() || NOTHING;
  const max = limit('buttonText');
  const short = words.length <= max ? words : `${splitWords(words, max - 1)[0]?.trimEnd()}…`;
  return { type: 'plain_text', text: short, emoji: false };
}

/** A native table, or undefined where it is larger than Slack's tables are. */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
): Part | undefined {
  const cells = rows.map((row) => columns.map((_, index) => richElements(row[index] ?? [])));
  const length = cells.flat().reduce((sum, cell) => sum + wordsOf(cell).length, columns.join('').length);
  if (rows.length + 1 > limit('tableRows') || columns.length > limit('tableColumns')) return undefined;
  if (columns.length === 0 || rows.length === 0 || length > limit('tableText')) return undefined;
  const head = columns.map((name) => ({
    type: 'raw_text' as const,
    text: plainWords(name).trim() || NOTHING,
  }));
  const body = cells.map((row) => row.map(renderCell));
  const words = rows.map((row) => `• ${wordsOf(labelled(columns, row))}`).join('\n');
  const settings = columns.map(() => ({ is_wrapped: true }));
  return { block: { type: 'table', rows: [head, ...body], column_settings: settings }, words };
}

function renderCell(elements: RichTextElement[]): RichTextBlock {
  const filled = elements.length > 0 ? elements : text(NOTHING);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: filled }] };
}

/** "One: … | Other: …" for a row that stands in a line. */
function labelled(columns: readonly string[], row: readonly (readonly Inline[])[]): RichTextElement[] {
  return row.flatMap((cell, index) => [
    ...(index === 0 ? [] : text(' | ')),
    strong(`${plainWords(columns[index] ?? '').trim()}: `),
    ...richElements(cell),
  ]);
}

function richPart(elements: RichTextBlock['elements'], words: string): Part {
  return { block: { type: 'rich_text', elements }, words };
}

function wordsOf(elements: readonly RichTextElement[]): string {
  return elements.map(elementWords).join('');
}

function strong(words: string): RichTextElement {
  return { type: 'text', text: words, style: { bold: true } };
}

function text(words: string): RichTextElement[] {
  return words === '' ? [] : [{ type: 'text', text: words }];
}
