/** Sums of small decision trees over named features. */
import type { Features } from './linear.ts';

/** A value, or a feature, a border, and the trees for values up to the border and above it. */
export type Tree = number | readonly [feature: string, border: number, upTo: Tree, above: Tree];

export interface Forest {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** A tree that names its features by number: many thousand are walked for one question. */
type NumberedTree =
  | number
  | readonly [feature: number, border: number, upTo: NumberedTree, above: NumberedTree];

interface NumberedForest {
  readonly names: readonly string[];
  /** Place of each name. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly trees: readonly NumberedTree[];
}

const numbered = new WeakMap<Forest, NumberedForest>();

function numberForest({ trees }: Forest): NumberedForest {
  const numbers = new Map<string, number>();
  const convert = (tree: Tree): NumberedTree => {
    if (typeof tree === 'number') return tree;
    const [name, border, upTo, above] = tree;
    const feature = numbers.get(name) ?? numbers.size;
    numbers.set(name, feature);
    return [feature, border, convert(upTo), convert(above)];
  };
  const converted = trees.map(convert);
  return { names: [...numbers.keys()], numbers, trees: converted };
}

/** The sum of what the trees say; a feature that is not given is 0. What `more` has need not be copied into the features. */
export function sumTrees(features: Features, forest: Forest, more: Features = {}): number {
  const known = numbered.get(forest) ?? numberForest(forest);
  numbered.set(forest, known);
  const { names, numbers, trees } = known;
  const values = new Float64Array(names.length);
  names.forEach((name, at) => {
    values[at] = features[name] ?? 0;
  });
  // Few beside the features: to look for each of the names there, too, would take as long again.
  for (const name in more) {
    const at = numbers.get(name);
    if (at !== undefined) values[at] = more[name] ?? 0;
  }
  let sum = forest.bias;
  for (const tree of trees) {
    let at = tree;
    while (typeof at !== 'number') at = (values[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
    sum += at;
  }
  return sum;
}

/** A tree as one line: "feature border (up to) (above)" without the brackets, a value as itself. */
export function renderTree(tree: Tree): string {
  if (typeof tree === 'number') return String(tree);
  const [feature, border, upTo, above] = tree;
  return `${feature} ${border} ${renderTree(upTo)} ${renderTree(above)}`;
}

/** The tree of such a line. */
export function parseTree(line: string): Tree {
  const words = line.split(' ');
  let at = 0;
  const next = (): Tree => {
    const word = words[at++] ?? '0';
    const value = Number(word);
    if (!Number.isNaN(value)) return value;
    const border = Number(words[at++]);
    const upTo = next();
    return [word, border, upTo, next()];
  };
  return next();
}
