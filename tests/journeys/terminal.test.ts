import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBriefwire, startBriefwire } from './process.ts';

describe('a newcomer at the terminal', () => {
  test('is briefed on the seed articles, with quotes, citations and a follow-up', async () => {
    const { code, out } = await runBriefwire(['start'], {
      input: '/brief kim-putin\nHow many shells did North Korea deliver?\n/quotes kim-putin\n',
    });
    expect(code).toBe(0);
    expect(out).toContain('2 articles, publisher not stated in 2, date not stated in 1');
    expect(out).toContain('What happened');
    expect(out).toContain('In their words');
    expect(out).toMatch(/\[1\][^\n]*\n[\s\S]*\[2\]/);
    expect(out).toContain('The articles here do not say.');
    for (const speaker of ['Peskov', 'Miller', 'Watson', 'Kirby']) expect(out).toContain(speaker);
  });

  test('gets a digest at the prompt, and is told what is no command', async () => {
    const running = startBriefwire(['start']);
    running.types('/digest add 08:00 weekdays Europe/Berlin kim-putin');
    await running.says('Digest kim-putin is set');
    running.types('/digest now kim-putin');
    await running.says('Digest: kim-putin');
    running.types('/dig now');
    await running.says('/dig is no command');
    expect((await running.stop('SIGINT')).code).toBe(0);
  });

  test('is told why each line is there, and in words that there is none', async () => {
    const { out } = await runBriefwire(['brief', 'kim-putin', '--explain']);
    for (const part of ['What happened: ', 'In their words: ', 'Compare (differ): ', 'Timeline: '])
      expect(out).toContain(`\n${part}`.slice(out.startsWith(part) ? 1 : 0));
    expect(out).toMatch(/score \d\.\d\d; sources \[1\]\n {2}because: \w/);
    const none = await runBriefwire(['brief', 'zeppelin', '--explain']);
    expect(none.out).toContain('No article here is about “zeppelin”');
    expect(none.code).toBe(1);
  });

  test('gets the same from the command line, for programs too', async () => {
    const { code, out } = await runBriefwire(['brief', 'kim-putin', '--json']);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result.found).toBe(true);
    for (const { shown, passage } of result.brief.happened)
      expect(shown.length).toBeGreaterThan(passage.end - passage.start - 60);
  });

  test('may read the first lines only', async () => {
    const running = startBriefwire(['chat']);
    await running.says('Ctrl-D leaves');
    running.closes();
    running.types('/brief kim-putin');
    const { code, err } = await running.ended;
    expect(code).toBe(0);
    expect(err).not.toContain('EPIPE');
  });

  test('is told of every wrong setting at once, and nothing starts', async () => {
    const { code, err } = await runBriefwire(['start'], {
      env: { STORE_URL: 'mysql:x', HEALTH_PORT: 'http' },
    });
    expect(code).toBe(1);
    expect(err).toContain('STORE_URL');
    expect(err).toContain('HEALTH_PORT');
  });

  test('tells a script by its exit code that nothing was found, or no day understood; silence is an answer', {
    timeout: 90_000,
  }, async () => {
    for (const json of [[], ['--json']]) {
      expect((await runBriefwire(['brief', 'zeppelin', ...json])).code).toBe(1);
      expect((await runBriefwire(['ask', 'How many zeppelins landed?', ...json])).code).toBe(0);
      expect((await runBriefwire(['ask', 'Where will the leaders meet?', ...json])).code).toBe(0);
      const { code, err } = await runBriefwire(['brief', 'kim-putin since whenever', ...json]);
      expect(code).toBe(1);
      expect(err).toContain('“whenever” is no day');
    }
  });

  test('is told of the digests of the file before any chat has run, and how to preview one', {
    timeout: 60_000,
  }, async () => {
    const config = await mkdtemp(join(tmpdir(), 'briefwire-'));
    const digest =
      '{id: morning, chat: slack, channel: C1, cron: "0 8 * * *", zone: UTC, topics: [kim-putin]}';
    await writeFile(join(config, 'digests.yaml'), `digests:\n  - ${digest}\n`);
    const env = { CONFIG_DIR: config };
    expect((await runBriefwire(['digest', 'list'], { env })).out).toContain('morning — waits for slack');
    expect((await runBriefwire(['digest', 'preview', 'morning'], { env })).out).toContain('Kim Jong Un');
    expect(await runBriefwire(['digest', 'preview'], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining("missing required argument 'id'"),
    });
    expect((await runBriefwire(['digest', 'post'], { env })).code).toBe(2);
  });

  test('is told which addresses are read', async () => {
    const { code, err } = await runBriefwire(['ingest', 'ftp://courier.example/feed']);
    expect(code).toBe(1);
    expect(err).toContain('only http:// and https:// are');
  });

  test('is told the version that package.json names', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect((await runBriefwire(['--version'])).out.trim()).toBe(version);
  });

  test('is told how a command is used', async () => {
    const { code, err } = await runBriefwire(['brief']);
    expect(code).toBe(2);
    expect(err).toContain("missing required argument 'topic'");
  });
});

describe('the pipe', () => {
  test('answers each line in order, whatever stands in it, and ends with its input', async () => {
    const lines = [
      '{"id":1,"op":"sentences","text":"One. Two."}',
      'no json',
      '{"id":"x","op":"juggle"}',
      '{"id":4,"op":"sentences"}',
      '{"id":5,"op":"stories","articles":[{"id":"a","text":"A."},{"id":"a","text":"B."}]}',
      '{"id":6,"op":"answer","question":"Who?","articles":[]}',
      '{"id":7,"op":"feed","body":"hello"}',
    ];
    const { code, out } = await runBriefwire(['pipe'], { input: lines.join('\n') });
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, null, 'x', 4, 5, 6, 7]);
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error.code))).toEqual([
      'ok',
      'bad-request',
      'bad-request',
      'bad-request',
      'bad-request',
      'ok',
      'not-a-feed',
    ]);
  });

  test('searches the articles it was started with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
    const file = join(folder, 'articles.jsonl');
    await writeFile(file, '{"id":"a","text":"The ferry sank in the harbour. Nobody was hurt."}\n');
    const { out } = await runBriefwire(['pipe', '--articles', file], {
      input: '{"op":"search","query":"ferry harbour","limit":3}\n',
    });
    expect(JSON.parse(out).hits).toEqual([{ article: 'a', start: 0, end: 30, score: expect.any(Number) }]);
  });
});

describe('the articles of the pipe', () => {
  const ask = '{"op":"search","query":"ferry harbour","limit":3}\n';

  test('are those of a folder of article files, called by their paths; what cannot be read is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
    await writeFile(join(folder, 'broken.json'), '{');
    await writeFile(
      join(folder, 'ferry.md'),
      '---\ntitle: Ferry sinks\n---\n\nA ferry sank in the harbour of Velmar on Monday, and nobody was hurt.\n',
    );
    const { code, out, err } = await runBriefwire(['pipe', '--articles', folder], { input: ask });
    expect(JSON.parse(out)).toMatchObject({ ok: true, hits: [{ article: 'ferry.md' }] });
    expect(err).toContain('broken.json');
    expect(code).toBe(0);
  });

  test('are those of the configured store where none are given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
    const env = { STORE_URL: `sqlite:${join(folder, 'store.db')}`, ARTICLES_DIR: folder };
    await writeFile(
      join(folder, 'ferry.txt'),
      'Ferry sinks in the harbour\n\nA ferry sank in the harbour of Velmar on Monday, and nobody was hurt.\n',
    );
    const { out } = await runBriefwire(['pipe'], { input: ask, env });
    expect(JSON.parse(out)).toMatchObject({ ok: true, hits: [{ score: expect.any(Number) }] });
  });

  test('are missed before anything is asked where their path leads nowhere', async () => {
    const { code, out, err } = await runBriefwire(['pipe', '--articles', 'nowhere.jsonl'], { input: ask });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('nowhere.jsonl is not there, or may not be read');
  });
});

describe('a folder while it runs', () => {
  test('makes a topic of the second article of a story', { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
    const strike = 'Dock workers in Larnhaven walked out on Monday after talks over pay failed.';
    await writeFile(join(folder, 'first.md'), `# Dock workers strike in Larnhaven\n\n${strike}\n`);
    const running = startBriefwire(['start'], { env: { ARTICLES_DIR: folder } });
    await running.says('Briefwire: 1 article');
    await writeFile(
      join(folder, 'second.md'),
      `# Larnhaven dock workers strike for pay\n\n${strike} The port authority said 400 had joined the strike.\n`,
    );
    const isThere = setInterval(() => running.types('/briefwire topics'), 1000);
    await running.says('(2 articles)').finally(() => clearInterval(isThere));
    await running.stop();
  });
});

describe('reading by hand', () => {
  // Five processes one after the other: on a busy machine each takes seconds to start.
  test('a file anywhere is read, and a missing one is named', { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
    const file = join(folder, 'ferry.txt');
    await writeFile(
      file,
      'Ferry sinks in the harbour\n\nA ferry sank in the harbour on Monday, and nobody was hurt.\n',
    );
    const env = { STORE_URL: `sqlite:${join(folder, 'store.db')}` };
    expect((await runBriefwire(['ingest', file], { env })).out).toContain('1 article read');
    await writeFile(join(folder, 'nothing.md'), ' ');
    const whole = await runBriefwire(['ingest', folder], { env });
    expect(`${whole.out}${whole.err}`.split('nothing.md')).toHaveLength(2);
    const missing = await runBriefwire(['ingest', join(folder, 'nothing.txt')], { env });
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('nothing.txt is not there');
    expect((await runBriefwire(['ask', 'Where did the ferry sink?'], { env })).out).toContain('harbour');
    // What looks like an option is part of the question.
    expect((await runBriefwire(['ask', '--- where did the ferry sink?'], { env })).out).toContain('harbour');
  });
});
