/** Whether the bot can post where the operator's digests go. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from '../../chat/port.ts';
import { errorName } from './failures.ts';

/** Says why nothing can be posted in a channel, only where Slack says so: what is not known is no reason to warn. */
export async function warnOfPlace(
  channel: string,
  { client, logger, bot }: { readonly client: WebClient; readonly logger: Logger; readonly bot: string },
): Promise<void> {
  const problem = await findProblem(client, channel);
  if (problem === 'archived')
    logger.warn('a channel that a digest goes to is archived: name another, or unarchive it', { channel });
  if (problem === 'absent')
    logger.warn('the bot is not in a channel that a digest goes to: invite it', {
      channel,
      invite: `/invite @${bot}`,
    });
}

async function findProblem(client: WebClient, id: string): Promise<'archived' | 'absent' | undefined> {
  try {
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived) return 'archived';
    return channel?.is_member === false && !channel.is_im ? 'absent' : undefined;
  } catch (error) {
    return errorName(error) === 'channel_not_found' ? 'absent' : undefined;
  }
}
