/** Who is who across articles. */
import type { NameKind, ReadArticle } from '../article.ts';

/** Entities of several articles that mean the same. */
export interface SharedEntity {
  readonly kind: NameKind;
  /** The fullest form that stands in any of the articles, verbatim. */
  readonly name: string;
  /** Article ids with the index of the entity in the article's analysis. */
  readonly of: readonly { readonly article: string; readonly entity: number }[];
}

interface Draft {
  readonly kind: NameKind;
  name: string;
  readonly of: { article: string; entity: number }[];
}

/**
 * Groups the entities of several articles. The same full name is the same person; a surname that an article gives
 * alone joins the only full name of the others that ends (or, as "Kim" of "Kim Jong Un", begins) with it.
 * With two such people it stays apart.
 */
export function groupEntities(articles: readonly ReadArticle[]): SharedEntity[] {
  const groups = new Map<string, Draft>();
  const alone: { article: string; entity: number; name: string; kind: NameKind }[] = [];
  for (const { id, analysis } of articles) {
    analysis.entities.forEach(({ kind, name }, entity) => {
      const words = wordsOf(name);
      if (kind === 'person' && words.length === 1) {
        alone.push({ article: id, entity, name, kind });
        return;
      }
      const key =
        kind === 'person'
          ? `person ${words[0]} ${words.length > 2 && isFamilyFirst(words) ? words.slice(1).join(' ') : words.at(-1)}`
          : `${kind} ${words.join(' ')}`;
      const group = groups.get(key) ?? { kind, name, of: [] };
      if (name.length > group.name.length) group.name = name;
      group.of.push({ article: id, entity });
      groups.set(key, group);
    });
  }
  const bySurname = new Map<string, Set<Draft>>();
  for (const group of groups.values()) {
    if (group.kind !== 'person') continue;
    const words = wordsOf(group.name);
    for (const word of [words.at(-1) ?? '', words.length === 3 ? (words[0] ?? '') : '']) {
      if (word) bySurname.set(word, (bySurname.get(word) ?? new Set()).add(group));
    }
  }
  const single = new Map<string, Draft>();
  for (const { article, entity, name, kind } of alone) {
    const word = wordsOf(name)[0] ?? '';
    const known = [...(bySurname.get(word) ?? [])];
    const group = known.length === 1 ? known[0] : (single.get(word) ?? { kind, name, of: [] });
    if (!group) continue;
    group.of.push({ article, entity });
    if (known.length !== 1) single.set(word, group);
  }
  return [...groups.values(), ...single.values()];
}

/** Three words without a full stop: perhaps family name first, so that no word may be left out. */
const isFamilyFirst = (words: readonly string[]): boolean => words.length === 3;

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/\b(?:the|jr|sr)\b\.?/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word.length > 1);
}
