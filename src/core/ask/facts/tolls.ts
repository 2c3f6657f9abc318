/**
 * "How many people died?", "How many are missing?": the newest count that the articles give of the dead, the injured or the
 * missing. "Was anybody hurt?": the sentence that gives it.
 */
import type { ReadArticle, Sentence, Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { MONTH, MONTHS } from '../../text/calendar.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { SPELT } from '../words/number-words.ts';
import type { Fact, FactsAsked } from './fact.ts';

type Harm = 'dead' | 'injured' | 'missing';

const HARMS: readonly (readonly [Harm, string])[] = [
  ['dead', 'dead|deaths?|fatalities|killed|die[ds]?|dying|drowned|perished|slain|lost their lives'],
  ['injured', 'injured|injuries|hurt|wounded'],
  ['missing', 'missing|unaccounted for'],
];
const ANY = HARMS.map(([, words]) => words).join('|');

/** "How many people have died in the fire?": whom, what became of them, and where. */
const HOW_MANY = new RegExp(
  String.raw`^(?:and |so )?how many (?<whom>\p{L}+ )??(?:(?:have|had|has|been|were|was|are|is|still|now|confirmed|reported) )*(?<harm>${ANY})(?: so far| now| yet)?(?<where> (?:in|by|at|during|on|after) .+?)?[?.!\s]*$`,
  'iu',
);
const TOLL =
  /^(?:what(?:['’]s| is| was) )?(?:the )?(?:latest |current |final )?death toll(?<where> (?:in|from|of|at|after) .+?)?[?.!\s]*$/iu;

const NUMBER = String.raw`\d+(?:,\d{3})*(?!\d|[-.:]\d|[- ]year|(?:st|nd|rd|th)\b|%)|(?:${SPELT}|dozens|hundreds|thousands|zero|no)`;
const ABOUT = `(?:(?:at least|more than|as many as|up to|about|some|around|nearly|almost|over|another|a further|an estimated) )*`;
const BE = `(?:(?:was|were|are|is|be|been|have|had|has|still|confirmed|reported|found|shot|feared|left|seriously|critically|also) )*`;
const WHOM = String.raw`(?: (?:other )?(?!(?:the|an?|and|or|but|after|when|while|who|where|which|that|sa(?:ys?|id)|reports?|reported|told|fears?|word|signs?|link|more|further|immediate|known|days?|hours?|weeks?|months?|years?|minutes?|miles?|kilometres?|of)\b)[\p{L}-]+){0,3}?`;

/** "killed 12 days later", "killed one of the guards" */
const NO_PEOPLE = String.raw` (?:(?:days?|hours?|weeks?|months?|years?|minutes?|times|miles?|kilometres?|per ?cent|of)\b|%)`;

/** What each harm is counted by: "27 people were killed", "killing at least 27", "the death toll rose to 61". */
const COUNTS: Readonly<Record<Harm, readonly RegExp[]>> = {
  dead: counts(
    'dead|killed|died|drowned|perished|slain|deaths|fatalities|lost their lives',
    'kill(?:ed|s|ing)?|claim(?:ed|ing|s) the lives of',
  ),
  injured: counts('injured|wounded|hurt', '(?:injur|wound)(?:ed|es|ing|s)'),
  missing: counts('missing|unaccounted for', '(?!)'),
};
const TOLL_IS = new RegExp(
  String.raw`\b(?:death toll|number of (?:confirmed )?(?:deaths|dead|fatalities|those killed))\b[^.;:]{0,60}? (?:to|at|is|was|of|reached|passed) ${ABOUT}(?<count>${NUMBER})\b`,
  'giu',
);

/** "Injuring a crew member", "a firefighter was hurt", "no injuries were reported": told where it is asked if there was any. */
const ONE = '(?<count>an?|his|her|their|nobody|none)';
const SOMEBODY: Readonly<Record<Harm, readonly RegExp[]>> = {
  dead: one('killed|dead', 'killing', 'deaths|casualties|fatalities'),
  injured: one('injured|wounded|hurt', '(?:injur|wound)ing', 'injuries|casualties'),
  missing: one('missing', '(?!)', '(?!)'),
};

function one(states: string, verbs: string, counted: string): RegExp[] {
  return [
    new RegExp(String.raw`\b${ONE}(?<whom>${WHOM}) (?:was|has been|is)(?: \p{L}+ly)? (?:${states})\b`, 'giu'),
    new RegExp(String.raw`\b(?:${verbs}) ${ONE}\b(?<whom>(?: [\p{L}-]+)?)`, 'giu'),
    new RegExp(
      String.raw`\b(?<count>no|minor) (?:reports of |reported |known |serious )?(?:${counted})\b`,
      'giu',
    ),
  ];
}

function counts(states: string, verbs: string): RegExp[] {
  return [
    new RegExp(
      String.raw`(?<![\p{L}\d.,$€£¥-])(?<!Flight )(?<count>${NUMBER})(?<whom>${WHOM}) ${BE}(?:${states})\b`,
      'giu',
    ),
    new RegExp(
      String.raw`\b(?:${verbs}) ${ABOUT}(?<count>${NUMBER})\b(?!${NO_PEOPLE})(?<whom>(?: [\p{L}-]+)?)`,
      'giu',
    ),
  ];
}

/** "Was anybody hurt in the fire?", "Did anyone die?", "Were there any casualties?", "Any injuries?": what everybody asks of an accident. */
const ANYONE =
  '^(?:and |so |but )?(?:(?:was|were|is|are|has|have|did) (?:any(?:one|body| people)|some(?:one|body)|people)|(?:(?:is|are|was|were|have) there )?(?:been )?any)';
const WAS_ANYONE = new RegExp(
  String.raw`${ANYONE} (?:(?:been|get|got|badly|seriously|reported|reports of|serious|known) )*(?<harm>${ANY}|casualties|victims|harmed)\b(?<where> (?:in|by|at|during|on|after) .+?)?[?.!\s]*$`,
  'iu',
);
const CASUALTIES = /^(?:casualties|victims|harmed)$/i;

interface Asked {
  /** The first that an article tells of. */
  readonly harms: readonly Harm[];
  /** Whether it is asked if there were any: a whole sentence tells that. */
  readonly any: boolean;
  /** Terms of those who are counted, where they are no people in general. */
  readonly whom: readonly string[];
  readonly where: readonly string[];
}

const ANYBODY: ReadonlySet<string> = new Set(parseTerms('people persons person victims'));

function parseToll(question: string): Asked | null {
  const toll = TOLL.exec(question);
  if (toll !== null)
    return { harms: ['dead'], any: false, whom: [], where: parseTerms(toll.groups?.['where'] ?? '') };
  const counted = HOW_MANY.exec(question)?.groups;
  const { whom = '', harm = '', where = '' } = counted ?? WAS_ANYONE.exec(question)?.groups ?? {};
  const found = HARMS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(harm));
  if (found === undefined && !CASUALTIES.test(harm)) return null;
  const harms = found === undefined ? (['dead', 'injured'] as const) : [found[0]];
  const terms = parseTerms(whom).filter((term) => !ANYBODY.has(term));
  return { harms, any: counted === undefined, whom: terms, where: parseTerms(where) };
}

const NO_ONE = /^no(?: one| people| persons?|body)(?= )/i;

/** The first count of a text that is one of those asked for. */
function countIn(text: string, { harms, any, whom }: Asked, lexicon: Lexicon): Span | undefined {
  const patterns = harms.flatMap((harm) => [
    ...(harm === 'dead' ? [TOLL_IS] : []),
    ...COUNTS[harm],
    ...(any ? SOMEBODY[harm] : []),
  ]);
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, index, groups }): Span[] => {
      const counted = new Set(parseTerms(groups?.['whom'] ?? ''));
      const isAnimal = [...counted].some((term) => lexicon.kindOf(term) === 'animal');
      if (isAnimal || !whom.every((term) => counted.has(term))) return [];
      const count = groups?.['count'] ?? '';
      const start = index + all.indexOf(count);
      // "No one" and "no deaths" are told whole.
      const end = /^no$/i.test(count)
        ? index + (NO_ONE.exec(all)?.[0].length ?? all.length)
        : start + count.length;
      return [{ start, end }];
    }),
  );
  return found.sort((a, b) => a.start - b.start)[0];
}

/** "In 2011 112 people died", "a previous slide": another time than that of the report. */
const EARLIER =
  /\b(?:previous|earlier (?:attack|crash|slide|fire|flood|quake|disaster)|last (?:major|big)|worst since|since \d{4})\b/i;

const IN_MONTH = new RegExp(String.raw`^In (?:early |late |mid-)?(?<month>${MONTH})\b`);

function isOfNow(text: string, { published }: ReadArticle): boolean {
  const month = MONTHS.get(IN_MONTH.exec(text)?.groups?.['month']?.toLowerCase() ?? '');
  if (month !== undefined && published !== null && Number(published.slice(5, 7)) !== month) return false;
  const years: readonly string[] = text.match(/\b(?:1[89]|20)\d\d\b/g) ?? [];
  return !EARLIER.test(text) && years.every((year) => published?.startsWith(year) === true);
}

function tollOf(article: ReadArticle, asked: Asked, lexicon: Lexicon): Fact | undefined {
  const title = parseTerms(article.title ?? '');
  const textOf = ({ start, end }: Sentence): string => article.text.slice(start, end);
  const { sentences } = article.analysis;
  for (const [at, sentence] of sentences.entries()) {
    const text = textOf(sentence);
    const span = countIn(text, asked, lexicon);
    if (span === undefined || (asked.where.length === 0 && !isOfNow(text, article))) continue;
    const near = sentences.slice(Math.max(0, at - 1), at + 1).flatMap((one) => parseTerms(textOf(one)));
    const held = new Set([...title, ...near]);
    if (!asked.where.every((term) => held.has(term))) continue;
    const { start, end } = asked.any ? { start: 0, end: text.length } : span;
    return { article, start: sentence.start + start, end: sentence.start + end };
  }
  return undefined;
}

const timeOf = ({ published }: ReadArticle): number => (published === null ? 0 : Date.parse(published));

/** One count, or the sentence with it, for each article that gives one, those of the newest first. Empty for other questions. */
export function findTolls({ question, ranked, lexicon }: FactsAsked): Fact[] {
  const asked = parseToll(question.text);
  if (asked === null) return [];
  const articles = [...new Set(ranked.map(({ article }) => article))];
  return articles
    .flatMap((article) => tollOf(article, asked, lexicon) ?? [])
    .sort((a, b) => timeOf(b.article) - timeOf(a.article));
}
