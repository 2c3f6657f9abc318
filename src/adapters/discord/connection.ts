/** The connection while the program runs: without the message-content intent where Discord refuses it, told of where it is over. */
import type { Client } from 'discord.js';
import type { Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import {
  createGateway,
  type Gateway,
  GatewayClosed,
  type GatewayEvents,
  type GatewaySettings,
} from './gateway.ts';

export interface Connection {
  /** What is known of servers and channels; undefined before the first connection and after the last. */
  client(): Client | undefined;
  /** Do the words of messages arrive that are not for the bot? */
  readsContent(): boolean;
  /** Resolves when events can arrive. `content`: ask for all words. */
  open(content: boolean): Promise<void>;
  close(): Promise<void>;
}

interface ConnectionEvents extends Omit<GatewayEvents, 'onClosed'> {
  /** Discord takes the bot no more: told once. */
  onLost(reason: string): void;
}

export function createConnection(
  settings: Omit<GatewaySettings, 'content'>,
  events: ConnectionEvents,
  logger: Logger,
): Connection {
  let gateway: Gateway | undefined;
  let readsContent = false;
  let isOver = false;

  async function open(content: boolean): Promise<void> {
    readsContent = content;
    gateway = createGateway({ ...settings, content }, { ...events, onClosed }, logger);
    try {
      await gateway.open();
    } catch (error) {
      if (!(error instanceof GatewayClosed && error.isContentRefused && readsContent)) throw error;
      await openWithoutContent(error.message);
    }
  }

  async function openWithoutContent(reason: string): Promise<void> {
    logger.warn(`${reason}; until then people have to mention the bot`);
    await gateway?.close();
    await open(false);
  }

  function onClosed(isContentRefused: boolean, reason: string): void {
    if (isOver) return;
    if (isContentRefused && readsContent)
      openWithoutContent(reason).catch((error: unknown) => onLost(messageOf(error)));
    else onLost(reason);
  }

  function onLost(reason: string): void {
    if (isOver) return;
    isOver = true;
    logger.error(reason);
    events.onLost(reason);
  }

  return {
    client: () => gateway?.client,
    readsContent: () => readsContent,
    open,
    async close() {
      isOver = true;
      await gateway?.close();
      gateway = undefined;
    },
  };
}
