/** Full stops and their like: whether one ends a sentence. */
import { ABBREVIATIONS, BEFORE_NAMES, BEFORE_NUMBERS, STARTERS } from './data/abbreviations.ts';
import { SPEECH_VERBS } from './data/speech-verbs.ts';
import { GAP, type Token } from './tokens.ts';

/** Whether the sentence that began at token `first` ends before token `at`. */
export function endsBefore(tokens: readonly Token[], at: number, first: number, sloppy: boolean): boolean {
  const next = tokens[at] as Token;
  let i = at - 1;
  let quoted = false;
  let bracket = false;
  while (i > first && i > at - CLOSERS_MOST && isCloser(tokens, i)) {
    if (tokens[i]?.kind === 'mark') quoted = true;
    else bracket = true;
    i--;
  }
  if (next.capital && next.gap !== GAP.none && endsWithEmoticon(tokens, at)) return true;
  const end = tokens[i];
  if (quoted && isDash(end) && next.gap !== GAP.none) return next.capital && !speakerFollows(tokens, at);
  if (end?.kind !== 'end') return false;
  if (next.kind === 'end' || isAttached(next)) return false;
  let from = i;
  while (
    from - 1 > first &&
    from > i - DOTS_MOST &&
    tokens[from - 1]?.kind === 'end' &&
    !isSpacedDot(tokens, from)
  )
    from--;
  const before = tokens[from - 1];
  if (!before || from <= first) return next.gap !== GAP.none && isStart(tokens, at);
  if (next.gap === GAP.none) return !quoted && !bracket && isMissingSpace(before, next);
  const start = startOf(tokens, at);
  const lower = start?.kind === 'word' && !start.capital;
  const dots = i - from + 1;
  const ellipsis = end.word === '\u2026' || (dots > 1 && end.word === '.');
  if (lower) {
    if (quoted || bracket || next !== start || ellipsis) return false;
    if (end.word !== '.') return sloppy || dots > 1;
    return sloppy || (isPlainWord(before) && before.end - before.start > 1);
  }
  if (next.lower === '-' || next.word === '\u2013' || next.word === '\u2014')
    return end.word !== '.' || !isAbbreviation(before) ? tokens[at + 1]?.capital === true : false;
  if (ellipsis && /^i(?:'|$)/.test(start?.lower ?? '')) return false;
  if (ellipsis) return !(tokens[i + 1]?.word === ']') && isStart(tokens, at);
  if (end.word !== '.') return !(quoted && speakerFollows(tokens, at)) && isStart(tokens, at);
  if (quoted || bracket) return isStart(tokens, at);
  return endsAfterDot(tokens, from - 1, at, first);
}

/** ":-)", ";)", ":D" or an emoji before a token. */
function endsWithEmoticon(tokens: readonly Token[], at: number): boolean {
  const mouth = tokens[at - 1];
  if (!mouth) return false;
  if (mouth.end - mouth.start === 2 && /^\p{Extended_Pictographic}$/u.test(mouth.word)) return true;
  if (mouth.gap !== GAP.none || !/^[()DPp]$/.test(mouth.word)) return false;
  const nose = tokens[at - 2]?.word === '-' && tokens[at - 2]?.gap === GAP.none ? 1 : 0;
  const eyes = tokens[at - 2 - nose];
  return eyes?.gap === GAP.space && /^[:;=]$/.test(eyes.word);
}

const isDash = (token: Token | undefined): boolean =>
  token?.word === '-' || token?.word === '\u2014' || token?.word === '\u2013';

/** The difficult case: a single full stop after a word that may be an abbreviation. */
function endsAfterDot(tokens: readonly Token[], word: number, at: number, first: number): boolean {
  const before = tokens[word] as Token;
  const next = tokens[at] as Token;
  const starter = STARTERS.has(startOf(tokens, at)?.lower ?? '');
  if (before.kind === 'number')
    return word > first || before.end - before.start > 3 ? isStart(tokens, at) : false;
  if (before.kind !== 'word')
    return !(before.kind === 'sign' && next.kind === 'number') && isStart(tokens, at);
  // "then-Sen. Dole", "mid-Sept. 2020"
  const lower = before.lower.replace(/^(?:then|ex|co|vice|mid)-/, '');
  if (before.end - before.start === 1 && before.capital) {
    if (lower === 'i' && tokens[word - 1]?.capital === false) return starter;
    return starter && !isInitialOfName(tokens, word);
  }
  if (before.end - before.start === 1 && word === first) return false;
  if (lower.includes('.')) {
    if (next.kind === 'number' && /^[ap]\.m$/.test(lower)) return false;
    return starter || (isMeridiem(lower) && next.kind === 'mark');
  }
  if (BEFORE_NUMBERS.has(lower) && (next.kind === 'number' || next.word === '#')) return false;
  if (BEFORE_NAMES.has(lower)) return false;
  if (ABBREVIATIONS.has(lower) || isClipped(before)) return starter;
  return isStart(tokens, at);
}

const isMeridiem = (lower: string): boolean => lower === 'a.m' || lower === 'p.m';

/** "J. Smith", "George W. Bush": a capital before or after. */
function isInitialOfName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.capital || before.word === '.' || tokens[at]?.gap === GAP.none;
}

const INTERJECTIONS = new Set('hm hmm hmmm mm mmm shh pst psst pfft brr grr tsk zzz'.split(' '));

/** A capital and consonants only: "Cmdr", "Msgr". */
const isClipped = (token: Token): boolean =>
  token.capital &&
  !INTERJECTIONS.has(token.lower) &&
  /^[bcdfghjklmnpqrstvwxz]{2,5}$/.test(token.lower) &&
  token.word !== token.word.toUpperCase();

const isAbbreviation = (token: Token): boolean =>
  BEFORE_NAMES.has(token.lower) || ABBREVIATIONS.has(token.lower) || token.lower.includes('.');

const isPlainWord = (token: Token): boolean =>
  token.kind === 'word' &&
  !isAbbreviation(token) &&
  !BEFORE_NUMBERS.has(token.lower) &&
  /[aeiouy]/.test(token.lower);

/** "world.Today": no space, but a whole word before and a capital after. */
function isMissingSpace(before: Token, next: Token): boolean {
  if (!next.capital || next.end - next.start < 2) return false;
  if (before.kind === 'number') return true;
  if (!isPlainWord(before) || before.end - before.start < 3) return false;
  return !before.capital || BEFORE_NAMES.has(next.lower) || STARTERS.has(next.lower);
}

const DOTS_MOST = 20;
/** More closing signs behind one full stop are no text. */
const CLOSERS_MOST = 8;
const CLOSERS = new Set([')', ']', '}', '*', '_']);

/** Whether a token closes what stands before it: a mark or a bracket. */
export function isCloser(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.gap !== GAP.none) return false;
  return token.kind === 'mark' || CLOSERS.has(token.word);
}

/** Closing signs that belong to the sentence before. */
const isAttached = (token: Token): boolean =>
  token.gap === GAP.none &&
  (token.kind === 'mark' || token.kind === 'possessive' || /^[)\]},;:*_]$/.test(token.word));

const isSpacedDot = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && token.gap !== GAP.none && token.word !== '.';
};

/** The first word of what begins at a token: past quotation marks and brackets. */
function startOf(tokens: readonly Token[], at: number): Token | undefined {
  let i = at;
  while (i < at + 4 && (tokens[i]?.kind === 'mark' || /^[([]$/.test(tokens[i]?.word ?? ''))) i++;
  return tokens[i];
}

/** Whether a sentence may begin at a token. */
export function isStart(tokens: readonly Token[], at: number): boolean {
  const start = startOf(tokens, at);
  if (!start) return true;
  return start.kind !== 'word' || start.capital || start.word.toUpperCase() === start.lower;
}

/** "…?" Smith asked. */
function speakerFollows(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 5; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (SPEECH_VERBS.has(token.lower)) {
      const after = tokens[i + 1];
      return (
        i > at &&
        (after === undefined ||
          after.kind === 'end' ||
          after.word === ',' ||
          after.word === ':' ||
          !after.capital)
      );
    }
  }
  return false;
}
