/** Whether a sentence can stand in a brief at all. */
import type { Line } from './lines.ts';

const SHORTEST = 4;
const LONGEST = 90;
/** Calls to the reader, credits of pictures, notes of the publisher: of the page, not of the news. */
const OF_THE_PAGE =
  /\b(?:click here|sign up|subscribe|newsletter|follow (?:us|me|him|her) on|read more|see also|all rights reserved|advertisement|cookies?|photo (?:by|credit)|getty images|file photo|share this|view all posts|terms of (?:use|service)|story highlights|copyright|updated? at|e-?mail (?:us|the author))\b|©|https?:\/\/|www\./i;

/** A whole sentence of readable length that says something. */
export function isFit(line: Line): boolean {
  if (line.words < SHORTEST || line.words > LONGEST || line.terms.length < 2) return false;
  if (!/[.!?…]["'”’)\]»]*$/.test(line.text)) return false;
  return !OF_THE_PAGE.test(line.text);
}
