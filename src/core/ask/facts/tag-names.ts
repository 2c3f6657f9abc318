/** A sentence with its parts of speech, and where its words stand in the article. */
import type { Span } from '../../article.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';

/** Its words, where what is known to be a name is one: "Hatch denied it". */
export function tagNames({ text, sentence, names }: SentenceView, tagger: Tagger): readonly TaggedWord[] {
  return tagger.tag(text).map((word) => {
    const at = sentence.start + word.start;
    const isName = /^(?:VERB|NOUN|ADJ|ADV)$/.test(word.pos) && /^\p{Lu}/u.test(word.word);
    return isName && names.some(({ start, end }) => start <= at && at < end)
      ? { ...word, pos: 'PROPN' }
      : word;
  });
}

/** Where words of a sentence, `first` to `last` (half-open), stand in its article. */
export const spanOfWords = (
  { sentence }: SentenceView,
  words: readonly TaggedWord[],
  [first, last]: readonly [first: number, last: number],
): Span => ({
  start: sentence.start + (words[first]?.start ?? 0),
  end: sentence.start + (words[last - 1]?.end ?? 0),
});
