/** How people ask for a brief: on a story that they name, or on whatever is spoken of. */
import { asks } from './without-asking.ts';

export interface Asked {
  /** In lower or upper case, without what only asks for it; the group is what the brief is to be about. */
  readonly pattern: RegExp;
  /** Who asks so has no time. */
  readonly short?: true;
  /** Under a brief it asks of somebody or something in its articles. */
  readonly begins?: true;
}

const HOW =
  '(?:(?:quick|short|brief|fast|rapid|concise|simple|little|wee|tiny|full|good|morning|evening|daily|bullet[- ]points?|(?:\\w+-)(?:minute|second|line|sentence|word|point)s?) )';
const SUMMARY = `(?:an? |the |your |another )?${HOW}*(?:summary|overview|run-?down|recap|round-?up|sum-?up|catch-?up|wrap-?up|digest|tl;?dr|gist|synopsis|low-?down|version|(?:key|main) points|highlights|takeaways)`;
const BRIEF = `(?:an? |the |your |another )?${HOW}*brief(?:ing)?`;
const ON = '(?:on|about|of|for|regarding|re|concerning|around)';
const IS = "(?:['’]?s| is| are| has)";
const NEWS = '(?:news|updates?|developments?|word)';
const UP = '(?:catch|bring|get)(?:ing)? (?:me|us) up|up';
const ANY =
  '(?:(?:is there|are there|has there been|have there been|do (?:you|we) have|(?:have )?(?:you|we) got|got|seen|heard) )?any';
const WE = "(?:that )?(?:you|we|you['’]ve|we['’]ve)(?: have| got| know)+";

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
  },
  {
    pattern: asks(
      `${ANY}(?:thing)?(?: new| else| more| fresh| recent)? (?:on|about|regarding|re) (?<story>.+)`,
    ),
  },
  {
    pattern: asks(
      `(?:what${IS} (?:new|happening|going on|up)|(?:is there )?anything new) (?:on|about|in|with|at|around|regarding) (?<story>.+)`,
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
      `(?:(?:everything|all|whatever|anything)(?: ${WE})?|what ${WE}) (?:so far )?(?:on|about) (?<story>.+)`,
    ),
  },
  {
    pattern: asks(
      `(?:an? |some |the |your |our |all )*(?:${NEWS}|coverage|reporting) (?:on|about|of|re) (?<story>.+)`,
    ),
  },
  { pattern: asks(`${BRIEF} ${ON} (?<story>.+)`) },
  { pattern: asks(`${SUMMARY} ${ON} (?<story>.+)`), short: true },
  { pattern: asks('(?:summari[sz]e|summari[sz]ing|recap|sum up) (?!(?:for|to) )(?<story>.+)'), short: true },
];

const WHEN =
  '(?: (?:today|now|yet|so far|lately|tonight|overnight|yesterday|here|(?:this|last) (?:morning|afternoon|evening|night|week|weekend)|(?:over|at|on) the weekend|from today|on (?:this|that|it)))?';

export const ON_THIS: readonly Asked[] = [
  {
    pattern: asks(
      `(?:(?:what${IS} )?(?:the |your )?(?:latest|newest|new|news|latest ${NEWS})|${ANY}(?: more| new| further)? ${NEWS}|anything (?:new|else new|fresh)|updates?)${WHEN}`,
    ),
  },
  { pattern: asks(`(?:${UP})(?: to (?:date|speed))?${WHEN}|(?:brief|update) (?:me|us)|fill (?:me|us) in`) },
  { pattern: asks(`(?:${UP}) (?:on|with) (?:everything|things)${WHEN}`) },
  { pattern: asks(`what (?:did (?:i|we) miss|have (?:i|we) missed)${WHEN}`) },
  { pattern: asks('where (?:are we(?: at)?|do (?:things|we) stand|are things(?: at)?)') },
  { pattern: asks(`${BRIEF}${WHEN}`) },
  {
    pattern: asks(
      `(?:${SUMMARY}|summari[sz]e|sum up)${WHEN}|(?:sum|summari[sz]e|recap) (?:it|this|that|it all)(?: up)?`,
    ),
    short: true,
  },
];

/** No word of a story's name: with one of these it is a sentence, praise ("great summary"), or a figure that is wanted ("toll latest"). */
const NOT_NAMING =
  '(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|i|you|we|he|she|they|it|me|us|my|our|your|his|her|their|its|this|that|these|those|the|an?|no|not|any|some|and|or|but|if|to|on|by|with|from|about|there|latest|last|first|next|new|newest|more|key|main|full|quick|short|toll|count|score|price|number|result|big|breaking|fake|false|great|nice|good|bad|cool|excellent|helpful|lovely|brilliant|useful|perfect|sad|terrible|wrong|right|thanks|ok|okay|lol|haha)';
const NAMING = `(?!${NOT_NAMING}(?![\\p{L}'’-]))[\\p{L}\\d][\\p{L}\\d'’-]*`;
/** "The ferry strike": no sentence. */
export const NAME = new RegExp(`^(?:the )?${NAMING}(?: ${NAMING}){0,3}$`, 'iu');

/** "Ferry strike update?", "port deal: summary": the name, and then what is wanted of it. */
export const STORY_FIRST = new RegExp(
  `^(?:the )?(?<story>${NAMING}(?: ${NAMING}){0,4})(?:\\s*[,:–-])? (?:the |any )?(?<wanted>updates?|latest|news|summary|recap|brief|briefing|overview|rundown|tl;?dr|timeline|chronology|sources|figures|quotes)$`,
  'iu',
);
