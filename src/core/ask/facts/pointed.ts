/** "Who won the prize?" where "she won the prize": the name that the words point back to, and the sentences from there to here. */
import type { Name, NameKind, ReadArticle, Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { fillGap, findGap } from '../grammar/gap.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { kindOfNoun } from '../question/shape.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { type Reading, readWords } from '../sentences/reading.ts';
import { BACK, mayBeCalled, otherBefore, personBefore } from '../words/persons.ts';
import type { Tagger } from '../words/tagging.ts';

/** A name, and the span from it to the end of the sentence that points back to it. */
export interface Pointed {
  readonly article: ReadArticle;
  readonly name: Span;
  readonly told: Span;
}

/** Best sentences that are read. */
const READ = 3;
/** How far the rest of the clause has to be what the question says (`quality` of gap.ts). */
const SAID = 0.75;

/** What words in an open place point back to: somebody, a house, a place; null where they name it, or nobody. */
interface Pointing {
  readonly kind: NameKind;
  readonly gender: 'he' | 'she' | null;
  /** The noun, where it is one: "minister" of "the minister". */
  readonly noun: string | null;
}

const AGED = /^(?:the )?\d{1,3}[- ]year[- ]old$/i;

function readPointing({ words }: Reading, { first, last, pronoun }: Argument): Pointing | null {
  const own = words.slice(first, last);
  const [opening, head] = [own[0]?.lower ?? '', own.at(-1)];
  if (pronoun && (opening === 'he' || opening === 'she'))
    return { kind: 'person', gender: opening, noun: null };
  if (pronoun) return opening === 'it' ? { kind: 'organisation', gender: null, noun: null } : null;
  if (opening !== 'the' || own.some(({ pos }) => pos === 'PROPN') || own.length > 4) return null;
  if (AGED.test(own.map(({ word }) => word).join(''))) return { kind: 'person', gender: null, noun: null };
  const kind = kindOfNoun(head);
  if (own.length > 2 || head === undefined) return null;
  return kind === 'person' || kind === 'organisation' || kind === 'place'
    ? { kind, gender: null, noun: head.term }
    : null;
}

/** Whether a question may be answered by what the words point to: by a person or a house for "who". */
function mayBe({ kind, text }: AskedQuestion, pointing: Pointing): boolean {
  if (kind === pointing.kind) return true;
  return (
    kind === 'person' && pointing.kind === 'organisation' && pointing.noun !== null && /\bwho\b/i.test(text)
  );
}

function antecedentOf(article: ReadArticle, at: number, { kind, gender, noun }: Pointing): Name | undefined {
  if (kind !== 'person') return otherBefore(article, at, kind);
  const { entities } = article.analysis;
  return personBefore(article, at, (name) => {
    const person = entities[name.entity ?? -1];
    if (person === undefined) return false;
    // "The minister" is who is called so, and not whoever was named last.
    if (noun !== null) return parseTerms(person.role ?? '').includes(noun);
    return mayBeCalled(article, name, gender);
  });
}

/** The name, where it stands near enough before to be shown with the sentence; never in a quotation, where others speak. */
function point(
  { article, sentence }: RankedSentence,
  reading: Reading,
  argument: Argument,
  question: AskedQuestion,
): Pointed | undefined {
  const pointing = readPointing(reading, argument);
  if (pointing === null || !mayBe(question, pointing)) return undefined;
  const at = sentence.start + (reading.words[argument.first]?.start ?? 0);
  const { sentences, quotes, entities } = article.analysis;
  const isQuoted = quotes.some(({ content }) => content.some(({ start, end }) => start <= at && at < end));
  const name = isQuoted ? undefined : antecedentOf(article, at, pointing);
  if (name === undefined) return undefined;
  const place = sentences.findIndex(({ start }) => start === sentence.start);
  if (name.start < (sentences[Math.max(0, place - BACK)]?.start ?? 0)) return undefined;
  const terms = parseTerms(entities[name.entity ?? -1]?.name ?? '');
  if (terms.some((term) => question.named.has(term))) return undefined;
  return { article, name, told: { start: name.start, end: sentence.end } };
}

/**
 * Whoever, or whatever, "he", "she" or "the company" means in the likeliest sentence that says the rest of the question. Nothing
 * for other questions, and where a sentence that is as likely names who did it.
 */
export function findPointed(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  tagger: Tagger,
  matcher: Matcher,
): Pointed | undefined {
  const gap = findGap(question);
  if (gap === null || gap.verb === null || gap.role === 'added') return undefined;
  const { role } = gap;
  for (const sentence of ranked.slice(0, READ)) {
    const reading = readWords(sentence.text, tagger, question, matcher);
    for (const { clause, fillers, quality, reversed } of fillGap(gap, reading, question.weights)) {
      const argument = clause[role];
      if (quality < SAID || reversed || argument === null) continue;
      const found = point(sentence, reading, argument, question);
      if (found !== undefined) return found;
      // Who did it is named here.
      if (fillers.length > 0) return undefined;
    }
  }
  return undefined;
}
