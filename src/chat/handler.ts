/**
 * The conversation: each request once, in order within a thread, answered where it was asked, and remembered for
 * follow-ups. What is said is `dispatch`'s business; how it looks is the renderers'.
 */

import type { Briefings } from '../core/briefing-types.ts';
import { messageOf } from '../core/errors.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { withQuestion } from './asked.ts';
import type { Card } from './card.ts';
import { buildLineCard } from './cards/lists.ts';
import {
  type Address,
  type Command,
  isAlone,
  type MessageReference,
  type Request,
  threadKey,
} from './command.ts';
import { conversationPlace, findConversation } from './conversation.ts';
import { deliverPatiently, type Sleep } from './deliver.ts';
import type { ChatAdapter, ChatHandler, Delivery } from './port.ts';
import { createRateLimit } from './rate-limit.ts';
import { remember, rememberShown } from './remember.ts';
import { type Context, type Dispatch, joinReplies, type Reply } from './reply.ts';
import { type Understood, understand } from './requests/understand.ts';
import type { Storage, ThreadState } from './stores.ts';
import { suggest } from './suggest.ts';
import { createTurns } from './turns.ts';
import { words } from './words.ts';

export interface HandlerDeps {
  readonly dispatch: Dispatch;
  readonly briefings: Briefings;
  readonly storage: Storage;
  /** The adapter of a platform; undefined while it is not running. */
  readonly adapter: (platform: Address['platform']) => ChatAdapter | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sleep: Sleep;
  readonly requestsPerMinute: number;
}

export function createChatHandler(deps: HandlerDeps): ChatHandler {
  const { clock, logger, storage } = deps;
  const inTurn = createTurns();
  const isTooMany = createRateLimit(deps.requestsPerMinute);
  /** The last work of each conversation: the next waits for it, so that answers come in the order of the questions. */
  const queues = new Map<string, Promise<void>>();

  async function handle(request: Request): Promise<void> {
    try {
      if (!(await storage.events.claim(request.keys, clock.now()))) return;
    } catch (error) {
      // A store that cannot be written must not silence the chat: better answered twice than not at all.
      logger.error('events cannot be remembered', { error: messageOf(error) });
    }
    if (!isPartOfTalk(request)) return answerSafely(request);
    const key = threadKey(conversationPlace(request));
    const work = (queues.get(key) ?? Promise.resolve()).then(() => answerSafely(request));
    queues.set(key, work);
    await work;
    if (queues.get(key) === work) queues.delete(key);
  }

  async function answerSafely(request: Request): Promise<void> {
    try {
      await answer(request);
    } catch (error) {
      logger.error('a request failed', { command: request.command.type, error: messageOf(error) });
      if (!request.addressed) return;
      await send(request, { card: buildLineCard(words.failed), private: true }).catch(() => undefined);
    }
  }

  async function answer(request: Request): Promise<void> {
    if (request.command.type === 'unsay') return retract(request);
    const thread = await findConversation(storage.threads, request, clock.now());
    const understood = await understand(request, thread, {
      commands: storage.commands,
      briefings: deps.briefings,
      now: clock.now(),
    });
    if (understood === null) return;
    const { command } = understood;
    const isPersons = command.type !== 'presence';
    if (isPersons && isTooMany(`${request.address.space}/${request.actor.id}`, clock.now())) {
      // Who talks to others in a thread expects no answer, and is not told that there is none.
      if (!request.addressed) return;
      await send(request, { card: buildLineCard(words.tooMany(deps.requestsPerMinute)), private: true });
      return;
    }
    const earlier = request.edited
      ? thread?.turns.find(({ message }) => message === request.message)
      : undefined;
    // It was carried out as it stood first: to do it again would make a second digest, a second brief.
    const isCarriedOut = command.type !== 'ask' && !(earlier?.reply && isShownInstead(command));
    if (request.edited && isCarriedOut) return void (await send(request, CHANGED));
    const context: Context = {
      platform: request.address.platform,
      space: request.address.space,
      address: request.address,
      actor: request.actor,
      now: clock.now(),
      isGuest: request.isGuest === true,
      thread: request.edited ? beforeTurn(thread, request.message) : thread,
    };
    const reply = await replyTo(understood, context, request);
    if (reply === null) return;
    // Talk among people is not interrupted to say that nothing is known; an answer that stands is put right.
    if (reply.unanswered && !request.addressed && earlier?.reply === undefined) return;
    const delivery = await send(request, reply, earlier?.reply);
    if (!delivery.ok) return;
    // Before the details, which may take seconds: somebody may reply to the head meanwhile.
    await rememberSafely(() => remember(storage, request, reply, delivery.message, context.now));
    await sendDetails(request, reply, delivery.message);
  }

  /** The answer stands already: with a store that cannot be written, only its thread is not known. */
  async function rememberSafely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.error('an answer cannot be remembered', { error: messageOf(error) });
    }
  }

  /** What asks for an address outside may take its time, and keeps nobody waiting; what reads the articles keeps the process busy. */
  const dispatch: Dispatch = (command, context) =>
    READS.has(command.type) ? inTurn(() => deps.dispatch(command, context)) : deps.dispatch(command, context);

  async function replyTo(
    { command, also = [], instead = [], question, isPrivate }: Understood,
    context: Context,
    request: Request,
  ): Promise<Reply | null> {
    const said = await dispatchAll([command, ...also], context);
    // "Velmar finance minister, background and quotes": no sentence answers that, and a brief has it.
    const brief =
      (said?.unanswered || said?.turn?.answer === '') && instead.length > 0
        ? await dispatchAll(instead, context)
        : null;
    const [meant = command] = instead;
    if (brief && !brief.missing) return withQuestion(brief, meant, request);
    // "Summarise the rules for ferries": no brief is about that, and a sentence may say it all the same.
    const other = said?.missing && question ? await dispatch(question, context) : null;
    if (question && other && !other.unanswered) return withQuestion(other, question, request);
    return said && withQuestion(isPrivate ? { ...said, private: true } : said, command, request);
  }

  /** What is asked for in one message is one answer: what comes second stands in the thread of the first. */
  async function dispatchAll(commands: readonly Command[], context: Context): Promise<Reply | null> {
    const replies: Reply[] = [];
    for (const command of commands) {
      const reply = await dispatch(command, context);
      if (reply !== null) replies.push(reply);
    }
    return joinReplies(replies);
  }

  /** A conversation may be kept in two threads: both had the same answer. */
  async function retract(request: Request): Promise<void> {
    if (request.message === undefined) return;
    const [turn] = await storage.threads.removeTurns(request.address, request.message);
    if (turn?.reply) await send(request, { card: buildLineCard(words.messageDeleted) }, turn.reply);
  }

  async function send(request: Request, reply: Reply, replaces?: MessageReference): Promise<Delivery> {
    const address = reply.private ? request.address : replyAddress(request);
    const head = await deliver(request, reply, { address, card: reply.card, part: 0, replaces });
    if (!head.ok) logger.warn('an answer was not delivered', { platform: address.platform, ...head.failure });
    return head;
  }

  async function sendDetails(request: Request, reply: Reply, head: MessageReference): Promise<void> {
    const address = detailAddress(head);
    for (const [index, card] of (reply.detail ?? []).entries()) {
      const detail = await deliver(request, reply, { address, card, part: index + 1 });
      if (detail.ok)
        await rememberSafely(() =>
          rememberShown(storage.shown, request, { ...reply, card }, detail.message, clock.now()),
        );
      else logger.warn('a detail was not delivered', { platform: address.platform, ...detail.failure });
    }
  }

  async function deliver(
    request: Request,
    reply: Reply,
    { address, card, part, replaces }: Part,
  ): Promise<Delivery> {
    const adapter = deps.adapter(address.platform);
    if (!adapter) return { ok: false, failure: { kind: 'gone', reason: 'this chat is not running' } };
    return deliverPatiently(adapter, address, card, {
      options: {
        key: `answer ${request.keys[0] ?? ''} ${part}`,
        ...(reply.private ? { onlyFor: request.actor.id } : {}),
        ...(replaces ? { replaces } : {}),
      },
      sleep: deps.sleep,
    });
  }

  return {
    handle,
    suggest: (request, limit) => suggest(request, limit, deps),
  };
}

const READS: ReadonlySet<Command['type']> = new Set(['ask', 'about', 'brief', 'quotes', 'share']);

const CHANGED: Reply = { card: buildLineCard(words.commandChanged), private: true };

/** "Waht's new on the dam?" was answered as a question: once it is spelt right, what it asks for takes the place of that answer. */
function isShownInstead(command: Command): boolean {
  return (command.type === 'brief' || command.type === 'quotes') && !command.private;
}

/** In a thread, or said in words: an answer may lean on the one before. A command in a channel stands alone, and waits for nobody's. */
function isPartOfTalk({ address, command }: Request): boolean {
  return (
    address.thread !== undefined || command.type === 'say' || command.type === 'unsay' || isAlone(address)
  );
}

/** One message of an answer: the head is part 0. */
interface Part {
  readonly address: Address;
  readonly card: Card;
  readonly part: number;
  readonly replaces?: MessageReference | undefined;
}

/** Slack's custom is to answer a mention in a thread; elsewhere the conversation goes on where it is. */
function replyAddress({ address, message, command }: Request): Address {
  const isMention = command.type === 'say' && message !== undefined && address.thread === undefined;
  const inThread = isMention && address.platform === 'slack' && !isAlone(address);
  return inThread ? { ...address, thread: message } : address;
}

/** The thread of a message; the handle to the request is used up by then. */
function detailAddress({ address, id }: MessageReference): Address {
  const { reply: _used, ...place } = address;
  return { ...place, thread: place.thread ?? id };
}

/** The thread as it was when the question in that message was first asked: what was said since tells nothing of what it means. */
function beforeTurn(thread: ThreadState | undefined, message: string | undefined): ThreadState | undefined {
  const at = thread?.turns.findIndex((turn) => turn.message === message) ?? -1;
  return thread === undefined || at < 0 ? thread : { ...thread, turns: thread.turns.slice(0, at) };
}
