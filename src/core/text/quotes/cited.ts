/** Whom somebody quotes: "The paper quoted Ada Byron as saying" are her words, and not the paper's. */
import type { Token } from '../tokens.ts';
import { isHardBorder, isPassive } from './grammar.ts';
import { type Phrase, phraseFrom } from './mentions.ts';

const QUOTING = /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$/;
/** From "quoted" to "saying", in tokens. */
const QUOTED = 15;

/** "“…,” an official quoted Ada Byron as saying": they are her words. */
export function quotedAs(
  tokens: readonly Token[],
  cue: number,
  end: number,
): { readonly cue: Phrase; readonly speaker: Phrase } | null {
  if (!QUOTING.test(tokens[cue]?.lower ?? '')) return null;
  const speaker = phraseFrom(tokens, cue + 1, end);
  const said = tokens[(speaker?.last ?? end) + 1];
  if (!speaker || tokens[speaker.last]?.lower !== 'as' || !said?.lower.endsWith('ing')) return null;
  return { cue: { first: speaker.last + 1, last: speaker.last + 2 }, speaker };
}

/** "The paper quoted Ada Byron as saying": who is quoted; null where somebody "was quoted as saying". */
export function quotedBefore(tokens: readonly Token[], verb: number, limit: number): Phrase | null {
  if (!tokens[verb]?.lower.endsWith('ing')) return null;
  for (let i = verb - 2; i > limit && verb - i < QUOTED && !isHardBorder(tokens, i); i--)
    if (QUOTING.test(tokens[i]?.lower ?? '')) {
      const whom = isPassive(tokens, i) ? null : phraseFrom(tokens, i + 1, verb - 1);
      const isWhole = tokens.slice(whom?.last, verb - 1).every(({ kind }) => kind === 'word');
      return whom && isWhole ? { first: whom.first, last: verb - 1 } : whom;
    }
  return null;
}
