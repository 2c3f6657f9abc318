/** "Was Reed armed?" where a text says "the unarmed Reed": the same word with "un" before it, of whom is asked. */
import { parseTerms } from '../../search/query.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';

const ASKS_STATE = /^(?:and |but |so )?(?:is|are|was|were|am) .*?(?<state>\p{L}{4,})[?.!\s]*$/iu;
/** Characters between the name and its state: further apart it may be somebody else's. */
const NEAR = 60;

/** Whether a sentence says so of the person who is named nearest. */
export function saysUndone({ text, named }: AskedQuestion, { article, sentence }: RankedSentence): boolean {
  const state = ASKS_STATE.exec(text)?.groups?.['state'];
  if (state === undefined || named.size === 0) return false;
  const said = article.text.slice(sentence.start, sentence.end);
  // "unveiled the statue" says what somebody did.
  const at = said.search(
    new RegExp(
      `\\bun-?${state}\\b(?! (?:an?|the|his|her|its|their|this|that|\\p{Lu}\\p{Ll}+['’]s)\\b)`,
      'iu',
    ),
  );
  if (at < 0) return false;
  const place = sentence.start + at;
  const distance = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    end <= place ? place - end : start - place;
  const [nearest] = article.analysis.names
    .filter((name) => name.kind === 'person' && name.start >= sentence.start && name.end <= sentence.end)
    .sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined || distance(nearest) > NEAR) return false;
  return parseTerms(article.text.slice(nearest.start, nearest.end)).some((term) => named.has(term));
}
