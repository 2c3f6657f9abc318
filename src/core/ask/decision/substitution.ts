/** Whether a sentence says of something else what is asked: "the third source" where the fourth is asked for. */
import { termOf } from '../../search/query.ts';
import { type Matcher, SYNONYM } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';

/** Words over which two neighbours of a question may stand apart in a sentence. */
const REACH = 3;
const NEGATING = /^(?:un|non|in|im|ir|il|dis|anti)-?(?=\p{L}{4})/u;

interface Aligned {
  /** Terms of the question in order, and where each stands in the sentence. */
  readonly asked: readonly string[];
  readonly places: readonly (readonly number[])[];
  readonly terms: readonly string[];
  /** Of each term of the sentence: whether it stands for one of the question. */
  readonly taken: readonly boolean[];
}

function align(question: AskedQuestion, terms: readonly string[], matcher: Matcher): Aligned {
  const matches = terms.map((term) => {
    const match = matcher.find(term);
    // What is only like it may be the thing that was put in its place.
    return match !== undefined && match.share >= SYNONYM ? match.term : undefined;
  });
  const asked = question.order.filter((term) => term !== question.focus);
  return {
    asked,
    places: asked.map((term) => matches.flatMap((match, at) => (match === term ? [at] : []))),
    terms,
    taken: matches.map((match) => match !== undefined),
  };
}

/** Words of the sentence that stand where a missing word of the question would: beside one neighbour, or between both. */
function standIns({ places, terms, taken }: Aligned, missing: number): { term: string; between: boolean }[] {
  const left = places.slice(0, missing).findLast((found) => found.length > 0) ?? [];
  const right = places.slice(missing + 1).find((found) => found.length > 0) ?? [];
  const nearLeft = (places[missing - 1]?.length ?? 0) > 0;
  const nearRight = (places[missing + 1]?.length ?? 0) > 0;
  return terms.flatMap((term, at): { term: string; between: boolean }[] => {
    if (taken[at]) return [];
    const behind = left.some((place) => at > place && at - place <= REACH);
    const before = right.some((place) => place > at && place - at <= REACH);
    if (behind && before) return [{ term, between: true }];
    const beside =
      (nearLeft && left.some((place) => at - place === 1)) ||
      (nearRight && right.some((place) => place - at === 1));
    return beside ? [{ term, between: false }] : [];
  });
}

/** Signs that words of the question have others in their place, by kind of word. */
export function readSubstitutions(
  question: AskedQuestion,
  sentence: { readonly terms: readonly string[]; readonly text: string },
  matcher: Matcher,
): Record<string, number> {
  const aligned = align(question, sentence.terms, matcher);
  const found: Record<string, number> = {};
  const raise = (name: string, value: number): void => {
    found[name] = Math.max(found[name] ?? 0, value);
  };
  aligned.asked.forEach((term, at) => {
    if ((aligned.places[at]?.length ?? 0) > 0) return;
    const kind = /\d/.test(term) ? 'number' : question.named.has(term) ? 'name' : 'word';
    for (const { term: other, between } of standIns(aligned, at)) {
      if ((kind === 'number') !== /\d/.test(other)) continue;
      const like = matcher.lexicon.likeness(term, other);
      raise(`swap:${kind}`, 1);
      if (between) raise(`swap:${kind}:between`, 1);
      raise(`swapLike:${kind}`, like);
      raise(`swapRare:${kind}`, matcher.lexicon.rarity(other));
    }
  });
  const said = new Set(sentence.text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const wordless = question.words.some(({ lower }) => {
    const bare = lower.replace(NEGATING, '');
    return bare !== lower && !said.has(lower) && sentence.terms.includes(termOf(bare) ?? '');
  });
  if (wordless) found['unsaidPrefix'] = 1;
  return found;
}
