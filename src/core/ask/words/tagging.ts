/**
 * Words with their part of speech. The only file that imports wink-nlp; its model is loaded with the first question, not at
 * the start.
 */
import type { ItsHelpers, WinkMethods } from 'wink-nlp';
import { meaningOf } from './phrasal-verbs.ts';
import { mendTokens, type PartOfSpeech, type TaggedWord } from './tokens.ts';

export type { PartOfSpeech, TaggedWord };

export interface Tagger {
  /** Words of a sentence in order, with their places in it. */
  tag(sentence: string): TaggedWord[];
}

/** More characters than any sentence of prose: the rest of a longer "sentence" is not read. */
const LONGEST = 2000;

/** "What did Hatch say?": inside a sentence no verb has a capital, unless all words have. */
function findNames(tagged: TaggedWord[]): TaggedWord[] {
  const isPlain = ({ word, pos }: TaggedWord): boolean =>
    /^\p{Ll}/u.test(word) && /^(?:VERB|NOUN|ADJ)$/.test(pos);
  if (!tagged.some(isPlain)) return tagged;
  return tagged.map((one, at) => {
    const isInside = at > 0 && !/[.!?:"“‘']$/.test(tagged[at - 1]?.word ?? '');
    const isName = isInside && one.pos === 'VERB' && /^\p{Lu}\p{Ll}/u.test(one.word);
    return isName ? { ...one, pos: 'PROPN' } : one;
  });
}

/** "Lund's": not "it's" and "here's", which the tagger knows as words. */
const OWNER =
  /(?<![\p{L}\p{N}'’-])(?!(?:it|s?he|that|this|what|who|where|there|here|how|when|why|let|\p{L}+(?:one|body|thing))['’])([\p{L}\p{N}.&-]*[\p{L}\p{N}.])(['’]s)(?![\p{L}\p{N}'’])/giu;

/**
 * A sentence with spaces around each "'s". The tagger keeps a new word whole beside a punctuation mark ("Lund's,"), and
 * from then on also where it would have cut it: what it makes of a sentence would hang on what it read before.
 */
const setOwnersApart = (sentence: string): string => sentence.replace(OWNER, '$1 $2 ');

/** Verbs, and what helps them: "was", "will". */
export const isVerbal = ({ pos }: TaggedWord): boolean => pos === 'VERB' || pos === 'AUX';

/** The terms of words that say something, and do not only help others to. */
export const contentOf = (words: readonly TaggedWord[]): string[] =>
  words.flatMap(({ term, pos }) => (term === null || /^(?:PUNCT|ADV|AUX)$/.test(pos) ? [] : [term]));

/** A tagger for one question, which asks of the same sentences several times. */
export function rememberTags(tagger: Tagger): Tagger {
  const known = new Map<string, TaggedWord[]>();
  return {
    tag(sentence) {
      const words = known.get(sentence) ?? tagger.tag(sentence);
      known.set(sentence, words);
      return words;
    },
  };
}

let loading: Promise<Tagger> | undefined;

async function load(): Promise<Tagger> {
  const [{ default: createNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp: WinkMethods = createNlp(model, ['pos']);
  const its: ItsHelpers = nlp.its;
  return {
    tag(sentence) {
      const tagged: TaggedWord[] = [];
      const tokens = nlp.readDoc(setOwnersApart(sentence.slice(0, LONGEST))).tokens();
      const words = tokens.out(its.value) as string[];
      const tags = tokens.out(its.pos) as PartOfSpeech[];
      let at = 0;
      words.forEach((word, index) => {
        const start = sentence.indexOf(word, at);
        if (start < 0 || word.trim() === '') return;
        at = start + word.length;
        const term = meaningOf(word, words[index + 1], words[index + 2]);
        tagged.push({ start, end: at, word, lower: word.toLowerCase(), pos: tags[index] ?? 'X', term });
      });
      return findNames(mendTokens(tagged));
    },
  };
}

/** The tagger; loaded once for the process. */
export function openTagger(): Promise<Tagger> {
  loading ??= load();
  return loading;
}
