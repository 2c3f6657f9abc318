/** Dates that are told from the article's own: "on Wednesday", "yesterday", "last week", "three days ago". */
import { isoMonth, isoOf, monthOf, weekdayOf, yearOf } from '../calendar.ts';
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import { GAP, type Token } from '../tokens.ts';
import { irregularBaseOf } from '../verbs.ts';
import { type Found, relativeTo } from './found.ts';

/**
 * "on Wednesday": the last one, or the next one where the words around it speak of what is to come. "He was to speak on Wednesday"
 * may be told before and after: then it has no value.
 */
export function weekdayAlone(
  tokens: readonly Token[],
  i: number,
  weekday: number,
  today: number | null,
): Found {
  if (today === null) return relativeTo(1, null, 'day');
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const before = tokens[i - 1]?.lower;
  if (before === 'last') return relativeTo(1, isoOf(today - (back === 0 ? 7 : back)), 'day');
  if (before === 'next') return relativeTo(1, isoOf(today + 7 - back), 'day');
  if (back === 0) return relativeTo(1, isoOf(today), 'day');
  const tense = before === 'this' || before === 'coming' ? 'ahead' : tenseAround(tokens, i);
  if (tense === 'open') return relativeTo(1, null, 'day');
  return relativeTo(1, isoOf(tense === 'ahead' ? today + 7 - back : today - back), 'day');
}

const AHEAD = new Set(
  "will would 'll expected scheduled plans planned planning due upcoming going shall hopes intends poised ahead forecast".split(
    ' ',
  ),
);
/** What is to come is told in the present: "the trial starts on Monday", "Lund faces a hearing on Friday". */
const STARTS = new Set('starts begins opens resumes expires meets holds faces'.split(' '));
/** "was scheduled to": then it was still to come. */
const WAS_TO_COME = new Set('expected scheduled planned planning due going poised forecast'.split(' '));
/** These speak of what is to come only right before the date: "by Thursday", not "was found by officers on Thursday". */
const UP_TO = new Set(['by', 'until', 'till']);
/** What stands before these says nothing of when what stands behind them was: "will resign despite her victory on Tuesday". */
const BORDER = /^(?:who|whom|whose|despite|following|since)$/;
/** How far before a date its tense is looked for, in tokens, and behind it. */
const TENSE_REACH = 24;
const TENSE_BEHIND = 14;
/** A date this near to the beginning of its sentence opens it: "But on Sunday, …". */
const OPENING = 3;

type Tense = 'past' | 'ahead' | 'open';

const isPastVerb = ({ lower, capital }: Token): boolean =>
  (SPEECH_VERBS.has(lower) && lower.endsWith('d')) ||
  /^(?:was|were|had|did|shot)$/.test(lower) ||
  irregularBaseOf(lower) !== null ||
  // "the self-proclaimed council" proclaims nothing there.
  (lower.length > 4 && lower.endsWith('ed') && !capital && !lower.includes('-'));

/** "the rival's plans", "closed due to snow", "killed going to church", "more than expected": nothing there is to come. */
function isNoVerb(tokens: readonly Token[], at: number): boolean {
  const [word, before] = [tokens[at]?.lower ?? '', tokens[at - 1]];
  if (/^(?:plans|hopes)$/.test(word))
    return (
      before?.kind === 'possessive' ||
      /^(?:the|his|her|its|their|our|my|these|those|any|no)$/.test(before?.lower ?? '')
    );
  if (/^(?:expected|planned|forecast|scheduled)$/.test(word) && /^(?:than|as)$/.test(before?.lower ?? ''))
    return true;
  const leads = /^(?:due|going)$/.test(word) && tokens[at + 1]?.lower === 'to';
  return (
    leads &&
    /^\p{L}/u.test(before?.word ?? '') &&
    !/^(?:is|are|was|were|be|been|now|not|still|also|who|which|that)$/.test(before?.lower ?? '')
  );
}

/** "will be closed", "is being held": there the participle tells no past. */
const isDoneLater = (tokens: readonly Token[], at: number): boolean => {
  const be = /ly$/.test(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return /^(?:be|being)$/.test(tokens[be]?.lower ?? '');
};

/** "is to meet", "are being": set for a time to come. */
const isToCome = (tokens: readonly Token[], at: number): boolean =>
  /^(?:is|are)$/.test(tokens[at]?.lower ?? '') && /^(?:to|being)$/.test(tokens[at + 1]?.lower ?? '');

/** The full stop of "D.C.," and of "J. Lund" ends no sentence. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'end') return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind === 'sign' && /^[,;]$/.test(next.word)) return false;
  return !(before?.kind === 'word' && /^\p{Lu}$/u.test(before.word));
}

const isSetTo = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'set' && /^(?:to|for)$/.test(tokens[at + 1]?.lower ?? '');

const wasBefore = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at - 1], tokens[at - 2]].some((token) => /^(?:was|were|been)$/.test(token?.lower ?? ''));

/** What the words before a date speak of. The verb of speaking itself is past. */
function tenseBefore(tokens: readonly Token[], i: number): Tense {
  for (let k = i - 1; k >= 0 && k >= i - TENSE_REACH; k--) {
    const token = tokens[k] as Token;
    if (endsSentence(tokens, k) || BORDER.test(token.lower)) return 'past';
    if (token.kind !== 'word' || isNoVerb(tokens, k)) continue;
    const isSet = isSetTo(tokens, k) || isToCome(tokens, k) || STARTS.has(token.lower);
    if ((isSet || WAS_TO_COME.has(token.lower)) && wasBefore(tokens, k)) return 'open';
    if (isSet || AHEAD.has(token.lower) || (k === i - 1 && UP_TO.has(token.lower))) return 'ahead';
    if (isPastVerb(token) && !isDoneLater(tokens, k)) return 'past';
  }
  return 'past';
}

/** Of a date that opens its sentence, what the first clause speaks of: "On Sunday, the post will be taken by …". */
function tenseBehind(tokens: readonly Token[], i: number): Tense {
  const from = tokens[i + 1]?.word === ',' ? i + 2 : i + 1;
  for (let k = from; k < tokens.length && k <= i + TENSE_BEHIND; k++) {
    const token = tokens[k] as Token;
    if (token.kind === 'end' || token.word === ',' || /^(?:and|but|that|who|which)$/.test(token.lower)) break;
    if (/^(?:will|['’]ll|shall)$/.test(token.lower)) return 'ahead';
    // "Sunday is forecast to be dry."
    const isNow = /^(?:is|are)$/.test(token.lower);
    if (isNow && (AHEAD.has(tokens[k + 1]?.lower ?? '') || isSetTo(tokens, k + 1))) return 'ahead';
    if (isPastVerb(token)) break;
  }
  return 'past';
}

function tenseAround(tokens: readonly Token[], i: number): Tense {
  const opens = i < OPENING || tokens.slice(i - OPENING, i).some(({ kind }) => kind === 'end');
  const before = tenseBefore(tokens, i);
  return before === 'past' && opens ? tenseBehind(tokens, i) : before;
}

/** Whether the words before a date speak of what is to come. */
export function isAhead(tokens: readonly Token[], i: number): boolean {
  return tenseBefore(tokens, i) !== 'past';
}

const DAY_WORDS = new Map([
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

/** today, yesterday; but not the day in "The Tonight Show" and "Ostry Today". */
export function dayWordAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const [token, before] = [tokens[i], tokens[i - 1]];
  const offset = DAY_WORDS.get(token?.lower ?? '');
  if (offset === undefined || tokens[i + 1]?.kind === 'possessive') return null;
  if (token?.capital && token.gap === GAP.space && before?.kind === 'word') return null;
  return relativeTo(1, today === null ? null : isoOf(today + offset), 'day');
}

const PERIODS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** last week, this month, next year, this morning. */
export function periodAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const which = PERIODS.get(tokens[i]?.lower ?? '');
  const unit = tokens[i + 1];
  if (which === undefined || unit?.gap !== GAP.space || unit.capital) return null;
  if (/^(?:morning|afternoon|evening|night)$/.test(unit.lower)) {
    const day = unit.lower === 'night' && which === -1 ? -1 : which;
    return relativeTo(2, today === null ? null : isoOf(today + day), 'day');
  }
  if (!/^(?:week|weekend|month|year)$/.test(unit.lower)) return null;
  return shifted(2, today, which, unit.lower);
}

function shifted(size: number, today: number | null, by: number, unit: string): Found | null {
  if (today === null) return relativeTo(size, null, 'month');
  if (unit === 'year') return relativeTo(size, String(yearOf(today) + by), 'year');
  if (unit === 'month') return relativeTo(size, isoMonth(yearOf(today), monthOf(today) + by), 'month');
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7 * by;
  const months = [isoOf(unit === 'weekend' ? monday + 5 : monday, 7), isoOf(monday + 6, 7)];
  return relativeTo(size, months[0] === months[1] ? (months[0] as string) : null, 'month');
}

const COUNTS = new Map(
  'a one two three four five six seven eight nine ten'.split(' ').map((word, n) => [word, Math.max(1, n)]),
);

/** three days ago, two weeks earlier is left alone. */
export function agoAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  if (tokens[i + 2]?.lower !== 'ago') return null;
  const count =
    COUNTS.get(tokens[i]?.lower ?? '') ??
    (/^\d{1,3}$/.test(tokens[i]?.word ?? '') ? Number(tokens[i]?.word) : null);
  const unit = /^(day|week|month|year)s?$/.exec(tokens[i + 1]?.lower ?? '')?.[1];
  if (count === null || unit === undefined) return null;
  if (unit === 'day') return relativeTo(3, today === null ? null : isoOf(today - count), 'day');
  return shifted(3, today, -count, unit);
}
