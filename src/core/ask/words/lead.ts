/** What stands right before a place. A pattern that ends there reads a whole article in vain, once for each place. */

/** More characters than a few words of grammar have. */
const LONGEST = 40;

export const leadTo = (text: string, at: number): string => text.slice(Math.max(0, at - LONGEST), at);
