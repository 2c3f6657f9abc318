/** Bytes of the web into text: the encoding that is declared in the byte order mark, in HTTP, or in the document, or that fits. */
import { decodeWindows1252 } from '../parse/bytes.ts';
import { repairMojibake } from '../parse/mojibake.ts';

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How far into a document a declaration of its encoding is looked for. */
const HEAD = 2048;

/**
 * The text of a feed or page. A declared encoding that is unknown, or plainly wrong, is passed over; what is not valid
 * UTF-8 and declares nothing is read as Windows-1252, as browsers do. Never throws.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null = null): string {
  return repairMojibake(decodeAsDeclared(bytes, contentType));
}

function decodeAsDeclared(bytes: Uint8Array, contentType: string | null): string {
  const mark = MARKS.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return decodeAs(bytes, mark[1]) ?? '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (/^<\0\?\0|^\{\0/.test(head)) return decodeAs(bytes, 'utf-16le') ?? '';
  if (/^\0<\0\?|^\0\{/.test(head)) return decodeAs(bytes, 'utf-16be') ?? '';
  const declared = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1],
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1],
  ];
  for (const label of declared) {
    const text = label === undefined || /^utf-?16/i.test(label) ? null : decodeAs(bytes, label);
    // UTF-8 shows whether it is meant; other encodings read anything.
    if (text !== null && (!/^utf-?8$/i.test(label ?? '') || isClean(text))) return text;
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  return isClean(utf8) ? utf8 : decodeWindows1252(bytes);
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return null; // an encoding that nobody knows
  }
}

/** Few enough replacement characters: a text in UTF-8 with a damaged place, and not one in another encoding. */
function isClean(text: string): boolean {
  const broken = text.split('\uFFFD').length - 1;
  if (broken === 0) return true;
  const foreign = (text.match(/[^\0-\u007F]/g) ?? []).length - broken;
  return foreign > broken;
}
