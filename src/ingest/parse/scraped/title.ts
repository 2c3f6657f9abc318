/** Which line is the title, and which paper it names beside it. */
import { isPersonName } from './byline.ts';
import type { Kind } from './classify.ts';
import type { Repeats } from './repeats.ts';
import { keyOf, type Unit } from './units.ts';

export interface Title {
  readonly title: string;
  /** Named behind the title: "… | The Coastal Courier". */
  readonly publisher: string | null;
}

/** A title stands among so many lines above the first paragraph, or nowhere. */
const HEAD = 40;
/** The one line above the first paragraph says what it is by standing there: a headline may share no word with its report. */
const ALONE = 1;
/** "LONDON (Agency) — ": how reports begin. */
const DATELINE = /^\p{Lu}{3}[\p{Lu} ,.]*[^—–-]{0,40}(?:\s[—–-]\s)/u;
/** "Image caption The mill burned", "Story highlights A mill burned": what such words head is a picture's, or a list. */
const LABELLED =
  /^(?:(?:Image|Media|Photo|Video) (?:caption|copyright|credit)|(?:Story h|H)ighlights(?! (?:of|from)\b))\b/;
/** More lines than this above the first paragraph are a menu. */
const MENU = 12;
const SEPARATOR = /\s+[|–—-]\s+|\s*[|·•]\s*/u;

/**
 * The title among the units before `end` (the first paragraph). A title is said twice, is said again with the name of
 * the paper behind it, shares words with the text, and comes early; one of these has to hold beyond coming first.
 */
export function findTitle(
  units: readonly Unit[],
  kinds: readonly Kind[],
  end: number,
  repeats: Repeats,
): Title | undefined {
  const body = new Set(
    units
      .slice(end)
      .flatMap((unit, index) => (kinds[end + index] === 'sentence' ? unit.key.split(' ').map(stem) : [])),
  );
  let best: { title: string; publisher: string | null; score: number } | undefined;
  let order = 0;
  // Where a menu stands above, the title is near its end.
  const head = units.slice(Math.max(0, end - HEAD), end);
  const first = end - head.length;
  const menu = head.filter((_, offset) => kinds[first + offset] === 'line').length > MENU;
  const lines = kinds.slice(0, end).filter((kind) => kind === 'line').length;
  for (const [offset, unit] of head.entries()) {
    const index = first + offset;
    const kind = kinds[index];
    if (kind !== 'line' && kind !== 'sentence') continue;
    const { title, publisher, said } = splitPublisher(unit, head);
    const words = keyOf(title).split(' ');
    if (words.length < 2 || words.length > 35 || isAlternativeText(title)) continue;
    if (kinds[index + 1] === 'credit' && units[index + 1]?.block === unit.block) continue;
    const twice = repeats.count(unit.key) > 1 || said ? 2 : 0;
    // A sentence with a full stop is a title only where it heads the page and comes again before any other sentence.
    if (/\.["”’]?$/.test(title) && (order > 0 || !isSaidAgainFirst(units, kinds, index))) continue;
    if (DATELINE.test(title) || LABELLED.test(title)) continue;
    const content = words.filter((word) => word.length > 3);
    const shared = content.filter((word) => body.has(stem(word))).length / (content.length + 1);
    // Among the lines of a menu a title is known by its length and by what it is about.
    if (menu && (words.length < 4 || shared < 0.25)) continue;
    const score =
      twice +
      3 * shared +
      Math.min(words.length, 8) / 4 -
      Math.min(order * 0.3, 1.2) -
      (unit.sentence ? 0.5 : 0) -
      (isPersonName(title) ? 1.5 : 0) +
      (index === 0 && lines === 1 && kind === 'line' ? ALONE : 0);
    order += 1;
    if (score > (best?.score ?? 1.2)) best = { title, publisher, score };
  }
  return best;
}

function isSaidAgainFirst(units: readonly Unit[], kinds: readonly Kind[], index: number): boolean {
  const next = units.findIndex((_, other) => other > index && kinds[other] === 'sentence');
  return next >= 0 && units[next]?.key === units[index]?.key;
}

/** "Title | Paper": taken apart at a bar, or where the title stands alone as well. */
function splitPublisher(unit: Unit, head: readonly Unit[]): Title & { said: boolean } {
  const text = unit.text;
  for (const other of head) {
    if (other === unit || other.key.length < 8 || !text.startsWith(other.text)) continue;
    const rest = text.slice(other.text.length);
    const separator = SEPARATOR.exec(rest);
    if (separator?.index === 0) {
      const named = rest.slice(separator[0].length).split(SEPARATOR).at(-1) ?? '';
      return { title: other.text, publisher: isPaperName(named) ? named : null, said: true };
    }
  }
  const bar = /^(.{10,}?)\s+\|\s+([^|]{2,50})$/u.exec(text);
  if (bar?.[1] !== undefined && bar[2] !== undefined && isPaperName(bar[2]))
    return { title: bar[1], publisher: bar[2], said: false };
  return { title: text, publisher: null, said: false };
}

/** One to six words, each with a capital but for small ones. */
export function isPaperName(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:\p{Lu}|\p{N})[\p{L}\p{N}.&’'-]*(?: (?:(?:\p{Lu}|\p{N})[\p{L}\p{N}.&’'-]*|of|the|and|for|in|&)){0,5}$/u.test(
      text,
    )
  );
}

/** A file name, or words as people type them into the field for alternative text. */
export function isAlternativeText(text: string): boolean {
  return (
    /\.(?:jpe?g|png|gif|webp|svg|avif)\b/i.test(text) ||
    /^(?:img|dsc|screenshot|screen shot)[-_ ]?\d/i.test(text) ||
    /^\p{Ll}[\p{Ll}\p{N} ,()_'’-]*$/u.test(text)
  );
}

/** Enough of a word to know it in another form: "vote", "voted". */
function stem(word: string): string {
  return word.slice(0, 5);
}
