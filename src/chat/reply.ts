/** What a command is answered with, before it is delivered. */
import type { StoredArticle } from '../core/article.ts';
import type { Card } from './card.ts';
import type { Actor, Address, Command, Platform } from './command.ts';
import type { ShownPassage, ShownWords, ThreadState } from './stores.ts';

/** Who asks, where, and what was said there before. */
export interface Context {
  readonly platform: Platform;
  readonly space: string;
  readonly address: Address;
  readonly actor: Actor;
  readonly now: Date;
  /** The bot is not in that place, and can post nothing there by itself. */
  readonly isGuest?: boolean;
  /** The thread that the command was given in, if the bot knows it. */
  readonly thread: ThreadState | undefined;
}

/** Words of an article that a reply shows. */
export interface Showing extends ShownWords {
  /** How they read in the card, where that is not word for word or not all of them. */
  readonly as?: string;
}

export interface Reply {
  readonly card: Card;
  /** Goes into the thread of the card. */
  readonly detail?: readonly Card[];
  /** Shown to the asker alone. */
  readonly private?: boolean;
  /** What the thread of this card is about from now on. */
  readonly about?: {
    readonly query: string;
    readonly articles: readonly StoredArticle[];
  };
  /** A question that was answered: kept in the thread for follow-ups. */
  readonly turn?: {
    readonly question: string;
    readonly answer: string;
    readonly evidence: readonly ShownPassage[];
  };
  /** Says no more than that nothing here is about what was asked for. */
  readonly missing?: boolean;
  /** Says no more than that there is no answer: nothing for people who talk to each other. */
  readonly unanswered?: boolean;
  /** Verbatim words of articles in the card, so that it can be marked when they change. */
  readonly shown?: readonly Showing[];
}

/** Answers a command; null leaves it alone. */
export type Dispatch = (command: Command, context: Context) => Promise<Reply | null>;

/** Several replies to one message as one; null for none. What only says that nothing is found stands behind what is. */
export function joinReplies(replies: readonly Reply[]): Reply | null {
  const [first, ...others] = [...replies].sort(
    (a, b) => Number(a.missing ?? false) - Number(b.missing ?? false),
  );
  if (first === undefined || others.length === 0) return first ?? null;
  const { about } = [first, ...others].find((reply) => reply.about !== undefined) ?? {};
  return {
    ...first,
    ...(about === undefined ? {} : { about }),
    detail: [...(first.detail ?? []), ...others.flatMap(({ card, detail = [] }) => [card, ...detail])],
    shown: [first, ...others].flatMap(({ shown = [] }) => shown),
  };
}
