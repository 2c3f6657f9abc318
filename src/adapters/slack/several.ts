/** Cards that take several messages: the first where the card goes, the others in its thread. */
import type { WebClient } from '@slack/web-api';
import type { MessageReference } from '../../chat/command.ts';
import type { DeliverOptions, Logger } from '../../chat/port.ts';
import { errorName, parseFailure } from './failures.ts';
import { createInsist } from './insist.ts';
import { markOfPart } from './marks.ts';
import type { Posts } from './posts.ts';
import type { SlackMessage } from './render.ts';

/** What stands now; `problem`: why the rest of it does not. */
export interface Sent {
  readonly message: MessageReference;
  readonly problem?: string;
}

export interface Several {
  /** Posts the rest of a card under its first message. */
  postOthers(head: MessageReference, others: readonly SlackMessage[], options: DeliverOptions): Promise<Sent>;
  /** Puts a card in the place of another. */
  replace(
    replaces: MessageReference,
    messages: readonly SlackMessage[],
    options: DeliverOptions,
  ): Promise<Sent>;
}

interface SeveralDeps {
  readonly client: WebClient;
  readonly posts: Posts;
  readonly logger: Logger;
}

export function createSeveral({ client, posts, logger }: SeveralDeps): Several {
  const insist = createInsist(logger);

  /** The rest of a card, in the thread of its first message. What is tried again goes on where it failed. */
  async function postOthers(
    head: MessageReference,
    others: readonly SlackMessage[],
    { key, mayStand = false }: DeliverOptions,
  ): Promise<Sent> {
    const address = { ...head.address, thread: head.address.thread ?? head.id };
    const posted: MessageReference[] = [];
    let problem: string | undefined;
    for (const [index, message] of others.entries()) {
      problem = await whyUndone(async () => {
        posted.push(await posts.post({ address, message, mark: markOfPart(key, index + 1), mayStand }));
      });
      if (problem !== undefined) break;
    }
    const message = posted.length === 0 ? head : { ...head, others: posted };
    return { message, ...(problem === undefined ? {} : { problem }) };
  }

  /** Undefined where it is done. What another try may help is thrown. */
  async function whyUndone(work: () => Promise<void>): Promise<string | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const failure = parseFailure(error);
      if (failure.kind === 'retry') throw error;
      logger.warn('the rest of a card was not delivered', { ...failure });
      return failure.reason;
    }
  }

  async function replace(
    replaces: MessageReference,
    messages: readonly SlackMessage[],
    options: DeliverOptions,
  ): Promise<Sent> {
    const [head, ...others] = messages;
    if (!head) throw new Error('a card was rendered to nothing');
    const place = { channel: replaces.address.channel, ts: replaces.id };
    // Without blocks of its own an update keeps the old ones.
    await insist(head, (body) => client.chat.update({ ...place, parse: 'none', blocks: [], ...body }));
    const { others: before = [], ...first } = replaces;
    const { message, problem } = await postOthers(first, others, options);
    let missing = problem;
    // Each of them: whatever became of the others, its words are not to stand there any more.
    for (const one of before) {
      const standing = await whyUndone(() => takeAway(one));
      missing ??= standing;
    }
    return { message, ...(missing === undefined ? {} : { problem: missing }) };
  }

  async function takeAway({ address, id }: MessageReference): Promise<void> {
    try {
      await client.chat.delete({ channel: address.channel, ts: id });
    } catch (error) {
      if (errorName(error) !== 'message_not_found') throw error;
    }
  }

  return { postOthers, replace };
}
