/** How people ask for something of a story that they name: its quotations, its articles, one paper's, or word of what is new in it. */
import { asks } from './without-asking.ts';

export const QUOTES = asks(
  '(?:(?:all|the|some|more|any|key|best|direct|good) ){0,2}(?:quotes?|quotations?|reactions?) (?:on|about|from|by|of|(?<=reactions? )to) (?<query>.+)',
);
/** The words of whoever is named. */
export const SAID_BY = asks(
  '(?:everything|all|whatever|what) (?:that )?(?<query>(?!(?:you|we|they|he|she|it|the articles)\\b)[^,?!]{3,40}?) (?:has |have )?(?:said|says)(?: so far| about (?:it|this))?',
);
/** The words of all on what is named. */
export const SAID_OF = asks(
  "(?:who (?:said|says) what|what(?:['’]?s| is| are| has| have) (?:everyone|everybody|people|they all) (?:saying|said)|(?:list )?(?:everyone|everybody|all|people|who)(?: (?:who|that))?(?:['’]s| is| was| are)? quoted) (?:about|on|of|in) (?<query>.+)",
);
export const COMPARED = asks(
  'compare (?:the )?(?<story>(?!(?:the|these|those|your|all|different|both|two)\\b).+?) (?:reports|articles|coverage|accounts|versions|stories)',
);
const COUNTED =
  '(?:articles|reports|stories|coverage) (?:(?:do (?:you|we) have|have (?:you|we) got|are there) )?';
export const ARTICLES_ON = asks(
  `(?:how many|how much|which|what) ${COUNTED}(?:on|about|mention|cover) (?<query>.+)`,
);
export const HOW_RECENT = asks(
  '(?:how (?:up[- ]to[- ]date|current|recent|fresh) (?:are you|is (?:your|the) (?:news|coverage|info(?:rmation)?))|when was the last (?:article|report|update)|how old is the news) on (?<query>.+)',
);
export const FOLLOW = asks(
  `(?:how (?:do|can) (?:i|we) )?(?:follow|subscribe (?:me )?to|watch|monitor|track|keep an eye on|keep (?:me|us) (?:posted|updated|informed) (?:on|about|with)|(?:alert|notify|ping|tell|message) (?:me|us) (?:(?:about|of|on) )?(?:any(?:thing)? )?(?:news|updates|changes|when (?:there(?:['’]?s| is) )?(?:any|some)thing (?:is )?(?:new|happens)|new) (?:on|about|in|to|with)|(?:(?:an?|set up an?) )?(?:alerts?|notifications?) (?:on|for|about)) (?<story>.+)`,
);
const ANYTHING =
  '(?:anything|something|is there anything|what (?:else )?(?:do (?:you|we) have|have (?:you|we) got|is there)|(?:the |any |more )?(?:articles?|reports?|coverage|stor(?:y|ies)))';
/** One paper's articles alone: "anything from the Herald on the strike?" */
export const FROM = [
  asks(`${ANYTHING} (?:from|by|in) (?<from>[^,?!]{2,40}?) (?:on|about) (?<story>.+)`),
  asks(`${ANYTHING} from (?<from>[^,?!]{2,40}?)(?: only)?`),
];
