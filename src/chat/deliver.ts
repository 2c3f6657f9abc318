/** Delivers an answer to somebody who is waiting: tries again while that makes sense to them. */
import type { Card } from './card.ts';
import type { Address } from './command.ts';
import type { ChatAdapter, DeliverOptions, Delivery } from './port.ts';

/** Resolves after so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>;

/** Nobody waits longer for an answer; digests, which nobody waits for, have the outbox. */
const PATIENCE = 60_000;
const ATTEMPTS = 5;

/** The same key goes with every attempt, so that none makes a second message. */
export async function deliverPatiently(
  adapter: ChatAdapter,
  address: Address,
  card: Card,
  { options, sleep }: { readonly options: DeliverOptions; readonly sleep: Sleep },
): Promise<Delivery> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const delivery = await adapter.deliver(address, card, options);
    if (delivery.ok || delivery.failure.kind !== 'retry' || attempt === ATTEMPTS) return delivery;
    const pause = Math.max(delivery.failure.after, 250 * 2 ** attempt);
    waited += pause;
    if (waited > PATIENCE) return delivery;
    await sleep(pause);
  }
}

/** The key of one message of a card that goes into several; the first has the card's. */
export function keyOfPart(key: string, part: number): string {
  return part === 0 ? key : `${key} ${part}`;
}
