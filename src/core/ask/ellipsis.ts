/** Questions that leave out all but a word or a name: "Why?", "Who else?", "And China?". */

const ELLIPSIS = /^(?:and|but|or|so)?[\s,]*(?:what about|how about|and)\s+(?<other>[^?.!,]+)[?.!]*$/i;
const BARE =
  /^(?:and |but |so )?(?<asks>why|how|how come|when|where|who else|what else)(?: not| so)?[?!.]*$/i;
const AUXILIARY = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/;
const NAME = /(?<=\S\s+(?:the\s)?)\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+\p{Lu}[\p{L}\p{N}.'’-]*)*/u;

/** "Did X agree?" as what "Why?" asks about: "did X agree". */
function clauseOf(question: string): string {
  const clause = question.trim().replace(/[?.!\s]+$/, '');
  return clause.charAt(0).toLowerCase() + clause.slice(1);
}

function askAgain(asks: string, before: string): string {
  const clause = clauseOf(before);
  // "Who else?" asks the same once more; "Why?" asks about what was asked whether it is so.
  if (/else$/i.test(asks)) {
    const again = clause.replace(/^(?:who|what|which)\b/i, asks);
    return `${again.charAt(0).toUpperCase()}${again.slice(1)}?`;
  }
  return AUXILIARY.test(clause) ? `${asks} ${clause}?` : `${asks}: ${clause}?`;
}

/** Whether the question takes the rest from the question before. */
export function isElliptic(question: string): boolean {
  return BARE.test(question) || ELLIPSIS.test(question);
}

/** The question with what it leaves out of the question before, or undefined where that cannot be told. */
export function completeEllipsis(question: string, before: string): string | undefined {
  const bare = BARE.exec(question)?.groups?.['asks'];
  if (bare !== undefined) return askAgain(bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase(), before);
  const other = ELLIPSIS.exec(question)?.groups?.['other']?.trim();
  if (other === undefined || other.split(/\s+/).length > 4) return undefined;
  // "And China?": the name in the question before gives way to the new one.
  const name = NAME.exec(before);
  if (name === null || !/^(?:the\s)?\p{Lu}/u.test(other)) return undefined;
  return `${before.slice(0, name.index)}${other}${before.slice(name.index + name[0].length)}`;
}
