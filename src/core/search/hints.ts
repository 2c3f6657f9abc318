/** What a question says about the articles it means: their publisher and their date. */
import { MONTH, MONTHS } from '../text/calendar.ts';

/** A date as far as a question states it. */
export interface DateHint {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Hints, no filters: a question may be wrong about them. */
export interface Hints {
  /** Publishers of the index that the text names, as the index writes them. */
  readonly publishers: readonly string[];
  readonly dates: readonly DateHint[];
}

const NAMED = `(${MONTH})\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const MONTH_DAY = new RegExp(`\\b${NAMED}\\s+${DAY}\\b(?!:)(?:,?\\s+(\\d{4})\\b)?`, 'gi');
const DAY_MONTH = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${NAMED}(?:,?\\s+(\\d{4})\\b)?`, 'gi');
const MONTH_YEAR = new RegExp(`\\b${NAMED}\\s+(?:of\\s+)?(\\d{4})\\b`, 'gi');
const IN_MONTH = new RegExp(`\\b(?:in|during|since|last|this)\\s+${NAMED}(?![\\w])(?!\\s+\\d)`, 'gi');

function monthOf(name: string | undefined): number {
  return MONTHS.get(name?.toLowerCase() ?? '') ?? 0;
}

/** Calendar dates and months that a text names. Days of the week and relative dates are left to core/text. */
export function parseDateHints(text: string): DateHint[] {
  if (!/\d|\b(?:in|during|since|last|this)\s/i.test(text)) return [];
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

/** How a question may write a publisher's name, lower case: without section ("… - Health"), without "The", without ".com", "BBC" for "BBC News". */
export function publisherForms(name: string): string[] {
  const whole = name.toLowerCase();
  const core = (whole.split(/\s+[-–—|]\s+/)[0] ?? whole).trim();
  const initials = /^(\p{Lu}{3,}) News$/u.exec(name.trim())?.[1]?.toLowerCase() ?? core;
  const forms = [whole, core, core.replace(/^the /, ''), core.replace(/\.[a-z]{2,4}$/, ''), initials];
  return [...new Set([...forms, ...shortForms(name)])].filter((form) => form.length > 1);
}

const PAPERS =
  /^(?:times|post|herald|gazette|journal|guardian|tribune|observer|chronicle|telegraph|independent|mirror|standard|ledger|courier|echo|mail|argus|star|sun|press|bulletin|record|dispatch|examiner|globe|inquirer)$/i;

/** "AP" and "FT" for Associated Press and Financial Times; "the Herald" for The Lunda Herald. */
function shortForms(name: string): string[] {
  const words = name.trim().replace(/^The /, '').split(/\s+/);
  if (words.length < 2 || !words.every((word) => /^\p{Lu}/u.test(word))) return [];
  const letters = words.map((word) => word.charAt(0).toLowerCase()).join('');
  const last = words.at(-1) ?? '';
  return PAPERS.test(last) ? [letters, last.toLowerCase()] : [letters];
}

/** Whether words of a question are written as a publisher: a name of one word with its capital, initials in capitals alone. */
export function isWrittenAs(said: string, form: string): boolean {
  if (form.length <= 3 && !form.includes('.')) return said === said.toUpperCase();
  return form.includes(' ') || /\p{Lu}/u.test(said);
}

function namesForm(text: string, lower: string, form: string): boolean {
  const at = lower.indexOf(form);
  if (at < 0) return false;
  const around = (lower[at - 1] ?? ' ') + (lower[at + form.length] ?? ' ');
  if (/[\p{L}\p{N}]/u.test(around)) return false;
  return isWrittenAs(text.slice(at, at + form.length), form);
}

/**
 * What a text says about publisher and date.
 * @param publishers the publishers of the index with their `publisherForms`
 */
export function parseHints(text: string, publishers: ReadonlyMap<string, readonly string[]>): Hints {
  const lower = text.toLowerCase();
  const named: string[] = [];
  for (const [publisher, forms] of publishers) {
    if (forms.some((form) => namesForm(text, lower, form))) named.push(publisher);
  }
  return { publishers: named, dates: parseDateHints(text) };
}
