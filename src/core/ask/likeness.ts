/** Which word of a question each word of a text stands for: the same stem, a synonym, or a word of like meaning. */
import type { Lexicon } from './lexicon/lexicon.ts';
import type { AskedQuestion } from './question.ts';

interface Match {
  /** Term of the question. */
  readonly term: string;
  /** 1 for the same term, less for one that means about the same. */
  readonly share: number;
}

export interface Matcher {
  readonly lexicon: Lexicon;
  /** The term of the question that a term of a text stands for. */
  find(term: string): Match | undefined;
  /** The term of the question that a term of a text is the opposite of. */
  findOpposite(term: string): string | undefined;
}

/** WordNet says that two words mean the same. */
const SYNONYM = 0.8;
/** Cosines below say little; names are matched by their letters alone. */
const ALIKE = 0.5;
const SHARE_OF_ALIKE = 0.75;

/** A matcher for one question; it remembers the words that it has seen. */
export function createMatcher({ weights, named }: AskedQuestion, lexicon: Lexicon): Matcher {
  const seen = new Map<string, Match | undefined>();
  const common = [...weights.keys()].filter((term) => lexicon.find(term) !== undefined);
  const alike = common.flatMap((term) => {
    const place = lexicon.find(term);
    return place === undefined || named.has(term) ? [] : [{ term, place }];
  });
  const synonyms = new Map(common.flatMap((asked) => lexicon.synonymsOf(asked).map((term) => [term, asked])));
  const opposites = new Map(
    common.flatMap((asked) => lexicon.oppositesOf(asked).map((term) => [term, asked])),
  );
  const look = (term: string): Match | undefined => {
    if (weights.has(term)) return { term, share: 1 };
    const place = lexicon.find(term);
    if (place === undefined) return undefined;
    const synonym = synonyms.get(term);
    let best: Match | undefined = synonym === undefined ? undefined : { term: synonym, share: SYNONYM };
    const opposite = opposites.get(term);
    for (const asked of alike) {
      if (asked.term === opposite) continue;
      const like = lexicon.likenessOf(asked.place, place);
      const share = like > ALIKE ? like * SHARE_OF_ALIKE : 0;
      if (share > (best?.share ?? 0)) best = { term: asked.term, share };
    }
    return best;
  };
  return {
    lexicon,
    find(term) {
      const known = seen.get(term);
      if (known !== undefined || seen.has(term)) return known;
      const match = look(term);
      seen.set(term, match);
      return match;
    },
    findOpposite: (term) => opposites.get(term),
  };
}
