/** A sign of work where an answer takes a while: a line to the one who asked, or the status of the thread. */
import type { WebClient } from '@slack/web-api';
import type { Request } from '../../chat/command.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import { parseHandle } from './handle.ts';
import type { Responder } from './respond.ts';
import { WORDS } from './words.ts';

/** Most answers are there before anybody would read the sign. In milliseconds. */
const PATIENCE = 700;

export interface Working {
  /** Shows a sign when the work is not done soon; what is returned takes it back. */
  begin(request: Request): () => Promise<void>;
}

export function createWorking(deps: {
  client: WebClient;
  responder: Responder;
  clock: Clock;
  logger: Logger;
}): Working {
  const { client, responder, logger } = deps;
  // A sign is a courtesy: that one is missing is no reason to fail.
  const quietly = (work: Promise<unknown>) =>
    work.catch((error: unknown) => logger.debug('no sign of work', { error: messageOf(error) }));

  function show(request: Request): { shown: Promise<unknown>; takeBack: () => Promise<unknown> } | undefined {
    const { channel, thread } = request.address;
    const { url, isCommand } = parseHandle(request.address, deps.clock.now()) ?? {};
    if (url !== undefined && isCommand)
      return {
        shown: responder.respond(url, { text: WORDS.working }),
        takeBack: () => responder.takeBack(url),
      };
    const ts = thread ?? request.message;
    if (ts === undefined) return undefined;
    const setStatus = (status: string) =>
      client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status });
    return { shown: setStatus(WORDS.status), takeBack: () => setStatus('') };
  }

  return {
    begin(request) {
      // Talk among people is not ours: no sign there.
      if (!request.addressed || request.command.type === 'home') return async () => {};
      let sign: ReturnType<typeof show>;
      let shown: Promise<unknown> = Promise.resolve();
      const timer = setTimeout(() => {
        sign = show(request);
        if (sign) shown = quietly(sign.shown);
      }, PATIENCE);
      return async () => {
        clearTimeout(timer);
        if (!sign) return;
        await shown;
        await quietly(sign.takeBack());
      };
    },
  };
}
