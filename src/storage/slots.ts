/** What every store agrees on about slots and claims. */
import { randomUUID } from 'node:crypto';
import type { Slot } from '../core/digest/ports.ts';

export function isOpen({ state }: Slot): boolean {
  return state === 'due' || state === 'fixed';
}

/** Did the channel see it? Also one that is only fixed: it will be seen, or was seen just now. */
export function isTold({ state, told }: Slot): boolean {
  return (state === 'posted' || state === 'fixed') && told.length > 0;
}

/** A claim that runs, or that was made in the future: then the clock was set back since, and it does not count. */
export function isHeld(claim: { token: string | null; from: number; until: number }, now: Date): boolean {
  const tolerance = claim.until - claim.from;
  return claim.token !== null && now.getTime() < claim.until && now.getTime() >= claim.from - tolerance;
}

/** A token names its owner and is used once. */
export function newToken(owner: string): string {
  return `${owner}#${randomUUID()}`;
}

export function ownerOf(token: string): string {
  return token.slice(0, token.lastIndexOf('#'));
}
