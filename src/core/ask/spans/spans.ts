/** The candidates of a sentence as answers, with their features. */
import { entityOf, type Name, type NameKind, type Span } from '../../article.ts';
import { fillGap, findGap, readGap } from '../grammar/gap.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AnswerKind, AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { readWords } from '../sentences/reading.ts';
import type { Tagger } from '../words/tagging.ts';
import { findBystanders } from './bystanders.ts';
import { type Candidate, findCandidates, type KnownSpan } from './candidates.ts';
import { readFeatures } from './span-features.ts';
import { fitOf } from './span-kind.ts';
import { readRelations, relationOf } from './span-relations.ts';

export interface AnswerSpan {
  readonly sentence: RankedSentence;
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Terms of its content words. */
  readonly terms: readonly string[];
  readonly candidate: Candidate;
  readonly features: Record<string, number>;
}

export interface ScoredSpan extends AnswerSpan {
  readonly score: number;
}

/** "Oct. 8 and Oct. 9", "12 May to 14 May": two days as one answer. */
function joinDates(dates: readonly KnownSpan[], text: string): KnownSpan[] {
  return dates.flatMap(({ start, end }, at): KnownSpan[] => {
    const next = dates[at + 1];
    const joins = next !== undefined && /^ ?(?:and|to|[-–]) ?$/.test(text.slice(end, next.start));
    return joins ? [{ start, end: next.end, kind: 'date' }] : [];
  });
}

/** Whether a day or a time stands in words. */
export function holdsDate({ start, end, sentence: { article, sentence } }: ScoredSpan): boolean {
  const [from, to] = [sentence.start + start, sentence.start + end];
  return article.analysis.dates.some((date) => date.start < to && from < date.end);
}

/** A single name without a role may be that of a shop as well as somebody's. */
function kindOf(found: Name, { article }: RankedSentence, asked: AnswerKind): NameKind {
  const { kind } = found;
  if (kind !== 'person' || (asked !== 'organisation' && asked !== 'place')) return kind;
  const { name, role } = entityOf(article, found) ?? { name: ' ', role: null };
  return role === null && !/[\s.]/.test(name) ? 'other' : kind;
}

function knownSpans(ranked: RankedSentence, asked: AnswerKind): KnownSpan[] {
  const { sentence, text, names, dates } = ranked;
  const moved = (span: Span, kind: NameKind | 'date'): KnownSpan => ({
    start: span.start - sentence.start,
    end: span.end - sentence.start,
    kind,
  });
  const days = dates.map((date) => moved(date, 'date'));
  return [
    ...days,
    ...joinDates(days, text),
    ...names.map((name) => moved(name, kindOf(name, ranked, asked))),
  ];
}

/** All candidates of a sentence with their features. */
export function findSpans(
  sentence: RankedSentence,
  question: AskedQuestion,
  tagger: Tagger,
  matcher: Matcher,
  title: ReadonlySet<string>,
): AnswerSpan[] {
  const reading = readWords(sentence.text, tagger, question, matcher);
  const candidates = findCandidates(reading.words, knownSpans(sentence, question.kind));
  const relation = relationOf(question, matcher);
  const gap = findGap(question);
  const filled = gap === null ? [] : fillGap(gap, reading, question.weights);
  const isBystander = findBystanders(question, gap, filled, reading);
  return candidates.flatMap((candidate): AnswerSpan[] => {
    // What cannot be of the kind that is asked for need not be read.
    const fit = fitOf(question.kind, candidate.kind, reading.words.slice(candidate.first, candidate.last));
    if (fit < 0 || isBystander(candidate)) return [];
    const features = readFeatures(reading, candidate, question, sentence, title, fit);
    const start = reading.words[candidate.first]?.start ?? 0;
    const end = reading.words[candidate.last - 1]?.end ?? start;
    readRelations(reading, candidate, question, relation, matcher, features);
    if (gap !== null) readGap(gap, filled, candidate, features);
    const terms = reading.terms.slice(candidate.first, candidate.last).filter((term) => term !== null);
    return [{ sentence, start, end, text: sentence.text.slice(start, end), terms, candidate, features }];
  });
}
