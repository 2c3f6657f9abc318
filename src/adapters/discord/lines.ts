/** Blocks as lines of Discord's Markdown. A line may be parted between its pieces, and never within one. */
import type { Block, Inline, SourceItem } from '../../chat/card.ts';
import { cleanText } from '../../chat/plain.ts';
import { escapeLineStart, GAP, renderInlines, renderLink, renderWords } from './markup.ts';

export interface Line {
  /** Stands before it, and before what goes on in the next message. */
  readonly mark: string;
  readonly pieces: readonly string[];
  /** The mark and all pieces. */
  readonly text: string;
}

export type LineMaker = (block: Exclude<Block, { type: 'divider' | 'actions' }>) => Line[];

/** Lines of blocks, each item made once: a card is laid out many times until it fits. */
export function createLineMaker(linkCitations: boolean): LineMaker {
  const known = new Map<object, Line>();
  const once = (item: object, mark: string, pieces: () => readonly string[]): Line => {
    const made = known.get(item) ?? buildLine(mark, pieces());
    known.set(item, made);
    return made;
  };
  const inline = (inlines: readonly Inline[]) => renderInlines(inlines, linkCitations);
  const strong = (text: string) => inline([{ type: 'text', text, style: 'strong' }]);

  return (block) => {
    switch (block.type) {
      case 'heading':
        return [once(block, block.level === 1 ? '## ' : '### ', () => headingPieces(block.text))];
      case 'paragraph':
        return [once(block, '', () => inline(block.inlines))];
      case 'note':
        return [once(block, '-# ', () => inline(block.inlines))];
      case 'list':
        return block.items.map((item, index) =>
          once(item, block.ordered ? `${index + 1}. ` : '- ', () => inline(item)),
        );
      case 'quote':
        return [
          once(block.words, '> ', () => renderWords(spoken(block.words))),
          once(block.by, '> ', () => ['— ', ...inline(block.by)]),
        ];
      case 'timeline':
        return block.entries.map((entry) =>
          once(entry, '- ', () => [...strong(entry.when), ' — ', ...inline(entry.inlines)]),
        );
      case 'table':
        return block.rows.map((row) =>
          once(row, '- ', () =>
            row.flatMap((cell, index) => [
              ...(index === 0 ? [] : [' · ']),
              ...strong(`${block.columns[index] ?? ''}:`),
              ' ',
              ...inline(cell),
            ]),
          ),
        );
      case 'sources':
        return block.items.map((source) => once(source, '-# ', () => sourcePieces(source)));
    }
  };
}

export function buildLine(mark: string, pieces: readonly string[]): Line {
  const [first, ...others] = pieces.filter((piece) => piece !== '');
  if (first === undefined) return { mark, pieces: [], text: mark };
  const all = [escapeLineStart(first), ...others];
  return { mark, pieces: all, text: mark + all.join('') };
}

/** The line in parts: the first for the room that is left, where it is worth it, the others for a page each. */
export function partLine({ mark, pieces, text }: Line, left: number, page: number): string[] {
  if (text.length <= page) return [text];
  const parts: string[] = [];
  let part = mark;
  let limit = left > page / 4 ? left : page;
  for (const piece of pieces) {
    if (part.length + piece.length > limit && part !== mark) {
      parts.push(part.trimEnd());
      part = mark;
      limit = page;
    }
    // What goes on begins a line again.
    part += part === mark && parts.length > 0 ? escapeLineStart(piece) : piece;
  }
  return [...parts, part.trimEnd()];
}

/** Discord takes number signs at the end of a heading away. */
function headingPieces(text: string): string[] {
  const pieces = renderWords(text);
  return pieces.at(-1)?.endsWith('#') ? [...pieces, GAP] : pieces;
}

/** The quotation marks are ours; a quotation that was broken by its speaker keeps its parts apart. */
function spoken(words: readonly string[]): string {
  return `“${words.map((part) => cleanText(part).trim()).join('” … “')}”`;
}

function sourcePieces({ number, title, url, detail }: SourceItem): string[] {
  return [`\\[${number}] `, ...renderLink(title, url), ' · ', ...renderWords(detail)];
}
