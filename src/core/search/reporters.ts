/** Who is asked what they report: "What did the Harbour Post report in May about …?" wants no other paper's words. */
import type { ReadArticle } from '../article.ts';
import { isWrittenAs, matchesDate, parseDateHints, publisherForms } from './hints.ts';

/** What stands before a publisher whose report is asked for; "told the Post" asks for what somebody else said. */
const REPORTS =
  /\b(?:did|does|do|has|have|and|according to|reported by|written by|(?:articles?|reports?|stor(?:y|ies)) (?:by|from|in|of))\s+(?:(?:both|the|a|an)\s+)*$/i;

/** Publishers, of those given, whose report a question asks for. */
export function findReporters(question: string, publishers: readonly string[]): string[] {
  const lower = question.toLowerCase();
  return publishers.filter((publisher) =>
    publisherForms(publisher).some((form) => isReporter(question, lower, form)),
  );
}

function isReporter(question: string, lower: string, form: string): boolean {
  const at = lower.indexOf(form);
  if (at < 0 || /[\p{L}\p{N}]/u.test((lower[at - 1] ?? ' ') + (lower[at + form.length] ?? ' '))) return false;
  const said = question.slice(at, at + form.length);
  return /\p{Lu}/u.test(said) && isWrittenAs(said, form) && REPORTS.test(question.slice(0, at));
}

/**
 * Of some articles, those of the publishers whose report a question asks for, and of the days it names; all of them where
 * it asks for nobody's report. `publishers` are all there are, also those of whom none of the articles is.
 */
export function narrowToReporters<T extends Pick<ReadArticle, 'publisher' | 'published'>>(
  question: string,
  articles: readonly T[],
  publishers: readonly string[],
): readonly T[] {
  const reporters = new Set(findReporters(question, publishers));
  if (reporters.size === 0) return articles;
  const theirs = articles.filter(({ publisher }) => publisher !== null && reporters.has(publisher));
  const days = parseDateHints(question);
  const then = theirs.filter(
    ({ published }) => published !== null && days.some((day) => matchesDate(day, published)),
  );
  return then.length > 0 ? then : theirs;
}

/** Whether one of some articles is of the days that a question names; true where it names none. */
export function isOfDays(question: string, articles: readonly Pick<ReadArticle, 'published'>[]): boolean {
  const days = parseDateHints(question);
  return (
    days.length === 0 ||
    articles.some(({ published }) => published !== null && days.some((day) => matchesDate(day, published)))
  );
}

/** "What did the Harbour Post report in May about the ferries?" → "the ferries"; null where it asks something else. */
export function subjectOfReport(question: string, publishers: readonly string[]): string | null {
  const subject =
    /^(?:and )?what (?:did|does|do|has|have) .{2,80}? (?:reported|report|said|say|written|write|wrote)\b.{0,60}?\b(?:about|on|regarding) (?!\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)([^?]{2,120})\?*$/i.exec(
      question.trim(),
    )?.[1];
  return subject === undefined || findReporters(question, publishers).length === 0 ? null : subject.trim();
}

/** The question without whose report it is asked of: "According to the Post, who won?", "Who won according to AP?" → "who won?" */
export function withoutReporters(question: string, publishers: readonly string[]): string {
  const asked = question.trim();
  const [opening = ''] = /^according to [^,]{2,60},\s*/i.exec(asked) ?? [];
  if (findReporters(opening, publishers).length > 0) return asked.slice(opening.length);
  const [closing = ''] = /,?\s+according to [^,?]{2,60}\?*$/i.exec(asked) ?? [];
  return findReporters(closing, publishers).length > 0 ? `${asked.slice(0, -closing.length)}?` : question;
}
