/** Whether a sentence can stand in a brief at all. */
import type { Quote } from '../../article.ts';
import { countWords, type Line } from '../lines.ts';
import { isOfThePage, QUOTED, SELF } from './page.ts';

const SHORTEST = 4;
const LONGEST = 90;
/** A row of a table, or a bar of links. */
const ROW = / \| /;

/** A whole sentence of readable length that says something. */
export function isFit(line: Line): boolean {
  return (
    line.words >= SHORTEST && !ROW.test(line.text) && /[.!?…]["'”’)\]»]*$/.test(line.text) && isItem(line)
  );
}

/** A line of a short note says something even where it is no whole sentence: "Two killed in Tarsu". */
export function isItem(line: Line): boolean {
  return line.words <= LONGEST && line.terms.length >= 2 && !isOfThePage(line);
}

/** A teaser that was cut: "The council will meet in…" */
const CUT = /(?:…|\.\.\.)["'”’)\]]*$/;
/** Who said something and no more: what was said stands before. */
const SAYS_NOTHING =
  /^[^,;:"“”]{2,60} (?:said|wrote|added|announced|told (?:reporters|journalists|the \p{L}+|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}))(?: (?:in|on|to|at|during) (?:[\p{L}-]+ ){0,3}[\p{L}-]+)?[.]$/u;

/** "A message left for Lund was not returned.", "The Herald has asked the shop for comment.": of the work of the writer, where that is all. */
const NOT_REACHED =
  /\b(?:could not(?: immediately)? be reached|(?:did|do|does|was|were|had)(?: not|n['’]t)(?: immediately| yet)? (?:return|respond|reply|returned|available for comment|immediately available)|not immediately returned)\b.*\b(?:calls?|messages?|e-?mails?|requests?|comment|inquir(?:y|ies)|reached|questions)\b|\b(?:messages?|e-?mails?|calls?|requests?)\b[^.]{0,80}(?:\bnot|n['’]t)(?: been)?(?: immediately)? (?:returned|answered)\b/i;
const NO_COMMENT =
  /\b(?:declined|refused) (?:to|further|for|any) ?(?:further )?comment\b|\b(?:has|have) (?:requested|sought|asked|contacted|reached out to)\b.*\bcomment\b/i;
const ALL_THERE_IS = 25;

function isOfTheWriting({ text, words }: Line): boolean {
  return words <= ALL_THERE_IS && (NOT_REACHED.test(text) || NO_COMMENT.test(text));
}

/** A fit sentence that is the article's own: not somebody's words, no question or call, not of the writer or the reader. */
export function isPlain(line: Line, quotes: readonly Quote[] = []): boolean {
  if (!isFit(line) || /[?!]["'”’)\]]*$/.test(line.text) || !/^["“‘'[]?[\p{Lu}\p{N}$€£(]/u.test(line.text))
    return false;
  if (
    /^["“]/.test(line.text) ||
    /^(?:\([a-z0-9]{1,3}\)|\[\d{1,3}\]|\d{1,2}[.)/] |\d,\d )|^\([^()]*\)[.!]?$|^\([^()]*[.!]\)$|^\[[^[\]]*\]$/.test(
      line.text,
    ) ||
    CUT.test(line.text) ||
    SAYS_NOTHING.test(line.text) ||
    isOfTheWriting(line) ||
    !isBalanced(line.text)
  )
    return false;
  if (/^['‘][^'’]{3,40}['’] ["“\p{Lu}]/u.test(line.text)) return false; // a heading run into its text
  const own = line.text.replace(QUOTED, '');
  return countWords(own) >= line.words / 2 && !SELF.test(own) && !isSpoken(line, quotes);
}

/** A quotation or a remark that begins or ends elsewhere leaves one mark alone. */
function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g) && count(/\(/g) === count(/\)/g);
}

/** Whether most of it lies in a direct quotation, or one is cut by its end: a quotation may run over several sentences. */
function isSpoken(line: Line, quotes: readonly Quote[]): boolean {
  let inside = 0;
  for (const { kind, content } of quotes)
    if (kind === 'direct')
      for (const { start, end } of content) {
        if (start > line.start && start < line.end && end > line.end) return true;
        inside += Math.max(0, Math.min(end, line.end) - Math.max(start, line.start));
      }
  return inside > (line.end - line.start) / 2;
}
