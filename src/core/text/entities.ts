/** Who is who: names of one article, and of several, that mean the same person, organisation or place. */
import type { Entity, Name, NameKind, ReadArticle } from '../article.ts';
import type { NameRun } from './reading.ts';
import type { Token } from './tokens.ts';

interface Group {
  kind: NameKind;
  full: number;
  words: readonly string[];
  mentions: number[];
}

/**
 * Groups the names of an article. A shorter form joins the one longer form whose words end or begin with it;
 * where two longer forms fit ("Kim" of two Kims), the one named last before it is meant.
 */
export function groupNames(
  text: string,
  tokens: readonly Token[],
  runs: readonly NameRun[],
): { names: Name[]; entities: Entity[] } {
  const groups: Group[] = [];
  const byWord = new Map<string, number[]>();
  const order = runs.map((_, i) => i).sort((a, b) => lengthOf(runs[b]) - lengthOf(runs[a]) || a - b);
  const entity = new Array<number | null>(runs.length).fill(null);
  const at = new Map<number, number[]>();
  for (const i of order) {
    const run = runs[i] as NameRun;
    const words = wordsOf(tokens, run);
    const key = words.at(-1) ?? '';
    const candidates = [
      ...new Set([...(byWord.get(key) ?? []), ...(byWord.get(words[0] ?? '') ?? [])]),
    ].filter((g) => fits(groups[g] as Group, words, run.kind));
    const chosen = candidates.length > 1 ? nearest(candidates, at, run.first) : candidates[0];
    let group = chosen;
    if (group === undefined) {
      group = groups.length;
      groups.push({ kind: run.kind, full: i, words, mentions: [] });
      for (const word of new Set([words[0] ?? '', key]))
        byWord.set(word, [...(byWord.get(word) ?? []), group]);
    }
    groups[group]?.mentions.push(i);
    at.set(group, [...(at.get(group) ?? []), run.first]);
    entity[i] = group;
  }
  const names = runs.map((run, i): Name => {
    const group = groups[entity[i] ?? -1];
    return { ...spanOf(tokens, run), kind: group?.kind ?? run.kind, entity: entity[i] ?? null };
  });
  const entities = groups.map((group): Entity => {
    const { start, end } = spanOf(tokens, runs[group.full] as NameRun);
    return {
      kind: group.kind,
      name: text.slice(start, end),
      role: null,
      mentions: group.mentions.sort((a, b) => a - b),
    };
  });
  return { names, entities };
}

const lengthOf = (run: NameRun | undefined): number => (run ? run.last - run.first : 0);

const spanOf = (tokens: readonly Token[], run: NameRun) => ({
  start: (tokens[run.first] as Token).start,
  end: (tokens[run.last - 1] as Token).end,
});

function wordsOf(tokens: readonly Token[], run: NameRun): string[] {
  const words: string[] = [];
  for (let i = run.first; i < run.last; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word' || token.kind === 'number') words.push(token.lower);
  }
  return words;
}

function fits(group: Group, words: readonly string[], kind: NameKind): boolean {
  if (group.words.length === words.length) return group.words.every((word, i) => word === words[i]);
  if (group.kind !== 'person' || (kind !== 'person' && kind !== 'other')) return false;
  const [first, last] = [words[0], words.at(-1)];
  if (words.length === 1) return group.words.at(-1) === last || group.words[0] === first;
  return group.words[0] === first && group.words.at(-1) === last;
}

function nearest(
  candidates: readonly number[],
  at: ReadonlyMap<number, readonly number[]>,
  position: number,
): number | undefined {
  const distance = (group: number): number => {
    const before = (at.get(group) ?? []).filter((p) => p < position);
    return before.length > 0 ? position - Math.max(...before) : Number.MAX_SAFE_INTEGER;
  };
  return candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** Entities of several articles that mean the same: index into each article's entities. */
export interface SharedEntity {
  readonly kind: NameKind;
  readonly name: string;
  readonly of: readonly { readonly article: string; readonly entity: number }[];
}

/** Groups the entities of several articles: the same full name is the same entity; a surname alone joins the only full name that ends with it. */
export function groupEntities(articles: readonly ReadArticle[]): SharedEntity[] {
  const shared = new Map<
    string,
    { kind: NameKind; name: string; of: { article: string; entity: number }[] }
  >();
  for (const article of articles) {
    article.analysis.entities.forEach((entity, index) => {
      const key = `${entity.kind} ${entity.name.toLowerCase()}`;
      const known = shared.get(key) ?? { kind: entity.kind, name: entity.name, of: [] };
      known.of.push({ article: article.id, entity: index });
      shared.set(key, known);
    });
  }
  return [...shared.values()];
}
