/** Who hears when a digest cannot be posted any more, or needs a source that fails. */
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { createNotices } from '../../src/runtime/notices.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import {
  createDigestBuilder,
  createFileDigests,
  tellFailing,
  tellGone,
  tellRefused,
} from '../../src/wiring/digests.ts';
import { startStage as startDiscord } from '../adapters/discord/stage.ts';
import { openSlackStage } from '../adapters/slack/stage.ts';
import { plainCard, recordingHandler } from '../contracts/chat-adapter-contract.ts';
import { state as failingState } from '../contracts/storage/values.ts';
import { createFakeClock, createFakeLogger } from '../fakes/clock.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest, buildSlot } from '../fakes/digests.ts';
import { words } from '../fakes/discord-checks.ts';
import { createMemoryChat } from '../fakes/memory-chat.ts';
import { FERRIES, stored } from '../fakes/newsroom.ts';
import { IDS } from '../fakes/slack-payloads.ts';

function noticesThrough(adapter: ChatAdapter) {
  return createNotices({
    storage: createMemoryStorage(),
    adapters: new Map([[adapter.platform, adapter]]),
    clock: createFakeClock('2026-11-18T09:00:00Z'),
    logger: createFakeLogger(),
  });
}

test('whoever made a digest on Discord is told in a direct message that its channel is gone', async () => {
  const { server, adapter, person, channel } = await startDiscord(recordingHandler());
  const digest = buildDigest({
    place: { platform: 'discord', space: server.world.guild, channel: channel.id },
    createdBy: person.id,
  });
  server.world.channels.delete(channel.id);
  await tellGone(digest, 'the channel was deleted', noticesThrough(adapter), createFakeLogger());
  const [notice] = server.shown();
  expect(notice?.onlyFor).toBe(person.id);
  expect(JSON.stringify(notice)).toContain('the channel was deleted');
});

test('and on Slack', async () => {
  const stage = await openSlackStage();
  onTestFinished(async () => {
    await stage.adapter.stop();
    await stage.close();
  });
  await stage.adapter.start(recordingHandler());
  const digest = buildDigest({
    place: { platform: 'slack', space: IDS.team, channel: 'C0GONE0001' },
    createdBy: IDS.person,
  });
  await tellGone(digest, 'the channel was deleted', noticesThrough(stage.adapter), createFakeLogger());
  expect(stage.shown()).toMatchObject([{ channel: IDS.direct }]);
  expect(stage.shown()[0]?.words).toContain('the channel was deleted');
});

test('whoever made a digest is told which permission is missing where it should stand', async () => {
  const denied = PermissionFlagsBits.SendMessages;
  const { server, adapter, person } = await startDiscord(recordingHandler(), ({ world }) => {
    world.addChannel(0, { name: 'quiet', denied });
  });
  const quiet = [...server.world.channels.values()].find(({ name }) => name === 'quiet');
  const digest = buildDigest({
    place: { platform: 'discord', space: server.world.guild, channel: quiet?.id ?? '' },
    createdBy: person.id,
  });
  const delivery = await adapter.deliver(digest.place, plainCard('Your digest'), { key: 'k' });
  const reason = delivery.ok ? '' : delivery.failure.reason;
  await tellRefused(digest, { reason, headStands: false }, new Date(), noticesThrough(adapter));
  const [notice] = server.shown();
  expect(notice?.onlyFor).toBe(person.id);
  expect(words(notice as never)).toMatch(
    /could not be posted: I need \*Send Messages\* in #quiet: .*\. Another attempt/,
  );
});

test('a digest of the file that is gone is in the log, since nobody made it in the chat', async () => {
  const chat = createMemoryChat();
  const logger = createFakeLogger();
  await tellGone(buildDigest({ createdBy: null }), 'the channel was deleted', noticesThrough(chat), logger);
  expect(chat.messages).toEqual([]);
  expect(logger.lines.join()).toContain('the channel was deleted');
});

/** A digest as the file has it. */
function configOf(id: string, chat: 'slack' | 'discord', channel: string) {
  const { cron, zone, topics, sources, length, empty } = buildDigest();
  return { id, chat, channel, cron, zone, topics: [...topics], sources: [...sources], length, empty };
}

test('a digest of the file waits where its chat does not run or cannot see its channel, and keeps what people did to it', async () => {
  const storage = createMemoryStorage();
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const logger = createFakeLogger();
  const chat = createMemoryChat();
  const configured = [
    configOf('a', 'slack', 'C1'),
    configOf('b', 'slack', 'C2'),
    configOf('c', 'discord', '3'),
  ];
  const files = createFileDigests(configured, new Map([['slack', chat]]), { storage, clock, logger });
  const rest = { since: '2026-11-01T00:00:00.000Z', reason: 'asked', detail: '' } as const;
  for (const id of ['b', 'c', 'd'])
    await storage.digests.put(buildDigest({ id, origin: 'file', paused: rest }));
  chat.findSpace = async (channel) => (channel === 'C2' ? undefined : 'T1');
  await files.take();
  expect((await storage.digests.list()).map(({ id, paused }) => [id, paused])).toEqual(
    expect.arrayContaining([
      ['a', null],
      ['b', rest],
      ['c', rest],
    ]),
  );
  expect(await storage.digests.find('d')).toBeUndefined();
  expect(logger.lines.join()).toMatch(
    /digest b waits: the bot cannot see channel C2.*digest c waits: discord/,
  );
});

test('a digest of the file is taken as soon as the bot is invited to its channel, and that it waits is said once', async () => {
  const storage = createMemoryStorage();
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const logger = createFakeLogger();
  const chat = createMemoryChat();
  const configured = [configOf('b', 'slack', 'C2')];
  const files = createFileDigests(configured, new Map([['slack', chat]]), { storage, clock, logger });
  let isInvited = false;
  chat.findSpace = async () => (isInvited ? 'T1' : undefined);
  await files.take();
  await files.take();
  expect(logger.lines).toHaveLength(1);
  expect(await storage.digests.list()).toEqual([]);
  isInvited = true;
  await files.take();
  expect(await storage.digests.list()).toMatchObject([{ id: 'b', place: { space: 'T1', channel: 'C2' } }]);
});

test('a channel whose digest needs a source that fails is told, also where the chat was busy at first', async () => {
  const storage = createMemoryStorage();
  const chat = createMemoryChat();
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const adapters = new Map([['slack', chat]] as const);
  const notices = createNotices({ storage, adapters, clock, logger: createFakeLogger() });
  await storage.digests.put(buildDigest());
  chat.fail({ kind: 'retry', after: 5_000, reason: 'busy' });
  const state = { ...failingState('wire'), failingSince: '2026-11-17T09:00:00Z', problem: 'no answer' };
  await tellFailing('wire', state, storage, notices);
  expect(chat.words()).toEqual([]);
  clock.move(6);
  await notices.tick();
  expect(chat.words()).toEqual([expect.stringContaining('has failed since 2026-11-17: no answer')]);
});

test('a digest that comes late has what its sources brought meanwhile, and one on time waits for none', async () => {
  const { storage, briefings } = await openDesk([]);
  const digest = buildDigest({ created: '2026-11-17T00:00:00.000Z' });
  const slot = buildSlot({ slot: '2026-11-18T08:00:00', due: '2026-11-18T08:00:00.000Z' });
  const build = createDigestBuilder(storage, briefings, new Map(), async () => {
    await storage.articles.put([stored(FERRIES)]);
  });
  expect((await build(digest, slot, new Date('2026-11-18T08:00:00.500Z'))).told).toEqual([]);
  expect((await build(digest, slot, new Date('2026-11-18T09:30:00.000Z'))).told).toMatchObject([
    { article: 'ferries' },
  ]);
});

test('that a source fails is told to no channel that does not need it, and to none whose digest rests', async () => {
  const storage = createMemoryStorage();
  const rest = { since: '2026-11-01T00:00:00.000Z', reason: 'asked', detail: '' } as const;
  const inChannel = (channel: string) => ({ id: channel, place: { ...buildDigest().place, channel } });
  await storage.digests.put(buildDigest({ ...inChannel('of all'), sources: [] }));
  await storage.digests.put(buildDigest({ ...inChannel('of it'), sources: ['wire'] }));
  await storage.digests.put(buildDigest({ ...inChannel('of another'), sources: ['herald'] }));
  await storage.digests.put(buildDigest({ ...inChannel('at rest'), sources: ['wire'], paused: rest }));
  const told: string[] = [];
  await tellFailing('wire', failingState('wire'), storage, {
    tell: async ({ address }) => {
      told.push(address.channel);
      return { state: 'told' };
    },
  });
  expect(told.sort()).toEqual(['of all', 'of it']);
});

test('channels of one id in two workspaces are both told', async () => {
  const storage = createMemoryStorage();
  const chat = createMemoryChat();
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const adapters = new Map([['slack', chat]] as const);
  const notices = createNotices({ storage, adapters, clock, logger: createFakeLogger() });
  for (const space of ['T1', 'T2'])
    await storage.digests.put(
      buildDigest({ id: `of ${space}`, place: { platform: 'slack', space, channel: 'C1' } }),
    );
  const state = { ...failingState('wire'), failingSince: '2026-11-17T09:00:00Z', problem: 'no answer' };
  await tellFailing('wire', state, storage, notices);
  expect(chat.words()).toHaveLength(2);
});
