/** With which sentence a brief begins: the news, as an article opens with it, however long the brief is. */
import { parseTerms } from '../search/query.ts';
import type { Desk } from './desk.ts';
import { countIn } from './sentences/features.ts';
import type { Ranked } from './sentences/salience.ts';

/** What stands further down is no opening, though all before it be captions and notes. */
const OPENING = 4;
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
  const headlines = desk.articles
    .map(({ title }) => new Set(parseTerms(title ?? '')))
    .filter(({ size }) => size >= HEADLINE.terms);
  const worthOf = ({ line, score }: Ranked): number => {
    const said = headlines.reduce((sum, terms) => sum + countIn(terms, line.set) / terms.size, 0);
    const days = (newest - (dates[line.source] || newest)) / 86_400_000;
    return (
      score -
      LATER * line.order +
      (HEADLINE.weight * said) / Math.max(1, headlines.length) -
      Math.min(OLD.most, OLD.aDay * days)
    );
  };
  return [...openings.values()].reduce<Ranked | null>(
    (best, one) => (best === null || worthOf(one) > worthOf(best) ? one : best),
    null,
  );
}
