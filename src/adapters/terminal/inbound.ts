/** A line at the prompt, as a command: a number presses a button of the last card, everything else is said. */
import type { Action } from '../../chat/card.ts';
import type { Command } from '../../chat/command.ts';
import { parseLine } from '../../chat/parse-command.ts';

export type Typed =
  /** `pressed`: by the number of a button. */
  | { readonly type: 'command'; readonly command: Command; readonly pressed: boolean }
  | { readonly type: 'leave' }
  | { readonly type: 'nothing' }
  /** A number that no button has. */
  | { readonly type: 'unknown-number'; readonly most: number };

export function parseTyped(line: string, actions: readonly Action[]): Typed {
  const typed = line.trim();
  if (typed === '') return { type: 'nothing' };
  if (/^\/?(exit|quit|bye)$/i.test(typed)) return { type: 'leave' };
  const number = /^[[(]?(\d{1,3})[\])]?$/.exec(typed)?.[1];
  if (number !== undefined) {
    const action = actions[Number(number) - 1];
    return action
      ? { type: 'command', command: action.command, pressed: true }
      : { type: 'unknown-number', most: actions.length };
  }
  return { type: 'command', command: parseLine(typed) ?? { type: 'say', words: typed }, pressed: false };
}
