/** A sentence with its parts of speech, where what is known to be a name is one: "Hatch denied it". */
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';

export function tagNames({ text, sentence, names }: SentenceView, tagger: Tagger): readonly TaggedWord[] {
  return tagger.tag(text).map((word) => {
    const at = sentence.start + word.start;
    const isName = /^(?:VERB|NOUN|ADJ|ADV)$/.test(word.pos) && /^\p{Lu}/u.test(word.word);
    return isName && names.some(({ start, end }) => start <= at && at < end)
      ? { ...word, pos: 'PROPN' }
      : word;
  });
}
