/** Log lines on standard error: one short line each on a terminal, JSON elsewhere. No token passes. */
import { type Level, pino } from 'pino';
import { createRedaction } from './redact.ts';

type Write = (message: string, fields?: Record<string, unknown>) => void;

/** The Logger port of core/ports.ts, written out because nothing of ours is imported here. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export interface LogOptions {
  readonly level: Level | 'silent';
  /** The tokens that are set: they are hidden wherever they stand. */
  readonly secrets: readonly string[];
  /** Where lines go; standard error unless a test wants them. */
  readonly output?: { write(line: string): unknown; readonly isTTY?: boolean };
}

/** Opens the log. Fields may be anything: errors become their message and stack, circles are cut. */
export function openLog({ level, secrets, output = process.stderr }: LogOptions): Log {
  const redact = createRedaction(secrets);
  const render = output.isTTY === true ? renderLine : (line: string) => line;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'message',
    },
    // Whole lines pass through here last, so that no field, error or stack can carry a token around it.
    { write: (line) => void output.write(render(redact(line))) },
  );
  const at =
    (name: Level): Write =>
    (message, fields = {}) =>
      logger[name](plainFields(fields), message);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Fields that JSON can hold; names that the line itself uses are kept apart. */
function plainFields(fields: Record<string, unknown>): Record<string, unknown> {
  const taken = new Set(['level', 'time', 'message']);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [taken.has(name) ? `${name}_` : name, plainValue(value)]),
  );
}

function plainValue(value: unknown): unknown {
  if (value instanceof Error) {
    const cause = value.cause === undefined ? {} : { cause: plainValue(value.cause) };
    return { message: value.message, stack: value.stack, ...cause };
  }
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
}

/** "08:54:58 warn  a source fails  source=morning failures=3": the fields in one line, without stacks. */
function renderLine(line: string): string {
  const { time, level, message, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${renderValue(value)}`);
  const words = [String(time).slice(11, 19), String(level).padEnd(5), String(message), rest.join(' ')];
  return `${words.join(' ').replace(/\s+/g, ' ').trim()}\n`;
}

function renderValue(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'message' in value && 'stack' in value)
    return JSON.stringify(value.message);
  return typeof value === 'string' && /^[\w./:@+-]+$/.test(value) ? value : (JSON.stringify(value) ?? '');
}
