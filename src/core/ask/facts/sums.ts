/** "What was the bail?", "What is the budget gap?", "How much was Lund fined?": the sum that a sentence gives with that noun. */
import type { Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { Tagger } from '../words/tagging.ts';
import { ABOUT, SUM, wordsBetween } from './amounts.ts';
import type { Fact, FactsAsked } from './fact.ts';
import { findGiven, type Given, isHead, type Matter, matterOf, ONLY_MAY, READ } from './matters.ts';

/** What is asked for, and what sentences call it. */
const CALLED: readonly (readonly [asked: string, said: string])[] = [
  ['bail|bond', 'bail|bond(?! to )'],
  ['fine|penalty', 'fine|penalty'],
  ['ransom', 'ransom'],
  ['reward|bounty', 'reward|bounty'],
  ['budget', 'budget'],
  ['gap|shortfall|deficit|hole', 'gap|shortfall|deficit|hole'],
  ['price tag|asking price|price|cost', 'price tag|price|cost'],
  ['fee', 'fee'],
  ['salary|pay|wage', 'salary|wage'],
  ['turnover', 'turnover|(?:annual|yearly|total) (?:revenues?|sales)'],
  ['prize|prize money|purse|jackpot', 'prize|prize money|purse|jackpot'],
  ['settlement', 'settlement'],
  ['compensation', 'compensation'],
  ['damages', 'damages'],
  ['bonus', 'bonus'],
  ['grant', 'grant'],
  ['rent', 'rent'],
  ['donation', 'donation'],
];
const NOUNS = CALLED.map(([asked]) => asked).join('|');

/** "what's the bond", "How much was the maximum fine for littering?", "What was Lund's bail set at?" */
const ASKS = new RegExp(
  String.raw`^(?:and |so )?(?:what(?:['’]?s| is| was| were| are| will be)|how (?:much|high|big|large) (?:is|was|were|are)) (?<mod>(?:[^\s?]{1,30} ){0,5}?)(?<noun>${NOUNS})(?: money| amount| sum)?(?: (?:been |be )?(?:set|fixed|placed|put) at)?(?<tail> (?:of|for|on|at|in|from|against|to) [^?]{1,100})?[?.!\s]*$`,
  'iu',
);
/** "How much compensation did Lund get?", "What reward is offered for the dog?" */
const GIVEN = new RegExp(
  String.raw`^(?:how much|what(?= (?:bail|bond|fine|ransom|reward|bounty|price|fee|salary|rent|compensation|damages)\b)) (?<mod>(?:of an? )?)(?<noun>${NOUNS})(?: money)? (?:did|does|do|was|were|is|are|has|have|had|will)(?<tail> [^?]{2,100})[?.!\s]*$`,
  'iu',
);
/** What is done with sums says nothing of which. */
const DONE: ReadonlySet<string> = new Set(
  parseTerms(
    'get got give given receive received pay paid ask asked demand demanded order ordered set post posted offer offered award awarded charge charged seek sought claim claimed put up face impose imposed hand handed expect',
  ),
);
/** "lund bail amount", "Lund bond how much" */
const TYPED = new RegExp(
  String.raw`^(?<mod>(?:[^\s?]{1,30} ){0,4}?)(?<noun>${NOUNS}) (?:amount|how much|sum)(?<tail> (?:for|of) [^?]{1,60})?[?.!\s]*$`,
  'iu',
);
/** "What did the judge set bail at?" */
const SET_AT =
  /^what (?:did|has|have) [^?]{2,60} (?:set|fix|fixed|put) (?:the |his |her |their )?(?<mod>[^?]{0,30}?)(?<noun>bail|bond) (?:at|to)(?<tail>)[?.!\s]*$/iu;
/** "How much was Lund fined for speeding?" */
const FINED =
  /^how much (?:was|were|is|has|have|did) (?<mod>[^?]{2,60}?) (?:been |be |get |got )?(?<noun>fined)(?<tail> (?:for|by|over) [^?]{1,80})?[?.!\s]*$/iu;

/** Words between a sum and its noun: "$45 million production budget". */
const SMALL = wordsBetween(2);
/** "a year" of "$90,000-a-year salary". */
const EACH = '(?:[ -](?:an?|per)[ -](?:year|month|week|day|hour))?';
const BE =
  '(?: (?:has|had) been| is| was| were| are| will be| be| remains?| stands?| stood)(?: currently| now| also)?';
const SET = '(?: (?:set|fixed|placed|put|posted|estimated|valued|capped|totall?ing|worth))';
const OFFERED = '(?: (?:for|on|in|against) [^,.;:()"“”]{2,50}?)?';

/** All ways in which a sum stands with one of these nouns. */
function patternsOf(nouns: string): RegExp[] {
  return [
    // "a budget of about $3m", "bond set at $45,100"
    new RegExp(String.raw`\b(?<noun>${nouns})(?: of|${SET}(?: at)?| at) ${ABOUT}(?<sum>${SUM})`, 'giu'),
    // "The reward for it is $500"
    new RegExp(String.raw`\b(?<noun>${nouns})${OFFERED}${BE}${SET}?(?: at)? ${ABOUT}(?<sum>${SUM})`, 'giu'),
    // "a 15,000-dollar bail", "$500 in damages"
    new RegExp(String.raw`(?<sum>${SUM})${EACH} (?:in )?${SMALL}(?<noun>${nouns})\b(?![-’'])`, 'giu'),
  ];
}

const FINES = new RegExp(
  String.raw`\bfined (?<whom>(?:[^\s,.;:()]{1,25} ){0,4}?)${ABOUT}(?<sum>${SUM})`,
  'giu',
);

/** Things that have their price before them: "the $3bn dam". */
const BUILT =
  /\b(?:airport|bridge|building|cent(?:er|re)|complex|contract|dam|deal|development|extension|facility|film|hospital|house|library|line|mansion|museum|plan|plant|project|programme|program|railway|refurbishment|renovation|road|scheme|school|ship|stadium|station|tower|tunnel|upgrade)$/i;

/** Where a clause about something else begins. */
const ENDS = /[,;:()"“”—–]|\b(?:while|but|than|times|compared|whereas|although)\b/g;
/** The sentence up to the sum, and what follows it up to the next clause. */
function clauseOf(text: string, end: number): Span {
  ENDS.lastIndex = end;
  return { start: 0, end: ENDS.exec(text)?.index ?? text.length };
}

const GENERAL = / (?:is|are) /i;
/** What somebody wants is not what there is. */
const WANTED =
  /\b(?:demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing)? for|wants?|wanted|claim(?:s|ed|ing)?)\b/i;
/** What somebody has to pay, or gets, once others have decided. */
const DECIDED = /^(?:fine|fined|penalty|bail|bond|compensation|damages|settlement)$/;

function sumsIn({ text }: SentenceView, { patterns, isPast, isDecided }: Asked, tagger: Tagger): Given[] {
  if ((isPast && ONLY_MAY.test(text)) || (isDecided && WANTED.test(text))) return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, READ).flatMap(({ 0: all, index, groups }): Given[] => {
      const sum = groups?.['sum'] ?? '';
      const last = index + all.length;
      const isFirst = !all.endsWith(sum);
      if (isFirst && !isHead(tagger.tag(text), last)) return [];
      // "The fine for littering is $50" is what anybody would get.
      if (isPast && GENERAL.test(all)) return [];
      const start = isFirst ? index : last - sum.length;
      const within = clauseOf(text, last);
      // "The club fined him $500" is no fine of the club's.
      const from = groups?.['whom'] ? index : within.start;
      return [{ start, end: start + sum.length, within: { ...within, start: from } }];
    }),
  );
}

interface Asked {
  readonly patterns: readonly RegExp[];
  /** A fine that somebody got, and not one that he may get. */
  readonly isPast: boolean;
  /** What was decided, and not what is asked for. */
  readonly isDecided: boolean;
  /** Whose it is, and what it is for. */
  readonly matter: Matter;
}

function parseSum(question: string): Asked | null {
  const groups = [ASKS, SET_AT, FINED, GIVEN, TYPED].map((asks) => asks.exec(question)?.groups).find(Boolean);
  const noun = groups?.['noun']?.toLowerCase();
  if (groups === undefined || noun === undefined) return null;
  const said = CALLED.find(([asked]) => asked.split('|').includes(noun))?.[1] ?? 'fine|penalty';
  const { mod = '', tail = '' } = groups;
  const rest = `${mod} ${tail}`;
  // Of prices an article is full: without a word of what has it nobody knows which.
  const named = matterOf(rest);
  const matter = { ...named, terms: named.terms.filter((term) => !DONE.has(term)) };
  if (matter.terms.length === 0 && /price|cost|turnover/.test(noun)) return null;
  const isFine = noun === 'fined' || /fine/.test(said);
  const built = /price|cost/.test(noun) ? BUILT.exec(tail.replace(/[?.!\s]+$/, ''))?.[0] : undefined;
  return {
    patterns: [
      ...patternsOf(said),
      ...(isFine ? [FINES] : []),
      ...(built === undefined ? [] : [new RegExp(String.raw`(?<sum>${SUM}) ${SMALL}${built}\b`, 'giu')]),
    ],
    isPast: isFine && /\b(?:was|were|did|has|have)\b/i.test(question),
    isDecided:
      DECIDED.test(noun) && !WANTED.test(question) && !/\b(?:ask|demand|seek|claim)\b/i.test(question),
    matter,
  };
}

/** The places of the one sum that the articles give. Empty for other questions, and where there are several. */
export function findSums({ question, articles, tagger }: FactsAsked): Fact[] {
  const asked = parseSum(question.text);
  if (asked === null) return [];
  return findGiven(articles, asked.matter, (view) => sumsIn(view, asked, tagger));
}
