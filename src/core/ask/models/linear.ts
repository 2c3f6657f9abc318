/** Linear models over named features: a sum of weights, and its logistic. */

export type Features = Readonly<Record<string, number>>;
/** `bias` is added always; a feature without a weight counts nothing. */
export type Weights = Readonly<Record<string, number>>;

/** Yes or no as a feature. */
export const flag = (holds: boolean): number => (holds ? 1 : 0);

/** The sum of the weighed features and the bias; what has no weight counts nothing. */
export function weigh(features: Features, weights: Weights): number {
  let sum = weights['bias'] ?? 0;
  for (const name in features) sum += (features[name] ?? 0) * (weights[name] ?? 0);
  return sum;
}

/** A chance from 0 to 1 for any sum. */
export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
