/** Quoted words inside reported speech: whose they are, and which clause around them is reported with them. */
import { OFFICES } from '../data/offices.ts';
import type { SentenceRun } from '../sentences.ts';
import { GAP, type Token } from '../tokens.ts';
import { clauseAhead } from './ahead.ts';
import { type Clause, clauseBefore, clauseFrom, clauseOfColon } from './clauses.ts';
import { LONGEST, reportedFrom, reportedTo } from './extent.ts';
import { isConjunction, isDash, isDeterminer, lastInside, PRONOUNS } from './grammar.ts';
import { phraseFrom } from './mentions.ts';
import { isTitle } from './titles.ts';
import type { Place, Utterance } from './utterance.ts';

/** A sentence of fewer tokens in quotation marks is a label. */
const SENTENCE = 4;

/** A speaker clause at the end of a sentence is no longer, in tokens. */
const TRAILING = 30;

/** Verbs that give something a name. */
const NAMING =
  /^(?:call|dub|label|deem|term|describ|brand|characteri|refer|liken|compar|denounc|dismiss|portray|declar|blast|slam|decr)/;

/** Verbs of speaking that have no clause with what is said. */
const PERFORMING = /^(?:sp(?:eak|oke)|deliver)/;

/** Most tokens of a thing that gets a name. */
const NAMED = 12;

/** Nouns for words that are used, without a verb of speaking. */
const WORDINGS = new Set(
  'phrase term terms word words mispronunciation mispronunciations cries shouts choruses calls cheer cheers cheered slogan chant chants motto mantra refrain line promise message sign signs hashtag'.split(
    ' ',
  ),
);

/** Some quoted words inside reported speech: the content is the reported clause around them. */
export function fragmentOf(
  tokens: readonly Token[],
  place: Place,
  sentences: readonly SentenceRun[],
  earlier: Utterance | undefined,
): Utterance | null {
  const { quotation, limit, sentence } = place;
  const { open, close } = quotation;
  const end = sentences[sentence]?.last ?? close + 1;
  const paragraph = tokens[open]?.paragraph ?? 0;
  const trailing = trailingClause(tokens, close + 1, end);
  const wording = wordingBefore(tokens, place);
  if (wording) return wording;
  const name = namedBy(tokens, place);
  if (name) return name;
  if (isTitle(tokens, quotation, limit)) return null;
  const before = clauseAhead(tokens, place, earlier);
  if (trailing && (!before?.speaker || trailing.first - close < 12)) {
    return {
      content: [{ first: limit, last: Math.max(close + 1, trailing.first) }],
      kind: 'mixed',
      clause: trailing,
      paragraph,
    };
  }
  if (!before) return sentenceInside(tokens, place);
  const reported = reportedFrom(tokens, before, open);
  let first = reported;
  let last = Math.min(trailing ? trailing.first : end, reportedTo(tokens, close, end));
  while (last > close + 1 && (tokens[last - 1]?.kind === 'end' || tokens[last - 1]?.word === ',')) last--;
  // "called the “right” to it “absurd”": what it is called are the last words.
  const final = tokens[last - 1];
  if (
    NAMING.test(tokens[before.cue.first]?.lower ?? '') &&
    last > close + 2 &&
    final?.kind === 'mark' &&
    !isConjunction(tokens[openingMark(tokens, last - 1, close) - 1])
  ) {
    first = open;
    last = close + 1;
  }
  const lead = tokens[open - 1];
  if (lead?.lower === 'as' || isDash(lead)) first = open;
  // What another quote of the sentence holds already is not said twice.
  const covered = earlier?.content.at(-1)?.last ?? 0;
  if (first < covered && covered <= open) {
    first = covered;
    while (first < open && (tokens[first]?.word === ',' || /^(?:and|but)$/.test(tokens[first]?.lower ?? '')))
      first++;
  }
  // "called the move “deeply troubling.”": what is named is no part of the words.
  if (
    last <= close + 1 &&
    open - first <= NAMED &&
    NAMING.test(tokens[before.cue.first]?.lower ?? '') &&
    !isDeterminer(lead)
  )
    first = open;
  // "delivered a defence of “…”": such a verb reports no clause.
  if (first < open && PERFORMING.test(tokens[before.cue.first]?.lower ?? '')) {
    first = open;
    last = close + 1;
  }
  const direct = first === reported && first === open && last <= close + 1;
  return {
    content: [{ first, last: Math.max(last, close + 1) }],
    kind: direct ? 'direct' : 'mixed',
    clause: before,
    paragraph,
  };
}

/** The mark that opens what the mark at a token closes, looked for back to another. */
function openingMark(tokens: readonly Token[], close: number, from: number): number {
  let i = close - 1;
  while (i > from && tokens[i]?.kind !== 'mark') i--;
  return i;
}

/** "dubbed “…” by the press": a name that somebody gives. */
function namedBy(tokens: readonly Token[], { quotation: { open, close } }: Place): Utterance | null {
  if (!NAMING.test(tokens[open - 1]?.lower ?? '') || tokens[close + 1]?.lower !== 'by') return null;
  const speaker = phraseFrom(tokens, close + 2, close + TRAILING);
  if (!speaker) return null;
  return {
    content: [{ first: open, last: close + 1 }],
    kind: 'mixed',
    clause: { cue: { first: open - 1, last: open }, speaker, first: close + 1, last: speaker.last },
    paragraph: tokens[open]?.paragraph ?? 0,
  };
}

/** "the phrase “…”", "chants of “…”": words that are used, by the subject of the sentence. */
function wordingBefore(
  tokens: readonly Token[],
  { quotation: { open, close }, limit }: Place,
): Utterance | null {
  const noun = /^(?:of|for)$/.test(tokens[open - 1]?.lower ?? '') ? open - 2 : open - 1;
  if (!WORDINGS.has(tokens[noun]?.lower ?? '')) return null;
  const clause = clauseBefore(tokens, open, limit) ?? clauseOfColon(tokens, open, limit);
  return {
    content: [{ first: open, last: close + 1 }],
    kind: 'mixed',
    clause,
    paragraph: tokens[open]?.paragraph ?? 0,
  };
}

/** A whole sentence in quotation marks that ends the sentence of the writer: "The slogan is “…”". */
function sentenceInside(
  tokens: readonly Token[],
  { quotation: { open, close }, limit }: Place,
): Utterance | null {
  const end = lastInside(tokens, close);
  if (
    WORDINGS.has(tokens[open - 1]?.lower ?? '') ||
    (tokens[open - 1]?.lower === 'of' && WORDINGS.has(tokens[open - 2]?.lower ?? ''))
  ) {
    return {
      content: [{ first: open, last: close + 1 }],
      kind: 'mixed',
      clause: clauseOfColon(tokens, open, limit),
      paragraph: tokens[open]?.paragraph ?? 0,
    };
  }
  if (!tokens[open + 1]?.capital || end?.kind !== 'end' || close - open <= SENTENCE) return null;
  const clause = clauseOfColon(tokens, open, limit);
  return {
    content: [{ first: open, last: close + 1 }],
    kind: 'direct',
    clause,
    paragraph: tokens[open]?.paragraph ?? 0,
  };
}

/** ", Gilbert said." at the end of a sentence; what stands inside another quotation is no clause of the writer. */
export function trailingClause(tokens: readonly Token[], from: number, end: number): Clause | null {
  let quoted = false;
  for (let i = Math.max(from - 1, end - LONGEST); i < end; i++) {
    const token = tokens[i] as Token;
    const closing = token.kind === 'mark' && token.gap === GAP.none;
    if (token.kind === 'mark') quoted = !closing;
    const leads = closing ? lastInside(tokens, i)?.word === ',' : token.word === ',' && !quoted;
    if (!leads || i < end - TRAILING) continue;
    const clause = clauseFrom(tokens, i + 1);
    const far = clause ? clause.cue.first - i : 0;
    if (
      clause?.speaker &&
      isNamed(tokens, clause.speaker.first) &&
      far < 12 &&
      end - clause.last <= 2 &&
      !isThat(tokens, clause.cue.last)
    )
      return { ...clause, first: closing ? i + 1 : i };
  }
  return null;
}

const isNamed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.capital === true ||
  isDeterminer(tokens[at]) ||
  PRONOUNS.has(tokens[at]?.lower ?? '') ||
  OFFICES.has(tokens[at]?.lower ?? '') ||
  OFFICES.has(tokens[at + 1]?.lower ?? '');

const isThat = (tokens: readonly Token[], at: number): boolean => tokens[at]?.lower === 'that';
