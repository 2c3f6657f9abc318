import { expect, test } from 'vitest';
import { createEvents } from '../../../src/adapters/discord/events.ts';
import type { Rooms } from '../../../src/adapters/discord/rooms.ts';
import type { Request } from '../../../src/chat/command.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeApi } from '../../fakes/discord-api.ts';

const NOW = '2026-11-22T08:00:00.000Z';

function open() {
  const requests: Request[] = [];
  const asked: string[] = [];
  const rooms: Rooms = {
    isKnown: () => true,
    isGuild: () => true,
    isThread: () => false,
    spaceOf: () => undefined,
    parentOf: () => undefined,
    missing: () => [],
    mayManage: () => false,
    roleOf: () => undefined,
    nameOf: () => 'this channel',
  };
  const api = createFakeApi(async (route) => {
    asked.push(route);
    return { recipients: [{ id: '7' }] };
  });
  const { onEvent } = createEvents({
    ...{ api, rooms, logger: adapterDeps().logger, clock: createFakeClock(NOW), me: () => '5' },
    async handle(request) {
      requests.push(request);
      return { problems: new Map(), isAnswered: true };
    },
    onInteraction: async () => {},
    tell: async () => {},
  });
  return { onEvent, requests, asked };
}

test('messages that are deleted many at once are each taken back', async () => {
  const { onEvent, requests } = open();
  await onEvent('MESSAGE_DELETE_BULK', { ids: ['1', '2'], channel_id: '3', guild_id: '4' });
  expect(requests.map(({ command, message, address }) => [command.type, message, address.space])).toEqual([
    ['unsay', '1', '4'],
    ['unsay', '2', '4'],
  ]);
});

test('whose direct messages they are is asked for once', async () => {
  const { onEvent, requests, asked } = open();
  for (const id of ['1', '2']) await onEvent('MESSAGE_DELETE', { id, channel_id: '3' });
  expect(requests.map(({ address }) => address.space)).toEqual(['dm:7', 'dm:7']);
  expect(asked).toHaveLength(1);
});

test('a change of a message of which Discord tells a part only is nothing to go by', async () => {
  const { onEvent, requests } = open();
  await onEvent('MESSAGE_UPDATE', { id: '1', channel_id: '3', edited_timestamp: NOW });
  expect(requests).toEqual([]);
});
