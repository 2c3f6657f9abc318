/**
 * Card to Discord messages. The first form is a container of components (V2); where Discord does not take it, an embed, and
 * then plain text: the same words under smaller limits.
 */
import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Action, Card } from '../../chat/card.ts';
import type { Command } from '../../chat/command.ts';
import { type KeptCommands, renderCustomId } from './custom-id.ts';
import { layOut } from './layout.ts';
import { LIMITS } from './limits.ts';
import { cut } from './markup.ts';
import type { Budget, Choice, Page, Part } from './pages.ts';

export const FORMS = ['components', 'embed', 'text'] as const;
type MessageForm = (typeof FORMS)[number];

/** What is sent for a card: the part of a message that does not depend on where it goes. */
export interface DiscordMessage {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
  /** Nobody is ever notified, whatever stands in an article. */
  readonly allowed_mentions: { readonly parse: [] };
}

export interface RenderOptions {
  /** Ids of the commands that are too long for a button; `longCommands` says which. A button without one is left out. */
  readonly kept: KeptCommands;
  readonly form?: MessageForm;
  /** A positive 31-bit number that each message of the card carries unseen, and is found by. */
  readonly tagOf?: (part: number) => number;
}

const BUDGETS: Readonly<Record<MessageForm, Budget>> = {
  components: {
    text: LIMITS.componentText.is,
    components: LIMITS.components.is,
    rows: LIMITS.components.is,
  },
  embed: {
    text: Math.min(LIMITS.embedDescription.is, LIMITS.embedTotal.is),
    components: Number.MAX_SAFE_INTEGER,
    rows: LIMITS.rowsOfPlainMessage.is,
  },
  text: { text: LIMITS.content.is, components: Number.MAX_SAFE_INTEGER, rows: LIMITS.rowsOfPlainMessage.is },
};

/** What a button of a digest does that has no other. */
const DIGEST_ACTION: Action = {
  label: 'Digests here',
  command: { type: 'digest', action: 'list', words: '' },
};

/** Discord takes no message without words; a page may have none but those of its buttons. */
const NOTHING = { type: ComponentType.TextDisplay as const, content: '…' };

/** The commands that do not fit into a button: keep them, and give their ids to `renderDiscord`. */
export function longCommands(card: Card): Command[] {
  return card.blocks
    .flatMap((block) => (block.type === 'actions' ? block.actions : []))
    .map(({ command }) => command)
    .filter((command) => renderCustomId(command, 99, new Map(), card.mark) === undefined);
}

/** The card as one message or several, each within every limit of its form. */
export function renderDiscord(card: Card, options: RenderOptions): DiscordMessage[] {
  const form = options.form ?? 'components';
  return layOut(card, BUDGETS[form]).map((page, index) => {
    const marked = index === 0 && card.mark !== undefined ? withButton(page) : page;
    const mark = index === 0 ? card.mark : undefined;
    return renderPage(marked, form, { kept: options.kept, tag: options.tagOf?.(index) }, mark);
  });
}

type PageOptions = { readonly kept: KeptCommands; readonly tag: number | undefined };

function renderPage(page: Page, form: MessageForm, options: PageOptions, mark: Card['mark']): DiscordMessage {
  let isFirst = true;
  const controls = (part: Part) => {
    if (part.type === 'text' || part.type === 'divider') return [];
    const row = renderRow(part, options.kept, isFirst ? mark : undefined);
    if (part.type === 'buttons') isFirst = false;
    return row === undefined ? [] : [row];
  };
  const allowed_mentions: { parse: [] } = { parse: [] };
  const id = options.tag === undefined ? {} : { id: options.tag };
  if (form === 'components') {
    const components = page.flatMap((part): APIComponentInContainer[] => {
      if (part.type === 'text') return [{ type: ComponentType.TextDisplay, content: part.text }];
      if (part.type === 'divider')
        return [{ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }];
      return controls(part);
    });
    return {
      components: [
        { type: ComponentType.Container, ...id, components: components.length > 0 ? components : [NOTHING] },
      ],
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions,
    };
  }
  const text =
    page.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n') || NOTHING.content;
  const [first, ...others] = page.flatMap(controls);
  const components = first === undefined ? [] : [{ ...first, ...id }, ...others];
  return form === 'embed'
    ? { embeds: [{ description: text }], components, flags: 0, allowed_mentions }
    : { content: text, components, flags: MessageFlags.SuppressEmbeds, allowed_mentions };
}

function renderRow(
  part: Extract<Part, { type: 'buttons' | 'menu' }>,
  kept: KeptCommands,
  mark: Card['mark'],
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  const components =
    part.type === 'buttons' ? renderButtons(part.choices, kept, mark) : renderMenu(part.choices, kept);
  return components.length === 0 ? undefined : { type: ComponentType.ActionRow, components };
}

function renderButtons(
  choices: readonly Choice[],
  kept: KeptCommands,
  mark: Card['mark'],
): APIComponentInMessageActionRow[] {
  const styles = {
    primary: ButtonStyle.Primary,
    danger: ButtonStyle.Danger,
    none: ButtonStyle.Secondary,
  } as const;
  return choices.flatMap(({ label, command, number, emphasis }, index) => {
    const id = renderCustomId(command, number, kept, index === 0 ? mark : undefined);
    if (id === undefined) return [];
    return [{ type: ComponentType.Button, style: styles[emphasis ?? 'none'], label, custom_id: id }];
  });
}

function renderMenu(choices: readonly Choice[], kept: KeptCommands): APIComponentInMessageActionRow[] {
  const options = choices.flatMap(({ label, command, number }) => {
    const value = renderCustomId(command, number, kept);
    return value === undefined ? [] : [{ label: cut(label, LIMITS.optionLabel.is), value }];
  });
  if (options.length === 0) return [];
  const customId = `menu${choices[0]?.number ?? 0}`;
  return [{ type: ComponentType.StringSelect, custom_id: customId, placeholder: 'Choose …', options }];
}

function withButton(page: Page): Page {
  if (page.some((part) => part.type === 'buttons')) return page;
  return [...page, { type: 'buttons', choices: [{ ...DIGEST_ACTION, number: 99 }] }];
}

/** A line of the bot's own, outside of any card: reasons are written to go on after a colon. */
export function noticeBody(words: string, flags: number) {
  const content = words.charAt(0).toUpperCase() + words.slice(1);
  return { content, flags: flags | MessageFlags.SuppressEmbeds, allowed_mentions: { parse: [] } };
}
