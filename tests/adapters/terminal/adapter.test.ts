import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import {
  chatAdapterContract,
  type Sent,
  type Shown,
  type Stage,
  type Trouble,
} from '../../contracts/chat-adapter-contract.ts';
import { buttonCard, plainCard, recordingHandler } from '../../contracts/recording-handler.ts';

const ERRORS: Partial<Record<Trouble, NodeJS.ErrnoException>> = {
  'channel-gone': Object.assign(new Error('nobody reads'), { code: 'EPIPE' }),
  'server-error': Object.assign(new Error('busy'), { code: 'EAGAIN' }),
};

function openStage(): Promise<Stage> {
  const input = new PassThrough();
  const written: string[] = [];
  let trouble: Error | undefined;
  const output = new Writable({
    write(chunk, _encoding, done) {
      const failure = trouble;
      trouble = undefined;
      if (failure === undefined) written.push(String(chunk));
      done(failure);
    },
  });
  // A stream that fails is closed by Node; a terminal goes on.
  output._destroy = (_error, done) => done(null);
  const adapter = createTerminalAdapter({ input, output, noColour: true, greeting: '' });
  const type = (line: string): Promise<Sent> => {
    input.write(`${line}\n`);
    return Promise.resolve({ acknowledged: Promise.resolve(), again: async () => {} });
  };
  const shown = (): Shown[] =>
    written.map((words, index) => ({
      id: `${index + 1}`,
      channel: 'terminal',
      words,
      buttons: [],
      pings: [],
    }));
  return Promise.resolve({
    adapter,
    address: { platform: 'terminal', space: 'terminal', channel: 'terminal' },
    person: 'terminal',
    command: (words) => type(`/${words}`),
    mention: type,
    botMention: type,
    reply: (_thread, words) => type(words),
    press: () => type('1'),
    fail: (name) => {
      trouble = ERRORS[name];
    },
    shown,
    logged: () => '',
    secrets: [],
    close: async () => {
      input.destroy();
    },
  });
}

chatAdapterContract({
  name: 'terminal',
  open: openStage,
  exceptions: [
    {
      test: 'hands a command over once, with who gave it and where',
      reason: 'whoever sits at the terminal may do all',
    },
    {
      test: 'gives the same event the same key, so that it is answered once',
      reason: 'a line that is typed twice is two',
    },
    {
      test: 'gives the same message in another event a key of the first',
      reason: 'a line that is typed twice is two',
    },
    {
      test: 'hands words that mention it over as addressed, without the mention',
      reason: 'nobody else is there to be mentioned',
    },
    { test: 'hands a reply in a thread over as perhaps not addressed', reason: 'there are no threads' },
    { test: 'leaves bots alone, itself included', reason: 'it reads nothing but what is typed' },
    { test: 'delivers into the thread of a message', reason: 'there are no threads' },
    { test: 'updates a message in place', reason: 'what is printed stays' },
    {
      test: 'gives all messages of a long card back, and leaves none of them where another takes its place',
      reason: 'what is printed stays, and a card of any length is one',
    },
    { test: 'shows what is for one person to nobody else', reason: 'one person sits there' },
    {
      test: 'says of every failure whether to try again',
      reason: 'a terminal knows no rate limits and no permissions',
    },
    {
      test: 'tells who asked where an answer cannot be posted',
      reason: 'what is printed is never refused',
    },
  ],
});

describe('the terminal chat', () => {
  const typedInto = async (lines: string) => {
    const input = new PassThrough();
    const written: string[] = [];
    const output = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    const adapter = createTerminalAdapter({ input, output, noColour: true, greeting: 'Hello.' });
    const handler = recordingHandler(async ({ address, command, keys }) => {
      if (command.type === 'help')
        await adapter.deliver(address, buttonCard({ type: 'form', form: 'follow', about: 'kim-putin' }), {
          key: keys[0] ?? '',
        });
      if (command.type === 'topics')
        await adapter.deliver(address, plainCard('No topics yet.'), { key: keys[0] ?? '' });
      if (command.type === 'sources')
        await adapter.deliver(address, buttonCard({ type: 'topics' }), { key: keys[0] ?? '' });
      if (command.type === 'status') {
        const key = keys[0] ?? '';
        const head = await adapter.deliver(address, buttonCard({ type: 'help' }), { key });
        if (!head.ok) throw new Error(head.failure.reason);
        const thread = head.message.id;
        await adapter.deliver({ ...address, thread }, plainCard('In detail'), { key: `${key} detail` });
      }
    });
    await adapter.start(handler);
    input.end(lines);
    await adapter.closed;
    return { commands: handler.requests.map(({ command }) => command), written: written.join('') };
  };

  test('answers a pipe line by line and ends with it', async () => {
    const { commands, written } = await typedInto('/brief kim-putin\n\nWho met whom?\n/quotes "Jane Doe"');
    expect(commands).toEqual([
      { type: 'brief', query: 'kim-putin' },
      { type: 'say', words: 'Who met whom?' },
      { type: 'quotes', query: 'Jane Doe' },
    ]);
    expect(written).toContain('Hello.');
  });

  test('asks for the fields of a form one by one', async () => {
    const { commands } = await typedInto('help\n1\n7:30\n\nEurope/Berlin\n');
    expect(commands.at(-1)).toEqual({
      type: 'digest',
      action: 'add',
      words: '7:30 weekdays Europe/Berlin "kim-putin"',
    });
  });

  test('a command typed into a form is the command, and the form is left', async () => {
    const { commands } = await typedInto('help\n1\n/quotes Weber\n/help\n');
    expect(commands.slice(1)).toEqual([{ type: 'quotes', query: 'Weber' }, { type: 'help' }]);
  });

  test('says which numbers can be chosen', async () => {
    expect((await typedInto('7\n')).written).toContain('nothing to choose here');
    expect((await typedInto('help\n7\n')).written).toContain('Choose 1 to 1.');
  });

  test('a card without buttons takes those of the card before away', async () => {
    const { commands, written } = await typedInto('help\n/briefwire topics\n1\n');
    expect(commands.map(({ type }) => type)).toEqual(['help', 'topics']);
    expect(written).toContain('nothing to choose here');
  });

  test('a card without buttons that a button brings leaves those of the card before', async () => {
    const { commands, written } = await typedInto('/briefwire sources\n1\n1\n/briefwire topics\n1\n');
    expect(commands.map(({ type }) => type)).toEqual(['sources', 'topics', 'topics', 'topics']);
    expect(written).toContain('nothing to choose here');
  });

  test('the detail of a message leaves the message its buttons', async () => {
    const { commands } = await typedInto('/briefwire status\n1\n');
    expect(commands.map(({ type }) => type)).toEqual(['status', 'help']);
  });

  test.each(['exit', '/quit'])('leaves on %s', async (word) => {
    expect((await typedInto(`${word}\n/help\n`)).commands).toEqual([]);
  });
});

describe('a window', () => {
  const openWindow = async (columns: number) => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    let written = '';
    const output = Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          written += String(chunk);
          done();
        },
      }),
      { isTTY: true, columns },
    );
    const greeting = 'Briefwire: 2 articles. Try /brief velmar-ostry, or /help; Ctrl-D leaves.';
    const adapter = createTerminalAdapter({ input, output, noColour: true, greeting });
    await adapter.start(recordingHandler());
    const said = (words: string) => vi.waitFor(() => expect(written).toContain(words));
    await said('briefwire> ');
    return { adapter, input, said, written: () => written };
  };
  const address = { platform: 'terminal', space: 'terminal', channel: 'terminal' } as const;

  test('is greeted without a word being broken', async () => {
    const { written, adapter } = await openWindow(40);
    expect(written()).toContain('Try /brief\nvelmar-ostry, or /help; Ctrl-D leaves.');
    await adapter.stop();
  });

  test.each([
    [
      'a digest',
      ({ adapter }: Awaited<ReturnType<typeof openWindow>>) =>
        adapter.deliver(address, plainCard('News of Velmar'), { key: 'digest 1' }),
    ],
    [
      'a line of the log',
      async ({ adapter }: Awaited<ReturnType<typeof openWindow>>) => adapter.tell('News of Velmar\n'),
    ],
  ])('has its prompt back, with what was typed, after %s that nobody asked for', async (_, come) => {
    const open = await openWindow(80);
    open.input.write('/brief vel');
    await open.said('/brief vel');
    const before = open.written().length;
    await come(open);
    await open.said('News of Velmar');
    await vi.waitFor(() =>
      expect(open.written().slice(before)).toMatch(/News of Velmar\s+[\s\S]*briefwire> \/brief vel/),
    );
    await open.adapter.stop();
  });

  test('has the lines of the log wrapped', async () => {
    const open = await openWindow(30);
    open.adapter.tell('warn a feed of Ostry fails since Monday');
    await open.said('warn a feed of Ostry fails\nsince Monday\n');
    await open.adapter.stop();
  });
});
