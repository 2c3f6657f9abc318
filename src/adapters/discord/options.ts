/** The options of slash commands: what Discord gives, turned into commands and into fields that are completed. */
import {
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import type { Command, DigestAction, Request, SuggestRequest } from '../../chat/command.ts';
import { joinDigestWords } from '../../chat/forms.ts';
import { parseSlash } from '../../chat/parse-command.ts';

export type Options = readonly APIApplicationCommandInteractionDataOption[];

/** The command that a slash command means: of one that another version registered, that it is not known. */
export function parseChatInput(name: string, options: Options): Command {
  const [first] = options;
  if (first?.type === Option.Subcommand) return parseSubcommand(name, first.name, first.options ?? []);
  const { text, flag } = readers(options);
  const priv = flag('private') ? { private: true } : {};
  switch (name) {
    case 'brief': {
      const optional = ['since', 'until', 'from'].flatMap((field) =>
        text(field) ? [[field, text(field)]] : [],
      );
      const length = (['headline', 'short', 'full'] as const).find((each) => each === text('length'));
      return {
        type: 'brief',
        query: text('topic'),
        ...(length ? { length } : {}),
        ...Object.fromEntries(optional),
        ...priv,
      };
    }
    case 'ask':
      return { type: 'ask', question: text('question'), ...priv };
    case 'quotes':
      return { type: 'quotes', query: text('topic'), ...priv };
    default:
      return unknown(name);
  }
}

function unknown(name: string): Command {
  return { type: 'help', unknown: `/${name}` };
}

function parseSubcommand(name: string, sub: string, options: Options): Command {
  const { text } = readers(options);
  if (name === 'digest') {
    const fields = ['digest', 'time', 'days', 'zone'].map(text);
    return parseSlash('digest', `${sub} ${joinDigestWords(fields, text('topic'))}`) ?? unknown(name);
  }
  switch (sub) {
    case 'brief':
    case 'ask':
    case 'quotes':
      return parseChatInput(sub, options);
    case 'add':
      return { type: 'add', url: text('url') };
    case 'remove':
      return { type: 'remove', article: text('article') };
    case 'zone':
      return { type: 'zone', zone: text('zone') };
    case 'forget':
      return { type: 'forget' };
    default:
      return parseSlash(name, `${sub} ${text('words')}`) ?? unknown(name);
  }
}

function readers(options: Options) {
  const find = (name: string) => {
    const option = options.find((each) => each.name === name);
    return option && 'value' in option ? option.value : undefined;
  };
  return {
    text: (name: string) => `${find(name) ?? ''}`.trim(),
    flag: (name: string) => find(name) === true,
  };
}

/** Commands whose answer is, or begins, between the bot and the person. */
const BETWEEN_US = new Set<Command['type']>([
  'help',
  'forget',
  'zone',
  'add',
  'remove',
  'feedback',
  'context',
]);
const QUIET_ACTIONS = new Set<DigestAction>(['help', 'list', 'preview', 'now']);

/** Does the person wait alone? It cannot be changed later; where the answer turns out otherwise, it is a message of its own. */
export function isPrivate(command: Command): boolean {
  if ('private' in command && command.private === true) return true;
  return command.type === 'digest' ? QUIET_ACTIONS.has(command.action) : BETWEEN_US.has(command.type);
}

/** What is being typed, and into which field. */
export function parseSuggest(
  command: string,
  options: Options,
  { actor, address }: Pick<Request, 'actor' | 'address'>,
): SuggestRequest | undefined {
  const [first] = options;
  const [name, given] =
    first?.type === Option.Subcommand ? [first.name, first.options ?? []] : [command, options];
  const focused = given.find((option) => 'focused' in option && option.focused === true);
  if (focused === undefined || !('value' in focused)) return undefined;
  const fields = { topic: name === 'quotes' ? 'speaker' : 'topic', digest: 'digest', zone: 'zone' } as const;
  const field = fields[focused.name as keyof typeof fields];
  if (field === undefined) return undefined;
  const { space, channel } = address;
  const { managesSpace = false } = actor;
  return { field, typed: `${focused.value}`, space, channel, managesSpace };
}
