/** Where a question asks: its question word, also where it stands late ("… is held in which city?"). */
import { isVerbal, type TaggedWord } from '../words/tagging.ts';

const ASKING = /^(?:who|whom|whose|what|when|where|which|why|how)$/;
const AUXILIARY =
  /^(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)$/;
/** A question word this near the beginning opens the question: "In which year", "And so who". */
const OPENING = 3;

const isEnd = ({ word }: TaggedWord): boolean => /^[.?!]$/.test(word);

/** Whether a question word only joins a clause: "the coach who …", "the cup, which …". */
function isRelative(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (before === undefined) return false;
  const asksNoun =
    /^(?:which|what|whose)$/.test(words[at]?.lower ?? '') && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.pos ?? '');
  return !asksNoun && (/^(?:NOUN|PROPN|PRON)$/.test(before.pos) || before.lower === ',');
}

/**
 * Place of the question word. Of several sentences the last one that is a question asks; within it the word that opens it,
 * else the last that is no relative pronoun.
 * @returns -1 where there is none, as in "Did it rain?" and "Tell me about the harbour"
 */
export function findAsking(words: readonly TaggedWord[]): number {
  const ends = words.flatMap((word, at) => (isEnd(word) && at < words.length - 1 ? [at + 1] : []));
  for (const from of [...ends.reverse(), 0]) {
    const places = words.flatMap(({ lower }, at) => (at >= from && ASKING.test(lower) ? [at] : []));
    const [first] = places;
    if (first === undefined) continue;
    if (first - from <= OPENING && !isRelative(words, first)) return first;
    if (AUXILIARY.test(words[from]?.lower ?? '')) return -1;
    return places.findLast((at) => !isRelative(words, at)) ?? first;
  }
  return -1;
}

const JOINT = /^(?:and|but)$/;

/**
 * The first of two questions in one: "Who bought the shops?" of "Who bought the shops, and when will they reopen?" The reader sees
 * which one was answered. Any other question as it is.
 */
export function firstQuestion(text: string, words: readonly TaggedWord[]): string {
  const asking = findAsking(words);
  const joint = words.findIndex(({ lower }, at) => {
    const own = words.slice(Math.max(0, asking), at);
    const rest = words.slice(at + 2);
    return (
      JOINT.test(lower) &&
      ASKING.test(words[at + 1]?.lower ?? '') &&
      own.some(isVerbal) &&
      // "…, and why?"
      (rest.some(isVerbal) || rest.every(isEnd))
    );
  });
  if (asking < 0 || joint <= asking) return text;
  return `${text.slice(0, words[joint]?.start).replace(/[\s,;]+$/, '')}?`;
}
