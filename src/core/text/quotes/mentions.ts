/** Noun phrases that say who spoke: "Miller", "he", "a spokesman for the ministry", "Rep. Elijah E. Cummings (D-Md.)". */
import { OFFICES, ORGANISATION_WORDS } from '../data/offices.ts';
import { GAP, type Token } from '../tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isHardBorder,
  isInnerDot,
  isPreposition,
  isSpeechVerb,
  isTime,
  isVerbLike,
  PRONOUNS,
} from './grammar.ts';

/** A run of tokens, half-open. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** Longest phrase that is read, in tokens. */
const LONGEST = 25;
/** How far back appositions are looked through, in tokens. */
const APPOSITION = 45;

const SUBORDINATE = new Set(
  'when while after before although though because since if as whereas that which where whose'.split(' '),
);
const INVERTED_STOP = new Set([
  'who',
  'which',
  'that',
  'when',
  'where',
  'while',
  'as',
  'after',
  'before',
  'during',
  'because',
  'whose',
  'whom',
]);

/** Reads the noun phrase that begins at a token, or null. It ends before a comma, a verb, or a loose preposition. */
export function phraseFrom(tokens: readonly Token[], from: number, limit: number): Phrase | null {
  const start = tokens[from];
  if (!start || from >= limit || start.gap >= GAP.paragraph) return null;
  if (PRONOUNS.has(start.lower) && !tokens[from + 1]?.capital && !isDeterminer(start))
    return { first: from, last: from + 1 };
  let at = from;
  let named = false;
  while (at < limit && at - from < LONGEST) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.gap >= GAP.paragraph)) break;
    if (isInnerDot(tokens, at)) {
      at++;
      continue;
    }
    if ((token.word === '/' && token.gap === GAP.none) || token.word === '&' || token.kind === 'possessive') {
      if (at === from) return null;
      at++;
      continue;
    }
    if (token.kind !== 'word' && token.kind !== 'number') break;
    if (token.capital) {
      if (isTime(token) && named) break;
      named = true;
      at++;
      continue;
    }
    if (at > from && (isAuxiliary(token) || isSpeechVerb(tokens, at))) break;
    if (isPreposition(token)) {
      if (at === from || !attaches(tokens, from, at)) break;
      at++;
      continue;
    }
    if (token.lower === 'and' && at > from && (tokens[at + 1]?.capital || isDeterminer(tokens[at + 1]))) {
      at++;
      continue;
    }
    if (isConjunction(token) || INVERTED_STOP.has(token.lower)) break;
    if (named && (isAdverb(token) || isVerbLike(tokens, at) || isTime(token))) break;
    if (isAdverb(token) && at > from && !/^(?:only|very|more)$/.test(token.lower)) break;
    if (at > from && isVerbLike(tokens, at) && !isDeterminer(tokens[at - 1])) break;
    at++;
  }
  while (at > from && !isEnding(tokens, at - 1)) at--;
  return at > from ? { first: from, last: at } : null;
}

/** Whether a phrase may end with the token. */
function isEnding(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind === 'number') return true;
  if (token.word === '.')
    return /\.$/.test(token.word) && (tokens[at - 1]?.end ?? 0) - (tokens[at - 1]?.start ?? 0) <= 3;
  if (token.kind !== 'word') return false;
  return (
    !isPreposition(token) &&
    !isConjunction(token) &&
    !(isDeterminer(token) && /^(?:a|an|the|his|her|their|its|our|my|your|no|every)$/.test(token.lower))
  );
}

/** A preposition inside a phrase: "of" always, others after an office ("spokesman for …"). */
function attaches(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  if (token.lower === 'of')
    return (
      !before.capital ||
      tokens[at + 1]?.lower === 'the' ||
      /^(?:bank|house|university|department|ministry|secretary|board|office|republic|council)$/.test(
        before.lower,
      )
    );
  if (!/^(?:for|at|with|from|in|to|on)$/.test(token.lower)) return false;
  for (let i = from; i < at; i++)
    if (
      tokens[i]?.capital &&
      !isDeterminer(tokens[i]) &&
      i > from &&
      !OFFICES.has(tokens[at - 1]?.lower ?? '')
    )
      return false;
  return (
    OFFICES.has(before.lower) ||
    /^(?:people|members|leaders|groups|democrats|republicans)$/.test(before.lower) ||
    isPlural(before.lower)
  );
}

const isPlural = (lower: string): boolean => lower.endsWith('s') && OFFICES.has(lower.slice(0, -1));

/** Reads the noun phrase that ends before token `at` (half-open), going back no further than `limit`. */
export function phraseBefore(tokens: readonly Token[], at: number, limit: number): Phrase | null {
  let last = at;
  // "(D-Md.)" after a name
  if (tokens[last - 1]?.word === ')') {
    const open = openingOf(tokens, last - 1, limit);
    if (open === null) return null;
    last = open;
  }
  let first = last;
  while (first > limit && last - first < LONGEST) {
    const token = tokens[first - 1] as Token;
    if (first < last && (tokens[first]?.gap ?? 0) >= GAP.paragraph) break;
    if (token.word === '.' && isInnerDot(tokens, first - 1)) {
      first--;
      continue;
    }
    if (
      token.word === '.' &&
      first === last &&
      (tokens[first - 2]?.end ?? 0) - (tokens[first - 2]?.start ?? 0) <= 3
    ) {
      first--;
      continue;
    }
    if (token.kind === 'possessive' || token.word === '&' || (token.word === '/' && token.gap === GAP.none)) {
      if (first === last) break;
      first--;
      continue;
    }
    if (token.kind === 'mark' || (token.kind !== 'word' && token.kind !== 'number')) break;
    if (PRONOUNS.has(token.lower) && !token.capital && !isDeterminer(token)) {
      if (first === last) first--;
      break;
    }
    if (
      token.lower === 'and' &&
      first < last &&
      tokens[first - 2]?.capital &&
      (tokens[first]?.capital ?? false)
    ) {
      first--;
      continue;
    }
    if (isPreposition(token)) {
      if (first < last && headBefore(tokens, first - 1, limit)) {
        first--;
        continue;
      }
      break;
    }
    if (isConjunction(token) && !(token.capital && first - 1 > limit)) break;
    if (
      isAuxiliary(token) ||
      (isSpeechVerb(tokens, first - 1) && first < last) ||
      (isVerbLike(tokens, first - 1) && first < last && !token.capital)
    )
      break;
    if (isAdverb(token) && !token.capital && first < last) break;
    first--;
    if (isDeterminer(token) && !isPreposition(tokens[first - 1])) break;
    if (isDeterminer(token) && !headBefore(tokens, first - 1, limit)) break;
  }
  while (first < last && isLoose(tokens[first] as Token)) first++;
  if (first < last && !isEnding(tokens, last - 1) && tokens[last - 1]?.word !== '.') return null;
  return first < last ? { first, last } : null;
}

/** "spokesman for", "the head of": an office right before the preposition. */
function headBefore(tokens: readonly Token[], preposition: number, limit: number): boolean {
  const head = tokens[preposition - 1];
  if (preposition - 1 < limit || head?.kind !== 'word') return false;
  if (OFFICES.has(head.lower) || isPlural(head.lower)) return true;
  return (
    tokens[preposition]?.lower === 'of' &&
    (head.capital ||
      /^(?:most|many|some|one|part|all|both|half|number|majority|group|team|head|co-author|study)$/.test(
        head.lower,
      ))
  );
}

const isLoose = (token: Token): boolean =>
  token.kind === 'sign' ||
  token.kind === 'end' ||
  token.kind === 'possessive' ||
  (isPreposition(token) && !token.capital) ||
  token.lower === 'and';

function openingOf(tokens: readonly Token[], close: number, limit: number): number | null {
  for (let i = close - 1; i >= limit && i > close - 14; i--) if (tokens[i]?.word === '(') return i;
  return null;
}

/**
 * The subject of a verb, looked for before it: past adverbs and auxiliaries, and past an apposition
 * ("Sessions, a senator from Alabama, said"). Goes back no further than `limit`.
 */
export function subjectBefore(tokens: readonly Token[], verb: number, limit: number): Phrase | null {
  let at = verb;
  while (at > limit) {
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
      while (at > limit + 1 && (isVerbLike(tokens, at - 1) || tokens[at - 1]?.lower === 'on')) at--;
  }
  const end = tokens[at - 1];
  if (at <= limit || !end) return null;
  if (end.lower === 'who' || end.lower === 'which')
    return phraseBefore(tokens, tokens[at - 2]?.word === ',' ? at - 2 : at - 1, limit);
  if (end.lower === 'and' || end.lower === 'but' || end.lower === 'or')
    return earlierSubject(tokens, at - 1, limit);
  if (end.word === ',') return appositionOf(tokens, at - 1, limit);
  const phrase = phraseBefore(tokens, at, limit);
  // "an official who spoke to explain the plan said": an infinitive, not a subject
  const infinitive =
    phrase &&
    tokens[phrase.first - 1]?.lower === 'to' &&
    !tokens[phrase.first]?.capital &&
    !isDeterminer(tokens[phrase.first]);
  return infinitive ? earlierSubject(tokens, phrase.first, limit) : phrase;
}

/** "Sessions, a senator, said": the phrase before the apposition that ends at the comma. */
function appositionOf(tokens: readonly Token[], comma: number, limit: number): Phrase | null {
  let found: Phrase | null = null;
  for (let i = comma - 1; i >= limit && i > comma - APPOSITION; i--) {
    const token = tokens[i] as Token;
    if (isHardBorder(tokens, i) && token.kind !== 'mark') break;
    if (token.word !== ',' && i > limit) continue;
    const phrase = token.word === ',' ? phraseBefore(tokens, i, limit) : null;
    if (phrase && isPersonLike(tokens, phrase)) found ??= phrase;
    if (found) return found;
  }
  return earlierSubject(tokens, comma, limit) ?? leading(tokens, comma, limit);
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
  for (let i = limit + 1; i < at; i++) {
    if (!isVerbLike(tokens, i)) continue;
    if (isAuxiliary(tokens[i - 1]) || isPreposition(tokens[i - 1])) continue;
    const before = tokens[i - 1];
    if (!before || before.word === ',' || isConjunction(before)) {
      const relative = before && (before.lower === 'who' || before.word === ',');
      if (!relative) continue;
    }
    const phrase =
      before?.word === ','
        ? commaSubject(tokens, i - 1, limit)
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

function commaSubject(tokens: readonly Token[], comma: number, limit: number): Phrase | null {
  for (let i = comma - 1; i >= limit && i > comma - APPOSITION; i--) {
    if (isHardBorder(tokens, i)) return null;
    if (tokens[i]?.word !== ',') continue;
    const phrase = phraseBefore(tokens, i, limit);
    if (phrase && isPersonLike(tokens, phrase)) return phrase;
  }
  return null;
}
