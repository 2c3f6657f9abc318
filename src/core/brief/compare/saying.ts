/** Whether a date is that of what was said, and not of what it tells of. */

/** "said on Monday", "told reporters on Monday" */
const SAID =
  /\b(?:said|says|told|announced|added|wrote|tweeted|reported|warned|confirmed|claimed)\b[^.]{0,30}$/;
/** "On Monday the council said …", "Monday, Lund told …" */
const OPENS = /^\W*(?:(?:Early|Late) )?(?:On |In )?(?:early |mid-|late )?$/;
const SAYS =
  /^,? (?:[\p{L}.’'-]+ ){1,6}(?:said|says|told|announced|added|wrote|tweeted|reported|warned|confirmed|claimed)\b/u;

/** `at` and `end`: where the date stands in the text. */
export function isOfSaying(text: string, at: number, end: number): boolean {
  const before = text.slice(0, at);
  return SAID.test(before) || (OPENS.test(before) && SAYS.test(text.slice(end)));
}
