/** Which quotations are quotes, and the words that say who spoke them. */
import type { Quotation } from '../marks.ts';
import type { SentenceRun } from '../sentences.ts';
import { GAP, type Token } from '../tokens.ts';
import { clauseAhead } from './ahead.ts';
import { type Clause, clauseFrom } from './clauses.ts';
import { isOccasion } from './extent.ts';
import { fragmentOf, trailingClause } from './fragments.ts';
import { isDeterminer, isHardBorder, isPreposition, isSpeechVerb, lastInside, PRONOUNS } from './grammar.ts';
import { standsAlone } from './standing.ts';
import { isCrosshead, isTitle } from './titles.ts';
import type { Place, Utterance } from './utterance.ts';

/** Fewer words than this without a speaker clause of their own are no quote. */
const STANDING = 4;
/** "what he called “…,” Hale closed …": a name for something, not a sentence of speech. */
const NAMING = /^(?:call|dub|label|term|deem)/;
/** Longest sentence that says nothing but who spoke and where, in tokens. */
const WHOLE_CLAUSE = 14;
/** Quoted words that nothing introduces are somebody's words from this many on. */
const LEAST_WORDS = 5;

/** Finds who said what: direct and mixed speech, in order. */
export function findUtterances(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  sentences: readonly SentenceRun[],
): Utterance[] {
  const utterances: Utterance[] = [];
  let sentence = 0;
  let goesOn = false;
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.last ?? 0) <= quotation.open) sentence++;
    const place = { quotation, sentence, limit: sentences[sentence]?.first ?? 0 };
    const last = utterances.at(-1);
    if (goesOn && last) {
      // Speech that runs over paragraphs: one utterance; its speaker may stand behind the last part.
      last.content.push({ first: quotation.open, last: quotation.close + 1 });
      const own = last.clause && !last.borrowed ? null : after(tokens, quotation);
      if (own) utterances[utterances.length - 1] = { ...last, clause: own, borrowed: false };
      goesOn = quotation.continues;
      continue;
    }
    const found = read(tokens, place, sentences, last) ?? wordsOfSomebody(tokens, place, last);
    if (found === 'joined' && last) last.content.push({ first: quotation.open, last: quotation.close + 1 });
    else if (found && found !== 'joined') utterances.push(found);
    const cut = found !== null && found !== 'joined' && (found.content.at(-1)?.last ?? 0) < quotation.close;
    goesOn = quotation.continues && found !== null && !cut;
  }
  return utterances;
}

function read(
  tokens: readonly Token[],
  place: Place,
  sentences: readonly SentenceRun[],
  last: Utterance | undefined,
): Utterance | 'joined' | null {
  const { quotation, limit } = place;
  const { open, close } = quotation;
  const paragraph = tokens[open]?.paragraph ?? 0;
  const whole = { content: [{ first: open, last: close + 1 }], kind: 'direct' as const, paragraph };
  const cut = quotation.closed ? null : clauseInside(tokens, quotation);
  if (cut) return { ...whole, content: [{ first: open, last: cut.first }], clause: cut };
  const full = isFull(tokens, quotation, limit);
  const covered = last?.content.at(-1);
  if (covered && covered.last > open) return null; // already inside a mixed quote
  if (full && isTitle(tokens, quotation, limit)) return null;
  const behind = full || isSpeechComma(lastInside(tokens, close)) ? after(tokens, quotation) : null;
  const bare = !full && !behind && open === limit ? after(tokens, quotation) : null;
  if (
    bare?.speaker &&
    tokens[bare.speaker.first]?.capital &&
    bare.cue.last === bare.last &&
    tokens[bare.last]?.kind === 'end'
  )
    return { ...whole, clause: bare };
  if (isCrosshead(tokens, quotation, limit)) return null;
  if (behind && (full || open === limit)) {
    // "He said: “…,” adding that …": what follows has no speaker of its own.
    const ahead = behind.speaker === null && open > limit ? clauseAhead(tokens, place, last) : null;
    return { ...whole, clause: ahead?.speaker ? ahead : behind };
  }
  if (last && continues(tokens, last, place, sentences) && isWholeEnd(tokens, close)) return 'joined';
  if (!full && open > limit) return fragmentOf(tokens, place, sentences, last);
  const before = open > limit ? clauseAhead(tokens, place, last) : null;
  if (before) return { ...whole, clause: before };
  if (full && open > limit) {
    const fragment = fragmentOf(tokens, place, sentences, last);
    return fragment ?? (isLabel(tokens, quotation) ? null : { ...whole, clause: null });
  }
  const trailing = isWholeEnd(tokens, close)
    ? null
    : trailingClause(tokens, close + 1, sentences[place.sentence]?.last ?? close);
  if (trailing && open === limit)
    return { content: [{ first: open, last: trailing.first }], kind: 'mixed', clause: trailing, paragraph };
  const standing = standsAlone(tokens, place, sentences, last);
  if (quotation.continues || (standing && close - open > STANDING))
    return { ...whole, clause: standing, borrowed: true };
  return full && close - open > STANDING + 1 && tokens[close - 1]?.kind === 'end'
    ? { ...whole, clause: null }
    : standing && { ...whole, clause: standing };
}

/** Words of somebody, though nothing tells whose: too many for a name or a title, and not written like one. */
function wordsOfSomebody(
  tokens: readonly Token[],
  { quotation, limit }: Place,
  last: Utterance | undefined,
): Utterance | null {
  const { open, close, closed } = quotation;
  if (!closed || isCrosshead(tokens, quotation, limit) || (last?.content.at(-1)?.last ?? 0) > open)
    return null;
  let words = 0;
  let small = 0;
  for (let i = open + 1; i < close; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    words++;
    if (!token.capital && !isPreposition(token) && !isDeterminer(token)) small++;
  }
  if (words < LEAST_WORDS || small < words / 3) return null;
  return {
    content: [{ first: open, last: close + 1 }],
    kind: 'mixed',
    clause: null,
    paragraph: tokens[open]?.paragraph ?? 0,
  };
}

const isSpeechComma = (token: Token | undefined): boolean => token?.word === ',';

/** A quotation of whole sentences, rather than of some words inside a sentence of the writer. */
function isFull(tokens: readonly Token[], { open, close }: Quotation, limit: number): boolean {
  const first = tokens[open + 1];
  const before = tokens[open - 1];
  const end = lastInside(tokens, close);
  const after = tokens[close + 1];
  const ends =
    end?.word === ',' ||
    (after?.word === ',' && after.gap === GAP.none) ||
    end?.kind === 'end' ||
    end?.word === '-' ||
    end?.word === '\u2014';
  if (open === limit)
    return (
      ends || close - open > 8 || isSpeechVerb(tokens, close + 1) || !after || after.gap === GAP.paragraph
    );
  const lead =
    isSpeechVerb(tokens, open - 1) && tokens[open - 2]?.lower !== 'to' && !NAMING.test(before?.lower ?? '');
  const introduced =
    /^[,:;\-\u2013\u2014(]$/.test(before?.word ?? '') ||
    (lead && (first?.capital === true || close - open > STANDING));
  if (introduced) return ends || first?.capital === true;
  return first?.capital === true && ends && close - open > 5 && end?.word !== ',';
}

/** The clause behind a quotation, if the sentence goes on after it. */
function after(tokens: readonly Token[], { close, closed }: Quotation): Clause | null {
  if (!closed) return null;
  const next = tokens[close + 1];
  const end = lastInside(tokens, close);
  if (!next || next.gap >= GAP.paragraph) return null;
  const clause = clauseFrom(tokens, close + 1, end?.word === ',' || end?.word === '?' || end?.word === '!');
  if (!clause) return null;
  if (next.capital && next.gap === GAP.line) return null;
  // "…?" He answered, "…": the clause belongs to what follows.
  if (end?.kind === 'end' && next.capital && introduces(tokens, clause.last)) return null;
  // After a full stop inside the marks a new sentence begins, unless it is nothing but a speaker and a verb.
  if (end?.word === '.' && next.capital && !isDots(tokens, close - 1)) {
    return isNothingElse(tokens, clause) ? clause : null;
  }
  if (end?.kind === 'end' && next.capital && clause.cue.first - close > 8) return null;
  return clause;
}

/** A sentence of nothing but a speaker, a verb and the occasion: "City officials said in a statement." */
function isNothingElse(tokens: readonly Token[], { cue, first, last }: Clause): boolean {
  // "“They were better.” The captain agreed.": with what was said before.
  if (cue.last === last) return last - first <= 4 && !/^(?:dis)?agree/.test(tokens[cue.first]?.lower ?? '');
  return last - first <= WHOLE_CLAUSE && tokens[last]?.kind === 'end' && isOccasion(tokens, cue.last);
}

/** A few words with capitals and no full stop: a name, unless somebody is said to speak. */
function isLabel(tokens: readonly Token[], { open, close }: Quotation): boolean {
  if (close - open > STANDING || lastInside(tokens, close)?.kind === 'end') return false;
  for (let i = open + 1; i < close; i++) if (tokens[i]?.kind === 'word' && !tokens[i]?.capital) return false;
  return true;
}

/** The speaker clause that ends the paragraph of a quotation whose closing mark was forgotten: "“We will go, Hale said." */
function clauseInside(tokens: readonly Token[], { open, close }: Quotation): Clause | null {
  for (let i = close - 1; i > open + 1 && i > close - WHOLE_CLAUSE; i--) {
    if (!/^[,?!]$/.test(tokens[i]?.word ?? '')) continue;
    const clause = clauseFrom(tokens, i + 1);
    if (!clause?.speaker || clause.last < close) continue;
    const isBeside = Math.min(clause.cue.first, clause.speaker.first) === i + 1;
    const name = tokens[clause.speaker.first];
    if (isBeside && (name?.capital || PRONOUNS.has(name?.lower ?? ''))) return { ...clause, first: i + 1 };
  }
  return null;
}

/** Whether a comma or a colon and an opening mark follow. */
function introduces(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at]?.kind === 'mark' ? at - 1 : at;
  const mark = tokens[sign + 1];
  return (
    /^[,:]$/.test(tokens[sign]?.word ?? '') && mark?.kind === 'mark' && tokens[sign + 2]?.capital === true
  );
}

const isDots = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === '\u2026' || tokens[at - 1]?.word === '.';

/** Whether a quotation goes on with the utterance before it: nothing but the speaker clause stands between them. */
function continues(
  tokens: readonly Token[],
  last: Utterance,
  { quotation: { open }, sentence, limit }: Place,
  sentences: readonly SentenceRun[],
): boolean {
  const part = last.content.at(-1);
  if (!part) return false;
  // Reported words go on only behind a clause of their own: "The port “has waited,” Hale said. “No more.”"
  if (last.kind !== 'direct' && (open > limit || (last.clause?.cue.first ?? 0) < part.last)) return false;
  if (tokens[open]?.paragraph !== tokens[part.last - 1]?.paragraph) return false;
  if (open === part.last) return true;
  const border = tokens[open - 1];
  if (open > limit && border?.kind !== 'end' && !/^[,;:\u2013\u2014-]$/.test(border?.word ?? ''))
    return false;
  if (!last.clause || last.clause.first < part.first || last.content.length > 1) {
    // "the crowd chanted “Go!” – “and rest,” he went on": another's shout between two halves of a sentence
    const resumes = lastInside(tokens, part.last - 1)?.kind === 'end' && tokens[open + 1]?.capital === false;
    return !resumes && onlySign(tokens, part.last, open);
  }
  // A new sentence right behind the one that says who speaks; what he added there is another quote.
  if (open === limit) {
    const before = sentences[sentence - 1];
    return before !== undefined && before.first <= part.last && !addsMore(tokens, last.clause.cue.last, open);
  }
  const end = last.clause.last;
  for (let i = last.clause.cue.last; i < open; i++) {
    if (isSpeechVerb(tokens, i) && tokens[i]?.lower !== 'speaking') return false;
    if (tokens[i]?.word !== ',') continue;
    const after = tokens[i + 1]?.lower ?? '';
    if (/^(?:and|but)$/.test(after) || (after.endsWith('ing') && !/^(?:speaking|referring)$/.test(after)))
      return false;
  }
  return (
    open - end <= 1 && open >= end && (end === open || isHardBorder(tokens, end) || tokens[end]?.word === ',')
  );
}

/** ", adding that …", ", and said that …" behind a speaker clause. */
function addsMore(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (tokens[i]?.word !== ',') continue;
    const after = tokens[i + 1]?.lower ?? '';
    if (after === 'adding' || after === 'going') return true;
    if (/^(?:and|but)$/.test(after) && isSpeechVerb(tokens, i + 2)) return true;
  }
  return false;
}

/** The last quoted words end a sentence or lead over to a speaker clause. */
const isWholeEnd = (tokens: readonly Token[], close: number): boolean => {
  const end = lastInside(tokens, close);
  const after = tokens[close + 1];
  return end?.kind === 'end' || !after || after.gap >= GAP.line || after.kind === 'end';
};

const onlySign = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from === 0 || (to - from === 1 && tokens[from]?.kind !== 'word');
