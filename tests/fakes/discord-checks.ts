/** What Discord would refuse, and what a person reads: the other side of the renderer, written apart from it. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { keyOf, parseCustomId } from '../../src/adapters/discord/custom-id.ts';
import type { DiscordMessage } from '../../src/adapters/discord/render.ts';
import type { Command } from '../../src/chat/command.ts';

interface Node {
  readonly type?: number;
  readonly components?: readonly Node[];
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly id?: number;
}

const V2 = 1 << 15;
const SPEC = new URL('../../../shared/specs/discord-openapi.json', import.meta.url);

/** Checks a body against a schema of Discord's own description; undefined where that file is absent. */
export function openApiCheck(schema: string): ((body: unknown) => readonly string[]) | undefined {
  if (!existsSync(SPEC)) return undefined;
  const spec = JSON.parse(readFileSync(SPEC, 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'discord', ...spec });
  const validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
  return (body) =>
    validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every rule of Discord that its OpenAPI description does not hold, and the ones it does, by hand. */
export function violations(message: DiscordMessage): string[] {
  const nodes = allNodes(message);
  const found: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) found.push(what);
  };
  if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') found.push('somebody may be notified');
  const text = nodes.flatMap(({ content }) => content ?? []).join('').length;
  if (message.flags & V2) {
    check(message.content === undefined && message.embeds === undefined, 'content or embeds beside V2');
    check(nodes.length <= 40, `${nodes.length} components`);
    check(text <= 4_000, `${text} characters in components`);
    check(
      nodes.every(({ type, content }) => type !== 10 || (content ?? '') !== ''),
      'an empty text',
    );
    check(
      nodes.every(({ type, components }) => type !== 17 || (components?.length ?? 0) > 0),
      'an empty container',
    );
  } else {
    check(message.components.length <= 5, 'more than five rows');
    check((message.content?.length ?? 0) <= 2_000, 'content over 2000');
    const embeds = message.embeds ?? [];
    check(
      embeds.every(({ description }) => (description?.length ?? 0) <= 4_096),
      'description over 4096',
    );
    check(JSON.stringify(embeds).length - 20 <= 6_000, 'embeds over 6000');
    check(
      (message.content ?? '').trim() !== '' || embeds.some(({ description }) => description),
      'an empty message',
    );
  }
  for (const { type, label, custom_id, components, options } of nodes) {
    if (type === 1)
      check(components !== undefined && components.length >= 1 && components.length <= 5, 'row size');
    if (type === 2) check(label !== undefined && label.length >= 1 && label.length <= 80, `label ${label}`);
    if (type === 2 || type === 3)
      check((custom_id?.length ?? 0) >= 1 && (custom_id?.length ?? 0) <= 100, 'custom_id');
    if (type === 3) check(options !== undefined && options.length >= 1 && options.length <= 25, 'options');
    for (const option of options ?? [])
      check(option.value.length <= 100 && option.label.length <= 100, 'option');
    if (options)
      check(new Set(options.map(({ value }) => value)).size === options.length, 'two options are equal');
  }
  const ids = nodes.flatMap(({ custom_id }) => custom_id ?? []);
  check(new Set(ids).size === ids.length, 'two custom_ids are equal');
  check(JSON.stringify(message).isWellFormed(), 'half a character');
  for (const label of unfitLabels(message)) found.push(`no text of a link: ${label}`);
  return found;
}

/** The raw texts of a message, buttons and menus included. */
function rawTexts(message: DiscordMessage): string[] {
  const own = [message.content ?? '', ...(message.embeds ?? []).map(({ description }) => description ?? '')];
  const inner = allNodes(message).flatMap(({ content, label, options }) => [
    content ?? '',
    label ?? '',
    ...(options ?? []).map((option) => option.label),
  ]);
  return [...own, ...inner].filter((text) => text !== '');
}

/** A link with its text, in which brackets stand in pairs. */
const LINK = /(?<!\\)\[((?:\[[^[\]]*\]|[^[\]])+)\]\(<[^>]*>\)/;
/** An address that stands in the words: one token to Discord, backslashes and all. */
const ADDRESS = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/;

/** What a person reads: links as their text, escapes undone where Discord obeys them, which is neither in links nor in addresses. */
export function words(message: DiscordMessage): string {
  return rawTexts(message)
    .join('\n')
    .split(new RegExp(`(${LINK.source}|${ADDRESS.source})`))
    .map((part = '', index) => {
      // Of each find the whole, then the text of the link.
      if (index % 3 === 1) return part.startsWith('[') ? '' : part;
      return index % 3 === 2 ? part : part.replace(/\\([^0-9A-Za-z\s])/g, '$1');
    })
    .join('')
    .replace(/\u200B/g, '');
}

/** Texts of links that Discord would show otherwise than they are, or not as links. */
function unfitLabels(message: DiscordMessage): string[] {
  const labels = rawTexts(message).flatMap((text) =>
    [...text.matchAll(new RegExp(LINK, 'g'))].map(([, label]) => label ?? ''),
  );
  return labels.filter((label) =>
    /[\\*_~|`<]|:\/\/|:\w+:|@everyone|@here|\p{Emoji_Presentation}|\p{Cf}/iu.test(label),
  );
}

export function links(message: DiscordMessage): string[] {
  return rawTexts(message).flatMap((text) =>
    [...text.matchAll(/\]\(<([^>]*)>\)/g)].flatMap(([, url]) => url ?? []),
  );
}

/** What Discord's parser of mentions would find in the raw texts. */
export function pings(message: DiscordMessage): string[] {
  return rawTexts(message).flatMap((text) => text.match(/@everyone|@here|<@[!&]?\d+>|<#\d+>/g) ?? []);
}

/** The commands of all buttons and options; `kept` are those that were too long. */
export function commands(message: DiscordMessage, kept: readonly Command[] = []): Command[] {
  return allNodes(message)
    .flatMap(({ custom_id, options }) => (options ? options.map(({ value }) => value) : (custom_id ?? [])))
    .flatMap((customId) => {
      const pressed = parseCustomId(customId);
      if (pressed === undefined) throw new Error(`not a command: ${customId}`);
      const command = pressed.type === 'command' ? pressed.command : kept[Number(pressed.id)];
      return command ?? [];
    });
}

/** Ids as a store would give them: the index in `commands`. */
export function keepAll(all: readonly Command[]): ReadonlyMap<string, string> {
  return new Map(all.map((command, index) => [keyOf(command), `${index}`]));
}

export function allNodes(message: Pick<DiscordMessage, 'components'>): Node[] {
  const walk = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...walk(node.components ?? [])]);
  return walk(message.components as readonly Node[]);
}
