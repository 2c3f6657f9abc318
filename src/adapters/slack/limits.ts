/** Slack's limits as data, each with its source. Lengths are UTF-16 code units. */

const BLOCK_KIT = 'https://docs.slack.dev/block-kit';
const SDK_BLOCKS = 'slackapi/node-slack-sdk packages/types/src/block-kit/blocks.ts';
const SDK_ELEMENTS = 'slackapi/node-slack-sdk packages/types/src/block-kit/block-elements.ts';
const VIEWS = 'https://docs.slack.dev/reference/views/modal-views';

interface Limit {
  readonly is: number;
  readonly source: string;
  /** Why we stay below what Slack takes. */
  readonly why?: string;
}

export const LIMITS = {
  blocksOfMessage: {
    is: 45,
    source: BLOCK_KIT,
    why: 'Slack takes 50; the lines that the adapter adds need room',
  },
  blocksOfView: { is: 95, source: BLOCK_KIT, why: 'Slack takes 100; App Home adds fields of its own' },
  textOfBlocks: {
    is: 12_000,
    source: 'https://github.com/slackapi/bolt-js/issues/2509',
    why: 'not documented: msg_blocks_too_long was seen from 13 172 on',
  },
  /** The `text` beside the blocks: what notifications and screen readers get. */
  text: {
    is: 4_000,
    source: 'https://docs.slack.dev/reference/methods/chat.postMessage',
    why: 'recommended; Slack cuts at 40 000, edits are stricter',
  },
  section: { is: 3_000, source: SDK_BLOCKS },
  /** Not documented for rich text; the one of sections is kept. */
  richText: { is: 3_000, source: SDK_BLOCKS },
  header: { is: 150, source: 'vercel/chat packages/adapter-slack/src/blocks/limits.ts' },
  contextElement: {
    is: 3_000,
    source: 'slackapi/node-slack-sdk composition-objects.ts (plain text object)',
  },
  actionsElements: { is: 25, source: SDK_BLOCKS },
  buttonText: { is: 75, source: SDK_ELEMENTS },
  buttonValue: { is: 2_000, source: SDK_ELEMENTS },
  url: { is: 3_000, source: SDK_ELEMENTS },
  tablesOfMessage: {
    is: 1,
    source:
      'https://docs.slack.dev/reference/block-kit/blocks/table-block (invalid_attachments: only_one_table_allowed)',
  },
  tableRows: { is: 100, source: SDK_BLOCKS },
  tableColumns: { is: 20, source: SDK_BLOCKS },
  tableText: { is: 10_000, source: 'vercel/chat packages/adapter-slack/src/blocks/limits.ts' },
  selectOptions: { is: 100, source: SDK_ELEMENTS },
  optionText: { is: 75, source: SDK_ELEMENTS },
  optionValue: { is: 150, source: SDK_ELEMENTS },
  viewTitle: { is: 24, source: VIEWS },
  viewSubmit: { is: 24, source: VIEWS },
  privateMetadata: { is: 3_000, source: VIEWS },
  inputLabel: { is: 2_000, source: SDK_BLOCKS },
  placeholder: { is: 150, source: SDK_ELEMENTS },
  initialValue: {
    is: 3_000,
    source: 'https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element',
  },
  suggestedPrompts: {
    is: 4,
    source: 'https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts/',
  },
  /** Uses of one response_url, and how long it lives. */
  replies: {
    is: 5,
    source: 'https://docs.slack.dev/interactivity/handling-user-interaction (response_url)',
  },
  replyMinutes: {
    is: 29,
    source: 'https://docs.slack.dev/interactivity/handling-user-interaction (response_url)',
    why: 'Slack says 30; the clocks may differ',
  },
  /** Milliseconds from the answer to one message to the next, in one channel. */
  postInterval: { is: 1_000, source: 'https://api.slack.com/docs/rate-limits' },
} as const satisfies Record<string, Limit>;

/** The number itself: `limit('header')`. */
export function limit(name: keyof typeof LIMITS): number {
  return LIMITS[name].is;
}
