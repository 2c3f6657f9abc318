/** Who is named by a surname alone gets the full name where a brief speaks of them first: "[Mara Lund] resigned". */
import type { Desk } from '../desk.ts';
import type { Line } from '../lines.ts';
import type { Statement } from '../types.ts';

/** The statements of a brief in their order, with the full name put in for a surname that opens one before anybody said who it is. */
export function introduce(
  desk: Desk,
  told: readonly { readonly line: Line; readonly statement: Statement }[],
): Statement[] {
  const known = new Set<string>();
  return told.map(({ line, statement }) => {
    const name = surnameAt(desk, line, statement);
    for (const full of fullNamesOf(desk, line)) known.add(full);
    if (name === null || known.has(name.full)) return statement;
    known.add(name.full);
    return { ...statement, shown: `[${name.full}]${statement.shown.slice(name.length)}` };
  });
}

/** The person whose surname alone opens a statement that is shown as it is written. */
function surnameAt(
  { articles }: Desk,
  line: Line,
  { shown, passage }: Statement,
): { full: string; length: number } | null {
  const article = articles[line.source];
  const name = article?.analysis.names.find(({ start }) => start === passage.start);
  if (article === undefined || name === undefined || name.entity === null) return null;
  // One name in brackets is enough for a sentence.
  if (shown !== article.text.slice(passage.start, passage.end)) return null;
  const entity = article.analysis.entities[name.entity];
  const surname = article.text.slice(name.start, name.end);
  if (entity?.kind !== 'person' || /\s/.test(surname)) return null;
  // "Ch" of a name whose letters were broken is no surname.
  if (!/^(?:[\s,.;:)]|['’]s?\b)/.test(shown.slice(surname.length))) return null;
  return entity.name.endsWith(` ${surname}`) ? { full: entity.name, length: surname.length } : null;
}

/** Whoever a line names in full, whatever else stands before the surname there. */
function fullNamesOf({ articles }: Desk, line: Line): string[] {
  const article = articles[line.source];
  return (article?.analysis.names ?? []).flatMap(({ start, end, entity }) => {
    if (entity === null || start < line.start || end > line.end) return [];
    const full = article?.analysis.entities[entity]?.name ?? '';
    return article?.text.slice(start, end) === full ? [full] : [];
  });
}
