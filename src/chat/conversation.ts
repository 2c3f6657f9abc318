/** Where a conversation is kept, and for how long it goes on: in its thread, or in the place where people talk to the bot. */
import { type Address, isAlone, type Request, threadKey } from './command.ts';
import type { ThreadState, ThreadStore } from './stores.ts';

/** In a channel somebody goes on for so long, in milliseconds; after that they begin anew. */
export const GOES_ON = 3_600_000;

const BY = 'by ';

/** In the place of a thread's id: the conversation of one person in a channel. */
export function threadOfPerson(actor: string): string {
  return `${BY}${actor}`;
}

/** The place of a conversation: of all in a thread, and of each person alone in a channel, where many talk of many things. */
export function conversationPlace({ address, actor }: Pick<Request, 'address' | 'actor'>): Address {
  const { reply: _used, ...place } = address;
  return place.thread !== undefined || isAlone(place)
    ? place
    : { ...place, thread: threadOfPerson(actor.id) };
}

/** The conversation that a request belongs to, if the bot has a part in it. */
export async function findConversation(
  threads: Pick<ThreadStore, 'find'>,
  request: Request,
  now: Date,
): Promise<ThreadState | undefined> {
  const { address, command } = request;
  const isHeld = address.thread !== undefined || isAlone(address);
  // A command that is given in a channel stands for itself; words may go on from those before.
  if (!isHeld && command.type !== 'say') return undefined;
  const found = await threads.find(threadKey(conversationPlace(request)));
  return found && (request.edited || !isOver(found, now)) ? found : undefined;
}

/** Whether nobody goes on from there any more; threads and talks between two are never over. */
export function isOver({ address, created, turns }: ThreadState, now: Date): boolean {
  const isOpen = address.thread?.startsWith(BY) ?? false;
  return isOpen && now.getTime() - Date.parse(turns.at(-1)?.at ?? created) >= GOES_ON;
}

/** The threads in which people may go on: that of the question, else that of the answer, and where they asked. */
export function conversationsOf(
  request: Request,
  answer: { readonly address: Address; readonly id: string },
): Address[] {
  const place = conversationPlace(request);
  const { reply: _used, ...asked } = request.address;
  if (asked.thread !== undefined) return [asked];
  const started = { ...asked, thread: answer.address.thread ?? answer.id };
  return request.command.type === 'say' || isAlone(asked) ? [started, place] : [started];
}
