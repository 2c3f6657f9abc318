/** UTF-8 that somebody read as Windows-1252 or Latin-1 and wrote again: "donâ€™t" for "don’t". */
import { byteOfWindows1252 } from './bytes.ts';

/** Three characters for one dash, quotation mark, "…", "€" or "™": no language writes them. */
const CERTAIN =
  /\u00E2[\u0080\u20AC][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u2122]|\u00E2[\u0082\u201A]\u00AC|\u00E2[\u0084\u201E]\u00A2/;
/** … and two for one letter or sign of Latin-1, in a text that has the former too. */
const GARBLED = new RegExp(
  `${CERTAIN.source}|[\u00C2\u00C3][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u2122]`,
  'g',
);

/** The text as it was meant; one without such characters stays as it is. */
export function repairMojibake(text: string): string {
  if (!CERTAIN.test(text)) return text;
  return text.replace(GARBLED, (garbled) => {
    const bytes = Uint8Array.from(garbled, byteOfWindows1252);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return garbled;
    }
  });
}
