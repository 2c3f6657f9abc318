/** Dated events with their sentences, oldest first. */
import type { DateMention } from '../article.ts';
import { lengthOfDateline } from '../text/dateline.ts';
import { bearsOut } from './compare/support.ts';
import { type Desk, stateLine } from './desk.ts';
import type { Line } from './lines.ts';
import { type DatedLine, isSameEvent } from './same-event.ts';
import { showAlone } from './sentences/alone.ts';
import { leavesOpenWhich } from './sentences/definite.ts';
import { featuresOf } from './sentences/features.ts';
import { blankQuoted } from './sentences/pronouns.ts';
import { scoreOf } from './sentences/salience.ts';
import type { TimelineEntry } from './types.ts';

const MOST = 8;
/** Sentences so long name a date only in passing … */
const LONGEST = 40;
/** … but for the first ones, in which newspapers put all of what happened: so many sentences, and so long. */
const LEAD = 2;
const LONGEST_LEAD = 60;
/** "in November", said in May, may be the last one or the next. */
const UNSURE_DAYS = 140;
/** The date of what was said, not of what happened. */
const SAYING = /\b(?:said|says|told|announced|added|wrote|tweeted|reported)\b[^.]{0,30}$/;
/** Where a span of time begins ("the most since 1991"), or what something is measured by: nothing happened then that the sentence tells. */
const NO_EVENT = /\b(?:since|than|compared (?:with|to))(?: (?:in|on|early|late|mid))?[ -]$/i;
/** "280,000 a year before, compared with 500 in 2014", "including 81 in 2012", "to 9 from 12 in 2010": the date of a number beside the one that is told. */
const OF_A_NUMBER =
  /\b(?:compared (?:with|to)|as against|versus|up from|down from|to [$£€]?\d\S*(?: [\p{L}-]+){0,4} from(?= (?:\p{Ll}+ ){0,2}[$£€]?\d)|including|(?:more|fewer|less|higher|lower) than)\b(?:[^,;]|,(?=\d)){0,40}\b(?:in|on|for|at)(?: (?:early|mid|late|all of))? $/iu;
/** "from 12 in 2010" to 9: what a number started from; a jump "from 100 feet in 1960" is none. */
const FROM_A_NUMBER = /\bfrom (?:\p{Ll}+ ){0,2}[$£€]?\d(?:[^,;]|,(?=\d)){0,40}\bin $/u;
const TO_A_NUMBER = /^ to (?:\p{Ll}+ ){0,3}[$£€]?\d/u;
/** "In 2019, Lund was fined for a sale in 2011.": what it tells was then, and no other day is that of the sentence. */
const OPENED = /^\W*(?:(?:Early|Late|Back) )?(?:In|On|By|During|At the end of)? ?(?:early |mid-|late )?$/u;
/** "Today more than ever": these times, and no day. */
const NOWADAYS = /^,? (?:more|less) than (?:ever|before|at any)\b|^,? (?:most|many|few|fewer|nearly|some) /u;
/** What is said of somebody in passing: "Lund, who resigned in 2019", "the band, formed in Ostry in 1984". */
const IN_PASSING = /\b(?:who|whom|whose|which)\b[^,;]*$|,\s(?:co-|first\s)?\p{Ll}{3,}ed\b[^,;]*$/u;
/** "Lund, a trained dog, first helped in Ostry on Friday": behind the apposition the sentence goes on. */
const APPOSED =
  /^\p{Lu}[^,]{1,40}, (?:an?|the|who|whose) [^,]{3,80}, (?:first |later |also )?\p{Ll}{3,}ed\b[^,;]*$/u;
/** "the 2008 crisis", "its March 15 ballot", "the Sunday Telegraph": no date of what is told. */
const NAMES_EVENT = /\b(?:the|an?|its|their|his|her|our) $/i;
/** "a former senator and 1972 nominee", "the 2004 and 2008 Games": the year of a name. */
const OF_A_NAME = /\b(?:and|or) $/i;
/** "Lund's May 2018 speech": that of somebody, and no date of what is told of it. */
const OWNED = /['’]s? $/;
/** "Friday's encounter" is one of Friday, and not what is told of it. */
const OWNS = /^['’]s? /;
/** "figures for July", "ahead of Friday": a day that is spoken of. */
const SPOKEN_OF =
  /\b(?:of|for|from|to|until|till|between|about|than)(?: (?:early|mid|late|last|this|next))?[ -]$/i;
/** Behind these words somebody tells of something else that has its own day: "said it was damaged when he fell on Friday". */
const BESIDE =
  /\b(?:when|while|where|because|although|though|whether|if|unless|once|ahead|before|after|despite|amid|following|since)\b(?:(?![,;:–—]).)*$/i;

interface Dated extends DatedLine {
  readonly precision: NonNullable<DateMention['precision']>;
  readonly score: number;
}

/** The events that matter most, by date. Undated ones are left out, and so are dates that could not be resolved. */
export function buildTimeline(desk: Desk): TimelineEntry[] {
  const dated = desk.articles.flatMap((article, source) =>
    article.analysis.dates.flatMap((date) => datedOf(desk, source, date)),
  );
  dated.sort((x, y) => y.score - x.score);
  const entries: Entry[] = [];
  for (const one of dated) {
    const told = entries.find(({ event }) => event.line === one.line || isSameEvent(desk, event, one));
    told?.others.push(one.line);
    if (told !== undefined || entries.length >= MOST) continue;
    // What was planned for a day is of no use beside what became of it.
    if (isPlanned(desk, one) && dated.some((other) => other.date === one.date && !isPlanned(desk, other)))
      continue;
    const shown = showAlone(one.line, desk);
    if (shown !== null && desk.allowance.take(one.line)) entries.push({ event: one, shown, others: [] });
  }
  return entries
    .map((entry) => entryOf(desk, entry))
    .sort((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : 0));
}

/** An event with the other sentences that tell of it. */
interface Entry {
  readonly event: Dated;
  readonly shown: string;
  readonly others: Line[];
}

/** Cited are all articles that tell of the event and name and count what is shown. */
function entryOf(desk: Desk, { event, shown, others }: Entry): TimelineEntry {
  const { line, date, precision, score } = event;
  const bearing = others.filter((other) => bearsOut(other, desk.factsOf(other), line, desk.factsOf(line)));
  const also = [...desk.supportersOf(line), ...bearing.map(({ article }) => article)];
  const reason = { score, because: [`dated ${date}`], insteadOf: null };
  return {
    date,
    precision,
    planned: isPlanned(desk, event),
    statement: stateLine(desk, line, reason, also, shown),
  };
}

function datedOf(desk: Desk, source: number, date: DateMention): Dated[] {
  if (date.value === null || date.precision === null) return [];
  if (date.relative && date.precision === 'year') return []; // "this year" dates nothing
  if (isUnsure(date, desk.articles[source]?.published ?? null)) return [];
  const line = lineAt(desk.linesOf(source), date.start);
  if (line === undefined || !desk.plain.has(line) || leavesOpenWhich(line, desk.crowd)) return [];
  if (line.words > (line.order < LEAD ? LONGEST_LEAD : LONGEST)) return [];
  const at = date.start - line.start;
  // “We shut it four weeks ago”: counted from when it was said.
  if (date.relative && blankQuoted(line.text).charAt(at) === ' ') return [];
  const before = line.text.slice(0, at);
  if (at < lengthOfDateline(line.text) || NO_EVENT.test(before) || OF_A_NUMBER.test(before)) return [];
  if (!OPENED.test(before) && isOpenedByDate(desk, source, line)) return [];
  if ((IN_PASSING.test(before) && !APPOSED.test(before)) || BESIDE.test(before) || SPOKEN_OF.test(before))
    return [];
  const behind = line.text.slice(date.end - line.start);
  if (FROM_A_NUMBER.test(before) && TO_A_NUMBER.test(behind)) return [];
  if (date.relative && OPENED.test(before) && NOWADAYS.test(behind)) return [];
  if (OWNS.test(behind) || (NAMES_EVENT.test(before) && /^ \p{L}/u.test(behind))) return [];
  if (date.precision === 'year' && OF_A_NAME.test(before) && /^ \p{L}/u.test(behind)) return [];
  if (OWNED.test(before) && /^ \p{L}/u.test(behind)) return [];
  const said = SAYING.test(before);
  const score =
    scoreOf(featuresOf(line, desk.crowd)) - (said ? 0.3 : 0) - (date.precision === 'year' ? 0.1 : 0);
  return [{ line, date: date.value, precision: date.precision, score }];
}

function isOpenedByDate(desk: Desk, source: number, line: Line): boolean {
  const first = desk.articles[source]?.analysis.dates.find(({ start }) => start >= line.start);
  return (
    first !== undefined && first.end <= line.end && OPENED.test(line.text.slice(0, first.start - line.start))
  );
}

function isUnsure({ value, precision, relative }: DateMention, published: string | null): boolean {
  if (!relative || precision !== 'month' || value === null || published === null) return false;
  return Math.abs(Date.parse(value) - Date.parse(published)) > UNSURE_DAYS * 86_400_000;
}

/** Whether the day, month or year begins after the article was published; without its date, nobody can tell. */
function isPlanned(desk: Desk, { line, date }: Dated): boolean {
  const published = desk.articles[line.source]?.published;
  return published !== null && published !== undefined && date > published.slice(0, date.length);
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  return lines.find((line) => line.start <= offset && offset < line.end);
}
