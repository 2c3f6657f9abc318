/** What common words mean: how like two are, synonyms, opposites, and the kind of thing that a noun names. */

/** WordNet's kinds of nouns (its lexicographers' files), in their order. */
const NOUN_KINDS = [
  'top',
  'act',
  'animal',
  'artifact',
  'attribute',
  'body',
  'cognition',
  'communication',
  'event',
  'feeling',
  'food',
  'group',
  'location',
  'motive',
  'object',
  'person',
  'phenomenon',
  'plant',
  'possession',
  'process',
  'quantity',
  'relation',
  'shape',
  'state',
  'substance',
  'time',
] as const;

type NounKind = (typeof NOUN_KINDS)[number];

/** Of terms as core/search/query.ts makes them. Words that are not common enough are unknown. */
export interface Lexicon {
  /** Number of a word that is known. */
  find(term: string): number | undefined;
  /** Cosine of two words' vectors, -1 to 1; 0 where one is unknown. */
  likeness(a: string, b: string): number;
  /** The same for words that are known, by their numbers. */
  likenessOf(a: number, b: number): number;
  /** Sum of the vectors of words, rare ones counting more: what a text is about. */
  sum(terms: Iterable<string>): Float32Array;
  areSame(a: string, b: string): boolean;
  synonymsOf(term: string): readonly string[];
  oppositesOf(term: string): readonly string[];
  /** Of the commonest meaning; undefined for what is no noun or unknown. */
  kindOf(term: string): NounKind | undefined;
  /** 0 for the commonest word, 1 for one that is unknown. */
  rarity(term: string): number;
}

/** For each place the places that it is paired with. */
function readPairs(packed: string): Map<number, number[]> {
  const bytes = Buffer.from(packed, 'base64');
  const pairs = new Map<number, number[]>();
  const add = (one: number, other: number): void => {
    const known = pairs.get(one);
    if (known === undefined) pairs.set(one, [other]);
    else known.push(other);
  };
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  let first = 0;
  while (at < bytes.length) {
    first += read();
    const second = first + read();
    add(first, second);
    add(second, first);
  }
  return pairs;
}

/** Cosine of two sums; 0 where one is of unknown words alone. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let [both, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second);
}

let loading: Promise<Lexicon> | undefined;

async function load(): Promise<Lexicon> {
  // Names of this function, not of the module: a look-up of SIZE at each step of the loops made likenesses half as fast.
  const { TERMS, VECTORS, SIZE, SAME, OPPOSITE, KINDS } = await import('./data.ts');
  const terms = TERMS.split(' ');
  const index = new Map(terms.map((term, at) => [term, at]));
  const bytes = Buffer.from(VECTORS, 'base64');
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const lengths = Float32Array.from({ length: index.size }, (_, at) => {
    let sum = 0;
    for (let i = at * SIZE; i < (at + 1) * SIZE; i++) sum += (vectors[i] ?? 0) ** 2;
    return Math.sqrt(sum) || 1;
  });
  const [same, opposite] = [readPairs(SAME), readPairs(OPPOSITE)];
  const termsOf = (pairs: ReadonlyMap<number, readonly number[]>, term: string): string[] => {
    const at = index.get(term);
    return (at === undefined ? undefined : pairs.get(at))?.map((other) => terms[other] ?? '') ?? [];
  };
  const likenessOf = (i: number, j: number): number => {
    let sum = 0;
    const [from, other] = [i * SIZE, j * SIZE];
    for (let k = 0; k < SIZE; k++) sum += (vectors[from + k] ?? 0) * (vectors[other + k] ?? 0);
    return sum / ((lengths[i] ?? 1) * (lengths[j] ?? 1));
  };
  return {
    find: (term) => index.get(term),
    likeness(a, b) {
      const [i, j] = [index.get(a), index.get(b)];
      return i === undefined || j === undefined ? 0 : likenessOf(i, j);
    },
    likenessOf,
    sum(terms) {
      const total = new Float32Array(SIZE);
      for (const term of terms) {
        const at = index.get(term);
        if (at === undefined) continue;
        const weight = Math.log(2 + at) / (lengths[at] ?? 1);
        for (let k = 0; k < SIZE; k++) total[k] = (total[k] ?? 0) + weight * (vectors[at * SIZE + k] ?? 0);
      }
      return total;
    },
    areSame(a, b) {
      const [i, j] = [index.get(a), index.get(b)];
      return i !== undefined && j !== undefined && (same.get(i)?.includes(j) ?? false);
    },
    synonymsOf: (term) => termsOf(same, term),
    oppositesOf: (term) => termsOf(opposite, term),
    kindOf(term) {
      const at = index.get(term);
      return at === undefined ? undefined : NOUN_KINDS[KINDS.charCodeAt(at) - 97];
    },
    rarity(term) {
      const at = index.get(term);
      return at === undefined ? 1 : Math.log(1 + at) / Math.log(1 + index.size);
    },
  };
}

/** The lexicon; loaded once for the process, with the first question. */
export function openLexicon(): Promise<Lexicon> {
  loading ??= load();
  return loading;
}
