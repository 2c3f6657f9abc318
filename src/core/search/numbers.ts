/** Numbers with what they count: "seven people", "155mm rounds", "$1.2 billion". */
import type { Span } from '../article.ts';
import { STOP_WORDS, stem } from './query.ts';

/** How a number is meant: as it stands, as a bound, or roughly. */
type Bound = 'exact' | 'least' | 'most' | 'about';

export interface Count extends Span {
  readonly value: number;
  /** What is counted, the same for all words that mean it: "death" for "people were killed" and "toll"; "$"; "%". */
  readonly unit: string;
  readonly bound: Bound;
  /** True for a part of a whole that another number counts: "two of the …", "including two …", "another two …"; for a measure converted: "(36 miles)"; and for the lower end of a range: "between 3 and 9". */
  readonly part: boolean;
}

const SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
};
const WORD_VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, at): [string, number] => [word, 20 + 10 * at]),
  ...TENS.flatMap((ten, at) =>
    SMALL.slice(1, 10).map((one, value): [string, number] => [`${ten}-${one}`, 21 + 10 * at + value]),
  ),
  ['half a dozen', 6],
  ['dozen', 12],
]);
/** What a word or a numeral says: 3 for "three" and for "3"; undefined for other words. */
export function readValue(word: string): number | undefined {
  const known = WORD_VALUES.get(word.toLowerCase());
  if (known !== undefined) return known;
  return /^\d[\d,]*(?:\.\d+)?$/.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

const WORD = [...WORD_VALUES.keys()].sort((a, b) => b.length - a.length).join('|');
const NUMBER = new RegExp(
  `([$€£¥]|\\b(?:US|A|C|NZ)\\$)?\\s?(?<![\\w.,:/-]|\\d[.,] |/ )(?:(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(m|bn|k)?(?![a-z])|(?:a\\s+)?\\b(${WORD})\\b)(?:[\\s-](hundred|thousand|million|billion|trillion|dozen)\\b)?(?![\\d:/]|, \\d{3}\\b|,\\d|\\.\\d|(?:st|nd|rd|th)\\b)`,
  'gi',
);
const PERCENT = /^(?:\s?%|[\s-](?:per\s?cent|percentage points?|percent)\b)/i;
const MONEY_WORD = /^\s(dollars?|euros?|pounds?|rubles?|roubles?|yen|yuan|rupees?|pesos?)\b/i;
/** Words that end what is counted: what follows is said of it, not counted. */
const END = new Set(
  `is are was were be been being has have had do does did will would can could may might must shall should who whom which that of in on
  at by for from to with as and or but than while when where after before during since until against among between into over under per
  killed dead died injured wounded missing arrested hurt hospitalized hospitalised left remained took made found said says
  dozens scores hundreds thousands millions billions`.split(/\s+/),
);
/** Words that mean the same kind of thing when they are counted. */
const SAME_UNIT: ReadonlyMap<string, string> = new Map(
  [
    [
      'person',
      'people person persons individual individuals victim victims men women man woman others casualty casualties',
    ],
    ['death', 'death deaths dead fatality fatalities killed died'],
    ['injured', 'injured wounded hurt injury injuries'],
    ['missing', 'missing'],
    ['arrest', 'arrest arrests arrested detained'],
    ['child', 'child children kid kids'],
    ['soldier', 'soldier soldiers troop troops serviceman servicemen'],
    ['officer', 'officer officers policeman policemen'],
    ['$', 'dollar dollars'],
    ['liter', 'liter liters litre litres'],
    ['meter', 'meter meters metre metres'],
    ['kilometer', 'kilometer kilometers kilometre kilometres km'],
    ['ton', 'ton tons tonne tonnes'],
    ['€', 'euro euros'],
    ['£', 'pound pounds'],
  ].flatMap(([unit, words]) =>
    (words ?? '').split(' ').map((word): [string, string] => [word, unit ?? word]),
  ),
);
const FATES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:kill\w*|dead|died?|dying|deaths?|toll|fatal\w*|drown\w*|perished|lost their lives)\b/i, 'death'],
  [/\b(?:injur\w*|wound\w*|hurt)\b/i, 'injured'],
  [/\bmissing\b/i, 'missing'],
  [/\b(?:arrest\w*|detain\w*)\b/i, 'arrest'],
  [/\b(?:evacuat\w*|displaced|fled|homeless)\b/i, 'displaced'],
];
const FATE_UNITS: ReadonlySet<string> = new Set(FATES.map(([, unit]) => unit));

/** Whether a unit counts what became of people: within one story, such numbers are of its event. */
export const isFate = (unit: string): boolean => FATE_UNITS.has(unit);

const NOT_COUNTED =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept?|oct|nov|dec|jan|feb|mar|apr|aug|am|pm|a|p|gmt|et|est|local|o'clock|.*years?-old.*)$/;
const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [
    /\b(?:at least|more than|over|above|no (?:fewer|less) than|not less than|upwards of|exceed(?:s|ed|ing)?)\s+$/i,
    'least',
  ],
  [
    /\b(?:up to|as many as|as much as|less than|fewer than|under|below|at most|no more than|nearly|almost|close to)\s+$/i,
    'most',
  ],
  [/\b(?:about|around|some|roughly|approximately|an estimated|estimated|or so|circa)\s+$/i, 'about'],
];
/** What is numbered, not counted: "Flight 12", "section 4", "aged 17", "magnitude 6". */
const NUMBERED =
  /\b(?:aged?|no\.|numbers?|nos\.|chapter|section|article|flight|page|route|highway|channel|room|version|group|level|phase|day|week|game|season|act|bill|mk|at|top)\s+$/i;
const PART_BEFORE =
  /\b(?:including|among them|another|a further|further|additional|other|the other|of (?:the|them|whom|those|these)|remaining|first|last|next|other than|every|each|all|both|only|per|out of|(?:half|third|quarter|tenth|fraction)s? of)\s+$/i;
const PART_AFTER =
  /^\s+(?:of (?:the|them|whom|those|these|his|her|its|their)|more|others?|additional|further|times)\b/i;

/** Numbers of a text that count something. Years, ages, dates, times, ordinals and lists are left out. */
export function parseCounts(text: string): Count[] {
  const counts: Count[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const count = countAt(text, match);
    if (count !== null) counts.push(count);
  }
  return counts;
}

function countAt(text: string, match: RegExpExecArray): Count | null {
  const [whole, money, digits, suffix, word, scale] = match;
  const lead = whole.length - whole.trimStart().length;
  const start = match.index + lead;
  const stop = match.index + whole.length;
  const base =
    digits !== undefined ? Number(digits.replaceAll(',', '')) : WORD_VALUES.get((word ?? '').toLowerCase());
  if (base === undefined || Number.isNaN(base)) return null;
  const value = base * (SCALES[(suffix ?? scale ?? '').toLowerCase()] ?? 1);
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(stop, stop + 80);
  const meant = {
    value,
    bound: boundOf(before),
    part:
      PART_BEFORE.test(before) ||
      PART_AFTER.test(after) ||
      before.endsWith('(') ||
      (/\bbetween\s+$/i.test(before) && /^\s+and\s+[$£€]?\d/.test(after)),
  };
  if (/\bmagnitude(?:[ -]of)?[ -]$/i.test(before)) return { start, end: stop, unit: 'magnitude', ...meant };
  const magnitude = /^[ -]magnitude\b/i.exec(after);
  if (magnitude) return { start, end: stop + magnitude[0].length, unit: 'magnitude', ...meant };
  // "several dozen": nobody knows how many.
  if (word?.toLowerCase() === 'dozen' && /\b(?:several|few|some|many)\s+$/i.test(before)) return null;
  const percent = PERCENT.exec(after);
  if (percent) return { start, end: stop + percent[0].length, unit: '%', ...meant };
  if (money !== undefined) return { start, end: stop, unit: money, ...meant };
  const currency = MONEY_WORD.exec(after);
  if (currency)
    return {
      start,
      end: stop + currency[0].length,
      unit: SAME_UNIT.get(currency[1]?.toLowerCase() ?? '') ?? stem(currency[1] ?? ''),
      ...meant,
    };
  if (NUMBERED.test(before)) return null;
  if (word !== undefined && /^one$/i.test(word) && /^\s+of\b/.test(after)) return null;
  if (digits !== undefined && /^(?:1[5-9]|20)\d\d$/.test(digits) && scale === undefined) return null;
  return nounAt(text, start, stop, after, meant);
}

/** What stands after the number, up to its noun: the first plural word, else the last before the phrase ends. */
function nounAt(
  text: string,
  start: number,
  stop: number,
  after: string,
  meant: Pick<Count, 'value' | 'bound' | 'part'>,
): Count | null {
  let [last, length] = ['', 0];
  const next = /[\s-]?([\p{L}][\p{L}'’-]*)/uy;
  for (let match = next.exec(after); match !== null; match = next.exec(after)) {
    const word = (match[1] ?? '').toLowerCase();
    const listed = SAME_UNIT.has(word);
    if ((END.has(word) || STOP_WORDS.has(word)) && !listed) break;
    [last, length] = [word, next.lastIndex];
    if (NOT_COUNTED.test(word)) return null;
    if (listed || (meant.value !== 1 && isPlural(word)) || after.startsWith('-') || length > 40) break;
  }
  const end = stop + length;
  const bare = last === '' && isObject(text.slice(0, start));
  if (last === '' && !bare) return null;
  if (/^years?$/.test(last) && /^[\s-]+old\b/.test(text.slice(end))) return null;
  const unit = bare ? 'person' : (SAME_UNIT.get(last) ?? stem(last.replace(/['’]s?$/, '')));
  // "a 12-hour truce", "a 500-person poll": a measure of something else, never the same as hours or people.
  if (after.startsWith('-')) return { start, end, unit: `-${unit}`, ...meant };
  return { start, end, unit: unit === 'person' ? fateOf(text, start, end) : unit, ...meant };
}

/** "killed 29", "a death toll of 867": people, though no noun stands after the number. */
function isObject(before: string): boolean {
  return /\b(?:kill|injur|wound|hurt|arrest|detain)\w*\s+(?:[a-z]+\s+){0,3}$|\b(?:toll|(?:number|count) of (?:people|those|victims) (?:killed|dead|injured|wounded|missing|arrested))\b[^.,;]{0,80}$/i.test(
    before,
  );
}

/** What became of the people counted is what tells two counts of people apart: "person: death". */
function fateOf(text: string, start: number, end: number): string {
  const after = /^[^.,;:\d]*?(?= and | but | while |[.,;:\d]|$)/.exec(text.slice(end, end + 60))?.[0] ?? '';
  const before = /[^.,;:\d]*$/.exec(text.slice(Math.max(0, start - 70), start))?.[0] ?? '';
  const fate = FATES.find(([pattern]) => pattern.test(after)) ?? lastFateIn(before);
  return fate?.[1] ?? 'person';
}

/** "killing one and wounding" seven: the nearest. */
function lastFateIn(before: string): (typeof FATES)[number] | undefined {
  const at = ([pattern]: (typeof FATES)[number]): number =>
    [...before.matchAll(new RegExp(pattern, 'gi'))].at(-1)?.index ?? -1;
  const nearest = [...FATES].sort((x, y) => at(y) - at(x))[0];
  return nearest !== undefined && at(nearest) >= 0 ? nearest : undefined;
}

/** Whether a word, in lower case, looks like several of something. */
export function isPlural(word: string): boolean {
  return (
    /(?:[^s]s|children|people|men|women|police|troops)$/.test(word) &&
    !/(?:ous|ss|us|is)$|^(?:as|has|was|does|says|its|yes)$/.test(word)
  );
}

function boundOf(before: string): Bound {
  return BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? 'exact';
}

/** Numbers further apart than this many times count different things. */
const FAR = 5;

/** Whether two numbers cannot both be true of one thing, as they are meant; `far` apart they count two things. */
export function contradict(a: Count, b: Count, far = FAR): boolean {
  if (a.unit !== b.unit || a.part || b.part) return false;
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  if (low.value === high.value || low.bound === 'least' || high.bound === 'most') return false;
  if (high.value > far * low.value) return false;
  const loose = low.bound !== 'exact' || high.bound !== 'exact' || isRound(low.value) || isRound(high.value);
  return !(loose && low.value >= 0.85 * high.value);
}

/** "10,000" may be a rounding of 10,200; "12" is no rounding. */
function isRound(value: number): boolean {
  return value >= 100 && value % 10 ** Math.floor(Math.log10(value)) === 0;
}

/** Measures of many things at once: hours, miles, points. Two of them are of one thing only where nearly all else is the same. */
const MEASURES = new Set(
  `mile kilometer meter liter feet foot yard inch acre hectare point goal game season pass touchdown rebound run second minute hour
  day days week month year time magnitude age lap sq kg kilogram kph mph`
    .split(/\s+/)
    .flatMap((word) => [word, stem(word)]),
);

/** Whether a unit measures (miles, tonnes), and counts nothing. */
export function isMeasure(unit: string): boolean {
  return unit.startsWith('-') || MEASURES.has(unit);
}
