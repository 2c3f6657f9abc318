/** Whether a phrase can be what "it" or "they" stands for where the word stands: nobody films a university or signs a name. */
import { termOf } from '../../search/query.ts';
import { NATIONALITIES } from '../../text/data/offices.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { isSomebody } from '../words/somebody.ts';
import { type KnownNames, nameKey } from './known-names.ts';
import type { Read } from './phrases.ts';
import type { Pointer } from './pointers.ts';
import type { Referent } from './referents.ts';

/** What only people and those who act for them do. */
const ACTING = stems(
  `accept accuse admit agree announce apologise apologize argue ask believe blame buy call claim complain criticise criticize
  decide demand deny expect fight hear hope know learn leave marry meet negotiate offer oppose pay
  plan play promise protest refuse reject reply respond say see sell sign speak spend sue support talk tell think threaten
  try vote want warn wear write`,
);
/** Of that, what reports, letters and speeches do, too. */
const SAYING = stems(
  `accuse agree announce argue ask blame call claim complain criticise criticize demand deny oppose promise protest reject
  reply respond say speak support talk tell threaten warn`,
);
/** What is done to a text or a picture, and to no person, place or company. */
const WORDED = stems('broadcast draft film publish record sign translate write');
/** What is done to what somebody wants or makes, and to none of its qualities. */
const HANDLED = stems('build oppose pay sign support win');
/** What is done to people and animals, or said of them. */
const LIVING = stems(
  'alive arrest bury dead employ feed hire injure jail kill marry married rescue teach train wound',
);

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).flatMap((word) => termOf(word) ?? []));
}

/** How a pronoun belongs to a verb. */
interface Part {
  readonly verb: string;
  readonly acts: boolean;
}

const BEING = /^(?:is|are|was|were|be|been|being|get|gets|got)$/;

function partOf({ words, stems: found }: Read, { at, owns }: Pointer): Part | undefined {
  if (owns) return undefined;
  const [before, behind] = [words[at - 1], words[at + 1]];
  const stemOf = (place: number): string => found[place]?.[0] ?? '';
  if (before?.pos === 'VERB') return { verb: stemOf(at - 1), acts: false };
  // "Who paid for it?"
  if (before?.pos === 'ADP' && words[at - 2]?.pos === 'VERB') return { verb: stemOf(at - 2), acts: false };
  // "Are they still alive?"
  const said = words.findIndex(({ pos }, place) => place > at && pos === 'ADJ');
  if (said > at && !words.slice(at).some(({ pos }) => pos === 'VERB'))
    return { verb: stemOf(said), acts: false };
  let next = at + 1;
  while (/^(?:ADV|AUX|PART)$/.test(words[next]?.pos ?? '')) next += 1;
  const verb = words[next];
  const led = before?.pos === 'AUX' || behind?.pos === 'AUX';
  if (!led || verb?.pos !== 'VERB') return undefined;
  const helping = words.slice(Math.max(0, at - 1), next).filter(({ pos }) => pos === 'AUX');
  const passive = helping.some(({ lower }) => BEING.test(lower)) && !verb.lower.endsWith('ing');
  return { verb: stemOf(next), acts: !passive };
}

/** What is known of that which a conversation names. */
interface Known {
  readonly names: KnownNames;
  readonly lexicon: Lexicon | undefined;
  /** Names, and their parts, that look like a person's where the articles do not tell. */
  readonly people: ReadonlySet<string>;
}

/** A part of a name is none of its own: "Norvik State" of Norvik State University. */
function kindOfWhole(part: string, names: KnownNames): Kind {
  for (const [name, { kind }] of names) if (` ${name} `.includes(` ${part} `)) return kind;
  return undefined;
}

/** Words behind which no head of a phrase stands: "agreement" of "agreement between the ports". */
const JOINS =
  / (?:of|in|on|at|for|from|with|to|about|against|under|by|over|after|before|between|during|and|or) /;

type Kind = ReturnType<Lexicon['kindOf']> | 'organisation' | 'place' | 'other';

function kindOf({ text, named }: Referent, { names, lexicon, people }: Known): Kind {
  const words = nameKey(text);
  const last = words.split(' ').at(-1) ?? words;
  // "Dr. Mokoena" is nobody else than Mokoena.
  const known = names.get(words)?.kind ?? (named ? names.get(last)?.kind : undefined);
  const whole = known ?? (named ? kindOfWhole(words, names) : undefined);
  if (whole !== undefined || named || lexicon === undefined)
    return whole ?? (people.has(text) ? 'person' : undefined);
  const [first = words] = words.split(JOINS);
  const head = first.split(' ').at(-1) ?? first;
  if (head === 'name') return 'attribute';
  // "Lund over the port deal" is Lund.
  const holder = names.get(first)?.kind;
  if (holder !== undefined) return holder;
  return isSomebody(head, lexicon) ? 'person' : lexicon.kindOf(termOf(head) ?? '');
}

const acts = (kind: Kind): boolean =>
  kind === undefined || /^(?:person|animal|group|organisation|place|location|other)$/.test(kind);

/** Whether the phrase can stand in the place of the word, as far as it is known what it names. */
export function fits(referent: Referent, pointer: Pointer, question: Read, known: Known): boolean {
  const kind = kindOf(referent, known);
  const { text, plural, named } = referent;
  if (pointer.kind === 'they') {
    // Mr. Harris is one.
    const several = (plural && !(named && kind === 'person')) || /\s(?:and|or)\s/.test(text);
    if (kind === 'person' && !several) return false;
    // "How many of them?" asks of several, and not of all of a country.
    if (question.words[pointer.at - 1]?.lower === 'of' && !several && (named || kind !== 'group'))
      return false;
    if (!several && kind !== undefined && !/^(?:group|organisation|place|other)$/.test(kind)) return false;
  }
  if ((pointer.kind === 'it' || pointer.kind === 'there') && kind === 'person') return false;
  if (pointer.kind === 'it' && plural && !named) return false;
  // "Velmarian" of "Velmarian officers" is nobody and nothing.
  if (NATIONALITIES.has(text.toLowerCase())) return false;
  const part = partOf(question, pointer);
  if (part === undefined || kind === undefined) return true;
  if (part.acts)
    return !ACTING.has(part.verb) || acts(kind) || (kind === 'communication' && SAYING.has(part.verb));
  if (WORDED.has(part.verb) && /^(?:person|group|organisation|place|location|attribute|body)$/.test(kind))
    return false;
  if (LIVING.has(part.verb) && !/^(?:person|animal|group|organisation|top)$/.test(kind)) return false;
  if (HANDLED.has(part.verb) && kind === 'attribute') return false;
  return true;
}
