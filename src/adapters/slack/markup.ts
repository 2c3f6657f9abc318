/** Text and inlines in Slack's three kinds of text. Escaping and disarming happen here and nowhere else. */
import type { RichTextElement } from '@slack/types';
import type { Inline } from '../../chat/card.ts';
import { cleanText, webAddress } from '../../chat/plain.ts';
import { limit } from './limits.ts';

/** Shows as "22 Nov, 08:00" in the reader's own zone. */
const DATE_FORMAT = '{date_short_pretty}, {time}';

/**
 * Text from outside as plain words: `<!channel>`, `<@U…>`, `<#C…|general>` lose what makes them commands. Rich text would
 * show them as they stand; the words beside it would not, and both are to say the same.
 */
export function plainWords(text: string): string {
  return cleanText(text)
    .replace(/<[!@#]([^<>|]*)(?:\|([^<>]*))?>/g, (_, name: string, label?: string) =>
      label ? label : name.replace(/\^/g, ' '),
    )
    .replace(/<(?=[!@#])/g, '‹');
}

/** Plain words for a mrkdwn text: the three characters that Slack reads are escaped. */
export function escapeWords(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An address that Slack takes in a link, or undefined. */
export function linkAddress(url: string | undefined): string | undefined {
  const address = webAddress(url)?.replace(/\|/g, '%7C').replace(/</g, '%3C').replace(/>/g, '%3E');
  return address !== undefined && address.length <= limit('url') ? address : undefined;
}

/** Inlines as elements of a rich text block, where nothing is read as markup. */
export function richElements(inlines: readonly Inline[]): RichTextElement[] {
  return inlines.flatMap((inline): RichTextElement[] => {
    const text = inline.type === 'citation' ? `[${inline.number}]` : plainWords(inline.text);
    if (text === '') return [];
    if (inline.type === 'time') return [dateElement(inline.instant, text)];
    const url = inline.type === 'text' ? undefined : linkAddress(inline.url);
    if (url !== undefined) return [{ type: 'link', url, text }];
    if (inline.type !== 'text' || !inline.style) return [{ type: 'text', text }];
    return [{ type: 'text', text, style: inline.style === 'strong' ? { bold: true } : { italic: true } }];
  });
}

function dateElement(instant: string, fallback: string): RichTextElement {
  const timestamp = Math.floor(Date.parse(instant) / 1000);
  return Number.isFinite(timestamp)
    ? { type: 'date', timestamp, format: DATE_FORMAT, fallback }
    : { type: 'text', text: fallback };
}

/** What an element says. */
export function elementWords(element: RichTextElement): string {
  if (element.type === 'text' || element.type === 'link') return element.text ?? '';
  return element.type === 'date' ? (element.fallback ?? '') : '';
}

/** Elements in runs of at most `max` characters; a text that is longer is parted between words. */
export function splitElements(elements: readonly RichTextElement[], max: number): RichTextElement[][] {
  const runs: RichTextElement[][] = [[]];
  let length = 0;
  for (const element of elements.flatMap((each) => splitElement(each, max))) {
    if (length + elementWords(element).length > max && length > 0) {
      runs.push([]);
      length = 0;
    }
    runs.at(-1)?.push(element);
    length += elementWords(element).length;
  }
  return runs.filter((run) => run.length > 0);
}

function splitElement(element: RichTextElement, max: number): RichTextElement[] {
  if (elementWords(element).length <= max || element.type === 'date') return [element];
  if (element.type !== 'text' && element.type !== 'link') return [element];
  return splitWords(element.text ?? '', max).map((text) => ({ ...element, text }));
}

/** A text in pieces of at most `max` characters, parted at white space where there is some. */
export function splitWords(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const space = rest.lastIndexOf(' ', max - 1);
    let end = space > max / 2 ? space + 1 : max;
    // Never between the halves of a character.
    if (/[\uD800-\uDBFF]/.test(rest.charAt(end - 1))) end -= 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? pieces : [...pieces, rest];
}
