/** Whether words name a story, rather than ask for a detail of one: all of them stand in its headlines. */
import { parseTerms } from './search/query.ts';
import type { ShelfEntry } from './shelf.ts';

/** Letters that two words begin with alike, and their share of the longer, where one is the other's kin: "closure", "to close". */
const KIN = { letters: 4, share: 0.65 };

type Headlines = readonly ReadonlySet<string>[];

/** By what is on the shelf: read once until it changes. */
const headlinesOf = new WeakMap<object, { readonly groups: object; readonly read: Headlines }>();

/** @param groups ids of the articles of each story, where it has several */
export function isStoryName(
  words: string,
  entries: readonly ShelfEntry[],
  groups: readonly (readonly string[])[],
): boolean {
  const terms = parseTerms(words);
  return (
    terms.length > 0 && readHeadlines(entries, groups).some((said) => terms.every((one) => hasKin(said, one)))
  );
}

/** The words of the headlines of each story; one that only one article tells has its own. */
function readHeadlines(entries: readonly ShelfEntry[], groups: readonly (readonly string[])[]): Headlines {
  const known = headlinesOf.get(entries);
  if (known?.groups === groups) return known.read;
  const titles = new Map(
    entries.flatMap(({ id, readable, title }) =>
      readable && title !== null ? [[id, parseTerms(title)]] : [],
    ),
  );
  const grouped = new Set(groups.flat());
  const alone = [...titles.keys()].filter((id) => !grouped.has(id)).map((id) => [id]);
  const read = [...groups, ...alone].map((ids) => new Set(ids.flatMap((id) => titles.get(id) ?? [])));
  headlinesOf.set(entries, { groups, read });
  return read;
}

function hasKin(said: ReadonlySet<string>, term: string): boolean {
  if (said.has(term)) return true;
  for (const other of said) if (isKin(term, other)) return true;
  return false;
}

function isKin(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same >= KIN.letters && same >= KIN.share * Math.max(a.length, b.length);
}
