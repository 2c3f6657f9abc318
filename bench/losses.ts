/** What trees learn: yes or no, a number, or which of several it is. */
import type { Loss } from './grow-trees.ts';

/** Which rows, or groups of them, are learned from, and the share of them that each tree sees. */
export interface Drawing {
  readonly uses: (at: number) => boolean;
  readonly share: number;
}

const ALL: Drawing = { uses: () => true, share: 1 };
/** Curvatures are at least this, so that what is sure already does not end in a division by nothing. */
const LEAST = 1e-4;

export interface Wanted {
  /** The number that is wanted; as a chance, 0 to 1. */
  readonly value: number;
  readonly weight: number;
}

/** Logistic loss. */
export function ofChances(wanted: readonly Wanted[], { uses, share }: Drawing = ALL): Loss {
  return (scores, { first, second }, random) => {
    wanted.forEach(({ value, weight }, row) => {
      if (!uses(row) || (share < 1 && random() > share)) return;
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      first[row] = weight * (chance - value);
      second[row] = weight * Math.max(LEAST, chance * (1 - chance));
    });
  };
}

/** Squared loss. */
export function ofNumbers(wanted: readonly Wanted[], { uses, share }: Drawing = ALL): Loss {
  return (scores, { first, second }, random) => {
    wanted.forEach(({ value, weight }, row) => {
      if (!uses(row) || (share < 1 && random() > share)) return;
      first[row] = weight * ((scores[row] ?? 0) - value);
      second[row] = weight;
    });
  };
}

/** The rows of a question, one for each candidate, with what each is worth as its answer. */
export interface Choice {
  readonly worth: readonly number[];
  readonly weight: number;
}

/** The loss of learnSparseChoice: -log of the worth that is expected of a candidate drawn by softmax. */
export function ofChoices(choices: readonly Choice[], { uses, share }: Drawing = ALL): Loss {
  return (scores, { first, second }, random) => {
    let from = 0;
    choices.forEach(({ worth, weight }, at) => {
      const start = from;
      from += worth.length;
      if (!uses(at) || (share < 1 && random() > share)) return;
      const own = scores.subarray(start, from);
      const most = own.reduce((high, score) => Math.max(high, score), Number.NEGATIVE_INFINITY);
      const shares = own.map((score) => Math.exp(score - most));
      const all = shares.reduce((sum, one) => sum + one, 0);
      const good = shares.reduce((sum, one, i) => sum + one * (worth[i] ?? 0), 0);
      if (good === 0) return;
      shares.forEach((one, i) => {
        const chance = one / all;
        first[start + i] = weight * (chance - (one * (worth[i] ?? 0)) / good);
        second[start + i] = weight * Math.max(LEAST, chance * (1 - chance));
      });
    });
  };
}
