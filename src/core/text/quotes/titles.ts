/** Words in quotation marks that are no speech: titles of works, nicknames, names of things. */
import type { Quotation } from '../marks.ts';
import { GAP, type Token } from '../tokens.ts';
import { isConjunction, isDeterminer, isPreposition, isSpeechVerb } from './grammar.ts';

const NAMING = new Set(
  'titled entitled called named dubbed nicknamed book film movie song show series album novel poem program programme podcast episode magazine memoir documentary play single headlined labeled labelled marked aka hashtag'.split(
    ' ',
  ),
);

/** Whether a quotation is a title, a nickname or a label. `limit` is the first token of its sentence. */
export function isTitle(tokens: readonly Token[], { open, close }: Quotation, limit: number): boolean {
  const before = tokens[open - 1];
  const after = tokens[close + 1];
  const words = tokens.slice(open + 1, Math.min(close, open + 14)).filter((token) => token.kind === 'word');
  if (words.length === 0) return true;
  if (before?.word === ':') return false;
  const verb = tokens[open - 2]?.lower === 'out' ? open - 3 : open - 2;
  const lead = tokens[verb];
  if (before?.word === ',' && lead && isSpeechVerb(tokens, verb) && !NAMING.has(lead.lower)) return false;
  const count = close - open - 1;
  // George "Buddy" Smith
  if (count <= 2 && open > limit && before?.capital && after?.capital && words[0]?.capital && after.gap === 1)
    return true;
  const end = tokens[close - 1];
  if (end?.kind === 'end' && end.word !== '.') return false;
  if (before?.lower === 'so-called') return true;
  const content = words.filter(
    (token) => !isPreposition(token) && !isConjunction(token) && !isDeterminer(token),
  );
  const capitals =
    content.length >= 1 && words[0]?.capital === true && content.every((token) => token.capital);
  if (!capitals || count > 14) return false;
  if (content.length >= 2 && words.length >= 2) return open > limit || end?.word !== ',';
  // "told “Today” that": a programme listens.
  return (
    before !== undefined &&
    (NAMING.has(before.lower) || /^(?:told|tell|tells|telling|on)$/.test(before.lower))
  );
}

/** Most words of a crosshead. */
const CROSSHEAD = 6;

/** Whether a quotation is a heading, alone in its paragraph or run into the text: "‘Security failure’ The council said …". */
export function isCrosshead(
  tokens: readonly Token[],
  { open, close, closed }: Quotation,
  limit: number,
): boolean {
  if (!closed || open !== limit || close - open - 1 > CROSSHEAD) return false;
  for (let i = open + 1; i < close; i++) if (tokens[i]?.kind !== 'word') return false;
  const begins = (tokens[open]?.gap ?? 0) === GAP.paragraph;
  const next = tokens[close + 1];
  if (!next || next.gap === GAP.paragraph) return begins;
  const opens = begins || tokens[open - 1]?.kind === 'end';
  return opens && next.capital && next.gap >= GAP.space && tokens[open + 1]?.capital === true;
}
