import { ApplicationCommandOptionType as Option } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { isPrivate, type Options, parseSuggest } from '../../../src/adapters/discord/options.ts';
import type { Command } from '../../../src/chat/command.ts';

describe('the person waits alone', () => {
  test.each<[Command, boolean]>([
    [{ type: 'brief', query: 'ferries' }, false],
    [{ type: 'brief', query: 'ferries', private: true }, true],
    [{ type: 'ask', question: 'Who won?' }, false],
    [{ type: 'topics' }, false],
    [{ type: 'help' }, true],
    [{ type: 'forget' }, true],
    [{ type: 'remove', article: 'a' }, true],
    [{ type: 'digest', action: 'list', words: '' }, true],
    [{ type: 'digest', action: 'preview', words: '' }, true],
    [{ type: 'digest', action: 'pause', words: '' }, false],
  ])('where the answer is for them alone: %j', (command, isAlone) => {
    expect(isPrivate(command)).toBe(isAlone);
  });
});

describe('what is being typed', () => {
  const address = { platform: 'discord', space: 'g', channel: 'c' } as const;
  const typed = (name: string, value = 'li'): Options => [
    { type: Option.String, name, value, focused: true } as never,
  ];
  const suggest = (command: string, options: Options, actor: object = { id: 'u' }) =>
    parseSuggest(command, options, { actor: actor as never, address });

  test.each([
    ['brief', 'topic', 'topic'],
    ['quotes', 'topic', 'speaker'],
    ['digest', 'zone', 'zone'],
    ['digest', 'digest', 'digest'],
  ])('in /%s, as %s, is completed as a %s', (command, option, field) => {
    expect(suggest(command, typed(option))).toMatchObject({ field, typed: 'li', channel: 'c' });
  });

  test('in a command of /briefwire is completed as in the command itself', () => {
    const options = [{ type: Option.Subcommand, name: 'quotes', options: typed('topic') }] as never;
    expect(suggest('briefwire', options)).toMatchObject({ field: 'speaker' });
  });

  test('is completed with the digests of all channels for those alone who manage them all', () => {
    expect(suggest('digest', typed('digest'))).toMatchObject({ managesSpace: false });
    const manager = { id: 'u', managesSpace: true };
    expect(suggest('digest', typed('digest'), manager)).toMatchObject({ managesSpace: true });
  });

  test('and has no completion is nothing to complete', () => {
    expect(suggest('ask', typed('question'))).toBeUndefined();
    expect(suggest('brief', [{ type: Option.String, name: 'topic', value: 'li' } as never])).toBeUndefined();
  });
});
