/** Speaker clauses: the words around a quotation that say who spoke, and the verb. */
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import { GAP, type Token } from '../tokens.ts';
import { quotedAs, quotedBefore } from './cited.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDash,
  isDeterminer,
  isHardBorder,
  isPassive,
  isPreposition,
  isSpeechVerb,
  isTime,
  isVerbLike,
  PRONOUNS,
} from './grammar.ts';
import { type Phrase, phraseBefore, phraseFrom } from './mentions.ts';
import { earlierSubject, subjectBefore } from './subjects.ts';

export interface Clause {
  /** The speech verb as a run of tokens. */
  readonly cue: Phrase;
  readonly speaker: Phrase | null;
  /** The whole clause, half-open. */
  readonly first: number;
  readonly last: number;
}

/** How far from a quotation its speech verb is looked for, in tokens. */
const REACH = 40;
/** Verbs of speaking that are often none: "Hale said that they show “…”" is what Hale said. */
export const WEAK: ReadonlySet<string> = new Set(
  'show shows showed shown find finds found know knows knew known feel feels felt hold holds held think thinks thought believe believes believed hope hopes hoped understand understands understood put puts pose poses share shares suspect suspects'.split(
    ' ',
  ),
);
/** ", who spoke later: “": so far before a quotation, in tokens, a relative clause does not introduce it. */
const ASIDE = 4;
/** From the verb of speaking to the subject of the clause that it reports, in tokens. */
const SUBORDINATE = 4;
/** Longest remark between dashes, in tokens. */
const BETWEEN_DASHES = 25;
/** Verbs with a listener: "told reporters". They never stand before their subject. */
const TELLING = /^(?:tell|told|assur|inform|remind|reassur)/;

/**
 * The clause that begins right at token `from`, after a closing mark: "said Miller", "he said", "according to the ministry".
 * With `anyVerb`, whatever stands in the place of the verb is taken for one ("…," Jones shot back).
 */
export function clauseFrom(tokens: readonly Token[], from: number, anyVerb = false): Clause | null {
  let at = from;
  if (tokens[at]?.word === ',' && tokens[at]?.gap === GAP.none) at++;
  const start = tokens[at];
  if (!start || start.gap >= GAP.paragraph) return null;
  const end = clauseEnd(tokens, at);
  const after = accordingTo(tokens, at, end);
  if (after) return { ...after, first: from, last: end };
  let verb = at;
  while (verb < end && isAdverb(tokens[verb])) verb++;
  if (isSpeechVerb(tokens, verb)) {
    const told = TELLING.test(tokens[verb]?.lower ?? '');
    const speaker = told ? null : phraseFrom(tokens, verb + 1, end);
    if (speaker && !isTime(tokens[speaker.first]))
      return { cue: cueAt(verb), speaker, first: from, last: end };
    return { cue: cueAt(verb), speaker: null, first: from, last: end };
  }
  const speaker = phraseFrom(tokens, at, end);
  if (!speaker) return null;
  const noun = verbLikeNoun(tokens, speaker, end);
  if (noun !== null)
    return { cue: cueAt(noun), speaker: { first: speaker.first, last: noun }, first: from, last: end };
  const cue =
    verbAfter(tokens, speaker.last, end) ??
    verbBehindDashes(tokens, speaker.last) ??
    (anyVerb ? plainVerb(tokens, speaker.last, end) : null);
  if (cue === null) return null;
  const quoted = quotedAs(tokens, cue, end);
  if (quoted) return { ...quoted, first: from, last: end };
  const behind = invertedBehind(tokens, speaker, cue, end);
  return { cue: cueAt(cue), speaker: behind ?? speaker, first: from, last: end };
}

/** "the blog post states", "the report notes": the last word of the phrase is the verb where the clause ends with it. */
function verbLikeNoun(tokens: readonly Token[], { first, last }: Phrase, end: number): number | null {
  const verb = tokens[last - 1];
  if (last - first < 2 || !verb || verb.capital || !/[a-z]s$/.test(verb.lower)) return null;
  if (!SPEECH_VERBS.has(verb.lower) || tokens[last - 2]?.kind !== 'word') return null;
  const after = tokens[last];
  return last === end || after?.word === ',' || after?.kind === 'end' ? last - 1 : null;
}

/** "“…,” some of them at least, says Ada Byron": the speaker stands behind the verb, past words that name nobody. */
function invertedBehind(tokens: readonly Token[], lead: Phrase, cue: number, end: number): Phrase | null {
  const head = tokens[lead.first];
  const pronoun = lead.last - lead.first === 1 && PRONOUNS.has(head?.lower ?? '');
  if (tokens[cue - 1]?.word !== ',' || head?.capital || pronoun) return null;
  if (/^(?:the|his|her|its|their|a|an|one)$/.test(head?.lower ?? '')) return null;
  if (TELLING.test(tokens[cue]?.lower ?? '')) return null;
  const name = tokens[cue + 1];
  return name?.capital && !isTime(name) ? phraseFrom(tokens, cue + 1, end) : null;
}

const cueAt = (verb: number): Phrase => ({ first: verb, last: verb + 1 });

/** The first speech verb at or after `from`, past appositions and brackets. */
function verbAfter(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from; i < end; i++) if (isSpeechVerb(tokens, i)) return i;
  return null;
}

/** "“…,” Hale – who has led the party since 2019 – said": the verb right behind what stands between dashes. */
function verbBehindDashes(tokens: readonly Token[], from: number): number | null {
  if (!isDash(tokens[from])) return null;
  for (let i = from + 2; i < from + BETWEEN_DASHES; i++) {
    if (tokens[i]?.kind === 'mark' || tokens[i]?.kind === 'end' || isBreak(tokens[i])) return null;
    if (isDash(tokens[i]) && !isDash(tokens[i + 1])) return isSpeechVerb(tokens, i + 1) ? i + 1 : null;
  }
  return null;
}

const isBreak = (token: Token | undefined): boolean => token === undefined || token.gap >= GAP.paragraph;

/** A lower-case word right after the speaker that is neither a preposition nor a conjunction. */
function plainVerb(tokens: readonly Token[], at: number, end: number): number | null {
  const token = tokens[at];
  if (at >= end || end - at > 8 || token?.kind !== 'word' || token.capital) return null;
  return isPreposition(token) || isConjunction(token) ? null : at;
}

/** Where the clause that begins at `from` ends: before the next mark, sentence end or paragraph. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + REACH) {
    const token = tokens[at] as Token;
    if (at > from && token.gap >= GAP.paragraph) break;
    if (isHardBorder(tokens, at)) break;
    at++;
  }
  return at;
}

/** "according to the ministry" */
function accordingTo(
  tokens: readonly Token[],
  at: number,
  end: number,
): { cue: Phrase; speaker: Phrase | null } | null {
  if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return null;
  return { cue: { first: at, last: at + 2 }, speaker: phraseFrom(tokens, at + 2, end) };
}

/** The clause before an opening mark at `open`, looked for back to token `limit`: "Miller told reporters: “". */
export function clauseBefore(tokens: readonly Token[], open: number, limit: number): Clause | null {
  const colon = tokens[open - 1]?.word === ':';
  const stop = Math.max(limit, open - REACH);
  let nameless: Clause | null = null;
  let weak: Clause | null = null;
  for (let i = open - 1; i >= stop; i--) {
    if (i < open - 1 && isHardBorder(tokens, i) && tokens[i]?.kind !== 'mark') {
      if (!colon || tokens[i]?.kind === 'end') break;
    }
    const according = accordingTo(tokens, i, open);
    if (according) return { ...according, first: i, last: open };
    if (!isSpeechVerb(tokens, i) || isPlanned(tokens, i)) continue;
    const speaker = speakerOf(tokens, i, limit, open);
    const clause = { cue: cueAt(i), speaker, first: speaker ? Math.min(speaker.first, i) : i, last: open };
    if (weak) {
      const near = (weak.speaker?.first ?? 0) - i <= SUBORDINATE;
      if (speaker && (near || tokens[weak.cue.first - 1]?.lower === 'who')) return clause;
      continue;
    }
    const aside = tokens[i - 1]?.lower === 'who' && open - i > ASIDE;
    if (speaker && (aside || WEAK.has(tokens[i]?.lower ?? ''))) {
      weak = clause;
      continue;
    }
    // The verb right before the mark is the cue, even where its subject is that of another verb.
    if (speaker) return nameless && open - nameless.cue.last <= 1 ? { ...nameless, speaker } : clause;
    nameless ??= clause;
  }
  if (weak) return weak;
  if (nameless && open - nameless.cue.last <= 1) return nameless;
  return (colon ? clauseOfColon(tokens, open - 1, limit) : null) ?? nameless;
}

/** "plans to respond": no speech yet, unless the words follow: "went on to say". */
const isPlanned = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb - 1]?.lower === 'to' &&
  !/^(?:say|add|tell|note|ask|write|explain|complain|declare|read)$/.test(tokens[verb]?.lower ?? '');

/** The subject of a speech verb in its sentence. */
export function speakerOf(tokens: readonly Token[], verb: number, limit: number, end: number): Phrase | null {
  const token = tokens[verb] as Token;
  const before = tokens[verb - 1];
  const passive =
    isPassive(tokens, verb) ||
    isDoneBy(tokens, verb) ||
    (token.lower === 'asked' && before?.lower === 'when');
  if (passive && !/^(?:quoted|reported)$/.test(token.lower)) {
    return tokens[verb + 1]?.lower === 'by' ? phraseFrom(tokens, verb + 2, end) : null;
  }
  const quoted = before?.lower === 'as' ? quotedBefore(tokens, verb, limit) : null;
  if (quoted) return quoted;
  if (
    token.lower.endsWith('ing') &&
    (before?.word === ',' || !before || verb - 1 < limit || !isAuxiliary(before))
  ) {
    const direct =
      before && before.word !== ',' && verb - 1 >= limit ? phraseBefore(tokens, verb, limit) : null;
    if (direct && tokens[direct.first - 1]?.lower === 'with') return direct;
    if (direct && isSubject(tokens, direct)) return earlierSubject(tokens, direct.first, limit) ?? direct;
    return earlierSubject(tokens, verb, limit) ?? direct;
  }
  if (verb === limit || (before?.word === ',' && verb - 1 === limit)) {
    const inverted = TELLING.test(token.lower) ? null : phraseFrom(tokens, verb + 1, end);
    // "…, says the plan “shows …”": the plan is what is spoken of.
    const spokenOf = verb > limit && inverted?.last === end && tokens[end + 1]?.capital === false;
    return spokenOf ? null : inverted;
  }
  return subjectBefore(tokens, verb, limit);
}

/** "a charge dismissed by the president": without an auxiliary too. */
const isDoneBy = (tokens: readonly Token[], verb: number): boolean =>
  /(?:ed|told|written|said|put)$/.test(tokens[verb]?.lower ?? '') &&
  tokens[verb + 1]?.lower === 'by' &&
  (isDeterminer(tokens[verb + 2]) || tokens[verb + 2]?.capital === true) &&
  !isTime(tokens[verb + 2]) &&
  !/^(?:end|time|start|close|phone|way)$/.test(tokens[verb + 3]?.lower ?? '');

const isSubject = (tokens: readonly Token[], phrase: Phrase): boolean =>
  PRONOUNS.has(tokens[phrase.last - 1]?.lower ?? '') || tokens[phrase.last - 1]?.capital === true;

/** A colon without a speech verb: "Philip Bump: “", "Her answer was: “", "She put it this way: “". */
export function clauseOfColon(tokens: readonly Token[], colon: number, limit: number): Clause | null {
  const report = tokens[limit]?.lower === 'from' ? phraseFrom(tokens, limit + 1, colon) : null;
  if (report)
    return { cue: { first: limit, last: limit + 1 }, speaker: report, first: limit, last: colon + 1 };
  const line = phraseBefore(tokens, colon, limit);
  const from = line ? line.first - 1 : colon;
  if (line && (line.first === limit || isDash(tokens[from]) || tokens[from]?.kind === 'end')) {
    return { cue: { first: colon, last: colon + 1 }, speaker: line, first: line.first, last: colon + 1 };
  }
  const speaker = earlierSubject(tokens, colon, limit) ?? phraseFrom(tokens, limit, colon);
  if (!speaker) return null;
  let verb = speaker.last;
  while (verb < colon && !isVerbLike(tokens, verb)) verb++;
  if (isPreposition(tokens[speaker.first])) return null;
  return {
    cue: verb < colon ? cueAt(verb) : { first: colon, last: colon + 1 },
    speaker,
    first: speaker.first,
    last: colon + 1,
  };
}
