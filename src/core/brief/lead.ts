/** With which sentence a brief begins: the news, as an article opens with it, however long the brief is. */
import { parseTerms } from '../search/query.ts';
import type { Desk } from './desk.ts';
import type { Ranked } from './sentences/salience.ts';

/** What stands further down is no opening, though all before it be captions and notes. */
export const OPENING = 4;
/** An article opens with the news; each sentence before is one that could not be shown. */
const LATER = 0.02;
/** What the headlines say is the news; one of fewer terms is the name of a page. */
const HEADLINE = { weight: 0.3, terms: 4 };
/** An article tells what was new when it was written. */
const OLD = { aDay: 0.04, most: 0.16 };

/** "Lund also said …" */
const GOES_ON = /^[^,"“]{2,60} also \p{Ll}/u;

/** The best of the sentences with which the articles open, of those that can be shown; null where none can. */
export function findLead(ranked: readonly Ranked[], desk: Desk): Ranked | null {
  const openings = new Map<number, Ranked>();
  for (const one of ranked) {
    const { source, order, text } = one.line;
    // What might happen is not the news, nor what goes on from a sentence that could not be shown.
    if (/^If\b/.test(text) || GOES_ON.test(text)) continue;
    if (order < OPENING && order < (openings.get(source)?.line.order ?? OPENING)) openings.set(source, one);
  }
  const dates = desk.articles.map(({ published }) => Date.parse(published ?? '') || 0);
  const newest = Math.max(0, ...dates);
  const { headlines, told } = readHeadlines(desk);
  const worthOf = ({ line, score }: Ranked): number => {
    let said = 0;
    for (const term of line.set) said += told.get(term) ?? 0;
    const days = (newest - (dates[line.source] || newest)) / 86_400_000;
    return (
      score -
      LATER * line.order +
      (HEADLINE.weight * said) / Math.max(1, headlines) -
      Math.min(OLD.most, OLD.aDay * days)
    );
  };
  return [...openings.values()].reduce<Ranked | null>(
    (best, one) => (best === null || worthOf(one) > worthOf(best) ? one : best),
    null,
  );
}

/** How many headlines there are, and of each term the parts that it is of them, added up. */
function readHeadlines({ articles }: Desk): { headlines: number; told: ReadonlyMap<string, number> } {
  const told = new Map<string, number>();
  let headlines = 0;
  for (const { title } of articles) {
    const terms = new Set(parseTerms(title ?? ''));
    if (terms.size < HEADLINE.terms) continue;
    headlines++;
    for (const term of terms) told.set(term, (told.get(term) ?? 0) + 1 / terms.size);
  }
  return { headlines, told };
}
