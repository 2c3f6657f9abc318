/** The seam between the conversation and a platform. */
import type { Clock, Logger } from '../core/ports.ts';
import type { Card } from './card.ts';
import type { Address, MessageReference, Platform, Request, Suggestion, SuggestRequest } from './command.ts';
import type { CommandStore, HintStore } from './stores.ts';

export type { Clock, Logger } from '../core/ports.ts';

/** Why a message was not delivered, in the three ways that matter to the one who tries again. */
export type DeliveryFailure =
  /** Later, after at least so many milliseconds. */
  | { readonly kind: 'retry'; readonly after: number; readonly reason: string }
  /** The channel, the message or the bot's place in it is gone: trying again does not help until it is back. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The platform does not take it: a missing permission, a rejected message. `reason` says what to change. */
  | { readonly kind: 'refused'; readonly reason: string };

export type Delivery =
  /** `problem`: the card went into several messages, and the rest of them cannot be posted, or taken away. */
  | { readonly ok: true; readonly message: MessageReference; readonly problem?: string }
  | { readonly ok: false; readonly failure: DeliveryFailure };

export interface DeliverOptions {
  /** The same key never makes a second message, as far as the platform can tell. */
  readonly key: string;
  /** Somebody may have sent it, or a part of it, before: look for each message of it, and send those that are missing. */
  readonly mayStand?: boolean;
  /** Updates this message in place; its `others` go. */
  readonly replaces?: MessageReference;
  /** Shown to this person alone, where the platform can; else in a direct message; who takes none is answered where they wrote. */
  readonly onlyFor?: string;
}

/** What the conversation does for an adapter. Adapters acknowledge first and call then. */
export interface ChatHandler {
  /** Resolves when the request is answered (through `deliver`) or left alone. Never rejects. */
  handle(request: Request): Promise<void>;
  /** Fast and without side effects: completions of a field, best first, at most `limit`. */
  suggest(request: SuggestRequest, limit: number): Promise<Suggestion[]>;
}

/**
 * One chat platform. It turns events into requests and cards into messages, and decides nothing else: retries belong to
 * the outbox, answers to `dispatch.ts`.
 */
export interface ChatAdapter {
  readonly platform: Platform;
  /** Resolves when events can arrive; rejects with a BriefwireError that says what to change. */
  start(handler: ChatHandler): Promise<void>;
  deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery>;
  /** The message that was delivered under this key, if the platform still shows it. */
  find(address: Address, key: string): Promise<MessageReference | undefined>;
  /** The space that a channel belongs to, or undefined where the bot cannot see it. */
  findSpace(channel: string): Promise<string | undefined>;
  /** Takes no new events, and resolves when what is in flight is answered. */
  stop(): Promise<void>;
}

/** What every adapter is given beside its settings. */
export interface AdapterDeps {
  readonly logger: Logger;
  readonly clock: Clock;
  /** Commands too long for a button. */
  readonly commands: CommandStore;
  /** Who was told once how to ask. */
  readonly hints: HintStore;
  /**
   * Called once when the platform takes the bot no more while it runs, and no event will arrive any more. `reason` says what
   * to change; what becomes of the process is not the adapter's business.
   */
  readonly onLost: (reason: string) => void;
}
