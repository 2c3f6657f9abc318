/** What an article’s page says beside the news: calls to the reader, notes of the publisher, captions, furniture of running reports. */
import { lengthOfDateline } from '../../text/dateline.ts';
import { hasVerb } from '../../text/verbs.ts';
import type { Line } from '../lines.ts';

/** Calls to the reader, credits and captions of pictures, notes of the publisher: of the page, not of the news. */
const OF_THE_PAGE =
  /\b(?:click here|all rights reserved|photo (?:by|credit)|getty images|file photo|view all posts|comments? (?:(?:for|on) this (?:post|article|story) )?(?:are|is) (?:now )?closed|just watched|replay more videos|story highlights|(?:published|broadcast),? (?:rewritten|broadcast|or redistributed)|e-?mail (?:us|the author)|ad feedback|image (?:copyright|caption)|(?:turn on|enable|activate) javascript|can be (?:read|seen|viewed|watched|found) (?:here|below|above)|(?:posted|embedded|reproduced|reprinted) (?:here|below)|continue reading|can be reached (?:at|on|by) \S+@|this (?:article|story|report|post|page) (?:has been|was|is) (?:\w+ly |first )?(?:amended|corrected|updated|edited|revised|published)|a version of this (?:article|story|report) (?:appeare?[ds]|ran|was (?:first )?published))\b|^(?:correction|clarification|editor['’]s note)\b[^.]{0,30}[:–—-]|^(?:FILE\b\W{1,4})?in this [^.]{0,40}\b(?:photo|photograph|image|picture|frame)\b|©|https?:\/\/|www\./i;
/** "Watch “The World” tonight for the full report.", "Email Jon Dahl or follow him @dahl.", "Alternatively, please call the police." */
const TELLS_THE_READER =
  /^(?:(?:[Ww]atch|[Rr]ead|[Ss]ee|[Ll]isten|[Vv]isit|[Cc]lick)\b.*\bfull (?:report|story|coverage|interview|text|list)\b|(?:E-?mail|Contact|Follow) \p{Lu}.*(?:@|\bon (?:Twitter|Facebook|Instagram))|(?:[A-Z][a-z]+, )?[Pp]lease (?:call|contact|e-?mail|phone|ring|visit|click|note)\b)/u;
/** Running reports and pieces that say what is known: "Here are the latest developments", "Welcome to our live coverage", "This live blog is closed". */
const OPENS_THE_PAGE =
  /^(?:(?:the )?following (?:is|are) (?:an? |the )?(?:[a-z]+ )?(?:list|text|transcript|chronology|timeline|summary|excerpts?|statement)\b|below(?:,| (?:is|are)\b)|subscriptions? (?:is|are|costs?|starts?)\b|here(?: (?:is|are)|['’]s) (?:what|how|why|where|all|everything|the (?:latest|main|key|top)|a (?:look|recap|summary|round-?up|list|quick|brief|timeline|breakdown|rundown)|some of|our|your)\b|what (?:we (?:do(?:n['’]t| not)? )?know|(?:you need )?to know|is known)\b[^,]{0,60}[:.]$|this is what we know\b|that['’]s (?:all|it) (?:for|from)\b|welcome (?:back )?to\b|hello and welcome\b|good (?:morning|afternoon|evening)\b|thank(?:s| you) for (?:reading|joining|following|watching)\b|stay (?:tuned|with us|up[- ]to)\b|join us\b|tune in\b|scroll (?:down|through)\b|keep (?:up with|reading|scrolling)\b|catch up\b|explore (?:all|more|further|our)\b|(?:to )?find out (?:more|how|what|why|if)\b|learn more\b|get (?:all )?the latest\b|follow (?:our|along|live|the latest)\b|don['’]t miss\b|we(?:['’]re| are|['’]ll| will) (?:be )?(?:closing|pausing|wrapping|bringing you|updating)\b|the latest on\b.*\(all times)|\b(?:this|our|today['’]s) live[ -]?(?:blog|coverage|page|updates|feed)\b|\(all times local\)/i;
/** "Cf. the first letter of Lund, p. 13", "Photo credits: Ada Byron", "More information: Journal of Mills, vol. 3". */
const BENEATH =
  /^(?:(?:Cf|Ibid|Id)\.|(?:(?:Photo|Image|Picture|Video)s? )?[Cc]redits?:|(?:More information|Further reading|References?|Topics|Tags|Filed under|Note|Disclosure):) /;
/** What stands under releases, interviews, columns and police reports alike, whatever they tell. */
const BOILERPLATE =
  /\b(?:forward-looking statements?|(?:differ|vary) materially|will (?:host|hold) an? (?:[\w-]+ ){0,3}(?:conference call|webcast|earnings call)|(?:are|is) (?:presumed|considered) innocent (?:until|unless)|(?:declined|asked|requested|wished)(?: not)? to (?:be (?:named|identified)|remain anonymous|speak on (?:the )?condition of anonymity) (?:because|as|since|due)|(?:views|opinions)(?: expressed)?(?: (?:here|above|in this \w+))? are (?:personal|(?:his|her|their|my) own|those of the (?:author|writer)s?))\b|^(?:this|the|our) (?:interview|conversation|transcript|discussion|q&a)\b[^.]{0,60} (?:has been|have been|was|is) (?:\w+ly )?(?:edited|condensed|abridged|shortened)\b|^the (?:writer|author|columnist) is (?:an? |the )|^(?:the )?following (?:incidents?|arrests?|calls?|cases?|reports?) (?:was|were|are|is)\b|^Q[:.] /i;
const OWN_TEXT =
  '(?:(?:earlier|previous|prior|original) (?:version|edition)s? of (?:this|the|our)|this (?:article|story|report|column|headline))';
const WAS_WRONG = '(?:erroneous|incorrect|mistaken|wrong)(?:ly)?\\b';
/** "An earlier version of this article misstated …", "This story incorrectly said …": what stood there was wrong, and the news is elsewhere. */
const CORRECTS = new RegExp(
  `\\b${OWN_TEXT} [^.]{0,80}?\\b(?:${WAS_WRONG}|mis(?:stat|spel|identif|report|attribut|quot))`,
  'i',
);
/** Words of the page that the news speaks of too: hidden cookies, a broken copyright. */
const PERHAPS_OF_THE_PAGE =
  /\b(?:sign up|subscribe|newsletter|follow (?:us|me|him|her) on|read more|see also|advertisement|cookies?|related (?:video|story|stories|articles?|content)|check out|have a (?:great|nice|good) day|share this|terms of (?:use|service)|push notifications?|copyright|updated? at)\b/i;
/** Those as a call: "Sign up for …", "Related stories: …". */
const CALLS =
  /^(?:please |to )?(?:sign up|subscribe|follow|read more|see also|advertisement|related|check out|have a|share this|terms of|copyright|updated? at)\b/i;
/** A line of the page has few words. */
const SHORT = 8;
/** "… near the town hall in Velmar May 6, 2021.": so ends what an agency writes under a picture. */
const ENDS_WITH_DAY =
  / (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\.(?: REUTERS\b.*)?$/;
/** "Lund speaks to the council, Wednesday, Oct. 3, 2012, in Velmar.", "… in Velmar, Wednesday, Oct. 3, 2012.": so another does. */
const ENDS_WITH_DAY_AND_PLACE =
  /, \p{Lu}\p{Ll}+day, (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}, \d{4}(?:,? (?:in|at|near|outside|on) [^.]{2,60})?\.$/u;
const TELLS = /\b(?:said|says|was|were|had|told)\b/;
const NAME_BEFORE = /\p{Lu}[\p{L}.'’-]+,?$/u;
/** Characters of a name: looked at one by one, an endless word would take its length squared. */
const LONGEST_NAME = 60;

function isCaptioned(text: string): boolean {
  if (ENDS_WITH_DAY_AND_PLACE.test(text) && !TELLS.test(text)) return true;
  const day = ENDS_WITH_DAY.exec(text);
  return day !== null && NAME_BEFORE.test(text.slice(Math.max(0, day.index - LONGEST_NAME), day.index));
}

/** Words inside quotation marks. */
export const QUOTED = /["“][^"”]*["”]?/g;
/** The writer's or the reader's own person; "US" is none. */
export const SELF = /\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Yy]ou|[Yy]our|us|me|[Ll]et['’]s)\b/;
export function isOfThePage({ text, words }: Line): boolean {
  if (OF_THE_PAGE.test(text) || BOILERPLATE.test(text) || CORRECTS.test(text)) return true;
  if (isCaptioned(text) || TELLS_THE_READER.test(text)) return true;
  if (OPENS_THE_PAGE.test(text.slice(lengthOfDateline(text))) || BENEATH.test(text)) return true;
  if (!PERHAPS_OF_THE_PAGE.test(text)) return false;
  return words <= SHORT || CALLS.test(text) || !hasVerb(text) || SELF.test(text.replace(QUOTED, ''));
}
