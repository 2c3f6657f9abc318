/** Names a channel that is not the one where people read of it. */
import type { DigestPlace } from '../core/digest/ports.ts';
import type { Inline } from './card.ts';
import { words } from './words.ts';

/** Cards know no names of channels: a link leads there, and shows nothing to whom the channel is closed. */
export function linkChannel({ platform, space, channel }: DigestPlace): Inline {
  const text = words.anotherChannel;
  switch (platform) {
    case 'slack':
      return { type: 'link', text, url: `https://slack.com/app_redirect?team=${space}&channel=${channel}` };
    case 'discord':
      return { type: 'link', text, url: `https://discord.com/channels/${space}/${channel}` };
    case 'terminal':
      return { type: 'text', text };
  }
}
