/** Discord's limits as data, each with its source. Lengths are UTF-16 code units, durations milliseconds. */

const DOCS = 'https://github.com/discord/discord-api-docs/blob/main/developers';
const COMPONENTS = `${DOCS}/components/reference.mdx`;
const MESSAGE = `${DOCS}/resources/message.mdx`;
const COMMANDS = `${DOCS}/interactions/application-commands.mdx`;
const INTERACTIONS = `${DOCS}/interactions/receiving-and-responding.mdx`;
const CHANNEL = `${DOCS}/resources/channel.mdx`;

interface Limit {
  readonly is: number;
  readonly source: string;
  /** Why we stay below what Discord takes, or count otherwise than it does. */
  readonly why?: string;
}

export const LIMITS = {
  /** Text of a plain message. */
  content: { is: 2_000, source: MESSAGE },
  embedDescription: { is: 4_096, source: MESSAGE },
  /** All texts of all embeds of one message. */
  embedTotal: { is: 6_000, source: MESSAGE },
  /** Components of one message, nested ones included. */
  components: { is: 40, source: COMPONENTS },
  /** All texts of a message of components. */
  componentText: {
    is: 4_000,
    source: 'vercel/chat adapters/official/discord.mdx',
    why: 'not in the reference: labels of buttons and menus are counted too, to be safe',
  },
  buttonsOfRow: { is: 5, source: COMPONENTS },
  rowsOfPlainMessage: { is: 5, source: COMPONENTS },
  buttonLabel: { is: 80, source: COMPONENTS },
  customId: { is: 100, source: COMPONENTS },
  selectOptions: { is: 25, source: COMPONENTS },
  optionLabel: { is: 100, source: COMPONENTS },
  modalTitle: { is: 45, source: COMPONENTS },
  modalFields: { is: 5, source: 'https://github.com/discord/discord-api-docs/pull/7811' },
  fieldLabel: { is: 45, source: COMPONENTS },
  fieldHint: { is: 100, source: COMPONENTS },
  fieldValue: { is: 4_000, source: COMPONENTS },
  /** A link inside of text has no limit of its own; a longer address would leave no room for words. */
  url: { is: 2_000, source: MESSAGE },
  choices: { is: 25, source: COMMANDS },
  choiceName: { is: 100, source: COMMANDS },
  choiceValue: { is: 100, source: COMMANDS },
  threadName: { is: 100, source: CHANNEL },
  nonce: { is: 25, source: MESSAGE },
  messagesOfPage: { is: 100, source: MESSAGE },
  acknowledgeWithin: { is: 3_000, source: INTERACTIONS },
  /** Further messages through one interaction, where a person brought the bot and it is no member. */
  guestFollowUps: { is: 5, source: INTERACTIONS },
  tokenLasts: {
    is: 14.5 * 60_000,
    source: INTERACTIONS,
    why: 'Discord says 15 minutes; an answer on its way must still arrive in time',
  },
} as const satisfies Record<string, Limit>;
