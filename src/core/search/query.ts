/** From words to search terms: tokens, stop words, stems, and what a question says about publisher and date. */
import { stemmer } from 'stemmer';

/** Words that carry no subject: grammar, and the verbs of saying that every news article is full of. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and any anyone are aren as at be because been before
  being below between both but by can cannot could couldn did didn do does doesn doing don done down during each either
  ever every few for from further get gets got had hadn has hasn have haven having he her here hers herself him himself
  his how however i if in instead into is isn it its itself just let like ll may me might more most much must my myself
  neither no nor not now of off often on once one only onto or other others our ours ourselves out over own per please
  quite rather really re said same say says shall she should shouldn since so some such tell than that the their theirs
  them themselves then there these they this those though through thus to too toward towards under until up upon us ve
  very was wasn we were weren what when where whether which while who whom whose why will with within without won would
  wouldn yet you your yours yourself`.split(/\s+/),
);

/** A word where it stands; `term` is null for a stop word. */
export interface Token {
  readonly term: string | null;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits; abbreviations (U.S.), grouped numbers (1,400) and decimals (3.5) are one word. */
export const WORD = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
/** A word longer than this is no word of a language (a link, a key, noise): it is cut, so that nothing is slow. */
const LONGEST = 40;
/** Distinct words remembered; an English newspaper archive has fewer. */
const REMEMBERED = 200_000;

const terms = new Map<string, string | null>();

/** The Porter stem of a lower-case word; what is not of the English alphabet stays as it is. */
export function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}

function readTerm(raw: string): string | null {
  if (/^(?:US|U\.S\.?|USA|U\.S\.A\.?)$/.test(raw)) return 'usa';
  const word = raw
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’].*$/u, '');
  if (/^\d/.test(word)) return word.replace(/,(?=\d{3}(?:\D|$))/g, '');
  const plain = word.replaceAll('.', '');
  return plain === '' || STOP_WORDS.has(plain) ? null : stem(plain);
}

/** The search term of one word as it stands in a text, or null for a stop word. */
export function termOf(raw: string): string | null {
  const known = terms.get(raw);
  if (known !== undefined) return known;
  const term = readTerm(raw);
  if (terms.size >= REMEMBERED) terms.clear();
  terms.set(raw, term);
  return term;
}

/** All words of a text with their places, in order, stop words included. */
export function parseTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push({ term: termOf(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The words of a text as they stand, in order. */
export function parseWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Stems of the words of a text that are not stop words, in order, with repetitions. */
export function parseTerms(text: string): string[] {
  const found: string[] = [];
  for (const word of parseWords(text)) {
    const term = termOf(word);
    if (term !== null) found.push(term);
  }
  return found;
}

/** A term of a query; `weight` is above 1 for words of names and of quoted phrases. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

const NAME_WEIGHT = 1.5;

/** Terms of a query in order; a word that is written as a name, or holds a number, weighs more. */
export function parseWeightedTerms(text: string): WeightedTerm[] {
  // In a text that is all capitals, or none, capitals say nothing.
  const shouted = !/\p{Ll}/u.test(text);
  const found: WeightedTerm[] = [];
  for (const match of text.matchAll(WORD)) {
    const term = termOf(match[0]);
    if (term === null) continue;
    const first =
      match.index === 0 || /[.!?]\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index));
    const named = (!first && !shouted && /^\p{Lu}/u.test(match[0])) || /^\d/.test(match[0]);
    found.push({ term, weight: named ? NAME_WEIGHT : 1 });
  }
  return found;
}

/** A date as far as a question states it. */
export interface DateHint {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** What a question says about the articles it means. Hints, no filters: a question may be wrong about them. */
export interface QueryHints {
  /** Publishers of the index that the question names, as the index writes them. */
  readonly publishers: readonly string[];
  readonly dates: readonly DateHint[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+${DAY}\\b(?!:)(?:,?\\s+(\\d{4})\\b)?`, 'gi');
const DAY_MONTH = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4})\\b)?`, 'gi');
const MONTH_YEAR = new RegExp(`\\b${MONTH}\\s+(?:of\\s+)?(\\d{4})\\b`, 'gi');
const IN_MONTH = new RegExp(`\\b(?:in|during|since|last|this)\\s+${MONTH}(?![\\w])(?!\\s+\\d)`, 'gi');

function monthOf(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.startsWith((name ?? '').slice(0, 3).toLowerCase())) + 1;
}

/** Calendar dates and months that a text names. Days of the week and relative dates are left to core/text. */
export function parseDateHints(text: string): DateHint[] {
  const hints: DateHint[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => DateHint): void => {
    for (const match of rest.matchAll(pattern)) hints.push(read(match));
    rest = rest.replace(pattern, ' ');
  };
  take(ISO_DATE, (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }));
  take(MONTH_DAY, (m) => ({ year: m[3] ? Number(m[3]) : null, month: monthOf(m[1]), day: Number(m[2]) }));
  take(DAY_MONTH, (m) => ({ year: m[3] ? Number(m[3]) : null, month: monthOf(m[2]), day: Number(m[1]) }));
  take(MONTH_YEAR, (m) => ({ year: Number(m[2]), month: monthOf(m[1]), day: null }));
  take(IN_MONTH, (m) => ({ year: null, month: monthOf(m[1]), day: null }));
  return hints;
}

/** Whether a publication date (ISO 8601) is what a hint means; one day off counts, since publishers sit in other zones. */
export function matchesDate(hint: DateHint, published: string): boolean {
  const [year = 0, month = 0, day = 0] = published.slice(0, 10).split('-').map(Number);
  if (hint.year !== null && hint.month !== null && hint.day !== null) {
    const apart = Date.UTC(hint.year, hint.month - 1, hint.day) - Date.UTC(year, month - 1, day);
    return Math.abs(apart) <= 86_400_000;
  }
  if (hint.year !== null && hint.year !== year) return false;
  if (hint.month !== null && hint.month !== month) return false;
  return hint.day === null || Math.abs(hint.day - day) <= 1;
}

/** The name of a publisher as a question would say it: without its section ("… - Health", "… | Sports Blog"). */
export function publisherCore(name: string): string {
  return (name.split(/\s+[-–—|]\s+/)[0] ?? name).trim();
}

/** Whether a text names a publisher, with or without its section, its "The" and its ".com". */
export function namesPublisher(text: string, publisher: string): boolean {
  const lower = text.toLowerCase();
  const core = publisherCore(publisher).toLowerCase();
  const forms = [publisher.toLowerCase(), core, core.replace(/^the /, ''), core.replace(/\.\w{2,3}$/, '')];
  // One common word alone ("time", "the age") must be written as a name.
  return forms.some((form) => {
    if (form.length < 3) return false;
    const at = lower.indexOf(form);
    if (at < 0) return false;
    const before = lower[at - 1] ?? ' ';
    const after = lower[at + form.length] ?? ' ';
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) return false;
    return /\p{Lu}/u.test(text.slice(at, at + form.length)) || form.includes(' ');
  });
}

/** What a question says about publisher and date, given the publishers that the index knows. */
export function parseHints(text: string, publishers: Iterable<string>): QueryHints {
  return {
    publishers: [...publishers].filter((publisher) => namesPublisher(text, publisher)),
    dates: parseDateHints(text),
  };
}
