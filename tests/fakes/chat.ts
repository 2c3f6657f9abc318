import type { Card } from '../../src/chat/card.ts';
import type { Address, MessageReference } from '../../src/chat/command.ts';
import type { ChatAdapter, Delivery, DeliveryFailure } from '../../src/chat/port.ts';

interface Posted {
  readonly key: string;
  readonly address: Address;
  readonly card: Card;
  readonly message: MessageReference;
}

/** A chat that keeps what was posted, and fails as it is told. */
export interface FakeChat extends ChatAdapter {
  readonly posted: readonly Posted[];
  /** How often it was asked whether a message is there. */
  readonly looks: number;
  /** What the next deliveries come to; then they work again. `lost`: it is posted, and nobody learns of it. */
  failNext(...failures: (DeliveryFailure | 'lost')[]): void;
}

export function createFakeChat(): FakeChat {
  const posted: Posted[] = [];
  const failures: (DeliveryFailure | 'lost')[] = [];
  let looks = 0;

  function post(address: Address, card: Card, key: string): MessageReference {
    const message = { address, id: `m${posted.length + 1}` };
    posted.push({ key, address, card, message });
    return message;
  }

  return {
    platform: 'slack',
    posted,
    get looks() {
      return looks;
    },
    findSpace: async () => 'T1',
    failNext(...next) {
      failures.push(...next);
    },
    async start() {
      // There is nothing to log in to.
    },
    async deliver(address, card, { key, mayStand }): Promise<Delivery> {
      const found = mayStand ? await this.find(address, key) : undefined;
      if (found) return { ok: true, message: found };
      const failure = failures.shift();
      if (failure === 'lost') {
        post(address, card, key);
        throw new Error('socket hang up');
      }
      if (failure) return { ok: false, failure };
      return { ok: true, message: post(address, card, key) };
    },
    async find(address, key) {
      looks += 1;
      const isThere = (each: Posted) =>
        each.key === key &&
        each.address.channel === address.channel &&
        each.address.thread === address.thread;
      return posted.find(isThere)?.message;
    },
    async stop() {
      // Nothing is in flight.
    },
  };
}
