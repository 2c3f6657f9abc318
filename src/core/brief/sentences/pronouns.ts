/** "He" and "she" in a sentence that does not tell who it is. */
import type { Name, ReadArticle } from '../../article.ts';
import { courtesyAt, type Gender, genderOf } from '../../text/gender.ts';
import type { Line } from '../lines.ts';
import { DOES, tellOfSomebody } from './somebody.ts';

export interface Pronoun {
  readonly word: string;
  /** Where it stands in the sentence. */
  readonly at: number;
  /** Whoever is named in the sentence itself may be meant. */
  readonly orNamed?: true;
  /** "her" is whom something was done to, and not what is hers. */
  readonly object?: true;
}

const PRONOUN = /\b(?:he|she|his|her|hers|him|himself|herself)\b/giu;
/** Words in quotation marks: what others say means whomever they speak of. */
const QUOTED = /["“][^"”]*["”]?|(?<![\p{L}\d])[‘'](?=\p{L})[^‘’']{2,120}['’](?![\p{L}\d])/gu;
/** From the border of an opening phrase to who is meant: "When he was asked, Mayor Lund laughed." */
const AHEAD = 40;
/** "Her owner, Bo Lund, said": whoever is named there is another. */
const OWNS = /^(?:his|her) (?:\p{L}[\p{L}-]* ){0,3}\p{Ll}[\p{L}-]+$/iu;
/** "CNB": no person's name. */
const CAPITALS = /^\P{Ll}+$/u;

/** A sentence with what stands in quotation marks as so many spaces. */
export function blankQuoted(text: string): string {
  return text.replace(QUOTED, (said) => ' '.repeat(said.length));
}

function ownWords({ text, start, end }: Line, { analysis }: ReadArticle): string {
  let own = blankQuoted(text);
  for (const { kind, content } of analysis.quotes) {
    if (kind !== 'direct') continue;
    for (const span of content) {
      const [from, to] = [Math.max(span.start, start) - start, Math.min(span.end, end) - start];
      if (from < to) own = own.slice(0, from) + ' '.repeat(to - from) + own.slice(to);
    }
  }
  return own;
}

/** What a person is called by, as far as his title, his role or his given name tells. */
export function genderIn(article: ReadArticle, entity: number): Gender | null {
  const known = genders.get(article) ?? new Map<number, Gender | null>();
  genders.set(article, known);
  const gender = known.get(entity);
  if (gender !== undefined) return gender;
  const read = readGender(article, entity);
  known.set(entity, read);
  return read;
}

const genders = new WeakMap<ReadArticle, Map<number, Gender | null>>();

function readGender({ text, analysis }: ReadArticle, entity: number): Gender | null {
  const { name = '', role = null } = analysis.entities[entity] ?? {};
  const called = analysis.names.filter((each) => each.entity === entity);
  const courtesy = called.map(({ start }) => courtesyAt(text, start)).find((title) => title !== null);
  return courtesy ?? genderOf(name, role);
}

export function genderOfPronoun(word: string): Gender {
  return /^(?:he|his|him|himself)$/i.test(word) ? 'he' : 'she';
}

/** Of "he" and of "she" the first in a sentence for which nobody is named, nor told, in its own words. */
export function findUnnamed(line: Line, article: ReadArticle): Pronoun[] {
  if (line.text.search(PRONOUN) < 0) return [];
  const own = ownWords(line, article);
  const names = article.analysis.names.filter(({ start, end }) => start >= line.start && end <= line.end);
  const isTold = (gender: Gender, from: number, to: number): boolean => {
    const [first, last] = [line.start + from, line.start + to];
    return (
      names.some((name) => name.start >= first && name.start < last && mayBe(name, gender, line, article)) ||
      hasUnread(line, names, article, from, to) ||
      tellOfSomebody(line.text.slice(from, to))
    );
  };
  const seen = new Set<Gender>();
  return [...own.matchAll(PRONOUN)].flatMap(({ 0: word, index: at }) => {
    const gender = genderOfPronoun(word);
    if (seen.has(gender)) return [];
    seen.add(gender);
    if (isTold(gender, 0, at)) return [];
    // "After his trial, Mara Lund …" looks ahead.
    const border = own.slice(at).search(/[,)–—] /u);
    const isAhead =
      border >= 0 &&
      !(at === 0 && OWNS.test(own.slice(0, border))) &&
      isTold(gender, at + border, at + border + AHEAD);
    return isAhead ? [] : [{ word, at }];
  });
}

function mayBe(
  { start, end, kind, entity }: Name,
  gender: Gender,
  line: Line,
  article: ReadArticle,
): boolean {
  const { text } = article;
  // At the head of a sentence what was read as a house may be somebody, where it does something.
  if (kind !== 'person')
    return (
      start === line.start &&
      kind !== 'place' &&
      !CAPITALS.test(text.slice(start, end)) &&
      DOES.test(text.slice(end, line.end))
    );
  const called = text.slice(start, end);
  // A surname that two people have may be that of a wife.
  const sharers = /\s/.test(called) ? 1 : namesakesOf(called, article);
  const known = entity === null || sharers > 1 ? null : genderIn(article, entity);
  return known === null || known === gender;
}

function namesakesOf(surname: string, { analysis }: ReadArticle): number {
  return analysis.entities.filter(
    ({ kind, name }) => kind === 'person' && (name === surname || name.endsWith(` ${surname}`)),
  ).length;
}

/** Whether a surname of the article stands there that was read as no person, as happens at the head of a sentence. */
function hasUnread(
  line: Line,
  names: readonly Name[],
  { analysis }: ReadArticle,
  from: number,
  to: number,
): boolean {
  return [...line.text.slice(from, to).matchAll(/\p{Lu}\p{L}+/gu)].some(({ 0: word, index }) => {
    const at = line.start + from + index;
    return (
      !names.some(({ start, end, kind }) => kind === 'person' && start <= at && at < end) &&
      analysis.entities.some(({ kind, name }) => kind === 'person' && name.split(' ').at(-1) === word)
    );
  });
}
