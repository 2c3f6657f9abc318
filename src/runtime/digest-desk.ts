/** What a person asks of a digest outside its times: a preview, and a post at once. */
import type { Card } from '../chat/card.ts';
import type { DigestDesk } from '../chat/services.ts';
import type { SlotStore } from '../core/digest/ports.ts';
import { buildNowSlot } from '../core/digest/slots.ts';
import type { Clock } from '../core/ports.ts';
import type { OutboxOptions } from './outbox-runner.ts';

/** Looks into what the outbox would post, and hands it what is to be posted at once. */
export function createDigestDesk(
  slots: Pick<SlotStore, 'plan'>,
  clock: Clock,
  build: OutboxOptions['build'],
): DigestDesk {
  return {
    async preview(digest): Promise<readonly Card[]> {
      const now = clock.now();
      return (await build(digest, buildNowSlot(digest, now), now)).cards;
    },
    async postNow(digest) {
      await slots.plan(digest.id, [buildNowSlot(digest, clock.now())]);
    },
  };
}
