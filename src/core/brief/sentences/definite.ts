/** "The illness spread to nine towns": of which illness the sentences before tell, where no article begins with one. */
import { parseTerms } from '../../search/query.ts';
import type { Line } from '../lines.ts';
import type { Crowd } from './features.ts';

/** Sentences further up are read with the headline. */
const OPENING = 3;
/** What stands right before its verb; "The illness that …" and "The illness of Lund …" say themselves which. */
const THE =
  /^The ((?!number\b)\p{Ll}[\p{Ll}-]*) (?:(?:\p{Ll}+ly|also|then|later|still|now|currently) )?(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|did|does|said|says|spread|left|took|came|began|cost|hit|fell|rose|went|made|held|won|lost|ran|became|set|found|saw|led|met|gave|broke|drew|kept|put|\p{Ll}{2,}(?:ed|[^s\P{Ll}]s))\b/u;
/** There is one of these. */
const ONE_OF_A_KIND =
  /^(?:government|administration|president|police|army|military|navy|state|public|press|media|economy|world|weather|sun|moon|earth|sky|sea|ocean|law|constitution|opposition|parliament|senate|congress|house|pope|king|queen|crown|church|market|stock|internet|dollar|euro|pound|ruble|rouble|yen|yuan|rupee|unemployment|inflation|rest|stake|past|future)s?$/;

/** Whether a sentence that is shown for itself leaves open which one it speaks of. */
export function leavesOpenWhich({ text, order }: Line, { openings }: Crowd): boolean {
  const noun = order < OPENING ? undefined : THE.exec(text)?.[1];
  if (noun === undefined || ONE_OF_A_KIND.test(noun)) return false;
  return !parseTerms(noun).some((term) => openings.has(term));
}
