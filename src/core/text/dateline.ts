/** Where, when and by whom a report was filed: it stands before its first sentence, and is no part of what is told. */
import { MONTH } from './calendar.ts';
import { PLACES } from './data/places.ts';

const NAME = String.raw`\p{Lu}[\p{L}.'’/-]*(?: \p{Lu}[\p{L}.'’/-]*){0,3}`;
const PLACE = `${NAME}(?:, ${NAME})?`;
/** A place in capitals is a dateline without an agency too. */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’/ -]{2,}(?:, [\p{L}. ]{2,20})?`;
const DAY = String.raw`(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?,?(?: \d{4})?)`;
const AGENCY = String.raw`\(\p{Lu}[^()]{1,39}\)`;
const ZONE = '(?:GMT|BST|UTC|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|CEST|CET|AES?T|IST)';
const DASH = '(?:--?|—|–|:)';

const DATELINE = new RegExp(
  [
    // "OSLO (Reuters) — ", "Cairo, Egypt (CNN) -- ", "LIMA, March 4 (Reuters) - ", "May 12 (Bloomberg) -- ", "(CNN) -- "
    String.raw`(?:${PLACE},? )??(?:${DAY},? )?${AGENCY}\s*${DASH}\s*(?=["“‘']?[\p{Lu}\p{N}$€£])`,
    // "OSLO, Norway – May 2, 2025 – "
    String.raw`${CAPITALS}\s*(?:--|—|–|-)\s*${DAY}\s*(?:--|—|–|-)\s*(?=["“‘']?[\p{Lu}\p{N}$€£])`,
    // "WASHINGTON, May 2 — "
    String.raw`${CAPITALS},?\s*(?:${DAY},?\s+)?(?:--|—|–|(?<=\s)- )\s*(?=["“‘']?[\p{Lu}\p{N}$€£])`,
    // "(CBS News) ", "(CNN)"
    String.raw`\(\p{Lu}{2,6}(?: News)?\)\s*(?=\p{Lu})`,
    // "New York (CNN Business) ": other capitals in brackets may belong to a house and its head.
    String.raw`${PLACE} \((?:\p{Lu}{2,6} (?:News|Business|Sport)|CNN|AP|AFP|UPI|Reuters)\)\s*(?=\p{Lu})`,
    // "March 3 Five people …", "Feb 3 The …": only before what cannot be the rest of a name ("the March 3 Movement").
    String.raw`${MONTH}\.? \d{1,2} (?=(?:The|An?|At|More|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve) )`,
    // "OSLO/NAIROBI Five people …"
    String.raw`\p{Lu}[\p{Lu}.'’ -]{2,20}/\p{Lu}[\p{Lu}.'’ -]{2,20} (?=\p{Lu}\p{Ll})`,
    // "10.45am ", "16:05 GMT (12:05) - ", "9:30 p.m. ET: ": when a note of a running report was written.
    String.raw`\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?| ?${ZONE}\b| (?=\(\d))(?: ${ZONE}\b)?(?: \(\d{1,2}[:.]\d{2}[^()]{0,8}\))?,?\s*(?:${DASH}\s*)?(?=["“‘']?\p{Lu})`,
    // "NAIROBI: "
    String.raw`\p{Lu}[\p{Lu} ]{3,30}:\s+`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '^(?:')
    .concat(')'),
  'u',
);

/** "NAIROBI Five people …": where the agency was taken out; other words in capitals are houses ("UNICEF Director …"). */
const BARE_PLACE = /^(\p{Lu}[\p{Lu}' ]{3,20}) (?=(?:\p{Lu}\p{Ll}|An? |\d))/u;

/** How many characters of a sentence are its dateline; 0 where it has none. */
export function lengthOfDateline(text: string): number {
  const dateline = DATELINE.exec(text);
  if (dateline !== null) return dateline[0].length;
  const place = BARE_PLACE.exec(text);
  return place !== null && PLACES.has(place[1]?.toLowerCase() ?? '') ? place[0].length : 0;
}
