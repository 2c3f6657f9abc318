/** Reads the environment and the config folder, and collects all that is wrong before anything starts. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnvFile } from './env-file.ts';
import {
  botSchema,
  type Config,
  createDigestSchema,
  familiesSchema,
  type SourceConfig,
  sourceSchema,
  topicSchema,
  type WhyNeverDue,
} from './files.ts';
import { type DiscordSettings, type Settings, type SlackSettings, variables } from './schema.ts';
import { issueWords, parseYamlFile } from './yaml-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
type Variables = z.infer<z.ZodObject<typeof variables>>;

/** The environment, filled up from a `.env` file where there is one: what the environment says goes first. */
export function readEnvironment(env: Environment, file = '.env'): Environment {
  return { ...readEnvFile(file).values, ...env };
}

/**
 * Checks every variable, and that they fit together. Variables of other programs are none of its business.
 * Problems name the variable and what to change; none of them repeats a value, which may be a token.
 */
export function loadSettings(
  env: Environment,
): { readonly settings: Settings } | { readonly problems: readonly string[] } {
  const set = Object.fromEntries(
    Object.keys(variables).flatMap((name) => {
      const value = env[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = z.object(variables).safeParse(set);
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issueWords(issue)}.`) ?? []),
    ...findMissingPartners(new Set(Object.keys(set))),
  ];
  return parsed.success && problems.length === 0 ? { settings: buildSettings(parsed.data) } : { problems };
}

export interface LoadedConfig {
  /** What is right; defaults stand in for what is wrong or absent. */
  readonly config: Config;
  /** What the operator has to change before the start, each as "file:line: words". */
  readonly problems: readonly string[];
  /** What is left out because it is wrong (a topic, a source, a digest) while the rest holds. */
  readonly warnings: readonly string[];
}

/**
 * What is left of the environment after the checks of each variable: lines and names in the `.env` file that mean nothing
 * here, since it is nobody else's file; and a config folder that was named and is not there.
 */
export function checkEnvironment(
  env: Environment,
  file = '.env',
): Pick<LoadedConfig, 'problems' | 'warnings'> {
  const named = env['CONFIG_DIR']?.trim() ?? '';
  const isThere = named === '' || statSync(named, { throwIfNoEntry: false })?.isDirectory();
  const { values, strays } = readEnvFile(file);
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(variables, name));
  return {
    problems: isThere ? [] : ['CONFIG_DIR must name a folder that is there: create it, or correct the name.'],
    warnings: [
      ...strays.map((line) => `${file}:${line}: sets nothing: write NAME=value, or put "#" before it`),
      ...unknown.map(
        (name) =>
          `${file}: ${name} is not a setting: take it out, or correct its name (.env.example has them all)`,
      ),
    ],
  };
}

/** Reads topics.yaml, sources.yaml, digests.yaml and bot.yaml. Each may be absent; the folder too. */
export function loadConfig(folder: string, whyNeverDue: WhyNeverDue): LoadedConfig {
  const problems: string[] = [];
  const open = (file: string, keys: readonly string[]) => {
    const path = join(folder, file);
    let text = '';
    try {
      text = readIfThere(path) ?? '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`${path}: cannot be read: ${reason}`);
    }
    const yaml = parseYamlFile(text, path, keys);
    problems.push(...yaml.problems);
    return yaml;
  };

  const sourcesFile = open('sources.yaml', ['sources', 'families']);
  const topics = open('topics.yaml', ['topics']).parseList('topics', topicSchema);
  const sources = sourcesFile.parseList('sources', sourceSchema);
  const families = sourcesFile.parseValue('families', familiesSchema, {});
  const digests = open('digests.yaml', ['digests']).parseList('digests', createDigestSchema(whyNeverDue));
  const bot = open('bot.yaml', Object.keys(botSchema.shape)).parseValue(null, botSchema, botSchema.parse({}));
  const config = {
    topics: topics.value,
    sources: sources.value,
    families: joinFamilies(families.value, sources.value),
    digests: digests.value,
    bot: bot.value,
  };
  return {
    config,
    problems: [...problems, ...families.problems, ...bot.problems],
    warnings: [
      ...topics.problems,
      ...sources.problems,
      ...digests.problems,
      ...findUnknownIds(config, folder),
    ],
  };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Tokens that do nothing alone. */
function findMissingPartners(set: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const slack = set.has('SLACK_APP_TOKEN') || set.has('SLACK_SIGNING_SECRET');
  if (set.has('SLACK_BOT_TOKEN') && !slack)
    problems.push(
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it: set one of them.',
    );
  if (!set.has('SLACK_BOT_TOKEN') && slack)
    problems.push(
      'SLACK_BOT_TOKEN is missing: set it, or take the other SLACK_ tokens out to run without Slack.',
    );
  if (!set.has('DISCORD_TOKEN') && set.has('DISCORD_GUILD_ID'))
    problems.push('DISCORD_TOKEN is missing: set it, or take DISCORD_GUILD_ID out to run without Discord.');
  return problems;
}

function buildSettings(set: Variables): Settings {
  return {
    slack: buildSlack(set),
    discord: buildDiscord(set),
    storeUrl: set.STORE_URL,
    articlesDir: set.ARTICLES_DIR,
    configDir: set.CONFIG_DIR,
    healthPort: set.HEALTH_PORT ?? null,
    logLevel: set.LOG_LEVEL,
    requireAllChats: set.REQUIRE_ALL_CHATS,
  };
}

function buildSlack(set: Variables): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (botToken === undefined) return null;
  if (appToken !== undefined)
    return { botToken, via: { mode: 'socket', appToken }, apiUrl: set.SLACK_API_URL };
  if (signingSecret === undefined) return null;
  return { botToken, via: { mode: 'http', signingSecret, port: set.SLACK_PORT }, apiUrl: set.SLACK_API_URL };
}

function buildDiscord(set: Variables): DiscordSettings | null {
  if (set.DISCORD_TOKEN === undefined) return null;
  return { token: set.DISCORD_TOKEN, guildId: set.DISCORD_GUILD_ID ?? null, apiUrl: set.DISCORD_API_URL };
}

/** Publishers by house: what `families` lists, and what the sources say of themselves. */
function joinFamilies(
  listed: Readonly<Record<string, readonly string[]>>,
  sources: readonly SourceConfig[],
): Record<string, string[]> {
  const families = new Map(Object.entries(listed).map(([house, publishers]) => [house, new Set(publishers)]));
  for (const { family, publisher } of sources) {
    if (family === undefined || publisher === undefined) continue;
    families.set(family, (families.get(family) ?? new Set()).add(publisher));
  }
  return Object.fromEntries([...families].map(([house, publishers]) => [house, [...publishers]]));
}

/** A digest of a source that nobody defines would stay silent for ever. (A topic needs no entry: its id is its query.) */
function findUnknownIds(config: Config, folder: string): string[] {
  const sources = new Set(config.sources.map((source) => source.id));
  return config.digests.flatMap((digest) =>
    digest.sources
      .filter((id) => !sources.has(id))
      .map((id) => `${join(folder, 'digests.yaml')}: ${digest.id}: there is no source ${id} in sources.yaml`),
  );
}
