/** A YAML file checked against schemas, with each problem at its line and in words that say what to write. */
import { isMap, isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';

type Path = readonly PropertyKey[];

/** Values that are right, and what is wrong with the others, each as "file:line: name words". */
interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

export interface YamlFile {
  /** What is wrong with the file as a whole: no YAML, or a key that does not belong at its top. */
  readonly problems: readonly string[];
  /** The list under `key`, entry by entry: a wrong entry does not stop the others. */
  parseList<T extends { readonly id: string }>(key: string, schema: z.ZodType<T>): Parsed<T[]>;
  /** The value under `key`, or the whole file; `otherwise` where it is wrong or absent. */
  parseValue<T>(key: string | null, schema: z.ZodType<T>, otherwise: T): Parsed<T>;
}

/**
 * @param name what the file is called in problems.
 * @param keys what may stand at its top.
 */
export function parseYamlFile(text: string, name: string, keys: readonly string[]): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const describe = (error: z.ZodError, path: Path): string[] =>
    error.issues.flatMap((issue) => {
      const full = [...path, ...issue.path];
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      if (unknown.length === 0) return [describeAt(full, null, issueWords(issue))];
      return unknown.map((key) =>
        describeAt(full, key, 'is not a setting here: take it out, or correct its name'),
      );
    });
  const describeAt = (path: Path, key: string | null, words: string): string => {
    const line = lines.linePos(findOffset(document.contents, path, key)).line;
    return `${name}:${line}: ${[nameOf(key === null ? path : [...path, key]), words].join(' ').trim()}`;
  };

  const broken = document.errors.map(
    (error) => `${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`,
  );
  const data: unknown = broken.length === 0 ? (document.toJS({ maxAliasCount: 100 }) ?? {}) : {};
  const top = z
    .strictObject(Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])))
    .safeParse(data);
  const values = z.record(z.string(), z.unknown()).catch({}).parse(data);

  return {
    problems: [...broken, ...(top.success ? [] : describe(top.error, []))],
    parseList: (key, schema) => {
      const list = z.array(z.unknown()).safeParse(values[key] ?? []);
      if (!list.success) return { value: [], problems: describe(list.error, [key]) };
      const problems: string[] = [];
      const good = new Map<string, z.infer<typeof schema>>();
      for (const [index, entry] of list.data.entries()) {
        const checked = schema.safeParse(entry);
        if (!checked.success) problems.push(...describe(checked.error, [key, index]));
        else if (good.has(checked.data.id))
          problems.push(describeAt([key, index, 'id'], null, 'is there twice: give each entry its own'));
        else good.set(checked.data.id, checked.data);
      }
      return { value: [...good.values()], problems };
    },
    parseValue: (key, schema, otherwise) => {
      const raw = key === null ? values : values[key];
      if (raw === undefined || raw === null) return { value: otherwise, problems: [] };
      const checked = schema.safeParse(raw);
      if (checked.success) return { value: checked.data, problems: [] };
      return { value: otherwise, problems: describe(checked.error, key === null ? [] : [key]) };
    },
  };
}

/** A schema issue in words that say what to write. */
export function issueWords(issue: z.core.$ZodIssue): string {
  // Messages of our own schemas stand as they are; only the library's own wording is replaced.
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  const must = `must be ${EXPECTED[issue.expected] ?? `a ${issue.expected}`}`;
  return issue.message.endsWith('received undefined') ? `is missing: it ${must}` : must;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text (in quotation marks where it looks like a number)',
  array: 'a list (lines that start with "- ", or [one, two])',
  object: 'a group of "name: value" lines',
  record: 'a group of "name: value" lines',
};

/** Where the value at the path stands, or the nearest thing above it that is there; with `key`, that key of it. */
function findOffset(contents: ParsedNode | null, path: Path, key: string | null): number {
  let node: unknown = contents;
  let offset = contents?.range[0] ?? 0;
  for (const part of key === null ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === part);
      if (!isNode(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      node =
        isNode(node) && 'get' in node && typeof node.get === 'function' ? node.get(part, true) : undefined;
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}

/** "topics[2].title", counted from 1 as people do. */
function nameOf(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
