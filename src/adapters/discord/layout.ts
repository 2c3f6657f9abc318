/** A card as pages: what stands in one message each, within a budget. Pure, and the same for every form of message. */
import type { Action, Block, Card, Inline, SourceItem } from '../../chat/card.ts';
import { fitCard } from '../../chat/fit.ts';
import { cleanText } from '../../chat/plain.ts';
import { LIMITS } from './limits.ts';
import { cut, escapeLineStart, renderInlines, renderLink, renderWords } from './markup.ts';

/** What one message may hold. */
export interface Budget {
  readonly text: number;
  /** All components, a text counted as one. */
  readonly components: number;
  readonly rows: number;
}

export interface Choice extends Action {
  /** Of all the card's actions, from 0. */
  readonly number: number;
}

export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'divider' }
  | { readonly type: 'buttons' | 'menu'; readonly choices: readonly Choice[] };

export type Page = readonly Part[];

/** One line: `mark` stands before it, and before what goes on in the next message. */
interface Line {
  readonly mark: string;
  readonly pieces: readonly string[];
}

type Unit = { readonly type: 'lines'; readonly lines: readonly Line[] } | Exclude<Part, { type: 'text' }>;

/** More actions than this are a menu: rows of buttons would hide the words. */
const MOST_BUTTONS = 10;

/** Room for "Continued in the next message (12 of 34)." */
const ROOM_TO_CONTINUE = 60;

/**
 * The card in as few messages as it can be with its droppable items left out, and with as many of these items as have room
 * in so many messages. Citations are linked where that costs no item; the sources are linked always.
 */
export function layOut(card: Card, budget: Budget): Page[] {
  const linked = toPages(card, budget, true);
  if (linked.length === 1) return linked;
  const smallest = fitCard(card, () => false);
  const count = toPages(smallest, budget, false).length;
  return toPages(
    fitCard(card, (each) => toPages(each, budget, false).length <= count),
    budget,
    false,
  );
}

function toPages(card: Card, budget: Budget, linkCitations: boolean): Page[] {
  const units = toUnits(card, linkCitations);
  // A message that stands for a digest needs a button, wherever the other buttons come to stand.
  const first =
    card.mark === undefined
      ? budget
      : { ...budget, text: budget.text - 80, components: budget.components - 2, rows: budget.rows - 1 };
  const whole = pack(units, first, first);
  if (whole.length === 1) return whole;
  const shorter = (each: Budget) => ({ ...each, text: each.text - ROOM_TO_CONTINUE });
  const pages = pack(units, shorter(first), shorter(budget));
  return pages.map((page, index) =>
    index === pages.length - 1
      ? page
      : withNote(page, `Continued in the next message (${index + 1} of ${pages.length}).`),
  );
}

function toUnits(card: Card, linkCitations: boolean): Unit[] {
  const units: Unit[] = [];
  let heading: Line[] = [];
  let count = 0;
  for (const block of card.blocks) {
    if (block.type === 'divider') {
      units.push(...asUnit(heading), block);
      heading = [];
    } else if (block.type === 'actions') {
      units.push(...asUnit(heading), ...toControls(block.actions, count));
      count += block.actions.length;
      heading = [];
    } else if (block.type === 'heading') {
      heading.push(line(block.level === 1 ? '## ' : '### ', renderWords(block.text)));
    } else {
      // A heading stays with what it heads.
      units.push(
        ...asUnit([...heading, ...toLines(block, (inlines) => renderInlines(inlines, linkCitations))]),
      );
      heading = [];
    }
  }
  units.push(...asUnit(heading));
  const isEmpty = units.every((unit) => unit.type === 'divider');
  return isEmpty ? asUnit([line('', renderWords(card.summary || 'Nothing to show.'))]) : units;
}

function asUnit(lines: readonly Line[]): Unit[] {
  const some = lines.filter(({ pieces }) => pieces.length > 0);
  return some.length === 0 ? [] : [{ type: 'lines', lines: some }];
}

type Content = Exclude<Block, { type: 'heading' | 'divider' | 'actions' }>;

function toLines(block: Content, inline: (inlines: readonly Inline[]) => string[]): Line[] {
  switch (block.type) {
    case 'paragraph':
      return [line('', inline(block.inlines))];
    case 'note':
      return [line('-# ', inline(block.inlines))];
    case 'list':
      return block.items.map((item, index) => line(block.ordered ? `${index + 1}. ` : '- ', inline(item)));
    case 'quote': {
      const words = block.words.map((part) => cleanText(part).trim());
      const spoken = renderWords(`“${words.join('” … “')}”`);
      return [line('> ', spoken), line('> ', ['— ', ...inline(block.by)])];
    }
    case 'timeline':
      return block.entries.map(({ when, inlines }) =>
        line('- ', [...inline([strong(when)]), ' — ', ...inline(inlines)]),
      );
    case 'table':
      return block.rows.map((row) =>
        line(
          '- ',
          row.flatMap((cell, index) => [
            ...(index === 0 ? [] : [' · ']),
            ...inline([strong(`${block.columns[index] ?? ''}:`)]),
            ' ',
            ...inline(cell),
          ]),
        ),
      );
    case 'sources':
      return block.items.map((source) => line('-# ', sourcePieces(source)));
  }
}

function sourcePieces({ number, title, url, detail }: SourceItem): string[] {
  return [`\\[${number}] `, ...renderLink(title, url), ' · ', ...renderWords(detail)];
}

function strong(text: string): Inline {
  return { type: 'text', text, style: 'strong' };
}

function line(mark: string, pieces: readonly string[]): Line {
  const [first, ...others] = pieces.filter((piece) => piece !== '');
  return { mark, pieces: first === undefined ? [] : [escapeLineStart(first), ...others] };
}

function toControls(actions: readonly Action[], from: number): Unit[] {
  const choices = actions.map((action, index) => ({
    ...action,
    label: labelOf(action),
    number: from + index,
  }));
  const [type, size] =
    actions.length > MOST_BUTTONS
      ? (['menu', LIMITS.selectOptions.is] as const)
      : (['buttons', LIMITS.buttonsOfRow.is] as const);
  return Array.from({ length: Math.ceil(choices.length / size) }, (_, index) => ({
    type,
    choices: choices.slice(index * size, (index + 1) * size),
  }));
}

function labelOf({ label }: Action): string {
  return cut(cleanText(label).trim() || 'Open', LIMITS.buttonLabel.is);
}

/** Units in order, a new page where the next has no room; only what fits on no page is parted. */
function pack(units: readonly Unit[], first: Budget, other: Budget): Part[][] {
  const pages: Part[][] = [[]];
  const last = () => pages.at(-1) ?? [];
  const budget = () => (pages.length === 1 ? first : other);
  const fits = (page: readonly Part[], part: Part) => isWithin(append(page, part), budget());
  const put = (part: Part) => {
    pages[pages.length - 1] = append(last(), part);
  };
  for (const unit of units) {
    const part: Part =
      unit.type === 'lines' ? { type: 'text', text: unit.lines.map(textOf).join('\n') } : unit;
    if (!fits(last(), part) && last().length > 0 && isWithin([part], other)) pages.push([]);
    if (unit.type !== 'lines' || fits(last(), part)) {
      if (part.type !== 'divider' || last().length > 0) put(part);
      continue;
    }
    for (const [index, each] of unit.lines.entries()) {
      for (const text of partLine(each, room(last(), budget()), other.text)) {
        const isNew = index > 0 && last().at(-1)?.type === 'text' && fits(last(), { type: 'text', text });
        if (isNew) put({ type: 'text', text: `\n${text}` });
        else if (fits(last(), { type: 'text', text })) put({ type: 'text', text });
        else pages.push([{ type: 'text', text }]);
      }
    }
  }
  return pages.map((page) =>
    page.filter((part, index) => part.type !== 'divider' || index < page.length - 1),
  );
}

/** The page with the part behind it; texts that meet become one. A text that begins with a line break follows closely. */
function append(page: readonly Part[], part: Part): Part[] {
  const before = page.at(-1);
  if (part.type !== 'text' || before?.type !== 'text') return [...page, part];
  const gap = part.text.startsWith('\n') ? '' : '\n\n';
  return [...page.slice(0, -1), { type: 'text', text: before.text + gap + part.text }];
}

function isWithin(page: readonly Part[], budget: Budget): boolean {
  let [text, components, rows] = [0, 1, 0];
  for (const part of page) {
    components += 1;
    if (part.type === 'text') text += part.text.length;
    if (part.type !== 'buttons' && part.type !== 'menu') continue;
    rows += 1;
    components += part.type === 'buttons' ? part.choices.length : 1;
    text += part.choices.reduce((sum, { label }) => sum + label.length, 0);
  }
  return text <= budget.text && components <= budget.components && rows <= budget.rows;
}

function room(page: readonly Part[], budget: Budget): number {
  const used = page.reduce(
    (sum, part) =>
      sum +
      (part.type === 'text'
        ? part.text.length + 2
        : part.type === 'divider'
          ? 0
          : part.choices.length * LIMITS.buttonLabel.is),
    0,
  );
  return budget.text - used;
}

function textOf({ mark, pieces }: Line): string {
  return mark + pieces.join('');
}

/** The line whole where it fits somewhere, else in parts: the first for the room that is left, the others for a page each. */
function partLine(whole: Line, left: number, page: number): string[] {
  const text = textOf(whole);
  if (text.length <= page) return [text];
  const parts: string[] = [];
  let part = whole.mark;
  let limit = left > page / 4 ? left : page;
  for (const piece of whole.pieces) {
    if (part.length + piece.length > limit && part !== whole.mark) {
      parts.push(part.trimEnd());
      part = whole.mark;
      limit = page;
    }
    part += piece;
  }
  return [...parts, part.trimEnd()];
}

function withNote(page: Page, note: string): Page {
  return append(page, { type: 'text', text: `-# ${note}` });
}
