/** The article on a web page: its own words, and what the page states about them. Pure: fetching is done before. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { BriefwireError } from '../../core/errors.ts';

export interface ParsedPage {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly text: string;
}

const MAX_LENGTH = 5 * 1024 * 1024;

/** Throws `too-large` for more than 5 MB. What the page does not state is null; a page without an article has no text. */
export function parsePage(html: string, _options: { url?: string } = {}): ParsedPage {
  if (html.length > MAX_LENGTH) {
    throw new BriefwireError('too-large', `the page has ${html.length} characters, more than ${MAX_LENGTH}`);
  }
  const { document } = parseHTML(html);
  const article = new Readability(document as never).parse();
  return {
    title: article?.title ?? null,
    byline: article?.byline ?? null,
    publisher: article?.siteName ?? null,
    published: null,
    text: (article?.textContent ?? '').replace(/\s*\n\s*/g, '\n\n').trim(),
  };
}
