/** Whether a role is the office that is asked for, whatever it is called in short. */
import { parseTerms } from '../../search/query.ts';

/** Those who are at the head of something. */
export const LEADERS: ReadonlySet<string> = new Set(
  parseTerms(
    'leader head chief executive president director chairman chairwoman chair boss coach manager ceo secretary-general principal premier prime chancellor king queen governor mayor',
  ),
);

/** What one office is called in short. */
const IN_SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['ceo', 'chief executive'],
      ['cfo', 'chief financial'],
      ['pm', 'prime minister'],
      ['md', 'managing director'],
      ['gov', 'governor'],
      ['sen', 'senator'],
      ['gen', 'general'],
    ] as const
  ).map(([short, office]) => [short, parseTerms(office)]),
);

/** Offices that are also called otherwise. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['judge', 'justice magistrate'],
      ['lawyer', 'attorney counsel barrister solicitor'],
      ['attorney', 'lawyer counsel'],
      ['doctor', 'physician surgeon'],
      ['author', 'writer novelist'],
      ['reporter', 'journalist correspondent'],
      ['boss', 'chief head'],
    ] as const
  ).map(([office, others]) => [parseTerms(office)[0] ?? office, parseTerms(others)]),
);

/** Whether a role is the office asked for: in full, or as it is called in short on either side. */
export function isOffice(office: readonly string[]): (role: ReadonlySet<string>) => boolean {
  const short = [...IN_SHORT].find(([, terms]) => terms.every((term) => office.includes(term)))?.[0];
  const full = office.flatMap((term) => IN_SHORT.get(term) ?? [term]);
  return (role) =>
    office.length > 0 &&
    (full.every((term) => role.has(term) || (ALSO.get(term) ?? []).some((other) => role.has(other))) ||
      (short !== undefined && role.has(short)) ||
      office.every((term) => role.has(term)));
}

/** Whatever he is called, he leads. */
const AT_THE_TOP: ReadonlySet<string> = new Set(parseTerms('boss head leader'));
export const leads = (role: ReadonlySet<string>): boolean => [...role].some((term) => LEADERS.has(term));

/** Whether a role is the office asked for; "boss" and "head" are any that leads, where it is called so itself it is that alone. */
export function isAsked(office: readonly string[]): (role: ReadonlySet<string>) => boolean {
  const [only] = office;
  return office.length === 1 && only !== undefined && AT_THE_TOP.has(only) ? leads : isOffice(office);
}
