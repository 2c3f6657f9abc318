/**
 * The lines and paragraphs of scraped text, as units that can be kept or dropped whole.
 *
 * Scraped text comes in three manners: paragraphs between blank lines (and other things between single line breaks),
 * one paragraph a line, and lines wrapped at a width. A page may also have lost the breaks between its parts, so that
 * they are glued together ("Town bans leaf blowersBy Rosa").
 */
import { MONTH } from '../../../core/text/calendar.ts';

export interface Unit {
  /** Verbatim, without white space around it; line breaks of wrapped lines and runs of spaces are single spaces. */
  readonly text: string;
  /** Number of the block (lines without a blank line between them) that it stands in. */
  readonly block: number;
  readonly words: number;
  /** Ends as a sentence does. */
  readonly sentence: boolean;
  /** Its letters and digits in lower case, words apart by single spaces: equal for texts that differ in punctuation. */
  readonly key: string;
}

/** A mark, perhaps with closing quotation marks and brackets, perhaps with a smiley. */
const SENTENCE_END = /[.!?…。！？؟।][\p{Pe}\p{Pf}"'’»)\]]{0,3}(?: ?\p{Extended_Pictographic}\uFE0F?){0,3}$/u;

/** Every line as the units that it holds, in order. Linear in the length of the text. */
export function parseUnits(text: string): Unit[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim().replace(/\s{2,}/g, ' '));
  const wrapped = findWrapWidth(lines);
  const units: Unit[] = [];
  let block = 0;
  let open = '';
  const close = () => {
    for (const part of splitGlued(open)) units.push(buildUnit(part, block));
    open = '';
  };
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      close();
      block += 1;
      continue;
    }
    open = open === '' ? line : `${open} ${line}`;
    if (!goesOn(line, lines[index + 1] ?? '', wrapped)) close();
  }
  close();
  return units;
}

function buildUnit(text: string, block: number): Unit {
  return {
    text,
    block,
    words: countWords(text),
    sentence: isSentenceEnd(text),
    key: keyOf(text),
  };
}

/** By white space; scripts without it are counted as two characters a word. */
function countWords(text: string): number {
  const characters =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? [];
  return text.split(/\s+/).length + (characters.length >> 1);
}

/** True for text that ends as a sentence does. */
export function isSentenceEnd(text: string): boolean {
  return SENTENCE_END.test(text.slice(-16));
}

/** The letters and digits of a text in lower case, words apart by single spaces. */
export function keyOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

/** Does the paragraph go on in the next line? */
function goesOn(line: string, next: string, width: number | null): boolean {
  if (next === '') return false;
  if (width !== null) return isFull(line, next, width);
  // A single break inside a sentence (from a <br>): only where both sides show it.
  return (
    /(,|\s(the|a|an|of|and|or|to|in|on|for|with|that|by|from|at))$/i.test(line.slice(-8)) &&
    /^\p{Ll}/u.test(next)
  );
}

/** Would the next line's first word not have fitted any more? Wrapping tools differ by a few characters. */
function isFull(line: string, next: string, width: number): boolean {
  const first = next.split(' ', 1)[0] ?? '';
  return line.length + 1 + first.length > width - 6;
}

/**
 * The width at which the lines are wrapped, or null where a line is a paragraph. Wrapped text has no long lines, most of
 * its breaks come where the next word would not have fitted, and most of those are inside sentences.
 */
function findWrapWidth(lines: readonly string[]): number | null {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  if (width < 40 || width > 130) return null;
  let breaks = 0;
  let full = 0;
  let inside = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (line === '' || next === '') continue;
    breaks += 1;
    if (!isFull(line, next, width)) continue;
    full += 1;
    if (!isSentenceEnd(line)) inside += 1;
  }
  return full >= 3 && full >= breaks * 0.6 && inside >= full * 0.5 ? width : null;
}

/** What pages put between their parts. Words that are also part of names (FingerPrint) count before a capital only. */
const PARTS =
  'By (?=\\p{Lu})|(?:Advertisement|ADVERTISEMENT|View all|Read more|READ MORE|Photo by|Getty Images|Sign up|Copyright|©|Filed under|Tags:|Leave a|Follow us|About the author|Pin It|Our Books|Log in|Most read|Skip to)(?!\\p{Ll})|(?:Published|Posted|Updated|Share|Tweet|Email|Print|Related|Comments|Subscribe)(?=$|:| ?\\p{Lu})';
const GLUED = new RegExp(
  `(?<=[\\p{Ll}\\d.!?”"’)])(?=${PARTS})|(?<=\\p{Ll})(?=${MONTH}\\.? \\d{1,2},? \\d{4})|(?<= (?:19|20)\\d\\d)(?=\\p{Lu}\\p{Ll})`,
  'u',
);
/** The end of a sentence with the next one stuck to it: "ended.The next". Names such as Booking.Com have no space after. */
const STUCK = /(?<=\p{Ll}{3}[.!?][”"’]?)(?=[“"‘]?\p{Lu}\p{Ll}* \p{L}+)/u;

/** A line at the places where two parts of a page were glued together. */
function splitGlued(line: string): string[] {
  if (line === '') return [];
  return line
    .split(GLUED)
    .flatMap((part) => (part.length > 300 ? part.split(STUCK) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
