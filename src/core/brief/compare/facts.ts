/** What a sentence states that another can contradict: numbers, dates, places, actors, and how sure it is. */
import type { DateMention, NameKind, ReadArticle } from '../../article.ts';
import { type Count, parseCounts } from '../../search/numbers.ts';
import { parseTerms } from '../../search/query.ts';
import { firstFrom } from '../../text/in-order.ts';
import type { Line } from '../lines.ts';
import { type Certainty, certaintyOf, isAhead } from './certainty.ts';
import { isOfSaying } from './saying.ts';

export interface Named {
  readonly kind: NameKind;
  /** As it stands in the sentence. */
  readonly name: string;
  /** The fullest form that the article gives. */
  readonly full: string;
  readonly terms: ReadonlySet<string>;
  readonly start: number;
}

export interface Facts {
  readonly counts: readonly Count[];
  readonly dates: readonly DateMention[];
  /** Those of what it tells, but for years: no day on which somebody said so. */
  readonly days: readonly DateMention[];
  /** Places that something is said to be in, at or near. */
  readonly places: readonly Named[];
  /** People and organisations. */
  readonly actors: readonly Named[];
  readonly certainty: Certainty;
  /** All names, in order. */
  readonly names: readonly Named[];
  /** Whether it speaks of what is to come. */
  readonly ahead: boolean;
  /** Terms of names, numbers and dates: what is left tells what is said of them. */
  readonly valued: ReadonlySet<string>;
  /** Terms of who says so ("according to the ministry"): two sentences are not alike for having one source. */
  readonly attribution: ReadonlySet<string>;
}

/** Reads facts where they are asked for, once a line. */
export function createFactReader(articles: readonly ReadArticle[]): (line: Line) => Facts {
  const read = new Map<Line, Facts>();
  return (line) => {
    const known = read.get(line);
    if (known !== undefined) return known;
    const article = articles[line.source];
    const facts = article === undefined ? NONE : factsOf(line, article);
    read.set(line, facts);
    return facts;
  };
}

const NONE: Facts = {
  counts: [],
  dates: [],
  days: [],
  places: [],
  actors: [],
  names: [],
  certainty: 'stated',
  ahead: false,
  valued: new Set(),
  attribution: new Set(),
};

function factsOf(line: Line, article: ReadArticle): Facts {
  const { names, entities, dates } = article.analysis;
  const inside = names.slice(firstFrom(names, line.start), firstFrom(names, line.end));
  const named = inside.map((name) => {
    const text = article.text.slice(name.start, name.end);
    const full = name.entity === null ? text : (entities[name.entity]?.name ?? text);
    return {
      kind: name.kind,
      name: text,
      full,
      terms: new Set(parseTerms(text)),
      start: name.start - line.start,
    };
  });
  const held = dates.slice(firstFrom(dates, line.start), firstFrom(dates, line.end));
  const counts = parseCounts(line.text).filter(
    (count) =>
      !held.some((date) => overlaps(date.start - line.start, date.end - line.start, count.start, count.end)),
  );
  const valued = [
    ...named.map((name) => name.name),
    ...held.map((date) => article.text.slice(date.start, date.end)),
    ...counts.map((count) => line.text.slice(count.start, count.end)),
  ].flatMap(parseTerms);
  return {
    counts,
    dates: held,
    days: held.filter((date) => isDayTold(line, date)),
    places: named.filter((name) => name.kind === 'place' && IN_PLACE.test(line.text.slice(0, name.start))),
    actors: named.filter((name) => name.kind === 'person' || name.kind === 'organisation'),
    names: named,
    certainty: certaintyOf(line.text),
    ahead: isAhead(line.text),
    valued: new Set(valued),
    attribution: new Set(parseTerms((line.text.match(ATTRIBUTION) ?? []).join(' '))),
  };
}

function isDayTold(line: Line, { start, end, value, precision }: DateMention): boolean {
  const isDay = value !== null && (precision === 'day' || precision === 'month');
  return isDay && !isOfSaying(line.text, start - line.start, end - line.start);
}

const ATTRIBUTION =
  /\baccording to [^,;]*|, (?:[\p{L}.’'-]+ ){1,8}(?:said|says|told|reported|reports)\b[^;]*$|^(?:[\p{L}.’'-]+ ){1,8}(?:said|says|told|reported|reports)\b/giu;
const IN_PLACE = /\b(?:in|at|near|outside|inside|off)\s+(?:the\s+)?(?:[a-z-]+\s+(?:of\s+)?){0,3}$/;

function overlaps(a: number, b: number, c: number, d: number): boolean {
  return a < d && c < b;
}
