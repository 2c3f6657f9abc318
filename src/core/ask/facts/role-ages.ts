/** "How old is the suspect?", "How old is the bridge?": the age that stands with what somebody, or something, is called and not named. */
import type { ReadArticle } from '../../article.ts';
import { MONTH } from '../../text/calendar.ts';
import { OFFICES } from '../../text/data/offices.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import { leadTo } from '../words/lead.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { Tagger } from '../words/tagging.ts';
import { isIn } from '../words/whole-words.ts';
import { asHowOld } from './ages.ts';
import { COUNT } from './amounts.ts';
import { findGiven, type Given, isHead, matterOf } from './matters.ts';
import type { FoundRole } from './who.ts';

const TAIL = String.raw`(?<tail> (?:of|in|at|from|who|that|on|with|killed|arrested|accused) [^?]{2,80})?[?.!\s]*$`;
const ROLE = String.raw`(?<mod>(?:[\p{L}-]{1,25} ){0,3}?)(?<role>[\p{L}-]{3,25})`;
const ASKS = new RegExp(`^(?:how old|(?:at )?what age) (?:is|was) (?:the|this|that) ${ROLE}${TAIL}`, 'iu');

/** What is said of those whom nobody calls so: a suspect is arrested, a victim killed. */
const BY_FATE: readonly (readonly [role: RegExp, suffers: string, meets: string])[] = [
  [
    /^(?:suspect|accused|defendant|arrestee)$/i,
    '(?:(?:was|is|has been|had been) (?:[a-z]+ly )?(?:arrested|charged|detained|accused|suspected|indicted|remanded|taken into custody|being held)|turned (?:himself|herself|themselves) in|surrendered|is suspected|faces? (?:a |one |two |\\d+ )?(?:charges?|counts?)|pleaded (?:not )?guilty)',
    'arrested|charged|detained|indicted',
  ],
  [
    /^(?:victim)$/i,
    '(?:(?:was|has been|had been) (?:[a-z]+ly )?(?:killed|stabbed|shot|murdered|attacked|found dead|pronounced dead|struck|hit))',
    'killed|stabbed|murdered|fatally shot',
  ],
];

const NOT = /\b(?:not guilty)\b|\b(not|never|without|nobody|no)\b|n['’]t\b/gi;
const isDenied = (words: string): boolean =>
  [...words.matchAll(NOT)].some(([found]) => !/^not guilty$/i.test(found));

/** "A third suspect", "another boy": one of several. */
const ONE_OF_SEVERAL =
  /\b(?:another|other|first|second|third|fourth|fifth|one|two|three|four|several|many|both)\b[^,.;]{0,15}$|\bas (?:an? |the )?$/i;
/** "When he was an eight-year-old singer": how old he was once. */
const ONCE = /\b(?:then|when (?:he|she) was|as) (?:only |just )?an? $/i;
/** "The 24-year-old told reporters", "a 19-year-old at a school": somebody is so old, and not what is named behind. */
const APART =
  /\b(?:at|in|of|from|with|on|for|to|by|and|or|who|was|is|were|had|has|told|said|says|tells|the|an?)\b/i;
/** "The driver of the car", "employed by a shop": what stands there belongs to somebody who is so old. */
const BELONGS = /\b(?:of|by|in|at|for|from) (?:the|an?|his|her|its|their) (?:\p{Ll}+ )?$/iu;
/** "August 8, 2012" */
const BEHIND_MONTH = new RegExp(String.raw`\b${MONTH}\.? $`);

/** Sentences of an article that tell of what it reports, and not of what was before. */
const OPENING = 8;
const EARLIER = /\b(?:1[89]|20)\d\d\b/;

/** A noun as it is asked for, also at the beginning of a sentence. */
const cased = (noun: string): string => {
  const [first = '', rest = ''] = [noun.slice(0, 1), noun.slice(1)];
  return `[${first.toLowerCase()}${first.toUpperCase()}]${rest.toLowerCase()}`;
};

const NAME = String.raw`(?: \p{Lu}[\p{L}.'’-]{0,24}){1,5}`;
const WORDS = String.raw`(?:\p{Ll}[\p{Ll}-]{0,24} ){0,2}`;
/** "of the lorry", and nobody's name: in "mother of Tor, 9," the age is Tor's. */
const OF = String.raw`(?: (?:of|in|at) (?:(?:the|an?|his|her) )?\p{Ll}[\p{Ll}-]{0,24}(?: \p{Ll}[\p{Ll}-]{0,24})?)?`;
const AGE = String.raw`(?<age>\d{1,3})`;
const OLD = `(?<age>${COUNT})(?:-year-old| year old| years old)`;

/** With a noun for who, or what, it is. */
function patternsOf(role: string): RegExp[] {
  const noun = cased(role);
  const patterns = [
    // "a 12-year-old boy", "the 34-year-old bus driver", "a 17th-century church"
    String.raw`(?<age>${COUNT})[- ]years?[- ]old ${WORDS}(?<noun>${noun})\b(?!['’-])`,
    String.raw`(?<age>\d{1,2}(?:st|nd|rd|th)[- ]century) ${WORDS}(?<noun>${noun})\b(?!['’-])`,
    // "the driver, 34,", "driver Bo Lund, 34,", "the boy, aged nine,", "the suspect, named as Bo Lund, 27,"
    String.raw`\b${noun}${OF}(?:,? (?:who was |who is )?(?:identified|named) (?:by \p{Ll}+ )?as)?(?:${NAME})?(?:, | \()(?:aged )?${AGE}(?=[,.)](?! ?\d))`,
    String.raw`\b${noun}${OF},? aged (?<age>${COUNT})\b`,
    // "the victim, a 23-year-old man", "the bridge is 40 years old"
    String.raw`\b${noun}${OF}(?:, (?:who (?:is|was) )?| is | was )(?:an? |the |about |around |some )?${OLD}\b`,
    // "Bo Lund, 34, the driver of"
    String.raw`\p{Lu}\p{L}{1,24}(?:, ${AGE},| \(${AGE.replace('age', 'years')}\),) (?:the|an?) ${WORDS}(?<noun>${noun})\b(?!['’-])`,
  ];
  return patterns.map((pattern) => new RegExp(pattern, 'gu'));
}

/** By what became of him. */
function fatesOf(role: string): RegExp[] {
  const [, suffers, meets] = BY_FATE.find(([roles]) => roles.test(role)) ?? [];
  if (suffers === undefined || meets === undefined) return [];
  const patterns = [
    // "Bo Lund, 27, was arrested", "A 27-year-old man was arrested"
    String.raw`\p{L}\.?(?:, ${AGE},| \(${AGE.replace('age', 'years')}\)) (?:[^,.;:]{1,60} )?${suffers}\b`,
    String.raw`\b(?:[Aa]n?|[Tt]he) (?<age>\d{1,3})-year-old(?: [\p{L}-]{1,25}){0,3} ${suffers}\b`,
    // "arrested Bo Lund, 27, on Monday", "have arrested a 27-year-old"
    String.raw`\b(?:${meets})${NAME}, ${AGE}(?=[,.])`,
    String.raw`\b(?:${meets}) an? (?<age>\d{1,3})-year-old\b`,
  ];
  return patterns.map((pattern) => new RegExp(pattern, 'gu'));
}

/** Many are called so; the one who is meant is told of first. */
const ANYBODY = /^(?:man|woman|boy|girl|child|person|teenager)$/i;
const isLate = ({ article, sentence }: SentenceView): boolean =>
  sentence.start > (article.analysis.sentences[OPENING - 1]?.start ?? sentence.start);

const isOfPeople = (role: string): boolean =>
  ANYBODY.test(role) || SOMEBODY.test(role.toLowerCase()) || OFFICES.has(role.toLowerCase());

/** Whether somebody is called so by what became of him: not where there are several of them. */
function mayMean(view: SentenceView, role: string): boolean {
  return !isLate(view) && !EARLIER.test(view.text) && !isIn(`${role}s`, view.article.text);
}

function agesIn(view: SentenceView, role: string, tagger: Tagger): Given[] {
  const { text } = view;
  if (ANYBODY.test(role) && isLate(view)) return [];
  const patterns = [...patternsOf(role), ...(mayMean(view, role) ? fatesOf(role) : [])];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, index, groups }): Given[] => {
      const age = groups?.['age'] ?? groups?.['years'] ?? '';
      const isNoun = groups?.['noun'] !== undefined;
      if (isDenied(all) || (isNoun && !isHead(tagger.tag(text), index + all.length))) return [];
      const start = index + all.search(new RegExp(String.raw`(?<!\d)${age}`));
      const lead = leadTo(text, index);
      if (all.startsWith(age) && APART.test(all.slice(age.length, all.lastIndexOf(groups?.['noun'] ?? ''))))
        return [];
      if (ONCE.test(lead) || (!isNoun && !isOfPeople(role) && BELONGS.test(lead))) return [];
      if (ONE_OF_SEVERAL.test(lead) || BEHIND_MONTH.test(leadTo(text, start))) return [];
      return [{ start, end: start + age.length, within: { start: 0, end: text.length } }];
    }),
  );
}

/** The places of the one age that the articles give. Empty for other questions, and where several are called so. */
export function findRoleAges(
  question: string,
  articles: readonly ReadArticle[],
  tagger: Tagger,
): FoundRole[] {
  const groups = ASKS.exec(asHowOld(question))?.groups;
  const role = groups?.['role'];
  if (groups === undefined || role === undefined || !/^\p{Ll}/u.test(role)) return [];
  const rest = `${groups['mod'] ?? ''} ${groups['tail'] ?? ''}`;
  return findGiven(articles, matterOf(rest), (view) => agesIn(view, role, tagger));
}
