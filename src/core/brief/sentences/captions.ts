/** What stands under pictures: sentences beside the name of who took them, noun phrases without a verb, and what was told in the present. */
import type { ReadArticle } from '../../article.ts';
import { hasVerb } from '../../text/verbs.ts';
import type { Line } from '../lines.ts';

/** "Photograph: Ada Byron / The Herald", "(Courtesy of the ministry)", "(Herald photo)", "Herald/Contributor" at the end of a paragraph. */
const CREDIT =
  /(?:\b(?:Photograph|Photo|Picture|Image|Illustration)s?(?: credit)?: \p{Lu}(?:[^.!?]|\b\p{Lu}\.){1,60}|\((?:Photos? |Image )?[Cc]ourtesy (?:of )?[^()]{2,60}\)|\((?:\p{Lu}\p{L}{1,15} )?(?:Photo|Image|Picture)s?[ :/][^()]{2,60}\)|\([^()]{2,50} (?:photo|photograph|image|picture)s?\)|(?:^|[.!?)] )\p{Lu}[^.!?]{1,40}\/(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|Getty Images|Shutterstock|Pool|Handout|Contributor|Stringer)[^.!?]{0,20})[.\s]*$/u;
/** A caption has a few sentences; a longer paragraph that ends with a credit is text with a picture beside it. */
const LONGEST = 90;
/** Under a picture it says what can be seen, and no more: "The town hall of Velmar." */
const SEEN = 14;
/** A word that may be a verb of the present: "Velmar sells its mill." */
const MAYBE_VERB = /(?<!^)\b\p{Ll}{2,}s\b/u;
/** "A picture of the man who fled." */
const OF_PICTURE =
  /^(?:An? |The )?(?:\p{Ll}+ )?(?:photo|photograph|picture|image|portrait|screenshot|sketch) (?:of|from|by|showing)\b/iu;
/** "Ada Byron (left) and Mara Lund (second from right)": where in a picture somebody is. */
const PLACED =
  /\p{Ll} \((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|(?:top|bottom|far|front|back|first|second|third|\d(?:st|nd|rd)) (?:left|right|row|from)\b[^()]{0,30})\)/u;
/** "Ada Byron, seen here with her brother", "(AP Photo/…", "Image: …" */
const SEEN_HERE =
  /(?<!\b(?:was|were|been|be|last|ever) )\b(?:pictured|seen|shown) here\b|\b(?:Photo|Image)s?(?:\/|:| by | courtesy)/u;
/** Pictures tell in the present what was: of a day that had passed nobody else does. */
const SHOWN =
  /^\p{Lu}[^,.;:]{2,70}?(?<!\b(?:will|would|can|could|may|might|must|should|did|does|do|not|to|who)) (?:arrives?|attends?|carr(?:y|ies)|celebrates?|chants?|cheers?|delivers?|drives?|embraces?|fl(?:y|ies)|gathers?|gestures?|gives?|greets?|guards?|holds?|hugs?|inspects?|kneels?|leaves?|lifts?|lines? up|listens?|looks?|march(?:es)?|mourns?|patrols?|performs?|poses?|prays?|protests?|queues?|raises?|reacts?|rests?|rides?|rises?|rush(?:es)?|shakes?|shouts?|shows|sings?|sits?|smiles?|speaks?|stands?|tr(?:y|ies)|waits?|walks?|watch(?:es)?|waves?|works?) (?!(?:was|were|is|are|has|have|had|will|would|could|did|and|or|of|that)\b)/u;
const RELATIVE = /\b(?:who|which|that|where|when)\b[^,.]*/g;

/** The lines of an article that stand under its pictures. */
export function findCaptions(lines: readonly Line[], article: ReadArticle): Set<Line> {
  const captions = new Set<Line>();
  for (const own of paragraphsOf(lines)) {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const words = own.reduce((sum, line) => sum + line.words, 0);
    const credited = words <= LONGEST && CREDIT.test(article.text.slice(first.start, last.end));
    for (const line of own) if (credited || isPictured(line) || isShown(line, article)) captions.add(line);
  }
  return captions;
}

function isPictured({ text, words }: Line): boolean {
  if (PLACED.test(text) || SEEN_HERE.test(text)) return true;
  if (OF_PICTURE.test(text) && !hasVerb(text.replace(RELATIVE, ''))) return true;
  return words <= SEEN && /^(?:The|An?) /.test(text) && !hasVerb(text) && !MAYBE_VERB.test(text);
}

/** "Ada Byron arrives at the court on March 4", told on that day or later. */
function isShown({ text, start, end }: Line, { analysis, published }: ReadArticle): boolean {
  if (published === null || !SHOWN.test(text)) return false;
  const day = analysis.dates.find((date) => date.start >= start);
  if (day === undefined || day.end > end || day.precision !== 'day' || day.value === null) return false;
  const [before, said] = [text.slice(0, day.start - start), text.slice(day.start - start, day.end - start)];
  return /\d/.test(said) && SHOWN.test(before) && day.value <= published.slice(0, 10);
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && open[0]?.paragraph === line.paragraph) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}
