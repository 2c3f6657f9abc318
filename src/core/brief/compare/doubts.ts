/** Where one sentence states what another denies or calls no more than possible. */
import { parseTerms } from '../../search/query.ts';
import { plainTerm } from '../../text/verbs.ts';
import type { Line } from '../lines.ts';
import { pairOf } from './pairs.ts';
import { type Difference, datesApart, isAbout, type Sides } from './same-thing.ts';

/** All else must be nearly the same, counted over both sentences. */
const DONE = { overlap: 0.75, terms: 3 };
const ALIKE = 0.6;

/** One states what the other denies or calls no more than possible. */
export function findDoubt({ pair, a, b, weights }: Sides): Difference | null {
  if (a.certainty === b.certainty || datesApart({ a, b })) return null;
  const sure = a.certainty === 'stated' ? pair.a : b.certainty === 'stated' ? pair.b : null;
  if (sure === null) return null;
  const unsure = sure === pair.a ? pair.b : pair.a;
  if (
    !isDoubted(unsure.text, sure, new Set([...a.valued, ...b.valued])) ||
    (a.ahead !== b.ahead && a.certainty !== 'denied' && b.certainty !== 'denied')
  )
    return null;
  const rest = pairOf(pair.a, pair.b, weights, HEDGES);
  if (!isAbout(rest, DONE) || rest.jaccard < ALIKE) return null;
  return { of: 'certainty', values: [a.certainty, b.certainty], subject: 'certainty' };
}

/** Whether a sentence hedges or denies what the other says: the word that is hedged or denied, no name, stands in both. */
function isDoubted(text: string, sure: Line, named: ReadonlySet<string>): boolean {
  const match = DOUBT.exec(text);
  if (match === null) return false;
  const next = parseTerms(text.slice(match.index + match[0].length))
    .map(plainTerm)
    .filter((term) => !HEDGES.has(term));
  return next[0] !== undefined && sure.sense.has(next[0]) && !named.has(next[0]);
}

/** Hedges of the writer's own. "Allegedly", "reportedly" and "according to" only say who says so. */
const DOUBT =
  /\b(?:may|might|could|possibly|perhaps|probably|likely to|(?:believed|thought|feared|expected|suspected) to|den(?:y|ies|ied)|reject(?:s|ed)?|ruled out|(?:is|was|are|were|did|does|do|has|have|had|will|would|could) (?:not|never)|(?:is|was|are|were|did|does|do|has|have|had|wo|would|could)n['’]t|never)\b(?!\s+(?:say|know|confirm|comment))/;

/** Stems that only say how sure somebody is. */
const HEDGES: ReadonlySet<string> = new Set(
  `believ thought think appear seem like unlik probabl possibl perhap mayb expect plan schedul deni reject dismiss rule confirm fear
  suspect suggest consid`.split(/\s+/),
);
