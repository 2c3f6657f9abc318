/** Sentences that cannot stand alone: "He continued, …", "However, …", "This came after …". */
import { opensLeaning } from './openers.ts';
import type { Pronoun } from './pronouns.ts';

/** What a sentence leaves to the one before, each with a sentence that does. */
const LEAVES_OPEN: readonly RegExp[] = [
  // "If that was a test, it went well."
  /\b(?:if|whether|when|because|although|as) (?:this|that|these|those) (?:is|was|were|are|has|had|happens?|happened)\b/i,
  // "Because it happened in Velmar, people saw it.", "In Velmar this meant that bakers closed."
  /\b(?:because|why|how|when|after|before|since|until) (?:it|this|that) (?:happened|occurred)\b|\bthis (?:means|meant)\b/i,
  // "Prices fell in Velmar as well.", "Not all agreed, however."
  /\b(?:in response|either|as well|instead)[.!]$|, (?:however|though)[.]$|\beven (?:more|less|longer|further|worse|better|higher|lower|greater)[.]$/i,
  // "The mayor sent the following letter."
  /\bthe following(?: \p{L}+)?[.:]$/iu,
  // "Velmar still does not.", "One man thought so, and shouted."
  /\b(?:do|does|did|is|are|was|were|has|have|had|will|would|could|should|thinks?|thought|believed?) (?:still )?(?:not|so)[.!]$|\bthought so\b/i,
  // "The Liberals won 71."
  /\b(?:won|lost|has|had|took|got|gained|scored|received) (?:(?:only|just|about|at least|more than) )?[\d,]*\d[.!]$/i,
  // "For a decade it stood empty.", "Using a spoon, they turned the key."
  /^(?:(?:For|In|After|During|Since|Before|By|At|On|Until|With|Within) [\p{Ll}\d ’'-]{2,60},?|\p{Lu}\p{Ll}+ing [\p{Ll}\d ’'-]{2,120},) (?:it|they) (?!(?:is|was|has been|had been) (?:un|not |\p{Ll}+ed (?:that|to)\b|clear|known|thought|time|possible|likely|found)|(?:seems?|seemed|appears?|appeared|emerge[sd]?|becomes?|became|turn(?:s|ed) out|takes?|took) )\p{Ll}/u,
  // "There were no reported casualties.", "The last accident there was in 2015."
  /^There (?:is|are|was|were|have been|has been|had been) no (?!(?:word|sign|evidence|indication|doubt|plans?)\b)[\p{Ll} ,]{3,60}[.]$|(?<!\b(?:said|says|say|that|because|when|where|if|believes?|thinks?) )\bthere (?:is|was|were|has been|had been) (?:in|on) /u,
  // "The mill is closed, they said."
  /, (?:it|they) (?:said|says?|added|adds?|reported|wrote|announced|claimed|warned|insisted|explained)[.]$/u,
  // "The army has not confirmed either death.", "The whereabouts of the other three are unknown."
  /\beither (?!way\b|side\b)\p{Ll}+[.]$|\bthe other (?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|\d+) (?:is|are|was|were|has|have|had|remain(?:s|ed)?|died|escaped|fled|survived)\b/u,
  // "Velmar said that would break the treaty."
  /\b(?:said|says?|added|adds|warned|warns|argued|argues|claimed|claims|believed?|thinks?) (?:that )?that (?:would|will|could|should|might|may|is|was|had|has|meant|means)\b/u,
  // "In June, Velmar became the first town to sign it."
  /^(?:[^,]{3,30}, )?[^,]{2,40} (?:is|was|became|becomes) the (?:first|second|third|only|last|latest) (?:\p{L}+ ){1,3}to \p{Ll}+ (?:it|them)[.]$/u,
];
/**
 * "as in those disputes", "of these towns", "this strategy": somewhere inside; "those who", "those in need", "this week" and "these days" say
 * themselves what they mean.
 */
const POINTS_INSIDE = [
  /\b(?:these|those) (?!(?:who|whom|whose|that|which|of|in|with|from|on|at|for|to|by|not|already|affected|involved|killed|injured|wounded|arrested|present|days|are|were|is|was|have|had|will|would|could|may)\b)\p{Ll}{3,}/u,
  /\bthis (?!(?:year|week|month|morning|afternoon|evening|night|day|date|summer|winter|spring|autumn|fall|season|weekend|term|time|quarter|century|decade|age|point|past|last|coming|next|early|late|kind|sort|type)\b)\p{Ll}{2,}/u,
  /\b(?:no|any) such (?!as\b)\p{Ll}+/u,
];
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
    POINTS_INSIDE.some((points) => points.test(own)) ||
    THAT_TIME.test(own) ||
    (two !== null && (own.slice(0, two.index).match(/\p{Lu}/gu) ?? []).length < 2)
  );
}

/** "He", "She", "His", "Her" at the start, or after "In 1942," and the like: the name can be put in. */
const PERSON =
  /^["'“‘(]*(?:[\p{L}\p{N}'’-]+(?: [\p{Ll}\p{N}'’-]+){0,6}, (?=s?he\b))?([Hh]e|[Ss]he|[Hh]is|[Hh]er)\b(?!['’])/u;
/** "Parliament elected her by 129 votes": whoever did it is no person, and the one it was done to stands before. */
const DONE_TO =
  /^((?:The |A )?\p{L}[\p{L}’'-]*(?: [\p{L}’'-]+)? (?:\p{Ll}+ly )?\p{Ll}+ed )(him|her)\b(?=[.,]| (?:by|to|of|in|on|at|for|from|with|and|after|before|as)\b)/u;
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
  if (opensLeaning(text) || LEAVES_OPEN.some((leaves) => leaves.test(text)) || pointsInside(text))
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
