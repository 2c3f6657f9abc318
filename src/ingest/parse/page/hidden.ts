/** Text that a reader of the page does not see is not read: it is old versions, tricks for search engines, or worse. */
import type { DomDocument, DomElement } from './dom.ts';

/** Nothing, in any unit, and nothing behind it. */
const NOTHING = String.raw`0(?:\.0+)?(?:[a-z]{2,3}|%)?(?=\s*(?:;|!|$))`;
/** The same as an argument of a function. */
const NONE = String.raw`\s*0(?:\.0+)?(?:[a-z]{2,3}|%)?\s*`;

/** What hides an element, each a property with its value. Lengths are bounded where a value may be anything. */
const WAYS: readonly (readonly [property: string, value: string])[] = [
  ['display', 'none'],
  ['visibility', '(?:hidden|collapse)'],
  ['content-visibility', 'hidden'],
  ['(?:opacity|font-size|scale|zoom)', NOTHING],
  ['filter', String.raw`[^;]{0,200}?\bopacity\(${NONE}\)`],
  ['clip', String.raw`rect\(\s*(?:0|1px)`],
  ['(?:-webkit-)?clip-path', String.raw`(?:circle|ellipse)\(${NONE}(?:\)|[\sa])`],
  ['(?:-webkit-)?clip-path', String.raw`polygon\((?:[0,\s%]|px){3,200}\)`],
  ['(?:-webkit-)?transform', String.raw`[^;]{0,200}?\bscale(?:[xy]|3d)?\(${NONE}[,)]`],
  ['(?:-webkit-)?transform', String.raw`[^;]{0,200}?\bscale\(\s*[\d.]{1,9}\s*,${NONE}\)`],
  ['(?:-webkit-)?transform', String.raw`[^;]{0,200}?\btranslate(?:[xy]|3d)?\([^;)]{0,40}?-\d{4,}`],
  ['text-indent', String.raw`-\d{3,}`],
  ['(?:left|top|right)', String.raw`-\d{4,}`],
];
const HIDING = new RegExp(
  String.raw`(?:^|[;\s{])(?:${WAYS.map(([property, value]) => String.raw`${property}\s*:\s*${value}`).join('|')})`,
  'i',
);
const ZERO = /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|em|rem)?(?=\s*(?:;|!|$))/i;
const INSET = /(?:^|[;\s{]|-webkit-)clip-path\s*:\s*inset\(([^;)]{0,80})/i;

function hides(style: string): boolean {
  if (HIDING.test(style) || isCutAway(style)) return true;
  if (ZERO.test(style) && /overflow(?:-[xy])?\s*:\s*hidden/i.test(style)) return true;
  const color = colorOf(style, /(?:^|[;\s])color\s*:\s*([^;!]+)/i);
  return color !== null && color === colorOf(style, /background(?:-color)?\s*:\s*([^;!]+)/i);
}

/** "inset(50%)", "inset(0 0 100% 0)": what is cut from two sides that face each other is all there is. */
function isCutAway(style: string): boolean {
  const inset = INSET.exec(style)?.[1]?.split('round', 1)[0];
  if (inset === undefined) return false;
  const shares = inset
    .trim()
    .split(/\s+/, 4)
    .map((side) => (side.endsWith('%') ? Number.parseFloat(side) : 0));
  const [top = 0, right = top, bottom = top, left = right] = shares;
  return top + bottom >= 100 || left + right >= 100;
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
