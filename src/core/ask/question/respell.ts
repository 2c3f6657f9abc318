/** Words of a question as the articles write them: "Sorensen" for a misspelt "Sorenson", "can't" for "cant". */
import { distance } from 'fastest-levenshtein';
import type { ReadArticle } from '../../article.ts';
import { termOf } from '../../search/query.ts';
import { isCommon } from '../../text/names/features.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';

const WORD = /\p{L}{5,}/gu;
/** Letters of a part of a name; shorter ones are near too much else. */
const SHORTEST = 4;
/** Of a word this long two letters may be wrong. */
const LONG = 8;

function namesIn(articles: readonly ReadArticle[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { text, analysis } of articles)
    for (const { start, end } of analysis.names)
      for (const [part] of text.slice(start, end).matchAll(/\p{Lu}[\p{L}]+/gu))
        if (part.length >= SHORTEST) names.set(part.toLowerCase(), part);
  return names;
}

/** "dont", "cant", "whats": typed in a hurry. "Wont" and "were" may be words of their own. */
const UNMARKED =
  /\b(?:(ca|do|does|did|is|are|was|were|would|could|should|has|have|had)(nt)|(what|who|where|when|how|that|there|he|she)(s))\b/gi;

/** The question with the apostrophes that were left out. */
export function markElisions(question: string): string {
  return question.replace(UNMARKED, (_, verb?: string, not?: string, asking?: string, is?: string) =>
    verb === undefined ? `${asking}'${is}` : `${verb}n'${not?.slice(1)}`,
  );
}

/** Offices in capitals, and in words. */
const OFFICES_IN_SHORT: ReadonlyMap<string, string> = new Map([
  ['CEO', 'chief executive'],
  ['CFO', 'chief financial officer'],
  ['COO', 'chief operating officer'],
  ['CTO', 'chief technology officer'],
]);

/** "Who is the CEO?" in small letters, since in capitals it looks like a name, and in words where the articles have no CEO. */
export function spellOffices(question: string, articles: readonly ReadArticle[]): string {
  return question.replace(/(?<![\p{L}\d])C[EFOT]O(?![\p{L}\d])/gu, (short) => {
    const office = OFFICES_IN_SHORT.get(short) ?? short;
    const isSaid = (words: string): boolean =>
      articles.some(({ text }) => new RegExp(`\\b${words}\\b`, 'i').test(text));
    return !isSaid(short) && isSaid(office) ? office : short.toLowerCase();
  });
}

const sorted = (word: string): string => [...word].sort().join('');

/** What is Velmarian is from Velmaria, and the Lunds are several. */
const FORM = /(?:s|an|[^aeiou]i)$/;

/**
 * One letter off, two in a long word, or two that have changed places. "Normans" is no misspelt Norman, but a word of its own;
 * "Lindqvis" is only Lindqvist without its last letter.
 */
function isNear(typed: string, name: string): boolean {
  if (typed.charAt(0) !== name.charAt(0) || typed.startsWith(name)) return false;
  if (name.startsWith(typed)) return name.length - typed.length === 1 && !FORM.test(name);
  return distance(typed, name) <= (typed.length >= LONG ? 2 : 1) || sorted(typed) === sorted(name);
}

/** The question with each word that is in no article and no word of the language exchanged for the one name that is near it. */
export function respell(question: string, articles: readonly ReadArticle[], lexicon: Lexicon): string {
  const unknown = [...question.matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => {
      const lower = word.toLowerCase();
      if (isCommon(lower) || lexicon.find(termOf(lower) ?? '') !== undefined) return false;
      const whole = new RegExp(`(?<!\\p{L})${lower}(?!\\p{L})`, 'u');
      return !articles.some(({ title, text }) => whole.test(`${title ?? ''} ${text}`.toLowerCase()));
    });
  if (unknown.length === 0) return question;
  const names = [...namesIn(articles)];
  return unknown.reduce((asked, word) => {
    const near = names.filter(([lower]) => isNear(word.toLowerCase(), lower));
    const [only] = near;
    return near.length === 1 && only !== undefined ? asked.replace(word, only[1]) : asked;
  }, question);
}

/** Not "the number of the bus", which is a name. */
const NUMBER_OF =
  /^(?:what(?:['’]?s| is| was) )?(?:the )?(?:total |overall |exact )?number of (?!(?:the|an?|this|that|his|her|its|their|my|our)\b)(?=\p{L})/iu;

/** "Number of boats in the harbour" asks how many there are. */
export const asCounted = (question: string): string => question.replace(NUMBER_OF, 'How many ');
