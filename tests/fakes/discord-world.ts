/** What stands on the fake Discord: one server with its channels, threads, people, messages and interactions. */
import { PermissionFlagsBits } from 'discord.js';

export type Json = Record<string, unknown>;

export interface FakeMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: Json;
  content: string;
  components: Json[];
  embeds: Json[];
  flags: number;
  readonly type: number;
  nonce?: string;
  readonly reference?: string;
  /** The only person who sees it. */
  readonly onlyFor?: string;
  /** Who asked for it with a command. */
  readonly interaction?: string;
  /** A deferred answer that is still awaited. */
  isLoading?: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** 0 text, 1 direct, 2 voice, 3 a group of people without the bot, 11 thread, 15 forum. */
  readonly type: number;
  readonly guild?: string;
  readonly parent?: string;
  /** The person of a direct message. */
  readonly recipient?: string;
  /** Permissions that the bot has not here. */
  denied: bigint;
  archived?: boolean;
}

export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly user: string;
  readonly channel: string;
  /** The message that it was done on. */
  readonly message?: string;
  response?: Json;
  original?: string;
  hidden: boolean;
  expired: boolean;
  /** Through an app that the person brought: no more than five follow-ups. */
  readonly isGuests?: boolean;
  readonly followUps: string[];
}

export interface FakePerson {
  readonly id: string;
  readonly username: string;
  readonly mayManage: boolean;
}

/** Real snowflakes: their time is read from them. */
let serial = 0n;
export function snowflake(): string {
  serial += 1n;
  return `${(BigInt(Date.now() - 1_420_070_400_000) << 22n) + (serial % 4_194_304n)}`;
}

const DEFAULTS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory;

export class DiscordWorld {
  readonly application = snowflake();
  readonly bot = snowflake();
  readonly guilds: string[] = [snowflake()];
  readonly channels = new Map<string, FakeChannel>();
  readonly messages = new Map<string, FakeMessage>();
  readonly interactions = new Map<string, FakeInteraction>();
  readonly people = new Map<string, FakePerson>();
  /** People who take no direct messages from members of the server. */
  readonly closed = new Set<string>();
  readonly token = `secret-token-${snowflake()}`;
  /** The registered commands, by where: "global" or a server. */
  readonly commands = new Map<string, Json[]>();

  get guild(): string {
    return this.guilds[0] ?? '';
  }

  addChannel(type = 0, options: Partial<FakeChannel> = {}): FakeChannel {
    const id = options.id ?? snowflake();
    const channel: FakeChannel = {
      id,
      name: `room-${this.channels.size}`,
      type,
      guild: this.guild,
      denied: 0n,
      ...options,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  addPerson(mayManage = false): FakePerson {
    const id = snowflake();
    const person = { id, username: `person${this.people.size}`, mayManage };
    this.people.set(id, person);
    return person;
  }

  /** The direct-message channel of the bot with that person. */
  directChannel(person: string): FakeChannel {
    const known = [...this.channels.values()].find(({ recipient }) => recipient === person);
    if (known) return known;
    const channel: FakeChannel = { id: snowflake(), name: '', type: 1, recipient: person, denied: 0n };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** A few minutes pass. */
  forgetNonces(): void {
    for (const message of this.messages.values()) delete message.nonce;
  }

  botUser(): Json {
    return {
      id: this.bot,
      username: 'briefwire',
      discriminator: '0000',
      avatar: null,
      global_name: null,
      bot: true,
    };
  }

  user(id: string): Json {
    const name = this.people.get(id)?.username ?? 'somebody';
    return { id, username: name, discriminator: '0', avatar: null, global_name: name };
  }

  member(id: string): Json {
    const permissions = DEFAULTS | (this.people.get(id)?.mayManage ? PermissionFlagsBits.ManageChannels : 0n);
    return {
      user: this.user(id),
      roles: [],
      nick: null,
      joined_at: JOINED,
      deaf: false,
      mute: false,
      flags: 0,
      permissions: `${permissions}`,
    };
  }

  /** Without null where Discord omits a field: discord.js trips over it. */
  channelJson(channel: FakeChannel): Json {
    const common = { id: channel.id, type: channel.type, flags: 0 };
    if (channel.type === 3) return { ...common, recipients: [] };
    if (channel.type === 1) return { ...common, recipients: [this.user(channel.recipient ?? '')] };
    if (channel.parent !== undefined && channel.type === 11)
      return {
        ...common,
        ...threadFields(channel),
        owner_id: this.bot,
        guild_id: channel.guild,
        parent_id: channel.parent,
        name: channel.name,
      };
    const overwrite = { id: this.bot, type: 1, allow: '0', deny: `${channel.denied}` };
    return {
      ...common,
      guild_id: channel.guild,
      name: channel.name,
      position: 0,
      nsfw: false,
      permission_overwrites: channel.denied === 0n ? [] : [overwrite],
    };
  }

  guildJson(guild: string): Json {
    const inGuild = [...this.channels.values()].filter((channel) => channel.guild === guild);
    const role = (id: string, name: string, tags: object, permissions: bigint) => ({
      id,
      name,
      permissions: `${permissions}`,
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
      ...tags,
    });
    return {
      id: guild,
      name: 'A newsroom',
      owner_id: '1',
      unavailable: false,
      member_count: 2,
      large: false,
      joined_at: JOINED,
      roles: [
        role(guild, '@everyone', {}, DEFAULTS),
        role(this.botRole, 'Briefwire', { tags: { bot_id: this.bot } }, 0n),
      ],
      members: [
        {
          user: this.botUser(),
          roles: [this.botRole],
          joined_at: JOINED,
          deaf: false,
          mute: false,
          flags: 0,
        },
      ],
      channels: inGuild.filter(({ type }) => type !== 11).map((channel) => this.channelJson(channel)),
      threads: inGuild
        .filter(({ type, archived }) => type === 11 && !archived)
        .map((channel) => this.channelJson(channel)),
      emojis: [],
      stickers: [],
      features: [],
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
      preferred_locale: 'en-US',
      system_channel_flags: 0,
      premium_tier: 0,
      nsfw_level: 0,
      verification_level: 0,
      default_message_notifications: 0,
      explicit_content_filter: 0,
      mfa_level: 0,
      afk_timeout: 300,
    };
  }

  readonly botRole = snowflake();

  #metadata(id: string): Json {
    const asked = [...this.interactions.values()].find((each) => each.id === id);
    return { id, type: 2, user: this.user(asked?.user ?? ''), authorizing_integration_owners: {} };
  }

  messageJson(message: FakeMessage): Json {
    const { reference, onlyFor: _1, interaction, isLoading, flags, ...fields } = message;
    const head = reference === undefined ? undefined : this.messages.get(reference);
    const channel = this.channels.get(message.channel_id);
    return {
      ...fields,
      flags: flags | (isLoading ? 128 : 0),
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      pinned: false,
      ...(channel?.guild === undefined ? {} : { guild_id: channel.guild }),
      channel_type: channel?.type,
      ...(interaction === undefined ? {} : { interaction_metadata: this.#metadata(interaction) }),
      ...(reference === undefined
        ? {}
        : { message_reference: { message_id: reference, channel_id: message.channel_id } }),
      ...(head === undefined ? {} : { referenced_message: this.messageJson(head) }),
    };
  }
}

const JOINED = '2026-01-01T00:00:00.000000+00:00';

function threadFields({ archived }: FakeChannel): Json {
  return {
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: archived ?? false,
      auto_archive_duration: 1440,
      archive_timestamp: JOINED,
      locked: false,
    },
  };
}
