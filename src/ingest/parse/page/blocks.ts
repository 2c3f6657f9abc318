/** The text of a part of a page as blocks: what a reader sees as paragraphs, headings, items of lists. */
import { type DomElement, type DomNode, isElement, nameOf } from './dom.ts';

/** A paragraph-like run of text with what its markup tells about it. */
export interface Block {
  /** White space made even; line breaks are blocks of their own. */
  readonly text: string;
  /** The nearest block element, lower case: p, li, h2, figcaption, td … */
  readonly tag: string;
  /** Characters of the text that stand in links. */
  readonly linked: number;
  /** Characters of the text that stand in bold or italic type. */
  readonly marked: number;
  /** The elements around it, innermost first. */
  readonly context: readonly Around[];
  /** The element that holds it. */
  readonly element: DomElement;
}

interface Around {
  readonly tag: string;
  /** Its classes and id, lower case. */
  readonly names: string;
  /** The part of all text that stands in it, from 0 to 1. */
  readonly share: number;
}

const SKIPPED = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button input select textarea nav head title link meta'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const MARKS = new Set(['b', 'strong', 'i', 'em']);

/** A raised number that leads to a footnote; "10⁶ m²" is none. */
function isNoteMark(element: DomElement): boolean {
  if (nameOf(element) !== 'sup') return false;
  const text = (element.textContent ?? '').trim();
  // "[3]", and ":p. 7" behind it.
  if (/^(?:\[\w{1,3}\]|:\s*(?:pp?\.\s*)?\d[\d–, -]*)$/.test(text)) return true;
  const leads = element.querySelector('a')?.getAttribute('href')?.startsWith('#') ?? false;
  return leads && text.length <= 3;
}

/** The blocks inside an element, in order. Walks without recursion, so that deep nesting cannot overflow the stack. */
export function parseBlocks(root: DomElement): Block[] {
  const blocks: Block[] = [];
  const holders: DomElement[] = [root];
  let [text, linked, marked, links, marks] = ['', 0, 0, 0, 0];

  const flush = (): void => {
    const squeezed = text.replace(/\s+/g, ' ').trim();
    const holder = holders.at(-1) ?? root;
    if (squeezed !== '') {
      const within = (count: number): number => Math.min(count, squeezed.length);
      blocks.push({
        text: squeezed,
        tag: nameOf(holder),
        linked: within(linked),
        marked: within(marked),
        context: [],
        element: holder,
      });
    }
    [text, linked, marked] = ['', 0, 0];
  };
  const enter = (element: DomElement): void => {
    const name = nameOf(element);
    if (name === 'img') text += ' ';
    if (name === 'a') links += 1;
    if (MARKS.has(name)) marks += 1;
    if (!BLOCKS.has(name)) return;
    flush();
    if (name !== 'br' && name !== 'hr') holders.push(element);
  };
  const leave = (element: DomElement): void => {
    const name = nameOf(element);
    if (name === 'a') links -= 1;
    if (MARKS.has(name)) marks -= 1;
    if (!BLOCKS.has(name) || name === 'br' || name === 'hr') return;
    flush();
    holders.pop();
  };

  let node: DomNode | null = root.firstChild;
  while (node !== null) {
    let down: DomNode | null = null;
    if (node.nodeType === 3) {
      const data = node.textContent ?? '';
      text += data;
      const length = data.trim().length;
      if (links > 0) linked += length;
      if (marks > 0) marked += length;
    } else if (isElement(node) && !SKIPPED.has(nameOf(node)) && !isNoteMark(node)) {
      enter(node);
      down = node.firstChild;
      if (down === null) leave(node);
    }
    while (down === null && node !== null) {
      if (node.nextSibling !== null) down = node.nextSibling;
      else {
        node = node.parentNode;
        if (node === root || node === null) node = null;
        else if (isElement(node)) leave(node);
      }
    }
    node = down;
  }
  flush();
  return withContext(joinRows(blocks), root);
}

/** A cell of figures is no longer; a layout made of tables has paragraphs in its cells. */
const LONGEST_CELL = 60;
const CELL = /^t[dh]$/;

const rowOf = ({ tag, element }: Block): DomElement | null => (CELL.test(tag) ? element.parentElement : null);

/** The rows of tables as a line each, "Net sales | 12 | 14": a cell by itself says nothing. */
function joinRows(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const row = rowOf(block);
    const last = joined.at(-1);
    const isSame = row !== null && last !== undefined && last.element === row;
    if (isSame) joined[joined.length - 1] = withCell(last, block);
    else joined.push(row === null || !isRow(row) ? block : { ...block, tag: 'tr', element: row });
  }
  return joined;
}

/** A quotation mark that a page draws in a cell of its own. */
const DRAWN = /^["“”„«»‘’]+$/;

function withCell(row: Block, { text, linked, marked }: Block): Block {
  return {
    ...row,
    text: [row.text, text].filter((cell) => !DRAWN.test(cell)).join(' | ') || text,
    linked: row.linked + linked,
    marked: row.marked + marked,
  };
}

/** Several short cells, and no other blocks in them. */
function isRow(row: DomElement): boolean {
  const cells = [...row.children];
  return (
    nameOf(row) === 'tr' &&
    cells.filter(({ textContent }) => (textContent ?? '').trim() !== '').length > 1 &&
    cells.every(
      (cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim().length <= LONGEST_CELL &&
        [...cell.children].every((inner) => !BLOCKS.has(nameOf(inner))),
    )
  );
}

/** How far up the markup around a block tells something about it. */
const REACH = 6;

function withContext(blocks: readonly Block[], root: DomElement): Block[] {
  const lengths = new Map<DomElement, number>();
  let total = 0;
  for (const { text, element } of blocks) {
    total += text.length;
    for (const outer of around(element, root)) lengths.set(outer, (lengths.get(outer) ?? 0) + text.length);
  }
  const known = new Map<DomElement, Around>();
  const describe = (element: DomElement): Around => {
    const found = known.get(element) ?? {
      tag: nameOf(element),
      names: ` ${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} `.toLowerCase(),
      share: (lengths.get(element) ?? 0) / total,
    };
    known.set(element, found);
    return found;
  };
  return blocks.map((block) => ({ ...block, context: around(block.element, root).map(describe) }));
}

function around(element: DomElement, root: DomElement): DomElement[] {
  const elements: DomElement[] = [];
  for (
    let at: DomElement | null = element;
    at !== null && at !== root && elements.length < REACH;
    at = at.parentElement
  ) {
    elements.push(at);
  }
  return elements;
}
