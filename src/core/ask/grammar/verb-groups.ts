/** The verbs of a sentence with their auxiliaries. */
import type { TaggedWord } from '../words/tagging.ts';

const BE = /^(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re|gets?|got|getting)$/;

/** A verb with its auxiliaries: words `first` to `last`. */
export interface Group {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly copula: boolean;
  readonly passive: boolean;
  /** "started by boys", without "was": it belongs to the noun before it. */
  readonly reduced: boolean;
  /** "to close", "driving": without a subject of its own. */
  readonly bare: boolean;
}

/** What rises by a third is raised by nobody, and who flees by boat is not made to. */
const CHANGES =
  /^(?:r[oi]s|f[ae]ll|gr[eo]w|drop|climb|jump|declin|slip|slid|increas|decreas|shr[aiu]nk|w[io]n|los[te]|soar|surg|plung|tumbl|gain|stop|pass|liv|st[oa][on]d|came|went|travel|escap|fle|arriv|died)/;

/** "a fire started by boys": somebody, or something, does it. */
function isDoneBy(words: readonly TaggedWord[], verb: number): boolean {
  if (words[verb + 1]?.lower !== 'by') return false;
  return !CHANGES.test(words[verb]?.lower ?? '') && !/ing$/.test(words[verb + 2]?.lower ?? '');
}

/** The verbs of a sentence in order. */
export function findGroups(words: readonly TaggedWord[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = at;
    let verb = -1;
    let be = false;
    let auxiliary = false;
    let end = at;
    for (; end < words.length; end++) {
      const word = words[end];
      if (word === undefined) break;
      if (word.pos === 'AUX') {
        auxiliary = true;
        be ||= BE.test(word.lower);
        verb = verb < 0 ? verb : -1;
      } else if (word.pos === 'VERB') {
        verb = end;
        end++;
        break;
      } else if (!(end > first && auxiliary && /^(?:ADV|PART)$/.test(word.pos) && word.lower !== 'to')) break;
    }
    if (verb < 0 && !auxiliary) continue;
    // Adverbs at the end belong to what follows.
    while (verb < 0 && end > first && words[end - 1]?.pos !== 'AUX') end--;
    const main = words[verb];
    const ing = main !== undefined && /ing$/.test(main.lower);
    groups.push({
      first,
      last: end,
      verb: verb < 0 ? end - 1 : verb,
      copula: verb < 0,
      passive: verb >= 0 && !ing && (be || isDoneBy(words, verb)),
      reduced: verb >= 0 && !ing && !auxiliary && isDoneBy(words, verb),
      bare: !auxiliary && (ing || words[first - 1]?.lower === 'to'),
    });
    at = end - 1;
  }
  return groups;
}
