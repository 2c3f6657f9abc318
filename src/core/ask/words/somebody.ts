/** Whether a noun is one for people. */
import { termOf } from '../../search/query.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** Nouns for people, by how they end: "engineer", "pianist", "woman". Their stems do not tell: residents are not what a residue is. */
export const SOMEBODY =
  /(?:[^m]ent|er|or|ist|ian|ant|ee|man|men|woman|women|ess|child|children|kid|victim|teen|adult|fan|friend|people)s?$/;

/** Of "protester" the lexicon knows only what a protest is. */
export function isSomebody(noun: string, lexicon: Lexicon): boolean {
  const term = termOf(noun);
  const kind = term === null ? undefined : lexicon.kindOf(term);
  if (kind === 'person') return true;
  return (
    SOMEBODY.test(noun) && (kind === undefined || (term !== noun && kind !== 'event' && kind !== 'group'))
  );
}
