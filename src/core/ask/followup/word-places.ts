/** Where the words of a text stand: in which phrase, at what place in it. */
import type { Features } from '../models/linear.ts';
import type { Phrase, Read } from './phrases.ts';

/** Where a stem stands first, in a phrase if anywhere in one. */
export interface Place {
  /** Index of the word. */
  readonly at: number;
  readonly phrase: Phrase | undefined;
  /** Number of the phrase in the text, -1 outside. */
  readonly order: number;
}

/** Words before a phrase that say what it does in the sentence, as numbers; trees cut between them. */
const BEFORE = new Map(
  [
    ['about'],
    ['of'],
    ['in'],
    ['for'],
    ['with'],
    ['to'],
    ['on'],
    ['between'],
    ['and'],
    ['is', 'was'],
    ['are', 'were'],
    ['did', 'does', 'do', 'can', 'could', 'has', 'have', 'will', 'would', 'should'],
    ['from'],
    ['by'],
    ['at'],
    [''],
  ].flatMap((words, i): [string, number][] => words.map((word) => [word, i + 1])),
);
const POS: Readonly<Partial<Record<string, number>>> = { PROPN: 1, NOUN: 2, ADJ: 3, NUM: 4, VERB: 5, ADV: 6 };

/** Where each stem of a text stands. */
export function findPlaces(read: Read): Map<string, Place> {
  const orders = new Map<number, number>();
  read.phrases.forEach(({ first, last }, order) => {
    for (let at = first; at < last; at++) orders.set(at, order);
  });
  const places = new Map<string, Place>();
  read.stems.forEach((stems, at) => {
    const order = orders.get(at) ?? -1;
    for (const stem of stems) {
      const known = places.get(stem);
      if (known === undefined || (known.order < 0 && order >= 0))
        places.set(stem, { at, phrase: read.phrases[order], order });
    }
  });
  return places;
}

const PARTS = ['Pos', 'Head', 'Before', 'Plural', 'Named', 'Length', 'Order', 'Ahead', 'The'] as const;
/** Names of the features: made once, since they are read for every word. */
const NAMES = {
  a: PARTS.map((part) => `a${part}`),
  q: PARTS.map((part) => `q${part}`),
} as const;

function name(prefix: 'a' | 'q', values: readonly number[]): Features {
  const features: Record<string, number> = {};
  const names = NAMES[prefix];
  for (let i = 0; i < names.length; i++) features[names[i] ?? ''] = values[i] ?? 0;
  return features;
}

/** The features of a place, their names beginning with `prefix`: of the last answer or of a question. */
export function readPlace(prefix: 'a' | 'q', read: Read | undefined, place: Place | undefined): Features {
  if (read === undefined || place === undefined) return name(prefix, [-1, 0, -1, 0, 0, 0, -1]);
  const { at, phrase, order } = place;
  const pos = POS[read.words[at]?.pos ?? ''] ?? 0;
  if (phrase === undefined) return name(prefix, [pos, -1, 0, 0, 0, 0, order, -1, -1]);
  const { article, before, first, last, plural, named } = phrase;
  return name(prefix, [
    pos,
    last - 1 - at,
    BEFORE.get(before) ?? 18,
    plural ? 1 : 0,
    named ? 1 : 0,
    last - first,
    order,
    read.phrases.length - 1 - order,
    article === 'the' ? 1 : article === '' ? 0 : 2,
  ]);
}
