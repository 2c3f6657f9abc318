/** Slack's Web API as far as the adapter uses it: keeps what was posted, and refuses what Slack refuses. */

import { isWhole, violations } from './slack-checks.ts';
import { IDS, timestamp, unique } from './slack-payloads.ts';

export type Json = Record<string, unknown>;

export interface Posted {
  readonly ts: string;
  readonly channel: string;
  readonly thread?: string;
  text: string;
  blocks?: Json[];
  readonly metadata?: Json;
  /** The only person who sees it. */
  readonly onlyFor?: string;
  readonly args: Json;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Call {
  readonly method: string;
  readonly args: Json;
}

/** What the next call of a method is answered with, in place of the answer. */
export type Answer =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'hang-up'
  /** The call is carried out, and nobody hears of it. */
  | 'lost';

export class SlackWebApi {
  readonly calls: Call[] = [];
  readonly posted: Posted[] = [];
  readonly views: { user?: string; view: Json }[] = [];
  readonly homes = new Map<string, Json>();
  /** Channels that the bot is in; others are not found. */
  readonly channels = new Map<
    string,
    { in: boolean; archived?: boolean; restricted?: boolean; direct?: boolean }
  >([
    [IDS.channel, { in: true }],
    [IDS.direct, { in: true }],
  ]);
  /** Who is in which channel. */
  readonly members = new Map<string, ReadonlySet<string>>();
  readonly users = new Map<string, Json>([
    [IDS.person, { id: IDS.person, name: 'ada', tz: 'Europe/Berlin', is_admin: false, is_owner: false }],
  ]);
  /** By response_url: the message whose button gave it. */
  readonly bearers = new Map<string, string>();
  /** Threads in which people replied. */
  readonly replied = new Set<string>();
  /** What was refused as too large or wrongly built. */
  readonly refused: string[] = [];
  botToken: string;
  appToken: string;
  scopes: string[] | undefined;
  /** No call is answered before it resolves. */
  gate: Promise<void> = Promise.resolve();
  /** What goes wrong with a call, asked at each. */
  fault: (method: string) => Answer | undefined = () => undefined;
  #next: { method: string; answer: Answer }[] = [];

  constructor(botToken: string, appToken: string) {
    this.botToken = botToken;
    this.appToken = appToken;
  }

  /** The next call of the method gets this answer. */
  answerNext(method: string, answer: Answer): void {
    this.#next.push({ method, answer });
  }

  takeAnswer(method: string): Answer | undefined {
    const answer = this.fault(method);
    if (answer) return answer;
    const index = this.#next.findIndex((each) => each.method === method);
    return index < 0 ? undefined : this.#next.splice(index, 1)[0]?.answer;
  }

  /** Answers a call: `ok: true` with what Slack gives, or `ok: false` with its error. */
  call(method: string, args: Json, token: string, socketUrl: string): Json {
    this.calls.push({ method, args });
    if (method === 'apps.connections.open')
      return token === this.appToken ? { ok: true, url: socketUrl } : failed('invalid_auth');
    if (token !== this.botToken) return failed('invalid_auth');
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: 'https://newsroom.slack.com/',
          team: 'Newsroom',
          user: 'briefwire',
          team_id: IDS.team,
          user_id: IDS.botUser,
          bot_id: IDS.bot,
        };
      case 'bots.info':
        return { ok: true, bot: { id: args['bot'], app_id: IDS.app } };
      case 'chat.postMessage':
        return this.#post(args);
      case 'chat.postEphemeral':
        return this.#postEphemeral(args);
      case 'chat.update':
        return this.#update(args);
      case 'chat.delete':
        return this.#delete(args);
      case 'conversations.history':
      case 'conversations.replies':
        return this.#history(args);
      case 'conversations.info': {
        const channel = this.channels.get(String(args['channel']));
        const { in: isIn, archived = false, direct = false } = channel ?? {};
        return channel
          ? { ok: true, channel: { is_member: isIn, is_archived: archived, is_im: direct } }
          : failed('channel_not_found');
      }
      case 'users.info': {
        const user = this.users.get(String(args['user']));
        return user ? { ok: true, user } : failed('user_not_found');
      }
      case 'users.conversations': {
        const ids = [...this.channels.keys()].filter((id) => this.members.get(id)?.has(String(args['user'])));
        const from = Number(args['cursor'] ?? 0);
        const to = from + Number(args['limit'] ?? 100);
        const more = to < ids.length ? { response_metadata: { next_cursor: String(to) } } : {};
        return { ok: true, channels: ids.slice(from, to).map((id) => ({ id })), ...more };
      }
      case 'views.open':
        return this.#open(args);
      case 'views.publish':
        return this.#publish(args);
      case 'assistant.threads.setStatus':
      case 'assistant.threads.setSuggestedPrompts':
        return { ok: true };
      default:
        return failed('unknown_method');
    }
  }

  /** What comes through a response_url; the status that Slack answers. */
  respond(url: string, body: Json): number {
    this.calls.push({ method: 'response_url', args: { url, ...body } });
    const uses = this.calls.filter(({ method, args }) => method === 'response_url' && args['url'] === url);
    if (uses.length > 5) return 404;
    if (body['delete_original'] === true || body['replace_original'] === true) {
      // The message that bears the button; a slash command has none, and nothing that its url said can be changed.
      const original = this.posted.findIndex(({ ts }) => ts === this.bearers.get(url));
      if (original >= 0) this.posted.splice(original, 1);
      if (body['delete_original'] === true) return 200;
    }
    const problem = this.#problem(body, body['blocks']);
    if (problem) return 400;
    this.#keep({ channel: IDS.channel, ...body }, { onlyFor: IDS.person });
    return 200;
  }

  #post(args: Json): Json {
    const wanted = String(args['channel']);
    const channel = /^[UW]/.test(wanted) ? IDS.direct : wanted;
    const problem = this.#placeProblem(channel) ?? this.#problem(args, parsed(args['blocks']));
    if (problem) return failed(problem);
    const { ts } = this.#keep({ ...args, channel });
    return { ok: true, channel, ts, message: { ts } };
  }

  #postEphemeral(args: Json): Json {
    const problem =
      this.#placeProblem(String(args['channel'])) ?? this.#problem(args, parsed(args['blocks']));
    if (problem && !problem.startsWith('restricted')) return failed(problem);
    // In a thread without replies Slack takes it, and shows it to nobody.
    if (args['thread_ts'] && !this.#isThread(String(args['thread_ts'])))
      return { ok: true, message_ts: timestamp() };
    const { ts } = this.#keep(args, { onlyFor: String(args['user']) });
    return { ok: true, message_ts: ts };
  }

  #isThread(head: string): boolean {
    return this.replied.has(head) || this.posted.some(({ thread, onlyFor }) => thread === head && !onlyFor);
  }

  #update(args: Json): Json {
    const found = this.posted.find(({ ts, channel }) => ts === args['ts'] && channel === args['channel']);
    if (!found) return failed('message_not_found');
    const problem = this.#problem(args, parsed(args['blocks']));
    if (problem) return failed(problem);
    // Edits are stricter than first messages.
    if (String(args['text']).length > 4_000) return failed('msg_too_long');
    found.text = String(args['text']);
    found.blocks = parsed(args['blocks']) as Json[];
    return { ok: true, channel: found.channel, ts: found.ts, text: found.text };
  }

  #delete(args: Json): Json {
    const at = this.posted.findIndex(({ ts, channel }) => ts === args['ts'] && channel === args['channel']);
    if (at < 0) return failed('message_not_found');
    this.posted.splice(at, 1);
    return { ok: true, channel: args['channel'], ts: args['ts'] };
  }

  #history(args: Json): Json {
    const thread = args['ts'];
    const messages = this.posted
      .filter((each) => each.channel === args['channel'] && !each.onlyFor)
      .filter((each) => (thread ? each.thread === thread || each.ts === thread : !each.thread))
      .map(({ ts, text, metadata, thread }) => ({
        ...{ type: 'message', ts, text, bot_id: IDS.bot, user: IDS.botUser },
        ...(args['include_all_metadata'] === 'true' && metadata ? { metadata } : {}),
        ...(thread ? { thread_ts: thread } : {}),
      }));
    const from = Number(args['cursor'] ?? 0);
    const to = from + Number(args['limit'] ?? 100);
    const more = to < messages.length ? { response_metadata: { next_cursor: String(to) } } : {};
    return { ok: true, messages: messages.reverse().slice(from, to), ...more };
  }

  #open(args: Json): Json {
    const view = parsed(args['view']) as Json;
    this.views.push({ view });
    if (String(view['private_metadata'] ?? '').length > 3000) return failed('view_too_large');
    if (!isWhole(view)) this.#note(['half a character']);
    return { ok: true, view: { id: unique('V0'), ...view } };
  }

  #publish(args: Json): Json {
    const view = parsed(args['view']) as Json;
    this.#note(violations({ text: '.', blocks: view['blocks'] }, 100));
    this.homes.set(String(args['user_id']), view);
    return { ok: true, view: { id: unique('V0'), ...view } };
  }

  #placeProblem(id: string): string | undefined {
    const channel = this.channels.get(id);
    if (!channel) return 'channel_not_found';
    if (!channel.in) return 'not_in_channel';
    if (channel.archived) return 'is_archived';
    return channel.restricted ? 'restricted_action_read_only_channel' : undefined;
  }

  #problem(args: Json, blocks: unknown): string | undefined {
    if (!blocks && !args['text']) return 'no_text';
    const found = violations({ text: String(args['text'] ?? ''), blocks: blocks ?? [] });
    this.#note(found);
    return found.length > 0 ? 'invalid_blocks' : undefined;
  }

  #note(found: string[]): void {
    this.refused.push(...found);
  }

  #keep(args: Json, more: { onlyFor?: string } = {}): Posted {
    const metadata = parsed(args['metadata']) as Json | undefined;
    const blocks = parsed(args['blocks']);
    const posted: Posted = {
      ts: timestamp(),
      channel: String(args['channel']),
      text: String(args['text'] ?? ''),
      args,
      at: Date.now(),
      ...(blocks ? { blocks: blocks as Json[] } : {}),
      ...(metadata ? { metadata } : {}),
      ...(args['thread_ts'] ? { thread: String(args['thread_ts']) } : {}),
      ...more,
    };
    this.posted.push(posted);
    return posted;
  }
}

/** Bolt's client sends lists and objects as JSON in a form. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function failed(error: string): Json {
  return { ok: false, error };
}
