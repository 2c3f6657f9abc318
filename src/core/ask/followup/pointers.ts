/** What in a question points back: pronouns that nothing in the question itself explains, and the kind of what is missing. */
import type { Phrase, Read } from './phrases.ts';

/** Kinds of words that point back. */
export type PointerKind = 'it' | 'they' | 'he' | 'she' | 'this' | 'these' | 'there' | 'one';

export interface Pointer {
  readonly kind: PointerKind;
  /** Index of its word. */
  readonly at: number;
  /** "its", "their": what follows belongs to it. */
  readonly owns: boolean;
}

const KINDS: ReadonlyMap<string, PointerKind> = new Map(
  Object.entries({
    it: 'it',
    its: 'it',
    they: 'they',
    them: 'they',
    their: 'they',
    theirs: 'they',
    he: 'he',
    him: 'he',
    his: 'he',
    she: 'she',
    her: 'she',
    hers: 'she',
    this: 'this',
    that: 'this',
    these: 'these',
    those: 'these',
    there: 'there',
    one: 'one',
    ones: 'one',
  } as const),
);
const OWNING = /^(?:its|their|his)$/;
/** "It rains", "is it possible to": the word stands for nothing. */
const EMPTY_IT =
  /^(?:possible|true|safe|legal|illegal|better|best|easy|easier|hard|harder|worth|take|takes|mean|means|necessary|important|rains?|snows?)$/;

/** Nouns for those who have what is theirs: "the banks", "the city", "voters", and not "the talks". */
const HAS_OWN =
  /(?:[^m]ent|[^i]er|or|ist|ian|ant|ee|people|men|children|state|countr(?:y|ie)|nation|cit(?:y|ie)|town|compan(?:y|ie)|firm|bank|club|team|part(?:y|ie)|school|universit(?:y|ie)|union|ministr(?:y|ie)|government|council|airline|famil(?:y|ie)|group)s?$/;
/** "At its narrowest": of what the clause is about. */
const EXTREME = /^(?:peak|height|best|worst|end|\p{L}{3,}est)$/u;

/** Whether a phrase is what the question is about and has what stands behind "its" or "their": "Which states lost their funds?" */
function isOwner({ words }: Read, { first, last, article, plural }: Phrase, at: number): boolean {
  const lead = words[article === '' ? first - 1 : first - 2];
  const isSubject = lead?.pos === 'AUX' || /^(?:which|what|how|many)$/.test(lead?.lower ?? '');
  const owning = words[at]?.lower;
  if (!isSubject || owning === 'his' || plural !== (owning === 'their')) return false;
  if (owning === 'its' && EXTREME.test(words[at + 1]?.lower ?? '')) return true;
  const acts = words.slice(last, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return acts && HAS_OWN.test(words[last - 1]?.lower ?? '');
}

/** Whether a pronoun is explained by a phrase before it in the same sentence: "What is a dam and how does it work?" */
function isBound(read: Read, at: number, kind: PointerKind): boolean {
  return read.phrases.some((phrase: Phrase) => {
    if (phrase.last > at || phrase.sentence !== read.sentences[at]) return false;
    if (/^(?:its|their|his|her|this|that|these|those)$/.test(phrase.article)) return false;
    // "Why did Larkfield Airlines cancel its flights?"
    if (OWNING.test(read.words[at]?.lower ?? '') && (phrase.named || isOwner(read, phrase, at))) return true;
    // Only a clause of its own: "… and how does it", "…, why does it".
    const between = read.words.slice(phrase.last, at);
    if (!between.some(({ pos, word }) => pos === 'CCONJ' || pos === 'SCONJ' || word === ',')) return false;
    if (kind === 'it') return !phrase.plural && phrase.last - phrase.first <= 4;
    if (kind === 'they') return phrase.plural;
    return (kind === 'he' || kind === 'she') && phrase.named;
  });
}

function kindOf(read: Read, at: number): PointerKind | undefined {
  const { words } = read;
  const word = words[at];
  const kind = KINDS.get(word?.lower ?? '');
  if (word === undefined || kind === undefined) return undefined;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (kind === 'there') {
    const being = /^(?:is|are|was|were|be|been|'s|’s|being|exist|any)$/;
    // "How many types are there?" says that some exist, "How cold is it there?" where.
    return being.test(next?.lower ?? '') || being.test(before?.lower ?? '') ? undefined : kind;
  }
  if (kind === 'one') {
    // "the first one", "traditional ones", but not "one of the mayors", "one week".
    return before !== undefined && /^(?:ADJ|DET|NUM|NOUN|PROPN)$/.test(before.pos) && next?.lower !== 'of'
      ? kind
      : undefined;
  }
  if (word.lower === 'that') {
    // "the bridge that fell", "I heard that".
    if (word.pos === 'SCONJ' || before?.pos === 'NOUN' || before?.pos === 'VERB') {
      if (next !== undefined && next.pos !== 'PUNCT' && next.pos !== 'CCONJ') return undefined;
    }
  }
  if (kind === 'it' && word.lower === 'it') {
    if (
      EMPTY_IT.test(next?.lower ?? '') &&
      words.slice(at).some(({ lower }) => /^(?:to|that|if)$/.test(lower))
    )
      return undefined;
  }
  return isBound(read, at, kind) ? undefined : kind;
}

/** The words that point back in the last sentence of a question, in order; what is said before it is talk: "That's odd. Why?" */
export function findPointers(read: Read): Pointer[] {
  const asked = read.sentences.findLast((_, i) => read.words[i]?.pos !== 'PUNCT');
  return read.words.flatMap(({ lower }, at): Pointer[] => {
    const kind = read.sentences[at] === asked ? kindOf(read, at) : undefined;
    if (kind === undefined) return [];
    const next = read.words[at + 1];
    const herNoun = lower === 'her' && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos);
    return [{ kind, at, owns: OWNING.test(lower) || herNoun }];
  });
}
