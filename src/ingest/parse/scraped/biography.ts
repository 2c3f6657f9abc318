/** Paragraphs about the author: "Jane Doe is a reporter who covers courts." */
import { isPersonName } from './byline.ts';
import type { Kind } from './classify.ts';
import type { Unit } from './units.ts';

export interface Biography {
  /** Name that the biography starts with, verbatim. */
  readonly author: string;
  /** Indexes of the units that are about the author, names that stand alone included. */
  readonly units: ReadonlySet<number>;
}

const VERB =
  /^(?:,? (?:is|was|has|covers|writes|reports|works|lives|joined|leads|edits|teaches|contributes|speciali[sz]es|serves|hosts|spent|holds)\b|, (?:an?|the|our)\b| \()/u;
const WORK =
  /\b(?:reporter|correspondent|editor|writer|journalist|author|columnist|contributor|producer|freelance|staff|covers|covering|writes|host|co-host|professor|lecturer|fellow|researcher|analyst|critic|photographer|blogger|founder|intern|contributes)\b/iu;
const CONTACT =
  /@\w|\b(?:follow|reach|contact|e-?mail) (?:him|her|them)\b|\bcan be reached\b|\b(?:his|her|their) work\b/iu;
const HEADING =
  /^(?:about|meet) (?:the |our )?(?:authors?|writers?|journalists?|reporters?|contributors?)\b/iu;

/**
 * The biography at the end of a page, or before its first paragraph. An article may itself be about a writer, so a name
 * counts as the author's only where the page says so: it is the byline, it stands alone twice or under "About the
 * author", the paragraph gives an address, or buttons follow it.
 *
 * @param end index of the first paragraph.
 */
export function findBiography(
  units: readonly Unit[],
  kinds: readonly Kind[],
  end: number,
  byline: string | null,
): Biography | undefined {
  const found = new Set<number>();
  let author: string | null = null;
  const alone = new Map<string, number>();
  for (const { text } of units) {
    // "About Jane Doe" is a heading of its own, and as good as two names.
    const name = text.replace(/^About (?=\p{Lu})/u, '');
    if (isPersonName(name)) alone.set(name, (alone.get(name) ?? 0) + (name === text ? 1 : 2));
  }

  let tail = true;
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index];
    if (unit === undefined || (!tail && index >= end)) continue;
    if (kinds[index] !== 'sentence') continue;
    const name = findName(unit.text, [byline, author], alone);
    const about =
      name !== undefined &&
      VERB.test(unit.text.slice(name.length)) &&
      WORK.test(unit.text) &&
      unit.words <= 90 &&
      (isIn(byline, name) ||
        author === name ||
        (alone.get(name) ?? 0) > 1 ||
        CONTACT.test(unit.text) ||
        isUnderHeading(units, index) ||
        (alone.has(name) && kinds[index + 1] === 'page'));
    if (about) {
      found.add(index);
      author ??= name;
      continue;
    }
    // What follows a biography in its own words: "She lives in Leeds." Judged when the name above is found.
    if (tail && isPronounSentence(unit) && isBelowBiography(units, kinds, index, byline, alone)) {
      found.add(index);
      continue;
    }
    tail = false;
  }
  if (author === null) return undefined;
  for (const [index, unit] of units.entries())
    if (
      unit.text === author ||
      unit.text === `About ${author}` ||
      (found.size > 0 && HEADING.test(unit.text) && unit.words <= 5)
    )
      found.add(index);
  return { author, units: found };
}

/** The name that the text starts with: one that is known, one that stands alone, or capitalised words before a verb. */
function findName(
  text: string,
  known: readonly (string | null)[],
  alone: ReadonlyMap<string, number>,
): string | undefined {
  for (const name of known) if (name !== null && name !== '' && text.startsWith(name)) return name;
  const words = text.slice(0, 80).split(' ', 5);
  for (let count = 2; count <= 4; count += 1) {
    const name = words.slice(0, count).join(' ').replace(/,$/, '');
    if (alone.has(name)) return name;
  }
  const start =
    /^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*){1,3})(?=,? (?:is|was|has|covers|writes|reports)\b)/u.exec(
      text,
    )?.[1];
  return start !== undefined && isPersonName(start) ? start : undefined;
}

function isIn(byline: string | null, name: string): boolean {
  return byline?.toLowerCase().includes(name.toLowerCase()) ?? false;
}

function isUnderHeading(units: readonly Unit[], index: number): boolean {
  return units
    .slice(Math.max(0, index - 3), index)
    .some((unit) => HEADING.test(unit.text) && unit.words <= 5);
}

function isPronounSentence(unit: Unit): boolean {
  return unit.words <= 60 && /^(?:He|She|They|His|Her|Their|Follow|Contact|Email|E-mail)\b/u.test(unit.text);
}

/** Does the unit directly above, or above that, start as the biography of a name that stands alone or in the byline? */
function isBelowBiography(
  units: readonly Unit[],
  kinds: readonly Kind[],
  index: number,
  byline: string | null,
  alone: ReadonlyMap<string, number>,
): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 2); above -= 1) {
    const unit = units[above];
    if (unit === undefined || kinds[above] !== 'sentence') return false;
    const name = findName(unit.text, [byline], alone);
    if (name !== undefined && VERB.test(unit.text.slice(name.length)) && WORK.test(unit.text))
      return isIn(byline, name) || (alone.get(name) ?? 0) > 1 || isUnderHeading(units, above);
    if (!isPronounSentence(unit)) return false;
  }
  return false;
}
