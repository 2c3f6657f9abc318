/** Who hears when a digest cannot be posted any more. */
import { expect, onTestFinished, test } from 'vitest';
import { tellMaker } from '../../src/wiring/digests.ts';
import { startStage as startDiscord } from '../adapters/discord/stage.ts';
import { openSlackStage } from '../adapters/slack/stage.ts';
import { recordingHandler } from '../contracts/chat-adapter-contract.ts';
import { createFakeLogger } from '../fakes/clock.ts';
import { buildDigest } from '../fakes/digests.ts';
import { IDS } from '../fakes/slack-payloads.ts';

test('whoever made a digest on Discord is told in a direct message that its channel is gone', async () => {
  const { server, adapter, person, channel } = await startDiscord(recordingHandler());
  const digest = buildDigest({
    place: { platform: 'discord', space: server.world.guild, channel: channel.id },
    createdBy: person.id,
  });
  server.world.channels.delete(channel.id);
  await tellMaker(digest, 'the channel was deleted', adapter, createFakeLogger());
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
  await tellMaker(digest, 'the channel was deleted', stage.adapter, createFakeLogger());
  expect(stage.shown()).toMatchObject([{ channel: IDS.direct }]);
  expect(stage.shown()[0]?.words).toContain('the channel was deleted');
});
