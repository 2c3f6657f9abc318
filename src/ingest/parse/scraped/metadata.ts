/** Title, author, publisher and date, where the page states them. */
import { type Biography, findBiography } from './biography.ts';
import { type Byline, isPersonName, parseByline, ROLE } from './byline.ts';
import { classify, type Kind } from './classify.ts';
import { findRepeats, type Repeats } from './repeats.ts';
import { findDateAtStart } from './stated-date.ts';
import { findTitle, isPaperName } from './title.ts';
import type { Unit } from './units.ts';

/** What is stated about the article, and what was found out on the way. */
export interface Page {
  readonly units: readonly Unit[];
  readonly kinds: readonly Kind[];
  readonly repeats: Repeats;
  /** Index of the first paragraph: before it stand title, byline, captions and menus. */
  readonly start: number;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly biography: Biography | undefined;
  /** Indexes of "Author: …" and the like. */
  readonly labels: ReadonlySet<number>;
}

const LABEL =
  /^(title|headline|authors?|byline|date|published|publication date|publisher|publication|source|site|url|link)\s*:\s+(\S.*)$/iu;

export function readPage(units: readonly Unit[]): Page {
  const kinds = units.map(classify);
  const repeats = findRepeats(units);
  const start = findStart(units, kinds, repeats);
  const stated = findLabels(units, start);
  const head = findTitle(units, kinds, start, repeats);
  const bylines = units.map((unit, index) =>
    kinds[index] === 'byline' ? parseByline(unit.text) : undefined,
  );
  const certain = findAuthor(bylines, start);
  const biography = findBiography(units, kinds, start, stated.get('author')?.value ?? certain);
  const byline =
    stated.get('author')?.value ??
    certain ??
    biography?.author ??
    findNameAboveRole(units, kinds, start) ??
    findSignOff(units, kinds) ??
    findNameBesideDate(units, kinds, start);
  return {
    units,
    kinds,
    repeats,
    start,
    title: stated.get('title')?.value ?? head?.title ?? null,
    byline,
    publisher: stated.get('publisher')?.value ?? head?.publisher ?? findRightsHolder(units, kinds),
    published:
      stated.get('published')?.value ?? findPublished(bylines, start) ?? findFiled(units[start]?.text ?? ''),
    biography,
    labels: new Set([...stated.values()].map((label) => label.index)),
  };
}

/**
 * The first unit that is a paragraph and no title, with another one near below: menus hold a sentence now and then, a
 * text holds many.
 */
function findStart(units: readonly Unit[], kinds: readonly Kind[], repeats: Repeats): number {
  const paragraphs = units.flatMap((unit, index) => {
    if (kinds[index] !== 'sentence' || unit.words < 8) return [];
    // A title may end with a mark, or be a quotation. One that is said twice is a title whatever its end.
    const title = unit.words <= 20 && !/[.…:]["”’]?$/u.test(unit.text);
    return !title && (repeats.count(unit.key) === 1 || unit.words > 25) ? [index] : [];
  });
  const dense = paragraphs.find(
    (index, order) => (paragraphs[order + 1] ?? Number.POSITIVE_INFINITY) - index <= NEAR,
  );
  return dense ?? paragraphs[0] ?? units.length;
}

/** Units between two paragraphs of one text, at most. */
const NEAR = 8;

/** "Author: Jane Doe" and its like before the first paragraph. */
function findLabels(
  units: readonly Unit[],
  start: number,
): Map<'title' | 'author' | 'publisher' | 'published', { value: string; index: number }> {
  const found = new Map<'title' | 'author' | 'publisher' | 'published', { value: string; index: number }>();
  for (const [index, unit] of units.slice(0, Math.min(start, 12)).entries()) {
    const [, label = '', rest = ''] = LABEL.exec(unit.text) ?? [];
    const field = FIELDS[label.toLowerCase().replace(/s$/, '')];
    if (field === undefined || found.has(field)) continue;
    const value = field === 'published' ? findDateAtStart(rest)?.value : rest.replace(/^by /i, '');
    if (value !== undefined && value !== null) found.set(field, { value, index });
  }
  return found;
}

const FIELDS: Readonly<Record<string, 'title' | 'author' | 'publisher' | 'published'>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  byline: 'author',
  date: 'published',
  published: 'published',
  'publication date': 'published',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  site: 'publisher',
};

/** Above the text, or once below it: lists of other articles name their authors too. */
function findAuthor(bylines: readonly (Byline | undefined)[], start: number): string | null {
  const stated = bylines.map((line) => (line?.certain ? line.author : null));
  const above = stated.slice(0, start + NEAR_START).find((author) => author !== null);
  const below = new Set(stated.filter((author) => author !== null));
  return above ?? (below.size === 1 ? ([...below][0] ?? null) : null);
}

/** Above the text, or wherever a word says that it is the date of publication. */
function findPublished(bylines: readonly (Byline | undefined)[], start: number): string | null {
  const dated = bylines.filter(
    (line, index) => line?.published && (index < start + NEAR_START || line.labelled),
  );
  return dated[0]?.published ?? null;
}

/** "OSLO, Norway – May 2, 2025 – ", "OSLO, 2 May 2025 (Nordwire) — ": the day on which a report or a release was filed. */
function findFiled(text: string): string | null {
  const [place] =
    /^\p{Lu}[\p{L}.' -]{2,30}?(?:, \p{Lu}[\p{L}. ]{1,20}?)?(?:,| ?[–—-]{1,2}) /u.exec(text) ?? [];
  if (place === undefined) return null;
  const rest = text.slice(place.length);
  const date = findDateAtStart(rest);
  const behind = rest.slice(date?.length ?? 0);
  return date !== undefined && /^,? ?(?:\([^()]{2,40}\)|\/[\p{L} ]{2,20}\/)? ?(?:--|—|–|-) /u.test(behind)
    ? date.value
    : null;
}

/** A byline may stand under the first paragraph, where that is a stand-first. */
const NEAR_START = 3;

/** "Jane Doe", and on the next line "Education Reporter". */
function findNameAboveRole(units: readonly Unit[], kinds: readonly Kind[], start: number): string | null {
  for (let index = 0; index + 1 < start; index += 1) {
    const name = units[index]?.text ?? '';
    const role = units[index + 1];
    if (role === undefined || kinds[index] !== 'line' || kinds[index + 1] === 'sentence') continue;
    if (role.words <= 5 && ROLE.test(role.text) && isPersonName(name)) return name;
  }
  return null;
}

/** "(Reporting by Jane Doe; Editing by John Roe)". */
function findSignOff(units: readonly Unit[], kinds: readonly Kind[]): string | null {
  for (const [index, unit] of units.entries()) {
    if (kinds[index] !== 'sign-off') continue;
    const names = /^[([]?(?:reporting|written) by (\p{Lu}[^;()[\]]{2,80}?)(?: in [^;]+)?(?=[;)\].]|$)/iu.exec(
      unit.text,
    )?.[1];
    if (names !== undefined) return names;
  }
  return null;
}

/**
 * A name in or beside the date line before the text: the author, unless the text speaks of it too, as it does of
 * places and topics.
 */
function findNameBesideDate(units: readonly Unit[], kinds: readonly Kind[], start: number): string | null {
  const body = units
    .slice(start)
    .filter((_, index) => kinds[start + index] === 'sentence')
    .map((unit) => ` ${unit.key} `);
  const spokenOf = (name: string) => {
    const last = ` ${name.toLowerCase().split(' ').at(-1)} `;
    return body.some((text) => text.includes(last));
  };
  for (let index = 0; index < start; index += 1) {
    const unit = units[index];
    if (unit === undefined || kinds[index] !== 'byline') continue;
    const line = parseByline(unit.text);
    if (line === undefined || line.published === null) continue;
    const beside = [
      line.author,
      ...[index - 1, index + 1].map((at) => (at < start && kinds[at] === 'line' ? units[at]?.text : null)),
    ];
    const name = beside.find(
      (text) => text !== null && text !== undefined && isPersonName(text) && !spokenOf(text),
    );
    if (name !== undefined) return name;
  }
  return null;
}

/** "© 2024 The Coastal Courier. All rights reserved." */
function findRightsHolder(units: readonly Unit[], kinds: readonly Kind[]): string | null {
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index];
    if (unit === undefined || unit.words > LONGEST_NOTICE || kinds[index] === 'sentence') continue;
    const name = RIGHTS.exec(unit.text)?.[1]?.replace(/[.,]?(?: (?:Ltd|Inc|LLC|GmbH))?\.?$/u, '');
    if (name !== undefined && isPaperName(name)) return name;
  }
  return null;
}

const LONGEST_NOTICE = 60;
const RIGHTS =
  /(?:©|\(c\)|copyright)(?: copyright| ©)?\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s+(?:by\s+)?(\p{Lu}[^.|,•]{2,60}?)(?=\s*(?:[.|,•]|all rights|$))/iu;
