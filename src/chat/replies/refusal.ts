/** What somebody is told who may not change the digests and sources of a channel. */
import { buildLineCard } from '../cards/lists.ts';
import type { Actor } from '../command.ts';
import type { Reply } from '../reply.ts';
import { words } from '../words.ts';

/** Undefined for who may. */
export function refuse({ mayManage, isUnchecked }: Actor): Reply | undefined {
  if (mayManage) return undefined;
  return { card: buildLineCard(isUnchecked ? words.notChecked : words.notAllowed), private: true };
}
