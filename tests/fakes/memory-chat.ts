/** A chat in memory: an adapter that shows messages in a list, and fails when it is told to. */

import type { Card } from '../../src/chat/card.ts';
import type { Address, Command, MessageReference, Request } from '../../src/chat/command.ts';
import { cardWords } from '../../src/chat/plain.ts';
import type { ChatAdapter, ChatHandler, DeliveryFailure } from '../../src/chat/port.ts';

interface MemoryMessage {
  readonly id: string;
  readonly address: Address;
  card: Card;
  readonly onlyFor: string | undefined;
  readonly key: string;
}

export interface MemoryChat extends ChatAdapter {
  readonly messages: readonly MemoryMessage[];
  /** The words of all messages, oldest first. */
  words(): string[];
  /** The next deliveries fail so, one each. */
  fail(...failures: DeliveryFailure[]): void;
  /** Gives a request to the handler, as an event of the platform would. */
  give(command: Command, given?: Partial<Request>): Promise<void>;
}

export const CHANNEL: Address = { platform: 'slack', space: 'T1', channel: 'C1' };

export function createMemoryChat(): MemoryChat {
  const messages: MemoryMessage[] = [];
  const failures: DeliveryFailure[] = [];
  let handler: ChatHandler | undefined;
  let events = 0;
  const referenceOf = ({ address, id }: MemoryMessage): MessageReference => ({ address, id });
  return {
    platform: 'slack',
    messages,
    words: () => messages.map(({ card }) => cardWords(card)),
    fail: (...next) => {
      failures.push(...next);
    },
    async give(command, given = {}) {
      events += 1;
      await handler?.handle({
        command,
        actor: { id: 'U1', name: 'Ada', mayManage: false },
        address: CHANNEL,
        addressed: true,
        keys: [`event ${events}`],
        ...given,
      });
    },
    async start(next) {
      handler = next;
    },
    async deliver(address, card, { key, replaces, onlyFor }) {
      const failure = failures.shift();
      if (failure) return { ok: false, failure };
      const known = messages.find((message) => (replaces ? message.id === replaces.id : message.key === key));
      if (known) {
        known.card = card;
        return { ok: true, message: referenceOf(known) };
      }
      const message = { id: `M${messages.length + 1}`, address, card, onlyFor, key };
      messages.push(message);
      return { ok: true, message: referenceOf(message) };
    },
    async find(_address, key) {
      const known = messages.find((message) => message.key === key);
      return known && referenceOf(known);
    },
    findSpace: async () => CHANNEL.space,
    async stop() {
      handler = undefined;
    },
  };
}
