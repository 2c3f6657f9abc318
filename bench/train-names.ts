/**
 * Learns the weights of src/core/text/names/weights.ts with the averaged structured perceptron (Collins 2002)
 * from tagged sentences in ../shared/data, with classes of words from running text (word-clusters.ts), and prints what
 * held-out fifths of the sentences give: the tagger alone, and with the corrections of `parseNames`.
 * `npx tsx bench/train-names.ts [--write]`
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  bitOf,
  ROWS,
  readWords,
  type Signs,
  setClass,
  signsOf,
  WIDTH,
} from '../src/core/text/names/features.ts';
import { CLASSES, COMMON, MODEL, type Weights } from '../src/core/text/names/model.ts';
import { decode, TAG_COUNT, TAGS } from '../src/core/text/names/tagger.ts';
import { parseNames } from '../src/core/text/names.ts';
import { parseTokens, type Token } from '../src/core/text/tokens.ts';
import { learnClasses } from './word-clusters.ts';

const DATA = new URL('../../shared/data/names-wikineural/dev.jsonl.gz', import.meta.url);
const NEWS = new URL('../../shared/data/quotes-polnear/dev.jsonl.gz', import.meta.url);
/** Sets with running text, which is read without their labels. */
const RUNNING = [
  'quotes-polnear',
  'summ-multinews',
  'cluster-wikinews',
  'qa-realtimeqa',
  'qa-squad2',
  'qa-clapnq',
  'followup-mtragun',
  'cluster-ecbplus',
  'faithfulness-qags',
  'timeline-background',
  'multihoprag',
  'similarity-semeval22',
];
/** Shorter texts are questions and titles. */
const RUNNING_LEAST = 150;
const TARGET = new URL('../src/core/text/names/weights.ts', import.meta.url);
const EPOCHS = 3;
const FOLDS = 5;
const LEARNERS = 8;
const OTHER = 7;
const KINDS: Readonly<Record<string, number>> = { PER: 1, ORG: 3, LOC: 5, MISC: OTHER };

interface Example {
  readonly signs: Signs;
  readonly gold: Uint8Array;
}

interface Row {
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

interface Span {
  readonly start: number;
  end: number;
  readonly kind: number;
}

/** A tagged sentence as text: with the spaces of the data, or with those of print. */
function textOf({ tokens: words, tags }: Row, print: boolean): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  words.forEach((word, i) => {
    const glued = print && (/^(?:[.,;:!?%)\]]|'s|’s|n't)$/.test(word) || /[([$]$/.test(text));
    if (text !== '' && !glued) text += ' ';
    const start = text.length;
    text += word;
    const tag = tags[i] ?? 'O';
    const kind = KINDS[tag.slice(2)];
    const last = spans.at(-1);
    if (kind && tag.startsWith('I-') && last && last.kind === kind && tags[i - 1]?.slice(2) === tag.slice(2))
      last.end = text.length;
    else if (kind) spans.push({ start, end: text.length, kind });
  });
  return { text, spans };
}

function buildExample(row: Row, print: boolean): Example {
  const { text, spans } = textOf(row, print);
  const tokens = parseTokens(text);
  const gold = new Uint8Array(tokens.length);
  for (const { start, end, kind } of spans) {
    let first = true;
    tokens.forEach((token: Token, i) => {
      if (token.start < start || token.end > end) return;
      gold[i] = first ? kind : kind + 1;
      first = false;
    });
  }
  return { signs: signsOf(readWords(tokens), 0, tokens.length), gold };
}

/** Averaged weights of a few passes over the examples. */
function learnOnce(examples: readonly Example[], start: number): Weights {
  const signs = new Float64Array(ROWS * TAG_COUNT);
  const steps = new Float64Array(TAG_COUNT * TAG_COUNT);
  const signSums = new Float64Array(signs.length);
  const stepSums = new Float64Array(steps.length);
  let turn = 1;
  let seed = start;
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const k = seed % (i + 1);
      [order[i], order[k]] = [order[k] as number, order[i] as number];
    }
    for (const at of order) {
      const example = examples[at] as Example;
      const got = decode(example.signs, { signs, steps });
      const change = (by: number, tags: Uint8Array) => {
        let before = 0;
        const { rows, candidates } = example.signs;
        for (let i = 0; i < candidates.length; i++) {
          const tag = candidates[i] ? (tags[i] as number) : 0;
          for (let k = i * WIDTH; candidates[i] && k < (i + 1) * WIDTH; k++) {
            const at = (rows[k] as number) * TAG_COUNT + tag;
            signs[at] = (signs[at] as number) + by;
            signSums[at] = (signSums[at] as number) + by * turn;
          }
          if (candidates[i]) {
            const at = before * TAG_COUNT + tag;
            steps[at] = (steps[at] as number) + by;
            stepSums[at] = (stepSums[at] as number) + by * turn;
          }
          before = tag;
        }
      };
      if (got.some((tag, i) => example.signs.candidates[i] && tag !== example.gold[i])) {
        change(1, example.gold);
        change(-1, got);
      }
      turn++;
    }
  }
  return {
    signs: signs.map((value, i) => value - (signSums[i] as number) / turn),
    steps: steps.map((value, i) => value - (stepSums[i] as number) / turn),
  };
}

/** The mean of several learners, each with the examples in another order. */
function learn(examples: readonly Example[]): Weights {
  const all = Array.from({ length: LEARNERS }, (_, i) => learnOnce(examples, 7 + 101 * i));
  const mean = (pick: (weights: Weights) => Weights['signs']) =>
    Float64Array.from(
      pick(all[0] as Weights),
      (_, i) => all.reduce((sum, weights) => sum + (pick(weights)[i] as number), 0) / LEARNERS,
    );
  return { signs: mean((weights) => weights.signs), steps: mean((weights) => weights.steps) };
}

/** Weights as small whole numbers. */
function quantise({ signs, steps }: Weights): { signs: Int8Array; steps: Int8Array } {
  let most = 0;
  for (const value of signs) most = Math.max(most, Math.abs(value));
  for (const value of steps) most = Math.max(most, Math.abs(value));
  const scale = 127 / most;
  const small = {
    signs: Int8Array.from(signs, (value) => Math.round(value * scale)),
    steps: Int8Array.from(steps, (value) => Math.round(value * scale)),
  };
  // The learner passes over too many names: "other" and "outside" cost a little.
  for (let before = 0; before < TAG_COUNT; before++) {
    small.steps[before * TAG_COUNT + OTHER] = (small.steps[before * TAG_COUNT + OTHER] as number) - 8;
    small.steps[before * TAG_COUNT] = (small.steps[before * TAG_COUNT] as number) - 6;
  }
  return small;
}

function spansOf(tags: Uint8Array): string[] {
  const spans: string[] = [];
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as number;
    if (tag % 2 !== 1 || tag === OTHER) continue;
    let end = i + 1;
    while (tags[end] === tag + 1) end++;
    spans.push(`${i} ${end} ${TAGS[tag]}`);
  }
  return spans;
}

/** Counts hits, wrong ones and missed ones. */
function count(counts: number[], gold: ReadonlySet<string>, got: ReadonlySet<string>): void {
  for (const span of got) counts[gold.has(span) ? 0 : 1] = (counts[gold.has(span) ? 0 : 1] as number) + 1;
  for (const span of gold) if (!got.has(span)) counts[2] = (counts[2] as number) + 1;
}

const bare = (list: readonly string[]): Set<string> => new Set(list.map((span) => span.replace(/ \S+$/, '')));

/** The names of whole texts, as the product reads them with these weights. */
function scoreNames(rows: readonly Row[], { signs, steps }: { signs: Int8Array; steps: Int8Array }) {
  MODEL.signs.set(signs);
  MODEL.steps.set(steps);
  const typed = [0, 0, 0];
  const spans = [0, 0, 0];
  for (const row of rows) {
    const { text, spans: marked } = textOf(row, false);
    const want = marked
      .filter(({ kind }) => kind !== OTHER)
      .map(({ start, end, kind }) => `${start} ${end} ${TAGS[kind]?.slice(2)}`);
    const got = parseNames(text)
      .filter(({ kind }) => kind !== 'other')
      .map(({ start, end, kind }) => `${start} ${end} ${kind}`);
    count(typed, new Set(want), new Set(got));
    count(spans, bare(want), bare(got));
  }
  return { typed, spans };
}

function score(examples: readonly Example[], weights: Weights): { typed: number[]; spans: number[] } {
  const typed = [0, 0, 0];
  const spans = [0, 0, 0];
  for (const { signs, gold } of examples) {
    const got = spansOf(decode(signs, weights));
    const want = spansOf(gold);
    count(typed, new Set(want), new Set(got));
    count(spans, bare(want), bare(got));
  }
  return { typed, spans };
}

const f1 = ([hit, wrong, missed]: number[]): string =>
  ((2 * (hit ?? 0)) / (2 * (hit ?? 0) + (wrong ?? 0) + (missed ?? 0))).toFixed(3);

/** Sets the bits of words that running text writes small at least so often, and seldom with a capital inside a sentence. */
function learnCommon(least: number, share: number): void {
  COMMON.fill(0);
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const text of readTexts()) {
    const tokens = parseTokens(text);
    tokens.forEach((token, i) => {
      if (token.kind !== 'word' || !/^[a-z'-]+$/.test(token.lower)) return;
      if (!token.capital) small.set(token.lower, (small.get(token.lower) ?? 0) + 1);
      else if (tokens[i - 1]?.kind === 'word' && !tokens[i - 1]?.capital)
        large.set(token.lower, (large.get(token.lower) ?? 0) + 1);
    });
  }
  let words = 0;
  for (const [word, count] of small) {
    if (count < least || (large.get(word) ?? 0) > count * share) continue;
    const bit = bitOf(word);
    COMMON[bit >> 3] = (COMMON[bit >> 3] as number) | (1 << (bit & 7));
    words++;
  }
  console.log(`${words} common words`);
}

/** The long texts of the sets, each once. */
function readRunning(rows: readonly Row[]): Token[][] {
  const seen = new Set<string>();
  const texts: Token[][] = rows.map(({ tokens }) => parseTokens(tokens.join(' ')));
  const add = (value: unknown): void => {
    if (Array.isArray(value)) {
      if (value.every((part) => typeof part === 'string' && part.length < 10 * RUNNING_LEAST))
        add(value.join(' '));
      else value.forEach(add);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
    else if (
      typeof value === 'string' &&
      value.length > RUNNING_LEAST &&
      !/<\/?[a-z]+[ >]/i.test(value.slice(0, 400))
    ) {
      const start = value.slice(0, 80);
      if (!seen.has(start)) texts.push(parseTokens(value));
      seen.add(start);
    }
  };
  for (const set of RUNNING) {
    const folder = new URL(`../../shared/data/${set}/`, import.meta.url);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz')))
      for (const line of gunzipSync(readFileSync(new URL(file, folder)))
        .toString()
        .trim()
        .split('\n'))
        add(JSON.parse(line));
  }
  return texts;
}

/** Fills the table of classes; the more frequent of two words that share a place keeps it. */
function fillClasses(classes: ReadonlyMap<string, number>): void {
  CLASSES.fill(0);
  for (const [type, value] of [...classes].reverse())
    setClass(type.replace(/^\^/, ''), type.startsWith('^'), value);
  console.log(`${classes.size} words with a class`);
}

function readTexts(): string[] {
  const lines = gunzipSync(readFileSync(NEWS)).toString().trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

learnCommon(3, 0.3);
const rows = gunzipSync(readFileSync(DATA))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
fillClasses(learnClasses(readRunning(rows)));
const raw = rows.map((row) => buildExample(row, false));
const printed = rows.map((row) => buildExample(row, true));
const nothing = () => ({ typed: [0, 0, 0], spans: [0, 0, 0] });
const sums = nothing();
const corrected = nothing();
for (let fold = 0; fold < FOLDS; fold++) {
  const train = rows.flatMap((_, i) =>
    i % FOLDS === fold ? [] : [raw[i] as Example, printed[i] as Example],
  );
  const weights = quantise(learn(train));
  const rest = (_: unknown, i: number): boolean => i % FOLDS === fold;
  const result = score(raw.filter(rest), weights);
  const whole = scoreNames(rows.filter(rest), weights);
  for (const key of ['typed', 'spans'] as const) {
    sums[key] = sums[key].map((value, i) => value + (result[key][i] ?? 0));
    corrected[key] = corrected[key].map((value, i) => value + (whole[key][i] ?? 0));
  }
  console.log(`fold ${fold}: entity F1 ${f1(result.typed)}, span F1 ${f1(result.spans)}`);
}
console.log(`held-out fifths together: entity F1 ${f1(sums.typed)}, span F1 ${f1(sums.spans)}`);
console.log(`the same through parseNames: entity F1 ${f1(corrected.typed)}, span F1 ${f1(corrected.spans)}`);
if (process.argv.includes('--write')) {
  const { signs, steps } = quantise(
    learn(rows.flatMap((_, i) => [raw[i] as Example, printed[i] as Example])),
  );
  const encode = (values: Int8Array | Uint8Array) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
  writeFileSync(
    TARGET,
    `/** Learned by bench/train-names.ts: one signed byte a sign and tag, in base64. Made by a program; do not edit. */\nexport const SIGNS =\n  '${encode(signs)}';\nexport const STEPS = '${encode(steps)}';\nexport const COMMON_WORDS =\n  '${encode(COMMON)}';\nexport const WORD_CLASSES =\n  '${encode(CLASSES)}';\n`,
  );
}
