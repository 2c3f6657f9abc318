/** What questions of one form ask for, and articles say in few ways: what grammar tells for sure needs no likelihood. */
import type { ReadArticle } from '../../article.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import type { Tagger } from '../words/tagging.ts';
import { findFullNames } from './acronyms.ts';
import { findAgents } from './agents.ts';
import { findAges } from './ages.ts';
import { findAppointments } from './appointments.ts';
import { findAwards } from './awards.ts';
import { findClockTimes } from './clock-times.ts';
import { findContacts } from './contacts.ts';
import { findDoers } from './deeds.ts';
import { findDistances } from './distances.ts';
import { findDurations } from './durations.ts';
import { findEmployers } from './employers.ts';
import { findHappenings } from './happenings.ts';
import { findIntroductions } from './introductions.ts';
import { asksKin, findKin } from './kin.ts';
import { findManner } from './manner.ts';
import { findNamedDeeds } from './named-deeds.ts';
import { findNamings } from './namings.ts';
import { findHolders } from './offices.ts';
import { findOrigins } from './origins.ts';
import { findReported } from './reported.ts';
import { findRoleAges } from './role-ages.ts';
import { findSizes } from './sizes.ts';
import { findSums } from './sums.ts';
import { findTolls } from './tolls.ts';
import { type FoundRole, findRoles, orderRoles } from './who.ts';
import { findWinners } from './winners.ts';

/** A question with its names as the articles write them, and what is read for it. */
export interface FactsAsked {
  readonly named: AskedQuestion;
  readonly articles: readonly ReadArticle[];
  readonly ranked: readonly RankedSentence[];
  readonly tagger: Tagger;
  readonly lexicon: Lexicon;
}

/** Who, what, how many and how: best first; empty for questions of other forms. */
export function findFacts({ named, articles, ranked, tagger, lexicon }: FactsAsked): FoundRole[] {
  const question = named.text;
  return [
    // Whose husband he is, his being called a husband does not tell.
    ...(asksKin(question) ? [] : findHolders(question, articles)),
    ...findKin(question, articles),
    ...orderRoles([
      ...findRoles(question, articles),
      ...findIntroductions(question, articles, tagger, lexicon),
    ]),
    ...findAges(question, articles),
    ...findOrigins(question, articles),
    ...findEmployers(question, articles, tagger, lexicon),
    ...findRoleAges(question, articles, tagger),
    ...findTolls(question, ranked, lexicon),
    ...findSums(question, articles, tagger),
    ...findSizes(question, articles, tagger),
    ...findDurations(question, articles, tagger),
    ...findDistances(question, articles, tagger),
    ...findClockTimes(question, articles, tagger),
    ...findContacts(question, articles),
    ...findHappenings(question, articles),
    ...findAppointments(question, articles),
    ...findAwards(question, articles),
    ...findFullNames(question, articles),
    ...findManner(named, articles, tagger),
    ...findNamings(named, articles, tagger),
  ];
}

/** Who did it, and what somebody reported: what the articles contradict comes before. */
export function findDeeds({ named, articles, ranked, tagger, lexicon }: FactsAsked): FoundRole[] {
  const told = [...findReported(named, articles, tagger), ...findDoers(named, articles, tagger, lexicon)];
  return told.length > 0
    ? told
    : [
        ...findNamedDeeds(named.text, articles),
        ...findAgents(named.text, articles),
        ...findWinners(named, ranked, tagger),
      ];
}
