/** "How long did Lund talk?", "How long was the sentence?": the time that stands with what lasted: "an 11-minute speech". */
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { Tagger } from '../words/tagging.ts';
import { ABOUT, TIME, wordsBetween } from './amounts.ts';
import type { Fact, FactsAsked } from './fact.ts';
import { findGiven, type Given, isHead, type Matter, matterOf, ONLY_MAY } from './matters.ts';

/** "How long did the strike last?", "How long has Lund served?" */
const DID =
  /^(?:for )?how (?:long|many (?:years|months|weeks|days|hours|minutes)) (?:did|does|do|will|would|has|have|had|was|were|is) (?<who>[^?]{2,80}?) (?:been )?(?<verb>last(?:ed)?|take|taken|go on|gone on|talk(?:ed|ing)?|speak(?:ing)?|spoken|serv(?:e|ed|ing)|jailed|imprisoned|sentenced(?: to)?|banned|suspended)(?<rest>(?: for)?(?: [^?]{1,80})?)[?.!\s]*$/iu;
/** "How long was the speech?", "How long was Lund's sentence for arson?" */
const WAS =
  /^how long (?:is|was|are|were) (?<who>[^?]{2,80}?)(?<rest> (?:of|for|in|at|on|to|between|by|from|with|against) [^?]{1,80})?[?.!\s]*$/iu;
/** What somebody did meanwhile says no more of how long it was. */
const MEANWHILE = /^(?: for)? (?:when|as) (?:he|she|they|it) .*$/i;

const SPEECH = 'speech|address|talk|lecture|sermon|statement|monologue';
const SENTENCE = 'prison sentence|jail sentence|prison term|jail term|sentence|imprisonment';
const BAN = 'ban|suspension';
/** What lasts, in rows of those that are called one another. */
const EVENTS: readonly string[] = [
  SPEECH,
  SENTENCE,
  BAN,
  'flight',
  'journey|trip',
  'voyage|crossing|sailing',
  'meeting|talks|negotiations|summit',
  'operation|surgery|procedure',
  'strike|walkout|stoppage',
  'protest|demonstration|sit-in|rally|march',
  'siege|standoff|stand-off',
  'war|conflict',
  'trial',
  'hearing|inquest',
  'interview|conversation|call',
  'outage|blackout|power cut',
  'contract|deal',
  'search|manhunt',
  'match|game',
  'film|movie',
];

const SMALL = wordsBetween(2);

/** "an 11-minute speech", "a speech of 11 minutes", "the speech, which lasted 11 minutes" */
const lasting = (events: string): string[] => [
  String.raw`(?!an? )(?<time>${TIME}) ${SMALL}(?<event>${events})\b(?!['’-])`,
  String.raw`\b(?:${events}) (?:of|spanning|lasting) ${ABOUT}(?<time>${TIME})`,
  String.raw`\b(?:${events})(?: (?:in|at|on|with|between|of|to|from|by|outside|against) [^,.;:]{2,40}?)?(?:, (?:an?|the|his|her|its|their) [^,.;:]{2,50},)?(?:,? (?:which|that))?(?: (?:has|had|have|only|also|would|will|itself))* (?:last(?:ed|s)?|took|takes?|went on|spanned|runs? for|ran for) (?:for )?${ABOUT}(?<time>${TIME})`,
];

const SPOKE = String.raw`\b(?:spoke|talked|speaking|talking|speaks|talks) (?:[^,.;:]{0,40}? )?for ${ABOUT}(?<time>${TIME})`;
const SERVED = [
  String.raw`\b(?:served|serving|serve|serves) (?:out )?(?:an? |his |her |the |their )?(?!an? )(?<time>${TIME}) ${SMALL}(?<event>${SENTENCE})\b`,
  String.raw`\b(?:served|serving|serve) (?:out )?${ABOUT}(?<time>${TIME})(?= (?:in (?:prison|jail|custody)|behind bars|of an?\b|for\b))`,
  String.raw`\b(?:spent|spend|spending) ${ABOUT}(?<time>${TIME}) (?:in (?:prison|jail|custody)|behind bars)`,
];
const SENTENCED = String.raw`\b(?:jailed for|imprisoned for|sentenced (?:(?:him|her|them) )?to) ${ABOUT}(?<time>${TIME})`;

const BANNED = String.raw`\b(?:banned|suspended) (?:[^,.;:]{0,30}? )?for ${ABOUT}(?<time>${TIME})`;

interface Asked {
  readonly patterns: readonly RegExp[];
  readonly isPast: boolean;
  readonly matter: Matter;
}

/** The noun at the end of what is asked of, and its row. */
function eventOf(who: string): { readonly event: string; readonly row: string } | undefined {
  const words = who.replace(/^(?:the|this|that|his|her|their|its) /i, '');
  const row = EVENTS.find((names) => new RegExp(`(?:^| )(?:${names})$`, 'i').test(words));
  const last = /(?<![\p{L}-])[\p{Ll}-]{3,25}$/u.exec(words)?.[0];
  // "Over the course of 30 years": nothing lasts so long.
  if (last === undefined || last === 'course') return undefined;
  const event = row?.split('|').find((name) => words.toLowerCase().endsWith(name)) ?? last;
  return { event, row: row ?? last };
}

/** Patterns for what is asked of, with the words of the question that are not said by them. */
function waysOf(who: string, verb: string): { readonly ways: readonly string[]; readonly rest: string } {
  if (/^(?:talk|sp[eo]ak)/i.test(verb)) return { ways: [...lasting(SPEECH), SPOKE], rest: who };
  if (/^serv/i.test(verb)) return { ways: SERVED, rest: who };
  if (/^(?:jail|imprison|sentence)/i.test(verb))
    return { ways: [...lasting(SENTENCE), SENTENCED], rest: who };
  if (/^(?:ban|suspend)/i.test(verb)) return { ways: [...lasting(BAN), BANNED], rest: who };
  const found = eventOf(who);
  if (found === undefined) return { ways: [], rest: who };
  const rest = who.slice(0, who.length - found.event.length);
  const told = found.row === SENTENCE ? [SENTENCED] : found.row === BAN ? [BANNED] : [];
  return { ways: [...lasting(found.row), ...told], rest };
}

function parseLong(question: string): Asked | null {
  const { who, verb = '', rest = '' } = (DID.exec(question) ?? WAS.exec(question))?.groups ?? {};
  if (who === undefined || /^(?:it|there)\b/i.test(who)) return null;
  const { ways, rest: whose } = waysOf(who, verb);
  const others = `${whose} ${rest.replace(MEANWHILE, '')}`;
  return {
    patterns: ways.map((way) => new RegExp(way, 'giu')),
    isPast: /\b(?:did|was|were|had)\b/i.test(question),
    matter: matterOf(others),
  };
}

function timesIn({ text }: SentenceView, { patterns, isPast }: Asked, tagger: Tagger): Given[] {
  if (isPast && ONLY_MAY.test(text)) return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, index, groups }): Given[] => {
      const { time = '', event } = groups ?? {};
      const last = index + all.length;
      if (event !== undefined && !isHead(tagger.tag(text), last)) return [];
      const start = index + (event === undefined ? all.lastIndexOf(time) : all.indexOf(time));
      return [{ start, end: start + time.length }];
    }),
  );
}

/** The places of the one length of time that the articles give. Empty for other questions, and where there are several. */
export function findDurations({ question, articles, tagger }: FactsAsked): Fact[] {
  const asked = parseLong(question.text);
  if (asked === null || asked.patterns.length === 0) return [];
  return findGiven(articles, asked.matter, (view) => timesIn(view, asked, tagger));
}
