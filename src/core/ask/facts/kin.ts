/** "Who is Ada Reed married to?": whose wife, son or sister the articles call somebody, read from either side. */
import { type Entity, entityOf, type Name, type ReadArticle } from '../../article.ts';
import { nameTerms } from '../../search/query.ts';
import { firstFrom } from '../../text/in-order.ts';
import { mayBeCalled, personBefore } from '../words/persons.ts';
import { asWho } from './offices.ts';
import { type FoundRole, isCalled, placeOf, withoutCourtesy } from './who.ts';

type Kin = 'spouse' | 'parent' | 'child' | 'sibling' | 'friend';

const KIN: ReadonlyMap<string, Kin> = new Map(
  Object.entries({
    wife: 'spouse',
    husband: 'spouse',
    spouse: 'spouse',
    widow: 'spouse',
    widower: 'spouse',
    father: 'parent',
    mother: 'parent',
    dad: 'parent',
    mum: 'parent',
    mom: 'parent',
    son: 'child',
    daughter: 'child',
    brother: 'sibling',
    sister: 'sibling',
    girlfriend: 'friend',
    boyfriend: 'friend',
    fiance: 'friend',
    fiancee: 'friend',
    fiancé: 'friend',
    fiancée: 'friend',
  } satisfies Record<string, Kin>),
);
/** What somebody is to the one who is that to him. */
const CONVERSE = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  friend: 'friend',
} as const;
const HE = /^(?:husband|widower|father|dad|son|brother|boyfriend|fiancé?)$/;
const SHE = /^(?:wife|widow|mother|mum|mom|daughter|sister|girlfriend|fianc[eé]e)$/;

const WORDS = [...KIN.keys()].join('|');
const WHOSE = new RegExp(
  `^who(?:['’]s| is| was) (?<name>\\p{L}[\\p{L}.'’ -]{1,60}?)(?:['’]s|(?<=s)['’]) (?<kin>${WORDS})[?.!\\s]*$`,
  'iu',
);
const OF = new RegExp(
  `^who(?:['’]s| is| was) the (?<kin>${WORDS}) of (?<name>\\p{L}[\\p{L}.'’ -]{1,60}?)[?.!\\s]*$`,
  'iu',
);
const MARRIED =
  /^(?:who(?:['’]s| is| was)|(?:to )?who(?:m)? (?:is|was)) (?<name>\p{L}[\p{L}.'’ -]{1,60}?) married(?: to| with)?[?.!\s]*$|^whom? did (?<wed>\p{L}[\p{L}.'’ -]{1,60}?) (?:marry|wed)[?.!\s]*$/iu;

interface Asked {
  readonly name: readonly string[];
  readonly kin: Kin;
  readonly gender: 'he' | 'she' | null;
}

const genderOfWord = (word: string): 'he' | 'she' | null =>
  HE.test(word) ? 'he' : SHE.test(word) ? 'she' : null;

function readAsked(question: string): Asked | null {
  const { name = '', kin = '' } = (WHOSE.exec(question) ?? OF.exec(question))?.groups ?? {};
  const found = KIN.get(kin.toLowerCase());
  const word = kin.toLowerCase();
  if (found !== undefined)
    return {
      name: nameTerms(withoutCourtesy(name)),
      kin: found,
      gender: genderOfWord(word),
    };
  const { name: one, wed } = MARRIED.exec(question)?.groups ?? {};
  const who = one ?? wed;
  return who === undefined ? null : { name: nameTerms(withoutCourtesy(who)), kin: 'spouse', gender: null };
}

/** `one` is the wife, son or sister of `other`. */
interface Tie {
  readonly one: Name;
  /** What she is called: "wife". */
  readonly word: string;
  readonly other: Name;
  /** What `other` is called where he is meant: "his father". */
  readonly gender?: 'he' | 'she';
}

const OF_SOMEBODY = new RegExp(`\\b(?<kin>${WORDS}) of `, 'giu');
/** Between "wife of" and the name: "minister ", "the country's interior minister ". */
const TITLES = /^(?:(?:the|a|an|late|former) ){0,2}(?:(?!of |and |who |that )[\p{L}.'’-]+ ){0,6}$/iu;
/** Between the name and "the wife of": ", ", ", a singer and ", " is ". */
const IS = /^(?:,| is| was)(?: (?!who |whose |met |said |told )[\p{L}\d.'’-]+,?){0,9} $/iu;
/** "Ada Reed, a singer, and the wife of Bo Lund": she may be somebody else. */
const JOINS = /, and (?:the )?$/;
const BEHIND = /^, $/;
const MARRIED_TO =
  /(?:,? (?:who|and)? ?(?:is|was|has been|had been|got)? ?(?:also )?(?:long )?married to |,? (?:who |and |has |had )?(?:married|wed|marries|weds) )(?:(?:the|an?|fellow|former) )?(?:\p{Ll}[\p{L}-]+ ){0,3}$/u;
/** Characters that are read of a tie. */
const REACH = 110;
/** Ties of one form that are read: an article with more is no news. */
const READ = 60;

/** "His wife, the architect ", "her brother ", "Lund's sister, ": before a name. */
const OWN = new RegExp(
  `(?:\\b(?<pronoun>[Hh]is|[Hh]er) |['’]s? )(?:(?:late|younger|older|elder|twin|little|big|only|second|third|first) ){0,2}(?<kin>${WORDS}),? (?:(?:the|a|an) )?(?:(?!(?:and|or|but|with|as|that|who|said|says|told)\\b)\\p{Ll}[\\p{L}-]* ){0,4}(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord)\\.? )?$`,
  'u',
);
/** "She is married to ", "in 1990 he married ": before a name. */
const SHE_MARRIED =
  /\b(?<pronoun>[Hh]e|[Ss]he) (?:(?:is|was|has been|had been) (?:also )?married to|married|wed) (?:(?:the|an?) )?(?:\p{Ll}[\p{L}-]* ){0,3}$/u;

/** "his former wife", "denied that he is married to": no wife of his. */
const NO_MORE = /\b(?:former|ex|future|late ex)[ -]/i;
const DENIES = /\b(?:den(?:y|ies|ied)|not|never|whether|if|rumou?rs?|pretended)\b[^.;]*$/i;

const LEADING_CLAUSE = /^(?:When|After|While|As|Before|Since|Although|Though|Because|Once|With|Until|If)\b/;

/** Whom "his", "her", "he" or "she" means there, who is not the one named behind. */
function ownerAt(article: ReadArticle, at: number, pronoun: string, other: Name): Name | undefined {
  const wanted = /^h(?:is|e)$/i.test(pronoun) ? 'he' : 'she';
  const fits = (name: Name, isSure: boolean): boolean =>
    name.entity !== other.entity && mayBeCalled(article, name, wanted, isSure);
  const start = article.analysis.sentences.find(({ end }) => end > at)?.start ?? 0;
  const here = article.analysis.names.filter(
    (name) => name.kind === 'person' && name.start >= start && name.end <= at && fits(name, false),
  );
  // "When her husband fell ill, Ada Reed took office": she may be named behind.
  if (here.length === 0 && LEADING_CLAUSE.test(article.text.slice(start, at))) return undefined;
  // Of several in one sentence it is the one that is known to be a man, or a woman.
  const isOneOfSeveral = new Set(here.map(({ entity }) => entity)).size > 1;
  return personBefore(article, at, (name) => fits(name, isOneOfSeveral));
}

/** "Her brother " before a name: where it begins, and what it says. */
interface Lead {
  readonly one: Name;
  readonly at: number;
  readonly pronoun: string | undefined;
  readonly word: string;
}

function leadsOf({ text }: ReadArticle, one: Name): Lead[] {
  if (one.kind === 'place' || one.kind === 'organisation') return [];
  const before = text.slice(Math.max(0, one.start - REACH), one.start);
  const match = OWN.exec(before) ?? SHE_MARRIED.exec(before);
  if (match === null || NO_MORE.test(match[0]) || DENIES.test(before.slice(0, match.index))) return [];
  const { pronoun, kin } = match.groups ?? {};
  const at = one.start - before.length + match.index;
  return [{ one, at, pronoun, word: kin?.toLowerCase() ?? 'spouse' }];
}

/** Ties of names to whom a word before them points to: "her brother Tor". */
function tiesBefore(article: ReadArticle): Tie[] {
  const { names } = article.analysis;
  const leads = names.flatMap((name) => leadsOf(article, name)).slice(0, READ);
  return leads.flatMap(({ one, at, pronoun, word }): Tie[] => {
    const other =
      pronoun === undefined
        ? names.find(({ end, kind }) => kind === 'person' && end === at)
        : ownerAt(article, at, pronoun, one);
    if (other === undefined) return [];
    if (pronoun === undefined) return [{ one, word, other }];
    return [{ one, word, other, gender: /^h(?:is|e)$/i.test(pronoun) ? 'he' : 'she' }];
  });
}

/** The ties that stand in an article as "NAME, the wife of NAME", "NAME is married to NAME". */
function tiesIn(article: ReadArticle): Tie[] {
  const { text, analysis } = article;
  const people = analysis.names.filter(({ kind }) => kind === 'person');
  const sentenceOf = (at: number): number => firstFrom(analysis.sentences, at + 1) - 1;
  const ties: Tie[] = [];
  for (const match of [...text.matchAll(OF_SOMEBODY)].slice(0, READ)) {
    const word = match.groups?.['kin']?.toLowerCase() ?? '';
    const end = match.index + match[0].length;
    const place = firstFrom(people, end);
    const other = people[place];
    if (other === undefined || other.start - end > REACH) continue;
    if (!TITLES.test(text.slice(end, other.start))) continue;
    const next = people[place + 1];
    const before = people[firstFrom(people, match.index) - 1];
    const here = sentenceOf(match.index);
    if (before !== undefined && sentenceOf(before.start) === here && match.index - before.end < REACH) {
      const between = text.slice(before.end, match.index);
      if (IS.test(between) && !JOINS.test(between)) ties.push({ one: before, word, other });
      continue;
    }
    // "The wife of Bo Lund, Ada Reed, left."
    const isApposed =
      next !== undefined &&
      BEHIND.test(text.slice(other.end, next.start)) &&
      /[,.]/.test(text.charAt(next.end));
    if (isApposed) ties.push({ one: next, word, other });
  }
  for (const [at, other] of people.entries()) {
    const one = people[at - 1];
    if (
      one === undefined ||
      other.start - one.end > REACH ||
      sentenceOf(one.start) !== sentenceOf(other.start)
    )
      continue;
    const between = text.slice(one.end, other.start);
    const wed = MARRIED_TO.exec(between);
    if (wed !== null && wed.index === 0) ties.push({ one, word: 'spouse', other });
  }
  return ties;
}

/** "Lund's mother" and "his mother", of an entity: whose she is. */
function tieOfRole(article: ReadArticle, entity: Entity): Tie[] {
  const { names } = article.analysis;
  const span = placeOf(article, entity);
  const word = /(\p{L}+)$/u.exec(entity.role ?? '')?.[1]?.toLowerCase() ?? '';
  if (span === undefined || !KIN.has(word) || NO_MORE.test(entity.role ?? '')) return [];
  const one = entity.mentions
    .map((at) => names[at])
    .find((name) => name !== undefined && name.end >= span.start);
  const pronoun = /^(?:his|her)\b/i.exec(entity.role ?? '')?.[0].toLowerCase();
  const other =
    pronoun === undefined
      ? names.find(({ start, end, kind }) => kind === 'person' && start >= span.start && end < span.end)
      : one && ownerAt(article, span.start, pronoun, one);
  return one === undefined || other === undefined ? [] : [{ one, word, other }];
}

/** Whether it is asked whose relative somebody is. */
export const asksKin = (question: string): boolean => readAsked(asWho(question)) !== null;

/** The relative's name, one place for each that is told. Empty for other questions. */
export function findKin(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const asked = readAsked(asWho(question));
  if (asked === null || asked.name.length === 0) return [];
  return articles.flatMap((article) => {
    const isAsked = (name: Name): boolean => {
      const named = entityOf(article, name);
      return named !== undefined && isCalled(named, asked.name);
    };
    const isFit = (name: Name): boolean => mayBeCalled(article, name, asked.gender);
    const ties = [
      ...tiesIn(article),
      ...article.analysis.entities.flatMap((entity) => tieOfRole(article, entity)),
      ...tiesBefore(article),
    ];
    return ties.flatMap(({ one, word, other, gender: his }): FoundRole[] => {
      const kin = KIN.get(word);
      const isDirect = isAsked(other);
      if (kin === undefined || isDirect === isAsked(one)) return [];
      const who = isDirect ? one : other;
      if ((isDirect ? kin : CONVERSE[kin]) !== asked.kin || !isFit(who)) return [];
      // A father is no mother, whatever his name tells.
      const gender = genderOfWord(word);
      if (isDirect && gender !== null && asked.gender !== null && gender !== asked.gender) return [];
      if (!isDirect && his !== undefined && asked.gender !== null && his !== asked.gender) return [];
      return [{ article, role: { start: who.start, end: who.end } }];
    });
  });
}
