import { afterEach, beforeEach, describe } from 'vitest';
import type { Storage } from '../../src/chat/stores.ts';
import { articlesContract } from './storage/articles.ts';
import { conversationContract } from './storage/conversation.ts';
import { digestsContract } from './storage/digests.ts';
import { forgettingContract } from './storage/forgetting.ts';
import { sourcesContract } from './storage/sources.ts';

/** What every store promises. `open` gives an empty one each time. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`${name} keeps what it is given`, () => {
    let store: Storage;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });

    describe('articles', () => articlesContract(() => store));
    describe('the index and the sources', () => sourcesContract(() => store));
    describe('the conversation', () => conversationContract(() => store));
    describe('digests and slots', () => digestsContract(() => store));
    describe('people and spaces that leave', () => forgettingContract(() => store));
  });
}
