import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';

const reader = { id: 'U1', mayManage: false };
const admin = { id: 'U2', mayManage: true, managesSpace: true };

/** One digest in this channel, one in another that may be private. */
async function open() {
  const desk = await openDesk([]);
  for (const [id, channel] of [
    ['open', 'C1'],
    ['inquiry', 'C9'],
  ] as const)
    await desk.storage.digests.put(buildDigest({ id, place: { ...CHANNEL, platform: 'slack', channel } }));
  return desk;
}

describe('the digests of another channel', () => {
  test('are not in a status, which the whole channel reads, whoever asked for it', async () => {
    for (const actor of [reader, admin]) {
      const { chat } = await open();
      await chat.give({ type: 'status' }, { actor });
      expect(chat.words()[0]).toContain('open — ');
      expect(chat.words()[0]).not.toContain('inquiry');
    }
  });

  test('are in the status that somebody who manages all of them reads alone', async () => {
    const { chat } = await open();
    const address = { ...CHANNEL, channel: 'D1' };
    await chat.give({ type: 'status' }, { actor: reader, address });
    await chat.give({ type: 'status' }, { actor: admin, address });
    expect(chat.words()[0]).not.toContain('inquiry');
    expect(chat.words()[1]).toContain('inquiry');
  });

  test('are on the home page of those who are in that channel, and of nobody else', async () => {
    const { chat } = await open();
    const address = { ...CHANNEL, channel: 'home:U1:D1' };
    await chat.give({ type: 'home' }, { actor: reader, address });
    expect(chat.words().at(-1)).not.toMatch(/open — |inquiry/);
    await chat.give({ type: 'home' }, { actor: { ...reader, channels: ['C9'] }, address });
    expect(chat.words().at(-1)).toContain('inquiry');
    expect(chat.words().at(-1)).not.toContain('open — ');
  });

  test('are not previewed for those who are not shown them', async () => {
    const { chat } = await open();
    await chat.give({ type: 'digest', action: 'preview', words: 'inquiry' }, { actor: reader });
    expect(chat.words()[0]).toBe('There is no digest “inquiry” here: /digest list shows those there are.');
    await chat.give({ type: 'digest', action: 'preview', words: 'inquiry' }, { actor: admin });
    expect(chat.words()[1]).not.toContain('There is no digest');
  });

  test('are not offered where their ids are typed', async () => {
    const { handler } = await open();
    const offer = async (managesSpace: boolean) => {
      const request = { field: 'digest', typed: '', space: 'T1', channel: 'C1', managesSpace } as const;
      return (await handler.suggest(request, 5)).map(({ value }) => value).sort();
    };
    expect(await offer(false)).toEqual(['open']);
    expect(await offer(true)).toEqual(['inquiry', 'open']);
  });
});
