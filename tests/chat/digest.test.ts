import { describe, expect, test } from 'vitest';
import type { DigestAction } from '../../src/chat/command.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest, buildSlot } from '../fakes/digests.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const editor = { actor: { id: 'U2', mayManage: true, zone: 'Europe/Berlin' } };
const digest = (action: DigestAction, words = '') => ({ type: 'digest', action, words }) as const;

describe('/digest', () => {
  test('echoes what it understood, with the next three due times in the zone of the person', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am weekdays kim-putin'), editor);
    expect(chat.words()[0]).toBe(
      'Digest kim-putin is set: 08:00 on weekdays, Europe/Berlin, kim-putin; next Thu 19 Nov 08:00 Europe/Berlin, Fri 20 Nov 08:00 Europe/Berlin, Mon 23 Nov 08:00 Europe/Berlin.',
    );
    const [change] = await storage.audit.list('T1', 1);
    expect(change).toMatchObject({ actor: 'U2', action: 'digest add', about: 'kim-putin' });
  });

  test('is of one topic where words side by side name a story or a person, and says so', async () => {
    const { chat, storage } = await openDesk([stored(HARBOUR)]);
    await chat.give(digest('add', '8am harbour strike'), editor);
    await chat.give(digest('add', '8am Mara Lindqvist and trains buses trains'), editor);
    await chat.give(digest('add', '8am car ferries, grain trains'), editor);
    expect(chat.words()[0]).toContain(
      'Digest harbour-strike is set: 08:00 every day, Europe/Berlin, “harbour strike”;',
    );
    expect(chat.words()[1]).toContain('“Mara Lindqvist”, trains, buses;');
    expect(chat.words()[1]).toContain('Words in quotation marks are one topic.');
    expect((await storage.digests.list('T1')).map(({ topics }) => topics)).toEqual([
      ['car ferries', 'grain trains'],
      ['harbour strike'],
      ['Mara Lindqvist', 'trains', 'buses'],
    ]);
  });

  test('is of each topic that is named where several stand side by side', async () => {
    const topic = {
      id: 'harbour',
      title: 'The harbour',
      aliases: [],
      publishers: [],
      exclude: [],
      sources: [],
    };
    const { chat, storage } = await openDesk([stored(HARBOUR)], { topics: [topic] });
    await chat.give(digest('add', '8am harbour strike'), editor);
    expect((await storage.digests.list('T1')).map(({ topics }) => topics)).toEqual([['harbour', 'strike']]);
  });

  test('is open to all for looking, and to those who manage for changing', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin Europe/Berlin'));
    // Whoever is refused hears whom to ask.
    expect(chat.words()[0]).toMatch(/^Only admins of the workspace .* slackManagers in config\/bot\.yaml\.$/);
    await chat.give(digest('list'));
    expect(chat.words()[1]).toContain('There are no digests here');
    expect(await storage.digests.list()).toEqual([]);
  });

  test('is set only where the bot can post it', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), { ...editor, isGuest: true });
    expect(chat.words()[0]).toMatch(/^I am not in this place .*: invite me first/);
    expect(await storage.digests.list()).toEqual([]);
  });

  test('asks for a zone where none is known, and takes that of the space', async () => {
    const { chat } = await openDesk([]);
    const nobody = { actor: { id: 'U3', mayManage: true } };
    await chat.give(digest('add', '8am kim-putin'), nobody);
    expect(chat.words()[0]).toContain('Which time zone');
    await chat.give({ type: 'zone', zone: 'Asia/Kathmandu' }, nobody);
    await chat.give(digest('add', '8am kim-putin'), nobody);
    expect(chat.words()[2]).toContain('Asia/Kathmandu');
  });

  test('asks for a zone once: one that is named in a command is that of the space', async () => {
    const { chat } = await openDesk([]);
    const nobody = { actor: { id: 'U3', mayManage: true } };
    await chat.give(digest('add', '8am Asia/Kathmandu kim-putin'), nobody);
    await chat.give(digest('add', '9am Europe/Berlin kim-putin'), nobody);
    await chat.give(digest('add', '10am kim-putin'), nobody);
    expect(chat.words()[2]).toContain('10:00 every day, Asia/Kathmandu');
  });

  test('keeps no zone for the space where the platform tells that of each person', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am Asia/Kathmandu kim-putin'), editor);
    expect(await storage.spaces.find('T1')).toBeUndefined();
  });

  test('goes by the zone that is named, then by that of the person, then by that of the space', async () => {
    const { chat, storage } = await openDesk([]);
    await storage.spaces.put({ space: 'T1', platform: 'slack', zone: 'Asia/Tokyo', left: null });
    await chat.give(digest('add', '8am Asia/Kathmandu one'), editor);
    await chat.give(digest('add', '8am two'), editor);
    await chat.give(digest('add', '8am three'), { actor: { id: 'U3', mayManage: true } });
    const zones = (await storage.digests.list()).map(({ id, zone }) => [id, zone]);
    expect(Object.fromEntries(zones)).toEqual({
      one: 'Asia/Kathmandu',
      two: 'Europe/Berlin',
      three: 'Asia/Tokyo',
    });
  });

  test('that is resumed posts nothing of the time when it rested', async () => {
    const { chat, storage, clock } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), editor);
    await chat.give(digest('pause', 'kim-putin'), editor);
    clock.move(3 * 24 * 3600);
    await chat.give(digest('resume', 'kim-putin'), editor);
    expect(await storage.digests.planned('kim-putin')).toEqual(clock.now());
  });

  test('where there is none yet, asking for it says how to set one', async () => {
    const { chat } = await openDesk([]);
    await chat.give(digest('now'), editor);
    await chat.give(digest('preview'), editor);
    for (const said of chat.words()) expect(said).toContain('There are no digests here');
  });

  test('lists one whose times cannot be understood with what is wrong, and the others as ever', async () => {
    const { chat, storage } = await openDesk([]);
    const place = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
    await storage.digests.put(buildDigest({ id: 'broken', cron: '0 25 * * *', place }));
    await storage.digests.put(buildDigest({ id: 'whole', place }));
    await chat.give(digest('list'));
    expect(chat.words()[0]).toMatch(/broken — .*no cron expression/);
    expect(chat.words()[0]).toMatch(/whole — .*next Thu 19 Nov 08:00/);
  });

  test('lists how the last one ended, with what was wrong', async () => {
    const { chat, storage, clock } = await openDesk([]);
    await storage.digests.put(buildDigest());
    const last = { slot: '2026-11-17T08:00:00', due: '2026-11-17T08:00:00.000Z' };
    await storage.slots.plan('d1', [buildSlot({ ...last, state: 'posted' })], clock.now());
    await chat.give(digest('list'));
    expect(chat.words()[0]).toMatch(/last 2026-11-17 08:00 posted$/m);
    const failed = buildSlot({ ...last, slot: '2026-11-18T08:00:00', state: 'gone', problem: 'no access' });
    await storage.slots.plan('d1', [failed], clock.now());
    await chat.give(digest('list'));
    expect(chat.words()[1]).toMatch(/last 2026-11-18 08:00 .*\(no access\)$/m);
  });

  test('refuses what it does not understand, with examples', async () => {
    const { chat } = await openDesk([]);
    await chat.give(digest('add', 'sometimes kim-putin'), editor);
    expect(chat.words()[0]).toMatch(/"sometimes" is no time or day.*"08:00 weekdays/);
  });

  test('pauses, resumes, skips and removes, and lists what became of it', async () => {
    const { chat } = await openDesk([]);
    await chat.give(digest('add', '8am daily kim-putin'), editor);
    await chat.give(digest('pause'), editor);
    await chat.give(digest('list'), editor);
    expect(chat.words()[2]).toContain('paused');
    await chat.give(digest('resume', 'kim-putin'), editor);
    expect(chat.words()[3]).toContain('goes on: next Thu 19 Nov 08:00');
    await chat.give(digest('skip', 'kim-putin'), editor);
    expect(chat.words()[4]).toContain('leaves out Thu 19 Nov');
    await chat.give(digest('list'), editor);
    expect(chat.words()[5]).toContain('next Fri 20 Nov 08:00');
    await chat.give(digest('remove', 'KIM-PUTIN'), editor);
    await chat.give(digest('pause', 'kim-putin'), editor);
    expect(chat.words()[7]).toContain('There is no digest');
  });

  test('of another channel is changed there, and not by whoever manages this one', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), editor);
    const elsewhere = { ...editor, address: { ...CHANNEL, channel: 'C2' } };
    for (const action of ['remove', 'pause', 'skip', 'now'] as const) {
      await chat.give(digest(action, 'kim-putin'), elsewhere);
      expect(chat.words().at(-1)).toContain('belongs to another channel');
    }
    expect(await storage.digests.find('kim-putin')).toMatchObject({ paused: null, skip: null });
    const admin = { ...elsewhere, actor: { ...editor.actor, managesSpace: true } };
    await chat.give(digest('remove', 'kim-putin'), admin);
    expect(await storage.digests.list()).toEqual([]);
  });

  test('of a channel that is gone can be removed from another one', async () => {
    const { chat, storage } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), editor);
    const [added] = await storage.digests.list();
    if (added === undefined) throw new Error('nothing was added');
    await storage.digests.put({ ...added, paused: { since: added.created, reason: 'gone', detail: '' } });
    await chat.give(digest('remove', 'kim-putin'), { ...editor, address: { ...CHANNEL, channel: 'C2' } });
    expect(await storage.digests.list()).toEqual([]);
  });

  test('is listed where it is set; those of other channels to whoever manages all, with the way there', async () => {
    const { chat } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), editor);
    const address = { ...CHANNEL, channel: 'C2' };
    await chat.give(digest('list'), { address });
    expect(chat.words().at(-1)).toContain('There are no digests here');
    const actor = { ...editor.actor, managesSpace: true };
    await chat.give(digest('list'), { address, actor });
    expect(chat.words().at(-1)).toContain('Set elsewhere');
    expect(chat.words().at(-1)).not.toContain('Set here');
    expect(JSON.stringify(chat.messages.at(-1)?.card)).toContain(
      'https://slack.com/app_redirect?team=T1&channel=C1',
    );
    await chat.give(digest('list'), editor);
    expect(chat.words().at(-1)).toContain('Set here');
    expect(chat.words().at(-1)).not.toContain('another channel');
  });

  test('of a file is removed in its file, and not in a chat', async () => {
    const { chat, storage } = await openDesk([]);
    await storage.digests.put(buildDigest({ origin: 'file' }));
    await chat.give(digest('remove', 'd1'), editor);
    expect(chat.words()[0]).toContain('config/digests.yaml');
    expect(await storage.digests.find('d1')).toBeDefined();
  });

  test('that is paused is not said to be on its way', async () => {
    const { chat } = await openDesk([]);
    await chat.give(digest('add', '8am kim-putin'), editor);
    await chat.give(digest('pause'), editor);
    await chat.give(digest('now'), editor);
    expect(chat.words()[2]).toContain('is paused and posts nothing now');
    await chat.give(digest('resume'), editor);
    await chat.give(digest('now'), editor);
    expect(chat.words()[4]).toContain('on its way');
  });

  test('two digests of one topic have two ids, also in two workspaces', async () => {
    const { chat, storage } = await openDesk([]);
    await storage.digests.put(
      buildDigest({ id: 'ferries', place: { platform: 'slack', space: 'T2', channel: 'C9' } }),
    );
    await chat.give(digest('add', '8am ferries'), editor);
    expect((await storage.digests.list()).map(({ id }) => id).sort()).toEqual(['ferries', 'ferries-2']);
    for (const id of ['ferries', 'ferries-2']) await storage.digests.remove(id);
    await chat.give(digest('add', '8am kim-putin'), editor);
    await chat.give(digest('add', '9am kim-putin'), editor);
    expect((await storage.digests.list()).map(({ id }) => id)).toEqual(['kim-putin', 'kim-putin-2']);
  });
});
