/** A name that one article of a story spells as another does not: "Kudankulam", "Koodankulam". */
import { areSpellings } from './brief/compare/same-thing.ts';
import { parseWords } from './search/query.ts';
import type { ShelfEntry } from './shelf.ts';
import { isCommon } from './text/names/features.ts';

interface Respelled {
  readonly query: string;
  /** Ids of the articles that spell it so. */
  readonly articles: ReadonlySet<string>;
}

/** Shorter words are spelled like others by chance. */
const SHORTEST = 6;

/**
 * A query in the other spellings that articles have for a word of it, each with these articles: only among those that tell
 * a story with one that was found, since elsewhere a name spelled alike is somebody else's.
 */
export function otherSpellings(
  query: string,
  found: ReadonlySet<string>,
  entries: readonly ShelfEntry[],
  groups: readonly (readonly string[])[],
): Respelled[] {
  const asked = parseWords(query).filter((word) => word.length >= SHORTEST);
  if (asked.length === 0) return [];
  const near = new Set(groups.filter((group) => group.some((id) => found.has(id))).flat());
  const spelled = new Map<string, Set<string>>();
  for (const { id, title, names } of entries) {
    if (found.has(id) || !near.has(id)) continue;
    for (const word of parseWords([title ?? '', ...names].join(' ')).filter(isName))
      for (const one of asked)
        if (isOther(one.toLowerCase(), word.toLowerCase())) {
          const other = query.replace(one, () => word);
          spelled.set(other, (spelled.get(other) ?? new Set()).add(id));
        }
  }
  return [...spelled].map(([other, articles]) => ({ query: other, articles }));
}

function isName(word: string): boolean {
  return word.length >= SHORTEST && /^\p{Lu}/u.test(word) && !isCommon(word.toLowerCase());
}

/** One letter more at the end is mostly a plural. */
function isOther(one: string, other: string): boolean {
  return one !== other && !one.startsWith(other) && !other.startsWith(one) && areSpellings(one, other);
}
