/** What is kept of an answer: the state of its thread for follow-ups, and which words it shows. */
import type { Card } from './card.ts';
import { type Address, isAlone, type MessageReference, type Request, threadKey } from './command.ts';
import { conversationsOf, isOver } from './conversation.ts';
import { cardWords, cleanText } from './plain.ts';
import type { Reply, Showing } from './reply.ts';
import type { ShownWords, Storage, ThreadState, ThreadTurn } from './stores.ts';

export async function remember(
  storage: Pick<Storage, 'threads' | 'shown'>,
  request: Request,
  reply: Reply,
  message: MessageReference,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await rememberShown(storage.shown, request, reply, message, now);
  for (const address of conversationsOf(request, message)) {
    if (reply.about && !isUnseen(request, reply)) {
      const known = await storage.threads.find(threadKey(address));
      const turns = known !== undefined && goesOn(known, reply.about) ? known.turns : [];
      const kept = turns.filter(({ message: said }) => said === undefined || said !== request.message);
      await storage.threads.put({ ...briefThread(address, reply.about, at), turns: kept });
    }
    if (reply.turn) await rememberTurn(storage, request, address, { ...reply.turn, message, at });
  }
}

/** The same again, shorter or newer, or the brief of what was asked about: the questions go on. Of another brief they say nothing. */
function goesOn({ query, turns }: ThreadState, about: NonNullable<Reply['about']>): boolean {
  if (query !== '') return query === about.query;
  const [last] = turns.at(-1)?.evidence ?? [];
  return about.articles.some(({ id }) => id === last?.article);
}

/** Which words of articles this message shows; what one person sees alone cannot be changed later. */
export async function rememberShown(
  store: Storage['shown'],
  { command }: Request,
  { card, shown: all = [], private: isPrivate }: Reply,
  message: MessageReference,
  now: Date,
): Promise<void> {
  const shown = isPrivate ? [] : findShown(card, all);
  if (shown.length > 0) await store.put({ message, at: now.toISOString(), about: command.type, shown });
}

/** Those of the words that stand in this card: a reply and a digest go into several. */
export function findShown(card: Card, all: readonly Showing[]): ShownWords[] {
  const said = cardWords(card);
  return all
    .filter(({ words, as = words }) => said.includes(cleanText(as).trim().replace(/,$/, '')))
    .map(({ article, version, words }) => ({ article, version, words }));
}

/** What one person saw alone is no "last brief in this channel", and nobody can reply in its thread. */
function isUnseen({ address }: Request, reply: Reply): boolean {
  return reply.private === true && !isAlone(address);
}

function briefThread(address: Address, about: NonNullable<Reply['about']>, at: string): ThreadState {
  return {
    key: threadKey(address),
    address,
    query: about.query,
    articles: about.articles.map(({ id }) => id),
    versions: Object.fromEntries(about.articles.map(({ id, status }) => [id, status.version])),
    turns: [],
    created: at,
  };
}

async function rememberTurn(
  { threads }: Pick<Storage, 'threads'>,
  request: Request,
  address: Address,
  said: NonNullable<Reply['turn']> & { readonly message: MessageReference; readonly at: string },
): Promise<void> {
  const key = threadKey(address);
  const turn: ThreadTurn = {
    at: said.at,
    actor: request.actor.id,
    ...(request.message === undefined ? {} : { message: request.message }),
    question: said.question,
    ...(said.answer === '' ? {} : { answer: said.answer }),
    reply: said.message,
    evidence: said.evidence,
  };
  if (
    request.edited &&
    request.message !== undefined &&
    (await threads.replaceTurn(key, request.message, turn))
  )
    return;
  const known = await threads.find(key);
  if (known === undefined || isOver(known, new Date(said.at))) {
    const created = { key, address, query: '', articles: [], versions: {}, turns: [], created: said.at };
    await threads.put(created);
  }
  await threads.appendTurn(key, turn);
}
