/** Lines of the page between the paragraphs of an article: links to others, captions, headings. They bring nobody in. */
import { GAP, type Token } from '../tokens.ts';

/** A longer line is text. */
const LONGEST = 30;
/** Without a full stop at its end so short a line is a heading. */
const LONGEST_HEADING = 20;

/** What a link or a caption calls itself, before a colon or in capitals. */
const LABELS = new Set(
  `analysis|opinion|comment|related|related story|related stories|related video|related coverage|watch|listen|read|read more|read also|also read|see also|more
  |photo|photos|picture|pictures|in pictures|video|gallery|live|live updates|explainer|explained|fact check|recommended|poll|map|graphic|interactive|file|file photo
  |don't miss|podcast|podcasts|source|image|just watched|from the archive`
    .split('|')
    .map((label) => label.trim()),
);
/** What calls upon readers goes on in small letters: "WATCH how it sank". Another word may be the first of a paragraph, "POLL workers". */
const CALLS = /^(?:watch|listen|read|see|also)\b/;
/** These tell a caption by themselves: "Image copyright Reuters". */
const CAPTIONS = /^(?:image|media) (?:caption|copyright)$/;
const LONGEST_LABEL = 3;

/** Whether a token stands in the paragraph of a link or a caption. */
export function isLinkAt(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (first > 0 && at - first <= LONGEST && (tokens[first]?.gap ?? 0) < GAP.paragraph) first--;
  return isLink(tokens, first, paragraphEnd(tokens, at, LONGEST + 1));
}

/** Whether the tokens of a paragraph, half-open, are a link or a caption that says so itself ("Analysis: …"), or a crosshead. */
function isLink(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > LONGEST) return false;
  if (isCrosshead(tokens, first, last)) return true;
  let label = '';
  for (let i = first; i < Math.min(last, first + LONGEST_LABEL); i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') return false;
    label = label === '' ? token.lower : `${label} ${token.lower}`;
    if (CAPTIONS.test(label)) return true;
    if (!LABELS.has(label)) continue;
    const next = tokens[i + 1];
    if (i + 1 >= last || next?.word === ':') return true;
    const isLoud = token.word === token.word.toUpperCase() && next?.word !== next?.word.toUpperCase();
    if (isLoud && (next?.capital || CALLS.test(label))) return true;
  }
  return false;
}

/** Most words of a crosshead. */
const CROSSHEAD = 6;

/** What stands before who took a picture, at the end of its caption. */
const CREDITS = new Set(['photograph', 'photographs', 'photo', 'photos', 'picture', 'pictures', 'image']);
/** A caption is no longer, and neither is a credit. */
const LONGEST_CAPTION = 90;
const LONGEST_CREDIT = 14;

/** Whether a paragraph ends with who took its picture: "The mill at night. Photograph: Ada Byron / The Herald". */
function isCredited(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > LONGEST_CAPTION) return false;
  for (let i = last - 3; i >= Math.max(first, last - LONGEST_CREDIT); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') return false;
    if (token.capital && CREDITS.has(token.lower) && tokens[i + 1]?.word === ':' && tokens[i + 2]?.capital)
      return true;
  }
  return false;
}

/** Whether a paragraph is nothing but a few words in quotation marks: "‘Security failure’". */
function isCrosshead(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > CROSSHEAD + 2 || tokens[first]?.kind !== 'mark' || tokens[last - 1]?.kind !== 'mark')
    return false;
  for (let i = first + 1; i < last - 1; i++) if (tokens[i]?.kind !== 'word') return false;
  return true;
}

/** Whether a paragraph is a heading: short, without an end and without anybody's words. */
function isHeading(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > LONGEST_HEADING || tokens[last - 1]?.kind !== 'word') return false;
  for (let i = first; i < last; i++)
    if (tokens[i]?.kind === 'mark' || tokens[i]?.kind === 'end') return false;
  return true;
}

/** Where the paragraph ends that holds a token, looked for so far. */
function paragraphEnd(tokens: readonly Token[], at: number, most = tokens.length): number {
  let end = at + 1;
  while (end < tokens.length && end - at < most && (tokens[end]?.gap ?? 0) < GAP.paragraph) end++;
  return end;
}

/** 1 for each token of a link, a caption or a heading. What the text begins with is none. */
export function findAsides(tokens: readonly Token[]): Uint8Array {
  const asides = new Uint8Array(tokens.length);
  for (let first = paragraphEnd(tokens, 0); first < tokens.length; ) {
    const last = paragraphEnd(tokens, first);
    if (isLink(tokens, first, last) || isHeading(tokens, first, last) || isCredited(tokens, first, last))
      asides.fill(1, first, last);
    first = last;
  }
  return asides;
}
