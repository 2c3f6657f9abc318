/** Who has the word in a transcript: "Q:", "ADA BYRON:", "Ms HALE (Ostry) (14:02):" before what each of them says. */
import { FIRST_NAMES } from './data/first-names.ts';
import { isCommon } from './names/features.ts';
import { GAP, type Token } from './tokens.ts';

interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** One turn, as token indexes, half-open. */
export interface Turn {
  /** Who speaks, with a courtesy title and without brackets: "Ms HALE"; of "Q" and "A" that letter. */
  readonly label: Phrase;
  /** The name in the label; "Q", "The SPEAKER" and "The Herald" have none of a person. */
  readonly name: Phrase | null;
  /** The first token behind the colon. */
  readonly first: number;
  /** The end of what is said: paragraphs without a label go on with the turn. */
  readonly last: number;
  /** "A:" says that somebody answers, not who; what is asked by "Q:" is nobody's statement. */
  readonly kind: 'named' | 'question' | 'answer';
}

/** From the beginning of a paragraph to its colon, in tokens. */
const LONGEST_LABEL = 24;
/** Words of a name before a colon. */
const LONGEST_NAME = 5;
/** Fewer turns make no transcript. */
const FEWEST = 4;
/** Part of the paragraphs, from the first turn to the last, that begin with a label. */
const SHARE = 0.5;
/** Part of the turns that end like a sentence: cast lists and price lists do not. */
const WHOLE = 0.7;

/** The signs that end a sentence. */
const ENDS = /^[.?!\u2026]$/;

const QUESTION = /^(?:q|question)$/;
const ANSWER = /^(?:a|answer)$/;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|prof|professor|hon|sen|senator|rep|justice)$/;
/** Small words inside of names. */
const PARTICLE = /^(?:van|von|der|den|de|da|di|la|le|bin|bint|ibn|al|el|ter|the)$/;
/** Who has an office alone: "The SPEAKER", "MODERATOR". */
const CHAIRS =
  /^(?:the )?(?:(?:deputy|acting) )?(?:speaker|president|chair|chairman|chairwoman|chairperson|moderator|host|interviewer|presenter|clerk)$/;

interface Labelled extends Turn {
  /** Small letters: the same for the same speaker. */
  readonly key: string;
}

/** The turns of a transcript or an interview, in order; none where a text is neither. */
export function findTurns(tokens: readonly Token[]): Turn[] {
  const starts = tokens.flatMap(({ gap }, at) => (at === 0 || gap === GAP.paragraph ? [at] : []));
  const labelled = starts.flatMap((start): Labelled[] => {
    const found = readLabel(tokens, start);
    return found === null ? [] : [found];
  });
  const counts = new Map<string, number>();
  for (const { key } of labelled) counts.set(key, (counts.get(key) ?? 0) + 1);
  const turns = labelled.filter(
    ({ key, kind, name }) =>
      kind !== 'named' || name !== null || CHAIRS.test(key) || (counts.get(key) ?? 0) > 1,
  );
  // "Hale: Water For Everybody" above the first turn is a headline.
  const opening = turns.findIndex((turn) => ENDS.test(lastSign(tokens, turn)));
  const told = turns.slice(Math.max(0, opening));
  return isTranscript(tokens, told, starts) ? extend(tokens, told, starts) : [];
}

/** The label that a paragraph begins with, and the paragraph's own words. */
function readLabel(tokens: readonly Token[], start: number): Labelled | null {
  let colon = start;
  let last = -1;
  for (let depth = 0; colon < tokens.length && colon - start < LONGEST_LABEL; colon++) {
    const { word, gap, kind } = tokens[colon] as Token;
    if (colon > start && gap >= GAP.line) return null;
    if (word === '(') {
      depth++;
      if (last < 0) last = colon;
    } else if (word === ')') depth--;
    else if (depth > 0) continue;
    else if (word === ':' || (word === '.' && isLetter(tokens, start, colon))) break;
    else if (kind !== 'word' && word !== '.' && kind !== 'possessive') return null;
    else if (last >= 0) return null;
  }
  const next = tokens[colon + 1];
  if (!next || next.gap === GAP.none || next.gap >= GAP.paragraph || colon - start >= LONGEST_LABEL)
    return null;
  const label = { first: start, last: last < 0 ? colon : last };
  const words = tokens.slice(label.first, label.last).filter(({ kind }) => kind === 'word');
  const head = words[0];
  if (!head || words.length > LONGEST_NAME || !words.every(isOfName)) return null;
  let end = colon + 1;
  while (end < tokens.length && tokens[end]?.gap !== GAP.paragraph) end++;
  const key = words.map(({ lower }) => lower).join(' ');
  const kind = QUESTION.test(key) ? 'question' : ANSWER.test(key) ? 'answer' : 'named';
  const name = kind === 'named' && !CHAIRS.test(key) ? nameIn(tokens, label) : null;
  return { label, name, first: colon + 1, last: end, kind, key };
}

/** "Q. How …", "A. By …" */
const isLetter = (tokens: readonly Token[], start: number, at: number): boolean =>
  at === start + 1 && /^[QA]$/.test(tokens[start]?.word ?? '');

const isOfName = ({ capital, lower }: Token): boolean => capital || PARTICLE.test(lower);

/** "Hale" of "Ms Hale"; nothing of "Price" and "How to get there". */
function nameIn(tokens: readonly Token[], { first: from, last }: Phrase): Phrase | null {
  let first = from;
  while (first < last && (TITLE.test(tokens[first]?.lower ?? '') || tokens[first]?.word === '.')) first++;
  if (first === last) return null;
  const [given, own] = [tokens[first]?.lower ?? '', tokens[last - 1]?.lower ?? ''];
  const isName = first > from || !isCommon(own) || (last - first > 1 && FIRST_NAMES.has(given));
  return isName ? { first, last } : null;
}

/** Several speakers, who come back, and speak in sentences; they ask each other, or the whole text is theirs. */
function isTranscript(
  tokens: readonly Token[],
  turns: readonly Labelled[],
  starts: readonly number[],
): boolean {
  const [first, last] = [turns[0], turns.at(-1)];
  if (!first || !last || turns.length < FEWEST) return false;
  const keys = new Set(turns.map(({ key }) => key));
  if (keys.size < 2 || keys.size > turns.length * 0.75) return false;
  const within = starts.filter((at) => at >= first.label.first && at <= last.label.first).length;
  if (turns.length < within * SHARE) return false;
  const ends = turns.map((turn) => lastSign(tokens, turn));
  if (ends.filter((sign) => ENDS.test(sign)).length < turns.length * WHOLE) return false;
  return ends.includes('?') || turns.some(({ kind }) => kind !== 'named');
}

/** The sign that a paragraph ends with, without closing marks and brackets. */
function lastSign(tokens: readonly Token[], { first, last }: Phrase): string {
  let at = last - 1;
  while (at > first && /^["”’')\]]$/.test(tokens[at]?.word ?? '')) at--;
  return tokens[at]?.word ?? '';
}

/** Whole paragraphs without a label, up to the next turn, belong to the one before. */
function extend(tokens: readonly Token[], turns: readonly Labelled[], starts: readonly number[]): Turn[] {
  const placeOf = new Map(starts.map((start, place) => [start, place]));
  return turns.map(({ label, name, first, last: own, kind }, at): Turn => {
    const next = turns[at + 1]?.label.first ?? own;
    let last = own;
    for (let place = placeOf.get(own) ?? starts.length; (starts[place] ?? next) < next; place++) {
      const paragraph = { first: starts[place] ?? own, last: starts[place + 1] ?? tokens.length };
      if (!ENDS.test(lastSign(tokens, paragraph))) break;
      last = paragraph.last;
    }
    return { label, name, first, last, kind };
  });
}
