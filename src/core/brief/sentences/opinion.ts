/** Whether an article says of itself that it is opinion or analysis: in its title, its author, its address or its first word. */
import type { Article } from '../../article.ts';

const KINDS =
  'opinions?|op-?ed|editorial|leading article|analysis|commentary|comment|column|viewpoint|perspective';
/** "Opinion: …", "Analysis | …", "… - Editorial", "… (opinion)". */
const TITLED = new RegExp(
  String.raw`^(?:the \p{L}+ )?(?:${KINDS})\s?[:|–—]|^(?:${KINDS}) - |\s(?:[|–—:]|-)\s?(?:${KINDS})(?:\s?(?:[|–—]|-)\s.{1,40})?$|[([](?:${KINDS})[)\]]$`,
  'iu',
);
const SECTIONS =
  'opinions?|op-?ed|editorials?|commentisfree|commentary|comment|columns?|columnists?|voices|analysis|viewpoints?|perspectives?';
/** A section, "/opinion/", or one of several parts with its articles behind it, "/guest-opinion/…": "/declines-to-comment/" is an article. */
const ADDRESS = new RegExp(String.raw`/(?:${SECTIONS})/|/[\w-]+-(?:${SECTIONS})/[^/?#]`, 'i');
const BYLINE = /\b(?:editorial board|columnist|opinion (?:writer|editor)|the editors|leader writer)\b/i;
const OPENED = /^\s*(?:OPINION|Opinion|EDITORIAL|Editorial|ANALYSIS|Analysis|COMMENTARY|Commentary)\s?[:|–—]/;

export function isOpinion({
  title,
  author,
  url,
  text,
}: Pick<Article, 'title' | 'author' | 'url' | 'text'>): boolean {
  return (
    TITLED.test(title?.trim() ?? '') ||
    ADDRESS.test(url ?? '') ||
    BYLINE.test(author ?? '') ||
    OPENED.test(text)
  );
}
