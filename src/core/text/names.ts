/** Names of people, organisations and places. */
import type { Name } from '../article.ts';
import { ORGANISATION_WORDS } from './data/offices.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import { readWords, signsOf } from './names/features.ts';
import { MODEL } from './names/model.ts';
import { isHeadline, trimName } from './names/repair.ts';
import { addSurnames, alignSurnames } from './names/surnames.ts';
import { decode, isBeginning, kindOfTag } from './names/tagger.ts';
import type { NameRun } from './reading.ts';
import { type SentenceRun, splitSentences } from './sentences.ts';
import { GAP, parseTokens, type Token } from './tokens.ts';
import { findTurns, type Turn } from './turns.ts';

/** The names of a text in order, not overlapping, each with the index of its entity. */
export function parseNames(text: string): Name[] {
  const tokens = parseTokens(text);
  const runs = findNames(tokens, splitSentences(tokens, parseMarks(tokens)));
  return groupNames(text, tokens, runs).names;
}

/** Finds the names among the tokens of sentences. */
export function findNames(tokens: readonly Token[], sentences: readonly SentenceRun[]): NameRun[] {
  const names: NameRun[] = [];
  const words = readWords(tokens);
  const turns = new Map(findTurns(tokens).map((turn) => [turn.label.first, turn]));
  for (const sentence of sentences.flatMap((run) => behindLabel(run, turns))) {
    const { first, last } = sentence;
    const turn = turns.get(first);
    if (turn !== undefined) {
      if (turn.name !== null) names.push({ ...turn.name, kind: 'person' });
      continue;
    }
    const tags = decode(signsOf(words, first, last), MODEL);
    const headline = isHeadline(tokens, sentence);
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i] as number;
      if (!isBeginning(tag)) continue;
      let end = i + 1;
      while (tags[end] === tag + 1) end++;
      const name = trimName(
        tokens,
        { first: first + i, last: first + end, kind: kindOfTag(tag) },
        sentence,
        headline,
      );
      if (name) names.push(name);
      i = end - 1;
    }
  }
  return addSurnames(tokens, alignSurnames(tokens, joinNames(tokens, names)));
}

/** What somebody says in a transcript is read without the label before it. */
function behindLabel(run: SentenceRun, turns: ReadonlyMap<number, Turn>): SentenceRun[] {
  const turn = turns.get(run.first);
  if (turn === undefined || turn.first >= run.last) return [run];
  return [
    { first: run.first, last: turn.first },
    { first: turn.first, last: run.last },
  ];
}

/** Small words inside of names. */
const JOINS = /^(?:bin|ibn|bint|ben|van|von|ter|der|den|de|da|di|del|della|dos|du|la|las|los|al|el)$/;
/** So many of them stand in a row: "van der", "de los". */
const MOST_JOINS = 2;
/** Of these a house is seldom called: "Hamad bin Khalid", "Anna van der Weber". */
const OF_PEOPLE = /^(?:bin|ibn|bint|van|von)$/;
/** "al-Khalid", behind a name. */
const ARTICLE_NAME = /^(?:al|el|ad|an|ar|as|ash|at|az)-\p{Lu}/u;

/** "Hamad bin Khalid al-Rashid" is one person. */
function joinNames(tokens: readonly Token[], names: readonly NameRun[]): NameRun[] {
  const joined: NameRun[] = [];
  for (const read of names) {
    const name = withArticleName(tokens, asPerson(tokens, read));
    const before = joined.at(-1);
    const between = before === undefined ? [] : tokens.slice(before.last, name.first);
    const isOne =
      before?.kind === 'person' &&
      name.kind !== 'organisation' &&
      between.length > 0 &&
      between.length <= MOST_JOINS &&
      (name.kind === 'person' || between.length === MOST_JOINS || OF_PEOPLE.test(between[0]?.word ?? '')) &&
      between.every(({ word, gap }) => gap === GAP.space && JOINS.test(word));
    if (isOne) joined.splice(-1, 1, { ...before, last: name.last });
    else joined.push(name);
  }
  return joined;
}

/** A name with such a word between others is that of a person, whatever it was read as. */
function asPerson(tokens: readonly Token[], name: NameRun): NameRun {
  if (name.kind === 'person' || ORGANISATION_WORDS.has(tokens[name.last - 1]?.lower ?? '')) return name;
  const inside = tokens.slice(name.first + 1, name.last - 1);
  const isPerson = inside.some(({ word }) => OF_PEOPLE.test(word)) && isOnlyName(tokens, name);
  return isPerson ? { ...name, kind: 'person' } : name;
}

/** "Hamad bin Khalid"; not "Hamad bin Khalid of the Guard", "the CIA bin Khalid unit", "the price of 12". */
function isOnlyName(tokens: readonly Token[], { first, last }: NameRun): boolean {
  const words = tokens.slice(first, last);
  const isOfName = ({ kind, word, capital }: Token): boolean =>
    kind === 'word' && (capital || JOINS.test(word) || ARTICLE_NAME.test(word));
  const isShort = /^\p{Lu}{2,5}$/u.test(words[0]?.word ?? '') && /\p{Ll}/u.test(words.at(-1)?.word ?? '');
  return words.every(isOfName) && !isShort;
}

function withArticleName(tokens: readonly Token[], name: NameRun): NameRun {
  const next = tokens[name.last];
  const goesOn = name.kind === 'person' && next?.gap === GAP.space && ARTICLE_NAME.test(next.word);
  return goesOn ? { ...name, last: name.last + 1 } : name;
}
