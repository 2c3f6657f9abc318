/** Whether a sentence says the opposite of what is asked, of the same people: "was acquitted", where it is asked whether he was convicted. */
import { termOf } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import { stateOf } from '../grammar/statement.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { TaggedWord } from '../words/tagging.ts';

/** What WordNet does not call opposites, and news do. */
const OPPOSED: ReadonlyMap<string, ReadonlySet<string>> = readOpposed(`
  block: approve clear allow permit / ban: allow permit / reject: accept approve back / veto: sign / cancel: hold
  sack: appoint hire / jail: free release acquit / arrest: free release / lift: impose / cut: raise increase
  oppose: back support / lose: win / fall: rise climb / close: open reopen / survive: die / fail: succeed pass
  deny: admit confirm / delay: advance / leave: join / convict: acquit clear / condemn: praise / resign: stay`);

function readOpposed(list: string): Map<string, Set<string>> {
  const opposed = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    opposed.set(one, (opposed.get(one) ?? new Set()).add(other));
  };
  for (const entry of list.split(/[/\n]/)) {
    const [verb, ...others] = (entry.match(/[a-z]+/g) ?? []).map((word) => termOf(word) ?? word);
    for (const other of verb === undefined ? [] : others) {
      add(verb ?? '', other);
      add(other, verb ?? '');
    }
  }
  return opposed;
}

/** Whether a term means the opposite of the question's verb. */
export function isOpposed(verb: string, term: string, matcher: Matcher): boolean {
  return matcher.findOpposite(term) === verb || OPPOSED.get(verb)?.has(term) === true;
}

/** Less of somebody's name or description is somebody else. */
const SAME = 0.5;

function termsIn(argument: Argument | null, words: readonly TaggedWord[]): string[] {
  if (argument === null) return [];
  return words.slice(argument.first, argument.last).flatMap(({ term }) => term ?? []);
}

const verbOf = (words: readonly TaggedWord[], at: number): string => words[at]?.term ?? '';

/** True only where the opposite is said of the same doer and the same thing done, as far as the question names them. */
export function saysOpposite(
  { verb, words: asked }: AskedQuestion,
  sentence: RankedSentence,
  words: readonly TaggedWord[],
  matcher: Matcher,
): boolean {
  const state = stateOf(asked);
  if (verb === null || state === null || sentence.terms.includes(verb)) return false;
  const own = readClauses(state.words).find((clause) => verbOf(state.words, clause.verb) === verb);
  if (own === undefined || isNegatedAt(state.words, own.verb)) return false;
  return readClauses(words).some((clause) => {
    const said = verbOf(words, clause.verb);
    if (!isOpposed(verb, said, matcher)) return false;
    if (isNegatedAt(words, clause.verb)) return false;
    const shares = (['doer', 'done'] as const).flatMap((role) => {
      const wanted = termsIn(own[role], state.words);
      const here = new Set(termsIn(clause[role], words));
      return wanted.length === 0 ? [] : [wanted.filter((term) => here.has(term)).length / wanted.length];
    });
    return shares.length > 0 && shares.every((share) => share >= SAME);
  });
}
