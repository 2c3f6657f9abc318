/** What Slack sends, in the shapes of its recorded payloads (../shared/specs/payloads), with made-up ids. */

export const IDS = {
  team: 'T0TEAM0001',
  app: 'A0APP00001',
  bot: 'B0BOT00001',
  botUser: 'U0BOTUSER1',
  person: 'U0PERSON01',
  channel: 'C0CHANNEL1',
  direct: 'D0DIRECT01',
} as const;

let count = 0;

/** Ids and times that never come twice. */
export function unique(prefix: string): string {
  count += 1;
  return `${prefix}${String(count).padStart(8, '0')}`;
}

export function timestamp(): string {
  count += 1;
  return `${1_790_000_000 + count}.${String(100_000 + count).slice(-6)}`;
}

export function slashCommand(
  command: string,
  text: string,
  more: { channel?: string; user?: string; responseUrl?: string } = {},
) {
  const channel = more.channel ?? IDS.channel;
  return {
    token: 'verification',
    team_id: IDS.team,
    team_domain: 'newsroom',
    channel_id: channel,
    channel_name: channel.startsWith('D') ? 'directmessage' : 'desk',
    user_id: more.user ?? IDS.person,
    user_name: 'ada',
    command,
    text,
    api_app_id: IDS.app,
    is_enterprise_install: 'false',
    response_url: more.responseUrl ?? '',
    trigger_id: unique('1.2.'),
  };
}

/** The envelope of the Events API around an event. */
export function eventCallback(event: Record<string, unknown>, eventId = unique('Ev')) {
  return {
    token: 'verification',
    team_id: IDS.team,
    context_team_id: IDS.team,
    api_app_id: IDS.app,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_790_000_000,
    authorizations: [{ team_id: IDS.team, user_id: IDS.botUser, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  };
}

export function messageEvent(text: string, more: Record<string, unknown> = {}) {
  const ts = timestamp();
  return {
    type: 'message',
    user: IDS.person,
    ts,
    client_msg_id: unique('client-'),
    text,
    team: IDS.team,
    channel: IDS.channel,
    event_ts: ts,
    channel_type: 'channel',
    ...more,
  };
}

export function blockAction(
  action: Record<string, unknown>,
  place: { channel?: string; ts?: string; thread?: string; ephemeral?: boolean; responseUrl?: string },
) {
  const { channel, ts, thread } = place;
  return {
    type: 'block_actions',
    user: { id: IDS.person, username: 'ada', name: 'ada', team_id: IDS.team },
    api_app_id: IDS.app,
    token: 'verification',
    container: channel
      ? {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: place.ephemeral ?? false,
          ...(thread ? { thread_ts: thread } : {}),
        }
      : { type: 'view', view_id: 'V0HOME0001' },
    trigger_id: unique('3.4.'),
    team: { id: IDS.team, domain: 'newsroom' },
    enterprise: null,
    is_enterprise_install: false,
    ...(channel ? { channel: { id: channel, name: 'desk' } } : {}),
    ...(place.responseUrl ? { response_url: place.responseUrl } : {}),
    actions: [{ block_id: 'b1', action_ts: timestamp(), ...action }],
  };
}

export function messageShortcut(
  callbackId: string,
  message: Record<string, unknown>,
  responseUrl: string,
  channel: string = IDS.channel,
) {
  return {
    type: 'message_action',
    callback_id: callbackId,
    token: 'verification',
    trigger_id: unique('5.6.'),
    message_ts: message['ts'],
    response_url: responseUrl,
    team: { id: IDS.team, domain: 'newsroom' },
    user: { id: IDS.person, name: 'ada', username: 'ada', team_id: IDS.team },
    channel: { id: channel, name: 'desk' },
    message,
  };
}

/** A view as it was opened, sent back with what was filled in. */
export function viewSubmission(view: Record<string, unknown>, values: Readonly<Record<string, string>>) {
  const blocks = view['blocks'] as { block_id: string; element: { type: string; action_id: string } }[];
  const state = blocks.map(({ block_id, element }) => {
    const value = values[block_id];
    const filled =
      element.type === 'static_select'
        ? { selected_option: value ? { value } : null }
        : { value: value ?? null };
    return [block_id, { [element.action_id]: { type: element.type, ...filled } }];
  });
  return {
    type: 'view_submission',
    team: { id: IDS.team, domain: 'newsroom' },
    user: { id: IDS.person, username: 'ada', name: 'ada', team_id: IDS.team },
    api_app_id: IDS.app,
    token: 'verification',
    trigger_id: unique('7.8.'),
    view: {
      ...view,
      id: unique('V0'),
      hash: unique('hash'),
      team_id: IDS.team,
      state: { values: Object.fromEntries(state) },
    },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}
