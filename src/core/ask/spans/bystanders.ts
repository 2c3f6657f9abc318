/** Who stands in a sentence on what others did: whoever only speaks of it, did not do it, or did it to whom is asked for. */
import { parseTerms } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { type Clause, readClauses } from '../grammar/clauses.ts';
import type { Filled, Gap } from '../grammar/gap.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { Reading } from '../sentences/reading.ts';
import type { Candidate } from './candidates.ts';

const SAYS =
  /^(?:sa(?:id|ys?)|add(?:ed|s)|t(?:old|ells)|stat(?:ed|es)|announce[ds]|confirm(?:ed|s)|explain(?:ed|s)|report(?:ed|s)|warn(?:ed|s))$/;
/** Whoever met somebody was met. */
const MUTUAL: ReadonlySet<string> = new Set(
  parseTerms('meet marry wed divorce join face play fight battle debate date kiss team tie tied draw'),
);
/** Above this a clause is surely the one that the question speaks of. */
const SURE = 0.5;

const touches = (argument: Argument | null, { first, last }: Candidate): boolean =>
  argument !== null && argument.first < last && first < argument.last;

/** "Police ruled out sabotage" */
const rulesOut = ({ words }: Reading, { verb }: Clause): boolean =>
  /^(?:rul(?:ed?|es|ing))$/.test(words[verb]?.lower ?? '') && words[verb + 1]?.lower === 'out';

/**
 * Tells of a candidate whether it cannot be who is asked for with a verb: "Nobody was hurt, mayor Tor Berg said" does not tell
 * that Berg was hurt, nor "Kari Moe accused nobody" that Moe was accused.
 */
export function findBystanders(
  { words, kind }: AskedQuestion,
  gap: Gap | null,
  filled: readonly Filled[],
  reading: Reading,
): (candidate: Candidate) => boolean {
  const asksSaying = words.some(({ lower }) => lower === 'say' || SAYS.test(lower));
  if (kind !== 'person' || gap === null || gap.verb === null || asksSaying) return () => false;
  // "Lead scientist Ada Reed said": the verb may be a word for whoever speaks.
  const isApart = ({ doer }: Clause): boolean =>
    doer !== null && filled.some(({ clause: { verb } }) => verb < doer.first - 1 || verb >= doer.last);
  const others = readClauses(reading.words).filter(
    (clause) =>
      rulesOut(reading, clause) || (isApart(clause) && SAYS.test(reading.words[clause.verb]?.lower ?? '')),
  );
  const { verb, role } = gap;
  const asksDenied = isNegatedAt(
    words,
    words.findIndex(({ term }) => term === verb),
  );
  const isDenied = ({ clause }: Filled): boolean => isNegatedAt(reading.words, clause.verb) !== asksDenied;
  const swapped = MUTUAL.has(verb) ? [] : filled.filter(({ quality }) => quality >= SURE);
  const fills = ({ fillers }: Filled, candidate: Candidate): boolean =>
    fillers.some((filler) => touches(filler, candidate));
  return (candidate) => {
    const own = filled.filter((one) => fills(one, candidate));
    // "Reed never signed it" does not tell that Reed signed.
    if (own.length > 0) return own.every(isDenied);
    const hasOther = ({ clause }: Filled): boolean =>
      (role === 'done' && touches(clause.doer, candidate)) ||
      (role === 'doer' && touches(clause.done, candidate));
    return others.some(({ doer }) => touches(doer, candidate)) || swapped.some(hasOther);
  };
}
