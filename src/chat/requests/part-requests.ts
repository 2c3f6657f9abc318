/** How people in the thread of a brief ask for a part of it, for another length, or to be told what is new: "timeline?", "shorter", "follow this". */
import type { BriefCommand, BriefPart } from '../command.ts';
import { asks } from './without-asking.ts';

const OUTLETS = '(?:sources|articles|reports|papers|outlets|accounts|publishers|versions)';
const THEM = `(?:(?:the|these|your|those) )?${OUTLETS}`;
const ARTICLE =
  '(?:the|this|that|these|those) (?:articles?|stor(?:y|ies)|pieces?|reports?|quotes?|lines?|news|brief|thread)';
/** What is pointed at under a brief is its articles; "it" may be anything that they speak of. */
const THIS = `(?:this|that|these|those|all (?:this|that)|${ARTICLE})`;
/** "Timeline for this": behind the name of a part nothing else can be meant. */
export const ON_IT = new RegExp(` (?:(?:on|about|of|for|in|to|with|from) (?:it|${THIS})|here)$`, 'i');

/** The names of parts: they may be asked for of a story, too ("timeline of the strike"). */
export const NAMES: readonly (readonly [BriefPart, string])[] = [
  [
    'timeline',
    '(?:(?:the|an?|full|quick) )*(?:timeline|time line|chronology|sequence of events|order of events)',
  ],
  [
    'compare',
    '(?:(?:the|any|main) )*(?:differences|contradictions|discrepancies|disagreements)|(?:an? |the )?comparison',
  ],
  [
    'sources',
    '(?:(?:the|your|its|all|any|more|other|further|full|whole|original|list of) )*(?:sources?|links?|urls?|citations?|articles)',
  ],
  [
    'figures',
    '(?:(?:the|all|key|main|any|latest|current|new) )*(?:figures|numbers|facts and figures|stats|statistics)',
  ],
  ['unknown', '(?:the )?(?:open questions|unknowns)'],
  [
    'people',
    "(?:who(?:[’']?s| is| are) )?(?:(?:the|all|key|main|important|major|other) )*(?:(?:key|main) (?:players|people|names|persons)|people(?: involved)?|players|who[’']?s who|cast(?: list)?)(?: involved)?",
  ],
  [
    'quotes',
    '(?:(?:all|more|the|other|any|some|key|best|main|latest|direct|good|top|strongest|an?|one) )*(?:quotes?|quotations?|reactions?)',
  ],
];

const WHO = '(?:who|which (?:paper|outlet|source|agency|publisher|one))';
const MORE = '(?:(?: on)? anything| anywhere| at all)?';
const WHAT_IS = "(?:what(?:['’]?s| is| are) )?";

/** What the names do not say; each pattern is the whole request, in lower or upper case, without what only asks for it. */
export const PARTS: readonly (readonly [BriefPart, RegExp])[] = [
  ...NAMES.map(([part, name]) => [part, asks(`${WHAT_IS}(?:${name})`)] as const),

  ['timeline', asks('what happened when|when did what happen|timeline of events')],
  // What came before it, as far as the articles date it.
  ['timeline', asks('(?:(?:the|any|some|more|a (?:bit|little) of) )*(?:background|context|back ?story)')],
  [
    'timeline',
    asks('how did (?:we|it|this|things) get (?:here|to this(?: point)?)|(?:put )?(?:it|this|that) in order'),
  ],
  ['timeline', asks('what(?: else)?(?: has)? happened (?:next|before(?: (?:this|that))?|in what order)')],

  [
    'compare',
    asks(
      `(?:where|how|do) (?:do )?${THEM} (?:differ|disagree|agree|conflict|diverge|contradict (?:each other|one another))${MORE}`,
    ),
  ],
  [
    'compare',
    asks(
      `what (?:do|don['’]?t|do not) ${THEM} (?:dis)?agree (?:on|about)|what (?:are|do) ${THEM} (?:say|saying|report|reporting) differently`,
    ),
  ],
  ['compare', asks(`compare (?:${THEM}|them)`)],
  [
    'compare',
    asks(
      `(?:(?:what are|are there) )?(?:the|any) (?:differences|contradictions|discrepancies|disagreements) (?:between|among|in) ${THEM}`,
    ),
  ],
  // Who wants to know how sure it is sees what all say and what one says alone.
  ['compare', asks(`how (?:reliable|solid|certain|sure|trustworthy|well[- ]sourced) (?:is|are) ${THIS}`)],
  [
    'compare',
    asks(
      `(?:has|was) (?:this|that) (?:been )?(?:confirmed|verified)(?: by (?:anyone|anybody|others|somebody|someone)(?: else)?)?|(?:what|which (?:bits?|parts?|claims?|facts?))(?:['’]?s| is| are) (?:disputed|contested|confirmed)(?: and what (?:is not|is(?:n['’]?t)))?|(?:is|are) ${THIS} (?:confirmed|verified|corroborated|reliable|solid)`,
    ),
  ],
  ['compare', asks('(?:can (?:i|we) )?trust this|fact[- ]?check(?: (?:it|this))?')],
  [
    'compare',
    asks(
      `(?:what|how) (?:did|do|does|are|have|has) (?:the )?(?:others?|other ${OUTLETS}|rest|everyone else) (?:say|saying|said|report|reporting|reported|cover|put)(?: (?:about |on )?(?:it|this|that))?`,
    ),
  ],
  ['compare', asks('who else (?:says|reports|confirms|has) (?:so|this|that)')],

  ['sources', asks("(?:what|which|who)(?:['’]?s| is| are) (?:the|your) sources?")],
  [
    'sources',
    asks(
      `(?:what|which) ${THEM} (?:did you use|have you used|do you have|are you using|is this (?:based on|from))`,
    ),
  ],
  [
    'sources',
    asks(
      `where(?:['’]?s| is| are| does| do) ${THIS} (?:come )?from|where (?:did|do) (?:you|we) (?:get|find|have) (?:it|${THIS})(?: from)?`,
    ),
  ],
  [
    'sources',
    asks(
      `(?:which|what) (?:sources|articles|papers|outlets|publishers) (?:say|said|reported) (?:so|this|that|it)`,
    ),
  ],
  [
    'sources',
    asks(
      `${WHO} (?:wrote|published|reported|covered) ${THIS}|when (?:was|were) ${THIS} (?:published|written|posted)`,
    ),
  ],
  [
    'sources',
    asks(
      `${WHAT_IS}the (?:most recent|latest|newest|oldest|last|first) (?:article|source|report|piece)(?: (?:you|we)(?: have|['’]ve got))?|which (?:of (?:these|them)|one|article|report|source) is (?:the )?(?:most recent|latest|newest|oldest)|(?:the )?originals?`,
    ),
  ],
  ['sources', asks(`says who|${WHO} (?:says|reports|claims) (?:so|it|${THIS})`)],
  // Their dates tell who was first, and how old it is.
  [
    'sources',
    asks(
      `${WHO} (?:broke|(?:first|originally) (?:reported|had|published|ran)) (?:it|${THIS})|${WHO} (?:reported|had|published|ran|broke) (?:it|${THIS}) first`,
    ),
  ],
  ['sources', asks(`${WHO} was first (?:with|to report|on|to publish) (?:it|${THIS})`)],
  ['sources', asks(`how (?:old|recent|fresh|current|up[- ]to[- ]date) (?:is|are) ${THIS}`)],
  [
    'sources',
    asks(`(?:is|are) ${THIS} (?:still )?(?:up[- ]to[- ]date|current|recent|outdated|out of date|the latest)`),
  ],
  ['sources', asks(`when (?:was|were) ${THIS} (?:last )?updated|last updated|when was it last updated`)],
  [
    'sources',
    asks(
      'how many (?:articles|sources|reports)(?: (?:do you have|are there|is (?:this|that|it) (?:from|based on)|are (?:behind|in) (?:this|that|it)))?|the article|(?:the )?(?:full|whole|original|entire) (?:articles?|text|stor(?:y|ies)|pieces?)',
    ),
  ],
  ['sources', asks(`where can (?:i|we) (?:read|find|see) (?:it|them|more|${THIS})(?: in full)?`)],

  [
    'unknown',
    asks(
      "(?:what|(?:is there )?anything) (?:(?:do(?:n['’]?t| not)?|can['’]?t) we|we (?:do(?:n['’]?t| not)|can['’]?t)) (?:yet |still |not )*know(?: yet)?",
    ),
  ],
  [
    'unknown',
    asks(
      "what(?:['’]?s| is| remains) (?:still )?(?:not (?:yet )?(?:known|clear|confirmed)|unknown|unclear|open|unconfirmed|missing)(?: yet)?|what questions (?:remain|are (?:still )?open)|(?:any|what are the|the) (?:holes|gaps|loose ends)",
    ),
  ],

  [
    'people',
    asks(
      "who(?:['’]?s| is| are) (?:who|(?:else )?involved|(?:all )?these people)(?: here)?|who(?:['’]?s| is) (?:in|behind) (?:this|the story)",
    ),
  ],

  ['quotes', asks("who (?:said|says) what|who(?:[’']?s| is) saying what")],
  [
    'quotes',
    asks("what(?:['’]?s| is| are| did| do| has) (?:everyone|everybody|people|they all) (?:saying|said|say)"),
  ],
  [
    'quotes',
    asks("who(?:['’]s| has| have)? (?:else )?(?:(?:is|was|are|were|has|have) )?(?:being |been )?quoted"),
  ],

  // A brief's own headings, said back to it.
  ['compare', asks(`where (?:do )?(?:they|${THEM}) (?:differ|agree)|only one says so`)],
  ['quotes', asks('in their (?:own )?words')],
  ['unknown', asks('not known(?: yet)?')],
];

export const LENGTHS: readonly (readonly [NonNullable<BriefCommand['length']>, RegExp])[] = [
  [
    'headline',
    asks(
      `(?:(?:make|keep|cut) (?:it|this|that) |even |an? |the |much |bit )*(?:short|brief)er(?: version)?|(?:in )?(?:one|a single) (?:sentence|line)|${WHAT_IS}(?:the |an? |just )?headline|one[- ]liner|too long|boil (?:it|this|that) down(?: a (?:bit|little))?|in a nutshell`,
    ),
  ],
  [
    'full',
    asks(
      `(?:tell me |some |any )?more(?: (?:info|information|detail))?|(?:tell me )?more (?:on|about) (?:it|${THIS})|(?:(?:make it|an?|the) )?longer(?: version)?|what else (?:do you have|have you got)|in (?:full|(?:more )?detail)|(?:the )?(?:full|whole) (?:brief|thing)|(?:(?:more|the|all|any|some) )*details?`,
    ),
  ],
];

const KEEP = 'keep (?:me|us) (?:posted|updated|informed|in the loop)';
const TELL = '(?:ping|alert|notify|tell|message|let|warn) (?:me|us)(?: know)?';
const NEWS =
  "(?:(?:there(?:['’]?s| is| are) )?(?:anything|something|any|more)(?: is)? (?:new|news|updates?|changes|happens))";

export const FOLLOW = asks(
  `(?:follow|subscribe to|watch|monitor|track|keep an eye on|${KEEP} (?:on|about)) (?:it|${THIS}|this topic)|subscribe|${KEEP}|` +
    `${TELL} (?:when|whenever|if|as soon as|of|about) (?:${NEWS}|(?:this|it) (?:changes|is updated)|updates|changes)(?: (?:on|about|with|to) (?:it|this|that))?|` +
    `how (?:do|can) (?:i|we) (?:follow|subscribe|get (?:${THIS}|it|updates|an? (?:digest|alert)|digests|alerts)|set up (?:an? )?(?:digest|alert)s?)(?: .{0,40})?|` +
    '(?:this|it) (?:every|each) (?:day|morning|evening|week|hour)\\b.*',
);
