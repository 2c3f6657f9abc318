/** Text that a reader of the page does not see is not read: it is old versions, tricks for search engines, or worse. */
import type { DomDocument, DomElement } from './dom.ts';

const HIDING =
  /(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?(?=\s*(?:;|!|$))|font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?(?=\s*(?:;|!|$))|clip\s*:\s*rect\(\s*(?:0|1px)|text-indent\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{4,})/i;
const ZERO = /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|em|rem)?(?=\s*(?:;|!|$))/i;

function hides(style: string): boolean {
  if (HIDING.test(style)) return true;
  if (ZERO.test(style) && /overflow(?:-[xy])?\s*:\s*hidden/i.test(style)) return true;
  const color = colorOf(style, /(?:^|[;\s])color\s*:\s*([^;!]+)/i);
  return color !== null && color === colorOf(style, /background(?:-color)?\s*:\s*([^;!]+)/i);
}

const NAMES: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  'rgb(255,255,255)': '#ffffff',
  'rgb(0,0,0)': '#000000',
};

function colorOf(style: string, property: RegExp): string | null {
  const value = property.exec(style)?.[1]?.replace(/\s+/g, '').toLowerCase();
  if (value === undefined || value === '' || value === 'inherit' || value === 'transparent') return null;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(value);
  return short === null
    ? (NAMES[value] ?? value)
    : `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
}

/** Classes and ids that a style sheet in the page hides by a selector of their own. Rules for print and small screens do not count. */
function hiddenNames(document: DomDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const style of document.querySelectorAll('style')) {
    for (const [selectors, declarations] of parseRules(style.textContent ?? '')) {
      if (!hides(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const name = selector.trim();
        if (/^[.#][\w-]+$/.test(name)) names.add(name);
      }
    }
  }
  return names;
}

/** The rules of a style sheet that stand in no block such as `@media`. Linear, whatever the sheet holds. */
function* parseRules(css: string): Generator<[selectors: string, declarations: string]> {
  let depth = 0;
  for (const piece of css.split('}')) {
    const opened = piece.split('{');
    const [selectors = '', declarations = ''] = opened.map((part) => part.slice(part.lastIndexOf('*/') + 1));
    if (depth === 0 && opened.length === 2) yield [selectors.replace(/^\//, ''), declarations];
    depth = Math.max(0, depth + opened.length - 2);
  }
}

function isHidden(element: DomElement, names: ReadonlySet<string>): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  const style = element.getAttribute('style');
  if (style !== null && hides(style)) return true;
  if (names.size === 0) return false;
  const id = element.getAttribute('id');
  if (id !== null && names.has(`#${id}`)) return true;
  const classes = element.getAttribute('class');
  return classes?.split(/\s+/).some((name) => names.has(`.${name}`)) ?? false;
}

/**
 * Takes hidden elements out of the document. One that holds most paragraphs of the page stays: pages hide their text
 * until a script shows it.
 */
export function removeHidden(document: DomDocument): void {
  const names = hiddenNames(document);
  const paragraphs = [...document.querySelectorAll('p')].length;
  const hidden = [...document.querySelectorAll('body *')].filter((element) => isHidden(element, names));
  for (const element of hidden) {
    if ([...element.querySelectorAll('p')].length * 2 <= paragraphs) element.remove();
  }
}
