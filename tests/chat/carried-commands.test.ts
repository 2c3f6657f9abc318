import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type CarriedCommand,
  findCommand,
  keepLongCommands,
  parseCommand,
  renderCommand,
} from '../../src/chat/carried-commands.ts';
import type { Command } from '../../src/chat/command.ts';
import type { CommandStore } from '../../src/chat/stores.ts';
import { buttonCard } from '../contracts/recording-handler.ts';

type Fields<C> = C extends { type: infer T extends string } ? `${T}.${keyof C & string}` : never;

function memoryCommands(): CommandStore {
  const kept: Command[] = [];
  return {
    keep: async (command) => `c${kept.push(command) - 1}`,
    find: async (id) => kept[Number(id.slice(1))],
  };
}

describe('commands that a button carries', () => {
  test('every field of every command is known to the reader', () => {
    expectTypeOf<Fields<CarriedCommand>>().toEqualTypeOf<Fields<Exclude<Command, { type: 'share' }>>>();
  });

  test('a command comes back as it was', () => {
    const command: Command = {
      type: 'share',
      command: { type: 'brief', query: 'kim-putin', length: 'full', private: true },
    };
    expect(parseCommand(renderCommand(command))).toEqual(command);
  });

  test.each([
    '',
    'null',
    '{}',
    '{"type":"shell"}',
    '{"type":"ask","question":1}',
    '{"type":"help","more":1}',
    '{"type":"remove","article":"a","confirmed":"perhaps"}',
    '{"type":"add","url":"https://courier.test/rss","confirmed":"perhaps"}',
  ])('what is no command is none: %s', (text) => expect(parseCommand(text)).toBeUndefined());

  test('a command too long for its button is kept, and found again', async () => {
    const commands = memoryCommands();
    const long: Command = { type: 'ask', question: 'word '.repeat(100) };
    const card = await keepLongCommands(buttonCard(long), commands, (text) => text.length <= 100);
    const block = card.blocks.at(-1);
    const carried = block?.type === 'actions' ? block.actions[0]?.command : undefined;
    expect(carried).toEqual({ type: 'stored', id: 'c0' });
    expect(carried && (await findCommand(carried, commands))).toEqual(long);
  });

  test('a reference to what is no longer kept stays a reference', async () => {
    const gone: Command = { type: 'stored', id: 'c9' };
    expect(await findCommand(gone, memoryCommands())).toEqual(gone);
  });
});
