/** The conversation as adapters see it, in place of the real one: it remembers, and answers as a test wants. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../src/chat/card.ts';
import type { Command, Request } from '../../src/chat/command.ts';
import type { ChatHandler } from '../../src/chat/port.ts';

/** A handler that remembers what it was given, and can be held, or made to fail. */
export interface RecordingHandler extends ChatHandler {
  readonly requests: readonly Request[];
  /** The requests, once there are so many. */
  received(count: number): Promise<readonly Request[]>;
  receivedUntil(isLast: (request: Request) => boolean): Promise<readonly Request[]>;
  /** The next request is not answered before `release`. */
  holdNext(): { release(): void };
  failNext(): void;
}

export function recordingHandler(
  answer: (request: Request) => Promise<void> = async () => {},
): RecordingHandler {
  const requests: Request[] = [];
  let held: Promise<void> | undefined;
  let fails = false;
  const until = async (isReached: () => boolean) => {
    const end = Date.now() + 10_000;
    while (!isReached()) {
      if (Date.now() > end) throw new Error(`only ${requests.length} requests arrived`);
      await pause(2);
    }
    return requests;
  };
  return {
    requests,
    received: (count) => until(() => requests.length >= count),
    receivedUntil: (isLast) => until(() => requests.some(isLast)),
    holdNext() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return { release: () => release() };
    },
    failNext() {
      fails = true;
    },
    async handle(request) {
      // An adapter may tell where it is when it starts: nobody asked anything.
      if (request.command.type === 'presence' && request.command.event === 'space-joined') return;
      requests.push(request);
      const [wait, isToFail] = [held, fails];
      held = undefined;
      fails = false;
      await wait;
      if (isToFail) throw new Error('the handler failed');
      await answer(request);
    },
    suggest: async () => [{ label: 'Kim and Putin', value: 'kim-putin' }],
  };
}

export function plainCard(words: string): Card {
  return {
    summary: 'A card',
    blocks: [
      { type: 'heading', level: 1, text: 'A card' },
      { type: 'paragraph', inlines: [{ type: 'text', text: words }] },
    ],
  };
}

/** A card that goes into several messages on every platform that has a limit; the word stands in each of them. */
export function longCard(word: string): Card {
  const paragraph = (letter: string) =>
    ({
      type: 'paragraph',
      inlines: [{ type: 'text', text: `${letter.repeat(8)} ${word} `.repeat(350) }],
    }) as const;
  return { summary: 'A long card', blocks: ['a', 'b', 'c', 'd'].map(paragraph) };
}

export function buttonCard(command: Command): Card {
  const card = plainCard('A card with a button');
  return { ...card, blocks: [...card.blocks, { type: 'actions', actions: [{ label: 'Press', command }] }] };
}
