/**
 * A sign of work where an answer takes a while: the status of the thread. A slash command has none: what its response_url
 * said can be neither changed nor taken back, so a line there would stand beside the answer for good.
 */
import type { WebClient } from '@slack/web-api';
import type { Request } from '../../chat/command.ts';
import type { Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import { WORDS } from './words.ts';

/** Most answers are there before anybody would read the sign. In milliseconds. */
const PATIENCE = 700;

export interface Working {
  /** Shows a sign when the work is not done soon; what is returned takes it back. */
  begin(request: Request): () => Promise<void>;
}

export function createWorking(deps: { client: WebClient; logger: Logger }): Working {
  const { client, logger } = deps;
  // A sign is a courtesy: that one is missing is no reason to fail.
  const quietly = (work: Promise<unknown>) =>
    work.catch((error: unknown) => logger.debug('no sign of work', { error: messageOf(error) }));

  function setStatus({ address, message }: Request, status: string): Promise<unknown> {
    const ts = address.thread ?? message;
    if (ts === undefined) return Promise.resolve();
    return quietly(
      client.assistant.threads.setStatus({ channel_id: address.channel, thread_ts: ts, status }),
    );
  }

  return {
    begin(request) {
      // Talk among people is not ours: no sign there.
      if (!request.addressed || request.command.type === 'home') return async () => {};
      let shown: Promise<unknown> | undefined;
      const timer = setTimeout(() => {
        shown = setStatus(request, WORDS.status);
      }, PATIENCE);
      return async () => {
        clearTimeout(timer);
        if (shown === undefined) return;
        await shown;
        await setStatus(request, '');
      };
    },
  };
}
