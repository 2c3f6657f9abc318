/** What an article says that a person is: "US State Department spokesperson", "the Kremlin’s spokesman". */
import { STARTERS } from './data/abbreviations.ts';
import { NATIONALITIES, OFFICES, SHORT_TITLES } from './data/offices.ts';
import { SPEECH_VERBS } from './data/speech-verbs.ts';
import {
  isAdverb,
  isConjunction,
  isDeterminer,
  isInnerDot,
  isPreposition,
  isTime,
  isVerbLike,
  PRONOUNS,
} from './quotes/grammar.ts';
import { type Phrase, phraseBefore, phraseFrom } from './quotes/mentions.ts';
import { GAP, type Token } from './tokens.ts';

/** Longest role before a name, in tokens. */
const LONGEST = 9;
/** From "of" to the name in "Secretary of Homeland Security Ada Byron", in tokens. */
const OF_OFFICE = 5;

/** Behind these a verb stands: "will nominate attorney Ada Byron". */
const LEADS_VERB = /^(?:to|will|would|can|could|may|might|shall|should|must|not|did|does|do)$/;
/** Before a shortened office: "former Sen.", but not "resemble Sen." */
const QUALIFIES =
  /^(?:ex-.*|then-.*|former|state|retired|late|acting|deputy|incoming|outgoing|longtime|junior|senior|veteran|first-term|freshman|federal|assistant|chief|police|sheriff['’]s)$/;
/** Words that end like a verb and belong to an office: "peacekeeping chief". */
const OF_OFFICE_ING =
  /^(?:peacekeeping|managing|acting|sitting|outgoing|incoming|founding|housing|banking|engineering|marketing|training|planning|ruling|visiting|presiding|contributing|consulting|supervising|commanding|programming|manufacturing|fundraising|polling|nursing|operating)$/;
/** Words that look like others and stand before offices: "press secretary", "top aide", "newly elected mayor". */
const BESIDE_OFFICE = /^(?:press|top|newly|elected|appointed|then|self-described|long-serving|law)$/;
/** Words for what people do, where an article before them says that somebody is meant: "a beautician", "the fraudster". */
const CALLING = /(?:[^t]er|or|ist|ian|eer|ster|man|woman|naut|ress)$/;

/** The role that stands with a name: before it, behind it between commas, or as what it is an apposition to. */
export function findRole(tokens: readonly Token[], name: Phrase): Phrase | null {
  const before = roleBefore(tokens, name.first);
  if (before && !isShort(tokens, before)) return before;
  return roleBehind(tokens, name.last) ?? apposedTo(tokens, name) ?? before;
}

/** "Sen.", "Mr": less than a role behind the name. */
const isShort = (tokens: readonly Token[], role: Phrase): boolean =>
  SHORT_TITLES.has(tokens[role.first]?.lower ?? '') && role.last - role.first <= 2;

/** "US State Department spokesperson" Matthew Miller. */
function roleBefore(tokens: readonly Token[], name: number): Phrase | null {
  let at = name;
  const adjacent = tokens[name - 1]?.word === '.' ? tokens[name - 2] : tokens[name - 1];
  if (adjacent?.kind !== 'word' || (tokens[name]?.gap ?? 0) > GAP.line) return null;
  const courtesy = /^(?:mr|mrs|ms|mx|miss)$/.test(adjacent.lower);
  let abbreviated = SHORT_TITLES.has(adjacent.lower) && !OFFICES.has(adjacent.lower);
  const of = officeOf(tokens, name);
  if (courtesy || (!OFFICES.has(adjacent.lower) && !SHORT_TITLES.has(adjacent.lower) && of === null))
    return null;
  if (of !== null) at = of;
  while (at > 0 && name - at < LONGEST) {
    const token = tokens[at - 1] as Token;
    if (at < name && (tokens[at]?.gap ?? 0) > GAP.line) break;
    const fits =
      isInnerDot(tokens, at - 1) ||
      (token.lower === 'first' && tokens[at]?.lower === 'lady') ||
      (token.kind === 'possessive' && at < name) ||
      token.word === '&' ||
      (token.kind === 'word' &&
        (token.capital
          ? !STARTERS.has(token.lower) && !isTime(token) && !PRONOUNS.has(token.lower)
          : isModifier(tokens, at - 1) &&
            (!abbreviated || QUALIFIES.test(token.lower) || OFFICES.has(token.lower)) &&
            (QUALIFIES.test(token.lower) || !LEADS_VERB.test(tokens[at - 2]?.lower ?? ''))));
    if (!fits) break;
    // "study co-author Dr": what stands before an office in full is of it.
    abbreviated &&= !OFFICES.has(token.lower);
    at--;
  }
  while (at < name && (isDeterminer(tokens[at]) || isPreposition(tokens[at]) || tokens[at]?.kind !== 'word'))
    at++;
  // "the judge Trump attacked": no role of Trump
  if (at < name && !adjacent.capital && isDeterminer(tokens[at - 1]) && !tokens[name + 1]?.capital)
    return null;
  return at < name ? withoutDegree(tokens, { first: at, last: name }) : null;
}

/** What many are, whatever their office: "study co-author Dr", and nothing is left of "Dr". */
const DEGREE = /^(?:dr|fr|rev|sir|dame|hon|saint|st|miss|shri|shrimati|smt)$/;

/** A role without the "Dr" at its end; null where nothing that is an office is left. */
function withoutDegree(tokens: readonly Token[], role: Phrase): Phrase | null {
  const end = tokens[role.last - 1]?.word === '.' ? role.last - 2 : role.last - 1;
  if (!DEGREE.test(tokens[end]?.lower ?? '')) return role;
  const holds = tokens.slice(role.first, end).some(({ lower }) => OFFICES.has(lower));
  return holds ? { first: role.first, last: end } : null;
}

/** "Secretary of State" before a name: the token of the office, or null. */
function officeOf(tokens: readonly Token[], name: number): number | null {
  for (let i = name - 1; i > name - OF_OFFICE && i > 0; i--) {
    const token = tokens[i] as Token;
    if (token.lower === 'of') return i < name - 1 && OFFICES.has(tokens[i - 1]?.lower ?? '') ? i - 1 : null;
    if (!token.capital) return null;
  }
  return null;
}

/** A lower-case word of a role: an office, or what describes one; no verb, no small word. */
function isModifier(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (OFFICES.has(token.lower) || BESIDE_OFFICE.test(token.lower)) return true;
  if (
    isDeterminer(token) ||
    isPreposition(token) ||
    isConjunction(token) ||
    isAdverb(token) ||
    isTime(token) ||
    PRONOUNS.has(token.lower)
  )
    return false;
  return (
    !isVerbLike(tokens, at) &&
    !SPEECH_VERBS.has(token.lower) &&
    token.lower.length > 3 &&
    (!token.lower.endsWith('ing') || OF_OFFICE_ING.test(token.lower))
  );
}

/** Ada Byron, "the ministry’s spokeswoman", … */
function roleBehind(tokens: readonly Token[], from: number): Phrase | null {
  let comma = tokens[from]?.word === '(' ? closing(tokens, from) : from;
  if (tokens[comma]?.word !== ',') return null;
  // "Ada Byron, 28, a beautician"
  if (tokens[comma + 1]?.kind === 'number' && tokens[comma + 2]?.word === ',') comma += 2;
  // "…, saying the nominee would lose": no apposition
  const next = tokens[comma + 1];
  if (next && !next.capital && next.lower.endsWith('ing') && SPEECH_VERBS.has(next.lower)) return null;
  const role = withoutTime(tokens, phraseFrom(tokens, comma + 1, comma + 26));
  if (!role || !isRole(tokens, role)) return null;
  // "Ada Byron, 28, remained a member": what she did
  if (isVerbLike(tokens, role.first) && isDeterminer(tokens[role.first + 1])) return null;
  const last = pastJoined(tokens, role);
  const after = tokens[last];
  const border =
    !after ||
    after.kind === 'end' ||
    after.kind === 'mark' ||
    /^[,;:\u2013\u2014]$/.test(after.word) ||
    /^(?:who|whom|whose|in|on|at|for|from|which|and|with|under)$/.test(after.lower) ||
    (!after.capital && after.lower.endsWith('ed'));
  return border ? { first: role.first, last } : null;
}

/** The end of "vice president for defence and foreign policy": what "and" joins behind a preposition belongs to it. */
function pastJoined(tokens: readonly Token[], { first, last }: Phrase): number {
  if (tokens[last]?.lower !== 'and') return last;
  if (!tokens.slice(first, last).some((token) => isPreposition(token))) return last;
  for (let i = last + 1; i < last + 6; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'end' || /^[,;]$/.test(token.word))
      return i > last + 1 ? i : last;
    if (token.kind !== 'word' || isVerbLike(tokens, i) || PRONOUNS.has(token.lower)) return last;
  }
  return last;
}

const withoutTime = (tokens: readonly Token[], phrase: Phrase | null): Phrase | null =>
  phrase && isTime(tokens[phrase.last - 1]) && phrase.last - phrase.first > 1
    ? { first: phrase.first, last: phrase.last - 1 }
    : phrase;

/** The phrase before the name to which it is an apposition: "The ministry’s spokeswoman, Ada Byron, said". */
function apposedTo(tokens: readonly Token[], { first, last }: Phrase): Phrase | null {
  if (tokens[first - 1]?.word !== ',' || !isClosed(tokens[last])) return null;
  // "more of a despot than his son, Per Lund": the despot is somebody else.
  const from = Math.max(0, first - 16);
  const than = tokens.slice(from, first).findLastIndex(({ lower }) => lower === 'than');
  const role = phraseBefore(tokens, first - 1, from + than + 1);
  if (!role || !isRole(tokens, role)) return null;
  const opens = /^(?:an?|the|his|her|their|its)$/.test(tokens[role.first]?.lower ?? '');
  return opens || tokens[role.first]?.capital ? role : null;
}

/** What an apposition ends with: a comma, or all of the sentence. */
const isClosed = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'end' || token.word === ',' || token.word === '.';

/** An office stands in it before the first preposition, and no name takes its place. */
function isRole(tokens: readonly Token[], { first, last }: Phrase): boolean {
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (i > first && isPreposition(token)) return false;
    if (token.lower === 'and') return false;
    const called =
      CALLING.test(token.lower) && /^(?:an?|the)$/.test(tokens[first]?.lower ?? '') && !token.capital;
    if (
      called ||
      OFFICES.has(token.lower) ||
      /^(?:democrat|republican|conservative|libertarian)$/.test(token.lower)
    ) {
      const next = tokens[i + 1];
      const named =
        next?.capital && i + 1 < last && !NATIONALITIES.has(next.lower) && !OFFICES.has(next.lower);
      return !named;
    }
  }
  return false;
}

function closing(tokens: readonly Token[], open: number): number {
  for (let i = open; i < open + 12; i++) if (tokens[i]?.word === ')') return i + 1;
  return open;
}
