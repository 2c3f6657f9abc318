/** Questions inside a conversation: what a follow-up refers to, put in where it points back. */
import { FOLLOW_WEIGHTS } from './follow-weights.ts';
import type { Weights } from './linear.ts';
import { chooseReferent, findReferents, pointerOf } from './referents.ts';
import type { Turn } from './types.ts';

/** Longer messages speak for themselves. */
const LONGEST = 300;
/** Turns that are read. */
const TURNS = 8;

const SUBJECT: Partial<Record<string, RegExp>> = {
  it: /\b(it)\b/i,
  they: /\b(they|them)\b/i,
  he: /\b(he|him)\b/i,
  she: /\b(she)\b|\b(her)\b(?=\W*$)/i,
  this: /\b(this|that)\b(?=\W*$| (?:is|was|has|had|mean|happen|work|affect|cause|so)\b)/i,
  these: /\b(these|those)\b(?=\W*$| (?:are|were|have|had)\b)/i,
};
const OWNER = /\b(its|their|his|her|theirs|hers)\b/i;
const WITH_NOUN = /\b(?:this|that|these|those)\s+(?=\p{L})/iu;

/** The words with a referent in the place of the word that points back, else behind the question. */
export function insertReferent(question: string, referent: string): string {
  const pointer = pointerOf(question);
  const owned = referent.endsWith('s') ? `${referent}’` : `${referent}’s`;
  const subject = SUBJECT[pointer];
  if (subject?.test(question) === true) return question.replace(subject, referent);
  if (OWNER.test(question)) return question.replace(OWNER, owned);
  if (pointer === 'there') return question.replace(/\bthere\b/i, `in ${referent}`);
  const demonstrative = WITH_NOUN.exec(question);
  if (demonstrative !== null) {
    const at = demonstrative.index + demonstrative[0].length;
    return `${question.slice(0, at)}${referent} ${question.slice(at)}`;
  }
  const end = /[\s?.!]*$/.exec(question)?.index ?? question.length;
  return `${question.slice(0, end)} of ${referent}${question.slice(end)}`;
}

const ELLIPSIS = /^(?:and|but|or|so)?[\s,]*(?:what about|how about|and)\s+(?<other>[^?.!,]+)[?.!]*$/i;
const BARE =
  /^(?:and |but |so )?(?<asks>why|how|how come|when|where|who else|what else)(?: not| so)?[?!.]*$/i;

/** "Did X agree?" as what "Why?" asks about: "did X agree". */
function clauseOf(question: string): string {
  const clause = question.trim().replace(/[?.!\s]+$/, '');
  return clause.charAt(0).toLowerCase() + clause.slice(1);
}

/** Questions that leave out all but one word take the rest from the question before. */
function completeEllipsis(question: string, before: string): string | undefined {
  const bare = BARE.exec(question)?.groups?.['asks'];
  if (bare !== undefined) {
    const asks = bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase();
    const clause = clauseOf(before);
    // "Who else?" asks the same once more; "Why?" asks about what was asked whether it is so.
    if (/else$/i.test(bare))
      return clause
        .replace(/^(?:who|what|which)\b/i, asks)
        .replace(/^./, (first) => first.toUpperCase())
        .concat('?');
    if (/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/.test(clause))
      return `${asks} ${clause}?`;
    return `${asks}: ${clause}?`;
  }
  const other = ELLIPSIS.exec(question)?.groups?.['other']?.trim();
  if (other === undefined || other.split(/\s+/).length > 4) return undefined;
  // "And China?": the name in the question before gives way to the new one.
  const names = [
    ...before.matchAll(/(?<=\S\s+(?:the\s)?)\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+\p{Lu}[\p{L}\p{N}.'’-]*)*/gu),
  ];
  const [name] = names;
  if (name === undefined || !/^(?:the\s)?\p{Lu}/u.test(other)) return undefined;
  return `${before.slice(0, name.index)}${other}${before.slice(name.index + name[0].length)}`;
}

/** Points back with no word and names whom it is about: "Who is Ada Byron?" needs nothing of what was said before. */
function speaksForItself(question: string): boolean {
  return (
    pointerOf(question) === 'none' &&
    /\s\p{Lu}[\p{L}’'-]+/u.test(question) &&
    question.split(/\s+/).length > 3
  );
}

/** A question as it was understood. */
interface Understood {
  readonly question: string;
  /** What was put in, empty where nothing was. */
  readonly referent: string;
}

function understand(
  question: string,
  history: readonly Turn[],
  before: readonly Understood[],
  weights: Weights,
): Understood {
  const asked = question.trim();
  if (asked === '' || asked.length > LONGEST || history.length === 0)
    return { question: asked, referent: '' };
  const last = before.findLast((one) => one.question !== '')?.question;
  const complete = last === undefined ? undefined : completeEllipsis(asked, last);
  if (complete !== undefined) return { question: complete, referent: '' };
  if (speaksForItself(asked)) return { question: asked, referent: '' };
  const candidates = findReferents(
    asked,
    history,
    before.map((one) => one.referent),
  );
  const referent = chooseReferent(candidates, weights);
  return { question: referent === '' ? asked : insertReferent(asked, referent), referent };
}

/** The questions of a conversation, each understood by those before it. */
export function understandAll(turns: readonly Turn[], weights: Weights = FOLLOW_WEIGHTS): Understood[] {
  const understood: Understood[] = [];
  turns.forEach(({ question }, at) => {
    understood.push(understand(question, turns.slice(0, at), understood, weights));
  });
  return understood;
}

/**
 * The question with what it refers to put in; unchanged where it already stands alone. What it may refer to are the phrases
 * of the questions before it and of the last answer.
 */
export function buildStandalone(question: string, history: readonly Turn[]): string {
  const recent = history.slice(-TURNS);
  return understand(question, recent, understandAll(recent), FOLLOW_WEIGHTS).question;
}

/** Beside the questions, so that a caller finds all of a conversation in one place. */
export { isForBot } from './small-talk.ts';
