/** Marks of footnotes, "[3]": beside an answer they look like the numbers of its sources, and a paragraph that ends with one seems cut. */

/** Behind a word or the end of a sentence: "were lost.[1]", "the audit[2][3] says". */
const MARKS = /(?<=[\p{L}\p{N}.,;:!?%"”’)])(?:\[\^?\d{1,3}\])+(?=[\s.,;:!?)"”’]|$)/gmu;
/** Before the note itself. */
const NOTE = /^\[\^?\d{1,3}\]:?[ \t]+(?=\S)(?!<?https?:)/gm;

/** A text without them; one that has none of them behind its words is left as it is. */
export function withoutNoteMarks(text: string): string {
  const bare = text.replace(MARKS, '');
  return bare === text ? text : bare.replace(NOTE, '');
}
