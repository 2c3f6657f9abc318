/**
 * Decides which tokens are parts of names: a linear model over the signs of each token and the tag before it,
 * decoded with the Viterbi algorithm. The weights were learned with the averaged structured perceptron
 * (Collins 2002) by bench/train-names.ts.
 */
import type { NameKind } from '../../article.ts';

/** Outside; beginning and inside of a person, an organisation, a place, anything else with a name. */
export const TAGS = [
  'O',
  'B-person',
  'I-person',
  'B-organisation',
  'I-organisation',
  'B-place',
  'I-place',
  'B-other',
  'I-other',
] as const;
export const TAG_COUNT = TAGS.length;

/** Weights: of signs, row by row with one number a tag; and of a tag (column) after another (row). */
export interface Weights {
  readonly signs: Int8Array | Float32Array | Float64Array;
  readonly steps: Int8Array | Float32Array | Float64Array;
}

const KINDS: readonly NameKind[] = ['person', 'organisation', 'place', 'other'];

/** Kind of the name that a tag belongs to. */
export const kindOfTag = (tag: number): NameKind => KINDS[(tag - 1) >> 1] as NameKind;

export const isBeginning = (tag: number): boolean => tag % 2 === 1;

/** An inside tag needs a tag of its own kind before it. */
const follows = (tag: number, before: number): boolean =>
  tag === 0 || tag % 2 === 1 || before === tag || before === tag - 1;

/** The best tags for a sentence, given the signs of its tokens; tokens without signs are outside. */
export function decode(
  signs: readonly (readonly number[] | null)[],
  { signs: weights, steps }: Weights,
): Uint8Array {
  const size = signs.length;
  const tags = new Uint8Array(size);
  const back = new Uint8Array(size * TAG_COUNT);
  let from = 0;
  while (from < size) {
    if (!signs[from]) {
      from++;
      continue;
    }
    let to = from;
    while (to < size && signs[to]) to++;
    decodeRun(signs, from, to, weights, steps, back, tags);
    from = to;
  }
  return tags;
}

function decodeRun(
  signs: readonly (readonly number[] | null)[],
  from: number,
  to: number,
  weights: Weights['signs'],
  steps: Weights['steps'],
  back: Uint8Array,
  tags: Uint8Array,
): void {
  let scores = new Float64Array(TAG_COUNT).fill(Number.NEGATIVE_INFINITY);
  scores[0] = 0;
  for (let i = from; i < to; i++) {
    const next = new Float64Array(TAG_COUNT).fill(Number.NEGATIVE_INFINITY);
    const local = new Float64Array(TAG_COUNT);
    for (const row of signs[i] ?? []) {
      for (let tag = 0; tag < TAG_COUNT; tag++)
        local[tag] = (local[tag] as number) + (weights[row * TAG_COUNT + tag] as number);
    }
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      for (let before = 0; before < TAG_COUNT; before++) {
        if (!follows(tag, before)) continue;
        const score =
          (scores[before] as number) + (steps[before * TAG_COUNT + tag] as number) + (local[tag] as number);
        if (score > (next[tag] as number)) {
          next[tag] = score;
          back[i * TAG_COUNT + tag] = before;
        }
      }
    }
    scores = next;
  }
  let best = 0;
  for (let tag = 1; tag < TAG_COUNT; tag++)
    if ((scores[tag] as number) > (scores[best] as number)) best = tag;
  for (let i = to - 1; i >= from; i--) {
    tags[i] = best;
    best = back[i * TAG_COUNT + best] as number;
  }
}
