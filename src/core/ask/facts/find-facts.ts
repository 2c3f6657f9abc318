/** What questions of one form ask for, and articles say in few ways: what grammar tells for sure needs no likelihood. */
import { findFullNames } from './acronyms.ts';
import { findAges } from './ages.ts';
import { findAppointments } from './appointments.ts';
import { findAwards } from './awards.ts';
import { findDoers } from './deeds.ts';
import { findDurations } from './durations.ts';
import { findEmployers } from './employers.ts';
import type { Fact, FactReader, FactsAsked } from './fact.ts';
import { findHappenings } from './happenings.ts';
import { findKin } from './kin.ts';
import { findNamings } from './namings.ts';
import { findHolders } from './offices.ts';
import { findOrigins } from './origins.ts';
import { findReported } from './reported.ts';
import { findSums } from './sums.ts';
import { findTolls } from './tolls.ts';
import { findWho } from './who.ts';
import { findWinners } from './winners.ts';

/** Each with a question that it reads. */
const FACTS: readonly (readonly [asks: string, read: FactReader])[] = [
  ["Who is Byron's lawyer?", findHolders],
  ['Who is Ada Byron married to?', findKin],
  ['Who is Ada Byron?', findWho],
  ['How old is Ada Byron?', findAges],
  ['Where is Ada Byron from?', findOrigins],
  ['Where does Ada Byron work?', findEmployers],
  ['How many people died?', findTolls],
  ['What was the bail?', findSums],
  ['How long was the strike?', findDurations],
  ['When did it happen?', findHappenings],
  ['When will Byron be sentenced?', findAppointments],
  ['Who won best picture?', findAwards],
  ['What does NHSO stand for?', findFullNames],
  ['What is the charity called?', findNamings],
];

/** … of which the articles may say that it is not so: that is told before. */
const DEEDS: readonly (readonly [asks: string, read: FactReader])[] = [
  ['What did Byron promise?', findReported],
  ['Who founded the mill?', findDoers],
  ['Who won the final?', findWinners],
];

const readAll = (readers: typeof FACTS, asked: FactsAsked): Fact[] =>
  readers.flatMap(([, read]) => read(asked));

/** Who, what, how many and how: best first; empty for questions of other forms. */
export const findFacts = (asked: FactsAsked): Fact[] => readAll(FACTS, asked);

/** Who did it, and what somebody reported: what the articles contradict comes before. */
export const findDeeds = (asked: FactsAsked): Fact[] => readAll(DEEDS, asked);
