/** Where words stand in a text as they are: "chair" is no part of "wheelchairs", nor "10" of "100", "2,010" or "10.5". */

const ENDS_IN_PART = /[\p{L}\p{N}]$|\d[.,]$/u;
const BEGINS_AS_PART = /^[\p{L}\p{N}]|^[.,]\d/u;

/** The places of words in a text, from one of its places on, in order. */
export function* placesOfWords(words: string, text: string, from = 0): Generator<number, void> {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (
      !ENDS_IN_PART.test(text.slice(Math.max(0, at - 2), at)) &&
      !BEGINS_AS_PART.test(text.slice(end, end + 2))
    )
      yield at;
  }
}

/** Whether words stand in a text as they are. */
export function isIn(words: string, text: string): boolean {
  return placesOfWords(words, text).next().done === false;
}

/** More characters than a few words of grammar have. */
const LONGEST_LEAD = 40;

/** What stands right before a place. A pattern that ends there reads a whole article in vain, once for each place. */
export const leadTo = (text: string, at: number): string => text.slice(Math.max(0, at - LONGEST_LEAD), at);
