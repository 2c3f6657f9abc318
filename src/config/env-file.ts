/** A `.env` file: what it sets, and the lines of it that set nothing. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export interface EnvFile {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The numbers of lines that are no `NAME=value`. What stands there may be a token: it is not repeated. */
  readonly strays: readonly number[];
}

/** Name, and what follows the sign. */
const SETTING = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(.*)$/;

/** Empty where there is no such file. */
export function readEnvFile(file: string): EnvFile {
  try {
    return parseEnvFile(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { values: {}, strays: [] };
    throw new Error(`${file} cannot be read; correct its permissions, or move it away`, { cause: error });
  }
}

/** Node takes a line without "=" for the beginning of the next name, and that setting would be lost as well. */
function parseEnvFile(text: string): EnvFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const kept: string[] = [];
  const strays: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const value = SETTING.exec(line)?.[1];
    if (value === undefined && !/^\s*(?:#|$)/.test(line)) strays.push(index + 1);
    else kept.push(line);
    // A quoted value may go over several lines.
    const end = value === undefined ? index : endOfValue(lines, index, value);
    kept.push(...lines.slice(index + 1, end + 1));
    index = end;
  }
  return { values: parseEnv(kept.join('\n')), strays };
}

function endOfValue(lines: readonly string[], index: number, value: string): number {
  const quote = /^["'`]/.exec(value)?.[0];
  if (quote === undefined || value.indexOf(quote, 1) > 0) return index;
  const end = lines.findIndex((line, at) => at > index && line.includes(quote));
  return end < 0 ? index : end;
}
