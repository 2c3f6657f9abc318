/**
 * From a mention to a person: the full name and the role that the article gives for "he", "Miller", "the spokesman".
 * A wrong name is worse than none: whatever leaves two people open is left without a name.
 */
import { OFFICES } from '../data/offices.ts';
import { type Gender, genderOfGiven } from '../gender.ts';
import { findNames } from '../names.ts';
import type { Reading } from '../reading.ts';
import { findRole } from '../roles.ts';
import { splitSentences } from '../sentences.ts';
import { parseTokens, type Token } from '../tokens.ts';
import { isDeterminer, isInnerDot, isPreposition } from './grammar.ts';
import type { Phrase } from './mentions.ts';
import { findPeople, type Spoken } from './people.ts';
import { findMeant, type Open, REACH, spokeBefore } from './pronouns.ts';

interface Resolved {
  readonly name: string | null;
  readonly role: string | null;
}

export interface Resolver {
  /** Name and role of who is mentioned at a place. Mentions are given in the order of the text. */
  resolve(mention: Phrase | null): Resolved;
}

/** Of more people with one word in their roles nobody is looked for. */
const HOLDERS = 8;
/** Between an office and whom it leads to stand at most so many words: "German Colonel". */
const APPOSED = 4;
const NOBODY: Resolved = { name: null, role: null };
/** Prepares the resolution of the mentions of one reading. */
export function createResolver(reading: Reading): Resolver {
  const { text, tokens, runs, names, entities } = reading;
  const people = findPeople(reading);
  const { runAt } = people;
  const offices = holdersOf(reading);
  const titleNames = namesOfTitle(reading.title);
  let last: Spoken | null = null;
  let open: Open | null = null;
  const entityOf = (run: number): number | null => names[run]?.entity ?? null;

  /** Of who spoke before and is meant by a pronoun a surname will do: the mention says less. */
  const answer = (entity: number | null, mention: Phrase, pronoun: Gender | null = null): Resolved => {
    const found = entity === null ? undefined : entities[entity];
    if (!found || entity === null) return NOBODY;
    if (found.kind === 'person') last = { entity, at: mention.first };
    const name =
      /\s/.test(found.name) || found.kind !== 'person'
        ? found.name
        : (titleNames.get(found.name.toLowerCase()) ??
          (pronoun && isCalled(found.name, pronoun) ? found.name : null));
    return { name, role: found.kind === 'person' ? found.role : null };
  };

  /** Who is named behind the comma after an office: "the manager, Eric Shore", "the group's leader, German Colonel Eric Shore". */
  const apposedTo = (mention: Phrase): number | null => {
    if (tokens[mention.last]?.word !== ',') return null;
    for (let i = mention.last + 1; i <= mention.last + APPOSED; i++) {
      const token = tokens[i];
      const run = runAt[i] ?? -1;
      if (run >= 0 && names[run]?.kind === 'person') return runs[run]?.first === i ? entityOf(run) : null;
      if (isInnerDot(tokens, i)) continue;
      if (token?.kind !== 'word' || !(token.capital || OFFICES.has(token.lower))) return null;
    }
    return null;
  };

  /** The person named inside a mention, who is not merely what the phrase is about ("a spokesman for Smith"). */
  const named = (mention: Phrase): number | 'several' | null => {
    let found: number | null = null;
    const isOfOffice = OFFICES.has(headOf(tokens, mention) ?? '') && apposedTo(mention) !== null;
    for (let i = mention.first; i < mention.last; i++) {
      const run = runAt[i] as number;
      if (run < 0 || runs[run]?.first !== i) continue;
      const { last: end, kind } = runs[run] as (typeof runs)[number];
      const person = names[run]?.kind === 'person';
      if (tokens[end]?.kind === 'possessive' && end < mention.last) continue;
      if (i > mention.first && isPreposition(tokens[i - 1])) continue;
      // "director of the Harbour Board, Ada Byron": the board is none of whom the comma leads to.
      if (!person && isOfOffice && isDeterminer(tokens[i - 1]) && isPreposition(tokens[i - 2])) continue;
      // "a Hale spokesman": whose, not who; "the Hale family" is not Hale either.
      if (person && end < mention.last && namesOffice(tokens, end, mention.last)) continue;
      if (person && PEOPLE_OF.test(tokens[end]?.lower ?? '')) return null;
      if (!person && end !== mention.last) continue;
      if (!person && kind !== 'organisation') continue;
      // "Ada Byron of the Analytical Society": where she works is nobody else.
      if (!person && found !== null && isDeterminer(tokens[i - 1]) && isPreposition(tokens[i - 2])) continue;
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

  /** "the spokesman": the only person of the article with that office, named before it. */
  const holder = (mention: Phrase): number | null => {
    const head = headOf(tokens, mention);
    if (head === null || !OFFICES.has(head)) return null;
    // "the prime minister" is not the foreign minister.
    const words = tokens.slice(mention.first, mention.last).filter(isOfOffice);
    const holders = (offices.get(head) ?? []).filter((entity) => {
      const role = wordsOf(entities[entity]?.role ?? '');
      return words.every(({ lower }) => role.has(lower));
    });
    const found = holders[0];
    if (found === undefined || holders.length > 1) return null;
    const from = people.startOfParagraph(mention.first);
    let reach = from;
    for (let back = 0; back < REACH && reach > 0; back++) reach = people.startOfParagraphBefore(reach);
    return people.named(reach, mention.first).some(({ entity }) => entity === found) ? found : null;
  };

  return {
    resolve(mention) {
      if (!mention) return NOBODY;
      const head = tokens[mention.first]?.lower ?? '';
      const single = mention.last - mention.first === 1;
      if (single && (head === 'he' || head === 'she')) {
        const spoke = spokeBefore(people, last, mention.first);
        const entity = findMeant(reading, people, mention, head, { spoke, open });
        open = entity === null ? { gender: head, at: mention.first } : null;
        return answer(entity, mention, spoke?.entity === entity ? head : null);
      }
      const direct = named(mention);
      if (direct === 'several') return NOBODY;
      if (direct !== null) {
        const own = roleAt(text, tokens, runs[runAt[mention.last - 1] as number]);
        const found = answer(direct, mention);
        return found.role === null && own ? { ...found, role: own } : found;
      }
      const office = OFFICES.has(headOf(tokens, mention) ?? '');
      const apposed = office ? apposedTo(mention) : null;
      if (apposed !== null) return answer(apposed, mention);
      return head === 'the' ? answer(holder(mention), mention) : NOBODY;
    },
  };
}

/** Whether a single name may be that of a man or a woman; "Jr." is none. */
function isCalled(name: string, gender: Gender): boolean {
  const known = genderOfGiven(name.toLowerCase());
  return (known === null || known === gender) && !/^(?:jr|sr)\b/i.test(name);
}

/** People around somebody who is named before them. */
const PEOPLE_OF =
  /^(?:family|families|campaign|camp|team|administration|government|estate|supporters|allies|aides|lawyers|attorneys|backers|fans|relatives|parents|siblings|children|sisters|brothers|sons|daughters|friends|advisers|advisors|foundation)$/;

/** The words from one token to another are an office without a name: "campaign spokesman". */
function namesOffice(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (OFFICES.has(token.lower)) return true;
    if (token.kind !== 'word' || token.capital || isPreposition(token)) return false;
  }
  return false;
}

/** Offices as they are shortened before a name. */
const IN_FULL: ReadonlyMap<string, readonly string[]> = new Map([
  ['sen', ['senator']],
  ['gov', ['governor']],
  ['rep', ['representative', 'congressman', 'congresswoman', 'lawmaker']],
  ['senator', ['lawmaker']],
  ['gen', ['general']],
  ['col', ['colonel']],
  ['capt', ['captain']],
  ['lt', ['lieutenant']],
  ['sgt', ['sergeant']],
  ['det', ['detective']],
  ['prof', ['professor']],
  ['dr', ['doctor']],
  ['fr', ['priest']],
  ['rev', ['pastor', 'reverend']],
  ['cllr', ['councillor']],
  ['supt', ['superintendent']],
  ['insp', ['inspector']],
]);

/** The words of a role in small letters, shortened ones also in full. */
function wordsOf(role: string): Set<string> {
  const words = role.toLowerCase().split(/[^\p{L}-]+/u);
  return new Set(words.flatMap((word) => [word, ...(IN_FULL.get(word) ?? [])]));
}

/** A word that says which office is meant. */
const isOfOffice = (token: Token): boolean =>
  token.kind === 'word' && token.lower !== 'former' && !isDeterminer(token) && !isPreposition(token);

/** The people of an article by each word of their roles, a few at most. */
function holdersOf({ entities }: Reading): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  entities.forEach(({ kind, role }, entity) => {
    if (kind !== 'person' || !role) return;
    for (const word of wordsOf(role)) {
      const known = holders.get(word) ?? [];
      if (known.length < HOLDERS) holders.set(word, [...known, entity]);
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
