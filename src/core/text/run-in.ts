/** A caption or a headline that lost its line break and runs into the sentence behind it. */

/** "Saved from the sea The crew of the ferry was …" */
const STARTS = /(?<=\s(\S+)) The (?=\p{Ll}[\p{Ll}-]* )/gu;
/** A heading has at least so many words. */
const HEADING = 3;
/** Behind these "The" goes on: "a film called The hour". */
const GOES_ON =
  /^(?:an?|the|of|in|on|at|to|by|for|from|with|and|or|as|that|than|is|was|called|titled|named|entitled|film|movie|book|novel|song|album|show|series|play|band|group|magazine|newspaper)$/;
/** Behind these a caption follows, or what the page says of it. */
const OF_THE_PAGE =
  /^(?:captions?|stor(?:y|ies)|images?|photos?|pictures?|views?|video|credits?|ap|afp|reuters|getty)$/i;

/** How many characters of a sentence are a heading that runs into it; 0 where there is none. */
export function lengthOfRunIn(text: string): number {
  for (const { 0: found, 1: before = '', index } of text.matchAll(STARTS)) {
    const heading = text.slice(0, index);
    // In quotation marks or brackets it may be anything, and under a picture it is a caption.
    if (/["“”(]|\b(?:Photos?|Images?|Video)\b/.test(heading) || heading.split(' ').length < HEADING) continue;
    if (/[\p{L}\d]$/u.test(before) && !GOES_ON.test(before) && !OF_THE_PAGE.test(before))
      return index + found.length - 'The '.length;
  }
  return 0;
}
