/** What a unit is, judged by itself. Where it stands is judged in body.ts. */
import { parseByline } from './byline.ts';
import type { Unit } from './units.ts';
import { isCommentHeading, isCredit, isLinkHeading, isPageLine, isRequest, isSignOff } from './vocabulary.ts';

export type Kind =
  /** Prose: ends as a sentence does, or is too long for anything else. */
  | 'sentence'
  /** A point of a list: "- owners of more than five flats". */
  | 'point'
  /** Short and without an end: a title, a subheading, a caption, a name, a headline of another article. */
  | 'line'
  /** A button, a count, a tag, a link. */
  | 'page'
  | 'link-heading'
  | 'comment-heading'
  | 'credit'
  | 'byline'
  | 'sign-off'
  | 'request';

/** Above so many words or characters a unit is prose, whatever its words. */
const LONG = { words: 60, characters: 600 };

export function classify(unit: Unit): Kind {
  const { text, words, sentence } = unit;
  if (words > LONG.words || text.length > LONG.characters) return 'sentence';
  if (isSignOff(text)) return 'sign-off';
  if (isCommentHeading(text)) return 'comment-heading';
  if (isLinkHeading(text)) return 'link-heading';
  if (isPageLine(text)) return 'page';
  if (!(sentence && words > 15) && parseByline(text) !== undefined) return 'byline';
  if (isCredit(text)) return 'credit';
  if (isRequest(text)) return 'request';
  const point = /^(?:[-–—•·*▪◦‣]|\d{1,2}[.)])\s+\S/u.test(text);
  if (point && !(sentence && words >= 8)) return 'point';
  return sentence || words >= 40 || isQuoted(text) || announces(text, words) ? 'sentence' : 'line';
}

/** Says what comes next, or holds a whole sentence before its last words. */
function announces(text: string, words: number): boolean {
  return words >= 5 && (/[:：]$/.test(text) || /\p{Ll}[.!?]["”’]? ["“‘]?\p{Lu}/u.test(text));
}

/** A quotation that stands alone, without a full stop. */
function isQuoted(text: string): boolean {
  return /^[“"«„].{12,}[”"»“]$/su.test(text);
}
