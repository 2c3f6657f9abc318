/** A sum is told whole: no "9 billion" of "R1.9 billion", no "496 crore" of "Rs 496 crore". */
import type { Span } from '../../article.ts';

/** The head of a number that the words begin within: "R1." before "9". */
const CUT =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{0,3}[$\u20ac\u00a3\u00a5\u20b9\u20a6\u20b5]?|\p{Lu}\p{Ll}?\p{Lu}?h?)\d[\d.,]*[.,]$/u;
/** A currency before its number: "Rs ", "KSh ", "US$", "R". */
const CURRENCY =
  /(?<![\p{L}\p{N}])(?:(?:Rs\.?|INR|USD|EUR|GBP|KSh|KES|USh|TSh|NGN|GHS|ZAR|AUD|NZD|CAD|AED|SAR|RM|Rp|PKR|Tk|BDT)\s?|(?:US|A|NZ|C|HK|S)[$]|\p{Lu}{0,3}[$\u20ac\u00a3\u00a5\u20b9\u20a6\u20b5]|[RN])$/u;

/** The words with what of their sum stands before them, not before `from`. */
export function wholeSum(text: string, { start, end }: Span, from: number): Span {
  if (!/^\d/.test(text.slice(start, end))) return { start, end };
  const cut = CUT.exec(text.slice(from, start))?.[0].length ?? 0;
  const currency = CURRENCY.exec(text.slice(from, start - cut))?.[0].length ?? 0;
  return { start: start - cut - currency, end };
}
