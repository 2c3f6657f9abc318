/** The subject of a verb: who spoke, where the verb stands behind the speaker. */
import { OFFICES, ORGANISATION_WORDS } from '../data/offices.ts';
import { GAP, type Token } from '../tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDash,
  isDeterminer,
  isHardBorder,
  isPreposition,
  isSpeechVerb,
  isTime,
  isVerbLike,
  PRONOUNS,
} from './grammar.ts';
import { isPlural, type Phrase, phraseBefore, phraseFrom } from './mentions.ts';

/** How far back appositions are looked through, in tokens. */
const APPOSITION = 45;
/** … and in commas. */
const COMMAS = 8;

/** So far back the subject of an earlier verb is looked for, in tokens: no sentence of prose is longer, hostile ones are. */
const EARLIER = 120;

/** From the comma behind a name to its employer, in tokens. */
const EMPLOYED = 12;

/** Longest relative clause without a comma, in tokens. */
const RELATIVE = 20;

/** What leads to a place, and not to who speaks. */
const WHERE = /^(?:on|in|at|near|behind|inside|outside|across|beside|under)$/;

const SUBORDINATE = new Set(
  'when while after before although though because since if as whereas that which where whose'.split(' '),
);

/**
 * The subject of a verb, looked for before it: past adverbs and auxiliaries, and past an apposition
 * ("Sessions, a senator from Alabama, said"). Goes back no further than `limit`.
 */
export function subjectBefore(tokens: readonly Token[], verb: number, limit: number): Phrase | null {
  let at = verb;
  while (at > limit && verb - at < EARLIER) {
    const token = tokens[at - 1] as Token;
    if ((tokens[at]?.gap ?? 0) >= GAP.paragraph) return null;
    const skipped =
      (token.kind === 'word' &&
        (isAdverb(token) || isAuxiliary(token) || isTime(token) || token.lower === 'to')) ||
      (token.lower === 'on' && isTime(tokens[at])) ||
      (token.lower === 'in' && isTime(tokens[at]));
    if (!skipped) break;
    at--;
    // "went on to say", "interjected to say": the subject stands before the first verb
    if (token.lower === 'to')
      while (
        at > limit + 1 &&
        verb - at < EARLIER &&
        (isVerbLike(tokens, at - 1) || /^(?:on|gone)$/.test(tokens[at - 1]?.lower ?? ''))
      )
        at--;
  }
  const end = tokens[at - 1];
  if (at <= limit || !end) return null;
  if (end.lower === 'who' || end.lower === 'which')
    return phraseBefore(tokens, tokens[at - 2]?.word === ',' ? at - 2 : at - 1, limit);
  if (end.lower === 'and' || end.lower === 'but' || end.lower === 'or')
    return earlierSubject(tokens, at - 1, limit);
  if (end.word === ',') return appositionOf(tokens, at - 1, limit);
  if (isDash(end)) return beforeDashes(tokens, at - 1, limit);
  const phrase = phraseBefore(tokens, at, limit);
  const employed = phrase && (employedBy(tokens, phrase, limit) ?? listedWith(tokens, phrase, limit));
  if (employed) return employed;
  // "had taken the floor to declare": what was taken declares nothing.
  const aimed = tokens[verb - 1]?.lower === 'to' && phrase && !isPersonLike(tokens, phrase);
  const done = phrase ? phrase.first - 1 : 0;
  if (aimed && (isVerbLike(tokens, done) || isAuxiliary(tokens[done - 1]))) {
    const doer = earlierSubject(tokens, phrase.first, limit);
    return tokens[doer?.first ?? -1]?.lower === 'it' ? null : doer;
  }
  // "an official who spoke to explain the plan said": an infinitive, not a subject
  const infinitive =
    phrase &&
    tokens[phrase.first - 1]?.lower === 'to' &&
    !tokens[phrase.first]?.capital &&
    !isDeterminer(tokens[phrase.first]);
  if (infinitive) return earlierSubject(tokens, phrase.first, limit);
  return phrase && (antecedentOf(tokens, phrase, limit) ?? withHead(tokens, phrase, limit));
}

/** "the man who studied at Harvard vowed": it is the man who vows. Null where no relative clause ends with the phrase. */
function antecedentOf(tokens: readonly Token[], object: Phrase, limit: number): Phrase | null {
  if (PRONOUNS.has(tokens[object.last - 1]?.lower ?? '')) return null;
  let verbs = 0;
  for (let i = object.first - 1; i > limit && object.first - i < RELATIVE; i--) {
    if (tokens[i]?.word === ',' || isHardBorder(tokens, i) || SUBORDINATE.has(tokens[i]?.lower ?? ''))
      return null;
    if (tokens[i]?.lower === 'who') return verbs > 0 ? phraseBefore(tokens, i, limit) : null;
    if (isVerbLike(tokens, i)) verbs += 1;
  }
  return null;
}

/** "migrants stranded on the northern side chanted": the side chants nothing. */
function withHead(tokens: readonly Token[], place: Phrase, limit: number): Phrase {
  const at = place.first - 1;
  if (at <= limit || !WHERE.test(tokens[at]?.lower ?? '') || tokens[place.last - 1]?.capital) return place;
  const head = phraseBefore(tokens, at, limit);
  return head?.last === at && !isTime(tokens[head.last - 1])
    ? { first: head.first, last: place.last }
    : place;
}

/** Whose employer stands right before the verb: "Ada Hale, professor of physics at Ostry University said", "Ada Hale from Ostry said". */
function employedBy(tokens: readonly Token[], house: Phrase, limit: number): Phrase | null {
  let at = house.first - 1;
  if (isDeterminer(tokens[at])) at--;
  if (at <= limit || !/^(?:at|of|from|with)$/.test(tokens[at]?.lower ?? '')) return null;
  const from = Math.max(limit, at - EMPLOYED);
  let comma = at - 1;
  while (comma > from && tokens[comma]?.kind === 'word' && !isVerbLike(tokens, comma)) comma--;
  // Without a comma the name ends right before the preposition.
  const end = tokens[comma]?.word === ',' ? comma : at;
  const person = phraseBefore(tokens, end, limit);
  const named = person?.last === end && tokens[person.first]?.capital && tokens[end - 1]?.capital;
  if (!person || !named || isPreposition(tokens[person.first - 1]) || isTime(tokens[end - 1])) return null;
  return end === comma ? person : { first: person.first, last: house.last };
}

/** Whose office and house stand between commas and the verb: "Ada Hale, harbour master, Ostry Harbour Board said". */
function listedWith(tokens: readonly Token[], house: Phrase, limit: number): Phrase | null {
  const behind = house.first - 1;
  if (tokens[behind]?.word !== ',' || !tokens[house.first]?.capital) return null;
  const from = Math.max(limit, behind - EMPLOYED);
  let comma = behind - 1;
  while (comma > from && tokens[comma]?.kind === 'word' && !isAuxiliary(tokens[comma])) comma--;
  if (tokens[comma]?.word !== ',' || !OFFICES.has(tokens[behind - 1]?.lower ?? '')) return null;
  const person = phraseBefore(tokens, comma, limit);
  const named = person?.first === limit && tokens[person.first]?.capital && tokens[comma - 1]?.capital;
  return person && named && person.last - person.first > 1 && !isTime(tokens[comma - 1]) ? person : null;
}

/** "Sessions, a senator, said": the phrase before the apposition that ends at the comma. */
function appositionOf(tokens: readonly Token[], comma: number, limit: number): Phrase | null {
  return (
    personBefore(tokens, comma, limit, true) ??
    namedBetween(tokens, comma, limit) ??
    earlierSubject(tokens, comma, limit) ??
    leading(tokens, comma, limit)
  );
}

/** "his employer, Ostry Shipping, said": the name of whom the phrase before it tells. */
function namedBetween(tokens: readonly Token[], comma: number, limit: number): Phrase | null {
  const name = phraseBefore(tokens, comma, limit);
  if (!name || !tokens[name.first]?.capital || tokens[name.first - 1]?.word !== ',') return null;
  const told = phraseBefore(tokens, name.first - 1, limit);
  return told && isDeterminer(tokens[told.first]) && !isPreposition(tokens[told.first - 1]) ? name : null;
}

/** "Hale – who has led the party since 2019 – said": the phrase before the other dash. */
function beforeDashes(tokens: readonly Token[], dash: number, limit: number): Phrase | null {
  const first = isDash(tokens[dash - 1]) ? dash - 1 : dash; // "--"
  for (let i = first - 1; i > limit && dash - i < APPOSITION; i--) {
    if (isDash(tokens[i])) return phraseBefore(tokens, isDash(tokens[i - 1]) ? i - 1 : i, limit);
    if (tokens[i]?.kind === 'mark' || tokens[i]?.kind === 'end') return null;
  }
  return null;
}

/** Who stands before one of the commas that come before this one, in the same clause. */
function personBefore(
  tokens: readonly Token[],
  comma: number,
  limit: number,
  pastMarks: boolean,
): Phrase | null {
  let commas = 0;
  for (let i = comma - 1; i >= limit && i > comma - APPOSITION && commas < COMMAS; i--) {
    if (isHardBorder(tokens, i) && !(pastMarks && tokens[i]?.kind === 'mark')) return null;
    if (tokens[i]?.word !== ',') continue;
    commas += 1;
    const phrase = phraseBefore(tokens, i, limit);
    if (phrase && isPersonLike(tokens, phrase)) return phrase;
  }
  return null;
}

/** The phrase that the sentence begins with, whoever it means: "The biographers of the president, A and B, wrote". */
function leading(tokens: readonly Token[], comma: number, limit: number): Phrase | null {
  const phrase = phraseFrom(tokens, limit, comma);
  return phrase && tokens[phrase.last]?.word === ',' && !isPreposition(tokens[limit]) ? phrase : null;
}

/** Begins with a capital, a determiner with an office, or is a pronoun. */
function isPersonLike(tokens: readonly Token[], phrase: Phrase): boolean {
  const head = tokens[phrase.last - 1] as Token;
  if (PRONOUNS.has(head.lower)) return true;
  if (isTime(head)) return false;
  let from = phrase.first;
  if (isPreposition(tokens[from - 1])) return false;
  while (from < phrase.last && isDeterminer(tokens[from])) from++;
  const before = tokens[phrase.first - 1];
  if (before && isPreposition(before)) return false;
  if (head.capital || head.word === '.') return true;
  return (
    OFFICES.has(head.lower) ||
    isPlural(head.lower) ||
    ORGANISATION_WORDS.has(head.lower) ||
    PAPERS.has(head.lower)
  );
}

/** Writings that "say" something. */
const PAPERS = new Set(
  'statement letter report email ad memo poll study survey article editorial tweet website post book paper document documents release narrator voice crowd crowds audience protesters ruling complaint lawsuit filing video message note spot campaign newspaper outlet site analysis readout transcript'.split(
    ' ',
  ),
);

/** The first subject before a verb in its sentence: for "…, adding" and "… and said". */
export function earlierSubject(tokens: readonly Token[], at: number, limit: number): Phrase | null {
  let best: Phrase | null = null;
  let score = 0;
  for (let i = Math.max(limit + 1, at - EARLIER); i < at; i++) {
    if (!isVerbLike(tokens, i)) continue;
    if (isAuxiliary(tokens[i - 1]) || isPreposition(tokens[i - 1])) continue;
    const before = tokens[i - 1];
    if (!before || before.word === ',' || isConjunction(before)) {
      const relative = before && (before.lower === 'who' || before.word === ',');
      if (!relative) continue;
    }
    const phrase =
      before?.word === ','
        ? personBefore(tokens, i - 1, limit, false)
        : phraseBefore(tokens, before && isAdverb(before) ? i - 1 : i, limit);
    if (!phrase || !isPersonLike(tokens, phrase)) continue;
    if (SUBORDINATE.has(tokens[phrase.first - 1]?.lower ?? '')) continue;
    const value = (isSpeechVerb(tokens, i) ? 2 : 1) + (phrase.first === limit ? 0.5 : 0);
    if (value > score || (value === score && isSpeechVerb(tokens, i))) {
      best = phrase;
      score = value;
    }
  }
  return best;
}
