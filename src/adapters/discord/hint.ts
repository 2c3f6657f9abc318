/** How to ask, said once in each server where the bot cannot read what is not for it. */
import type { Card } from '../../chat/card.ts';
import type { Delivery, Logger } from '../../chat/port.ts';
import type { HintStore } from '../../chat/stores.ts';
import { messageOf } from '../../core/errors.ts';

const HOW_TO_ASK =
  'To ask here, mention me, reply to one of my messages, or press Ask: I cannot read other messages on this server.';

export interface Hint {
  /** The card with the hint, if that server was not told yet. Never throws. */
  add(card: Card, server: string, key: string): Promise<Card>;
  /** What became of the card: where it does not stand, the next one carries the hint. */
  settle(server: string, key: string, delivery: Delivery): Promise<void>;
}

export function createHint(store: HintStore, logger: Logger): Hint {
  /** Keys of cards that carry it and are on their way: one that is tried again is the same card. */
  const carrying = new Set<string>();

  async function quietly<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      logger.warn('whether a server was told how to ask cannot be kept', { error: messageOf(error) });
      return undefined;
    }
  }

  return {
    async add(card, server, key) {
      if (!carrying.has(key) && !(await quietly(store.claim(server)))) return card;
      carrying.add(key);
      const end = card.blocks.findIndex(({ type }) => type === 'sources' || type === 'actions');
      const note = { type: 'note', inlines: [{ type: 'text', text: HOW_TO_ASK }] } as const;
      return { ...card, blocks: card.blocks.toSpliced(end < 0 ? card.blocks.length : end, 0, note) };
    },

    async settle(server, key, delivery) {
      if (!delivery.ok && delivery.failure.kind === 'retry') return;
      if (carrying.delete(key) && !delivery.ok) await quietly(store.giveBack(server));
    },
  };
}
