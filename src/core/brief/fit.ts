/** Whether a sentence can stand in a brief at all. */
import type { Quote } from '../article.ts';
import { countWords, type Line } from './lines.ts';

const SHORTEST = 4;
const LONGEST = 90;
/** Calls to the reader, credits of pictures, notes of the publisher: of the page, not of the news. */
const OF_THE_PAGE =
  /\b(?:click here|sign up|subscribe|newsletter|follow (?:us|me|him|her) on|read more|see also|all rights reserved|advertisement|cookies?|related (?:video|story|stories|articles?|content)|check out|have a (?:great|nice|good) day|photo (?:by|credit)|getty images|file photo|share this|view all posts|terms of (?:use|service)|comments? (?:(?:for|on) this (?:post|article|story) )?(?:are|is) (?:now )?closed|push notifications?|just watched|replay more videos|story highlights|copyright|(?:published|broadcast),? (?:rewritten|broadcast|or redistributed)|updated? at|e-?mail (?:us|the author))\b|©|https?:\/\/|www\./i;

/** A whole sentence of readable length that says something. */
export function isFit(line: Line): boolean {
  return line.words >= SHORTEST && /[.!?…]["'”’)\]»]*$/.test(line.text) && isItem(line);
}

/** A line of a short note says something even where it is no whole sentence: "Two killed in Tarsu". */
export function isItem(line: Line): boolean {
  return line.words <= LONGEST && line.terms.length >= 2 && !OF_THE_PAGE.test(line.text);
}

/** A teaser that was cut: "The council will meet in…" */
const CUT = /(?:…|\.\.\.)["'”’)\]]*$/;
/** Who said something and no more: what was said stands before. */
const SAYS_NOTHING =
  /^[^,;:"“”]{2,60} (?:said|wrote|added|announced|told (?:reporters|journalists|the \p{L}+|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}))(?: (?:in|on|to|at|during) (?:[\p{L}-]+ ){0,3}[\p{L}-]+)?[.]$/u;

/** Words inside quotation marks. */
const QUOTED = /["“][^"”]*["”]?/g;
/** The writer's or the reader's own person; "US" is none. */
const SELF = /\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Yy]ou|[Yy]our|us|me|[Ll]et['’]s)\b/;

/** A fit sentence that is the article's own: not somebody's words, no question or call, not of the writer or the reader. */
export function isPlain(line: Line, quotes: readonly Quote[] = []): boolean {
  if (!isFit(line) || /[?!]["'”’)]*$/.test(line.text) || !/^["“‘'[]?[\p{Lu}\p{N}$€£(]/u.test(line.text))
    return false;
  if (
    /^["“]/.test(line.text) ||
    /^(?:\([a-z0-9]{1,3}\)|\d{1,2}[.)] |\d,\d )|^\([^()]*\)[.!]?$|^\([^()]*[.!]\)$/.test(line.text) ||
    CUT.test(line.text) ||
    SAYS_NOTHING.test(line.text) ||
    !isBalanced(line.text)
  )
    return false;
  if (/^['‘][^'’]{3,40}['’] ["“\p{Lu}]/u.test(line.text)) return false; // a heading run into its text
  const own = line.text.replace(QUOTED, '');
  return countWords(own) >= line.words / 2 && !SELF.test(own) && !isSpoken(line, quotes);
}

/** A quotation that begins or ends elsewhere leaves one mark alone. */
function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g);
}

/** Whether most of it lies in a direct quotation, which may run over several sentences. */
function isSpoken(line: Line, quotes: readonly Quote[]): boolean {
  let inside = 0;
  for (const { kind, content } of quotes)
    if (kind === 'direct')
      for (const { start, end } of content)
        inside += Math.max(0, Math.min(end, line.end) - Math.max(start, line.start));
  return inside > (line.end - line.start) / 2;
}
