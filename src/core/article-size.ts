/** How long an article may be. What is read in a text takes a hundred times its memory, so no longer one is read. */
import { BriefwireError } from './errors.ts';

/** UTF-16 code units; the longest articles that papers print have a fifth of it. */
export const LONGEST_ARTICLE = 500_000;

/** Throws `too-large`, saying how long the title and the text are, and how long they may be. */
export function checkSize(article: {
  readonly title?: string | null | undefined;
  readonly text: string;
}): void {
  const { title, text } = article;
  const length = text.length + (title?.length ?? 0);
  if (length <= LONGEST_ARTICLE) return;
  const [is, most] = [length, LONGEST_ARTICLE].map((number) => number.toLocaleString('en'));
  throw new BriefwireError(
    'too-large',
    `the article has ${is} characters, more than ${most}: split it, or leave it out`,
  );
}
