/** "Who won best picture?": to whom "best picture" went, or which title's prizes include it. */
import type { Span } from '../../article.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import { type Fact, type FactsAsked, ifOne } from './fact.ts';

const ASKS =
  /^(?:who|what|which (?:film|movie|show|album|song|book|actor|actress|director|band|singer|series)) (?:has |have )?(?:won|took|got|received|picked up) (?:the )?(?:\p{L}+ ){0,3}?(?<award>best (?:\p{L}+ ?){1,3}?)(?: (?:award|prize|oscar|trophy))?(?: (?:at|in|this) [^?]{2,60})?[?.!\s]*$/iu;
/** What is awarded to a work, and not to somebody. */
const WORK =
  /\b(?:picture|film|movie|show|album|song|book|play|series|documentary|drama|comedy|musical|video|single|record|novel)$/i;
/** "… went to NAME", "… was won by NAME" */
const WENT_TO =
  /^(?:,? \p{L}+ (?:award|prize))? (?:went to|was (?:won|taken|claimed) by|(?:award|prize) went to) (?:the |an? )?(?:\p{Ll}[\p{L}-]* ){0,3}$/u;
/** "NAME won …", "NAME, who was named …" */
const WON =
  /^,? (?:who |also |and )?(?:was |has |had )?(?:also )?(?:won|took|takes|wins|scooped|claimed|received|bagged|named|picked up|took home) (?:the )?(?:awards?|prizes?|trophy)?(?: ?for )?$/u;
/** "… seven prizes including " */
const INCLUDING =
  /\b(?:prizes|awards|trophies|wins|honou?rs|oscars|statuettes|gongs),? (?:including|among them|such as)(?: [^.;]{0,80})? $/iu;
/** The title that opens a sentence. */
const TITLE = /^["“‘](?<title>\p{Lu}[^"”]{1,60}?),?["”’]/u;
const REACH = 80;

function winnerIn({ article, sentence, text, names }: SentenceView, award: string): Span | undefined {
  const at = text.toLowerCase().indexOf(award);
  if (at < 0) return undefined;
  const [from, to] = [sentence.start + at, sentence.start + at + award.length];
  // "Best picture" is not "best picture editing".
  if (
    /^ \p{Ll}+ (?:went|was)/u.test(article.text.slice(to, to + REACH)) &&
    !/^ (?:award|prize|went|was)/.test(article.text.slice(to))
  )
    return undefined;
  const next = names.find(({ start, kind }) => start >= to && kind !== 'place');
  if (next !== undefined && WENT_TO.test(article.text.slice(to, next.start))) return next;
  const before = names.findLast(({ end, kind }) => end <= from && kind !== 'place');
  if (before !== undefined && from - before.end < REACH && WON.test(article.text.slice(before.end, from)))
    return before;
  if (!WORK.test(award) || !INCLUDING.test(text.slice(0, at))) return undefined;
  const { title } = TITLE.exec(text)?.groups ?? {};
  if (title !== undefined) return { start: sentence.start + 1, end: sentence.start + 1 + title.length };
  return names.find(({ start, kind }) => start === sentence.start && kind !== 'place');
}

/** The winner, one place for each sentence that names one. Empty for other questions, and where reports name several. */
export function findAwards({ question, articles }: FactsAsked): readonly Fact[] {
  const award = ASKS.exec(question.text)?.groups?.['award']?.trim().toLowerCase();
  if (award === undefined) return [];
  const found = viewSentences(articles).flatMap((views) =>
    views.flatMap((view): Fact[] => {
      const winner = winnerIn(view, award);
      return winner === undefined ? [] : [{ article: view.article, start: winner.start, end: winner.end }];
    }),
  );
  return ifOne(found);
}
