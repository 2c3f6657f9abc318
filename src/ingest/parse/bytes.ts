/** The bytes of a file as text. */

/** Undefined where the bytes are no text. UTF-8, UTF-16 with its mark, and Windows-1252 for what is no UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const mark = bytes.subarray(0, 2);
  if (mark[0] === 0xff && mark[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark[0] === 0xfe && mark[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isBinary(bytes)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What stands for 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** By hand, since the decoder of Node 20 to 23 gives control characters for the quotation marks of this encoding. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** The byte that a character stands for there; 0 for one that has none. */
export function byteOfWindows1252(character: string): number {
  const code = character.charCodeAt(0);
  if (code <= 0xff) return code;
  const at = WINDOWS_1252.indexOf(character);
  return at < 0 ? 0 : at + 0x80;
}

/** A zero byte, or more control characters than text has. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) controls += 1;
  return controls > bytes.length / 50;
}
