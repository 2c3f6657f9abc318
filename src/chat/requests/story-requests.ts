/** How people ask for a brief: on a story that they name, on what may be one, or on whatever is spoken of. */
import { asks } from './without-asking.ts';

export interface Asked {
  /** The whole request, in lower or upper case, without what only asks for it; the group is what the brief is to be about. */
  readonly pattern: RegExp;
  /** Who asks so has no time. */
  readonly short?: true;
  /** What was told before is not asked for. */
  readonly news?: true;
  /** In a conversation it asks of somebody or something in what is spoken of. */
  readonly begins?: true;
}

const HOW =
  '(?:(?:best|quick|short|brief|fast|rapid|concise|simple|little|wee|tiny|full|good|morning|evening|daily|bullet[- ]points?|bulleted|complete|general|(?:\\w+-)(?:minute|second|line|sentence|word|point)s?) )';
/** "Two lines", "200 words", "in three bullets": what is wanted is short. */
const POINTS =
  '(?:(?:in )?(?:\\w+ )?(?:bullets|bullet[- ]points)|(?:\\d+|a hundred|two hundred) words|(?:an?|one|two|three|\\d+|a few|a couple of) (?:short |quick |single )?(?:lines?|sentences?|paras?|paragraphs?))';
const SUMMARY = `(?:an? |the |your |another )?${HOW}*(?:summary|overview|run-?down|recap|round-?up|sum-?up|catch[- ]?up|wrap-?up|digest|tl;?dr|gist|synopsis|low-?down|version|(?:key|main) (?:points|facts)|highlights|takeaways|essentials|basics|headlines?)`;
const BRIEF = `(?:an? |the |your |another )?${HOW}*brief(?:ing)?`;
/** Who is new to a story wants all of its brief. */
const BACKGROUND = `(?:an? |the |your |some |more |any |all |bit of |little )*${HOW}*(?:background(?:er)?|context|back ?story|primer|explainer|cheat ?sheet|fact ?(?:sheet|file|box)|profile|dossier|one-pager|facts|story|picture)`;
/** "… in two sentences": for who has no time. */
export const IN_FEW =
  / in (?:an? |one |two |three |four |five |(?:a )?few |\d+ )?(?:short |single |quick )?(?:sentence|line|word|bullet|bullet point|paragraph|minute|second)s?$| in (?:brief|short|a nutshell)$/i;
const ON = '(?:on|about|of|for|regarding|re|concerning|around)';
const BEHIND = '(?:on|about|to|for|behind|regarding|re|concerning|around)';
const IS = "(?:['’]?s| is| are| has)";
const NEWS = '(?:news|updates?|developments?|follow-?ups?|word)';
const UP = '(?:catch|bring|get)(?:ing)? (?:me|us) up|up';
const IS_THERE =
  '(?:is there|are there|has there been|have there been|do (?:you|we) have|(?:have )?(?:you|we) got|got|seen|heard)';
const ANY = `(?:(?:${IS_THERE} )?any|${IS_THERE} (?:an?|some))`;
const WE = "(?:that )?(?:you|we|you['’]ve|we['’]ve)(?: have| got| know| heard| published| written| run)+";

const ANYTHING_ON = `${ANY}(?:thing)?(?: new| else| more| fresh| recent)? (?:on|about|regarding|re) (?<story>.+)`;

export const ON_STORY: readonly Asked[] = [
  { pattern: asks('(?:brief|updat|fill)(?:e|ing)? (?:me|us) (?:in )?(?:on|about) (?<story>.+)') },
  { pattern: asks(`(?:${UP}) (?:to (?:date|speed) )?(?:on|about|with) (?<story>.+)`) },
  { pattern: asks('(?:run|talk|take|walk)(?:ing)? (?:me|us) through (?<story>(?!(?:how|why|what)\\b).+)') },
  {
    pattern: asks(
      `(?:what${IS} )?(?:(?:the|your|all|our) )*(?:very )?(?:latest|newest|most recent)(?: ${NEWS})? (?:on|about|in|with|from|regarding|re) (?<story>.+)`,
    ),
  },
  {
    pattern: asks(
      `${ANY}(?: more| new| other| further| fresh| recent)? (?:${NEWS}|coverage|reporting) (?:on|about|regarding|in|from|re) (?<story>.+)`,
    ),
    news: true,
  },
  {
    pattern: asks(
      `(?:what${IS} (?:been )?new|(?:is there )?anything new) (?:on|about|in|with|at|around|regarding) (?<story>.+)`,
    ),
    news: true,
  },
  { pattern: asks(ANYTHING_ON), begins: true },
  {
    pattern: asks(
      `what${IS} (?:been )?(?:happening|going on|up) (?:on|about|in|with|at|around|regarding) (?<story>.+)`,
    ),
  },
  {
    pattern: asks(
      'where (?:are we(?: at)?|do (?:things|we) stand|are things(?: at)?|have we got to) (?:on|with) (?<story>.+)',
    ),
  },
  {
    pattern: asks(
      'what (?:do (?:we|you) have(?: so far)?|have (?:we|you) got(?: so far)?|do (?:we|you) know so far) (?:on|about) (?<story>.+)',
    ),
  },
  { pattern: asks('what do (?:we|you) know (?:on|about) (?<story>.+)'), begins: true },
  {
    pattern: asks(
      `(?:tell (?:me|us) )?(?:(?:everything|all|whatever)(?: ${WE}| there is)?|what ${WE}) (?:so far )?(?:on|about) (?<story>.+)`,
    ),
  },
  {
    pattern: asks(
      `(?:an? |some |the |your |our |all )*(?:${NEWS}|coverage|reporting) (?:on|about|of|re) (?<story>.+)`,
    ),
  },
  { pattern: asks(`${BRIEF} ${ON} (?<story>.+)`) },
  { pattern: asks(`${BACKGROUND} ${BEHIND} (?<story>.+)`) },
  { pattern: asks(`(?:${SUMMARY}|${POINTS}) ${ON} (?<story>.+)`), short: true },
  { pattern: asks('(?:summari[sz]e|summari[sz]ing|recap|sum up) (?!(?:for|to) )(?<story>.+)'), short: true },
];

/** What may as well be a question about a detail: a brief where the whole of it names a story, "tell me about the dam collapse". */
export const PERHAPS_STORY: readonly Asked[] = [
  {
    pattern: asks(
      '(?:tell|remind|educate) (?:me|us) (?:(?:a (?:bit|little)|more|all|everything) )?(?:about|of|on) (?<story>.+)',
    ),
  },
  { pattern: asks('to (?:know|hear|learn) (?:(?:a bit|something|more|all) )?(?:about|of) (?<story>.+)') },
  { pattern: asks('(?:some |any |the )?more(?: info(?:rmation)?)? (?:on|about) (?<story>.+)') },
  { pattern: asks('(?:(?:some|any|the) )?info(?:rmation)? (?:on|about) (?<story>.+)') },
  { pattern: asks("what(?:['’]?s| has)? (?:been )?(?:happened|happening|going on) with (?<story>.+)") },
  {
    pattern: asks(
      "what(?:['’]?s| is) (?:the )?(?:story|deal|situation|matter|status|state of play|fuss|row) (?:with|on|of|about|around|behind|at) (?<story>.+)",
    ),
  },
  { pattern: asks("what(?:['’]?s| is| was) (?<story>.+?) (?:all )?about") },
  {
    pattern: asks('(?:explain|describe|help me understand|talk to me about) (?<story>.+?)(?: to (?:me|us))?'),
  },
  { pattern: asks('what (?:do|should) (?:i|we) (?:need to )?know about (?<story>.+)') },
  {
    pattern: asks(
      'what (?:do|does|did|are|have|has) (?:the |your )?(?:papers?|press|media|articles?|sources?|reports?|outlets?) (?:say|saying|said|report(?:ing|ed)?|writ(?:e|ing|ten)|got) (?:about|on|of) (?<story>.+)',
    ),
  },
  { pattern: asks("(?:let['’]?s )?talk (?:to me )?about (?<story>.+)") },
  { pattern: asks(ANYTHING_ON) },
  { pattern: asks('what about (?<story>.+)'), begins: true },
];

/** What is spoken of. */
const THIS =
  '(?:(?:it|this|that|all (?:this|that)|(?:this|that|the) (?:story|thread|one|brief|articles?|news))(?: (?:here|again))?)';
export const POINTS_BACK = asks(THIS);
/** Somebody or something that was named before: no name of a story. */
export const PRONOUN = asks(
  '(?:him|her|them|these|those|one|us|you|me|the (?:first|second|last|other)(?: one)?)',
);

const WHEN =
  '(?: (?:today|now|yet|so far|lately|tonight|overnight|yesterday|here|(?:this|last) (?:morning|afternoon|evening|night|week|weekend)|(?:over|at|on) the weekend|from today|on (?:this|that|it)))?';

export const ON_THIS: readonly Asked[] = [
  {
    pattern: asks(
      `(?:what${IS} new|(?:is there )?anything (?:else )?(?:new|fresh)|${ANY}(?: more| new| further)? ${NEWS}|(?:more )?updates?)${WHEN}`,
    ),
    news: true,
  },
  {
    pattern: asks(`(?:what${IS} )?(?:the |your )?(?:latest|newest|new|news|latest ${NEWS})${WHEN}`),
  },
  { pattern: asks(`(?:${UP})(?: to (?:date|speed))?${WHEN}|(?:brief|update) (?:me|us)|fill (?:me|us) in`) },
  { pattern: asks(`(?:${UP}) (?:on|with) (?:everything|things)${WHEN}`) },
  { pattern: asks(`what (?:did (?:i|we) miss|have (?:i|we) missed)${WHEN}`) },
  { pattern: asks(`what(?:['’]?s| has| have)? (?:changed|moved)${WHEN}`), news: true },
  { pattern: asks(`what(?:['’]?s| has| have)? (?:been happening|happening|going on)${WHEN}`) },
  { pattern: asks("what(?: has|[’']?s)? happened(?: here)?"), short: true },
  {
    pattern: asks(
      `what(?: is|['’]?s| are) (?!it )${THIS} (?:all )?about|what ${THIS} (?:is|was) (?:all )?about|what(?:['’]?s| is) the (?:story|situation|state of play)(?: here)?`,
    ),
    short: true,
  },
  { pattern: asks('what (?:do|did) (?:we|you) (?:know|have|got)(?: (?:so far|by now|now|already))?') },
  { pattern: asks('where (?:are we(?: at)?|do (?:things|we) stand|are things(?: at)?)') },
  { pattern: asks(`${BRIEF}${WHEN}`) },
  {
    pattern: asks(
      `(?:${SUMMARY}|${POINTS}|summari[sz]e|sum up)${WHEN}|(?:sum|summari[sz]e|recap) (?:it|this|that|it all)(?: up)?`,
    ),
    short: true,
  },
];

/** No word of a story's name: with one of these it is a sentence, praise ("great summary"), or a figure that is wanted ("toll latest"). */
const NOT_NAMING =
  '(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|i|you|we|he|she|they|it|me|us|my|our|your|his|her|their|its|this|that|these|those|the|an?|no|not|any|some|and|or|but|if|to|on|by|with|from|about|there|latest|last|first|next|new|newest|more|key|main|full|quick|short|toll|count|score|price|number|result|big|breaking|fake|false|drop|add|remove|keep|skip|cut|include|check|use|leave|lose|send|show|give|get|find|make|see|read|open|copy|fix|change|edit|great|nice|good|bad|cool|excellent|helpful|lovely|brilliant|useful|perfect|sad|terrible|wrong|right|thanks|ok|okay|lol|haha)';
const NAMING = `(?!${NOT_NAMING}(?![\\p{L}'’-]))[\\p{L}\\d][\\p{L}\\d'’-]*`;
/** "The ferry strike": no sentence. */
export const NAME = new RegExp(`^(?:the )?${NAMING}(?: ${NAMING}){0,3}$`, 'iu');

/** "Ferry strike update?", "port deal: summary": the name, and then what is wanted of it. */
export const STORY_FIRST = new RegExp(
  `^(?:the )?(?<story>${NAMING}(?: ${NAMING}){0,4})(?:\\s*[,:–-])? (?:the |any )?(?<wanted>updates?|latest|news|brief|briefing|background|context|explainer|summary|recap|overview|rundown|tl;?dr|(?:main|key) points|highlights|timeline|chronology|sources|links|figures|numbers|key players|who[’']?s who|quotes)$`,
  'iu',
);
