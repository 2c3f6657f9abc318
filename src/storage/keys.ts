/** What things are known by in every store. */
import { createHash } from 'node:crypto';
import type { Command, MessageReference } from '../chat/command.ts';
import { threadKey } from '../chat/command.ts';
import type { StoredArticle } from '../core/article.ts';

/** A short fingerprint of a text; white space is made even first. */
export function hashText(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('base64url').slice(0, 22);
}

/** How long the keys of an event are known: Slack repeats an event up to five minutes later. */
export const EVENT_MILLISECONDS = 10 * 60_000;

/** The same command has the same id. */
export function commandId(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 16);
}

/** A message in any chat, as one text. */
export function messageKey({ address, id }: MessageReference): string {
  return `${threadKey(address)}/${id}`;
}

/** Newest publication first, those without a date last; then newest retrieval; then by id, so that the order is total. */
export function byNewest(a: StoredArticle, b: StoredArticle): number {
  return (
    compare(b.published ?? '', a.published ?? '') ||
    compare(b.status.retrieved, a.status.retrieved) ||
    compare(a.id, b.id)
  );
}

/** By UTF-16 code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
