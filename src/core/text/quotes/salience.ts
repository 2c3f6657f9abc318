/**
 * Who stands out before a pronoun, by where each is named and how far back (after Lappin and Leass, "An algorithm for
 * pronominal anaphora resolution", Computational Linguistics 1994). Weights by hand: when they were chosen, of 344
 * pronouns in dev articles, told by readers who did not know the program, 245 got a name and 236 the right one; without this
 * 174 and 169. What holds now stands in bench/FIGURES.md.
 */
import type { Gender } from '../gender.ts';
import type { Reading } from '../reading.ts';
import { sentenceAt } from '../sentences.ts';
import { isPreposition } from './grammar.ts';
import type { People, Spoken } from './people.ts';

const WEIGHTS = {
  /** Whoever spoke last. */
  spoke: 1.5,
  subject: 1,
  other: 0.6,
  /** "of Reed", "Reed's". */
  aside: 0.4,
} as const;
/** What is left of a weight one sentence further back. */
const DECAY = 0.75;
/** Share that somebody keeps of whom nobody tells whether "he" or "she" is meant. */
const UNKNOWN = 0.8;
/** Who stands out less is meant by nothing … */
const LEAST = 0.3;
/** … nor who stands out less than so many times as much as the next. */
const RATIO = 1.4;

/** Whether the same pronoun stands between two tokens, outside quotations: "she named it after her daughter Ada" means somebody else. */
export function meantBefore(
  { tokens }: Reading,
  { quoted }: People,
  from: number,
  to: number,
  gender: Gender,
): boolean {
  for (let i = from; i < to; i++) if (!quoted[i] && tokens[i]?.lower === gender) return true;
  return false;
}

/** How much the place of a name makes of it. */
function weightAt({ tokens, runs }: Reading, people: People, at: number): number {
  const end = runs[people.runAt[at] as number]?.last ?? at + 1;
  if (tokens[end]?.kind === 'possessive' || isPreposition(tokens[at - 1])) return WEIGHTS.aside;
  return people.isSubject(at) ? WEIGHTS.subject : WEIGHTS.other;
}

/**
 * The person who stands out most among those named from one token to the pronoun at another; null where two stand out alike, or
 * where somebody who was read as no person stands nearer.
 */
export function findSalient(
  reading: Reading,
  people: People,
  from: number,
  pronoun: number,
  gender: Gender,
  last: Spoken | null,
): number | null {
  const here = sentenceAt(reading.sentences, pronoun);
  const found = new Map<number, { score: number; at: number }>();
  const raise = (entity: number, at: number, weight: number): void => {
    const known = people.genders[entity] ?? null;
    if (known !== null && known !== gender) return;
    const back = Math.max(0, here - sentenceAt(reading.sentences, at));
    const score = weight * DECAY ** back * (known === null ? UNKNOWN : 1);
    const before = found.get(entity);
    found.set(entity, { score: Math.max(score, before?.score ?? 0), at: Math.max(at, before?.at ?? 0) });
  };
  for (const { entity, at } of people.named(from, pronoun)) raise(entity, at, weightAt(reading, people, at));
  if (last !== null && last.at >= from && last.at < pronoun) raise(last.entity, last.at, WEIGHTS.spoke);
  const [best, next] = [...found].sort(([, a], [, b]) => b.score - a.score);
  if (best === undefined) return null;
  const [entity, { score, at }] = best;
  if (score < LEAST || score < RATIO * (next?.[1].score ?? 0)) return null;
  const opening = reading.sentences[sentenceAt(reading.sentences, at)]?.first ?? at;
  if (last?.entity !== entity && meantBefore(reading, people, opening, at, gender)) return null;
  return people.unread(at + 1, pronoun, true) ? null : entity;
}
