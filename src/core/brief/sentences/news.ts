/** What newer articles say that the older ones did not. */
import type { Passage, ReadArticle } from '../../article.ts';
import { type Line, overlap, passageOf, readLines } from '../lines.ts';
import { countIn, featuresOf, readCrowd } from './features.ts';
import { isFit, isItem } from './fit.ts';
import { countNegations } from './negation.ts';

export interface NewsOptions {
  /** Most words together, counted by white space. */
  readonly words: number;
}

/** A sentence of which an older one says so much is no news. */
const TOLD = 0.9;
/** Two new sentences that share so much say the same news. */
const SAME = 0.8;
/** What a word of news is worth, and how much more beside names and numbers (learned as in salience.ts). */
const WORTH = { word: 0.3, names: 0.23, digits: 0.16 };
/** Beyond this many sentences only the first are weighed: choosing costs sentences times words. */
const MOST = 400;

/** Sentences of `after` that say what `before` did not, in reading order. */
export function findNews(
  before: readonly ReadArticle[],
  after: readonly ReadArticle[],
  options: NewsOptions,
): Passage[] {
  return findNewLines(readLines(before), readLines(after), options).map(passageOf);
}

/** The same of lines; `isTellable` says which of them can be shown. */
export function findNewLines(
  before: readonly Line[],
  all: readonly Line[],
  options: NewsOptions,
  isTellable = isFit,
): Line[] {
  const told = findHolders(before);
  const crowd = readCrowd(all, new Set());
  const fresh: Line[] = [];
  // Where all there is fits, it is a note or a headline, whose lines need not be whole sentences.
  const isNews = all.reduce((sum, line) => sum + line.words, 0) <= options.words ? isItem : isTellable;
  for (const line of all) {
    if (fresh.length >= MOST) break;
    if (!isNews(line) || line.words > options.words || isTold(line, told)) continue;
    if (!fresh.some((one) => overlap(one.set, line.set) >= SAME && isTold(line, findHolders([one]))))
      fresh.push(line);
  }
  const values = fresh.map((line) => {
    const { names, digits, shared } = featuresOf(line, crowd);
    return line.words * (WORTH.word + WORTH.names * names + WORTH.digits * digits + shared);
  });
  return fill(fresh, values, options.words);
}

/** Older sentences by the terms that stand in them. */
interface Holders {
  readonly lines: readonly Line[];
  readonly of: ReadonlyMap<string, readonly number[]>;
}

function findHolders(lines: readonly Line[]): Holders {
  const of = new Map<string, number[]>();
  for (const [at, line] of lines.entries())
    for (const term of line.set) {
      const list = of.get(term);
      if (list) list.push(at);
      else of.set(term, [at]);
    }
  return { lines, of };
}

/** Whether one older sentence says it all: nearly all its terms, every number, and as often that it is not so. */
function isTold(line: Line, older: Holders): boolean {
  const needed = Math.ceil(TOLD * line.set.size);
  const linesWith = (term: string): readonly number[] => older.of.get(term) ?? [];
  // A line without one more of these terms than may be missing lacks too many: only those with a rare one need a look.
  const rarest = [...line.set]
    .sort((a, b) => linesWith(a).length - linesWith(b).length)
    .slice(0, line.set.size - needed + 1);
  const numbers = new Set([...line.set].filter((term) => /^\d/.test(term)));
  return [...new Set(rarest.flatMap(linesWith))].some((at) => {
    const old = older.lines[at];
    if (!old || countIn(line.set, old.set) < needed || countIn(numbers, old.set) < numbers.size) return false;
    return countNegations(old.text) === countNegations(line.text);
  });
}

/** The lines of greatest value together that fit into the words (0/1 knapsack), in reading order. */
function fill(lines: readonly Line[], values: readonly number[], words: number): Line[] {
  const size = Math.max(
    0,
    Math.min(
      words,
      lines.reduce((sum, line) => sum + line.words, 0),
    ),
  );
  const best = new Float64Array(size + 1);
  const taken: Uint8Array[] = [];
  for (const [at, line] of lines.entries()) {
    const row = new Uint8Array(size + 1);
    for (let room = size; room >= line.words; room--) {
      const value = (best[room - line.words] ?? 0) + (values[at] ?? 0);
      if (value <= (best[room] ?? 0)) continue;
      best[room] = value;
      row[room] = 1;
    }
    taken.push(row);
  }
  const chosen: Line[] = [];
  let room = size;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || !taken[at]?.[room]) continue;
    chosen.push(line);
    room -= line.words;
  }
  return chosen.reverse();
}
