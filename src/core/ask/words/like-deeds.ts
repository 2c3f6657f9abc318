/**
 * Verbs that news uses for one deed: whoever uncovered coins has discovered them. WordNet's synonyms are those of all that a
 * verb may mean ("shoot: film", "stab: shoot"), and would name other deeds.
 */
import { parseTerms } from '../../search/query.ts';

const LIKE: readonly ReadonlySet<string>[] = [
  'discovered uncovered found unearthed detected spotted located',
  'exposed uncovered revealed',
  'spotted noticed saw seen',
  'arrested detained apprehended',
  'questioned interviewed interrogated quizzed',
  'acquitted cleared exonerated',
  'sentenced jailed imprisoned',
  'freed released liberated',
  'founded established launched created started',
  'bought acquired purchased',
  'criticised criticized blamed condemned slammed denounced lambasted faulted accused',
  'praised hailed lauded commended applauded',
  'dismissed sacked fired ousted removed axed',
  'murdered killed slain',
  'wrote written authored penned',
  'built constructed erected',
  'hired recruited',
  'stole stolen looted',
  'replaced succeeded',
  'elected chose chosen picked selected',
  'appointed named picked chosen',
  'rejected refused dismissed spurned',
  'approved passed endorsed backed',
  'backed supported endorsed',
  'cut reduced slashed lowered trimmed',
  'raised increased lifted hiked',
  'rescued saved freed',
  'equalised equalized levelled leveled',
  'escaped fled',
  'evacuated cleared emptied',
  'funded financed paid bankrolled sponsored',
  'opened inaugurated unveiled',
  'closed shut',
  'donated gave given',
  'examined inspected assessed studied analysed analyzed reviewed',
  'seized confiscated impounded',
  'injured hurt wounded',
  'invented devised developed',
  'organised organized arranged staged hosted',
  'announced unveiled disclosed revealed',
  'banned prohibited outlawed forbade',
  'ended halted stopped suspended',
  'blocked stopped vetoed prevented',
  'destroyed demolished razed',
  'repaired fixed mended restored',
  'rated ranked graded',
].map((verbs) => new Set(parseTerms(verbs)));

/** Whether two verbs, by their terms, may tell one deed. */
export const areLikeDeeds = (one: string, other: string): boolean =>
  one === other || LIKE.some((verbs) => verbs.has(one) && verbs.has(other));
