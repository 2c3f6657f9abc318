/** "Who is Ada Reed married to?": whom an article calls "her husband", "Reed's wife", read from either side. */
import { entityOf, type Name, type ReadArticle } from '../../article.ts';
import { nameTerms } from '../../search/query.ts';
import { mayBeCalled, personBefore } from '../words/persons.ts';
import { isCalled, withoutCourtesy } from './called.ts';
import type { Fact, FactsAsked } from './fact.ts';

/** What somebody is, and what that makes of the one to whom he is that. */
const KIN = [
  { is: 'spouse', other: 'spouse', he: 'husband|widower', she: 'wife|widow' },
  { is: 'parent', other: 'child', he: 'father|dad', she: 'mother|mum|mom' },
  { is: 'child', other: 'parent', he: 'son', she: 'daughter' },
  { is: 'sibling', other: 'sibling', he: 'brother', she: 'sister' },
  { is: 'friend', other: 'friend', he: 'boyfriend|fianc[eé]', she: 'girlfriend|fianc[eé]e' },
] as const;
const WORDS = KIN.map(({ he, she }) => `${she}|${he}`).join('|');

type Gender = 'he' | 'she';
interface Kin {
  readonly is: string;
  readonly other: string;
  readonly gender: Gender | null;
}

function kinOf(word: string): Kin | undefined {
  const is = (words: string): boolean => new RegExp(`^(?:${words})$`, 'i').test(word);
  const kin = KIN.find(({ he, she }) => is(he) || is(she));
  return kin && { ...kin, gender: is(kin.she) ? 'she' : 'he' };
}

const NAME = String.raw`(?<name>\p{L}[\p{L}.'’ -]{1,60}?)`;
const ASKS: readonly RegExp[] = [
  `^(?:who|what)(?:['’]s| is| was) ${NAME}(?:['’]s|(?<=s)['’]) (?<kin>${WORDS})(?: called|['’]s name)?[?.!\\s]*$`,
  `^who(?:['’]s| is| was) the (?<kin>${WORDS}) of ${NAME}[?.!\\s]*$`,
  `^(?:to )?whom?(?:['’]s| is| was) ${NAME} married(?: to| with)?[?.!\\s]*$`,
  `^whom? did ${NAME} (?:marry|wed)[?.!\\s]*$`,
].map((asks) => new RegExp(asks, 'iu'));

/** "His wife, the architect ", "her brother ", "Lund's sister, ": before a name. */
const LEADS = new RegExp(
  String.raw`(?:\b(?<pronoun>[Hh]is|[Hh]er) |['’]s? )(?:(?:late|younger|older|elder|twin|little|big|only|second|third|first) ){0,2}(?<kin>${WORDS}),? (?:(?:the|a|an) )?(?:(?!(?:and|or|but|with|as|that|who|said|says|told)\b)\p{Ll}[\p{L}-]* ){0,4}(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord)\.? )?$`,
  'u',
);
/** Characters before a name that are read. */
const REACH = 110;
const DENIES = /\b(?:den(?:y|ies|ied)|not|never|whether|if|rumou?rs?|pretended)\b[^.;]*$/i;
/** "When her husband fell ill, Ada Reed took office": she may be named behind. */
const LEADING_CLAUSE = /^(?:When|After|While|As|Before|Since|Although|Though|Because|Once|With|Until|If)\b/;

/** Whom "his" or "her" means there, who is not the one named behind. */
function ownerAt(article: ReadArticle, at: number, gender: Gender, other: Name): Name | undefined {
  const fits = (name: Name, isSure: boolean): boolean =>
    name.entity !== other.entity && mayBeCalled(article, name, gender, isSure);
  const start = article.analysis.sentences.find(({ end }) => end > at)?.start ?? 0;
  const here = article.analysis.names.filter(
    (name) => name.kind === 'person' && name.start >= start && name.end <= at && fits(name, false),
  );
  if (here.length === 0 && LEADING_CLAUSE.test(article.text.slice(start, at))) return undefined;
  // Of several in one sentence it is the one that is known to be a man, or a woman.
  const isOneOfSeveral = new Set(here.map(({ entity }) => entity)).size > 1;
  return personBefore(article, at, (name) => fits(name, isOneOfSeveral));
}

/** `one` is the wife, son or sister of `other`, who is called so where only "his" or "her" tells. */
interface Tie {
  readonly one: Name;
  readonly other: Name;
  readonly kin: Kin;
  readonly otherGender: Gender | null;
}

function tieBefore(article: ReadArticle, one: Name): Tie[] {
  const { text, analysis } = article;
  if (one.kind === 'place' || one.kind === 'organisation') return [];
  const before = text.slice(Math.max(0, one.start - REACH), one.start);
  const match = LEADS.exec(before);
  const kin = kinOf(match?.groups?.['kin'] ?? '');
  if (match === null || kin === undefined || DENIES.test(before.slice(0, match.index))) return [];
  const at = one.start - before.length + match.index;
  const pronoun = match.groups?.['pronoun']?.toLowerCase();
  const otherGender = pronoun === undefined ? null : pronoun === 'his' ? 'he' : 'she';
  const other =
    otherGender === null
      ? analysis.names.find(({ end, kind }) => kind === 'person' && end === at)
      : ownerAt(article, at, otherGender, one);
  return other === undefined ? [] : [{ one, other, kin, otherGender }];
}

/** The relative's name, one place for each that is told. Empty for other questions. */
export function findKin({ question: { text }, articles }: FactsAsked): Fact[] {
  const { name = '', kin: word = '' } = ASKS.map((asks) => asks.exec(text)?.groups).find(Boolean) ?? {};
  const wanted = nameTerms(withoutCourtesy(name));
  if (wanted.length === 0) return [];
  const asked = kinOf(word) ?? { is: 'spouse', gender: null };
  return articles.flatMap((article) => {
    const isAsked = (one: Name): boolean => {
      const named = entityOf(article, one);
      return named !== undefined && isCalled(named, wanted);
    };
    const isFit = (one: Name, is: string, gender: Gender | null): boolean =>
      is === asked.is &&
      (gender === null || asked.gender === null || gender === asked.gender) &&
      mayBeCalled(article, one, asked.gender);
    return article.analysis.names
      .flatMap((one) => tieBefore(article, one))
      .flatMap(({ one, other, kin, otherGender }): Fact[] => {
        if (isAsked(one) === isAsked(other)) return [];
        const [who, is, gender] = isAsked(other)
          ? [one, kin.is, kin.gender]
          : [other, kin.other, otherGender];
        return isFit(who, is, gender) ? [{ article, start: who.start, end: who.end }] : [];
      });
  });
}
