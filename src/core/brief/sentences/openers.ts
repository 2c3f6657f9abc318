/** How sentences begin that lean on the one before, and that no name put in can help: "However, …", "The latter …", "Days later, …". */

const TIMES = 'year|week|month|morning|afternoon|evening|summer|winter|spring|autumn';
const PERIODS = 'moments?|minutes?|hours?|days?|weeks?|months?|years?|decades?';

/** Words that join what follows to what was said. */
const JOINS = [
  'however|but|and|or|so(?! far|-)|yet|also|moreover|furthermore|additionally|in addition|meanwhile|instead|otherwise|besides',
  'nevertheless|nonetheless|therefore|thus|hence|likewise|similarly|consequently|accordingly|alternatively|conversely|again|too',
  'still(?=,)|then(?!-)|further(?=,)|indeed|in fact|of course|even so|that said|as such|as a result|all in all|in (?:short|sum)',
  'in other words|on the other hand|(?:by|in) contrast|for (?:example|instance|(?:this|that) reason)|not only that',
  '(?:apart from|beyond|on top of) (?:this|that)|at the (?:same|that) time|(?:to do|in doing) so|if (?:so|not)|as for',
  'yes|no(?=,)|well(?=,)|ok',
];

/** Words that point to somebody or something that was named. */
const POINTS = [
  "s?he['’]|now (?:s?he|they|it)|there (?:he|she|it|they)|its|they|their|them|these|those|that|here",
  `this(?! (?:${TIMES})\\b)`,
  // "It is unclear whether …" means nothing that was named.
  'it(?! (?:is|was|remains|has been) (?:(?:still |also )?(?:unclear|unknown|uncertain|unlikely|unusual|not (?:yet |immediately |fully |entirely )*(?:clear|known|certain|unusual|possible|the first time))|widely |thought|believed|expected|hoped|feared|possible|likely|clear|known|estimated|reported))',
  `(?:to|after|before|because of|despite|until|since|by|during|with|for|behind|beside|against|around|from|in|on|at) (?:this|that|these|those|which|him|her|them)\\b(?! (?:${TIMES}|day|time|season)\\b)`,
  'according to (?:him|her|it|them)|(?:one|most|none|some|many|all) of (?:it|them|that)',
];

/** "The former", "another": one of those that were spoken of. */
const ONE_OF_THOSE = [
  "the (?:former|latter|city|town|village|island|country|nation|pair|duo|trio|couple|move|decision|letter|comments?|remarks?|statement|figures?|sum|amount|fine|settlement|changes?|items?|findings|same)\\b(?! of\\b|[-’'])",
  '(?:in|on|at|by) the same (?:day|night|week|month|year|period|time|town|city|area|region|place|street|building|interview|statement|speech|letter|report|post|case)',
  '(?:in|after|from) (?:another|a (?:separate|second|similar|further)) (?:incident|attack|case|blast|explosion|raid|accident|crash|clash|interview|statement|post|message|tweet|letter|report|development|operation|protest)s?',
  'the (?:first|second|third|fourth|last|next|others?)(?=,| (?:is|was|were|will|has|had|came|one|two)\\b)',
  'the (?:two|three|four|five)(?= (?:are|were|have|had|will|became|met|said|say)\\b)',
  'another|others|neither|either|such|both(?! (?:the|of the) )|some(?! \\d| (?:of the|\\w+teen|twenty|thirty|forty|fifty))',
  '(?:many|several|a few) (?:more|others?)(?! than\\b)',
];

/** A time that is counted from another. */
const LATER = [
  'later(?! (?:this|in|on) )|earlier(?! (?:this|in|on) )|soon (?:after|afterwards?)|(?:there|after)(?:after|wards?)|(?:since|until|by|back) then(?!-)|ever since|from there',
  `(?:(?:just|only|barely|less than|more than|some|about|around|nearly|almost) )*(?:an? |[a-z]+ |\\d+ )?(?:few )?(?:${PERIODS}) (?:later|earlier)(?! than\\b)`,
  'the (?:[a-z-]+ ){1,2}(?:comes?|came) (?:as|after|amid|just|less|more|nearly|days?|hours?|weeks?|months?|an? (?:day|week|month|year)|one|two|three|at a time|on the heels|in the wake)',
  'nearby(?=,)|elsewhere(?=,)',
];

/** Halves of sentences, and headings that ask: "Who won’t stand up to the mayor.", "Looks like rain." */
const HALVES = ['why|how|what|who|whose|whom|which', '(?:looks|sounds|seems) like'];

const LEANS = new RegExp(
  `^["'“‘(]*(?:${[...JOINS, ...POINTS, ...ONE_OF_THOSE, ...LATER, ...HALVES].join('|')})\\b`,
  'i',
);
/** "WHO declared an emergency", "IT workers went home": no "who", and no "it". */
const INITIALS = /^["'“‘(]*(?:WHO|IT)\b(?!\s\p{Lu}{2})/u;

/** Whether a sentence begins so that it needs the one before. */
export function opensLeaning(text: string): boolean {
  return LEANS.test(text) && !INITIALS.test(text);
}
