/** Commands as the text that buttons carry: written, read back without trust, and kept in the store where too long. */
import { z } from 'zod';
import type { Card } from './card.ts';
import type { Command } from './command.ts';
import type { CommandStore } from './stores.ts';

const words = z.string().max(20_000);
const yes = z.boolean().exactOptional();
const place = z.int().min(0);

const plainCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('brief'),
    query: words,
    length: z.enum(['headline', 'short', 'full']).exactOptional(),
    since: words.exactOptional(),
    until: words.exactOptional(),
    from: words.exactOptional(),
    private: yes,
    part: z
      .enum(['quotes', 'timeline', 'compare', 'sources', 'figures', 'unknown', 'people'])
      .exactOptional(),
    news: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal('ask'), question: words, private: yes }),
  z.strictObject({ type: z.literal('quotes'), query: words, everybody: yes, private: yes }),
  z.strictObject({
    type: z.literal('digest'),
    action: z.enum(['help', 'now', 'add', 'list', 'preview', 'pause', 'resume', 'skip', 'remove']),
    words,
  }),
  z.strictObject({ type: z.literal('help'), unknown: words.exactOptional() }),
  z.strictObject({ type: z.literal('topics') }),
  z.strictObject({ type: z.literal('sources') }),
  z.strictObject({ type: z.literal('status') }),
  z.strictObject({ type: z.literal('add'), url: words, confirmed: yes }),
  z.strictObject({ type: z.literal('remove'), article: words, confirmed: yes }),
  z.strictObject({ type: z.literal('forget') }),
  z.strictObject({ type: z.literal('zone'), zone: words }),
  z.strictObject({ type: z.literal('feedback'), about: words, helpful: z.boolean() }),
  z.strictObject({
    type: z.literal('context'),
    article: words,
    version: place.exactOptional(),
    start: place,
    end: place,
  }),
  z.strictObject({ type: z.literal('form'), form: z.enum(['ask', 'follow', 'brief']), about: words }),
  z.strictObject({ type: z.literal('say'), words }),
  z.strictObject({ type: z.literal('unsay') }),
  z.strictObject({ type: z.literal('about'), words, question: words }),
  z.strictObject({ type: z.literal('home') }),
  z.strictObject({ type: z.literal('stored'), id: words }),
  z.strictObject({
    type: z.literal('presence'),
    event: z.enum(['joined', 'left', 'space-joined', 'space-left']),
  }),
]);

/** For the test that holds the schema to every field of every command. */
export type CarriedCommand = z.infer<typeof plainCommand>;

const commandSchema: z.ZodType<Command> = z.lazy(() =>
  z.union([plainCommand, z.strictObject({ type: z.literal('share'), command: commandSchema })]),
);

/** The text that stands for a command in a button. */
export function renderCommand(command: Command): string {
  return JSON.stringify(command);
}

/** The command that a button gave back, or undefined where the text is none: an older version's, or a forged one. */
export function parseCommand(text: string): Command | undefined {
  try {
    return commandSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The same card, with each command that does not fit into a button kept in the store and referred to. */
export async function keepLongCommands(
  card: Card,
  commands: CommandStore,
  fits: (text: string) => boolean,
): Promise<Card> {
  const isLong = (command: Command) => !fits(renderCommand(command));
  const blocks = card.blocks.map(async (block) => {
    if (block.type !== 'actions' || !block.actions.some(({ command }) => isLong(command))) return block;
    const actions = block.actions.map(async (action) =>
      isLong(action.command)
        ? { ...action, command: { type: 'stored', id: await commands.keep(action.command) } as const }
        : action,
    );
    return { ...block, actions: await Promise.all(actions) };
  });
  return { ...card, blocks: await Promise.all(blocks) };
}

/** The command itself, where only a reference was carried; the reference where the store no longer has it. */
export async function findCommand(command: Command, commands: CommandStore): Promise<Command> {
  return command.type === 'stored' ? ((await commands.find(command.id)) ?? command) : command;
}
