import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWebServer } from '../fakes/web-server.ts';
import { runBriefwire } from './process.ts';

test('the doctor finds folders that are not there, files that are refused, and digests that never come', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
  const config = join(folder, 'config');
  const clippings = join(folder, 'clippings');
  await mkdir(config);
  await mkdir(clippings);
  await writeFile(join(clippings, 'broken.json'), '{');
  await writeFile(
    join(clippings, 'ferry.txt'),
    'Ferry sinks\n\nA ferry sank in the harbour of Velmar on Monday.\n',
  );
  await writeFile(
    join(config, 'sources.yaml'),
    `sources:\n  - {id: clippings, folder: ${clippings}}\n  - {id: lost, folder: ${folder}/lost}\n`,
  );
  await writeFile(
    join(config, 'digests.yaml'),
    'digests:\n  - {id: late, chat: terminal, channel: here, cron: "0 25 * * *", zone: UTC}\n',
  );
  const env = { CONFIG_DIR: config, ARTICLES_DIR: join(clippings, 'ferry.txt') };
  const { code, out } = await runBriefwire(['doctor'], { env });
  expect(code).toBe(1);
  expect(out).toMatch(/^FAIL {2}ARTICLES_DIR, .*it is a file, not a folder/m);
  expect(out).toMatch(/^FAIL {2}source lost, .*there is no such folder/m);
  expect(out).toMatch(/^ok {4}source clippings, .*: 1 article; 1 file not read$/m);
  expect(out).toMatch(/^warn {2}not read: .*broken\.json: /m);
  expect(out).toMatch(/^warn {2}settings: .*digests\.yaml:2: .*its hour is wrong$/m);
});

test('the doctor takes a list of feeds for what it is, as the program does', async () => {
  const server = await openWebServer();
  onTestFinished(() => server.close());
  server.route(
    '/feeds.opml',
    '<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" text="Courier" xmlUrl="https://courier.test/rss"/></body></opml>',
  );
  const config = await mkdtemp(join(tmpdir(), 'briefwire-'));
  await writeFile(join(config, 'bot.yaml'), 'allowedPrivateHosts: [localhost]\n');
  await writeFile(
    join(config, 'sources.yaml'),
    `sources:\n  - {id: list, url: "${server.origin}/feeds.opml"}\n`,
  );
  const { code, out } = await runBriefwire(['doctor'], { env: { CONFIG_DIR: config } });
  expect(out).toContain('ok    source list: a list of 1 feed\n');
  expect(code).toBe(0);
});

test('nothing starts with a config folder that is not there', async () => {
  for (const command of ['doctor', 'topics']) {
    const { code, out, err } = await runBriefwire([command], { env: { CONFIG_DIR: 'nowhere' } });
    expect(code).toBe(1);
    expect(out + err).toContain('CONFIG_DIR must name a folder that is there');
  }
});
