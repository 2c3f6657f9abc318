/** What stands between lines of three hyphens above a text. Nothing is lost unsaid: what is no field is text, or a doubt. */
import { parse } from 'yaml';

export interface FrontMatter {
  /** Empty where there is none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** What stands there and could not be understood, a line each. */
  readonly doubts: readonly string[];
}

const FRONT = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const OPENING = /^---[ \t]*\n(?=[a-z][\w-]{0,40}:(?:\s|$))/i;
/** A key, a point of a list, what is indented, a comment, nothing: what front matter is made of. */
const PART = /^(?:[a-z][\w-]{0,40}:(?:\s|$)|-\s|\s+\S|#|\s*$|[\]}])/i;
/** Lines of it at most. */
const LONGEST = 200;

/** Never throws. `text` has single line breaks. */
export function splitFront(text: string): FrontMatter {
  const front = FRONT.exec(text);
  if (front?.[1] !== undefined) {
    const body = text.slice(front[0].length);
    const fields = parseYaml(front[1]);
    if (fields !== undefined) return { fields, body, doubts: [] };
    if (front[1].split('\n').every((line) => PART.test(line))) return { ...parseLines(front[1]), body };
  }
  const opening = OPENING.exec(text)?.[0];
  // Words between two rules: they are the text.
  if (opening === undefined) return { fields: {}, body: text, doubts: [] };
  return splitUnclosed(text.slice(opening.length));
}

/** The line that closes it was forgotten: it ends where its lines end. */
function splitUnclosed(text: string): FrontMatter {
  const lines = text.split('\n', LONGEST);
  const found = lines.findIndex((line) => line.trim() === '' || !PART.test(line));
  const own = lines.slice(0, found < 0 ? lines.length : found).join('\n');
  const fields = parseYaml(own);
  const read = fields === undefined ? parseLines(own) : { fields, doubts: [] };
  const doubts = ['the line of three hyphens that closes its front matter is missing', ...read.doubts];
  return { fields: read.fields, body: text.slice(own.length), doubts };
}

/** Undefined for what is no YAML, or no fields. */
function parseYaml(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 10 });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** "key: value" a line, where it is no YAML: people write "title: Ferry: the crew goes home" without quotation marks. */
function parseLines(text: string): Pick<FrontMatter, 'fields' | 'doubts'> {
  const pairs: [string, string][] = [];
  const lost: string[] = [];
  for (const line of text.split('\n')) {
    const [, key, value] = /^([a-z][\w-]{0,40}):\s+([^\s[{&*!|>%@].*)$/i.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
      pairs.push([key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]);
    else if (line.trim() !== '' && !line.startsWith('#')) lost.push(line.trim().slice(0, 60));
  }
  const doubts =
    lost.length > 0 ? [`its front matter is no YAML, and this of it is lost: ${lost.join(' / ')}`] : [];
  return { fields: Object.fromEntries(pairs), doubts };
}
