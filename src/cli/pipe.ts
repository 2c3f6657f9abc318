/** `briefwire pipe`: one JSON object a line in, one JSON object a line out, in the same order. */
import type { Readable, Writable } from 'node:stream';
import { BriefwireError, codeOf, messageOf } from '../core/errors.ts';
import { type Line, readLines } from './lines.ts';

/** Answers one request; throws a BriefwireError for one that it cannot answer. */
export type Operate = (request: Record<string, unknown>) => Promise<object>;

/** The codes that an answer may carry; whatever else goes wrong inside is `internal`. */
const CODES = new Set(['bad-request', 'not-a-feed', 'too-large']);

/** Characters of a line. What is read of a text takes a hundred times its memory: a longer one would end the program. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Resolves at the end of the input, when everything is answered and written. */
export async function runPipe(
  input: Readable,
  output: Writable,
  operate: Operate,
  longest = LONGEST_LINE,
): Promise<void> {
  for await (const line of readLines(input, longest)) {
    const answer = `${await answerLine(line, operate)}\n`;
    if (!output.write(answer)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

/** The answer to a line, as JSON. */
async function answerLine(line: Line, operate: Operate): Promise<string> {
  let id = 'null';
  try {
    if (line === null) throw new BriefwireError('too-large', 'This line is too long: send less at a time.');
    const request = parseRequest(line);
    id = idOf(request, line);
    return withId(id, { ok: true, ...(await operate(request)) });
  } catch (error) {
    const code = codeOf(error);
    const told = { code: CODES.has(code) ? code : 'internal', message: messageOf(error) };
    return withId(id, { ok: false, error: told });
  }
}

function withId(id: string, answer: object): string {
  return `{"id":${id},${JSON.stringify(answer).slice(1)}`;
}

/** The id of a request, as JSON. */
function idOf({ id = null }: Record<string, unknown>, line: string): string {
  // A number beyond what JavaScript counts exactly would come back as another one: it is given back as it stands.
  if (typeof id === 'number' && !Number.isSafeInteger(id)) return idAsWritten(line) ?? JSON.stringify(id);
  try {
    return JSON.stringify(id);
  } catch (error) {
    throw new BriefwireError('bad-request', 'Its "id" is nested too deeply.', { cause: error });
  }
}

/** The value behind the last "id" of the request itself, where it is no object and no list. */
function idAsWritten(line: string): string | undefined {
  let [depth, before, key, found] = [0, '', '', undefined as string | undefined];
  for (const [token] of line.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g)) {
    if (depth === 1 && before === ':' && key === 'id') found = token;
    if (token === ':' && depth === 1) key = JSON.parse(before) as string;
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    before = token;
  }
  return found;
}

function parseRequest(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new BriefwireError('bad-request', `This line is no JSON: ${messageOf(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BriefwireError('bad-request', 'A request is a JSON object with "op".');
  return value as Record<string, unknown>;
}
