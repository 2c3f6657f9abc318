/**
 * Decides which tokens are parts of names: a linear model over the signs of each token and the tag before it,
 * decoded with the Viterbi algorithm. The weights were learned with the averaged structured perceptron
 * (Collins 2002) by bench/train-names.ts.
 */
import type { NameKind } from '../../article.ts';
import { type Signs, WIDTH } from './features.ts';
import type { Weights } from './model.ts';

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

const KINDS: readonly NameKind[] = ['person', 'organisation', 'place', 'other'];

/** Kind of the name that a tag belongs to. */
export const kindOfTag = (tag: number): NameKind => KINDS[(tag - 1) >> 1] as NameKind;

export const isBeginning = (tag: number): boolean => tag % 2 === 1;

/** An inside tag needs a tag of its own kind before it. */
const follows = (tag: number, before: number): boolean =>
  tag === 0 || tag % 2 === 1 || before === tag || before === tag - 1;

/** The best tags for a sentence, given the signs of its tokens; tokens that are no candidates are outside. */
export function decode(signs: Signs, weights: Weights): Uint8Array {
  const { candidates } = signs;
  const size = candidates.length;
  const tags = new Uint8Array(size);
  let back: Uint8Array | null = null;
  let from = 0;
  while (from < size) {
    if (candidates[from] === 0) {
      from++;
      continue;
    }
    let to = from;
    while (to < size && candidates[to] === 1) to++;
    back ??= new Uint8Array(size * TAG_COUNT);
    decodeRun(signs.rows, from, to, weights, back, tags);
    from = to;
  }
  return tags;
}

/** Tokens without a break of tokens that are surely outside. */
function decodeRun(
  rows: Int32Array,
  from: number,
  to: number,
  { signs, steps }: Weights,
  back: Uint8Array,
  tags: Uint8Array,
): void {
  let scores = new Float64Array(TAG_COUNT).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(TAG_COUNT);
  const local = new Float64Array(TAG_COUNT);
  scores[0] = 0;
  for (let i = from; i < to; i++) {
    local.fill(0);
    for (let k = i * WIDTH; k < (i + 1) * WIDTH; k++) {
      const row = (rows[k] as number) * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++)
        local[tag] = (local[tag] as number) + (signs[row + tag] as number);
    }
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < TAG_COUNT; before++) {
        if (!follows(tag, before)) continue;
        const score = (scores[before] as number) + (steps[before * TAG_COUNT + tag] as number);
        if (score > best) {
          best = score;
          back[i * TAG_COUNT + tag] = before;
        }
      }
      next[tag] = best + (local[tag] as number);
    }
    [scores, next] = [next, scores];
  }
  let best = 0;
  for (let tag = 1; tag < TAG_COUNT; tag++)
    if ((scores[tag] as number) > (scores[best] as number)) best = tag;
  for (let i = to - 1; i >= from; i--) {
    tags[i] = best;
    best = back[i * TAG_COUNT + best] as number;
  }
}
