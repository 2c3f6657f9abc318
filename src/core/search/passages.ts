/** Which sentences of an article speak of the words of a query: ranked over stored term numbers, without reading any text. */

/**
 * One article as the index keeps it: term numbers of its sentences in one typed array, so that thousands of articles cost
 * little and nothing has to be tokenised again when a question comes.
 *
 * Layout: `rows` groups of four (start, end, index of the first term, number of words), then the terms. Row 0 is the title.
 */
export interface PackedArticle {
  readonly rows: number;
  readonly data: Uint32Array;
}

/** A row before it is packed. */
export interface Row {
  readonly start: number;
  readonly end: number;
  /** Words by white space, stop words included. */
  readonly words: number;
  readonly terms: readonly number[];
}

const FIELDS = 4;

export function packRows(rows: readonly Row[]): PackedArticle {
  const size = rows.reduce((sum, row) => sum + row.terms.length, rows.length * FIELDS);
  const data = new Uint32Array(size);
  let at = rows.length * FIELDS;
  rows.forEach((row, index) => {
    data.set([row.start, row.end, at, row.words], index * FIELDS);
    data.set(row.terms, at);
    at += row.terms.length;
  });
  return { rows: rows.length, data };
}

export function startOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS] ?? 0;
}

export function endOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS + 1] ?? 0;
}

export function wordsOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS + 3] ?? 0;
}

/** Term numbers of a row, a view and no copy. */
export function termsOf(article: PackedArticle, row: number): Uint32Array {
  const from = article.data[row * FIELDS + 2] ?? 0;
  const to = row + 1 < article.rows ? (article.data[(row + 1) * FIELDS + 2] ?? 0) : article.data.length;
  return article.data.subarray(from, to);
}

/** Term numbers of all rows. */
export function allTerms(article: PackedArticle): Uint32Array {
  return article.data.subarray(article.rows * FIELDS);
}

/** Weight of each term number of a query: inverse document frequency times what the question's grammar adds. */
export type TermWeights = ReadonlyMap<number, number>;

const K1 = 1.2;
const B = 0.6;
/** Okapi BM25 saturation: how much a term adds that occurs `frequency` times in a text of a relative length. */
function saturated(frequency: number, relativeLength: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relativeLength));
}

/** A word of the title counts as often as this many in the body (BM25F: weighted before saturation). */
const TITLE_WEIGHT = 2;

/** Okapi BM25 of a whole article, the title's words counting more. `averageLength` is in terms. */
export function scoreArticle(article: PackedArticle, weights: TermWeights, averageLength: number): number {
  const frequencies = new Map<number, number>();
  const count = (terms: Uint32Array, by: number): void => {
    for (const term of terms) {
      if (weights.has(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + by);
    }
  };
  count(allTerms(article), 1);
  if (article.rows > 0) count(termsOf(article, 0), TITLE_WEIGHT - 1);
  const length = (article.data.length - article.rows * FIELDS) / Math.max(1, averageLength);
  let score = 0;
  for (const [term, frequency] of frequencies) {
    score += (weights.get(term) ?? 0) * saturated(frequency, length);
  }
  return score;
}

/** What two neighbouring words of the query add when they are neighbours in the sentence too, as a share of their weights. */
const NEIGHBOURS = 0.25;
/** What a sentence inherits of the words that only its neighbour or the title has. */
const CONTEXT = 0.25;

/** Score of every sentence (rows from 1): covered weight, neighbouring pairs, and a little of what stands around it. */
export function scoreSentences(
  article: PackedArticle,
  weights: TermWeights,
  pairs: ReadonlySet<string>,
): number[] {
  const covered: Set<number>[] = [];
  const own: number[] = [];
  for (let row = 0; row < article.rows; row++) {
    const seen = new Set<number>();
    let score = 0;
    let previous = -1;
    for (const term of termsOf(article, row)) {
      const weight = weights.get(term);
      if (weight !== undefined) {
        if (!seen.has(term)) score += weight;
        seen.add(term);
        if (previous >= 0 && pairs.has(`${previous} ${term}`)) {
          score += NEIGHBOURS * (weight + (weights.get(previous) ?? 0));
        }
        previous = term;
      } else previous = -1;
    }
    covered.push(seen);
    own.push(score);
  }
  return own.map((score, row) => {
    if (row === 0 || score === 0) return 0;
    let around = 0;
    for (const [term, weight] of weights) {
      if (covered[row]?.has(term)) continue;
      if (covered[0]?.has(term) || covered[row - 1]?.has(term) || covered[row + 1]?.has(term))
        around += weight;
    }
    // Very long sentences cover words by chance.
    const length = Math.max(1, wordsOf(article, row) / 40);
    return (score + CONTEXT * around) / Math.sqrt(length);
  });
}
