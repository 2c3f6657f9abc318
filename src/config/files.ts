/** What the files of the config folder may say: topics, sources and families, digests, and the bot itself. */
import { z } from 'zod';

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case letters, digits and single hyphens, such as kim-putin',
  )
  .max(60, 'must be at most 60 characters long');
const words = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters long');
const phrases = z.array(words).default([]);

/** A saved query that people call by its id: `/brief kim-putin`. */
export const topicSchema = z.strictObject({
  id,
  title: words,
  /** Other names that people may call it by. */
  aliases: phrases,
  /** The words to look for; absent: the words of the id. */
  query: words.optional(),
  /** Only articles of these publishers; empty: all. */
  publishers: phrases,
  /** Articles with one of these words are left out. */
  exclude: phrases,
});

const address = z
  .string()
  .refine(
    isFeedAddress,
    'must be a web address that starts with https:// or http://, without name and password in it',
  );

/** Whole minutes from "15m", "2h" or "1d". */
const interval = z
  .string('must be a time such as 15m, 2h or 1d')
  .regex(/^[1-9]\d{0,3} ?[mhd]$/, 'must be a time such as 15m, 2h or 1d')
  .transform((value) => Number.parseInt(value, 10) * ({ m: 1, h: 60, d: 1440 }[value.slice(-1)] ?? 1))
  .refine((minutes) => minutes >= 5, 'must be at least 5m: newsrooms notice who asks more often');

/** A feed, a list of feeds, a web page, or a folder. */
export const sourceSchema = z
  .strictObject({
    id,
    url: address.optional(),
    folder: words.optional(),
    /** Stated for articles that do not name their publisher. */
    publisher: words.optional(),
    /** The house that the publisher belongs to: its publishers count as one voice. */
    family: words.optional(),
    every: interval.default(30),
    topic: id.optional(),
    /** Fetch the page behind each item, for feeds that carry teasers only. */
    fullText: z.boolean('must be true or false').default(false),
  })
  .refine(
    (source) => (source.url === undefined) !== (source.folder === undefined),
    'needs either url (a feed, a list of feeds or a page) or folder',
  );

export const familiesSchema = z.record(words, z.array(words));

const digestSchema = z.strictObject({
  id,
  chat: z.enum(['slack', 'discord', 'terminal'], 'must be slack, discord or terminal'),
  channel: z
    .string('must be the id of a channel, in quotation marks if it is a number')
    .min(1, 'must not be empty'),
  cron: z.string(),
  zone: z.string().refine(isZone, 'must be a time zone such as Europe/Berlin'),
  /** Ids of topics; with `sources` also empty: everything that is new. */
  topics: z.array(id).default([]),
  sources: z.array(id).default([]),
  length: z.enum(['headline', 'short', 'full'], 'must be headline, short or full').default('short'),
  /** When nothing is new: one line, or silence. */
  empty: z.enum(['say', 'silent'], 'must be say or silent').default('say'),
});

/** Why a cron expression gives no due time ("its hour is wrong"), or undefined. What asks for due times later says so now. */
export type WhyNeverDue = (cron: string) => string | undefined;

/** A digest that the operator sets. Chat can pause and preview it, never change it. */
export function createDigestSchema(whyNeverDue: WhyNeverDue): typeof digestSchema {
  const cron = z.string().check(({ value, issues }) => {
    const why = whyNeverDue(value);
    if (why === undefined) return;
    const message = `must be a cron expression of five fields, or six with the seconds first, such as "0 8 * * 1-5": ${why}`;
    issues.push({ code: 'custom', message, input: value });
  });
  return digestSchema.extend({ cron });
}

const whole = (low: number, high: number) =>
  z
    .int(`must be a whole number from ${low} to ${high}`)
    .min(low, `must be at least ${low}`)
    .max(high, `must be at most ${high}`);

/** Everything else that a person may set. Unknown keys are found at the top of the file. */
export const botSchema = z.object({
  /** Named in the User-Agent, so that a newsroom can reach the operator. */
  contact: z
    .string()
    .regex(/^(https?:\/\/\S+|[^\s@]+@[^\s@]+)$/, 'must be an e-mail address or a web address')
    .nullable()
    .default(null),
  /** Host names that may be fetched although they are private or loopback. */
  allowedPrivateHosts: phrases,
  /** A digest missed while the bot was down is posted late if it is at most so many hours old. */
  digestLateHours: whole(0, 48).default(6),
  /** Slack user ids that may change digests and sources, besides the admins of the workspace. */
  slackManagers: z
    .array(z.string().regex(/^[UW][A-Z0-9]+$/, 'must be the member id of a person, such as U0123456789'))
    .default([]),
  /** Of one person, before a friendly line asks to wait. */
  requestsPerMinute: whole(1, 1000).default(60),
  /** How long turns and user ids are kept. */
  retentionDays: whole(1, 3650).default(90),
  /** How long articles of feeds and pages are kept; null: for ever. */
  articleDays: whole(7, 3650).nullable().default(null),
});

type TopicConfig = z.infer<typeof topicSchema>;
export type SourceConfig = z.infer<typeof sourceSchema>;
export type DigestConfig = z.infer<typeof digestSchema>;
type BotConfig = z.infer<typeof botSchema>;

/** The config folder, checked. */
export interface Config {
  readonly topics: readonly TopicConfig[];
  readonly sources: readonly SourceConfig[];
  /** Publishers by the house that they belong to, from `families` and from the sources. */
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly digests: readonly DigestConfig[];
  readonly bot: BotConfig;
}

function isFeedAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
