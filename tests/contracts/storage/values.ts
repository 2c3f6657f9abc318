/** What the tests of the conversation and of leaving share. */
import { threadKey } from '../../../src/chat/command.ts';
import type { Change, Notice, ShownCard, ThreadState, ThreadTurn } from '../../../src/chat/stores.ts';
import type { Digest } from '../../../src/core/digest/ports.ts';
import type { SourceState } from '../../../src/core/ports.ts';

export function state(source: string): SourceState {
  return {
    source,
    etag: null,
    lastModified: null,
    movedTo: null,
    attempted: null,
    succeeded: null,
    failingSince: null,
    failures: 0,
    problem: null,
    next: null,
    ended: null,
    missing: {},
    told: false,
  };
}

export function buildThread(thread: string, over: Partial<ThreadState>): ThreadState {
  const address = { platform: 'slack', space: 'T1', channel: 'C1', thread } as const;
  return {
    key: threadKey(address),
    address,
    query: 'bridge',
    articles: ['a1'],
    versions: { a1: 1 },
    turns: [],
    created: '2026-03-02T08:00:00.000Z',
    ...over,
  };
}

export function turn(question: string, message?: string): ThreadTurn {
  const at = '2026-03-02T09:00:00.000Z';
  const evidence = [{ article: 'a1', start: 0, end: 5, version: 1 }];
  return {
    at,
    actor: 'U1',
    question,
    answer: 'Yes.',
    evidence,
    ...(message === undefined ? {} : { message }),
  };
}

export function card(id: string, at: string, articles: readonly string[]): ShownCard {
  const address = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
  const shown = articles.map((article) => ({ article, version: 1, words: 'The council voted on Monday.' }));
  return { message: { address, id }, at, about: 'brief bridge', shown };
}

export function notice(key: string, over: Partial<Notice>): Notice {
  const at = '2026-03-02T08:00:00.000Z';
  return {
    key,
    address: { platform: 'slack', space: 'T1', channel: 'C1' },
    card: { summary: 'Corrected\0', blocks: [] },
    shown: [],
    at,
    attempts: 0,
    next: at,
    ...over,
  };
}

export function change(about: string): Change {
  return {
    at: '2026-03-02T08:00:00.000Z',
    space: 'T1',
    actor: 'U1',
    action: 'digest add',
    about,
    detail: '08:00',
  };
}

export function inSpace(space: string, digest: Digest): Digest {
  return { ...digest, place: { ...digest.place, space } };
}
