/** "The F-35", "flight KL204", "Radio 1Xtra": letters with a number, which together are a name. */
import type { ReadArticle } from '../../article.ts';

/** A longer word in front means the same thing without its number: "Covid-19". */
const DESIGNATION = /(?<![\p{L}\p{N}$€£.,-])(?:(\p{Lu}\p{L}?)-?(\d+)|(\d+)(\p{Lu}\p{L}+))(?![\p{L}\p{N}-])/gu;

/** Whether a question names something by letters and a number that no article has: of another model or another flight nothing is told. */
export function namesAnotherDesignation(question: string, articles: readonly ReadArticle[]): boolean {
  return [...question.matchAll(DESIGNATION)].some(([, letters = '', after = '', first = '', rest = '']) => {
    const parts = [letters, after, first, rest].filter(Boolean);
    // "The Group of 20"; "5Live", in small letters.
    const isNamed = (text: string): boolean => joined(parts).test(text) || word(after || rest).test(text);
    return !articles.some(({ title, text }) => isNamed(`${title ?? ''} ${text}`));
  });
}

/** Written together, with a hyphen or in two words. */
function joined(parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[-‑ ]?')}(?!\\p{N})`, 'iu');
}

function word(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${text}(?![\\p{L}\\p{N}-])`, 'iu');
}
