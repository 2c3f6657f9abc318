/** What articles know of names: "Velmar" is a place, and "Tarkan" a woman, whatever they look like in a question. */
import type { NameKind, ReadArticle } from '../../article.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import { type Gender, genderOf } from '../../text/gender.ts';
import { isCommon } from '../../text/names/features.ts';

export interface KnownName {
  /** Undefined where articles take the name for several kinds. */
  readonly kind: NameKind | undefined;
  /** Null where nothing tells. */
  readonly gender: Gender | null;
  /** Whether any article takes it for a place. */
  readonly isPlace: boolean;
}

/** By names in small letters: whole names, and the first and last names of people. */
export type KnownNames = ReadonlyMap<string, KnownName>;

export const NO_NAMES: KnownNames = new Map();

/** A name as it is looked up, however its apostrophe was typed: "O’Brien", "o'brien". */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[’‘`]/g, "'");

/** A question that was typed without capitals, with one for each of the names; as long as it was. */
export function nameCase(question: string, names: KnownNames): string {
  if (/\p{Lu}/u.test(question)) return question;
  return question.replace(/\p{L}{3,}/gu, (word) =>
    names.has(word) && (!isCommon(word) || COUNTRIES.has(word))
      ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
      : word,
  );
}

/** A text with a capital for each name of somebody that stands in small letters; as long as it was. */
export function nameCasePeople(text: string, names: KnownNames): string {
  return text.replace(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu, (word) =>
    names.get(word)?.kind === 'person' && !isCommon(word)
      ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
      : word,
  );
}

// A long list is asked of again and again.
const lists = new WeakMap<readonly ReadArticle[], KnownNames>();

/** What the entities of articles tell of names; remembered for the list. */
export function readKnownNames(articles: readonly ReadArticle[]): KnownNames {
  const before = lists.get(articles);
  if (before !== undefined) return before;
  const known = new Map<string, KnownName>();
  const add = (key: string, { kind, gender }: Omit<KnownName, 'isPlace'>): void => {
    const other = known.get(key);
    // Of two people of one name nothing is known but that they are people.
    known.set(key, {
      kind: other === undefined || other.kind === kind ? kind : undefined,
      gender: other === undefined || other.gender === gender ? gender : null,
      isPlace: other?.isPlace === true || kind === 'place',
    });
  };
  for (const { analysis } of articles)
    for (const { name, kind, role } of analysis.entities) {
      const gender = kind === 'person' ? genderOf(name, role) : null;
      const whole = nameKey(name);
      add(whole, { kind, gender });
      if (kind !== 'person') continue;
      const words = whole.split(' ');
      for (const part of new Set([words[0], words.at(-1)])) add(part ?? whole, { kind, gender });
    }
  // "Falls" of Larkfield Falls is a place too, unless it is somebody.
  for (const { analysis } of articles)
    for (const { name, kind } of analysis.entities) {
      const part = nameKey(name).split(' ').at(-1) ?? '';
      if (kind !== 'person' && part.length < name.length && !known.has(part))
        known.set(part, { kind, gender: null, isPlace: kind === 'place' });
    }
  lists.set(articles, known);
  return known;
}
