import { expect, test } from 'vitest';
import { createDigestDesk } from '../../src/runtime/digest-desk.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { buildDigest } from '../fakes/digests.ts';

test('a preview shows what would be posted and plans nothing; "now" plans one slot', async () => {
  const store = createMemoryStorage();
  const digest = buildDigest({ zone: 'Asia/Kathmandu' });
  await store.digests.put(digest);
  const desk = createDigestDesk(
    store.slots,
    createFakeClock('2026-03-02T07:30:10.000Z'),
    async (_digest, { slot }) => ({
      cards: [{ summary: `head ${slot}`, blocks: [] }],
      told: [],
      shown: [],
      revision: 1,
    }),
  );
  expect(await desk.preview(digest)).toEqual([{ summary: 'head 2026-03-02T13:15:10', blocks: [] }]);
  expect(await store.slots.list('d1', 9)).toEqual([]);
  await desk.postNow(digest);
  expect(await store.slots.list('d1', 9)).toMatchObject([{ slot: '2026-03-02T13:15:10', state: 'due' }]);
});
