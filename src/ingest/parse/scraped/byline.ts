/** Lines that say who wrote the page, when, and for whom: "By Jane Doe | Sep 11, 2023 | 4 min read". */
import { findDateAtStart } from './stated-date.ts';
import { isCommentHeading, isInterface } from './vocabulary.ts';

export interface Byline {
  /** Verbatim, or null. */
  readonly author: string | null;
  /** True when a word says so ("By", "Staff Writer"), false when only the place beside a date does. */
  readonly certain: boolean;
  /** ISO 8601, or null. */
  readonly published: string | null;
  /** True when a word says that it is the date of publication. */
  readonly labelled: boolean;
}

const NAME_WORD =
  "(?:\\p{Lu}[\\p{L}’'-]*\\.?|(?:van|von|de|der|den|del|della|da|dos|di|du|la|le|el|al|bin|ibn|ter)(?= ))";
const NAME = `(?:The )?${NAME_WORD}(?: ${NAME_WORD}){0,4}`;
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const FIRST_NAME = new RegExp(`^${NAME}`, 'u');
const NAMES = new RegExp(`^${NAME}(?:(?:,| and| &|, and) ${NAME}){0,4}`, 'u');
const BY =
  /^(?:(?:written|words|story|text|report(?:ed|ing)?|posted) )?by:?(?=\s|$)|^(?:author|writer|text|words)s?:/iu;
const DATE_LABEL =
  /^(?:(?:first |originally )?(?:published|posted|created|released|filed|date)|on)(?: on| at)?:?\s+/iu;
const UPDATED = /^(?:(?:last )?(?:updated|modified|edited|revised))(?: on| at)?:?\s+/iu;
/** The work of those who write: it stands beside their names. */
export const ROLE =
  /\b(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|bureau|chief|staff|freelance)\b/iu;
const ASIDE =
  /^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|\d+ (?:min(?:ute)?s?)(?: (?:read|ago))?|\d+ (?:hour|day|week|month)s? ago|(?:just now|yesterday|today))$/iu;

/** Reads a line as a byline or date line; undefined where it holds anything else. */
export function parseByline(text: string): Byline | undefined {
  if (text.length > 200 || /[“”"]/.test(text)) return undefined;
  let author: string | null = null;
  let certain = false;
  let published: string | null = null;
  let labelled = false;
  let known = 0;
  let unknown = 0;
  let updated = false;
  for (const part of splitParts(text)) {
    const by = BY.exec(part);
    const label = DATE_LABEL.exec(part);
    const changed = UPDATED.exec(part);
    const rest = part.slice((by ?? label ?? changed)?.[0].length ?? 0).trim();
    const date = findDateAtStart(rest);
    if (date !== undefined && date.length >= rest.length - 3) {
      known += 1;
      if (changed === null && !updated && published === null) {
        published = date.value;
        labelled = label !== null;
      }
      updated = changed !== null;
    } else if (by !== null) {
      const names = NAMES.exec(rest)?.[0];
      if (rest !== '' && (names === undefined || !isRoleOrPlace(rest.slice(names.length)))) return undefined;
      // One word is as often a place or a button as a name.
      if (names?.includes(' ')) {
        author ??= names.replace(/[,.]$/, '');
        certain = true;
      }
      known += 1;
    } else if (changed !== null || ASIDE.test(part) || isInterface(part)) {
      updated ||= changed !== null;
      known += 1;
    } else if (ROLE.test(part) && part.split(' ').length <= 6) {
      const name = FIRST_NAME.exec(part)?.[0];
      if (name !== undefined && !ROLE.test(name) && isPersonName(name)) author ??= name;
      certain ||= author !== null;
      known += 1;
    } else {
      if (author === null && isPersonName(part)) author = part;
      unknown += part.split(' ').length;
    }
  }
  if (known === 0 || unknown > 5) return undefined;
  return { author, certain, published, labelled };
}

/** Two to four capitalised words, as names of persons are; names of sections and papers are left out. */
export function isPersonName(text: string): boolean {
  return (
    text.length <= 50 &&
    WHOLE_NAME.test(text) &&
    /^\S+(?: \S+){1,3}$/.test(text) &&
    !/^The /.test(text) &&
    !text.split(' ').some((word) => SECTION.has(word.toLowerCase().replace(/\W/g, '')))
  );
}

/** Words of sections, papers and houses: a line with one of them is no person. */
const SECTION: ReadonlySet<string> = new Set(
  'news world politics political business economy money markets finance sport sports opinion comment analysis culture arts entertainment lifestyle life health science technology tech travel weather local national international global breaking latest top special report reports feature features video photos daily weekly times post herald tribune journal gazette courier press wire agency editorial desk staff team magazine review today online network media group institute foundation center centre university council department east west north south middle central europe asia africa america us uk united states kingdom crime courts education environment climate energy war war’s history books film music food style fashion sunday monday tuesday wednesday thursday friday saturday'.split(
    ' ',
  ),
);

/** What may stand behind an author's name: nothing, a role, a place, a paper, an address. */
function isRoleOrPlace(rest: string): boolean {
  return (
    rest === '' ||
    isInterface(rest) ||
    isCommentHeading(rest.trim()) ||
    (/^(?:,| in | for | at | \(|\s*[@/]|\s+-\s)/.test(rest) &&
      rest.split(' ').length <= 9 &&
      !/[.!?]$/.test(rest))
  );
}

/** The parts of a line between bars, dots and dashes, and before "Published", "Updated", or a date behind a name. */
function splitParts(text: string): string[] {
  return text
    .split(
      /\s*[|•·‧∙●]\s*|\s+[–—-]\s+|\s*\/\/\s*|\s{2,}|;\s|(?<=\d)\s+(?=by \p{Lu})|\s+(?=leave a (?:comment|reply)\b|\d+ comments?\b)|,?\s+(?=(?:first published|published|posted|updated|last updated|modified)\b)|,\s+(?=\d{4}-\d\d)|(?<=\p{Ll}),?\s+(?=(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}*\.? \d{1,2},? \d{4})|(?<=\p{Ll}),\s+(?=\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}*\.? \d{4})/iu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
