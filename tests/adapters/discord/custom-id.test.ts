import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, parseCustomId, renderCustomId } from '../../../src/adapters/discord/custom-id.ts';
import type { Command } from '../../../src/chat/command.ts';

const none = new Map<string, string>();

describe('a custom_id', () => {
  test.each<Command>([
    { type: 'brief', query: 'kim-putin', part: 'timeline' },
    { type: 'brief', query: 'a|b;c', length: 'full', since: 'yesterday', private: true },
    { type: 'feedback', about: 'brief:kim-putin', helpful: false },
    { type: 'context', article: '0123456789abcdef0123', start: 10_234, end: 10_456 },
    { type: 'share', command: { type: 'ask', question: 'Who?' } },
    { type: 'form', form: 'ask', about: '' },
  ])('gives its command back: %j', (command) => {
    const id = renderCustomId(command, 7, none) ?? '';
    expect(id.length).toBeLessThanOrEqual(100);
    expect(parseCustomId(id)).toEqual({ type: 'command', command });
  });

  test('of any question is within the limit, or not made unless the command is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.boolean(), (question, isMarked) => {
        const command: Command = { type: 'ask', question };
        const mark = isMarked ? { digest: 'morning', slot: '2026-11-22T08:00:00' } : undefined;
        const id =
          renderCustomId(command, 3, none, mark) ??
          renderCustomId(command, 3, new Map([[keyOf(command), 'x1']]), mark);
        expect(id?.length).toBeGreaterThanOrEqual(1);
        expect(id?.length).toBeLessThanOrEqual(100);
        const pressed = parseCustomId(id ?? '');
        expect(pressed).toEqual(
          pressed?.type === 'kept'
            ? { type: 'kept', id: 'x1', opensForm: false }
            : { type: 'command', command },
        );
      }),
    );
  });

  test('of a kept form says that it opens one, before anything is read', () => {
    const command: Command = { type: 'form', form: 'ask', about: 'words '.repeat(50) };
    const id = renderCustomId(command, 0, new Map([[keyOf(command), 'x1']])) ?? '';
    expect(parseCustomId(id)).toEqual({ type: 'kept', id: 'x1', opensForm: true });
  });

  test('of a digest with a very long name still fits', () => {
    const mark = { digest: 'a very long name '.repeat(10), slot: '2026-11-22T08:00:00' };
    const id = renderCustomId({ type: 'help' }, 0, none, mark) ?? '';
    expect(id.length).toBeLessThanOrEqual(100);
    expect(id).toContain(';2026-11-22T08:00:00|');
  });

  test('that is not ours means nothing', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(parseCustomId(id.replaceAll('|', ''))).toBeUndefined();
      }),
    );
    for (const id of [
      '',
      '0|',
      '0|{',
      '0|{"t":"no-such-command"}',
      '0|{"t":"brief"}',
      '0|{"t":"brief","q":1}',
    ])
      expect(parseCustomId(id)).toBeUndefined();
  });
});
