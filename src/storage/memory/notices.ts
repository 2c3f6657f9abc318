/** What is still to be told unasked, in memory. */
import type { Notice, NoticeStore } from '../../chat/stores.ts';
import { compare } from '../keys.ts';
import type { Forgetful } from './forgetful.ts';

export function createMemoryNotices(): NoticeStore & Forgetful {
  const notices = new Map<string, Notice>();

  function removeWhere(isGone: (notice: Notice) => boolean): number {
    const gone = [...notices.values()].filter(isGone);
    for (const { key } of gone) notices.delete(key);
    return gone.length;
  }

  return {
    async add(notice) {
      if (!notices.has(notice.key)) notices.set(notice.key, notice);
    },
    async claim(platforms, now, until) {
      const [first] = [...notices.values()]
        .filter(({ address, next }) => platforms.includes(address.platform) && next <= now.toISOString())
        .sort((a, b) => compare(a.next, b.next) || compare(a.key, b.key));
      if (first) notices.set(first.key, { ...first, next: until.toISOString() });
      return first;
    },
    async update(notice) {
      if (notices.has(notice.key)) notices.set(notice.key, notice);
    },
    async remove(key) {
      notices.delete(key);
    },
    forget: (space, actor) =>
      removeWhere(({ address, onlyFor }) => address.space === space && onlyFor === actor),
    purge: (before) => void removeWhere(({ at }) => at < before),
    removeSpace: (space) => void removeWhere(({ address }) => address.space === space),
  };
}
