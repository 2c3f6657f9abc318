import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runPipe } from '../../src/cli/pipe.ts';
import { createOperations } from '../../src/cli/pipe-operations.ts';
import { LONGEST_ARTICLE } from '../../src/core/article-size.ts';
import { BriefwireError } from '../../src/core/errors.ts';

const LONGEST = 6_000_000;

/** What comes out, a line each, when this goes in. */
async function run(input: string | Buffer): Promise<string[]> {
  let out = '';
  const output = new Writable({
    write(chunk, _, done) {
      out += String(chunk);
      done();
    },
  });
  const operate = createOperations(() => Promise.reject(new Error('no index is needed here')));
  await runPipe(Readable.from([Buffer.from(input)]), output, operate, LONGEST);
  return out.split('\n').slice(0, -1);
}

const told = (lines: readonly string[]) =>
  lines.map((line) => {
    const { id, ok, error } = JSON.parse(line);
    return [id, ok ? 'ok' : error.code];
  });

const ASK = '{"id":"after","op":"sentences","text":"One. Two."}';
const AFTER = ['after', 'ok'];

describe('the pipe', () => {
  test('answers a line for each line, an empty one too, and none for what is behind the last line feed', async () => {
    const wrong = [null, 'bad-request'];
    expect(told(await run(`${ASK}\n\n \t\r\n${ASK}\r\n`))).toEqual([AFTER, wrong, wrong, AFTER]);
    expect(told(await run(ASK))).toEqual([AFTER]);
    expect(await run('')).toEqual([]);
  });

  test('takes a list for no request, and tells of what went wrong inside no more than that', async () => {
    expect(await run('[{"id":1,"op":"sentences","text":"One."}]')).toEqual([
      expect.stringContaining('A request is a JSON object with \\"op\\".'),
    ]);
    expect(told(await run('{"id":1,"op":"search","query":"ferry","limit":3}'))).toEqual([[1, 'internal']]);
    let out = '';
    const output = new Writable({
      write(chunk, _, done) {
        out += String(chunk);
        done();
      },
    });
    const torn = () => Promise.reject(new BriefwireError('storage', 'the store is torn'));
    await runPipe(Readable.from([Buffer.from('{"id":1}')]), output, torn);
    expect(told(out.trim().split('\n'))).toEqual([[1, 'internal']]);
  });

  test('reads no more than its reader takes', async () => {
    let read = 0;
    const input = Readable.from(
      (function* () {
        for (; read < 50; read += 1) yield Buffer.from(`${ASK}\n`);
      })(),
      { highWaterMark: 1 },
    );
    let letGo = () => {};
    const isFull = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const output = new Writable({ highWaterMark: 1, write: (_, __, done) => void isFull.then(() => done()) });
    const operate = createOperations(() => Promise.reject(new Error('no index')));
    const piping = runPipe(input, output, operate);
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBeLessThan(10);
    letGo();
    await piping;
    expect(read).toBe(50);
  });

  test('passes over a byte-order mark before the first line', async () => {
    expect(told(await run(`\uFEFF${ASK}\n${ASK}\n`))).toEqual([AFTER, AFTER]);
  });

  test('goes on behind a request that is nested deeper than the stack', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const lines = [`{"id":${deep},"op":"sentences","text":"A."}`, `{"id":1,"op":${deep}}`, ASK];
    const [first, ...rest] = await run(lines.join('\n'));
    // Node 26 writes a value as deep as it reads, so there the id comes back; those before refuse it.
    expect([deep, 'null']).toContain(first?.slice('{"id":'.length, first.indexOf(',"ok"')));
    expect(told(rest)).toEqual([[1, 'bad-request'], AFTER]);
  });

  test('goes on behind a line that is too long to be read', async () => {
    const long = JSON.stringify({ id: 1, op: 'sentences', text: 'a'.repeat(LONGEST) });
    expect(told(await run(`${long}\n${ASK}\n${long}`))).toEqual([
      [null, 'too-large'],
      AFTER,
      [null, 'too-large'],
    ]);
  });

  test('reads no text that no article has, in whatever operation it comes', async () => {
    const text = 'a '.repeat(LONGEST_ARTICLE / 2 + 1);
    const articles = [{ id: 'a', text }];
    const requests = [
      { op: 'sentences', text },
      { op: 'names', text },
      { op: 'quotes', text },
      { op: 'quotes', text: 'A.', title: text },
      { op: 'extract', text: text.repeat(11) },
      { op: 'extract', html: text.repeat(11) },
      { op: 'feed', body: text.repeat(11) },
      { op: 'stories', articles },
      { op: 'summary', articles, words: 9 },
      { op: 'search', articles, query: 'a', limit: 1 },
      { op: 'answer', articles, question: 'Who?' },
      { op: 'news', before: [], after: articles, words: 9 },
    ];
    for (const request of requests)
      expect(told(await run(`${JSON.stringify(request)}\n${ASK}`))).toEqual([[null, 'too-large'], AFTER]);
  });

  test('gives back each id as it came, also numbers that JavaScript cannot count to', async () => {
    for (const id of ['9223372036854775807', '1e400', '-0.10', 'null', 'false', '{"id":2}', '"\\ud800"']) {
      const [line] = await run(`{"a":{"id":5},"\\u0069d":${id},"op":"sentences","text":"\\"id\\": 3"}`);
      expect(line).toBe(`{"id":${id},"ok":true,"sentences":[[0,7]]}`);
    }
    expect(await run('{"op":"sentences","text":""}')).toEqual(['{"id":null,"ok":true,"sentences":[]}']);
  });
});
