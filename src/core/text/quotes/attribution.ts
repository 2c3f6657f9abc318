/** Which quotations are quotes, and the words that say who spoke them. */
import type { Quote, Span } from '../../article.ts';
import { OFFICES } from '../data/offices.ts';
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import type { Quotation } from '../marks.ts';
import type { Reading } from '../reading.ts';
import { GAP, type Token } from '../tokens.ts';

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'who', 'i', 'we']);
/** How far from a quotation a speech verb is looked for, in tokens. */
const REACH = 30;

interface Last {
  readonly clause: Clause | null;
  readonly paragraph: number;
}

interface Clause {
  readonly cue: Span;
  readonly mention: Span | null;
  readonly entity: number | null;
}

/** Finds the quotes of a reading, in order. */
export function attribute(reading: Reading): Quote[] {
  const quotes: Quote[] = [];
  let last: Last | undefined;
  for (const quotation of reading.quotations) {
    if (quotation.depth > 0) continue;
    const { tokens } = reading;
    const words = quotation.close - quotation.open - 1;
    const clause = clauseAfter(reading, quotation) ?? clauseBefore(reading, quotation);
    const paragraph = tokens[quotation.open]?.paragraph ?? 0;
    const follows: boolean =
      last !== undefined && (last.paragraph === paragraph || last.paragraph === paragraph - 1);
    const inherited: Clause | null = clause ?? (follows ? (last?.clause ?? null) : null);
    const stands = words >= 6 && (clause !== null || inherited !== null);
    if (clause === null && !stands) continue;
    if (words < 3 && clause === null) continue;
    const content = [
      { start: (tokens[quotation.open] as Token).start, end: (tokens[quotation.close] as Token).end },
    ];
    quotes.push({
      content,
      kind: words < 5 ? 'mixed' : 'direct',
      cue: inherited?.cue ?? null,
      speaker: {
        mention: inherited?.mention ?? null,
        name: inherited?.entity == null ? null : nameOf(reading, inherited.entity),
        role: null,
      },
    });
    last = { clause: inherited, paragraph };
  }
  return quotes;
}

function nameOf(reading: Reading, entity: number): string | null {
  const name = reading.entities[entity]?.name ?? '';
  return name.includes(' ') ? name : null;
}

/** "…," Miller said. */
function clauseAfter(reading: Reading, quotation: Quotation): Clause | null {
  const { tokens } = reading;
  const next = tokens[quotation.close + 1];
  const end = tokens[quotation.close - 1];
  if (!next || next.gap === GAP.paragraph) return null;
  if (end?.word === '.' && next.capital) return null;
  for (let i = quotation.close + 1; i < Math.min(tokens.length, quotation.close + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'end' && token.word !== '.') return null;
    if (token.kind === 'mark' || token.gap === GAP.paragraph) return null;
    if (token.kind === 'word' && SPEECH_VERBS.has(token.lower) && !token.capital)
      return around(reading, i, quotation.close + 1, quotation.close + REACH);
  }
  return null;
}

/** Miller said: "…" */
function clauseBefore(reading: Reading, quotation: Quotation): Clause | null {
  const { tokens } = reading;
  for (let i = quotation.open - 1; i >= Math.max(0, quotation.open - REACH); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' || tokens[i + 1]?.gap === GAP.paragraph) return null;
    if (token.kind === 'end' && tokens[i + 1]?.capital) return null;
    if (token.kind === 'word' && SPEECH_VERBS.has(token.lower) && !token.capital)
      return around(reading, i, Math.max(0, quotation.open - REACH), quotation.open);
  }
  return null;
}

/** The speaker before a verb, or right after it. */
function around(reading: Reading, verb: number, from: number, to: number): Clause {
  const { tokens } = reading;
  const cue = { start: (tokens[verb] as Token).start, end: (tokens[verb] as Token).end };
  const after = tokens[verb + 1];
  const named = reading.runs.findIndex((run) => run.first === verb + 1 && run.kind !== 'place');
  if (named >= 0 && verb + 1 < to)
    return { cue, mention: spanOf(reading, named), entity: reading.names[named]?.entity ?? null };
  if (after && PRONOUNS.has(after.lower))
    return { cue, mention: { start: after.start, end: after.end }, entity: null };
  for (let i = verb - 1; i >= from; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'end' && tokens[i + 1]?.capital) break;
    if (PRONOUNS.has(token.lower) || OFFICES.has(token.lower))
      return { cue, mention: { start: token.start, end: token.end }, entity: null };
    const run = reading.runs.findIndex((candidate) => candidate.last === i + 1);
    if (run >= 0) return { cue, mention: spanOf(reading, run), entity: reading.names[run]?.entity ?? null };
  }
  return { cue, mention: null, entity: null };
}

const spanOf = (reading: Reading, run: number): Span => {
  const { start, end } = reading.names[run] as Span;
  return { start, end };
};
