/** Whether a sentence says that it counts or measures another thing than is asked about: "a similar 10-day drill". */

const OTHER = /\b(?:similar|previous|earlier|separate)(?: [\p{L}-]+){0,2}(?: of)? [$€£¥]?$/iu;
const ASKED = /\b(?:similar|previous|earlier|separate|before|other|(?:the|its|his|her|their|'s|’s) last)\b/i;

/**
 * Whether what stands behind is another one's, where the question does not ask for that.
 * @param before the sentence up to the number
 */
export const isOfAnother = (question: string, before: string): boolean =>
  OTHER.test(before) && !ASKED.test(question);
