/** What stands under pictures: sentences beside the name of who took them, and noun phrases without a verb. */

import { hasVerb } from '../../text/verbs.ts';
import type { Line } from '../lines.ts';

/** "Photograph: Ada Byron / The Herald", "(Courtesy of the ministry)", "(Herald photo)", "Herald/Contributor" at the end of a paragraph. */
const CREDIT =
  /(?:\b(?:Photograph|Photo|Picture|Image|Illustration)s?(?: credit)?: \p{Lu}(?:[^.!?]|\b\p{Lu}\.){1,60}|\((?:Photos? |Image )?[Cc]ourtesy (?:of )?[^()]{2,60}\)|\((?:Photo|Image|Picture)s?[ :/][^()]{2,60}\)|\([^()]{2,50} (?:photo|photograph|image|picture)s?\)|(?:^|[.!?)] )\p{Lu}[^.!?]{1,40}\/(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|Getty Images|Shutterstock|Pool|Handout|Contributor|Stringer)[^.!?]{0,20})[.\s]*$/u;
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
const RELATIVE = /\b(?:who|which|that|where|when)\b[^,.]*/g;

/** The lines of an article that stand under its pictures. `text` is that of the article. */
export function findCaptions(lines: readonly Line[], text: string): Set<Line> {
  const captions = new Set<Line>();
  for (const own of paragraphsOf(lines)) {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const words = own.reduce((sum, line) => sum + line.words, 0);
    const credited = words <= LONGEST && CREDIT.test(text.slice(first.start, last.end));
    for (const line of own) if (credited || isPictured(line)) captions.add(line);
  }
  return captions;
}

function isPictured({ text, words }: Line): boolean {
  if (PLACED.test(text)) return true;
  if (OF_PICTURE.test(text) && !hasVerb(text.replace(RELATIVE, ''))) return true;
  return words <= SEEN && /^(?:The|An?) /.test(text) && !hasVerb(text) && !MAYBE_VERB.test(text);
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
