/** Where the words of a text stand: in which phrase, at what place in it. */
import type { Features } from './linear.ts';
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

/** The features of a place, their names beginning with `prefix`. */
export function readPlace(prefix: string, read: Read | undefined, place: Place | undefined): Features {
  const named = (values: Readonly<Record<string, number>>): Features =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));
  if (read === undefined || place === undefined) return named({ Pos: -1, Before: -1, Order: -1 });
  const { at, phrase, order } = place;
  const pos = POS[read.words[at]?.pos ?? ''] ?? 0;
  if (phrase === undefined) return named({ Pos: pos, Head: -1, Order: order, Ahead: -1, The: -1 });
  const { article, before, first, last } = phrase;
  return named({
    Pos: pos,
    Head: last - 1 - at,
    Before: BEFORE.get(before) ?? 18,
    Plural: phrase.plural ? 1 : 0,
    Named: phrase.named ? 1 : 0,
    Length: last - first,
    Order: order,
    Ahead: read.phrases.length - 1 - order,
    The: article === 'the' ? 1 : article === '' ? 0 : 2,
  });
}
