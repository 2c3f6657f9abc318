/** Noun phrases that say who spoke: "Miller", "he", "a spokesman for the ministry", "Rep. Elijah E. Cummings (D-Md.)". */
import { OFFICES } from '../data/offices.ts';
import { GAP, type Token } from '../tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isInnerDot,
  isPluralPossessive,
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
  for (; at < limit && at - from < LONGEST; at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.gap >= GAP.paragraph)) break;
    if (isInnerDot(tokens, at)) continue;
    if (isJoint(tokens, at)) {
      if (at === from) return null;
      continue;
    }
    if (!goesOn(tokens, { from, at, limit, named })) break;
    named ||= token.capital;
  }
  while (at > from && !isEnding(tokens, at - 1)) at--;
  return at > from ? { first: from, last: at } : null;
}

/** What holds a phrase together: "’s", "&", the slash of "AP/Ipsos". */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'possessive' ||
    token?.word === '&' ||
    (token?.word === '/' && token.gap === GAP.none) ||
    isPluralPossessive(tokens, at)
  );
}

interface Reached {
  readonly from: number;
  readonly at: number;
  readonly limit: number;
  /** Whether a name stood in it already. */
  readonly named: boolean;
}

/** Whether a phrase that begins at `from` goes on with the word at `at`. */
function goesOn(tokens: readonly Token[], { from, at, limit, named }: Reached): boolean {
  const token = tokens[at] as Token;
  const opens = at === from;
  if (token.kind !== 'word' && token.kind !== 'number') return false;
  if (token.capital) return !(isTime(token) && named && !isSurname(tokens, at));
  if (!opens && (isAuxiliary(token) || isSpeechVerb(tokens, at))) return false;
  if (isPreposition(token)) return !opens && attaches(tokens, from, at);
  if (token.lower === 'and') {
    const next = tokens[at + 1];
    // "study co-author and paleontologist Mike Novak"
    return (
      (!opens && (next?.capital || isDeterminer(next))) || (!named && leadsToName(tokens, at + 1, limit))
    );
  }
  if (isConjunction(token) || INVERTED_STOP.has(token.lower)) return false;
  if (named && (isAdverb(token) || isVerbLike(tokens, at) || isTime(token))) return false;
  if (opens) return true;
  if (PRONOUNS.has(token.lower) && !isDeterminer(token)) return false;
  if (isAdverb(token) && !/^(?:only|very|more)$/.test(token.lower)) return false;
  return !isVerbLike(tokens, at) || isDeterminer(tokens[at - 1]);
}

/** "Ada May said": no month, and no "may", behind a name and with no day behind it. */
function isSurname(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token?.capital || token.lower !== 'may' || token.gap !== GAP.space) return false;
  return before?.kind === 'word' && before.capital && !isPreposition(before) && after?.kind !== 'number';
}

/** An office and then a name. */
function leadsToName(tokens: readonly Token[], at: number, limit: number): boolean {
  let office = false;
  for (let i = at; i < Math.min(limit, at + 4); i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (token.capital) return office;
    if (isPreposition(token) || isConjunction(token) || isDeterminer(token) || isAuxiliary(token))
      return false;
    office ||= OFFICES.has(token.lower) || token.lower.endsWith('ist');
  }
  return false;
}

/** Whether a phrase may end with the token. */
function isEnding(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind === 'number') return true;
  if (token.word === '.') return isShort(tokens[at - 1]);
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
      OFFICES.has(before.lower) ||
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

export const isPlural = (lower: string): boolean => lower.endsWith('s') && OFFICES.has(lower.slice(0, -1));

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
    const at = first - 1;
    const token = tokens[at] as Token;
    const closes = first === last;
    if (!closes && (tokens[first]?.gap ?? 0) >= GAP.paragraph) break;
    const isDot = token.word === '.' && (isInnerDot(tokens, at) || (closes && isShort(tokens[at - 1])));
    if (isDot || (isJoint(tokens, at) && !closes)) {
      first--;
      continue;
    }
    if (token.kind !== 'word' && token.kind !== 'number') break;
    if (PRONOUNS.has(token.lower) && !token.capital && !isDeterminer(token)) {
      if (closes) first--;
      break;
    }
    if (!reachesBack(tokens, { at, closes, limit })) break;
    first--;
    if (isDeterminer(token) && !(isPreposition(tokens[at - 1]) && headBefore(tokens, at - 1, limit))) break;
  }
  while (first < last && isLoose(tokens[first] as Token)) first++;
  if (first < last && !isEnding(tokens, last - 1) && tokens[last - 1]?.word !== '.') return null;
  return first < last ? { first, last } : null;
}

/** Whether a phrase reaches back to the word at `at`; `closes`: it would be its last. */
function reachesBack(
  tokens: readonly Token[],
  { at, closes, limit }: { readonly at: number; readonly closes: boolean; readonly limit: number },
): boolean {
  const token = tokens[at] as Token;
  if (token.lower === 'and' && !closes && tokens[at - 1]?.capital && tokens[at + 1]?.capital) return true;
  if (isPreposition(token)) return !closes && headBefore(tokens, at, limit);
  if (isConjunction(token) && !(token.capital && at > limit)) return false;
  if (isAuxiliary(token) && !isSurname(tokens, at)) return false;
  if (closes) return true;
  return !isSpeechVerb(tokens, at) && (token.capital || !(isVerbLike(tokens, at) || isAdverb(token)));
}

/** As short as what a full stop shortens: "Jr.", "Md." */
const isShort = (token: Token | undefined): boolean => (token?.end ?? 0) - (token?.start ?? 0) <= 3;

/** "spokesman for", "the head of": an office right before the preposition. */
function headBefore(tokens: readonly Token[], preposition: number, limit: number): boolean {
  const head = tokens[preposition - 1];
  if (preposition - 1 < limit || head?.kind !== 'word') return false;
  if (OFFICES.has(head.lower) || isPlural(head.lower)) return true;
  return (
    tokens[preposition]?.lower === 'of' &&
    // "The council of Velmar" opens the sentence
    (head.capital ||
      (preposition - 2 === limit && isDeterminer(tokens[limit])) ||
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
