/**
 * A button's `custom_id` holds its whole command, so that it works after a restart and in any process. A hundred
 * characters: "<number>[;<digest>;<slot>]|<command>". The number keeps two buttons of one message apart; the command is
 * JSON with short keys, or "#<id>" for one that is kept in the store ("?<id>" where it opens a form, which must be known
 * before anything is read).
 */
import { createHash } from 'node:crypto';
import type { Card } from '../../chat/card.ts';
import { parseCommand } from '../../chat/carried-commands.ts';
import type { Command } from '../../chat/command.ts';
import { LIMITS } from './limits.ts';

/** Keys that occur in many commands, and what stands for them. */
const SHORT: Readonly<Record<string, string>> = {
  type: 't',
  query: 'q',
  question: 'u',
  part: 'p',
  length: 'l',
  private: 'x',
  about: 'a',
  helpful: 'h',
  article: 'r',
  start: 's',
  end: 'e',
  form: 'f',
  words: 'w',
  command: 'c',
};
const LONG = Object.fromEntries(Object.entries(SHORT).map(([long, short]) => [short, long]));

/** What a pressed button means; a kept command still has to be read from the store. */
export type Pressed =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'kept'; readonly id: string; readonly opensForm: boolean };

/** Ids of kept commands, by `keyOf(command)`. */
export type KeptCommands = ReadonlyMap<string, string>;

export function keyOf(command: Command): string {
  return JSON.stringify(command);
}

/** The `custom_id`, or undefined where the command is too long and not among the kept ones. */
export function renderCustomId(
  command: Command,
  number: number,
  kept: KeptCommands,
  mark?: Card['mark'],
): string | undefined {
  const head = number.toString(36) + (mark === undefined ? '' : renderMark(mark));
  const whole = `${head}|${JSON.stringify(rename(command, SHORT))}`;
  if (whole.length <= LIMITS.customId.is) return whole;
  const id = kept.get(keyOf(command));
  if (id === undefined) return undefined;
  return `${head}|${command.type === 'form' ? '?' : '#'}${id}`;
}

/** What a button of ours stands for; undefined for any other text. */
export function parseCustomId(customId: string): Pressed | undefined {
  const [, sign, rest] = /^[^|]*\|(\{|#|\?)([\s\S]*)$/.exec(customId) ?? [];
  if (sign === undefined || rest === undefined) return undefined;
  if (sign !== '{') return { type: 'kept', id: rest, opensForm: sign === '?' };
  const command = parseShort(`{${rest}`);
  return command && { type: 'command', command };
}

/** Which digest's slot a message stands for, as its first button says it: ";morning;2026-11-22T08:00:00". */
function renderMark({ digest, slot }: { readonly digest: string; readonly slot: string }): string {
  const isLong = digest.length + slot.length > LIMITS.customId.is - 50;
  const id = isLong ? createHash('sha256').update(digest).digest('hex').slice(0, 20) : digest;
  return `;${id};${slot}`;
}

function parseShort(text: string): Command | undefined {
  try {
    return parseCommand(JSON.stringify(rename(JSON.parse(text), LONG)));
  } catch {
    return undefined;
  }
}

function rename(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [names[name] ?? name, rename(item, names)]),
  );
}
