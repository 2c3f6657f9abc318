/** Who is shown which digests: a channel may be private, and what it follows, and when, is then its members' business. */
import type { Digest } from '../core/digest/ports.ts';
import type { Actor } from './command.ts';

export interface Viewer {
  /** Where it is shown, or where they ask. */
  readonly channel: string;
  readonly actor: Pick<Actor, 'managesSpace' | 'channels'>;
}

export function isHere({ place }: Digest, channel: string): boolean {
  return place.channel === channel;
}

/** What one person alone is shown: the digests of this channel, of those they are known to be in, or all where they manage all. */
export function isSeen(digest: Digest, { channel, actor }: Viewer): boolean {
  const isTheirs = actor.channels?.includes(digest.place.channel) ?? false;
  return isHere(digest, channel) || isTheirs || actor.managesSpace === true;
}
