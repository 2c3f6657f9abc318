/** Items of lists that are printed inside running text: "1) …", "(ii) …", "a. …", "• …". */
import { GAP, type Token } from './tokens.ts';

export interface ListItem {
  /** How it is printed: "1.", "(1)", "•". */
  readonly style: string;
  /** Its number; 0 for bullets. */
  readonly value: number;
  /** How many tokens the marker has. */
  readonly size: number;
}

const BULLETS = new Set(['\u2022', '\u2043', '\u25cf', '\u25aa', '\u25e6', '\u2023', '\u00b7']);
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/**
 * The list item that begins at token `at`, or null. With `previous`, only the item that follows it:
 * "2." after "1." in the same style, or another bullet.
 */
export function startsItem(tokens: readonly Token[], at: number, previous: ListItem | null): ListItem | null {
  const first = tokens[at];
  if (!first) return null;
  if (BULLETS.has(first.word)) {
    if (previous && previous.style !== first.word) return null;
    const inner = BULLETS.has(tokens[at + 1]?.word ?? '') ? null : startsItem(tokens, at + 1, null);
    return { style: first.word, value: 0, size: 1 + (inner?.size ?? 0) };
  }
  const opened = first.word === '(' ? 1 : 0;
  const label = tokens[at + opened];
  if (!label || (label.kind !== 'number' && label.kind !== 'word') || label.end - label.start > 4)
    return null;
  let end = at + opened + 1;
  let style = opened ? '(' : '';
  while (end < at + opened + 3 && /^[.)]$/.test(tokens[end]?.word ?? '') && tokens[end]?.gap === GAP.none) {
    style += tokens[end]?.word;
    end++;
  }
  const after = tokens[end];
  if (end === at + opened + 1 || !after || after.gap !== GAP.space) return null;
  if (opened && !style.endsWith(')')) return null;
  const numbering = label.kind === 'number' ? '1' : label.capital ? 'A' : 'a';
  for (const value of valuesOf(label)) {
    const item = { style: numbering + style, value, size: end - at };
    if (!previous) return after.capital || style.endsWith(')') ? item : null;
    if (
      previous.style === item.style &&
      value === previous.value + 1 &&
      (after.capital || style.endsWith(')'))
    )
      return item;
  }
  return null;
}

function valuesOf(label: Token): number[] {
  if (label.kind === 'number') return /^\d+$/.test(label.word) ? [Number(label.word)] : [];
  const values: number[] = [];
  const roman = ROMAN.indexOf(label.lower);
  if (roman >= 0) values.push(roman + 1);
  if (/^[a-z]$/.test(label.lower)) values.push(label.lower.charCodeAt(0) - 96);
  return values;
}
