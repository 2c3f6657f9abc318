import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Logger } from '../../src/core/ports.ts';
import { openLog } from '../../src/observability/log.ts';
import { createRedaction, HIDDEN } from '../../src/observability/redact.ts';

function openTestLog(
  options: { level?: 'debug' | 'info' | 'silent'; secrets?: string[]; isTTY?: boolean } = {},
) {
  const lines: string[] = [];
  const output = { write: (line: string) => lines.push(line), isTTY: options.isTTY ?? false };
  const log: Logger = openLog({ level: options.level ?? 'debug', secrets: options.secrets ?? [], output });
  return { log, lines };
}

describe('the log', () => {
  it('writes one JSON object a line where nobody watches', () => {
    const { log, lines } = openTestLog();
    log.info('folder read', { folder: 'seeds', added: 2 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      message: 'folder read',
      folder: 'seeds',
      added: 2,
    });
  });

  it('writes one short line on a terminal', () => {
    const { log, lines } = openTestLog({ isTTY: true });
    log.warn('a source fails', { source: 'morning', reason: 'no\nanswer', error: new Error('timed out') });
    expect(lines.join('')).toMatch(
      /^\d\d:\d\d:\d\d warn a source fails source=morning reason="no\\nanswer" error="timed out"\n$/,
    );
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = openTestLog({ level: 'info' });
    log.debug('detail');
    expect(lines).toEqual([]);
    const silent = openTestLog({ level: 'silent' });
    silent.log.error('anything');
    expect(silent.lines).toEqual([]);
  });

  it('keeps its own names when a field has them too', () => {
    const { log, lines } = openTestLog();
    log.info('right', { message: 'wrong', level: 9, time: 'never' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'right', level: 'info', message_: 'wrong' });
  });

  it('takes fields that JSON cannot hold', () => {
    const circle: Record<string, unknown> = { count: 10n };
    circle['self'] = circle;
    const { log, lines } = openTestLog();
    log.info('odd', {
      circle,
      count: 10n,
      set: new Set([1]),
      nothing: undefined,
      cause: new Error('a', { cause: new Error('b') }),
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      count: '10',
      set: [1],
      cause: { message: 'a', cause: { message: 'b' } },
    });
  });
});

describe('tokens', () => {
  it('never appear, wherever in message, fields, errors or addresses they stand', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9+/=._-]{6,40}$/);
    fc.assert(
      fc.property(token, fc.boolean(), (secret, isTTY) => {
        // A token that is part of the line's own words cannot be told from them.
        fc.pre(
          !/^(?:level|message|headers|Authorization|error|cause|debug)/.test(secret) &&
            !'[hidden]'.includes(secret),
        );
        const { log, lines } = openTestLog({ secrets: [secret], isTTY });
        log.error(`failed with ${secret}`, {
          headers: { Authorization: `Bearer ${secret}` },
          url: `https://api.test/?token=${encodeURIComponent(secret)}`,
          error: new Error(`bad token ${secret}`, { cause: new Error(secret) }),
          list: [[{ deep: secret }]],
          [secret]: 'as a name',
        });
        const text = lines.join('').replaceAll(HIDDEN, '');
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
      }),
    );
  });

  it('are known by their form when they come from elsewhere', () => {
    const redact = createRedaction([]);
    const discord = `${'M'.repeat(24)}.${'a'.repeat(6)}.${'b'.repeat(38)}`;
    for (const [text, clean] of [
      ['refreshed xoxe.xoxp-1-abcdefghijk', `refreshed ${HIDDEN}`],
      ['app xapp-1-A0-123-abc!', `app ${HIDDEN}!`],
      [`login ${discord}`, `login ${HIDDEN}`],
      ['POST /api/webhooks/12/aW50ZXJhY3Rpb246MTA/messages', `POST /api/webhooks/12/${HIDDEN}/messages`],
      ['https://hooks.slack.com/commands/T1/123/abcDEF', `https://hooks.slack.com/commands/${HIDDEN}`],
      ['wss://gateway.test/link/?ticket=abc&app_id=1', `wss://gateway.test/link/?${HIDDEN}`],
      ['postgres://desk:geheim@db.test/briefwire', `postgres://${HIDDEN}@db.test/briefwire`],
      ['Authorization: Basic ZGVzazpnZWhlaW0', `Authorization: Basic ${HIDDEN}`],
      ['sent Bearer abcdefghij.klmnop', `sent Bearer ${HIDDEN}`],
      ['GET /feed?api_key=geheim&page=2', `GET /feed?api_key=${HIDDEN}&page=2`],
    ] as const)
      expect(redact(text)).toBe(clean);
  });

  it('leave ordinary words alone', () => {
    const text =
      'Create a token under "Basic Information" of your app. Bot started; 3 articles from https://news.test/a@b?page=1, version 1.2.3, sqlite:./data/briefwire.db';
    expect(createRedaction(['short', ''])(text)).toBe(text);
  });
});
