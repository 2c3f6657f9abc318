/** Sums of small decision trees over named features. */
import type { Features } from './linear.ts';

/** A value, or the number of a feature, a border, and the trees for values up to the border and above it. */
export type Tree = number | readonly [feature: number, border: number, upTo: Tree, above: Tree];

export interface Forest {
  readonly bias: number;
  /** Of the features, by their numbers. */
  readonly names: readonly string[];
  readonly trees: readonly Tree[];
}

/** The sum of what the trees say; a feature that is not given is 0. */
export function sumTrees(features: Features, { bias, names, trees }: Forest): number {
  const values = names.map((name) => features[name] ?? 0);
  let sum = bias;
  for (const tree of trees) {
    let at = tree;
    while (typeof at !== 'number') at = (values[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
    sum += at;
  }
  return sum;
}

/** A tree as one line: "feature border (up to) (above)" without the brackets, a value as itself. */
export function renderTree(tree: Tree, names: readonly string[]): string {
  if (typeof tree === 'number') return String(tree);
  const [feature, border, upTo, above] = tree;
  return `${names[feature]} ${border} ${renderTree(upTo, names)} ${renderTree(above, names)}`;
}

/** The forest of such lines. */
export function parseForest(bias: number, lines: readonly string[]): Forest {
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  const parse = (line: string): Tree => {
    const words = line.split(' ');
    let at = 0;
    const next = (): Tree => {
      const word = words[at++] ?? '0';
      const value = Number(word);
      if (!Number.isNaN(value)) return value;
      const feature = numberOf.get(word) ?? names.push(word) - 1;
      numberOf.set(word, feature);
      const border = Number(words[at++]);
      const upTo = next();
      return [feature, border, upTo, next()];
    };
    return next();
  };
  return { bias, trees: lines.map(parse), names };
}
