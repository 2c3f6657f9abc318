/** Gets a message through where Slack refuses its form: its words matter more. */
import type { KnownBlock } from '@slack/types';
import type { Logger } from '../../chat/port.ts';
import { BAD_BLOCKS, errorName } from './failures.ts';
import { splitWords } from './markup.ts';
import type { SlackMessage } from './render.ts';

/** A text that Slack takes where it refused a longer one: edits are stricter than first messages. */
const SHORT_TEXT = 3_000;

/** What a call says; without `blocks` where there are none. */
export interface Body {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

type Send<T> = (body: Body) => Promise<T>;

/** Once more in plain words where Slack refuses the blocks, and with a shorter text where it is too long. */
export function createInsist(logger: Logger): <T>(message: SlackMessage, send: Send<T>) => Promise<T> {
  return async ({ text, blocks }, send) => {
    const own = blocks.length > 0 ? { blocks: [...blocks] } : {};
    try {
      return await send({ text, ...own });
    } catch (error) {
      const name = errorName(error) ?? '';
      if (BAD_BLOCKS.has(name)) {
        logger.error('Slack refused the blocks of a card: it was sent in plain words', { name, blocks });
        return send({ text });
      }
      if (name !== 'msg_too_long' || text.length <= SHORT_TEXT) throw error;
      return send({ text: `${splitWords(text, SHORT_TEXT)[0] ?? ''}…`, ...own });
    }
  };
}
