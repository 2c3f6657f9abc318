/** Whether a sentence can stand in a brief at all. */
import type { Quote } from '../../article.ts';
import { lengthOfDateline } from '../../text/dateline.ts';
import { countWords, type Line } from '../lines.ts';

const SHORTEST = 4;
const LONGEST = 90;
/** Calls to the reader, credits and captions of pictures, notes of the publisher: of the page, not of the news. */
const OF_THE_PAGE =
  /\b(?:click here|all rights reserved|photo (?:by|credit)|getty images|file photo|view all posts|comments? (?:(?:for|on) this (?:post|article|story) )?(?:are|is) (?:now )?closed|just watched|replay more videos|story highlights|(?:published|broadcast),? (?:rewritten|broadcast|or redistributed)|e-?mail (?:us|the author)|ad feedback|image (?:copyright|caption)|(?:turn on|enable|activate) javascript|can be (?:read|seen|viewed|watched|found) (?:here|below)|this (?:article|story|report|post|page) (?:has been|was) (?:\w+ly )?(?:amended|corrected|updated|edited|revised|published))\b|^(?:correction|clarification|editor['’]s note)\b[^.]{0,30}[:–—-]|^(?:FILE\b\W{1,4})?in this [^.]{0,40}\b(?:photo|photograph|image|picture|frame)\b|©|https?:\/\/|www\./i;
/** "Watch “The World” tonight for the full report.", "Email Jon Dahl or follow him @dahl." */
const TELLS_THE_READER =
  /^(?:(?:[Ww]atch|[Rr]ead|[Ss]ee|[Ll]isten|[Vv]isit|[Cc]lick)\b.*\bfull (?:report|story|coverage|interview|text|list)\b|(?:E-?mail|Contact|Follow) \p{Lu}.*(?:@|\bon (?:Twitter|Facebook|Instagram)))/u;
/** Running reports and pieces that say what is known: "Here are the latest developments", "Welcome to our live coverage", "This live blog is closed". */
const OPENS_THE_PAGE =
  /^(?:here(?: (?:is|are)|['’]s) (?:what|how|why|where|all|everything|the (?:latest|main|key|top)|a (?:look|recap|summary|round-?up|list|quick|brief|timeline|breakdown|rundown)|some of|our|your)\b|what (?:we (?:do(?:n['’]t| not)? )?know|(?:you need )?to know|is known)\b[^,]{0,60}[:.]$|this is what we know\b|that['’]s (?:all|it) (?:for|from)\b|welcome (?:back )?to\b|hello and welcome\b|good (?:morning|afternoon|evening)\b|thank(?:s| you) for (?:reading|joining|following|watching)\b|stay (?:tuned|with us|up[- ]to)\b|join us\b|tune in\b|scroll (?:down|through)\b|keep (?:up with|reading|scrolling)\b|catch up\b|explore (?:all|more|further|our)\b|(?:to )?find out (?:more|how|what|why|if)\b|learn more\b|get (?:all )?the latest\b|follow (?:our|along|live|the latest)\b|don['’]t miss\b|we(?:['’]re| are|['’]ll| will) (?:be )?(?:closing|pausing|wrapping|bringing you|updating)\b|the latest on\b.*\(all times)|\b(?:this|our|today['’]s) live[ -]?(?:blog|coverage|page|updates|feed)\b|\(all times local\)/i;
/** "Cf. the first letter of Lund, p. 13", "Photo credits: Ada Byron". */
const BENEATH = /^(?:(?:Cf|Ibid|Id)\.|(?:(?:Photo|Image|Picture|Video)s? )?[Cc]redits?:) /;
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
const NAME_BEFORE = /\p{Lu}[\p{L}.'’-]+,?$/u;
/** Characters of a name: looked at one by one, an endless word would take its length squared. */
const LONGEST_NAME = 60;

function isCaptioned(text: string): boolean {
  const day = ENDS_WITH_DAY.exec(text);
  return day !== null && NAME_BEFORE.test(text.slice(Math.max(0, day.index - LONGEST_NAME), day.index));
}

/** Words inside quotation marks. */
const QUOTED = /["“][^"”]*["”]?/g;
/** The writer's or the reader's own person; "US" is none. */
const SELF = /\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Yy]ou|[Yy]our|us|me|[Ll]et['’]s)\b/;
/** Signs of a finite verb. Captions of pictures and lists mostly have none. */
const HAS_VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|did|does|do|says?|said|wants?|plans?|makes?|takes?|\p{Ll}{2,}ed|(?:met|won|lost|fell|rose|took|gave|made|began|came|went|held|left|found|told|led|sent|shot|struck|broke|became|put|cut|hit|set|ran|rang|sang|sank|swam|sat|stood|stole|spoke|woke|wore|tore|bore|drew|drove|drank|dug|ate|fought|bought|brought|caught|taught|thought|sought|felt|fled|flew|grew|knew|threw|blew|hid|hung|heard|kept|slept|swept|wept|laid|lay|lent|spent|meant|paid|read|rode|wrote|saw|shook|shut|slid|sold|spread|split|sprang|stuck|swore|swung|understood|withdrew|won|beat|bit|bled|built|burnt|chose|crept|dealt|forbade|forgot|forgave|froze|got|let|lit|rose|sued|undertook))\b/u;

export function hasVerb(text: string): boolean {
  return HAS_VERB.test(text);
}

function isOfThePage({ text, words }: Line): boolean {
  if (OF_THE_PAGE.test(text) || isCaptioned(text) || TELLS_THE_READER.test(text)) return true;
  if (OPENS_THE_PAGE.test(text.slice(lengthOfDateline(text))) || BENEATH.test(text)) return true;
  if (!PERHAPS_OF_THE_PAGE.test(text)) return false;
  return words <= SHORT || CALLS.test(text) || !hasVerb(text) || SELF.test(text.replace(QUOTED, ''));
}

/** A whole sentence of readable length that says something. */
export function isFit(line: Line): boolean {
  return line.words >= SHORTEST && /[.!?…]["'”’)\]»]*$/.test(line.text) && isItem(line);
}

/** A line of a short note says something even where it is no whole sentence: "Two killed in Tarsu". */
export function isItem(line: Line): boolean {
  return line.words <= LONGEST && line.terms.length >= 2 && !isOfThePage(line);
}

/** A teaser that was cut: "The council will meet in…" */
const CUT = /(?:…|\.\.\.)["'”’)\]]*$/;
/** Who said something and no more: what was said stands before. */
const SAYS_NOTHING =
  /^[^,;:"“”]{2,60} (?:said|wrote|added|announced|told (?:reporters|journalists|the \p{L}+|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}))(?: (?:in|on|to|at|during) (?:[\p{L}-]+ ){0,3}[\p{L}-]+)?[.]$/u;

/** "A message left for Lund was not returned.": of the work of the writer. */
const NOT_REACHED =
  /\b(?:could not(?: immediately)? be reached|(?:did|do|does|was|were|had)(?: not|n['’]t)(?: immediately| yet)? (?:return|respond|reply|returned|available for comment|immediately available)|not immediately returned)\b.*\b(?:calls?|messages?|e-?mails?|requests?|comment|inquir(?:y|ies)|reached|questions)\b|\b(?:messages?|e-?mails?|calls?|requests?)\b[^.]{0,80}\b(?:not|n['’]t)(?: been)?(?: immediately)? (?:returned|answered)\b/i;

/** A fit sentence that is the article's own: not somebody's words, no question or call, not of the writer or the reader. */
export function isPlain(line: Line, quotes: readonly Quote[] = []): boolean {
  if (!isFit(line) || /[?!]["'”’)]*$/.test(line.text) || !/^["“‘'[]?[\p{Lu}\p{N}$€£(]/u.test(line.text))
    return false;
  if (
    /^["“]/.test(line.text) ||
    /^(?:\([a-z0-9]{1,3}\)|\d{1,2}[.)] |\d,\d )|^\([^()]*\)[.!]?$|^\([^()]*[.!]\)$/.test(line.text) ||
    CUT.test(line.text) ||
    SAYS_NOTHING.test(line.text) ||
    NOT_REACHED.test(line.text) ||
    !isBalanced(line.text)
  )
    return false;
  if (/^['‘][^'’]{3,40}['’] ["“\p{Lu}]/u.test(line.text)) return false; // a heading run into its text
  const own = line.text.replace(QUOTED, '');
  return countWords(own) >= line.words / 2 && !SELF.test(own) && !isSpoken(line, quotes);
}

/** A quotation or a remark that begins or ends elsewhere leaves one mark alone. */
function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g) && count(/\(/g) === count(/\)/g);
}

/** Whether most of it lies in a direct quotation, or one is cut by its end: a quotation may run over several sentences. */
function isSpoken(line: Line, quotes: readonly Quote[]): boolean {
  let inside = 0;
  for (const { kind, content } of quotes)
    if (kind === 'direct')
      for (const { start, end } of content) {
        if (start > line.start && start < line.end && end > line.end) return true;
        inside += Math.max(0, Math.min(end, line.end) - Math.max(start, line.start));
      }
  return inside > (line.end - line.start) / 2;
}
