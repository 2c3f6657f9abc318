/** Whether a sentence puts another place or time where a question for yes or no puts its own: "in Oslo" where it says "in Bergen". */
import { parseTerms } from '../../search/query.ts';
import { MONTH_NAME, WEEKDAY } from '../../text/calendar.ts';
import { COUNTRIES, PLACES } from '../../text/data/places.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { TaggedWord } from '../words/tagging.ts';

type SlotKind = 'country' | 'place' | 'weekday' | 'month' | 'year';

interface Slot {
  readonly kind: SlotKind;
  readonly preposition: string;
  /** Place of the preposition among the words. */
  readonly at: number;
  readonly terms: readonly string[];
}

const IS_WEEKDAY = new RegExp(`^${WEEKDAY}$`, 'i');
const IS_MONTH = new RegExp(`^${MONTH_NAME}$`, 'i');
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** Sentences beside one in which its names may stand: "The two will meet in …". */
const BESIDE = 2;

function kindOf(word: TaggedWord, name: string, places: ReadonlySet<string>): SlotKind | undefined {
  if (IS_WEEKDAY.test(word.lower)) return 'weekday';
  if (IS_MONTH.test(word.lower) && /^\p{Lu}/u.test(word.word)) return 'month';
  if (YEAR.test(word.lower)) return 'year';
  if (!/^\p{Lu}/u.test(word.word)) return undefined;
  // A town lies in a country and contradicts none.
  if (COUNTRIES.has(name)) return 'country';
  return PLACES.has(name) || places.has(name) ? 'place' : undefined;
}

/** What stands after a preposition: a run of capitals that is a place, a weekday, a month, a year. */
function findSlots(words: readonly TaggedWord[], places: ReadonlySet<string>): Slot[] {
  // "To" is left out: who goes to one place may go to another.
  return words.flatMap(({ lower }, at): Slot[] => {
    if (!/^(?:in|at|on|near)$/.test(lower)) return [];
    const run: TaggedWord[] = [];
    for (const word of words.slice(at + 1, at + 5)) {
      if (!/^[\p{Lu}\d]/u.test(word.word)) break;
      run.push(word);
    }
    const [first] = run;
    if (first === undefined) return [];
    const kind = kindOf(first, run.map((word) => word.lower).join(' '), places);
    const terms = run.flatMap(({ term }) => term ?? []);
    return kind === undefined || terms.length === 0 ? [] : [{ kind, preposition: lower, at, terms }];
  });
}

/** Names of places that the reader found in the article. */
function placesOf({ article }: RankedSentence): ReadonlySet<string> {
  return new Set(
    article.analysis.names.flatMap(({ kind, start, end }) =>
      kind === 'place' ? [article.text.slice(start, end).toLowerCase()] : [],
    ),
  );
}

/** The terms of the sentences beside one, and of the title. */
function termsBeside({ article, place }: RankedSentence): Set<string> {
  const near = article.analysis.sentences.slice(Math.max(0, place - BESIDE), place + BESIDE + 1);
  const [first, last] = [near[0]?.start ?? 0, near.at(-1)?.end ?? 0];
  return new Set(parseTerms(`${article.title ?? ''} ${article.text.slice(first, last)}`));
}

/** Whether what stands at `at` belongs to a verb: no other verb between them. */
function ofVerb(at: number, verb: string | null, words: readonly TaggedWord[]): boolean {
  if (verb === null) return true;
  return words.some(({ term, pos: part }, place) => {
    if (part !== 'VERB' || term !== verb) return false;
    const between = words.slice(Math.min(at, place) + 1, Math.max(at, place));
    return between.every(({ pos, lower }) => pos !== 'VERB' && !/^(?:but|while|which|who|that)$/.test(lower));
  });
}

/**
 * True where the sentence has the verb and, with its neighbours, all that the question names, and after the same preposition
 * another place or time of the same kind. What it asks about must be named nowhere near.
 */
export function fillsOtherwise(
  { kind, words, weights, verb }: AskedQuestion,
  sentence: RankedSentence,
  said: readonly TaggedWord[],
): boolean {
  if (kind !== 'yes-no') return false;
  const here = new Set(sentence.terms);
  if (verb !== null && !here.has(verb)) return false;
  const places = placesOf(sentence);
  const beside = termsBeside(sentence);
  const there = findSlots(said, places);
  // The question's own place may be named in no article, but it is written like one.
  const own = new Set(words.flatMap(({ pos, lower }) => (pos === 'PROPN' ? [lower] : [])));
  return findSlots(words, own).some((slot) => {
    if (slot.terms.some((term) => beside.has(term))) return false;
    const rest = [...weights.keys()].filter((term) => !slot.terms.includes(term));
    // Without a verb to hold on to, all of it must stand in the sentence itself.
    const near = verb === null ? here : beside;
    if (rest.length < 2 || !rest.every((term) => near.has(term))) return false;
    return there.some(
      (other) =>
        other.kind === slot.kind && other.preposition === slot.preposition && ofVerb(other.at, verb, said),
    );
  });
}
