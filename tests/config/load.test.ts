import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkEnvironment, loadConfig, loadSettings, readEnvironment } from '../../src/config/load.ts';
import { whyNeverDue } from '../../src/runtime/scheduler.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwire-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function problemsOf(env: Record<string, string>): readonly string[] {
  const loaded = loadSettings(env);
  return 'problems' in loaded ? loaded.problems : [];
}

describe('the environment', () => {
  it.each([
    ['TRUE', true],
    ['On', true],
    ['No', false],
    ['0', false],
  ])('says yes and no in the ways that people write it: %s', (said, meant) => {
    expect(loadSettings({ REQUIRE_ALL_CHATS: said })).toMatchObject({ settings: { requireAllChats: meant } });
  });

  it('is complete when it is empty: no chat, and a default for everything else', () => {
    expect(loadSettings({})).toEqual({
      settings: {
        slack: null,
        discord: null,
        storeUrl: 'sqlite:./data/briefwire.db',
        articlesDir: 'seeds',
        configDir: 'config',
        healthPort: null,
        logLevel: 'info',
        requireAllChats: true,
      },
    });
  });

  it('reaches Slack over Socket Mode with an app token', () => {
    expect(loadSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      settings: {
        slack: {
          botToken: 'xoxb-1',
          via: { mode: 'socket', appToken: 'xapp-1' },
          apiUrl: 'https://slack.com/api/',
        },
      },
    });
  });

  it('reaches Slack over HTTP with a signing secret and a port', () => {
    expect(
      loadSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc', SLACK_PORT: '8080' }),
    ).toMatchObject({
      settings: { slack: { via: { mode: 'http', signingSecret: 'abc', port: 8080 } } },
    });
  });

  it('takes addresses of the chats with or without a slash at their end', () => {
    for (const end of ['', '/']) {
      const env = {
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_API_URL: `http://127.0.0.1:1/api${end}`,
        DISCORD_TOKEN: 'abc',
        DISCORD_API_URL: `http://127.0.0.1:2/api${end}`,
      };
      expect(loadSettings(env)).toMatchObject({
        settings: {
          slack: { apiUrl: 'http://127.0.0.1:1/api/' },
          discord: { apiUrl: 'http://127.0.0.1:2/api' },
        },
      });
    }
  });

  it('takes an empty variable as not set', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '  ', HEALTH_PORT: '' })).toEqual([]);
  });

  it('lists all problems at once, each with the variable and what to write', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xapp-swapped',
      DISCORD_TOKEN: 'Bot abc',
      STORE_URL: 'mysql://db',
      HEALTH_PORT: '99999',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'ftp://slack.test',
      REQUIRE_ALL_CHATS: 'perhaps',
    });
    expect(problems).toEqual([
      'SLACK_BOT_TOKEN must be the bot token, which starts with xoxb- (Slack app settings, OAuth & Permissions).',
      'SLACK_API_URL must be a web address that starts with https:// or http://.',
      'DISCORD_TOKEN must be one word without spaces: copy the token alone.',
      'STORE_URL must be sqlite:<file>, or memory: to keep nothing.',
      'HEALTH_PORT must be a port, a whole number from 0 to 65535 (0: any free one).',
      'LOG_LEVEL must be debug, info, warn, error or silent.',
      'REQUIRE_ALL_CHATS must be true or false.',
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it: set one of them.',
    ]);
  });

  it.each(['“xoxb-1-a”', '"xoxb-1-a', 'xoxb-…', 'xoxb-1-а'])(
    'takes %s for no token: what else stands there than letters, digits and signs is not sent to Slack',
    (token) => {
      expect(problemsOf({ SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1-a' })).toEqual([
        'SLACK_BOT_TOKEN must be the token alone: no quotation marks, and no "…" of an example.',
      ]);
    },
  );

  it.each(['mfa.abc', '1100000000000000000', 'ab'.repeat(32)])(
    'takes %s for no token of a bot: the page of an application shows other things as well',
    (token) => {
      expect(problemsOf({ DISCORD_TOKEN: token }).join()).toMatch(
        /neither the Application ID nor the Public Key/,
      );
    },
  );

  it('says which token is missing beside one that does nothing alone', () => {
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' }).join()).toMatch(/SLACK_BOT_TOKEN is missing/);
    expect(problemsOf({ DISCORD_GUILD_ID: '12' }).join()).toMatch(/DISCORD_TOKEN is missing/);
  });

  it('never repeats a value in a problem, since it may be a token', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xoxp-geheim',
      STORE_URL: 'geheim',
      HEALTH_PORT: 'geheim',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('geheim');
  });

  it('is filled up from a .env file, and goes before it', () => {
    write('.env', '\uFEFF# comment\nLOG_LEVEL=debug\nARTICLES_DIR="my articles"\n');
    expect(readEnvironment({ LOG_LEVEL: 'warn' }, join(folder, '.env'))).toEqual({
      LOG_LEVEL: 'warn',
      ARTICLES_DIR: 'my articles',
    });
  });

  it('names each line of the .env file that sets nothing, without repeating it, and keeps the settings around it', () => {
    const lines = [
      '# tokens',
      'SLACK_BOT_TOKEN xoxb-secret',
      'SLACK_APP_TOKEN=xapp-1',
      'DISCORD_TOKEN: secret=',
      'LOG_LEVEL="debug"',
      'NOTE="a note',
      'over two lines"',
      'export SLACK_PORT=8080',
      'xoxb-secret',
    ];
    write('.env', lines.join('\r\n'));
    const file = join(folder, '.env');
    expect(readEnvironment({}, file)).toMatchObject({
      SLACK_APP_TOKEN: 'xapp-1',
      LOG_LEVEL: 'debug',
      SLACK_PORT: '8080',
    });
    const { warnings } = checkEnvironment({}, file);
    const advice = 'sets nothing: write NAME=value, or put "#" before it';
    expect(warnings.slice(0, 3)).toEqual([2, 4, 9].map((line) => `${file}:${line}: ${advice}`));
    expect(warnings.join()).not.toContain('secret');
  });

  it('is told of names in the .env file that mean nothing here: it is nobody else’s', () => {
    write('.env', 'ARTICLE_DIR=mine\nSLACK_TOKEN=geheim\nLOG_LEVEL=warn\n');
    const { problems, warnings } = checkEnvironment({ TZ: 'UTC' }, join(folder, '.env'));
    expect(problems).toEqual([]);
    expect(warnings.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      '.env: ARTICLE_DIR is not a setting: take it out, or correct its name (.env.example has them all)',
      '.env: SLACK_TOKEN is not a setting: take it out, or correct its name (.env.example has them all)',
    ]);
  });

  it('is wrong where it names a config folder that is not there', () => {
    write('notes.txt', '');
    for (const wrong of [join(folder, 'nowhere'), join(folder, 'notes.txt')])
      expect(checkEnvironment({ CONFIG_DIR: wrong }, 'none').problems.join()).toMatch(
        /^CONFIG_DIR must name/,
      );
    for (const right of [folder, '', undefined])
      expect(checkEnvironment({ CONFIG_DIR: right }, 'none').problems).toEqual([]);
  });

  it('needs no .env file', () => {
    expect(readEnvironment({ LOG_LEVEL: 'warn' }, join(folder, '.env'))).toEqual({ LOG_LEVEL: 'warn' });
  });
});

describe('the config folder', () => {
  it('of the project is right', () => {
    const { config, problems, warnings } = loadConfig('config', whyNeverDue);
    expect([...problems, ...warnings]).toEqual([]);
    expect(config.topics).toMatchObject([{ id: 'kim-putin', title: 'Kim Jong Un and Vladimir Putin' }]);
  });

  it('may be absent, and its files may be empty: the defaults hold', () => {
    write('topics.yaml', '');
    write('bot.yaml', '# nothing set\n');
    const defaults = {
      topics: [],
      sources: [],
      families: {},
      digests: [],
      bot: {
        contact: null,
        allowedPrivateHosts: [],
        digestLateHours: 6,
        slackManagers: [],
        requestsPerMinute: 60,
        retentionDays: 90,
        articleDays: null,
      },
    };
    expect(loadConfig(folder, whyNeverDue)).toEqual({ config: defaults, problems: [], warnings: [] });
    expect(loadConfig(join(folder, 'none'), whyNeverDue)).toEqual({
      config: defaults,
      problems: [],
      warnings: [],
    });
  });

  it('tells of a file that is there and cannot be read, and takes one that is not there for empty', () => {
    expect(loadConfig(folder, whyNeverDue).problems).toEqual([]);
    mkdirSync(join(folder, 'topics.yaml'));
    expect(loadConfig(folder, whyNeverDue).problems).toEqual([
      expect.stringMatching(/topics\.yaml: cannot be read/),
    ]);
  });

  it('takes a house whose source names no publisher for nobody’s', () => {
    write('sources.yaml', 'sources:\n  - {id: one, url: "https://news.test/feed", family: Test House}\n');
    expect(loadConfig(folder, whyNeverDue).config.families).toEqual({});
  });

  it('reads sources with their interval in minutes, and joins families', () => {
    write(
      'sources.yaml',
      `sources:
  - {id: one, url: "https://news.test/feed", publisher: Morning Test, family: Test House, every: 2h, fullText: true}
  - {id: two, folder: clippings}
families:
  Test House: [Evening Test]
`,
    );
    const { config, problems, warnings } = loadConfig(folder, whyNeverDue);
    expect([...problems, ...warnings]).toEqual([]);
    expect(config.sources).toMatchObject([
      { id: 'one', every: 120, fullText: true },
      { id: 'two', folder: 'clippings', every: 30, fullText: false },
    ]);
    expect(config.families).toEqual({ 'Test House': ['Evening Test', 'Morning Test'] });
  });

  it('leaves a wrong entry out, names its file, line and what to write, and keeps the others', () => {
    write(
      'topics.yaml',
      `topics:
  - id: Kim Putin
    title: Kim
  - id: floods
    titel: Floods
  - id: floods
    title: Floods
  - id: floods
    title: Again
`,
    );
    const { config, problems, warnings } = loadConfig(folder, whyNeverDue);
    expect(problems).toEqual([]);
    expect(config.topics).toMatchObject([{ id: 'floods', title: 'Floods' }]);
    expect(warnings.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'topics.yaml:2: topics[1].id must be lower-case letters, digits and single hyphens, such as kim-putin',
      'topics.yaml:4: topics[2].title is missing: it must be a text (in quotation marks where it looks like a number)',
      'topics.yaml:5: topics[2].titel is not a setting here: take it out, or correct its name',
      'topics.yaml:8: topics[4].id is there twice: give each entry its own',
    ]);
  });

  it('checks cron expressions, zones and channels of digests', () => {
    write(
      'digests.yaml',
      `digests:
  - {id: good, chat: discord, channel: "1100", cron: "*/2 * * * * *", zone: Asia/Kathmandu}
  - {id: bad, chat: irc, channel: 1100, cron: "8 o'clock", zone: Berlin, sources: [nowhere]}
  - {id: lost, chat: slack, channel: C1, cron: "0 8 * * 1-5", zone: UTC, sources: [nowhere]}
`,
    );
    const { config, warnings } = loadConfig(folder, whyNeverDue);
    expect(config.digests.map((digest) => digest.id)).toEqual(['good', 'lost']);
    expect(config.digests[0]).toMatchObject({ topics: [], length: 'short', empty: 'say' });
    expect(warnings.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'digests.yaml:3: digests[2].chat must be slack, discord or terminal',
      'digests.yaml:3: digests[2].channel must be the id of a channel, in quotation marks if it is a number',
      'digests.yaml:3: digests[2].cron must be a cron expression of five fields, or six with the seconds first, such as "0 8 * * 1-5": it is none',
      'digests.yaml:3: digests[2].zone must be a time zone such as Europe/Berlin',
      'digests.yaml: lost: there is no source nowhere in sources.yaml',
    ]);
  });

  it('takes a cron expression that never comes for none, at its line, and keeps the digests beside it', () => {
    const crons = ['0 25 * * 1-5', '0 8 31 2 *', '0 8 * * FOO', '0 8 * *', '30 8 29 2 1'];
    const entry = (cron: string, index: number) =>
      `  - {id: d${index}, chat: terminal, channel: here, cron: "${cron}", zone: UTC}\n`;
    write('digests.yaml', `digests:\n${crons.map(entry).join('')}`);
    const { config, warnings } = loadConfig(folder, whyNeverDue);
    expect(config.digests.map(({ cron }) => cron)).toEqual(['30 8 29 2 1']);
    expect(warnings.map((line) => line.replace(/^.*(yaml:\d).*: /, '$1 '))).toEqual([
      'yaml:2 its hour is wrong',
      'yaml:3 its day of month is wrong',
      'yaml:4 its day of week is wrong',
      'yaml:5 it is none',
    ]);
  });

  it('stops at what is no YAML, and at wrong values and unknown keys of bot.yaml', () => {
    write('topics.yaml', 'topics: [one, two\nother: }\n');
    write('digests.yaml', 'digest:\n  - id: typo\n');
    write('sources.yaml', 'sources: none\n');
    write('bot.yaml', 'requestsPerMinute: many\nretention: 30\ncontact: nobody\n');
    const { problems } = loadConfig(folder, whyNeverDue);
    const lines = problems.map((line) => line.replace(`${folder}/`, ''));
    expect(lines).toContain('bot.yaml:1: requestsPerMinute must be a whole number from 1 to 1000');
    expect(lines).toContain('bot.yaml:3: contact must be an e-mail address or a web address');
    expect(lines).toContain('bot.yaml:2: retention is not a setting here: take it out, or correct its name');
    expect(lines).toContain('digests.yaml:1: digest is not a setting here: take it out, or correct its name');
    expect(lines.filter((line) => /^topics\.yaml:[12]: /.test(line)).length).toBeGreaterThan(0);
  });

  it('refuses a source with neither or both of url and folder, or with a password in its address', () => {
    write(
      'sources.yaml',
      `sources:
  - id: neither
  - {id: both, url: "https://news.test", folder: here}
  - {id: secret, url: "https://me:word@news.test"}
  - {id: often, url: "https://news.test", every: 1m}
`,
    );
    const { config, warnings } = loadConfig(folder, whyNeverDue);
    expect(config.sources).toEqual([]);
    expect(warnings).toHaveLength(4);
  });
});
