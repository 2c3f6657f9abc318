/** Surnames alone: what the whole article knows of them that a single sentence does not. */
import { FIRST_NAMES } from '../data/first-names.ts';
import { OFFICES, ORGANISATION_WORDS } from '../data/offices.ts';
import { COUNTRIES, PLACES } from '../data/places.ts';
import type { NameRun } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { isCommon } from './features.ts';

/** A surname alone that the article gives in full elsewhere is that person, whatever the sentence made of it; a city is none. */
export function alignSurnames(tokens: readonly Token[], names: readonly NameRun[]): NameRun[] {
  const surnames = new Set<string>();
  const parts = new Set<string>();
  for (const { first, last, kind } of names) {
    if (kind !== 'person' || last - first < 2) continue;
    for (let i = first; i < last; i++) parts.add(tokens[i]?.lower ?? '');
    const word = tokens[last - 1]?.kind === 'word' ? tokens[last - 1]?.lower : undefined;
    if (word && word.length > 2 && !COUNTRIES.has(word) && !PLACES.has(word) && !ORGANISATION_WORDS.has(word))
      surnames.add(word);
  }
  return names.map((name) => {
    const word = tokens[name.first]?.lower ?? '';
    if (name.last - name.first > 1) return name;
    if (name.kind !== 'person') return surnames.has(word) ? { ...name, kind: 'person' } : name;
    // "Washington said": a capital, unless the article names a person so.
    return PLACES.has(word) && !parts.has(word) && !FIRST_NAMES.has(word) ? { ...name, kind: 'place' } : name;
  });
}

/** Surnames of known people that no sentence made a name of. Names stay in order. */
export function addSurnames(tokens: readonly Token[], names: readonly NameRun[]): NameRun[] {
  const surnames = new Set<string>();
  for (const { first, last, kind } of names) {
    const word = tokens[last - 1]?.lower ?? '';
    if (kind === 'person' && last - first > 1 && word.length > 2 && !OFFICES.has(word)) surnames.add(word);
  }
  const all: NameRun[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const name = names[next];
    if (name && i === name.first) {
      all.push(name);
      next++;
      i = name.last - 1;
    } else if (
      tokens[i]?.capital &&
      surnames.has(tokens[i]?.lower ?? '') &&
      (!isCommon(tokens[i]?.lower ?? '') || tokens[i - 1]?.capital === false)
    )
      all.push({ first: i, last: i + 1, kind: 'person' });
  }
  return all;
}
