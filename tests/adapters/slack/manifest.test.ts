import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listen } from '../../../src/adapters/slack/listen.ts';
import { SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { parseSlash } from '../../../src/chat/parse-command.ts';

const text = readFileSync(new URL('../../../config/slack-manifest.yaml', import.meta.url), 'utf8');
const manifest = parse(text) as {
  features: { slash_commands: { command: string; description: string }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};

describe('the manifest of the Slack app', () => {
  test('asks for the scopes that the program needs, and no more', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(SCOPES));
  });

  test('gives the reason of each scope beside it', () => {
    for (const [scope, reason] of Object.entries(SCOPES)) expect(text).toContain(`- ${scope} # ${reason}`);
  });

  test('names commands that the program knows', () => {
    for (const { command } of manifest.features.slash_commands)
      expect(parseSlash(command.slice(1), 'words')).toBeDefined();
  });

  /** Slack's events and the scopes without which it sends none of them. */
  const NEEDS: Readonly<Record<string, readonly string[]>> = {
    app_home_opened: [],
    app_mention: ['app_mentions:read'],
    app_uninstalled: [],
    assistant_thread_started: ['assistant:write'],
    channel_left: ['channels:read'],
    group_left: ['groups:read'],
    member_joined_channel: ['channels:read', 'groups:read'],
    'message.channels': ['channels:history'],
    'message.groups': ['groups:history'],
    'message.im': ['im:history'],
    tokens_revoked: [],
  };

  test('hears what the program listens to, and nothing else', () => {
    const heard = new Set<string>();
    const app = {
      event: (name: string) => heard.add(name),
      command() {},
      action() {},
      shortcut() {},
      view() {},
      options() {},
    };
    listen(app as never, {} as never);
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((name) =>
      name.replace(/\..*/, ''),
    );
    expect(new Set(subscribed)).toEqual(heard);
  });

  test('has the scopes that its events need', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(NEEDS));
    for (const scope of Object.values(NEEDS).flat()) expect(Object.keys(SCOPES)).toContain(scope);
  });
});
