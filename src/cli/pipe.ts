/** `briefwire pipe`: one JSON object a line in, one JSON object a line out, in the same order. */
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { BriefwireError, codeOf, messageOf } from '../core/errors.ts';

/** Answers one request; throws a BriefwireError for one that it cannot answer. */
export type Operate = (request: Record<string, unknown>) => Promise<object>;

/** The codes that an answer may carry; whatever else goes wrong inside is `internal`. */
const CODES = new Set(['bad-request', 'not-a-feed', 'too-large']);

/** Resolves at the end of the input, when everything is answered and written. */
export async function runPipe(input: Readable, output: Writable, operate: Operate): Promise<void> {
  for await (const line of readLines(input)) {
    if (line.trim() === '') continue;
    const answer = `${JSON.stringify(await answerLine(line, operate))}\n`;
    if (!output.write(answer)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerLine(line: string, operate: Operate): Promise<object> {
  let id: unknown = null;
  try {
    const request = parseRequest(line);
    id = request['id'] ?? null;
    return { id, ok: true, ...(await operate(request)) };
  } catch (error) {
    const code = codeOf(error);
    return { id, ok: false, error: { code: CODES.has(code) ? code : 'internal', message: messageOf(error) } };
  }
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

/** Splits at line feeds alone: node:readline also splits at U+2028, which may stand inside a JSON string. */
async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer);
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      parts.push(text.slice(from, at));
      yield parts.join('');
      parts = [];
      from = at + 1;
    }
    parts.push(text.slice(from));
  }
  const rest = parts.join('') + decoder.end();
  if (rest !== '') yield rest;
}
