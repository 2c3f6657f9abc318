/** Quotations that are sentences of their own: what stands around them tells who spoke. */
import type { SentenceRun } from '../sentences.ts';
import { GAP, type Token } from '../tokens.ts';
import { isLinkAt } from './asides.ts';
import { type Clause, clauseBefore, speakerOf } from './clauses.ts';
import { trailingClause } from './fragments.ts';
import { isSpeechVerb } from './grammar.ts';
import { phraseFrom } from './mentions.ts';
import { earlierSubject } from './subjects.ts';
import type { Place, Utterance } from './utterance.ts';

/** So many sentences of links are passed over: a bound for hostile texts. */
const MOST_LINKS = 12;

/** A quotation that is a sentence of its own: who spoke is told by what stands before it. */
export function standsAlone(
  tokens: readonly Token[],
  place: Place,
  sentences: readonly SentenceRun[],
  last: Utterance | undefined,
): Clause | null {
  const { quotation, limit, sentence } = place;
  const { open, close } = quotation;
  if (open > limit) return null;
  let at = sentence - 1;
  while (at > 0 && sentence - at < MOST_LINKS && isLinkAt(tokens, sentences[at]?.first ?? 0)) at--;
  const before = sentences[at];
  if (before && tokens[before.last - 1]?.word === ':') {
    const found = clauseBefore(tokens, open, before.first);
    if (found) return found;
  }
  const below = signature(tokens, close + 1);
  if (below) return below;
  // Nothing lies between the paragraphs around a link.
  const paragraph = tokens[at < sentence - 1 ? (before?.last ?? open) : open]?.paragraph ?? 0;
  const near = last && paragraph - (tokens[(last.content.at(-1)?.last ?? 1) - 1]?.paragraph ?? 0) <= 1;
  if (before) {
    const far = paragraph - (tokens[before.first]?.paragraph ?? 0);
    const covered = last?.content.at(-1)?.last ?? 0;
    if (far <= 1 && before.first >= covered) {
      const found = clauseIn(tokens, before, far === 0);
      if (found) return far > 0 && reports(tokens, found) ? null : found;
    }
  }
  if (!near || !last?.clause) return null;
  const apart = (tokens[last.content.at(-1)?.first ?? open]?.paragraph ?? 0) < paragraph;
  return apart && reports(tokens, last.clause) ? null : last.clause;
}

/** Whether somebody tells the news: a quotation in a paragraph of its own behind him is not his, but of whom he reports. */
function reports(tokens: readonly Token[], { speaker }: Clause): boolean {
  return (
    speaker !== null &&
    tokens
      .slice(speaker.first, speaker.last)
      .some(({ lower }) => /^(?:editor|correspondent|reporter)$/.test(lower))
  );
}

/** What somebody gives whose words follow: "Lund gave a critical assessment." */
const WORDS_OF =
  /^(?:answers?|assessments?|advice|apology|comments?|complaints?|criticism|explanations?|letters?|messages?|opinions?|praise|reactions?|remarks?|reply|replies|responses?|speech|speeches|statements?|tributes?|verdicts?|views?|warnings?|words)$/;

/**
 * The first speaker of a sentence, whatever else it says; in the same paragraph also its subject: who scored in the paragraph
 * before need not be who speaks of the match in one of its own.
 */
function clauseIn(tokens: readonly Token[], { first, last }: SentenceRun, same: boolean): Clause | null {
  const trailing = trailingClause(tokens, first + 1, last);
  if (trailing && isBare(tokens, trailing)) return trailing;
  for (let i = first; i < last; i++) {
    if (!isSpeechVerb(tokens, i)) continue;
    const speaker = speakerOf(tokens, i, first, last);
    if (speaker && tokens[speaker.first]?.lower !== 'it')
      return { cue: { first: i, last: i + 1 }, speaker, first: speaker.first, last: i + 1 };
  }
  if (!same && !tokens.slice(first, last).some(({ lower }) => WORDS_OF.test(lower))) return null;
  const speaker = earlierSubject(tokens, last, first);
  return speaker && speaker.last < last
    ? {
        cue: { first: speaker.last, last: speaker.last + 1 },
        speaker,
        first: speaker.first,
        last: speaker.last + 1,
      }
    : null;
}

/** ", Hale said." and ", said Hale, a judge.": not what a sentence tells of him behind a comma (", tweeted a warning."). */
function isBare(tokens: readonly Token[], { cue, first, last, speaker }: Clause): boolean {
  if (cue.last === last) return !tokens.slice(first + 1, cue.first).some(({ word }) => word === ',');
  const isInverted = cue.first === first + 1 && SAID.test(tokens[cue.first]?.lower ?? '');
  const end = speaker?.last ?? last;
  return isInverted && tokens[cue.last]?.capital === true && (end === last || tokens[end]?.word === ',');
}
const SAID = /^(?:said|says)$/;

/** "- Sanders" on the line below, as under a motto. */
function signature(tokens: readonly Token[], at: number): Clause | null {
  const dash = tokens[at];
  if (!dash || dash.gap < GAP.space || !/^[-\u2013\u2014\u2015]$/.test(dash.word)) return null;
  const speaker = tokens[at + 1]?.capital ? phraseFrom(tokens, at + 1, at + 12) : null;
  return speaker ? { cue: { first: at, last: at + 1 }, speaker, first: at, last: speaker.last } : null;
}
