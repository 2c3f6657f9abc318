/**
 * From a mention to a person: the full name and the role that the article gives for "he", "Miller", "the spokesman".
 * A wrong name is worse than none: whatever leaves two people open is left without a name.
 */
import { OFFICES } from '../data/offices.ts';
import { courtesyOf, type Gender, genderOf } from '../gender.ts';
import { findNames } from '../names.ts';
import type { Reading } from '../reading.ts';
import { findRole } from '../roles.ts';
import { splitSentences } from '../sentences.ts';
import { GAP, parseTokens, type Token } from '../tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isDeterminer,
  isInnerDot,
  isPreposition,
  isSpeechVerb,
  isVerbLike,
} from './grammar.ts';
import type { Phrase } from './mentions.ts';

interface Resolved {
  readonly name: string | null;
  readonly role: string | null;
}

export interface Resolver {
  /** Name and role of who is mentioned at a place. Mentions are given in the order of the text. */
  resolve(mention: Phrase | null): Resolved;
}

const NOBODY: Resolved = { name: null, role: null };
/** Of a longer paragraph only the last tokens are looked at. */
const LONGEST_PARAGRAPH = 400;
const LONGEST_SENTENCE = 80;
/** A pronoun reaches back so many paragraphs. */
const REACH = 2;

/** Prepares the resolution of the mentions of one reading. */
export function createResolver(reading: Reading): Resolver {
  const { text, tokens, runs, names, entities } = reading;
  const runAt = new Int32Array(tokens.length + 1).fill(-1);
  runs.forEach((run, i) => {
    runAt.fill(i, run.first, run.last);
  });
  const quoted = new Uint8Array(tokens.length);
  for (const { open, close, depth } of reading.quotations) if (depth === 0) quoted.fill(1, open, close + 1);
  const genders = entities.map(({ kind, name, role, mentions }) =>
    kind === 'person' ? (courtesyAmong(tokens, runs, mentions) ?? genderOf(name, role)) : null,
  );
  const offices = holdersOf(reading);
  const titleNames = namesOfTitle(reading.title);
  /** Entity and token of who spoke last. */
  let last: { entity: number; at: number } | null = null;

  /** The last pronoun that was left without a name. */
  let open: { gender: Gender; at: number } | null = null;

  const entityOf = (run: number): number | null => names[run]?.entity ?? null;
  const paragraphOf = (at: number): number => tokens[at]?.paragraph ?? 0;

  const answer = (entity: number | null, mention: Phrase): Resolved => {
    const found = entity === null ? undefined : entities[entity];
    if (!found || entity === null) return NOBODY;
    if (found.kind === 'person') last = { entity, at: mention.first };
    const name =
      /\s/.test(found.name) || found.kind !== 'person'
        ? found.name
        : (titleNames.get(found.name.toLowerCase()) ?? null);
    return { name, role: found.kind === 'person' ? found.role : null };
  };

  /** The person named inside a mention, who is not merely what the phrase is about ("a spokesman for Smith"). */
  const named = (mention: Phrase): number | 'several' | null => {
    let found: number | null = null;
    for (let i = mention.first; i < mention.last; i++) {
      const run = runAt[i] as number;
      if (run < 0 || runs[run]?.first !== i) continue;
      const { last: end, kind } = runs[run] as (typeof runs)[number];
      const person = names[run]?.kind === 'person';
      if (tokens[end]?.kind === 'possessive' && end < mention.last) continue;
      if (i > mention.first && isPreposition(tokens[i - 1])) continue;
      // "a Hale spokesman": whose, not who
      if (person && end < mention.last && namesOffice(tokens, end, mention.last)) continue;
      if (!person && end !== mention.last) continue;
      if (!person && kind !== 'organisation') continue;
      if (found !== null) return 'several';
      found = entityOf(run);
    }
    let seen = false;
    for (let i = mention.first; i < mention.last && found !== null; i++) {
      seen ||= (runAt[i] as number) >= 0;
      // "co-author and historian Ada Byron" is one person
      if (tokens[i]?.lower === 'and' && (seen || tokens[i + 1]?.capital)) return 'several';
    }
    return found;
  };

  /** The people named outside quotations from token `from` to `to`, the nearest last. */
  const people = (from: number, to: number): { entity: number; at: number }[] => {
    const found: { entity: number; at: number }[] = [];
    for (let i = Math.max(0, from); i < to; i++) {
      const run = runAt[i] as number;
      if (run < 0 || quoted[i] || runs[run]?.first !== i || names[run]?.kind !== 'person') continue;
      const entity = entityOf(run);
      if (entity !== null) found.push({ entity, at: i });
    }
    return found;
  };

  /** Stands where subjects stand: before a verb or an apposition, after no preposition, or right behind a speech verb. */
  const isSubject = (at: number): boolean => {
    const run = runs[runAt[at] as number];
    if (!run || isPreposition(tokens[at - 1])) return false;
    const next = run.last;
    return (
      isVerbLike(tokens, next) ||
      isVerbLike(tokens, next + 1) ||
      /^[,(]$/.test(tokens[next]?.word ?? '') ||
      tokens[next]?.lower === 'who' ||
      isSpeechVerb(tokens, at - 1)
    );
  };

  const startOfParagraph = (at: number): number => {
    let i = at;
    while (i > 0 && at - i < LONGEST_PARAGRAPH && paragraphOf(i - 1) === paragraphOf(at)) i--;
    return i;
  };

  /** Two capitalised words that were read as no person, but may be one. */
  const unread = (from: number, to: number, subjects: boolean): boolean => {
    for (let i = from; i < to; i++) {
      const run = runAt[i] as number;
      if (run < 0 || quoted[i] || runs[run]?.first !== i) continue;
      const { first, last: end } = runs[run] as Phrase;
      if (
        names[run]?.kind !== 'person' &&
        names[run]?.kind !== 'place' &&
        end - first === 2 &&
        (!subjects || isSubject(i))
      )
        return true;
    }
    return false;
  };

  /** Somebody else says something there whom the pronoun may mean. */
  const competes = (from: number, to: number, only: number, gender: Gender): boolean => {
    for (let i = from; i < to; i++) {
      const run = runAt[i] as number;
      if (run < 0 || quoted[i] || runs[run]?.first !== i) continue;
      const entity = entityOf(run);
      let next = runs[run]?.last ?? i + 1;
      while (isAdverb(tokens[next]) || isAuxiliary(tokens[next])) next++;
      const other = entity !== null && genders[entity] !== null && genders[entity] !== gender;
      if (entity !== only && !other && isSpeechVerb(tokens, next)) return true;
    }
    return false;
  };

  /** The first person of the last sentence before a place, if he is its subject and nobody else of his gender is one. */
  const subjectOfLast = (to: number, gender: Gender): number | null => {
    let end = to;
    while (end > 0 && quoted[end - 1]) end--;
    if (end > 0 && tokens[end - 1]?.kind === 'end') end--;
    let from = end;
    while (
      from > 0 &&
      end - from < LONGEST_SENTENCE &&
      !(tokens[from - 1]?.kind === 'end' && tokens[from]?.capital && !isInnerDot(tokens, from - 1)) &&
      !quoted[from - 1] &&
      (tokens[from]?.gap ?? 0) < GAP.paragraph
    )
      from--;
    const subjects = people(from, end).filter(
      ({ at, entity }) => isSubject(at) && (genders[entity] === null || genders[entity] === gender),
    );
    const first = subjects[0];
    if (!first || genders[first.entity] !== gender || subjects.some(({ entity }) => entity !== first.entity))
      return null;
    return competes(from, end, first.entity, gender) ? null : first.entity;
  };

  const pronoun = (mention: Phrase, gender: Gender): number | null => {
    const can = ({ entity }: { entity: number }) => genders[entity] === null || genders[entity] === gender;
    let to = mention.first;
    // The one before was left open: so is this, unless somebody has spoken since.
    if (
      open &&
      open.gender === gender &&
      paragraphOf(to) - paragraphOf(open.at) <= REACH &&
      (!last || last.at < open.at)
    )
      return null;
    for (let back = 0; back < REACH && to > 0; back++) {
      const from = startOfParagraph(back === 0 ? mention.first : to - 1);
      const near = people(from, to).filter(can);
      const distinct = new Set(near.map(({ entity }) => entity));
      const spoke = last && last.at >= from && last.at < to && can(last) ? last : null;
      if (distinct.size === 1) {
        const only = near[0]?.entity as number;
        if (spoke && spoke.entity !== only) return null;
        // Somebody of unknown gender is meant only if nobody else was.
        if (competes(from, to, only, gender)) return null;
        const sure =
          spoke?.entity === only || (genders[only] === gender && near.some(({ at }) => isSubject(at)));
        const alone = genders[only] === gender && !unread(from, to, false);
        return (sure && !unread(from, to, true)) || alone ? only : null;
      }
      if (distinct.size > 1) {
        const after = spoke ? near.filter(({ at, entity }) => at > spoke.at && entity !== spoke.entity) : [];
        if (spoke && after.length === 0 && genders[spoke.entity] === gender) return spoke.entity;
        return back === 0 ? subjectOfLast(to, gender) : null;
      }
      if (spoke && genders[spoke.entity] === gender) return spoke.entity;
      to = from;
    }
    return null;
  };

  /** "the spokesman": the only person of the article with that office, named before it. */
  const office = (mention: Phrase): number | null => {
    const head = headOf(tokens, mention);
    if (head === null) return null;
    const holders = offices.get(head) ?? [];
    const found = holders[0];
    if (found === undefined || holders.length > 1) return null;
    const from = startOfParagraph(mention.first);
    let reach = from;
    for (let back = 0; back < REACH && reach > 0; back++) reach = startOfParagraph(reach - 1);
    return people(reach, mention.first).some(({ entity }) => entity === found) ? found : null;
  };

  return {
    resolve(mention) {
      if (!mention) return NOBODY;
      const head = tokens[mention.first]?.lower ?? '';
      const single = mention.last - mention.first === 1;
      if (single && (head === 'he' || head === 'she')) {
        const entity = pronoun(mention, head);
        open = entity === null ? { gender: head, at: mention.first } : null;
        return answer(entity, mention);
      }
      const direct = named(mention);
      if (direct === 'several') return NOBODY;
      if (direct !== null) {
        const own = roleAt(text, tokens, runs[runAt[mention.last - 1] as number]);
        const found = answer(direct, mention);
        return found.role === null && own ? { ...found, role: own } : found;
      }
      const apposed = tokens[mention.last]?.word === ',' ? (runAt[mention.last + 1] as number) : -1;
      if (apposed >= 0 && names[apposed]?.kind === 'person' && runs[apposed]?.first === mention.last + 1) {
        return answer(entityOf(apposed), mention);
      }
      return head === 'the' ? answer(office(mention), mention) : NOBODY;
    },
  };
}

/** The words from one token to another are an office without a name: "campaign spokesman". */
function namesOffice(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.capital || isPreposition(token)) return false;
    if (OFFICES.has(token.lower)) return true;
  }
  return false;
}

/** The gender that courtesy titles give somebody; null where there are none or both. */
function courtesyAmong(
  tokens: readonly Token[],
  runs: readonly Phrase[],
  mentions: readonly number[],
): Gender | null {
  let found: Gender | null = null;
  for (const mention of mentions) {
    const gender = courtesyOf(tokens, runs[mention]?.first ?? 0);
    if (gender && found && gender !== found) return null;
    found = gender ?? found;
  }
  return found;
}

/** The people of an article by each word of their roles, two at most. */
function holdersOf({ entities }: Reading): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  entities.forEach(({ kind, role }, entity) => {
    if (kind !== 'person' || !role) return;
    for (const word of new Set(role.toLowerCase().split(/[^a-z-]+/))) {
      const known = holders.get(word) ?? [];
      if (known.length < 2) holders.set(word, [...known, entity]);
    }
  });
  return holders;
}

function roleAt(text: string, tokens: readonly Token[], run: Phrase | undefined): string | null {
  const role = run ? findRole(tokens, run) : null;
  return role ? text.slice((tokens[role.first] as Token).start, (tokens[role.last - 1] as Token).end) : null;
}

/** The office word of "the (former) ministry spokesman (for …)"; null without one. */
function headOf(tokens: readonly Token[], { first, last }: Phrase): string | null {
  let head: string | null = null;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (isPreposition(token)) break;
    if (token.kind === 'word' && !isDeterminer(token)) head = token.lower;
  }
  return head;
}

/** Full names of people in the title, by surname. */
function namesOfTitle(title: string | null): Map<string, string> {
  const found = new Map<string, string>();
  if (!title) return found;
  const tokens = parseTokens(title.slice(0, 1000));
  for (const { first, last, kind } of findNames(tokens, splitSentences(tokens, []))) {
    const surname = tokens[last - 1]?.lower;
    if (kind !== 'person' || last - first < 2 || !surname) continue;
    if (found.has(surname)) found.delete(surname);
    else found.set(surname, title.slice((tokens[first] as Token).start, (tokens[last - 1] as Token).end));
  }
  return found;
}
