/** Who is meant by "he", "his" and "the 82-year-old", and which house by "the company". */
import { entityOf, type Name, type ReadArticle } from '../../article.ts';
import { genderOf } from '../../text/gender.ts';

/** Sentences that are looked back over. */
export const BACK = 2;

/** The person that a text has named most. */
function mostNamed(people: readonly Name[]): Name | undefined {
  const counts = new Map<number | null, number>();
  for (const { entity } of people) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return people.find(({ entity }) => counts.get(entity) === most);
}

/**
 * The person whom words at `at` most likely speak of: the last one named before them in their sentence, else the first one of
 * the nearest sentence before that names any, since a sentence is mostly about whom it names first (Brennan, Friedman and Pollard,
 * "A centering approach to pronouns", 1987), else the one that the text has named most.
 */
export function personBefore(
  { analysis }: ReadArticle,
  at: number,
  isPossible: (name: Name) => boolean = () => true,
): Name | undefined {
  const { names, sentences } = analysis;
  const isPerson = (name: Name): boolean => name.kind === 'person' && name.end <= at && isPossible(name);
  const place = sentences.findIndex(({ end }) => end > at);
  const own = sentences[place];
  const here = own && names.findLast((name) => name.end <= at && name.start >= own.start && isPerson(name));
  if (here !== undefined) return here;
  const people = names.filter(isPerson);
  for (let back = 1; back <= BACK; back++) {
    const sentence = sentences[place - back];
    const first = sentence && people.find(({ start, end }) => start >= sentence.start && end <= sentence.end);
    if (first !== undefined) return first;
  }
  return mostNamed(people);
}

/** Whether a name may be that of a man, or of a woman; `isSure`: whether it is known to be. */
export function mayBeCalled(
  article: ReadArticle,
  name: Name,
  pronoun: 'he' | 'she' | null,
  isSure = false,
): boolean {
  if (pronoun === null) return true;
  const person = entityOf(article, name);
  const gender = person === undefined ? null : genderOf(person.name, person.role);
  return gender === pronoun || (gender === null && !isSure);
}

/** What a house is called that was named before: "the company". */
export const HOUSE =
  /^(?:company|firm|start-?up|group|club|charity|agency|bank|retailer|airline|ministry|organi[sz]ation|university|union|band|party|business|studio|label|website|team)$/i;

/** Whom "the company" means: what the nearest sentence before names first, since it is about that; never a person, nor where something is. */
export function houseBefore({ text, analysis }: ReadArticle, at: number): Name | undefined {
  const { names, sentences } = analysis;
  const place = sentences.findIndex(({ end }) => end > at);
  for (let back = 0; back <= BACK; back++) {
    const sentence = sentences[place - back];
    const first = names.find(
      (name) => sentence && name.start >= sentence.start && name.end <= Math.min(at, sentence.end),
    );
    if (first === undefined) continue;
    const isWhere = /\b(?:in|at|from|near|of|to|for|by|with|on) (?:the )?$/i.test(
      text.slice(Math.max(0, first.start - 12), first.start),
    );
    return first.kind === 'person' || isWhere ? undefined : first;
  }
  return undefined;
}
