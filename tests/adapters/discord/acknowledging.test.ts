import { expect, onTestFinished, test, vi } from 'vitest';
import { parseCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { createInteractions } from '../../../src/adapters/discord/interactions.ts';
import type { Command, Suggestion } from '../../../src/chat/command.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import { createFakeApi } from '../../fakes/discord-api.ts';

interface Acknowledged {
  readonly type: number;
  readonly data: { readonly choices?: readonly object[]; readonly custom_id?: string };
}

function open(suggest: () => Promise<Suggestion[]> = async () => [], keep?: () => Promise<string>) {
  const acknowledged: Acknowledged[] = [];
  const handled: Command[] = [];
  const api = createFakeApi(async (_, { body }) => acknowledged.push(body as Acknowledged));
  const { commands, clock, logger } = adapterDeps();
  const { onInteraction } = createInteractions<void>({
    ...{ api, clock, logger, suggest, commands: keep ? { ...commands, keep } : commands },
    handle: async ({ command }) => void handled.push(command),
    settle: async () => {},
  });
  return { onInteraction, acknowledged, handled };
}

const where = {
  ...{ id: '1', token: 't', application_id: '5', guild_id: '3', channel: { id: '2', type: 0 } },
  member: { user: { id: '7', username: 'ada' }, permissions: '0' },
};
const typing = {
  ...where,
  type: 4,
  data: { name: 'brief', options: [{ name: 'topic', type: 3, value: 'f', focused: true }] },
};

test('a completion that Discord would not take costs none of the others', async () => {
  const { onInteraction, acknowledged } = open(async () => [
    { label: 'Long', value: 'x'.repeat(101) },
    { label: 'None', value: '' },
    { label: '\u202E', value: 'unnamed' },
    { label: 'Ferries', value: 'ferries' },
  ]);
  await onInteraction(typing);
  expect(acknowledged).toEqual([{ type: 8, data: { choices: [{ name: 'Ferries', value: 'ferries' }] } }]);
});

test('completions that are not there in time are none: Discord would show an error', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { onInteraction, acknowledged } = open(() => new Promise(() => {}));
  const completing = onInteraction(typing);
  await vi.advanceTimersByTimeAsync(2_500);
  await completing;
  expect(acknowledged).toEqual([{ type: 8, data: { choices: [] } }]);
});

test('a button whose command is kept no more says so to the conversation, which tells the person', async () => {
  const { onInteraction, handled } = open();
  const message = { id: '9', flags: 0 };
  await onInteraction({ ...where, type: 3, message, data: { component_type: 2, custom_id: '0|#gone' } });
  expect(handled).toEqual([{ type: 'stored', id: 'gone' }]);
});

test('a form about much is opened also where nothing can be kept, about as much of it as has room', async () => {
  const { onInteraction, acknowledged } = open(undefined, () =>
    Promise.reject(new Error('the disk is full')),
  );
  const content = '"Ferry" "Ada" "ran" "aground" "near" Torvik. '.repeat(20);
  const data = {
    type: 3,
    name: 'Ask about this',
    target_id: '9',
    resolved: { messages: { 9: { content } } },
  };
  await onInteraction({ ...where, type: 2, data });
  const id = acknowledged[0]?.data.custom_id ?? '';
  expect(id.length).toBeLessThanOrEqual(100);
  const pressed = parseCustomId(id);
  const about = pressed?.type === 'command' && pressed.command.type === 'form' ? pressed.command.about : '';
  expect(content.startsWith(about)).toBe(true);
  expect(about.length).toBeGreaterThan(30);
});
