/** The lines of a stream of bytes. */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** A line; null for one that is too long, of which nothing is kept. */
export type Line = string | null;

/**
 * Splits at line feeds alone: node:readline also splits at U+2028, which may stand inside a JSON string. A byte-order mark
 * before the first line, as some editors and shells write it, is no part of it.
 */
export async function* readLines(input: Readable, longest: number): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  let isFirst = true;
  const add = (part: string): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const take = (): Line => {
    const line = length > longest ? null : parts.join('');
    [parts, length] = [[], 0];
    return line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer);
    let from = isFirst && text.startsWith('\uFEFF') ? 1 : 0;
    if (text !== '') isFirst = false;
    for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', from)) {
      add(text.slice(from, at));
      yield take();
      from = at + 1;
    }
    add(text.slice(from));
  }
  add(decoder.end());
  if (length > 0) yield take();
}
