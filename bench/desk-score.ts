/** Whether what the bot gave is what the answer key wants: the words, the passage, or silence. */

/** A line of questions.jsonl. */
export type Question = Scored | Unscored;

/** Asked only because a follow-up leans on it. */
interface Unscored {
  readonly q: string;
  readonly follow?: true;
  readonly type: 'unscored';
}

export interface Scored {
  readonly q: string;
  /** Asked in the thread of the question before. */
  readonly follow?: true;
  readonly type: 'answer' | 'yesno' | 'why' | 'silent';
  readonly accept: readonly string[];
  /** Words of the articles that answer, any of them. */
  readonly passage: readonly string[];
  readonly verdict?: 'yes' | 'no' | 'either';
  /** The sentence said is an answer too. */
  readonly quote?: true;
  /** The articles hardly say it: silence is right as well. */
  readonly silent_ok?: true;
}

export interface Given {
  /** "otherwise": the articles say otherwise. */
  readonly kind: 'spoke' | 'otherwise' | 'silent';
  /** Told with a "perhaps". */
  readonly tentative: boolean;
  readonly answer: string;
  readonly evidence: readonly string[];
}

export const VERDICTS = [
  'right',
  'rightly silent',
  'wrong',
  'silent, though said',
  'said, though not',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export function judge(key: Scored, { kind, answer, evidence }: Given): Verdict {
  const first = evidence[0] ?? '';
  if (key.type === 'silent') return kind === 'spoke' ? 'said, though not' : 'rightly silent';
  // "The articles say otherwise", with the sentence, answers a yes-or-no question that has "no" for an answer.
  if (kind === 'otherwise' && key.type === 'yesno') {
    if (hasPassage(first, key) && key.verdict !== 'yes') return 'right';
    return key.silent_ok ? 'rightly silent' : 'wrong';
  }
  if (kind !== 'spoke') return key.silent_ok ? 'rightly silent' : 'silent, though said';
  return isRight(key, answer, first) ? 'right' : 'wrong';
}

function isRight(key: Scored, answer: string, first: string): boolean {
  if (key.type === 'yesno') return hasPassage(answer, key);
  if (isAccepted(answer, key)) return true;
  if (key.type === 'why') return hasPassage(answer, key) || hasPassage(first, key);
  return key.quote === true && tokens(answer).length <= 45 && hasPassage(answer, key);
}

/** The words are those of an accepted answer, give or take little; numbers have to be the same. */
function isAccepted(answer: string, key: Scored): boolean {
  const given = tokens(answer);
  return key.accept.some((one) => {
    const want = tokens(one);
    if (joined(given) === joined(want)) return true;
    if (joined(given).includes(joined(want)) && given.length <= want.length + 3) return true;
    // Half of "X and Y" is not the answer.
    if (want.includes('and') && !given.includes('and')) return false;
    return f1(given, want) >= 0.6 && numbers(given) === numbers(want);
  });
}

function hasPassage(text: string, key: Scored): boolean {
  const words = joined(tokens(text));
  return key.passage.some((part) => words.includes(joined(tokens(part))));
}

const ARTICLES = new Set(['a', 'an', 'the']);
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const DIGITS = new Map(SMALL.map((word, number) => [word, String(number)]));

/** Lower-case words without articles and punctuation; small numbers as digits, and no commas in numbers. */
function tokens(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d)\s*%/g, '$1 per cent')
    .replace(/(\d)\s?mn\b/g, '$1 million')
    .replace(/(?<!\d)[.]|[.](?!\d)/g, '')
    .replace(/'(?=s\b)/g, '')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !ARTICLES.has(word))
    .map((word) => DIGITS.get(word) ?? word);
}

function joined(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

function numbers(words: readonly string[]): string {
  return words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
}

/** How much two lists of words share; one word alone counts as nothing. */
function f1(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let same = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    same++;
    left.splice(at, 1);
  }
  return same < 2 ? 0 : (2 * same) / (a.length + b.length);
}
