/** Pages: what stands in one message each, within a budget. */
import type { Action } from '../../chat/card.ts';
import { LIMITS } from './limits.ts';
import { type Line, partLine } from './lines.ts';

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

/** What stays on one page if it can. */
export type Unit =
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | Exclude<Part, { type: 'text' }>;

/** Units in order, a new page where the next has no room; only what fits on no page is parted. */
export function pack(units: readonly Unit[], budget: Budget): Part[][] {
  const pages: Part[][] = [[]];
  const last = () => pages.at(-1) ?? [];
  const fits = (page: readonly Part[], part: Part) => isWithin(append(page, part), budget);
  const put = (part: Part) => {
    pages[pages.length - 1] = append(last(), part);
  };
  for (const unit of units) {
    const part: Part =
      unit.type === 'lines' ? { type: 'text', text: unit.lines.map(({ text }) => text).join('\n') } : unit;
    if (!fits(last(), part) && last().length > 0 && isWithin([part], budget)) pages.push([]);
    if (unit.type !== 'lines' || fits(last(), part)) {
      const isIdle = part.type === 'divider' && [undefined, 'divider'].includes(last().at(-1)?.type);
      if (!isIdle) put(part);
      continue;
    }
    for (const [index, each] of unit.lines.entries()) {
      for (const text of partLine(each, room(last(), budget), budget.text)) {
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
    // Where there are no components, texts apart are joined by a blank line.
    if (part.type === 'text') text += part.text.length + 2;
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

/** The page with small print at its end. */
export function withNote(page: Page, note: string): Page {
  return append(page, { type: 'text', text: `-# ${note}` });
}
