/** Where a document begins to say something: behind white space, comments and processing instructions. */

const BLANK = /\s*/y;
/** What is left out, by how it begins, and how it ends. */
const LEFT_OUT = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/**
 * The offset of what stands behind all that says nothing. It is walked through and not matched by one pattern: a pattern may end
 * a comment at any later "-->", and tries them all on a page that begins with many.
 */
export function endOfProlog(text: string): number {
  let at = endOfBlank(text, 0);
  for (;;) {
    const [start, end] = LEFT_OUT.find(([opening]) => text.startsWith(opening, at)) ?? [];
    if (start === undefined) return at;
    const close = text.indexOf(end, at + start.length);
    if (close < 0) return at;
    at = endOfBlank(text, close + end.length);
  }
}

function endOfBlank(text: string, from: number): number {
  BLANK.lastIndex = from;
  BLANK.test(text);
  return BLANK.lastIndex;
}
