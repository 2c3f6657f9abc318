/** Gives one command to the bot and prints what it answers, as the terminal chat would; nothing found ends with code 1, as with grep. */
import { renderTerminal } from '../adapters/terminal/render.ts';
import type { App } from '../app.ts';
import type { Card } from '../chat/card.ts';
import type { Command } from '../chat/command.ts';

/** What is added in the chat of a terminal belongs to this space: the commands see it too, in cards and as JSON. */
export const SPACE = 'terminal';

/** Prints the card and its detail. */
export async function say(app: App, command: Command): Promise<void> {
  const reply = await app.dispatch(command, {
    platform: 'terminal',
    space: SPACE,
    address: { platform: 'terminal', space: SPACE, channel: 'terminal' },
    actor: { id: 'terminal', mayManage: true, zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    now: app.clock.now(),
    thread: undefined,
  });
  for (const card of reply ? [reply.card, ...(reply.detail ?? [])] : []) printCard(card);
  if (reply?.missing) process.exitCode = 1;
}

/** Buttons are left out: there is nobody to press them. */
export function printCard(card: Card): void {
  const blocks = card.blocks.filter(({ type }) => type !== 'actions');
  const { columns = 80, isTTY } = process.stdout;
  const { text } = renderTerminal(
    { ...card, blocks },
    { width: columns, colour: Boolean(isTTY) && !process.env['NO_COLOR'] },
  );
  process.stdout.write(`${text}\n`);
}

/** What looks for something and finds nothing ends as `say` does. */
export function printFound<T extends { readonly found: boolean }>(value: T): void {
  printJson(value);
  if (!value.found) process.exitCode = 1;
}

/** One value, indented, on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
