/** Where, when and by whom a report was filed: it stands before its first sentence, and is no part of what is told. */

const NAME = String.raw`\p{Lu}[\p{L}.'’/-]*(?: \p{Lu}[\p{L}.'’/-]*){0,3}`;
const PLACE = `${NAME}(?:, ${NAME})?`;
/** A place in capitals is a dateline without an agency too. */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’/ -]{2,}(?:, [\p{L}. ]{2,20})?`;
const DAY = String.raw`\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?`;
const AGENCY = String.raw`\(\p{Lu}[^()]{1,39}\)`;
const DASH = '(?:--?|—|–|:)';

const DATELINE = new RegExp(
  [
    // "OSLO (Reuters) — ", "Cairo, Egypt (CNN) -- ", "LIMA, March 4 (Reuters) - ", "May 12 (Bloomberg) -- ", "(CNN) -- "
    String.raw`(?:${PLACE},? )??(?:${DAY},? )?${AGENCY}\s*${DASH}\s*(?=["“‘']?[\p{Lu}\p{N}$€£])`,
    // "WASHINGTON, May 2 — "
    String.raw`${CAPITALS},?\s*(?:${DAY},?\s+)?(?:--|—|–| - )\s*(?=["“‘']?[\p{Lu}\p{N}$€£])`,
    // "(CBS News) ", "(CNN)"
    String.raw`\(\p{Lu}{2,6}(?: News)?\)\s*(?=\p{Lu})`,
    // "New York (CNN Business) ": other capitals in brackets may belong to a house and its head.
    String.raw`${PLACE} \((?:\p{Lu}{2,6} (?:News|Business|Sport)|CNN|AP|AFP|UPI|Reuters)\)\s*(?=\p{Lu})`,
    // "March 3 Five people …", "Feb 3 The …": only before what cannot be the rest of a name ("the March 3 Movement").
    String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2} (?=(?:The|An?|At|More|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve) )`,
    // "OSLO/NAIROBI Five people …"
    String.raw`\p{Lu}[\p{Lu}.'’ -]{2,20}/\p{Lu}[\p{Lu}.'’ -]{2,20} (?=\p{Lu}\p{Ll})`,
    // "NAIROBI: "
    String.raw`\p{Lu}[\p{Lu} ]{3,30}:\s+`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '^(?:')
    .concat(')'),
  'u',
);

/** How many characters of a sentence are its dateline; 0 where it has none. */
export function lengthOfDateline(text: string): number {
  return DATELINE.exec(text)?.[0].length ?? 0;
}
