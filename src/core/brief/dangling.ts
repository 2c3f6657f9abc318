/** Sentences that cannot stand alone: "He continued, …", "However, …", "This came after …". */
import type { Analysis } from '../article.ts';
import type { Line } from './lines.ts';

/** Openers that lean on the sentence before, and cannot be helped by putting a name in. */
const LEANS =
  /^["'“‘(]*(?:however|but|and|or|so|yet|also|moreover|furthermore|additionally|in addition|meanwhile|instead|nevertheless|nonetheless|therefore|thus|hence|still|then|otherwise|besides|likewise|similarly|consequently|as a result|for example|for instance|in other words|on the other hand|by contrast|in contrast|of course|indeed|in fact|apart from that|at the same time|after that|before that|because of (?:this|that)|despite (?:this|that)|the (?:former|latter)|another|others?|some|both|neither|either|such|such a|it|its|they|their|them|these|those|this|that|here|there (?:he|she|it|they)|one|as such|even so|that said|to do so|in doing so|later|soon after|afterwards?|earlier|again|too|once|why|how|what|if so|not only that|yes|no|well|ok)\b(?!\s+(?:year|week|month|one knows|one) )/i;
/** "He", "She", "His", "Her" at the start: the name can be put in. */
const PERSON = /^["'“‘(]*(he|she|his|her)\b/i;

export type Standing = { readonly alone: true } | { readonly alone: false; readonly pronoun: string | null };

/** Whether a sentence stands alone; if not, the pronoun that a name could be put in for. */
export function standingOf(text: string): Standing {
  const person = PERSON.exec(text)?.[1];
  if (person !== undefined) return { alone: false, pronoun: person };
  return LEANS.test(text) ? { alone: false, pronoun: null } : { alone: true };
}

/**
 * The sentence as it can be shown alone: as it is, or with the name in square brackets for its first pronoun, as newspapers
 * do; null where it leans on something that cannot be named for sure.
 */
export function showAlone(line: Line, analysis: Analysis, before: Line | undefined): string | null {
  const standing = standingOf(line.text);
  if (standing.alone) return line.text;
  if (standing.pronoun === null || before === undefined || before.paragraph !== line.paragraph) return null;
  const people = [...new Set(before.entities)].filter((at) => analysis.entities[at]?.kind === 'person');
  const name = people.length === 1 ? analysis.entities[people[0] ?? 0]?.name : undefined;
  if (name === undefined || line.entities.some((at) => analysis.entities[at]?.kind === 'person')) return null;
  const own = /^(his|her)$/i.test(standing.pronoun);
  return line.text.replace(standing.pronoun, `[${name}${own ? '’s' : ''}]`);
}
