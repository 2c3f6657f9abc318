/**
 * Learns the weights of core/brief/sentences/salience.ts, and says what they are worth on sets that they were not learned on:
 * ridge regression of how much of a sentence stands in the human summary (ROUGE-1 and ROUGE-2 precision) on its features.
 */

import { readLines } from '../src/core/brief/lines.ts';
import { type Features, featuresOf, readCrowd } from '../src/core/brief/sentences/features.ts';
import { isFit } from '../src/core/brief/sentences/fit.ts';
import { WEIGHTS } from '../src/core/brief/sentences/salience.ts';
import { buildSummary } from '../src/core/brief/sentences/summary.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import { type MultiNews, readRows } from './dev-articles.ts';

const NAMES = Object.keys(WEIGHTS) as (keyof Features)[];
const FOLDS = 4;
const RIDGE: number = 0.05;
const WORDS = 264;

interface Row {
  readonly features: number[];
  readonly gain: number;
  readonly weight: number;
}

export async function run(): Promise<void> {
  const sets = readRows<MultiNews>('summ-multinews');
  if (sets === null) return console.log('skipped: ../shared/data is not there');
  const rows = sets.map(rowsOf);
  print('weights of all sets', learn(rows.flat()));
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = rows.filter((_, at) => at % FOLDS !== fold).flat();
    const held = rows.filter((_, at) => at % FOLDS === fold).flat();
    const weights = learn(others);
    print(`without part ${fold + 1}: correlation there ${correlation(weights, held).toFixed(3)}`, weights);
  }
  print(
    'weights in salience.ts',
    NAMES.map((name) => WEIGHTS[name] ?? 0),
  );
  const scores = sets.map((set) => {
    const articles = set.documents.map((text, at) => readArticle({ id: `d${at}`, text }));
    const texts = new Map(articles.map(({ id, text }) => [id, text]));
    const words = buildSummary(articles, { words: WORDS }).map(({ article, start, end }) =>
      texts.get(article)?.slice(start, end),
    );
    return [1, 2].map((n) => rouge(tokens(words.join(' ')), tokens(set.summary), n));
  });
  const [one, two] = [0, 1].map(
    (at) => scores.reduce((sum, score) => sum + (score[at] ?? 0), 0) / scores.length,
  );
  console.log(`ROUGE-1 ${one?.toFixed(4)}, ROUGE-2 ${two?.toFixed(4)} (goals: .465, .180; LEAD .439, .154)`);
}

/** The fit sentences of a set, each feature and gain without the mean of the set: which of these sentences, not which set. */
function rowsOf({ documents, summary }: MultiNews): Row[] {
  const lines = readLines(documents.map((text, at) => readArticle({ id: `d${at}`, text })));
  const crowd = readCrowd(lines, new Set());
  const reference = tokens(summary);
  const [words, pairs] = [new Set(reference), new Set(pairsOf(reference))];
  const rows = lines.filter(isFit).map((line) => {
    const features = featuresOf(line, crowd);
    const own = tokens(line.text);
    const content = own.filter((word) => word.length > 3);
    const gain = share(content, words) / 2 + share(pairsOf(own), pairs);
    return { features: NAMES.map((name) => features[name]), gain };
  });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = NAMES.map((_, at) => mean(rows.map((row) => row.features[at] ?? 0)));
  const gain = mean(rows.map((row) => row.gain));
  return rows.map((row) => ({
    features: row.features.map((value, at) => value - (means[at] ?? 0)),
    gain: row.gain - gain,
    weight: 1 / Math.sqrt(rows.length),
  }));
}

/** Solves the normal equations by elimination; there are a handful of features. */
function learn(rows: readonly Row[]): number[] {
  const size = NAMES.length;
  const table = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) => (i === j ? RIDGE : 0)),
  );
  for (const { features, gain, weight } of rows)
    for (const [i, line] of table.entries())
      for (let j = 0; j <= size; j++)
        line[j] = (line[j] ?? 0) + weight * (features[i] ?? 0) * (j === size ? gain : (features[j] ?? 0));
  for (const [i, pivot] of table.entries())
    for (const [k, line] of table.entries()) {
      if (k === i) continue;
      const factor = (line[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= size; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  return table.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}

function correlation(weights: readonly number[], rows: readonly Row[]): number {
  let [xy, xx, yy] = [0, 0, 0];
  for (const { features, gain } of rows) {
    const value = features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0);
    xy += value * gain;
    xx += value * value;
    yy += gain * gain;
  }
  return xy / Math.sqrt(xx * yy);
}

function print(what: string, weights: readonly number[]): void {
  console.log(`${what}: ${NAMES.map((name, at) => `${name} ${(weights[at] ?? 0).toFixed(2)}`).join(', ')}`);
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

function share(items: readonly string[], known: ReadonlySet<string>): number {
  return items.length === 0 ? 0 : items.filter((item) => known.has(item)).length / items.length;
}

/** ROUGE-n F1 as the scorers count it. */
function rouge(candidate: readonly string[], reference: readonly string[], n: number): number {
  const [ours, theirs] = [candidate, reference].map((words) => countOf(n === 1 ? words : pairsOf(words)));
  if (!ours || !theirs) return 0;
  let same = 0;
  for (const [gram, count] of ours) same += Math.min(count, theirs.get(gram) ?? 0);
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  const [precision, recall] = [same / Math.max(1, sum(ours)), same / Math.max(1, sum(theirs))];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function countOf(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}
