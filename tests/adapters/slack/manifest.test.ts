import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
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

  test.each([
    ['app_mention', 'app_mentions:read'],
    ['assistant_thread_started', 'assistant:write'],
    ['member_joined_channel', 'channels:read'],
    ['message.channels', 'channels:history'],
    ['message.groups', 'groups:history'],
    ['message.im', 'im:history'],
  ])('hears %s, for which it has %s', (event, scope) => {
    expect(manifest.settings.event_subscriptions.bot_events).toContain(event);
    expect(Object.keys(SCOPES)).toContain(scope);
  });
});
