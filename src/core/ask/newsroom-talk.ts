/** Whether a question is about the making of the news: copy, pages, pictures, shifts, who has signed it off. No article tells. */
import { WEEKDAY } from '../text/calendar.ts';
import type { Turn } from './types.ts';

/** What a newsroom works with. News speaks of few of them, and where the thread does, they are no sign. */
const THING =
  '(?:(?:copy|news|picture|photo|night|foreign|sports?|web|home|world|city) ?desk|sub-?editors?|sub-?edits?|standfirst|strap ?line|sub-?head(?:ing|line|er|ed)?s?|cross-?heads?|pull[- ]?quotes?|deks?|hed|lede|nut ?gra[fp]h?|grafs|pars|paras|(?:first|second|third|last|top|opening) par|by-?lines?|cut-?lines?|side-?bars?|(?:the|a|our) splash|(?:front|back|inside) page|page (?:lead|plan|one|two|three)|lay-?outs?|word ?counts?|slugged|slug ?line|presser|vox ?pops?|stringer|style ?(?:guide|book)|house style|cms|live ?blog|push (?:alert|notification)s?|news ?letter|home ?page|(?:web|print|online|app) version|pay ?wall|seo|pdf|page proofs?|rundown|running order|voice-?overs?|sound ?bites?|b-?roll|lower third|info-?graphics?|chyron|write-?thr(?:ough|u)|(?:night|late|a) rewrite|typos?|fact-?check(?:er|ing|ed)?|thumbnails?|alt text|captions?|headlines?(?! (?:slot|act|show|rate|inflation))|intro|page views|fact ?box|two-?way)';
/** What a report is made of, and may report of as well: a sign only where its making is asked about. */
const MATERIAL =
  '(?:pics?|pix|pictures?|photos?|photographs?|images?|art|artwork|shots?|videos?|footage|audio|clips?|tapes?|maps?|graphics?|charts?|copy|stor(?:y|ies)|pieces?|articles?|drafts?|pages?|packages?|interviews?|transcripts?|quotes?|corrections?|clarifications?|links?|tweets?|posts?|match report|obits?|reviews?|columns?|features?|profiles?|briefs?|specials?|newspaper|foi)';
const WORKED =
  '(?:cleared|signed[- ]off|legall?ed|lawyered|ready|filed|subbed|edited|proof(?:ed|[- ]?read)|fact-?checked|uploaded|on-?line|live|embargoed|captioned|tagged|slugged|trimmed|laid out|locked|finished|in|up|back|ok(?:ay)?|final|done|good to go|moved|printed|published|ours|safe to \\w+|too (?:long|short)|long enough|on the site|in the system|transcribed|checked)';
const TEAM =
  '(?:legal|standards|graphics|pictures|subs|night desk|the (?:\\w+ )?(?:desk|subs|lawyers?|editors?|reporter|photographer|snapper|fixer|correspondent|press office|wires?|agency|web team|social team|night team|printers?|studio|gallery|backbench))';
const TODAY = `(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|weekend)|(?:on )?${WEEKDAY})`;
const AUXILIARY = '(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|should|must)';

const SIGNS: readonly RegExp[] = [
  new RegExp(`\\b${THING}\\b`, 'i'),
  // "Is the photo cleared?", "has the piece been edited", "when is copy due?"
  new RegExp(
    `\\b${AUXILIARY} (?:the |that |this |those |these |his |her |\\w+['’]s )?(?:\\w+ )?${MATERIAL} (?:all |now |yet |been |being |getting )*${WORKED}(?: yet| now| already| or \\w+.*)?\\W*$`,
    'i',
  ),
  new RegExp(
    `\\b(?:copy|${MATERIAL}) (?:deadline|due|filed|in by)\\b|\\b(?:print|copy|filing) deadline\\b`,
    'i',
  ),
  /\b(?:is|are|has|was|did|does|when(?: does| did| is|['’]s)?) (?:it|this|that|they|these)(?: been| be| get| going| go| all)* (?:on-?line|live|filed|subbed|edited|uploaded|legall?ed|lawyered|slugged|embargoed|laid out|captioned|proof(?:ed|[- ]?read)|fact-?checked|signed off|to (?:print|press)|off ?stone|on (?:the site|air|the record|background)|off the record|for (?:print|web|online))\b/i,
  // "Has legal signed off?", "did the press office get back to Sam"
  new RegExp(
    `^(?:when |why |where |what )?${AUXILIARY} ${TEAM} (?:(?:not |all |already |ever |yet )*(?:signed?|clear\\w*|seen|see|read|ok(?:ay(?:ed)?)?|approved?|looked|look|had|have|got|get|gets|been|back|happy|fine|repl(?:y|ied)|done|do|want|wants|need|needs|know|heard|hear|file|filed|call|called|ring|rung|mov(?:e|ed)|send|sent|cut|check|checked|make of|going|coming|there|in|on|ready|change|changed|spoken|speak))\\b`,
    'i',
  ),
  // "Who has the pics?", "is there a video?"; not "are there pictures of the damage?"
  new RegExp(
    `(?:^(?:any|who(?:['’]s| has| have|se)?(?: got)?|where(?:['’]s| is| are)|(?:do|does|did) \\w+ have|is there|are there|(?:is|are) th(?:at|is|ose|ese))) (?:(?:the|a|an|any|some|more|spare|better|decent|usable|new|free) )*${MATERIAL}\\b(?! (?:of|from|showing|that|about|by|in|on|with)\\b)`,
    'i',
  ),
  // "Who is subbing it?", "who's on call tonight?"
  new RegExp(
    `^who(?:['’]s| is| are| was| will be| else is|s)? (?:still |also |actually )?(?:subbing|editing|filing|proof(?:ing|[- ]?reading)|transcribing|rewriting|fact-?checking|chasing|shooting the|covering(?! (?:the|its|their|his|her) (?:cost|bill|loss|damage|expense|fee)\\w*)|writing (?:this|it|that|up|the (?:piece|story|copy|lead|main))|doing (?:the|this|it|tonight|tomorrow|our)|taking (?:the (?:first|second|lead|pics?)|this|it|over the desk)|on (?:call|shift|duty|breaking|nights?|days|earl(?:y|ies)|lates?|the (?:desk|phones|story)|this|air|${TODAY})|in ${TODAY}|around|available|presenting|producing|anchoring|reading)\\b`,
    'i',
  ),
  new RegExp(
    `^who (?:wrote|took|shot|filed|subbed|edited|filmed|recorded|drew|did|has|had|else has) (?:this|it|that|the ball|(?:the |our |these |those )?${MATERIAL})\\b`,
    'i',
  ),
  // "How long is the piece?", "how many words?"
  /\bhow (?:many|much) (?:words|pars|paras|paragraphs|lines|inches|characters|space)\b|\bwords? or figures\b|\bfigures or words\b/i,
  new RegExp(
    `\\bhow (?:long|big|short)(?: is| are|['’]s| should| can| will)? (?:the |this |that |my )?${MATERIAL}\\b`,
    'i',
  ),
  new RegExp(
    `^why (?:is|was|are|were) (?:the |this |that )?${MATERIAL} (?:so |too |not |still |being )*\\w+\\W*$`,
    'i',
  ),
  /\b(?:next|first|late|final|early|city|country) edition\b|\bspare cop(?:y|ies)\b|\bday['’]s (?:paper|edition|issue|show|programme)\b/i,
  // "Has Reuters got this?", "did the agency move an update"
  /^(?:has|have|did|does|is|are) (?:the )?(?:\p{Lu}\w+|wires?|agenc(?:y|ies)|competition|others|rivals) (?:got|get|have|had|mov(?:e|ed|ing)|run|ran|running|matched|match) (?:this|it|that|the story|an? (?:update|alert|flash|correction))\b/iu,
  // "Did the agent ring back?", "has anybody heard back"
  /\b(?:ring|rung|rang|call(?:ed)?|phoned?|hear|heard|email(?:ed)?|text(?:ed)?|write|written|get|got|gotten|come|came) back (?:to|from|yet|about it)\b|\b(?:ring|rung|rang|call(?:ed)?|phoned?|hear|heard) back\W*$|\b(?:ring|rung) (?:the|up|him|her|them|round)\b/i,
  /\bembargo lift\w* on th(?:is|at|e (?:story|piece|interview|report|review))\b|\bunder embargo\b/i,
  // "Should it be Osh-Vale or Osh Vale"
  /^(?:should it be|is it (?:spelt|spelled|hyphenated|one word|two words|a capital)|(?:how|what) (?:do|does) \w+ (?:spell|style|hyphenate)|how is \S+ (?:spelt|spelled))\b|\bone word or two\b/i,
  /^(?:all )?(?:ready|good|ok(?:ay)?|safe|happy|fine) to (?:publish|go|file|run|print|send|post|press)\b/i,
  /^(?:is|are) it (?:safe|ok(?:ay)?|legal|fine) (?:for us )?to (?:name|use|run|publish|say|print|show|quote)\b/i,
  /^any (?:objections?|volunteers?|takers|ideas|thoughts|suggestions?|push-?back|preferences?|luck|joy)(?: yet| on th(?:is|at|e (?:head|hed|headline|pic)\w*)| with (?:this|that|it)| from (?:the )?(?:desk|legal|subs|editors?|backbench))?\W*$|^any chance of\b/i,
  /^(?:what time|when) (?:is|are|does) \w+ (?:on air|filing|live|due on|in the studio)\b|^(?:is|are) (?:the )?\w+ (?:filing|subbing|on air|off sick|on shift|on leave|in yet|in today)\b/i,
  /^where (?:does|do|will|should) (?:this|it|that) (?:go|run|sit)\b/i,
  /\bthe (?:bot|printer|coffee machine|wi-?fi|login|password)\b|^what(?:['’]s| is) trending\b/i,
];

/** "Is Tom back from court?": somebody of whom the thread has not spoken. */
const BACK_FROM =
  /^(?:is|are|has) (\p{Lu}\p{L}+) (?:back|returned|still (?:at|in|out)) ?(?:from|at|in|yet|out)?\b/iu;
/** What somebody or something says is the bot's to tell. */
const ASKS_WORDS = /\b(?:say|says|said|tell|tells|told|claims?|claimed|quoted|translate)\b/i;
const THINGS = new RegExp(`\\b(?:${THING}|${MATERIAL})\\b`, 'gi');

/**
 * Whether people of a newsroom ask each other about their work.
 * @param spoken what the thread is about and what was said there: words of it are no sign
 */
export function isNewsroomTalk(words: string, spoken: string): boolean {
  if (ASKS_WORDS.test(words)) return false;
  const heard = spoken.toLowerCase();
  const name = BACK_FROM.exec(words)?.[1];
  if (name !== undefined && !heard.includes(name.toLowerCase())) return true;
  const rest = words.replace(THINGS, (thing) => (heard.includes(thing.toLowerCase()) ? '…' : thing));
  return SIGNS.some((sign) => sign.test(rest));
}

/** All words of a conversation. */
export function spokenWords(history: readonly Turn[]): string {
  return history.map(({ question, answer }) => `${question} ${answer ?? ''}`).join(' ');
}
