/** Which line is the title, and which paper it names beside it. */
import type { Kind } from './classify.ts';
import type { Repeats } from './repeats.ts';
import { keyOf, type Unit } from './units.ts';

export interface Title {
  readonly title: string;
  /** Named behind the title: "… | The Coastal Courier". */
  readonly publisher: string | null;
}

/** A title stands among the first lines, or nowhere. */
const HEAD = 40;
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
  const head = units.slice(0, Math.min(end, HEAD));
  let best: { title: string; publisher: string | null; score: number } | undefined;
  let order = 0;
  for (const [index, unit] of head.entries()) {
    const kind = kinds[index];
    if (kind !== 'line' && kind !== 'sentence') continue;
    const { title, publisher, said } = splitPublisher(unit, head);
    const words = keyOf(title).split(' ');
    if (words.length < 2 || words.length > 35 || isAlternativeText(title)) continue;
    if (kinds[index + 1] === 'credit' && units[index + 1]?.block === unit.block) continue;
    const content = words.filter((word) => word.length > 3);
    const shared = content.filter((word) => body.has(stem(word))).length / Math.max(1, content.length);
    const twice = repeats.count(unit.key) > 1 || said ? 3 : 0;
    const score =
      twice + 2 * shared + Math.min(words.length, 8) / 4 - order * 0.5 - (unit.sentence ? 0.5 : 0);
    order += 1;
    if (score > (best?.score ?? 1.2)) best = { title, publisher, score };
  }
  return best;
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
