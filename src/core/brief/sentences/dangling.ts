/** Sentences that cannot stand alone: "He continued, …", "However, …", "This came after …". */
import type { Pronoun } from './pronouns.ts';

/** Openers that lean on the sentence before, and cannot be helped by putting a name in. */
const LEANS =
  /^["'“‘(]*(?:s?he['’]|however|but|and|or|so(?! far)|yet|also|moreover|furthermore|additionally|in addition|meanwhile|instead|nevertheless|nonetheless|therefore|thus|hence|still(?=,)|then(?!-)|otherwise|besides|likewise|similarly|consequently|as a result|in (?:short|sum)|all in all|for (?:example|instance|(?:this|that) reason)|in other words|on the other hand|(?:by|in) contrast|of course|indeed|in fact|apart from (?:this|that)|at the (?:same|that) time|(?:to|after|before|because of|despite|until|since|by|during|with|for|behind|beside|against|around|from|in|on|at) (?:this|that|these|those|which|him|her|them)\b(?! (?:year|week|month|morning|afternoon|evening|day|time|summer|winter|spring|autumn|season)\b)|the (?:former|latter|city|town|village|island|country|nation|pair|duo|trio|couple|move|decision|letter|comments?|remarks?|statement|figures?|sum|amount|fine|settlement|changes?|items?|findings|same)\b(?! of\b|[-’'])|now (?:s?he|they|it)|(?:in|on|at|by) the same (?:day|night|week|month|year|period|time|town|city|area|region|place|street|building|interview|statement|speech|letter|report|post|case)|(?:in|after|from) (?:another|a (?:separate|second|similar|further)) (?:incident|attack|case|blast|explosion|raid|accident|crash|clash|interview|statement|post|message|tweet|letter|report|development|operation|protest)s?|the (?:first|second|third|fourth|last|next|others?)(?=,| (?:is|was|were|will|has|had|came|one|two)\b)|another|others|some(?! \d| (?:of the|\w+teen|twenty|thirty|forty|fifty))|both(?! (?:the|of the) )|neither|either|such|it(?! (?:is|was|remains|has been) (?:(?:still |also )?(?:unclear|unknown|uncertain|unlikely|unusual|not (?:yet |immediately |fully |entirely )*(?:clear|known|certain|unusual|possible|the first time))|widely |thought|believed|expected|hoped|feared|possible|likely|clear|known|estimated|reported))|its|they|their|them|these|those|this(?! (?:year|week|month|morning|afternoon|evening|summer|winter|spring|autumn)\b)|that|here|there (?:he|she|it|they)|as such|even so|that said|(?:to do|in doing) so|later(?! (?:this|in|on) )|(?:(?:just|only|barely|less than|more than|some|about|around|nearly|almost) )*(?:an? |[a-z]+ |\d+ )?(?:few )?(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier)(?! than\b)|soon (?:after|afterwards?)|afterwards?|nearby(?=,)|elsewhere(?=,)|earlier(?! (?:this|in|on) )|again|too|why|how|what|who|whose|whom|which|if (?:so|not)|the (?:[a-z-]+ ){1,2}(?:comes?|came) (?:as|after|amid|just|less|more|nearly|days?|hours?|weeks?|months?|an? (?:day|week|month|year)|one|two|three|at a time|on the heels|in the wake)|update:|not only that|yes|no(?=,)|well(?=,)|ok|according to (?:him|her|it|them))\b/i;
/** What points back from within: "If that was a test", "confirmed this assertion". */
const POINTS_BACK =
  /\b(?:if|whether|when|because|although|as) (?:this|that|these|those) (?:is|was|were|are|has|had|happens?|happened)\b|\b(?:this|these|those) (?!(?:year|week|month|morning|afternoon|evening|summer|winter|spring|autumn|season|weekend)\b)[a-z]+["'”’]?[.!]["'”’]?$|\b(?:in response|either|as well|instead)[.!]$|, (?:however|though)[.]$|\b(?:do|does|did|is|are|was|were|has|have|had|will|would|could|should|thinks?|thought|believed?) (?:still )?(?:not|so)[.!]$|\b(?:won|lost|has|had|took|got|gained|scored|received) (?:(?:only|just|about|at least|more than) )?[\d,]*\d[.!]$|\bthought so\b|\b(?:because|why|how|when|after|before|since|until) (?:it|this|that) (?:happened|occurred)\b|\bthis (?:means|meant)\b/i;
/**
 * "For a decade it stood empty.", "There were no reported casualties.": in what? "It is closed, they said.", "has not confirmed either death.", "The whereabouts of the
 * other three are unknown.", "Velmar says this would be wrong.": who and which?
 */
const LEFT_OPEN =
  /^(?:(?:For|In|After|During|Since|Before|By|At|On|Until|With|Within) [\p{Ll}\d ’'-]{2,60},?|\p{Lu}\p{Ll}+ing [\p{Ll}\d ’'-]{2,120},) (?:it|they) (?!(?:is|was|has been|had been) (?:un|not |\p{Ll}+ed (?:that|to)\b|clear|known|thought|time|possible|likely|found)|(?:seems?|seemed|appears?|appeared|emerge[sd]?|becomes?|became|turn(?:s|ed) out|takes?|took) )\p{Ll}|^There (?:is|are|was|were|have been|has been|had been) no (?!(?:word|sign|evidence|indication|doubt|plans?)\b)[\p{Ll} ,]{3,60}[.]$|, (?:it|they) (?:said|says?|added|adds?|reported|wrote|announced|claimed|warned|insisted|explained)[.]$|(?<!\b(?:said|says|say|that|because|when|where|if|believes?|thinks?) )\bthere (?:is|was|were|has been|had been) (?:in|on) |\beither (?!way\b|side\b)\p{Ll}+[.]$|\bthe other (?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|\d+) (?:is|are|was|were|has|have|had|remain(?:s|ed)?|died|escaped|fled|survived)\b|\b(?:said|says?|added|adds|warned|warns|argued|argues|claimed|claims|believed?|thinks?) (?:that )?(?:this|that) (?:would|will|could|should|might|may|is|was|had|has|meant|means)\b/u;
/** "as in those disputes", "of these towns": somewhere inside; "those who", "those in need" and "these days" say themselves whom they mean. */
const POINTS_INSIDE =
  /\b(?:these|those) (?!(?:who|whom|whose|that|which|of|in|with|from|on|at|for|to|by|not|already|affected|involved|killed|injured|wounded|arrested|present|days|are|were|is|was|have|had|will|would|could|may)\b)\p{Ll}{3,}/u;
/** "He lost by 50 votes that year": which, where no day or year stands before. */
const THAT_TIME =
  /^(?:(?!\b(?:\p{Lu}\p{Ll}+day|January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b).)*?\b(?<!\b(?:said|says|say|added|adds|told \p{Ll}+|heard|reported|announced|warned|claimed|argued|believed?s?|thinks?|shows?|showed|means?|meant|so|found) )that (?:year|month|week|day|night|morning|afternoon|evening|season|summer|winter|spring|autumn|fall)\b(?! (?:when|that|of|in which|on which|he|she|they|it|we|I)\b)/u;
/** "between the two countries": which, where no two are named before. */
const TWO =
  /\bthe two (?:countries|nations|sides|men|women|leaders|companies|parties|teams|families|brothers|sisters|rivals)\b(?! of\b)/;
const QUOTED = /["“][^"”]*["”]/g;

function pointsInside(text: string): boolean {
  // What somebody said points to what he spoke of.
  const own = text.replace(QUOTED, ' ');
  const two = TWO.exec(own);
  return (
    POINTS_INSIDE.test(own) ||
    THAT_TIME.test(own) ||
    (two !== null && (own.slice(0, two.index).match(/\p{Lu}/gu) ?? []).length < 2)
  );
}

/** "He", "She", "His", "Her" at the start, or after "In 1942," and the like: the name can be put in. */
const PERSON =
  /^["'“‘(]*(?:[\p{L}\p{N}'’-]+(?: [\p{Ll}\p{N}'’-]+){0,6}, (?=s?he\b))?([Hh]e|[Ss]he|[Hh]is|[Hh]er)\b(?!['’])/u;
/** "Parliament elected her by 129 votes": whoever did it is no person, and the one it was done to stands before. */
const DONE_TO =
  /^((?:The |A )?(?:\p{Lu}|\p{Ll})[\p{L}’'-]*(?: [\p{L}’'-]+)? (?:\p{Ll}+ly )?\p{Ll}+ed )(him|her)\b(?=[.,]| (?:by|to|of|in|on|at|for|from|with|and|after|before|as)\b)/u;
/** "It is unclear where his injuries came from", "The cause of her death": nobody is named before the pronoun. */
const UNNAMED =
  /^((?:It (?:is|was|remains?|remained) [^\p{Lu},;]{0,40}?\b(?:where|who|how|if|whether|when|what|why)(?: (?:will|would|could|can|did|does|is|was|might|may|had|has))?(?: \p{Ll}+)? |(?:The|An?|No|Most|Many|All|One|Some) (?:\p{Ll}+ ){0,2}(?:of|in|on|for|about|at|around|behind|to|from|with) ))(he|she|his|her|him)\b/u;
/** "The mill will be closed, he said.": somebody of the sentence before, where nobody is named in this one. */
const TOLD = /^(.*, )(s?he) (?:said|says|added|adds|told \p{Ll}+|wrote|warned|explained|insisted)[.]$/u;
/** "Asked whether the mill would be closed, he said no.", "A former baker, he lives in Ostry.": the one who was asked, or who was a baker. */
const ASKED =
  /^((?:(?:(?:When|If) )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Ss]peaking|[Rr]eferring)\b[^"“]{3,200}?|(?:An?|Once|With|Born|Known|Described) [^"“,]{2,80}), )(s?he)\b(?!['’])/u;

export type Standing =
  | { readonly alone: true }
  /** `pronoun`: the word that a name could be put in for, and where it stands, or null. */
  | { readonly alone: false; readonly pronoun: Pronoun | null };

/** Whether a sentence stands alone. */
export function standingOf(text: string): Standing {
  // "Instead, he left": a name would not help.
  if (LEANS.test(text) || POINTS_BACK.test(text) || LEFT_OPEN.test(text) || pointsInside(text))
    return { alone: false, pronoun: null };
  const person = PERSON.exec(text);
  if (person !== null) {
    const word = person[1] ?? '';
    return { alone: false, pronoun: { word, at: person[0].length - word.length } };
  }
  const done = DONE_TO.exec(text);
  if (done !== null)
    return { alone: false, pronoun: { word: done[2] ?? '', at: done[1]?.length ?? 0, object: true } };
  const inside = UNNAMED.exec(text);
  if (inside !== null)
    return { alone: false, pronoun: { word: inside[2] ?? '', at: inside[1]?.length ?? 0 } };
  const told = TOLD.exec(text) ?? ASKED.exec(text);
  if (told !== null)
    return { alone: false, pronoun: { word: told[2] ?? '', at: told[1]?.length ?? 0, orNamed: true } };
  return { alone: true };
}
