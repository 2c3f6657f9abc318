/** The slash commands as Discord shows them, and their registration: only when something changed. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as Option,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';

type Definition = RESTPutAPIApplicationCommandsJSONBody[number];

export const ASK_ABOUT = 'Ask about this';

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
/** A digest needs a channel that the bot is in. */
const WHERE_THE_BOT_IS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

const words = (name: string, description: string, required = false) => ({
  type: Option.String as const,
  name,
  description,
  required,
});
/** Completed by the bot while it is typed. */
const completed = (name: string, description: string, required = false) => ({
  ...words(name, description, required),
  autocomplete: true as const,
});
const isPrivate = {
  type: Option.Boolean as const,
  name: 'private',
  description: 'Show the answer to you alone',
};
const sub = (name: string, description: string, ...options: APIApplicationCommandBasicOption[]) => ({
  type: Option.Subcommand as const,
  name,
  description,
  options,
});

const briefOptions = [
  completed('topic', 'A topic or any words', true),
  {
    ...words('length', 'How much to show'),
    choices: ['headline', 'short', 'full'].map((value) => ({ name: value, value })),
  },
  words('since', 'From this day on: yesterday, 2023-09-11'),
  words('until', 'Up to this day'),
  words('from', 'Only what this publisher says'),
  isPrivate,
];
const askOptions = [words('question', 'What you would like to know', true), isPrivate];
const quotesOptions = [completed('topic', 'A topic or a speaker', true), isPrivate];
const digestId = completed('digest', 'Which one; a channel’s only one needs no name');
const zone = completed('zone', 'Time zone, such as Europe/Berlin');

export const DEFINITIONS: readonly Definition[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: 'brief',
    description: 'What happened, who said what, and where the sources differ',
    description_localizations: {
      de: 'Was geschah, wer was sagte und worin die Quellen sich unterscheiden',
      fr: 'Ce qui s’est passé, qui a dit quoi, et où les sources divergent',
      'es-ES': 'Qué pasó, quién dijo qué y en qué difieren las fuentes',
    },
    options: briefOptions,
    ...EVERYWHERE,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'An answer in the words of the articles, or that they do not say',
    description_localizations: {
      de: 'Eine Antwort in den Worten der Artikel, oder dass sie es nicht sagen',
      fr: 'Une réponse dans les mots des articles, ou l’aveu qu’ils n’en disent rien',
      'es-ES': 'Una respuesta con las palabras de los artículos, o que no lo dicen',
    },
    options: askOptions,
    ...EVERYWHERE,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'quotes',
    description: 'Who said what, word for word',
    description_localizations: {
      de: 'Wer was sagte, Wort für Wort',
      fr: 'Qui a dit quoi, mot pour mot',
      'es-ES': 'Quién dijo qué, palabra por palabra',
    },
    options: quotesOptions,
    ...EVERYWHERE,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'digest',
    description: 'What is new, posted here at the times you set',
    description_localizations: {
      de: 'Was neu ist, hier zu den Zeiten, die ihr setzt',
      fr: 'Les nouveautés, publiées ici aux heures choisies',
      'es-ES': 'Las novedades, publicadas aquí a las horas que elijáis',
    },
    options: [
      sub('help', 'What digests are and how to set one'),
      sub('now', 'Post one at once', digestId),
      sub(
        'add',
        'Post what is new here regularly',
        words('time', 'Time of day: 08:00 or 8am', true),
        completed('topic', 'A topic; none means everything that is new'),
        words('days', 'daily, weekdays, weekends, or days such as mon,thu'),
        zone,
      ),
      sub('list', 'The digests of this channel'),
      sub('preview', 'What the next one would hold, to you alone', digestId),
      sub('pause', 'Stop posting until it is resumed', digestId),
      sub('resume', 'Post again', digestId),
      sub('skip', 'Leave out the next one', digestId),
      sub('remove', 'Delete a digest', digestId),
    ],
    ...WHERE_THE_BOT_IS,
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: 'briefwire',
    description: 'Help, topics, sources, status, and every other command',
    description_localizations: {
      de: 'Hilfe, Themen, Quellen, Zustand und alle anderen Befehle',
      fr: 'Aide, sujets, sources, état, et toutes les autres commandes',
      'es-ES': 'Ayuda, temas, fuentes, estado y todas las demás órdenes',
    },
    options: [
      sub('help', 'What I can do'),
      sub('topics', 'What there is to read about'),
      sub('sources', 'Where the articles come from'),
      sub('status', 'How it goes: articles, feeds, next digests'),
      sub('brief', 'The same as /brief', ...briefOptions),
      sub('ask', 'The same as /ask', ...askOptions),
      sub('quotes', 'The same as /quotes', ...quotesOptions),
      sub('digest', 'The same as /digest', words('words', 'add 08:00 weekdays kim-putin; list; pause …')),
      sub('add', 'Read a feed or a page', words('url', 'Its address', true)),
      sub(
        'remove',
        'Take an article or a source out',
        words('article', 'Title, address or file of an article; id or address of a source', true),
      ),
      sub('zone', 'The time zone of this server', { ...zone, required: true }),
      sub('forget', 'Delete what is kept of your questions'),
    ],
    ...EVERYWHERE,
  },
  { type: ApplicationCommandType.Message, name: ASK_ABOUT, ...EVERYWHERE },
];

/** For one server: Discord keeps for such commands neither where they may be used nor by whom they were brought. */
export const GUILD_DEFINITIONS: readonly Definition[] = DEFINITIONS.map(
  ({ integration_types: _brought, contexts: _used, ...definition }) => definition,
);

/** True where Discord's list and ours differ in anything that we set. */
export function isChanged(registered: unknown, definitions: readonly Definition[]): boolean {
  if (!Array.isArray(registered) || registered.length !== definitions.length) return true;
  return definitions.some((wanted) => {
    const known = registered.find((each) => each.name === wanted.name && each.type === wanted.type);
    return known === undefined || !holds(known, wanted);
  });
}

/** Fields that mean something to people, and languages: where Discord has one of these and we have none, it is an old one. */
const TOLD =
  /^(name|description|(name|description)_localizations|options|choices|value|required|autocomplete|(min|max)_(length|value)|(?!id)[a-z]{2}(-\w{2,3})?)$/;

/** Is it what is wanted? Discord adds fields of its own, and leaves false, empty and null ones out. */
function holds(known: unknown, wanted: unknown): boolean {
  if (isNothing(wanted)) return isNothing(known);
  if (Array.isArray(wanted))
    return (
      Array.isArray(known) &&
      known.length === wanted.length &&
      wanted.every((each, index) => holds(known[index], each))
    );
  if (typeof wanted !== 'object') return known === wanted;
  const [is, should] = [known ?? {}, wanted ?? {}] as Record<string, unknown>[];
  const names = new Set([
    ...Object.keys(is ?? {}).filter((name) => TOLD.test(name)),
    ...Object.keys(should ?? {}),
  ]);
  return [...names].every((name) => holds(is?.[name], should?.[name]));
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
