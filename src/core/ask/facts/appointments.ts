/** "When will Lund be sentenced?": the day for which a sentence sets what the verb names: "set sentencing for May 4". */
import { type DateMention, entityOf } from '../../article.ts';
import { nameTerms, termOf } from '../../search/query.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import { leadTo } from '../words/whole-words.ts';
import { isCalled, withoutCourtesy } from './called.ts';
import type { Fact, FactsAsked } from './fact.ts';

const WHEN_WILL =
  /^(?:when|what day|on what (?:day|date)) (?:will|is|are|was|were) (?=\p{L})(?<who>[\p{L}.'’ -]{2,60}?) (?:(?:due|going|scheduled|set|expected) to )?(?:be )?(?<verb>sentenced|tried|arraigned|inaugurated|deposed|buried|executed)[?.!\s]*$/iu;
const WHEN_IS =
  /^(?:when|what day|on what (?:day|date)) (?:will|is|are|was|were) (?=\p{L})(?<who>[\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) (?<verb>sentencing|trial|arraignment|inauguration|deposition|funeral|burial|execution|retrial)[?.!\s]*$/iu;

/** The noun for each verb. */
const NOUNS: ReadonlyMap<string, RegExp> = new Map([
  ['sentenc', /\bsentencing\b/gi],
  ['trial', /\btrial\b/gi],
  ['tri', /\btrial\b/gi],
  ['retrial', /\bretrial\b/gi],
  ['arraign', /\barraignment\b/gi],
  ['inaugur', /\binauguration\b/gi],
  ['depos', /\bdeposition\b/gi],
  ['funer', /\bfuneral\b/gi],
  ['buri', /\b(?:burial|funeral)\b/gi],
  ['burial', /\b(?:burial|funeral)\b/gi],
  ['execut', /\bexecution\b/gi],
]);
/** Before the noun: "set ", "scheduled his ". */
const SET =
  /\b(?:set|sets|scheduled|schedules|fixed|postponed|moved|delayed) (?:(?:the|a|his|her|their|its) )?$/i;
/** Between the noun and the day: "for ", "is set for ", "has been scheduled to begin on ". */
const FOR =
  /^(?: (?:is|was|has been|had been|will be))?(?: (?:set|scheduled|due|fixed|planned|expected))?(?: to (?:start|begin|open|take place|be held))? (?:for|on|to) $/i;
/** "Faces trial on June 4", and not "moved for a new trial on Friday". */
const STANDS = /\b(?:face|faces|stand|stands|go on|goes on|be on) $/i;
/** Characters between them. */
const REACH = 60;

const COURT = /\b(?:judge|justice|magistrate|prosecutor|attorney|lawyer|spokes\w+)\b/i;

/** Whether the sentence, or the one beside it, names him, and nobody else whose it could be stands in it. */
function isHis(views: readonly SentenceView[], at: number, wanted: readonly string[]): boolean {
  const people = (place: number): readonly (readonly string[])[] =>
    (views[place]?.names ?? []).flatMap((name) => {
      const named = views[place] && entityOf(views[place].article, name);
      // "Judge Mara Holm" sets the day.
      const isCourt = COURT.test(named?.role ?? '');
      return name.kind !== 'person' || named === undefined || isCourt ? [] : [nameTerms(named.name)];
    });
  const isWanted = (terms: readonly string[]): boolean => wanted.every((term) => terms.includes(term));
  const own = people(at);
  if (own.length > 0) return own.every(isWanted);
  const beside = people(at + 1)[0] ?? people(at - 1)[0];
  return beside !== undefined && isWanted(beside);
}

function dayIn({ article, sentence, text, dates }: SentenceView, noun: RegExp): DateMention | undefined {
  for (const match of text.matchAll(noun)) {
    const end = sentence.start + match.index + match[0].length;
    const isSet = SET.test(leadTo(text, match.index));
    const day = dates.find(({ start }) => start >= end && start < end + REACH);
    if (day === undefined) continue;
    const between = article.text.slice(end, day.start);
    if (
      FOR.test(between) &&
      (isSet || between.trim().includes(' ') || STANDS.test(leadTo(text, match.index)))
    )
      return day;
  }
  return undefined;
}

/** The day, one place for each sentence that sets it. Empty for other questions. */
export function findAppointments({ question: { text }, articles }: FactsAsked): Fact[] {
  const { who = '', verb = '' } = (WHEN_WILL.exec(text) ?? WHEN_IS.exec(text))?.groups ?? {};
  const noun = NOUNS.get(termOf(verb) ?? '');
  const wanted = nameTerms(withoutCourtesy(who));
  if (noun === undefined || wanted.length === 0) return [];
  return viewSentences(articles).flatMap((views) => {
    const isThere = views[0]?.article.analysis.entities.some((entity) => isCalled(entity, wanted)) ?? false;
    if (!isThere) return [];
    return views.flatMap((view, at): Fact[] => {
      const day = dayIn(view, noun);
      if (day === undefined || !isHis(views, at, wanted)) return [];
      return [{ article: view.article, start: day.start, end: day.end }];
    });
  });
}
