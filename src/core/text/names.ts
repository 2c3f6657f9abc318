/** Names of people, organisations and places. */
import type { Name, NameKind } from '../article.ts';
import { STARTERS } from './data/abbreviations.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import {
  CALENDAR,
  NATIONALITIES,
  OFFICES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  SHORT_TITLES,
} from './data/offices.ts';
import { COUNTRIES, PLACE_LEADS, PLACE_PREPOSITIONS, PLACE_WORDS, PLACES } from './data/places.ts';
import { SPEECH_VERBS } from './data/speech-verbs.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import type { NameRun } from './reading.ts';
import { type SentenceRun, splitSentences } from './sentences.ts';
import { GAP, parseTokens, type Token } from './tokens.ts';

/** The names of a text in order, not overlapping, each with the index of its entity. */
export function parseNames(text: string): Name[] {
  const tokens = parseTokens(text);
  const runs = findNames(tokens, splitSentences(tokens, parseMarks(tokens)));
  return groupNames(text, tokens, runs).names;
}

const INNER = new Set([
  'of',
  'de',
  'la',
  'von',
  'van',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'el',
  'da',
  'do',
  'dos',
  'du',
  'di',
  'del',
  'le',
  '&',
  'the',
  'for',
  'and',
  'ter',
  'ten',
  'y',
]);
const PARTICLES = new Set([
  'de',
  'la',
  'von',
  'van',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'el',
  'da',
  'do',
  'dos',
  'du',
  'di',
  'del',
  'le',
  'ter',
  'ten',
  'y',
]);

/** Finds the names among the tokens of sentences. */
export function findNames(tokens: readonly Token[], sentences: readonly SentenceRun[]): NameRun[] {
  const names: NameRun[] = [];
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!isNameWord(tokens, i, sentence.first)) continue;
      const last = nameEnd(tokens, i, sentence.last);
      const first = skipTitles(tokens, i, last);
      const kind = first < last ? kindOf(tokens, first, last, i > first || first > i) : null;
      if (kind) names.push({ first, last, kind });
      i = last - 1;
    }
  }
  return names;
}

function isNameWord(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at] as Token;
  if (!token.capital || CALENDAR.has(token.lower)) return false;
  if (token.end - token.start === 1 && token.lower === 'i') return false;
  if (STARTERS.has(token.lower) && token.word !== 'US')
    return tokens[at + 1]?.capital === true && token.lower !== 'the' && at > first;
  if (at > first && tokens[at - 1]?.kind !== 'mark') return true;
  // At the beginning of a sentence every word has a capital.
  const next = tokens[at + 1];
  if (next?.capital && next.gap === GAP.space) return true;
  return (
    FIRST_NAMES.has(token.lower) ||
    COUNTRIES.has(token.lower) ||
    PLACES.has(token.lower) ||
    ORGANISATIONS.has(token.lower) ||
    isAcronym(token) ||
    next?.kind === 'possessive' ||
    SPEECH_VERBS.has(next?.lower ?? '')
  );
}

const isAcronym = (token: Token): boolean =>
  token.end - token.start > 1 && token.word === token.word.toUpperCase() && /^[A-Z]/.test(token.word);

function nameEnd(tokens: readonly Token[], from: number, end: number): number {
  let last = from + 1;
  while (last < end) {
    const token = tokens[last] as Token;
    const before = tokens[last - 1] as Token;
    if (
      token.word === '.' &&
      token.gap === GAP.none &&
      (before.end - before.start === 1 ||
        before.lower.includes('.') ||
        SHORT_TITLES.has(before.lower) ||
        /^(?:jr|sr|inc|corp|co|ltd)$/.test(before.lower))
    ) {
      last++;
      continue;
    }
    if (token.gap !== GAP.space && !(token.gap === GAP.none && before.word === '.')) break;
    if (token.capital && !CALENDAR.has(token.lower)) {
      last++;
      continue;
    }
    const next = tokens[last + 1];
    if (INNER.has(token.lower) && next?.capital && next.gap === GAP.space && joinsParts(tokens, from, last)) {
      last += 2;
      continue;
    }
    break;
  }
  while (
    last > from + 1 &&
    tokens[last - 1]?.word === '.' &&
    !(
      tokens[last - 2]?.lower.includes('.') ||
      (tokens[last - 2]?.end ?? 0) - (tokens[last - 2]?.start ?? 0) <= 4
    )
  )
    last--;
  return last;
}

function joinsParts(tokens: readonly Token[], from: number, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (PARTICLES.has(lower) || lower === '&') return true;
  const before = tokens[at - 1]?.lower ?? '';
  if (lower === 'of')
    return (
      ORGANISATION_WORDS.has(before) ||
      /^(?:republic|kingdom|states|isle|gulf|cape|bank|house|city)$/.test(before)
    );
  if (lower === 'for') return ORGANISATION_WORDS.has(before) && at - from > 1;
  return false;
}

/** Where the name begins after "Sen.", "President" and peoples: "German Chancellor Olaf Scholz". */
function skipTitles(tokens: readonly Token[], from: number, last: number): number {
  let first = from;
  let at = from;
  while (at < last) {
    const token = tokens[at] as Token;
    const title = SHORT_TITLES.has(token.lower) || OFFICES.has(token.lower);
    if (title) first = tokens[at + 1]?.word === '.' ? at + 2 : at + 1;
    else if (
      !NATIONALITIES.has(token.lower) &&
      !COUNTRIES.has(token.lower) &&
      token.word !== '.' &&
      !/^(?:vice|deputy|prime|foreign|defense|defence|former|attorney|interior|finance|press|state|senate|house)$/.test(
        token.lower,
      )
    )
      break;
    at++;
  }
  return first;
}

function kindOf(tokens: readonly Token[], first: number, last: number, titled: boolean): NameKind | null {
  const lower = lowerOf(tokens, first, last);
  const end =
    tokens[last - 1]?.word === '.' && last - first > 1
      ? (tokens[last - 2] as Token)
      : (tokens[last - 1] as Token);
  const head = tokens[first] as Token;
  if (NATIONALITIES.has(lower)) return null;
  if (COUNTRIES.has(lower) || PLACES.has(lower)) return 'place';
  if (ORGANISATIONS.has(lower)) return 'organisation';
  if (titled && last - first <= 3) return 'person';
  if (ORGANISATION_WORDS.has(end.lower) || ORGANISATION_WORDS.has(head.lower)) return 'organisation';
  if (PLACE_WORDS.has(end.lower) && last - first > 1) return 'place';
  if (FIRST_NAMES.has(head.lower) && last - first <= 5) return 'person';
  if (SHORT_TITLES.has(tokens[first - 1]?.lower ?? '') || OFFICES.has(tokens[first - 1]?.lower ?? ''))
    return 'person';
  if (isAcronym(head) && last - first === 1) return 'organisation';
  if (PLACE_LEADS.has(head.lower) && last - first > 1) return 'place';
  const next = tokens[last]?.lower ?? '';
  if (SPEECH_VERBS.has(next) || SPEECH_VERBS.has(tokens[first - 1]?.lower ?? '')) return 'person';
  if (PLACE_PREPOSITIONS.has(tokens[first - 1]?.lower ?? '') && last - first === 1) return 'place';
  return last - first >= 2 && last - first <= 3 ? 'person' : 'other';
}

function lowerOf(tokens: readonly Token[], first: number, last: number): string {
  let lower = '';
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (i > first && token.gap !== GAP.none) lower += ' ';
    lower += token.lower;
  }
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
