/** Whether a passage says the opposite of what a question assumes. */
import { readValue } from '../../search/numbers.ts';
import { termOf } from '../../search/query.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';
import { isOpposed, saysOpposite } from './opposed.ts';

/** Share of the question that the passage must speak of: what is about something else contradicts nothing. */
const COVERED = 0.6;

/** All numbers that count the same thing: three of the people died, and five were hurt. */
function numbersWithUnits(words: readonly TaggedWord[]): Map<string, Set<number | string>> {
  const numbers = new Map<string, Set<number | string>>();
  words.forEach(({ pos, lower }, at) => {
    if (pos !== 'NUM' && !/^\d/.test(lower)) return;
    const unit = words.slice(at + 1, at + 3).find((word) => word.pos === 'NOUN');
    const term = unit?.term ?? null;
    if (term === null) return;
    numbers.set(term, (numbers.get(term) ?? new Set()).add(readValue(lower) ?? termOf(lower) ?? lower));
  });
  return numbers;
}

/** "does not leave often", "did not only resign": what is denied so is still done. */
const LIMIT =
  /^(?:often|always|usually|regularly|frequently|generally|necessarily|only|just|merely|simply|entirely|fully|completely|easily)$/;
/** Words around a verb in which its limit stands. */
const REACH = { before: 3, behind: 6 };

function isLimited(words: readonly TaggedWord[], at: number): boolean {
  return words
    .slice(Math.max(0, at - REACH.before), at + REACH.behind)
    .some(({ lower }) => LIMIT.test(lower));
}

/** True where the same verb is negated in one of the two only, or a question for yes or no has another number of the same. */
function contradicts(
  question: AskedQuestion,
  sentence: RankedSentence,
  words: readonly TaggedWord[],
): boolean {
  if ((sentence.features['covered'] ?? 0) < COVERED) return false;
  const { verb } = question;
  if (verb !== null) {
    const here = words.findIndex(({ term }) => term === verb);
    const there = question.words.findIndex(({ term }) => term === verb);
    const [isDenied, asksDenied] = [isNegatedAt(words, here), isNegatedAt(question.words, there)];
    // "Why did she not come?" takes it for granted that she did not; "who came?" takes nothing for granted of anybody.
    const mayDeny = question.kind === 'yes-no' ? isDenied !== asksDenied : isDenied && !asksDenied;
    if (here >= 0 && mayDeny && !isLimited(words, here) && !question.asksSubject) return true;
  }
  if (question.kind !== 'yes-no') return false;
  const said = numbersWithUnits(words);
  return [...numbersWithUnits(question.words)].some(([unit, asked]) => {
    const others = said.get(unit);
    return others !== undefined && ![...asked].some((number) => others.has(number));
  });
}

/** Sentences in which the opposite is looked for. */
const READ = 12;

/** The sentence that speaks of what the question assumes, and says that it is not so. `ranked` is best first. */
export function findContradiction(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  tagger: Tagger,
  matcher: Matcher,
): RankedSentence | undefined {
  const [top] = ranked;
  if (top !== undefined && contradicts(question, top, tagger.tag(top.text))) return top;
  if (question.kind !== 'yes-no') return undefined;
  const { verb } = question;
  const speaks = ({ terms }: RankedSentence): boolean =>
    verb === null || terms.some((term) => term === verb || isOpposed(verb, term, matcher));
  return ranked
    .filter(speaks)
    .slice(0, READ)
    .find((sentence) => saysOpposite(question, sentence, tagger.tag(sentence.text), matcher));
}
