/** Questions that a text no longer answers: another name or number of the text, or an opposite, in the place of a word. */
import { parseNames } from '../src/core/text/names.ts';
import type { LabelledQuestion } from './labelled.ts';

/** As those who write unanswerable questions put them (Rajpurkar and others, "Know what you don't know", 2018, table 1). */
const OPPOSITES =
  `first last, before after, most least, largest smallest, north south, northern southern, east west, eastern western,
  more less, highest lowest, early late, earliest latest, oldest youngest, old new, began ended, begin end, start end,
  started ended, increase decrease, increased decreased, win lose, won lost, support oppose, supported opposed, high low,
  higher lower, large small, larger smaller, long short, men women, male female, major minor, public private,
  external internal, left right, allow prohibit, allowed prohibited, can cannot, common rare, good bad, best worst,
  formal informal, direct indirect, strong weak`
    .split(',')
    .flatMap((pair) => {
      const [one = '', other = ''] = pair.trim().split(/\s+/);
      return [[one, other] as const, [other, one] as const];
    });
const NUMBER = /\b\d(?:[\d,.]*\d)?\b/g;

/** The same number for the same text. */
function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) >>> 0;
  return hash;
}

function replaced(
  question: string,
  { index, length }: { index: number; length: number },
  by: string,
): string {
  return question.slice(0, index) + by + question.slice(index + length);
}

/** Each way to alter a question so that its text says nothing of it any more. */
function alterations({ question, articles: [article], answers }: LabelledQuestion): string[] {
  if (article === undefined) return [];
  const pick = (all: readonly string[]): string[] => {
    const known = [...new Set(all)].filter(
      (one) => !answers.some((answer) => answer.includes(one) || one.includes(answer)),
    );
    const chosen = known[hashOf(question) % Math.max(1, known.length)];
    return chosen === undefined ? [] : [chosen];
  };
  const names = parseNames(question).flatMap(({ start, end, kind }) => {
    const own = question.slice(start, end);
    const others = article.analysis.names
      .filter((name) => name.kind === kind)
      .map((name) => article.text.slice(name.start, name.end))
      .filter((name) => !question.includes(name) && !own.includes(name));
    return pick(others).map((other) => replaced(question, { index: start, length: end - start }, other));
  });
  const numbers = [...question.matchAll(NUMBER)].flatMap(({ 0: own, index }) => {
    const others = (article.text.match(NUMBER) ?? []).filter(
      (one) => one !== own && one.length === own.length,
    );
    return pick(others).map((other) => replaced(question, { index, length: own.length }, other));
  });
  const opposites = OPPOSITES.flatMap(([one, other]) => {
    const altered = question.replace(new RegExp(`\\b${one}\\b`), other);
    return altered === question ? [] : [altered];
  });
  return [...names, ...numbers, ...opposites];
}

/** One of them for each question that has an answer. */
export function alter(asked: readonly LabelledQuestion[]): LabelledQuestion[] {
  return asked.flatMap((one): LabelledQuestion[] => {
    const ways = one.answerable ? alterations(one) : [];
    const question = ways[hashOf(one.question) % Math.max(1, ways.length)];
    if (question === undefined) return [];
    return [{ ...one, set: 'altered', question, answers: [], plausible: one.answers, answerable: false }];
  });
}
