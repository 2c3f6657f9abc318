/** Which units are the article's own words, judged by where they stand. */
import type { Page } from './metadata.ts';
import { isAlternativeText } from './title.ts';
import { isSentenceEnd, keyOf, type Unit } from './units.ts';
import { isCommentLine } from './vocabulary.ts';

/** The paragraphs of the article, verbatim, in order. */
export function findBody(page: Page): string[] {
  const { units, kinds } = page;
  const kept = units.map((_, index) => keepsAlone(page, index));
  dropComments(page, kept);
  dropLinkLists(page, kept);
  dropCaptions(page, kept);
  dropOutside(page, kept);
  dropRepeats(page, kept);
  const paragraphs = units.filter((_, index) => kept[index]).map((unit) => trimCredit(unit.text));
  if (paragraphs.length > 0 || page.title !== null) return paragraphs;
  // No paragraph at all: whatever is not plainly the page's own is better than nothing.
  return units
    .filter((_, index) => kinds[index] === 'line' || kinds[index] === 'point')
    .map((unit) => unit.text);
}

/** Judged by kind. */
function keepsAlone(page: Page, index: number): boolean {
  const { units, kinds, biography, labels } = page;
  const unit = units[index];
  const kind = kinds[index];
  if (unit === undefined || biography?.units.has(index) || labels.has(index)) return false;
  if (kind !== 'sentence' && kind !== 'point' && kind !== 'line') return false;
  // A sentence of the text may say what the title says.
  return !isTitle(page, unit) || (index >= page.start && kind === 'sentence' && isSentenceEnd(unit.text));
}

/** What is kept elsewhere as well, whole or inside a longer paragraph: pull quotes, stand-firsts, a page that is there twice. */
function dropRepeats({ units, kinds, repeats }: Page, kept: boolean[]): void {
  const seen = new Set<string>();
  for (const [index, unit] of units.entries()) {
    // Points of different lists may say the same: "• Most popular name: Mary".
    if (!kept[index] || unit.words < 5 || kinds[index] === 'point') continue;
    const inside = repeats.isInside(
      index,
      (other) => kept[other] === true && (kinds[other] === 'sentence' || kinds[index] === 'line'),
    );
    if (inside || seen.has(unit.key)) kept[index] = false;
    seen.add(unit.key);
  }
}

function isTitle(page: Page, unit: Unit): boolean {
  if (page.title === null) return false;
  const title = keyOf(page.title);
  return (
    unit.key === title ||
    (unit.key.startsWith(`${title} `) && unit.words <= title.split(' ').length + 6 && !unit.sentence)
  );
}

/** Readers' comments: from their heading on, where buttons and ages of comments follow it. */
function dropComments(page: Page, kept: boolean[]): void {
  const { units, kinds, start } = page;
  const signs = units.flatMap((unit, index) => (index > start && isCommentLine(unit.text) ? [index] : []));
  const first = signs[0];
  const closed = kinds.findLastIndex((kind, index) => index > start && kind === 'comment-heading');
  if (closed > start) {
    // Nothing but short lines and requests below the heading: the form to write one.
    const below = kinds.slice(closed + 1);
    if (!below.includes('sentence')) kept.fill(false, closed);
  }
  if (first === undefined || signs.length < 2) return;
  const heading = kinds.findLastIndex(
    (kind, index) => kind === 'comment-heading' && index < first && index > start,
  );
  if (heading > start) kept.fill(false, heading);
}

/** Headlines of other articles, with or without a teaser each, under a heading such as "Related Articles". */
function dropLinkLists(page: Page, kept: boolean[]): void {
  const { units, kinds } = page;
  for (let index = 0; index < units.length; index += 1) {
    if (kinds[index] !== 'link-heading') continue;
    const from = index;
    while (index + 1 < units.length && isHeadlineOrTeaser(page, index + 1)) index += 1;
    kept.fill(false, from, index + 1);
  }
}

function isHeadlineOrTeaser(page: Page, index: number): boolean {
  const { units, kinds } = page;
  const unit = units[index];
  const kind = kinds[index];
  if (unit === undefined) return false;
  if (kind === 'sentence') {
    // A headline that asks; a teaser that breaks off.
    return (
      (unit.words <= 16 && /^[^.?!]+[?!]$/.test(unit.text)) ||
      (unit.words <= 60 && /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/.test(unit.text))
    );
  }
  return unit.words <= 30;
}

/** Captions and alternative texts: beside a credit, or in the manner of a file name. */
function dropCaptions(page: Page, kept: boolean[]): void {
  const { units, kinds } = page;
  for (const [index, unit] of units.entries()) {
    if (!kept[index]) continue;
    if (kinds[index] === 'line') {
      const above = units[index - 1];
      // The rest of a sentence that lost its line is no alternative text.
      const continues =
        above !== undefined && above.words >= 8 && kept[index - 1] === true && !isSentenceEnd(above.text);
      const beside =
        kinds[index + 1] === 'credit' ||
        isCaptionLabel(above) ||
        (kinds[index - 1] === 'credit' && above?.block === unit.block);
      if (beside || (unit.words <= 10 && isAlternativeText(unit.text) && !continues)) kept[index] = false;
    } else if (kinds[index] === 'sentence') {
      const below = units[index + 1];
      if (kinds[index + 1] === 'credit' && below?.block === unit.block && isPictured(unit))
        kept[index] = false;
    }
  }
}

/** "Image caption,": the caption stands on the next line. */
function isCaptionLabel(unit: Unit | undefined): boolean {
  return unit !== undefined && /^(?:image|photo|picture|media|video) caption[,:]?$/i.test(unit.text);
}

/** A sentence in the manner of captions: who is to be seen where. */
function isPictured(unit: Unit): boolean {
  return (
    unit.words <= 45 &&
    !/[“”"]/.test(unit.text) &&
    /\b(?:pictured|seen|shown|file photo|from left|(?:left|right|center|centre),|(?:an?|the) (?:aerial )?view|in this (?:\p{L}+ ){0,3}(?:photo|picture|image))\b/iu.test(
      unit.text,
    )
  );
}

/** Lines before the first paragraph and after the last: menus, captions, links. */
function dropOutside(page: Page, kept: boolean[]): void {
  const { units, kinds, start } = page;
  for (let index = 0; index < start; index += 1)
    if (kinds[index] !== 'sentence' && !isDeck(page, index)) kept[index] = false;
  const last = kinds.findLastIndex((kind, index) => kind === 'sentence' && kept[index]);
  if (last < 0) return;
  // A list that the last paragraph announces belongs to it.
  let end = last + 1;
  if (/:$/.test(units[last]?.text ?? '')) while (kinds[end] === 'line' && kept[end]) end += 1;
  while (kept[end] && (kinds[end] === 'point' || (kinds[end] === 'line' && kinds[end + 1] === 'point')))
    end += 1;
  // A text may have been cut in the middle of its last sentence.
  const cut = units[end];
  if (cut !== undefined && end === units.length - 1 && cut.words >= 6 && isSentenceCase(cut.text)) end += 1;
  kept.fill(false, end);
}

/** A stand-first without a full stop: directly below title and byline, and long enough to be a sentence. */
function isDeck(page: Page, index: number): boolean {
  const { units, kinds } = page;
  const unit = units[index];
  const above = units[index - 1];
  if (unit === undefined || above === undefined || kinds[index] !== 'line') return false;
  const below = kinds[index + 1];
  return (
    unit.words >= 9 &&
    (isTitle(page, above) || kinds[index - 1] === 'byline') &&
    below !== 'line' &&
    below !== 'credit' &&
    isSentenceCase(unit.text)
  );
}

/** Most words start small: no headline in title case. */
function isSentenceCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length < words.length * 0.5;
}

/** A paragraph without a credit in brackets at its end. */
function trimCredit(text: string): string {
  return text.replace(
    /\s*[([](?:photo|picture|image|photograph)(?:graph)?s?(?: by|:| credit:)[^()[\]]{2,60}[)\]]$/iu,
    '',
  );
}
