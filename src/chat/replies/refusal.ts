/** What somebody is told who may not change the digests and sources of a channel. */
import { buildLineCard } from '../cards/lists.ts';
import type { Context, Reply } from '../reply.ts';
import { words } from '../words.ts';

/** Undefined for who may; the others are told who may. */
export function refuse({ actor: { mayManage, isUnchecked }, platform }: Context): Reply | undefined {
  if (mayManage) return undefined;
  return { card: buildLineCard(isUnchecked ? words.notChecked : words.notAllowed[platform]), private: true };
}
