/** Whom "he" and "she" mean. A wrong name is worse than none: whatever leaves two people open is left open. */
import type { Gender } from '../gender.ts';
import type { Reading } from '../reading.ts';
import { type SentenceRun, sentenceAt } from '../sentences.ts';
import { GAP } from '../tokens.ts';
import { isConjunction, isInnerDot, isPreposition } from './grammar.ts';
import type { Phrase } from './mentions.ts';
import type { People, Spoken } from './people.ts';
import { findSalient, meantBefore } from './salience.ts';

/** A pronoun reaches back so many paragraphs. */
export const REACH = 2;
const LONGEST_SENTENCE = 80;

/** Somebody else has spoken whom a pronoun may mean: who stands out more is not asked. */
const OPEN = 'open';

/** The last pronoun that was left without a name. */
export interface Open {
  readonly gender: Gender;
  readonly at: number;
}

/** Whom a pronoun means, given who spoke last before it; null when unsure. */
export function findMeant(
  reading: Reading,
  people: People,
  mention: Phrase,
  gender: Gender,
  { spoke, open }: { spoke: Spoken | null; open: Open | null },
): number | null {
  const { tokens } = reading;
  const paragraphOf = (at: number): number => tokens[at]?.paragraph ?? 0;
  // Inside a quotation it is somebody else's story.
  if (people.quoted[mention.first]) return null;
  // The one before was left open: so is this, unless somebody has spoken since.
  if (
    open?.gender === gender &&
    paragraphOf(mention.first) - paragraphOf(open.at) <= REACH &&
    (!spoke || spoke.at < open.at)
  )
    return null;
  let found = search(reading, people, mention.first, gender, spoke);
  if (found === null)
    found = findSalient(reading, people, reachOf(people, mention.first), mention.first, gender, spoke);
  if (found === null || found === OPEN || anotherSpeaks(reading, people, mention.first, found)) return null;
  const ahead = namedAhead(reading, people, mention);
  return ahead === null || ahead === found ? found : null;
}

/** Who spoke last before a pronoun: in a quote, or in the writer's words within its reach. */
export function spokeBefore(people: People, last: Spoken | null, place: number): Spoken | null {
  const said = people.saying(reachOf(people, place), place);
  return said && said.at > (last?.at ?? -1) ? said : last;
}

/** Where the paragraphs begin that a pronoun reaches back over. */
function reachOf(people: People, place: number): number {
  let from = people.startOfParagraph(place);
  for (let back = 0; back < REACH && from > 0; back++) from = people.startOfParagraphBefore(from);
  return from;
}

/** Looks through the paragraph of a place and the one before it; null where nobody is sure, or `OPEN`. */
function search(
  reading: Reading,
  people: People,
  place: number,
  gender: Gender,
  last: Spoken | null,
): number | typeof OPEN | null {
  const { genders } = people;
  const can = ({ entity }: { entity: number }) => genders[entity] === null || genders[entity] === gender;
  let to = place;
  for (let back = 0; back < REACH && to > 0; back++) {
    const from = back === 0 ? people.startOfParagraph(place) : people.startOfParagraphBefore(to);
    const near = people.named(from, to).filter(can);
    const distinct = new Set(near.map(({ entity }) => entity));
    const spoke = last && last.at >= from && last.at < to && can(last) ? last : null;
    if (distinct.size === 1) {
      const only = near[0]?.entity as number;
      if (spoke && spoke.entity !== only) return null;
      // "He left. He blamed Hale": whoever was meant before the name is not the one who is named.
      if (!spoke && meantBefore(reading, people, from, near[0]?.at ?? from, gender)) return null;
      // Somebody of unknown gender is meant only if nobody else was.
      if (people.competes(from, to, only, gender)) return OPEN;
      const sure =
        spoke?.entity === only || (genders[only] === gender && near.some(({ at }) => people.isSubject(at)));
      const alone = genders[only] === gender && !people.unread(from, to, false);
      return (sure && !people.unread(from, to, true)) || alone ? only : null;
    }
    if (distinct.size > 1) {
      const after = spoke ? near.filter(({ at, entity }) => at > spoke.at && entity !== spoke.entity) : [];
      if (spoke && after.length === 0 && genders[spoke.entity] === gender) return spoke.entity;
      return back === 0 ? subjectOfLast(reading, people, to, gender) : null;
    }
    if (spoke && genders[spoke.entity] === gender) return spoke.entity;
    // Somebody stands there who was not read as a person.
    if (people.unread(from, to, true)) return null;
    to = from;
  }
  return null;
}

/** The first person of the last sentence before a place, if he is its subject and nobody else of his gender is one. */
function subjectOfLast(
  reading: Reading,
  people: People,
  to: number,
  gender: Gender,
): number | typeof OPEN | null {
  const { tokens } = reading;
  const { quoted, genders } = people;
  let end = to;
  while (end > 0 && quoted[end - 1]) end--;
  if (end > 0 && tokens[end - 1]?.kind === 'end') end--;
  let from = end;
  while (
    from > 0 &&
    end - from < LONGEST_SENTENCE &&
    !(tokens[from - 1]?.kind === 'end' && tokens[from]?.capital && !isInnerDot(tokens, from - 1)) &&
    !quoted[from - 1] &&
    (tokens[from]?.gap ?? 0) < GAP.paragraph
  )
    from--;
  const subjects = people
    .named(from, end)
    .filter(
      ({ at, entity }) => people.isSubject(at) && (genders[entity] === null || genders[entity] === gender),
    );
  const first = subjects[0];
  if (!first || genders[first.entity] !== gender || subjects.some(({ entity }) => entity !== first.entity))
    return null;
  // "She named her daughter Ada, who …": she is not Ada.
  if (meantBefore(reading, people, from, first.at, gender)) return null;
  return people.competes(from, end, first.entity, gender) ? OPEN : first.entity;
}

/** "…, the judge said": somebody without a name has spoken there who is not known to be the one that was found. */
function anotherSpeaks({ entities }: Reading, people: People, place: number, found: number): boolean {
  let from = people.startOfParagraph(place);
  if (from > 0 && people.named(from, place).length === 0) from = people.startOfParagraphBefore(from);
  const role = entities[found]?.role?.toLowerCase() ?? '';
  return people.speakingOffices(from, place).some((office) => !role.includes(office));
}

/** "In what she called a victory, Ada Byron said": the person whom a pronoun in an opening clause may look ahead to. */
function namedAhead({ tokens, sentences, names }: Reading, people: People, mention: Phrase): number | null {
  const sentence: SentenceRun | undefined = sentences[sentenceAt(sentences, mention.first)];
  const head = tokens[sentence?.first ?? -1];
  if (!sentence || !(isPreposition(head) || isConjunction(head))) return null;
  for (let i = sentence.first; i < Math.min(sentence.last, mention.last + LONGEST_SENTENCE); i++) {
    if (tokens[i]?.word !== ',') continue;
    if (i < mention.first) return null;
    const next = tokens[i + 1]?.kind === 'mark' ? i + 2 : i + 1;
    const name = names[people.runAt[next] as number];
    return name?.kind === 'person' ? name.entity : null;
  }
  return null;
}
