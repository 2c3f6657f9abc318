/** Which quotations are quotes, and the words that say who spoke them. */

import { OFFICES } from '../data/offices.ts';
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import type { Quotation } from '../marks.ts';
import type { SentenceRun } from '../sentences.ts';
import { GAP, type Token } from '../tokens.ts';
import { type Clause, clauseBefore, clauseFrom, clauseOfColon, speakerOf } from './clauses.ts';
import {
  isAdverb,
  isDeterminer,
  isHardBorder,
  isSpeechVerb,
  isTime,
  isVerbLike,
  lastInside,
  PRONOUNS,
} from './grammar.ts';
import { earlierSubject, type Phrase, phraseFrom } from './mentions.ts';
import { isTitle } from './titles.ts';

/** Words that somebody is said to have spoken, as runs of tokens. */
export interface Utterance {
  /** Token runs, half-open; marks included. */
  readonly content: Phrase[];
  readonly kind: 'direct' | 'mixed';
  readonly clause: Clause | null;
  /** The clause is that of a sentence before, not its own. */
  readonly borrowed?: boolean;
  readonly paragraph: number;
}

/** Fewer words than this without a speaker clause of their own are no quote. */
const STANDING = 4;

/** Verbs that give something a name, and how many tokens the thing may have. */
const NAMING =
  /^(?:call|dub|label|deem|term|describ|brand|characteri|refer|liken|compar|denounc|dismiss|portray|declar|blast|slam|decr)/;
const NAMED = 12;
/** Nouns for words that are used, without a verb of speaking. */
const WORDINGS = new Set(
  'phrase term terms word words slogan chant chants motto mantra refrain line promise message sign signs hashtag'.split(
    ' ',
  ),
);

interface Place {
  readonly quotation: Quotation;
  /** Index of the sentence that holds the opening mark. */
  readonly sentence: number;
  /** First token of that sentence. */
  readonly limit: number;
}

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
    const found = read(tokens, place, sentences, last);
    if (found === 'joined' && last) last.content.push({ first: quotation.open, last: quotation.close + 1 });
    else if (found && found !== 'joined') utterances.push(found);
    goesOn = quotation.continues && found !== null;
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
  const full = isFull(tokens, quotation, limit);
  const covered = last?.content.at(-1);
  if (covered && covered.last > open) return null; // already inside a mixed quote
  if (full && isTitle(tokens, quotation, limit)) return null;
  const behind = full || isSpeechComma(lastInside(tokens, close)) ? after(tokens, quotation) : null;
  if (behind && (full || open === limit)) {
    // "He said: “…,” adding that …": what follows has no speaker of its own.
    const ahead = behind.speaker === null && open > limit ? clauseAhead(tokens, place, last) : null;
    return { ...whole, clause: ahead?.speaker ? ahead : behind };
  }
  if (!full && open > limit) return fragment(tokens, place, sentences, last);
  if (last && continues(tokens, last, open) && isWholeEnd(tokens, close)) return 'joined';
  const before = open > limit ? clauseAhead(tokens, place, last) : null;
  if (before) return { ...whole, clause: before };
  if (full && open > limit) return fragment(tokens, place, sentences, last) ?? { ...whole, clause: null };
  const standing = standsAlone(tokens, place, sentences, last);
  if (quotation.continues || (standing && close - open > STANDING))
    return { ...whole, clause: standing, borrowed: true };
  return full && close - open > STANDING + 1 && tokens[close - 1]?.kind === 'end'
    ? { ...whole, clause: null }
    : standing && { ...whole, clause: standing };
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
  const lead = isSpeechVerb(tokens, open - 1) && tokens[open - 2]?.lower !== 'to';
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
    const short = clause.last - clause.first <= 4 && clause.cue.last === clause.last;
    return short ? clause : null;
  }
  if (end?.kind === 'end' && next.capital && clause.cue.first - close > 8) return null;
  return clause;
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
function continues(tokens: readonly Token[], last: Utterance, open: number): boolean {
  const part = last.content.at(-1);
  if (!part || last.kind !== 'direct') return false;
  if (tokens[open]?.paragraph !== tokens[part.last - 1]?.paragraph) return false;
  if (open === part.last) return true;
  const border = tokens[open - 1];
  if (border?.kind !== 'end' && !/^[,;:\u2013\u2014-]$/.test(border?.word ?? '')) return false;
  if (!last.clause || last.clause.first < part.first || last.content.length > 1) {
    return onlySign(tokens, part.last, open);
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

/** The last quoted words end a sentence or lead over to a speaker clause. */
const isWholeEnd = (tokens: readonly Token[], close: number): boolean => {
  const end = lastInside(tokens, close);
  const after = tokens[close + 1];
  return end?.kind === 'end' || !after || after.gap >= GAP.line || after.kind === 'end';
};

const onlySign = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from === 0 || (to - from === 1 && tokens[from]?.kind !== 'word');

/** A quotation that is a sentence of its own: who spoke is told by what stands before it. */
function standsAlone(
  tokens: readonly Token[],
  place: Place,
  sentences: readonly SentenceRun[],
  last: Utterance | undefined,
): Clause | null {
  const { quotation, limit, sentence } = place;
  const { open, close } = quotation;
  if (open > limit) return null;
  const before = sentences[sentence - 1];
  if (before && tokens[before.last - 1]?.word === ':') {
    const found = clauseBefore(tokens, open, before.first);
    if (found) return found;
  }
  const below = signature(tokens, close + 1);
  if (below) return below;
  const paragraph = tokens[open]?.paragraph ?? 0;
  const near = last && paragraph - (tokens[(last.content.at(-1)?.last ?? 1) - 1]?.paragraph ?? 0) <= 1;
  if (before) {
    const far = paragraph - (tokens[before.first]?.paragraph ?? 0);
    const covered = last?.content.at(-1)?.last ?? 0;
    if (far <= 1 && before.first >= covered) {
      const found = clauseIn(tokens, before);
      if (found) return found;
    }
  }
  return near && last?.clause ? last.clause : null;
}

/** The first speaker of a sentence, whatever else it says. */
function clauseIn(tokens: readonly Token[], { first, last }: SentenceRun): Clause | null {
  for (let i = first; i < last; i++) {
    if (!isSpeechVerb(tokens, i)) continue;
    const speaker = speakerOf(tokens, i, first, last);
    if (speaker) return { cue: { first: i, last: i + 1 }, speaker, first: speaker.first, last: i + 1 };
  }
  const speaker = earlierSubject(tokens, last, first);
  return speaker && speaker.last < last
    ? {
        cue: { first: speaker.last, last: speaker.last + 1 },
        speaker,
        first: speaker.first,
        last: speaker.last + 1,
      }
    : null;
}

/** "- Sanders" on the line below, as under a motto. */
function signature(tokens: readonly Token[], at: number): Clause | null {
  const dash = tokens[at];
  if (!dash || dash.gap < GAP.space || !/^[-\u2013\u2014\u2015]$/.test(dash.word)) return null;
  const speaker = tokens[at + 1]?.capital ? phraseFrom(tokens, at + 1, at + 12) : null;
  return speaker ? { cue: { first: at, last: at + 1 }, speaker, first: at, last: speaker.last } : null;
}

/** Some quoted words inside reported speech: the content is the reported clause around them. */
function fragment(
  tokens: readonly Token[],
  place: Place,
  sentences: readonly SentenceRun[],
  earlier: Utterance | undefined,
): Utterance | null {
  const { quotation, limit, sentence } = place;
  const { open, close } = quotation;
  const end = sentences[sentence]?.last ?? close + 1;
  if (isTitle(tokens, quotation, limit)) return null;
  const paragraph = tokens[open]?.paragraph ?? 0;
  const trailing = trailingClause(tokens, close + 1, end);
  const wording = wordingBefore(tokens, place);
  if (wording) return wording;
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
  const lead = tokens[open - 1];
  if (lead?.lower === 'as' || /^[\u2013\u2014-]$/.test(lead?.word ?? '')) first = open;
  // "called the move “deeply troubling.”": what is named is no part of the words.
  if (
    last <= close + 1 &&
    open - first <= NAMED &&
    NAMING.test(tokens[before.cue.first]?.lower ?? '') &&
    !isDeterminer(lead)
  )
    first = open;
  const direct = first === reported && first === open && last <= close + 1;
  return {
    content: [{ first, last: Math.max(last, close + 1) }],
    kind: direct ? 'direct' : 'mixed',
    clause: before,
    paragraph,
  };
}

/** "the phrase “…”", "chants of “…”": words that are used, by the subject of the sentence. */
function wordingBefore(
  tokens: readonly Token[],
  { quotation: { open, close }, limit }: Place,
): Utterance | null {
  const noun = tokens[open - 1]?.lower === 'of' ? open - 2 : open - 1;
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
  if (!tokens[open + 1]?.capital || end?.kind !== 'end' || close - open <= STANDING) return null;
  const clause = clauseOfColon(tokens, open, limit);
  return {
    content: [{ first: open, last: close + 1 }],
    kind: 'direct',
    clause,
    paragraph: tokens[open]?.paragraph ?? 0,
  };
}

/** Where reported speech ends behind its last quoted words: at a comma, a dash, or a clause of another kind. */
function reportedTo(tokens: readonly Token[], close: number, end: number): number {
  const inside = lastInside(tokens, close);
  if (inside?.word === ',' || inside?.kind === 'end') return close + 1;
  if (isVerbLike(tokens, close + 1)) return close + 1;
  for (let i = close + 1; i < end; i++) {
    const token = tokens[i] as Token;
    if (/^[,;:\u2013\u2014-]$/.test(token.word)) return i;
    if (/^(?:but|while|when|although|though|before|after|until|which|who|as|because)$/.test(token.lower))
      return i;
    if (token.lower === 'and' && tokens[i + 1]?.capital && nextSpeechVerb(tokens, i + 2, i + 6)) return i;
    if (
      token.lower === 'and' &&
      (isVerbLike(tokens, i + 1) || isSpeechVerb(tokens, i + 1) || PRONOUNS.has(tokens[i + 1]?.lower ?? ''))
    )
      return i;
  }
  return end;
}

function nextSpeechVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSpeechVerb(tokens, i)) return true;
  return false;
}

/** The clause before a quotation; a participle without a subject of its own ("…, adding: “") is of the speaker before. */
function clauseAhead(
  tokens: readonly Token[],
  { quotation, limit }: Place,
  last: Utterance | undefined,
): Clause | null {
  const head = tokens[limit];
  if (
    head?.capital &&
    head.lower.endsWith('ing') &&
    quotation.open - limit <= 3 &&
    SPEECH_VERBS.has(head.lower)
  ) {
    return {
      cue: { first: limit, last: limit + 1 },
      speaker: last?.clause?.speaker ?? null,
      first: limit,
      last: quotation.open,
    };
  }
  const part = last?.content.at(-1);
  const same = part !== undefined && part.last > limit && part.last <= quotation.open;
  const found = clauseBefore(tokens, quotation.open, same ? part.last : limit);
  if (same && !found?.speaker) {
    if (found && last?.clause?.speaker) return { ...found, speaker: last.clause.speaker };
    return found ?? clauseBefore(tokens, quotation.open, limit);
  }
  if (found && !found.speaker && last?.clause?.speaker && found.cue.first === limit)
    return { ...found, speaker: last.clause.speaker };
  if (!found && tokens[quotation.open - 1]?.word === ',' && quotation.close - quotation.open > 8)
    return clauseOfColon(tokens, quotation.open - 1, limit);
  return found;
}

/** ", Gilbert said." at the end of a sentence. */
function trailingClause(tokens: readonly Token[], from: number, end: number): Clause | null {
  for (let i = Math.max(from - 1, end - 30); i < end; i++) {
    const inside = i === from - 1 && tokens[from - 2]?.word === ',';
    if (tokens[i]?.word !== ',' && !inside) continue;
    const clause = clauseFrom(tokens, i + 1);
    const far = clause ? clause.cue.first - i : 0;
    if (
      clause?.speaker &&
      isNamed(tokens, clause.speaker.first) &&
      far < 12 &&
      end - clause.last <= 2 &&
      !isThat(tokens, clause.cue.last)
    )
      return { ...clause, first: i };
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

/** Where reported speech begins after its verb: past the listener and the time, at "that" if there is one. */
function reportedFrom(tokens: readonly Token[], clause: Clause, open: number): number {
  let at = Math.max(
    clause.cue.last,
    clause.speaker && clause.speaker.first >= clause.cue.first ? clause.speaker.last : 0,
  );
  if (tokens[clause.cue.first]?.lower === 'according' && tokens[at]?.word === ',') return at + 1;
  for (let i = at; i < Math.min(open, at + 10); i++) if (tokens[i]?.lower === 'that') return i;
  const told = /^(?:tell|told|inform|remind|assur|warn|ask|reassur)/.test(
    tokens[clause.cue.first]?.lower ?? '',
  );
  if (told) at = phraseFrom(tokens, at, open)?.last ?? at;
  while (
    at < open &&
    (isTime(tokens[at]) ||
      isAdverb(tokens[at]) ||
      (tokens[at]?.lower === 'on' && isTime(tokens[at + 1])) ||
      tokens[at]?.word === ',' ||
      tokens[at]?.word === ':')
  )
    at++;
  return Math.min(at, open);
}
