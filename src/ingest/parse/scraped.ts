/** The article in scraped text, told from the page around it by the shape of its lines. */
import { findBody } from './scraped/body.ts';
import { readPage } from './scraped/metadata.ts';
import { parseUnits } from './scraped/units.ts';

/** What a page says of an article, and the article's own words. What it does not state is null. */
export interface ScrapedArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** Paragraphs apart by a blank line; each is verbatim, but for the line breaks of wrapped lines. */
  readonly text: string;
}

/**
 * Cleans the text of a scraped page: repeated titles, bylines, captions, credits, buttons, lists of links, requests,
 * biographies and comments go; the article's words stay. Where a line may be either it stays, since a lost sentence is
 * worse than a kept caption. Total and linear: any text gives an article, if need be an empty one.
 *
 * Nothing is known of any publisher. A line is judged by its length and punctuation, by where it stands (before the
 * first sentence, among them, after the last), by whether it is said again elsewhere, and by the words of buttons.
 */
export function parseScraped(text: string): ScrapedArticle {
  const page = readPage(parseUnits(text));
  const { title, byline, publisher, published } = page;
  return { title, byline, publisher, published, text: findBody(page).join('\n\n') };
}
