/** App Home: the card of the conversation, with a field to ask and a menu of topics above it. Pure. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Card } from '../../chat/card.ts';
import { limit } from './limits.ts';
import { renderSlack } from './render.ts';
import { WORDS } from './words.ts';

export interface HomeOptions {
  /** Differs each time: a field keeps what was typed into it as long as its block keeps its name. */
  readonly edition: string;
  /** The channel of the direct messages with this person, where answers go. */
  readonly direct: string;
}

export function renderHome(card: Card, { edition, direct }: HomeOptions): HomeView {
  const [message] = renderSlack(card, { blocks: limit('blocksOfView'), tables: false });
  return {
    type: 'home',
    private_metadata: direct,
    blocks: [...fields(edition), { type: 'divider' }, ...(message?.blocks ?? [])],
  };
}

function fields(edition: string): KnownBlock[] {
  return [
    {
      type: 'input',
      block_id: `ask:${edition}`,
      dispatch_action: true,
      label: { type: 'plain_text', text: WORDS.askLabel },
      element: {
        type: 'plain_text_input',
        action_id: 'home:ask',
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        placeholder: { type: 'plain_text', text: WORDS.askHint },
      },
    },
    {
      type: 'actions',
      block_id: `topic:${edition}`,
      elements: [
        {
          type: 'external_select',
          action_id: 'home:topic',
          min_query_length: 0,
          placeholder: { type: 'plain_text', text: WORDS.topicHint },
        },
      ],
    },
  ];
}
