/**
 * What people ask for, as plain data: it survives a queue, a database row and a button.
 * `dispatch.ts` answers a command; adapters only make them and carry them.
 */
export type Platform = 'slack' | 'discord' | 'terminal';

export type BriefPart = 'quotes' | 'timeline' | 'compare' | 'sources' | 'figures' | 'unknown' | 'people';

export interface BriefCommand {
  readonly type: 'brief';
  /** A topic's slug or words. */
  readonly query: string;
  readonly length?: 'headline' | 'short' | 'full';
  /** As the person wrote it: "yesterday", "2023-09-11". */
  readonly since?: string;
  readonly until?: string;
  readonly from?: string;
  readonly private?: boolean;
  /** One part of the brief in full: what the buttons under a brief ask for. */
  readonly part?: BriefPart;
  /** Only what is new since this channel was last briefed on it, where it was: "anything new?" */
  readonly news?: true;
}

export type DigestAction =
  | 'help'
  | 'now'
  | 'add'
  | 'list'
  | 'preview'
  | 'pause'
  | 'resume'
  | 'skip'
  | 'remove';

export type Command =
  | BriefCommand
  | { readonly type: 'ask'; readonly question: string; readonly private?: boolean }
  /** `everybody`: all who are quoted in what is about the query, also where its words are somebody's name. */
  | {
      readonly type: 'quotes';
      readonly query: string;
      readonly everybody?: boolean;
      readonly private?: boolean;
    }
  /** `words` is what stands after the action: "08:00 weekdays Europe/Berlin kim-putin", or an id. */
  | { readonly type: 'digest'; readonly action: DigestAction; readonly words: string }
  /** `unknown` is what was taken for a command and is none. */
  | { readonly type: 'help'; readonly unknown?: string }
  | { readonly type: 'topics' }
  | { readonly type: 'sources' }
  | { readonly type: 'status' }
  /** Adds a source from chat; `confirmed` after the person saw what it would bring. */
  | { readonly type: 'add'; readonly url: string; readonly confirmed?: boolean }
  /** Removes an article at its publisher's request. */
  | { readonly type: 'remove'; readonly article: string; readonly confirmed?: boolean }
  | { readonly type: 'forget' }
  /** The time zone of a space where people's zones are not told (Discord). */
  | { readonly type: 'zone'; readonly zone: string }
  | { readonly type: 'feedback'; readonly about: string; readonly helpful: boolean }
  /** The sentences around a quote. */
  | { readonly type: 'context'; readonly article: string; readonly start: number; readonly end: number }
  /** Posts a private answer in the channel. */
  | { readonly type: 'share'; readonly command: Command }
  /** Opens a form at once, before any work: `forms.ts` builds it without waiting for anything. */
  | { readonly type: 'form'; readonly form: FormName; readonly about: string }
  /** Somebody wrote words: in a thread, in a mention, in a direct message, at the prompt. */
  | { readonly type: 'say'; readonly words: string }
  /** The message that a `say` came in was deleted. */
  | { readonly type: 'unsay' }
  /** A message whose words somebody asks about, or whose link somebody wants to be read. */
  | { readonly type: 'about'; readonly words: string; readonly question: string }
  | { readonly type: 'home' }
  /** A command too long for a button, kept in the store. */
  | { readonly type: 'stored'; readonly id: string }
  /** The chat's own news: the bot came to or left a space or a channel. */
  | { readonly type: 'presence'; readonly event: 'joined' | 'left' | 'space-joined' | 'space-left' };

export type FormName = 'ask' | 'follow' | 'brief';

/**
 * Where a message stands or goes. `thread` is the id of the message that heads the thread: on Slack its `thread_ts`, on
 * Discord the id of message and thread alike. Delivering to a thread that does not exist yet starts it.
 */
export interface Address {
  readonly platform: Platform;
  /** A Slack workspace, a Discord server, "terminal"; a Discord direct message: "dm:<user>". */
  readonly space: string;
  readonly channel: string;
  readonly thread?: string;
  /** The adapter's own handle to answer a request (a response_url, an interaction token). Nobody else reads it. */
  readonly reply?: string;
}

/** A message that stands in a chat. */
export interface MessageReference {
  readonly address: Address;
  readonly id: string;
  /** The further messages of a card that went into several. */
  readonly others?: readonly MessageReference[];
}

export interface Actor {
  readonly id: string;
  readonly name?: string;
  /** May change digests and sources here (Manage Channels; a configured list or workspace admins). */
  readonly mayManage: boolean;
  /** The platform did not answer who they are: they may be allowed to, and nobody knows. */
  readonly isUnchecked?: boolean;
  /** May do so in every channel of the space; not set where only the rights in this channel are known. */
  readonly managesSpace?: boolean;
  /** Channels that they are in, where that was looked up. */
  readonly channels?: readonly string[];
  /** IANA zone, where the platform tells it. */
  readonly zone?: string;
}

/** A command with who gave it, where, and how. */
export interface Request {
  readonly command: Command;
  readonly actor: Actor;
  readonly address: Address;
  /** Is the answer expected (a command, a mention, a direct message), or may it be talk among people? */
  readonly addressed: boolean;
  /** The same event again has the same keys: any known key means that it was handled. Kept ten minutes. */
  readonly keys: readonly string[];
  /** The message that it came in, for edits and deletions. */
  readonly message?: string;
  /** The bot is not in this place: it may answer, and can post nothing there later. */
  readonly isGuest?: boolean;
  /** True when the words of that message changed: the answer is updated. */
  readonly edited?: boolean;
}

/** What a person has typed so far into a field that can be completed. */
export interface SuggestRequest {
  readonly field: 'topic' | 'speaker' | 'digest' | 'zone';
  readonly typed: string;
  readonly space: string;
  /** Where they type, and whether they manage the whole space: they are offered the digests that they are shown. */
  readonly channel?: string;
  readonly managesSpace?: boolean;
}

export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** The key under which the state of a thread is kept. */
export function threadKey(address: Address): string {
  return [address.platform, address.space, address.channel, address.thread ?? ''].join('/');
}

/** A terminal and a direct message on Discord have none: all is in one row there. */
export function hasThreads({ platform, space }: Address): boolean {
  return platform !== 'terminal' && !space.startsWith('dm:');
}

/** One person is alone with the bot there: in a direct message, at a terminal. */
export function isAlone({ platform, space, channel }: Address): boolean {
  return platform === 'terminal' || channel.startsWith('D') || space.startsWith('dm:');
}
