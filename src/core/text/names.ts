/** Names of people, organisations and places. */
import type { Name } from '../article.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import { readWords, signsOf } from './names/features.ts';
import { MODEL } from './names/model.ts';
import { isHeadline, trimName } from './names/repair.ts';
import { addSurnames, alignSurnames } from './names/surnames.ts';
import { decode, isBeginning, kindOfTag } from './names/tagger.ts';
import type { NameRun } from './reading.ts';
import { type SentenceRun, splitSentences } from './sentences.ts';
import { parseTokens, type Token } from './tokens.ts';

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
  for (const sentence of sentences) {
    const { first, last } = sentence;
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

/** Small words inside of names. */
const JOINS = /^(?:bin|ibn|bint|ben|van|von|der|den|de|da|di|del|della|dos|du|la|al|el)$/;

/** "Hamad bin Khalid" is one person. */
function joinNames(tokens: readonly Token[], names: readonly NameRun[]): NameRun[] {
  const joined: NameRun[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const between = before === undefined ? [] : tokens.slice(before.last, name.first);
    const isOne =
      before?.kind === 'person' &&
      name.kind === 'person' &&
      between.length === 1 &&
      between.every(({ word }) => JOINS.test(word));
    if (isOne) joined.splice(-1, 1, { ...before, last: name.last });
    else joined.push(name);
  }
  return joined;
}
