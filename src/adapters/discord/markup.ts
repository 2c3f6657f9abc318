/** The only file that knows Discord's Markdown: words in, text out that shows these words and does nothing else. */
import type { Inline } from '../../chat/card.ts';
import { beginningOf, cleanText, webAddress } from '../../chat/plain.ts';
import { LIMITS } from './limits.ts';

/** Shows as nothing, and keeps Discord from reading two characters as one thing. */
export const GAP = '\u200B';

/** A longer word is no word; it may be parted, so that it fits somewhere. */
const LONGEST_WORD = 400;

/** Plain words may be parted into pieces of about this length. */
const SHORT_PIECE = 60;

/** Whatever `escapeText` could have to do with: most words have none of it. */
const SPECIAL = /[\\*_~|`<@[:]/;

/**
 * A bare address, which Discord takes for one token: a backslash in it would be a part of the address. It ends before
 * whatever could be read as anything else.
 */
const ADDRESS = /(https?:\/\/(?:(?!@(?:everyone|here))[^\s<>[\]\\*~|`])+)/i;

/**
 * What Discord reads as more than words in the text of a link. There a backslash is shown, and helps nothing; with a picture,
 * a mention or an address in it there is no link at all.
 * https://github.com/discord/discord-api-docs/issues/6185, https://github.com/LyricLy/parse-discord
 */
const UNFIT_FOR_LINK =
  /[\\*_~|`<]|\uFE0F|:\w+:|:\/\/|@(?:everyone|here)|discord(?:app)?\.|\p{Emoji_Presentation}|[^\P{Cf}]/iu;

/** Styled text and the text of links may be parted into pieces of about this length. */
const LONGEST_PIECE = 300;

/**
 * Text that shows as these words: no styles, no links, no mentions, no pictures. Mentions are parted by a gap besides being
 * escaped, since Discord looks for them in the raw text; `allowed_mentions` is the second lock.
 */
function escapeText(words: string): string {
  if (!SPECIAL.test(words)) return words;
  return words
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 0 ? escapePlain(part) : part))
    .join('');
}

function escapePlain(words: string): string {
  return words
    .replace(/[\\*_~|`<[]/g, '\\$&')
    .replace(/:(?=[a-z_]\w*:)/gi, '\\:')
    .replace(/@(?=everyone|here)/gi, `@${GAP}`)
    .replace(/<(?=[@#:/a-z])/gi, `<${GAP}`);
}

/** The first words of a line must not make it a heading, a list, a quotation or small print. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#>+-]|\d+(?=[.)](?:\s|$)))/, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}${GAP}` : `${space}\\${mark}`,
  );
}

/** A line of inlines as pieces that may be parted between each other, and never within. */
export function renderInlines(inlines: readonly Inline[], linkCitations: boolean): string[] {
  const pieces: string[] = [];
  for (const inline of inlines) {
    const next = renderInline(inline, linkCitations);
    const last = pieces.at(-1) ?? '';
    // "*a*" before "**b**" would be read as other marks, and a bare address takes in all that follows at once.
    if (/[*_]$/.test(last) && /^[*_]/.test(next[0] ?? '')) pieces.push(GAP);
    else if (/:\/\/\S*$/.test(last) && /^[*[]/.test(next[0] ?? '')) pieces.push(' ');
    pieces.push(...next);
  }
  return trimPieces(pieces);
}

/** Plain words as pieces. */
export function renderWords(words: string): string[] {
  return trimPieces(piecesOf(cleanText(words), SHORT_PIECE).map(escapeText));
}

/** Words that lead to an address; where they cannot, the link stands behind them. */
export function renderLink(text: string, url: string | undefined): string[] {
  const address = linkAddress(url);
  const words = cleanText(text).trim();
  const plain = () => piecesOf(words, SHORT_PIECE).map(escapeText);
  if (address === undefined) return plain();
  if (!mayBeLinked(words)) return [...plain(), `${words === '' ? '' : ' '}[link](<${address}>)`];
  return piecesOf(words, LONGEST_PIECE).map(
    (piece) => `[${piece.trim()}](<${address}>)${/\s$/.test(piece) ? ' ' : ''}`,
  );
}

/** Brackets in pairs are taken for words, unless the text is parted between them. */
function mayBeLinked(words: string): boolean {
  if (words === '' || UNFIT_FOR_LINK.test(words)) return false;
  return words.length <= LONGEST_PIECE
    ? !/[[\]]/.test(words.replace(/\[[^[\]]*\]/g, ''))
    : !/[[\]]/.test(words);
}

/** A name for a thread: one line, no markup, since Discord shows it as it is. */
export function plainName(words: string, longest: number): string {
  return cut(cleanText(words).trim(), longest);
}

/** Cut with an ellipsis, never inside of a character. */
export function cut(words: string, longest: number): string {
  return words.length <= longest ? words : `${beginningOf(words, longest - 1).trimEnd()}…`;
}

function renderInline(inline: Inline, linkCitations: boolean): string[] {
  switch (inline.type) {
    case 'text': {
      const mark = { strong: '**', emphasis: '*', none: '' }[inline.style ?? 'none'];
      const words = cleanText(inline.text);
      return mark === ''
        ? piecesOf(words, SHORT_PIECE).map(escapeText)
        : piecesOf(words, LONGEST_PIECE).map((piece) => styled(piece, mark));
    }
    case 'link':
      return renderLink(inline.text, inline.url);
    case 'citation': {
      const address = linkCitations ? linkAddress(inline.url) : undefined;
      return [address === undefined ? `\\[${inline.number}]` : `[[${inline.number}]](<${address}>)`];
    }
    case 'time': {
      const seconds = Math.floor(Date.parse(inline.instant) / 1000);
      const words = piecesOf(cleanText(inline.text), SHORT_PIECE).map(escapeText);
      return Number.isFinite(seconds) ? [`<t:${seconds}:f>`] : words;
    }
  }
}

/** Marks stand at words, not at spaces: "** a**" would be shown as it is. */
function styled(piece: string, mark: string): string {
  const words = piece.trim();
  if (words === '') return piece === '' ? '' : ' ';
  const [before, after] = [/^\s/.test(piece) ? ' ' : '', /\s$/.test(piece) ? ' ' : ''];
  // Where a style begins a line, what it begins with does, too.
  return `${before}${mark}${escapeLineStart(escapeText(words))}${mark}${after}`;
}

/** Only web addresses are linked; what could end the link early is percent-encoded. */
function linkAddress(url: string | undefined): string | undefined {
  const address = webAddress(url)?.replace(/[()<>\\|`*\s]/g, (char) =>
    encodeURIComponent(char) === char
      ? `%${char.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(char),
  );
  return address !== undefined && address.length <= LIMITS.url.is ? address : undefined;
}

/** Words with the space that follows them, joined until a piece is at least `wanted` long; all together they are `words`. */
function piecesOf(words: string, wanted: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of words.match(/\S+\s*|\s+/g) ?? []) {
    for (const part of word.length > LONGEST_WORD ? parts(word) : [word]) {
      piece += part;
      if (piece.length < wanted) continue;
      pieces.push(piece);
      piece = '';
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function parts(word: string): string[] {
  const points = [...word];
  return Array.from({ length: Math.ceil(points.length / LONGEST_WORD) }, (_, index) =>
    points.slice(index * LONGEST_WORD, (index + 1) * LONGEST_WORD).join(''),
  );
}

function trimPieces(pieces: readonly string[]): string[] {
  const trimmed = [...pieces];
  trimmed[0] = trimmed[0]?.trimStart() ?? '';
  const last = trimmed.length - 1;
  trimmed[last] = trimmed[last]?.trimEnd() ?? '';
  return trimmed.filter((piece) => piece !== '');
}
