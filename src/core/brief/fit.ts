/** Whether a sentence can stand in a brief at all. */
import { countWords, type Line } from './lines.ts';

const SHORTEST = 4;
const LONGEST = 90;
/** Calls to the reader, credits of pictures, notes of the publisher: of the page, not of the news. */
const OF_THE_PAGE =
  /\b(?:click here|sign up|subscribe|newsletter|follow (?:us|me|him|her) on|read more|see also|all rights reserved|advertisement|cookies?|photo (?:by|credit)|getty images|file photo|share this|view all posts|terms of (?:use|service)|story highlights|copyright|(?:published|broadcast),? (?:rewritten|broadcast|or redistributed)|updated? at|e-?mail (?:us|the author))\b|©|https?:\/\/|www\./i;

/** A whole sentence of readable length that says something. */
export function isFit(line: Line): boolean {
  if (line.words < SHORTEST || line.words > LONGEST || line.terms.length < 2) return false;
  if (!/[.!?…]["'”’)\]»]*$/.test(line.text)) return false;
  return !OF_THE_PAGE.test(line.text);
}

/** Words inside quotation marks. */
const QUOTED = /["“][^"”]*["”]?/g;

/** A fit sentence that is the article's own: not mostly somebody's words, no question, not of the writer or the reader. */
export function isPlain(line: Line): boolean {
  if (!isFit(line) || /[?!]["'”’)]*$/.test(line.text)) return false;
  const own = line.text.replace(QUOTED, '');
  return (
    countWords(own) >= line.words / 2 &&
    !/\b(?:I|we|my|our|you|your|let['’]s)\b/.test(own) &&
    !/^["“]/.test(line.text)
  );
}
