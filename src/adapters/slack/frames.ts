/** What Slack sends through the socket, read so that nothing in it can end the process. */
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../chat/port.ts';
import { textAt } from './payload.ts';

/** The SDK's name of a frame that arrived. */
const FRAME = 'ws_message';

/**
 * The SDK's own listener rejects, with nobody listening, at a frame that it does not expect: `app_rate_limited` is one, which
 * Slack sends to an app in busy channels, and which holds no event.
 */
export function guardFrames(client: SocketModeReceiver['client'], logger: Logger): void {
  const listeners = client.listeners(FRAME);
  client.removeAllListeners(FRAME);
  client.on(FRAME, (...frame: unknown[]) => {
    for (const listener of listeners) {
      const read = async () => listener(...frame);
      read().catch(() => tellUnread(frame[0], logger));
    }
  });
}

/** What stands in it is nobody's business: it may be what people say to each other. */
function tellUnread(frame: unknown, logger: Logger): void {
  const type = textAt(parse(frame), 'payload', 'type');
  if (type === 'app_rate_limited')
    logger.warn(
      'Slack leaves out events for a while: more is said in the channels that the bot is in than Slack sends to one app (30,000 events an hour). Take it out of channels that need no news.',
    );
  else logger.warn('Slack sent what is no event', { type: type ?? 'none' });
}

function parse(frame: unknown): unknown {
  try {
    return JSON.parse(String(frame));
  } catch {
    return undefined;
  }
}
