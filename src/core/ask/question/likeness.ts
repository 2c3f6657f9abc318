/** Which word of a question each word of a text stands for: the same stem, a synonym, or a word of like meaning. */
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import type { AskedQuestion } from './question.ts';

interface Match {
  /** Term of the question, and its place among all of them: the same as in numberTerms (shares.ts), by the order of the weights. */
  readonly term: string;
  readonly place: number;
  /** 1 for the same term, less for one that means about the same. */
  readonly share: number;
}

export interface Matcher {
  readonly lexicon: Lexicon;
  /** The term of the question that a term of a text stands for. */
  find(term: string): Match | undefined;
  /** The term of the question that a term of a text is the opposite of. */
  findOpposite(term: string): string | undefined;
  /** Greatest likeness of a term to any word of the question, 0 to 1. */
  closest(term: string): number;
  /** Likeness of a term to the noun that is asked for; 0 where none is. */
  toFocus(term: string): number;
  /** Likeness of a term to the verb of the question; 0 where it has none. */
  toVerb(term: string): number;
}

/** The share of a word that WordNet has for one of the question. */
export const SYNONYM = 0.8;
/** Cosines below say little; names are matched by their letters alone. */
const ALIKE = 0.5;
const SHARE_OF_ALIKE = 0.75;

function remember(read: (term: string) => number): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const value = read(term);
    known.set(term, value);
    return value;
  };
}

/** A matcher for one question; it remembers the words that it has seen. */
export function createMatcher(question: AskedQuestion, lexicon: Lexicon): Matcher {
  const { weights, named, order, focus, verb } = question;
  /** Null for a term that stands for none, so that one look tells. */
  const seen = new Map<string, Match | null>();
  const common = [...weights.keys()].filter((term) => lexicon.find(term) !== undefined);
  const alike = common.flatMap((term) => {
    const place = lexicon.find(term);
    return place === undefined || named.has(term) ? [] : [{ term, place }];
  });
  const synonyms = new Map(common.flatMap((asked) => lexicon.synonymsOf(asked).map((term) => [term, asked])));
  const opposites = new Map(
    common.flatMap((asked) => lexicon.oppositesOf(asked).map((term) => [term, asked])),
  );
  const places = new Map([...weights.keys()].map((term, at) => [term, at]));
  const matchOf = (term: string, share: number): Match => ({ term, place: places.get(term) ?? -1, share });
  const look = (term: string): Match | undefined => {
    if (weights.has(term)) return matchOf(term, 1);
    const place = lexicon.find(term);
    if (place === undefined) return undefined;
    const synonym = synonyms.get(term);
    let best: Match | undefined = synonym === undefined ? undefined : matchOf(synonym, SYNONYM);
    const opposite = opposites.get(term);
    for (const asked of alike) {
      if (asked.term === opposite) continue;
      const like = lexicon.likenessOf(asked.place, place);
      const share = like > ALIKE ? like * SHARE_OF_ALIKE : 0;
      if (share > (best?.share ?? 0)) best = matchOf(asked.term, share);
    }
    return best;
  };
  return {
    lexicon,
    find(term) {
      const known = seen.get(term);
      if (known !== undefined) return known ?? undefined;
      const match = look(term);
      seen.set(term, match ?? null);
      return match;
    },
    findOpposite: (term) => opposites.get(term),
    closest: remember((term) =>
      order.reduce((most, asked) => Math.max(most, lexicon.likeness(asked, term)), 0),
    ),
    toFocus: remember((term) => (focus === null ? 0 : lexicon.likeness(focus, term))),
    toVerb: remember((term) => {
      if (verb === null) return 0;
      return term === verb ? 1 : lexicon.likeness(verb, term);
    }),
  };
}
