/** A sentence with its words, and which words of the question they stand for. */
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';

export interface Reading {
  readonly words: readonly TaggedWord[];
  readonly terms: readonly (string | null)[];
  /** The question's term that stands at that word, by itself or by a word of like meaning. */
  readonly asked: readonly (string | null)[];
  /** Weight of that term, less where the word is only like it; else 0. */
  readonly matched: readonly number[];
  /** The places of all words that stand for one, in order. */
  readonly places: readonly number[];
  /** For each term of the question that stands here, where it does. */
  readonly held: readonly Held[];
  /** Number of the clause that each word stands in. */
  readonly clauses: readonly number[];
  readonly total: number;
}

/** A term of the question with the places of the words that stand for it. */
interface Held {
  readonly term: string;
  readonly places: readonly number[];
}

const BORDER = /^(?:[,;:()]|--|—|–)$/;
const JOINT =
  /^(?:that|which|who|whose|where|when|while|because|although|though|if|after|before|since|until)$/;

/** Clauses, roughly: between commas and words that open one, where a verb follows before the next border. */
function findClauses(words: readonly TaggedWord[]): number[] {
  const borders = words.map(({ lower, pos }, at) => {
    if (BORDER.test(lower) || JOINT.test(lower)) return true;
    const next = words[at + 1];
    return pos === 'CCONJ' && (next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'PRON');
  });
  let clause = 0;
  return words.map((_, at) => {
    if (borders[at] === true) clause += 1;
    return clause;
  });
}

/** Reads a sentence for a question. */
export function readWords(text: string, tagger: Tagger, question: AskedQuestion, matcher: Matcher): Reading {
  const words = tagger.tag(text);
  const terms = words.map(({ term }) => term);
  const matches = terms.map((term) => (term === null ? undefined : matcher.find(term)));
  const matched = matches.map((match) =>
    match === undefined ? 0 : (question.weights.get(match.term) ?? 0) * match.share,
  );
  const places: number[] = [];
  const held = new Map<string, number[]>();
  matches.forEach((match, at) => {
    if (match === undefined || matched[at] === 0) return;
    places.push(at);
    const known = held.get(match.term);
    if (known === undefined) held.set(match.term, [at]);
    else known.push(at);
  });
  let total = 0;
  for (const weight of question.weights.values()) total += weight;
  return {
    words,
    terms,
    asked: matches.map((match) => match?.term ?? null),
    matched,
    places,
    held: [...held].map(([term, at]) => ({ term, places: at })),
    clauses: findClauses(words),
    total,
  };
}
