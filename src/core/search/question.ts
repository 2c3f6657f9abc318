/** A question taken apart for searching: what it asks about, piece by piece, and which articles it means. */
import { type Hints, parseHints } from './hints.ts';
import { parseTerms, parseWeightedTerms, type WeightedTerm } from './query.ts';

interface QuestionPart {
  readonly terms: readonly WeightedTerm[];
  readonly hints: Hints;
}

export interface ParsedQuestion extends QuestionPart {
  /** The clauses of a question about several things; one part where it is about one. */
  readonly parts: readonly QuestionPart[];
}

/** Words about reporting, not about what is reported: "do both articles suggest …". */
const REPORTING = new Set(
  parseTerms(
    `article report reported reporting suggest claim focus discuss mention published publication news source according
    individual describe indicate imply consistency change portrayal narrative regarding concerning cover coverage featured
    different agree piece story`,
  ),
);

/** Where one thing that is asked ends and the next begins. */
const BORDER =
  /, (?:while|whereas|and|but|as opposed to|which|who|with|then|is|was|has|or)\b|\b(?:while|whereas|as opposed to)\b|;\s|\band the (?:report|article)|\band (?:is|was|has|also)\b|, /i;
/** A clause with fewer terms asks nothing by itself and stays with the one before. */
const TERMS_OF_PART = 3;
/** Longer questions are not taken apart: they quote whole articles. */
const LONGEST = 1500;

function subjectTerms(text: string, hints: Hints): WeightedTerm[] {
  const publishers = new Set(hints.publishers.flatMap(parseTerms));
  const terms = parseWeightedTerms(text);
  const subject = terms.filter(({ term }) => !REPORTING.has(term) && !publishers.has(term));
  return subject.length > 0 ? subject : terms;
}

function splitClauses(text: string, hints: Hints): string[] {
  const clauses: string[] = [];
  for (const piece of text.split(BORDER)) {
    const clause = piece.trim();
    if (clause === '') continue;
    if (clauses.length > 0 && subjectTerms(clause, hints).length < TERMS_OF_PART) {
      clauses.push(`${clauses.pop()} ${clause}`);
    } else clauses.push(clause);
  }
  return clauses;
}

/** @param publishers as for `parseHints` */
export function parseQuestion(
  text: string,
  publishers: ReadonlyMap<string, readonly string[]>,
): ParsedQuestion {
  const hints = parseHints(text.slice(0, LONGEST), publishers);
  const whole = { terms: subjectTerms(text, hints), hints };
  if (text.length > LONGEST) return { ...whole, parts: [] };
  const clauses = splitClauses(text, hints);
  if (clauses.length < 2) return { ...whole, parts: [] };
  const named = new Map(hints.publishers.map((name) => [name, publishers.get(name) ?? []]));
  const parts = clauses.map((clause) => ({
    terms: subjectTerms(clause, hints),
    hints: parseHints(clause, named),
  }));
  return { ...whole, parts };
}
