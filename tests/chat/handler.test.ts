import { describe, expect, test, vi } from 'vitest';
import { type Address, type Command, threadKey } from '../../src/chat/command.ts';
import { cardWords } from '../../src/chat/plain.ts';
import { words } from '../../src/chat/words.ts';
import { BriefwireError } from '../../src/core/errors.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const ARTICLES = [stored(HARBOUR), stored(FERRIES)];
const brief = { type: 'brief', query: 'larnhaven strike' } as const;

describe('the conversation', () => {
  test('answers a request once, however often its event comes', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief, { keys: ['e1', 'C1/100'] });
    await chat.give(brief, { keys: ['e1', 'C1/100'] });
    await chat.give(brief, { keys: ['e2', 'C1/100'] });
    expect(chat.messages.filter(({ address }) => address.thread === undefined)).toHaveLength(1);
  });

  test('tells what somebody can act upon, and of our own mistakes only that it failed', async () => {
    const failing = async (error: Error) => {
      const list = () => Promise.reject(error);
      const { chat, logged } = await openDesk([], { sources: { list } });
      await chat.give({ type: 'sources' });
      return [...chat.words(), ...logged.map(({ message }) => message)];
    };
    expect(await failing(new BriefwireError('not-found', 'There is no such feed.'))).toEqual([
      'There is no such feed.',
    ]);
    for (const code of ['internal', 'storage'] as const)
      expect(await failing(new BriefwireError(code, 'slot 7 is torn'))).toEqual([
        words.failed,
        'a request failed',
      ]);
  });

  test('names the person who asked', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    expect(chat.words()[0]).toContain('Asked by Ada');
  });

  test.each([
    ['a command', {}],
    ['a form in a thread', { address: { ...CHANNEL, thread: '77' } }],
    ['a chat without threads', { address: { platform: 'discord', space: 'G', channel: '1' } as const }],
  ])('shows the question with its answer, since nobody else saw it: %s', async (_, given) => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'ask', question: 'Who is the head of the union?' }, given);
    await chat.give({ type: 'about', words: 'The union', question: 'Who is its head?' }, given);
    expect(chat.words()[0]).toMatch(/^Asked by Ada: Who is the head of the union\?\n.*Mara Lindqvist/);
    expect(chat.words()[1]).toMatch(/^Asked by Ada: Who is its head\?\n/);
  });

  test('says who asked for a part, a list or quotations by a question, and of a brief only once', async () => {
    const { chat } = await openDesk(ARTICLES);
    for (const question of [
      'timeline of the larnhaven strike',
      'quotes Lindqvist',
      'what stories do you have?',
      'latest on the larnhaven strike',
    ])
      await chat.give({ type: 'ask', question });
    const asked = chat.words().map((said) => said.match(/Asked by Ada(?:: .*)?/g));
    expect(asked.slice(0, 4)).toEqual([
      ['Asked by Ada: timeline of the larnhaven strike'],
      ['Asked by Ada: quotes Lindqvist'],
      ['Asked by Ada: what stories do you have?'],
      ['Asked by Ada'],
    ]);
  });

  test('takes "Is that true?" about a message for a question about what the message says', async () => {
    const { chat } = await openDesk(ARTICLES);
    const about = 'The union is led by Mara Lindqvist.';
    await chat.give({ type: 'about', words: about, question: 'Is that true?' });
    expect(chat.words()[0]).toMatch(/^Asked by Ada: Is that true\?\n/);
    expect(chat.words()[0]).toContain('Mara Lindqvist');
  });

  test('shows it also when a private answer is shared, and not before', async () => {
    const { chat } = await openDesk(ARTICLES);
    const ask = { type: 'ask', question: 'Who is the head of the union?' } as const;
    await chat.give({ ...ask, private: true });
    await chat.give({ type: 'share', command: ask });
    expect(chat.words().map((said) => said.includes('Asked by Ada: Who is'))).toEqual([false, true]);
  });

  test.each([
    ['a mention', { type: 'say', words: 'Who is the head of the union?' }, CHANNEL],
    [
      'a terminal',
      { type: 'ask', question: 'Who is the head of the union?' },
      { platform: 'terminal', space: 'terminal', channel: 'terminal' },
    ],
  ] as const)('does not repeat a question that stands there: %s', async (_, command, address) => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(command, { address, message: '100' });
    expect(chat.words()[0]).toMatch(/^Mara Lindqvist/);
  });

  test('answers a reply in the thread of a brief without being mentioned', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    const thread = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give(
      { type: 'say', words: 'Who is the head of the union?' },
      { address: thread, addressed: false },
    );
    expect(chat.messages.at(-1)?.address.thread).toBe(thread.thread);
    expect(chat.words().at(-1)).toContain('Mara Lindqvist');
  });

  test('knows whom "he" means in the thread of a brief: whom its headline names', async () => {
    const article = stored({
      ...HARBOUR,
      title: 'Mayor Peter Lund wins in Ostry',
      text: 'Mayor Peter Lund won the vote in Ostry on Monday. Lund, 47, lives above the old mill.',
    });
    const { chat } = await openDesk([article]);
    await chat.give({ type: 'brief', query: 'mayor wins' });
    const thread = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give({ type: 'say', words: 'How old is he?' }, { address: thread, addressed: false });
    expect(chat.words().at(-1)).toContain('47');
  });

  test('lets a question given as a command lean on what was said in its thread', async () => {
    const { chat } = await openDesk(ARTICLES);
    const address = { ...CHANNEL, thread: '77' };
    await chat.give({ type: 'ask', question: 'Who is the head of the union?' }, { address });
    await chat.give({ type: 'ask', question: 'What did she say?' }, { address });
    expect(chat.words().at(-1)).toContain('What did Mara Lindqvist say');
  });

  test('leaves talk among people alone, in its own threads and in others', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    const before = chat.messages.length;
    const own: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give({ type: 'say', words: 'thanks, see you at lunch' }, { address: own, addressed: false });
    await chat.give(
      { type: 'say', words: 'What is for lunch?' },
      { address: { ...CHANNEL, thread: '77' }, addressed: false },
    );
    expect(chat.messages).toHaveLength(before);
  });

  test('tells a number with its hedge', async () => {
    const text = 'More than 4,200 boats have left Velmar. The harbour is empty.';
    const { chat } = await openDesk([stored({ ...HARBOUR, title: 'Boats leave Velmar', text })]);
    await chat.give({ type: 'ask', question: 'How many boats have left Velmar?' });
    expect(chat.words().at(-1)).toContain('More than 4,200 boats [1]');
  });

  test('leaves what its articles do not speak of to the people in a thread, unless they speak to it', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    await chat.give(brief);
    const before = chat.messages.length;
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const other = { type: 'say', words: 'Who won the chess match in Velmar?' } as const;
    await chat.give(other, { address, addressed: false });
    expect(chat.messages).toHaveLength(before);
    expect((await storage.threads.find(threadKey(address)))?.turns).toEqual([]);
    await chat.give(other, { address });
    expect(chat.words().at(-1)).toContain('The articles here do not say');
  });

  test('tells people who talk to each other in a thread no answer that is one only perhaps', async () => {
    const text =
      'Captain Bo Lund is travelling to Velmar to meet the miner Tom Reed. The harbour of Ostry was closed in March because of a storm, the council said. It has 40 boats and a crew of 12.';
    const { chat } = await openDesk([stored({ ...HARBOUR, title: 'Harbour of Ostry', text })]);
    await chat.give({ type: 'brief', query: 'ostry' });
    const before = chat.messages.length;
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const asked = { type: 'say', words: 'What is the harbour famous for?' } as const;
    await chat.give(asked, { address, addressed: false });
    expect(chat.messages).toHaveLength(before);
    await chat.give(asked, { address });
    expect(chat.words().at(-1)).toMatch(/^Perhaps: /);
  });

  test('says that the articles do not say to whoever asks of them in a thread', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give(
      { type: 'say', words: 'How old is the director of the port?' },
      { address, addressed: false },
    );
    expect(chat.words().at(-1)).toContain('The articles here do not say');
  });

  test('says that other articles do not say either only where there are others', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const unknown = { type: 'say', words: 'How old is the director of the port?' } as const;
    await chat.give(unknown, { address });
    expect(chat.words().at(-1)).not.toContain(words.widerTried);
    const mill = { ...HARBOUR, id: 'mill', title: 'Mill burns', text: 'The mill in Ostry burned down.' };
    await storage.articles.put([stored(mill)]);
    await chat.give(unknown, { address });
    expect(chat.words().at(-1)).toContain(words.widerTried);
  });

  test('answers people who talk to each other from the articles of their thread alone', async () => {
    const other = {
      ...HARBOUR,
      id: 'mill',
      title: 'Mill in Ostry burns',
      text: 'The mill in Ostry burned down on Sunday. It belonged to Ada Velmar, a baker.',
    };
    const { chat } = await openDesk([...ARTICLES, stored(other)]);
    await chat.give(brief);
    const before = chat.messages.length;
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const elsewhere = { type: 'say', words: 'Who owned the mill in Ostry?' } as const;
    await chat.give(elsewhere, { address, addressed: false });
    expect(chat.messages).toHaveLength(before);
    await chat.give(elsewhere, { address });
    expect(chat.words().at(-1)).toContain('Ada Velmar');
  });

  describe('in a channel of Discord, where the conversation goes on without a thread', () => {
    const here: Address = { platform: 'discord', space: 'G1', channel: '1' };
    const ada = { id: 'A', mayManage: false };
    const bob = { id: 'B', mayManage: false };
    const about = { type: 'say', words: 'brief larnhaven strike' } as const;
    const MILL = {
      ...HARBOUR,
      id: 'mill',
      title: 'Mill in Ostry burns',
      text: 'The mill in Ostry burned down on Sunday. It belonged to Ada Velmar, a baker.',
    };
    const open = async () => {
      const desk = await openDesk([...ARTICLES, stored(MILL)]);
      await desk.chat.give(about, { address: here, message: '1', actor: ada });
      return desk;
    };

    test('a brief is the scope of the one who asked for it, and of nobody else', async () => {
      const { chat } = await open();
      const asked = { type: 'say', words: 'Who owned the mill in Ostry?' } as const;
      await chat.give(asked, { address: here, message: '2', actor: bob });
      expect(chat.words().at(-1)).toContain('Ada Velmar');
      expect(chat.words().at(-1)).not.toContain(words.wider);
      await chat.give(asked, { address: here, message: '3', actor: ada });
      expect(chat.words().at(-1)).toContain(words.wider);
    });

    test('nobody goes on from what another asked', async () => {
      const { chat, storage } = await open();
      const asked = { type: 'say', words: 'Who is the head of the union?' } as const;
      await chat.give(asked, { address: here, message: '2', actor: ada });
      const followed = { type: 'say', words: 'What did she say?' } as const;
      await chat.give(followed, { address: here, message: '3', actor: bob });
      expect(chat.words().at(-1)).not.toContain('Mara Lindqvist say');
      await chat.give(followed, { address: here, message: '4', actor: ada });
      expect(chat.words().at(-1)).toContain('Mara Lindqvist say');
      const mine = await storage.threads.find(threadKey({ ...here, thread: 'by A' }));
      expect(mine?.turns.map(({ message }) => message)).toEqual(['2', '4']);
    });

    test('a question given as a command stands alone', async () => {
      const { chat } = await open();
      const asked = { type: 'say', words: 'Who is the head of the union?' } as const;
      await chat.give(asked, { address: here, message: '2', actor: ada });
      await chat.give({ type: 'ask', question: 'What did she say?' }, { address: here, actor: ada });
      expect(chat.words().at(-1)).not.toContain('Mara Lindqvist say');
    });

    test('who comes back much later begins anew', async () => {
      const { chat, storage } = await open();
      const place = { ...here, thread: 'by A' };
      const state = await storage.threads.find(threadKey(place));
      if (state) await storage.threads.put({ ...state, created: '2026-11-18T07:00:00.000Z' });
      const asked = { type: 'say', words: 'Who owned the mill in Ostry?' } as const;
      await chat.give(asked, { address: here, message: '2', actor: ada });
      expect(chat.words().at(-1)).not.toContain(words.wider);
      expect(await storage.threads.find(threadKey(place))).toMatchObject({
        query: '',
        turns: [{ message: '2' }],
      });
    });
  });

  test('puts an answer right whose question was changed to one without an answer', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const said = { address, addressed: false, message: '100' };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, said);
    await chat.give(
      { type: 'say', words: 'How old is the director of the port?' },
      { ...said, edited: true },
    );
    expect(chat.words().at(-1)).toContain('The articles here do not say');
  });

  test('puts an answer to people who talk to each other right, too, where no other stands in its place', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const said = { address, addressed: false, message: '100' };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, said);
    const before = chat.messages.length;
    const answer = chat.words().at(-1);
    const changed = { type: 'say', words: 'Who won the zeppelin race in Ostry?' } as const;
    await chat.give(changed, { ...said, message: '101' });
    expect(chat.words()).toHaveLength(before);
    await chat.give(changed, { ...said, edited: true });
    expect(chat.words()).toHaveLength(before);
    expect(chat.words().at(-1)).not.toBe(answer);
  });

  test('shows a brief that somebody wants alone in no place where others read', async () => {
    const { chat } = await openDesk(ARTICLES);
    const given = { address: { ...CHANNEL, thread: '77' }, message: '100' };
    await chat.give({ type: 'say', words: 'lqtst larnhaven strike?' }, given);
    const before = chat.words();
    await chat.give({ type: 'say', words: 'brief larnhaven strike private' }, { ...given, edited: true });
    expect(chat.words().slice(0, before.length)).toEqual(before);
    expect(chat.words().at(-1)).toBe(words.commandChanged);
  });

  test('keeps a private brief private, and shares it when asked to', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ ...brief, private: true });
    const [message] = chat.messages;
    expect(message?.onlyFor).toBe('U1');
    const actions =
      message?.card.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])) ?? [];
    const share = actions.find(({ label }) => label === words.share);
    if (!share) throw new Error('there is no button to share');
    await chat.give(share.command);
    expect(
      chat.messages.find(({ id, address }) => id !== message?.id && !address.thread)?.onlyFor,
    ).toBeUndefined();
  });

  test('shows what one person saw alone to all once that person shares it', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'share', command: { type: 'quotes', query: 'Lindqvist', private: true } });
    expect(chat.words()[0]).toContain('We will stay out');
    expect(chat.messages[0]?.onlyFor).toBeUndefined();
  });

  test('does not count what one person saw alone as the last brief in the channel', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ ...brief, private: true });
    await chat.give(brief, { actor: { id: 'U2', name: 'Bo', mayManage: false } });
    await chat.give({ type: 'share', command: brief });
    const heads = chat.messages.filter(({ address }) => !address.thread).map(({ card }) => cardWords(card));
    const isSince = heads.map((head) => head.includes('Since the last brief'));
    expect(isSince).toEqual([false, false, true]);
  });

  test('tries again as long as the platform asks, with the same key', async () => {
    const { chat, waits } = await openDesk(ARTICLES);
    chat.fail(
      { kind: 'retry', after: 3000, reason: 'rate limit' },
      { kind: 'retry', after: 0, reason: 'server error' },
    );
    await chat.give({ type: 'ask', question: 'Who is the head of the union?' });
    expect(waits[0]).toBe(3000);
    expect(chat.messages).toHaveLength(1);
  });

  test('says nothing more where an answer cannot be posted, and puts no detail under it', async () => {
    const { chat, logged } = await openDesk(ARTICLES);
    chat.fail({ kind: 'gone', reason: 'the channel was deleted' });
    await chat.give({ ...brief, length: 'full' });
    expect(chat.messages).toEqual([]);
    expect(logged.map(({ message }) => message)).toEqual(['an answer was not delivered']);
  });

  test('answers an edited question anew, in the same message, also much later', async () => {
    const { chat, clock } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    await chat.give(
      { type: 'say', words: 'Who is the head of the union?' },
      { address: direct, message: '100' },
    );
    await chat.give(
      { type: 'say', words: 'Who is the director of the port?' },
      { address: direct, message: '100', edited: true },
    );
    expect(chat.messages).toHaveLength(1);
    expect(chat.words()[0]).toContain('Peter Okafor');
    const discord = { address: { platform: 'discord', space: 'G', channel: '1' }, message: '200' } as const;
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, discord);
    clock.move(3 * 3600);
    await chat.give({ type: 'say', words: 'Who is the director of the port?' }, { ...discord, edited: true });
    expect(chat.messages).toHaveLength(2);
    expect(chat.words()[1]).toContain('Peter Okafor');
    expect(chat.messages[1]?.address.thread).toBeUndefined();
  });

  test('shows the brief that a mistyped request meant where its answer stood', async () => {
    const { chat } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    const given = { address: direct, message: '100' };
    await chat.give({ type: 'say', words: 'lqtst larnhaven strike?' }, given);
    await chat.give(
      { type: 'say', words: "what's the latest on the larnhaven strike?" },
      { ...given, edited: true },
    );
    expect(chat.words()[0]).toContain('What happened');
    expect(chat.words()).not.toContain(words.commandChanged);
  });

  test('keeps what was asked in the thread of a brief that is shown again, shorter', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, { address, message: '100' });
    await chat.give({ type: 'say', words: 'shorter' }, { address, message: '101' });
    expect(chat.words().at(-1)).not.toContain('Since the last brief');
    expect((await storage.threads.find(threadKey(address)))?.turns).toHaveLength(1);
  });

  test('asks of another brief in the same thread anew', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const address: Address = { ...CHANNEL, thread: '77' };
    await chat.give(brief, { address });
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, { address, message: '100' });
    await chat.give({ type: 'brief', query: 'ferries' }, { address });
    expect(await storage.threads.find(threadKey(address))).toMatchObject({ query: 'ferries', turns: [] });
  });

  test('an edited question leans on what was said before it, and not on what was said since', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    const say = (said: string, message: string, edited = false) =>
      chat.give({ type: 'say', words: said }, { address: direct, message, ...(edited ? { edited } : {}) });
    await say('How many workers are on strike?', '100');
    await say('Who is the director of the port?', '101');
    await say('Who is the head of the union?', '102');
    await say('What did he say?', '102', true);
    await say('What did he say?', '100', true);
    const turns = (await storage.threads.find(threadKey(direct)))?.turns ?? [];
    expect(turns.map(({ question }) => question)).toEqual([
      'What did he say?',
      'Who is the director of the port?',
      'What did Peter Okafor say?',
    ]);
  });

  test('an edited message that was no question before leans on all that was said', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    const say = (said: string, message: string, edited = false) =>
      chat.give({ type: 'say', words: said }, { address: direct, message, ...(edited ? { edited } : {}) });
    await say('Who is the director of the port?', '101');
    await say('What did he say?', '99', true);
    const turns = (await storage.threads.find(threadKey(direct)))?.turns ?? [];
    expect(turns.at(-1)?.question).toBe('What did Peter Okafor say?');
  });

  test.each(['digest add 08:00 weekdays Europe/Oslo strike', 'brief larnhaven strike'])(
    'carries a command out once, however often its words are changed, and says so: %s',
    async (said) => {
      const { chat, storage } = await openDesk(ARTICLES);
      const given = {
        address: { ...CHANNEL, thread: '100' },
        message: '100',
        actor: { id: 'U1', mayManage: true },
      };
      await chat.give({ type: 'say', words: said.slice(0, -1) }, given);
      const before = chat.messages.length;
      await chat.give({ type: 'say', words: said }, { ...given, edited: true });
      expect(chat.messages.slice(before)).toMatchObject([{ onlyFor: 'U1' }]);
      expect(chat.words().at(-1)).toBe(words.commandChanged);
      expect(await storage.digests.list()).toHaveLength(said.startsWith('digest') ? 1 : 0);
    },
  );

  test('marks the answer of a deleted question', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    await chat.give(
      { type: 'say', words: 'Who is the head of the union?' },
      { address: direct, message: '100' },
    );
    await chat.give({ type: 'unsay' }, { address: direct, message: '100' });
    expect(chat.words()).toEqual([words.messageDeleted]);
    for (const thread of [direct, { ...direct, thread: chat.messages[0]?.id ?? '' }])
      expect((await storage.threads.find(threadKey(thread)))?.turns).toEqual([]);
  });

  test('marks it too where it is deleted while it is still answered', async () => {
    const { chat } = await openDesk(ARTICLES);
    const said = { address: CHANNEL, message: '100' };
    await Promise.all([
      chat.give({ type: 'say', words: 'Who is the head of the union?' }, said),
      chat.give({ type: 'unsay' }, said),
    ]);
    expect(chat.words()).toEqual([words.messageDeleted]);
  });

  test('marks it too where the platform does not say that the question stood in a thread', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const thread: Address = { ...CHANNEL, thread: '77' };
    const asked = { type: 'say', words: 'Who is the head of the union?' } as const;
    await chat.give(asked, { address: thread, message: '100' });
    await chat.give({ type: 'unsay' }, { address: CHANNEL, message: '100' });
    expect(chat.words()).toEqual([words.messageDeleted]);
    expect((await storage.threads.find(threadKey(thread)))?.turns).toEqual([]);
  });

  test.each([', brief larnhaven strike', ': brief larnhaven strike', '– brief larnhaven strike'])(
    'takes the words after a mention for a command, however they are set off: %s',
    async (said) => {
      const { chat } = await openDesk(ARTICLES);
      await chat.give(
        { type: 'say', words: said },
        { address: { ...CHANNEL, thread: '100' }, message: '100' },
      );
      expect(chat.words()[0]).toContain('What happened');
    },
  );

  test.each([
    { type: 'digest', action: 'add', words: '08:00 weekdays Europe/Oslo strike' },
    { type: 'add', url: 'https://herald.example/feed' },
    { type: 'remove', article: 'harbour' },
    { type: 'zone', zone: 'Europe/Oslo' },
  ] as const)('tells who may not manage the channel from whom nobody could check: %o', async (command) => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(command);
    await chat.give(command, { actor: { id: 'U1', mayManage: false, isUnchecked: true } });
    expect(chat.words()).toEqual([words.notAllowed.slack, words.notChecked]);
  });

  test('offers no thread where there is none', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'help' }, { address: { ...CHANNEL, platform: 'terminal' } });
    await chat.give({ type: 'help' });
    expect(chat.words()[0]).not.toContain('thread');
    expect(chat.words()[1]).toContain('thread');
  });

  test('asks a person to wait who asks too much', async () => {
    const { chat } = await openDesk(ARTICLES, { requestsPerMinute: 2 });
    for (let times = 0; times < 3; times += 1) await chat.give({ type: 'topics' });
    expect(chat.words().at(-1)).toBe(words.tooMany(2));
    expect(chat.messages.at(-1)?.onlyFor).toBe('U1');
  });

  test('counts the requests of each person, and nothing that nobody asked for', async () => {
    const { chat, storage } = await openDesk(ARTICLES, { requestsPerMinute: 1 });
    for (const id of ['U1', 'U2']) await chat.give({ type: 'topics' }, { actor: { id, mayManage: false } });
    expect(chat.words()).not.toContain(words.tooMany(1));
    const presence = async (event: 'left' | 'joined') => {
      await chat.give({ type: 'presence', event }, { addressed: false });
      return (await storage.digests.find('d1'))?.paused?.reason;
    };
    await storage.digests.put(buildDigest());
    expect([await presence('left'), await presence('joined'), await presence('left')]).toEqual([
      'gone',
      undefined,
      'gone',
    ]);
  });

  test('counts what a person asks in a thread without a mention, and is silent there after so many', async () => {
    const { chat } = await openDesk(ARTICLES, { requestsPerMinute: 3 });
    await chat.give(brief);
    const thread = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const before = chat.messages.length;
    for (let times = 0; times < 5; times += 1)
      await chat.give(
        { type: 'say', words: 'Who is the head of the union?' },
        { address: thread, addressed: false },
      );
    expect(chat.messages).toHaveLength(before + 2);
  });

  test('answers the questions of a thread in their order', async () => {
    const { chat } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    await Promise.all([
      chat.give({ type: 'say', words: 'Who is the head of the union?' }, { address: direct, message: '1' }),
      chat.give(
        { type: 'say', words: 'Who is the director of the port?' },
        { address: direct, message: '2' },
      ),
    ]);
    expect(chat.words()[0]).toContain('Mara Lindqvist');
    expect(chat.words()[1]).toContain('Peter Okafor');
  });

  test.each([
    ['another person’s command', { id: 'U2', name: 'Bo', mayManage: false }],
    ['a command of their own', { id: 'U1', name: 'Ada', mayManage: false }],
  ])('lets nobody wait for the answer to %s in the same channel', async (_, actor) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { chat, waits } = await openDesk(ARTICLES, { sleep: () => held });
    chat.fail({ kind: 'retry', after: 6000, reason: 'rate limit' });
    const first = chat.give(brief);
    await vi.waitFor(() => expect(waits).toEqual([6000]), 5_000);
    await chat.give({ type: 'help' }, { actor });
    expect(chat.messages).toMatchObject([{ onlyFor: actor.id }]);
    release();
    await first;
    expect(chat.words()[1]).toContain('Asked by Ada');
  });

  test('answers also while nothing can be written, and logs that', async () => {
    const { chat, storage, logged } = await openDesk(ARTICLES);
    const refuse = () => Promise.reject(new Error('the disk is full'));
    Object.assign(storage.events, { claim: refuse });
    Object.assign(storage.threads, { put: refuse });
    Object.assign(storage.shown, { put: refuse });
    await chat.give(brief);
    expect(chat.words()[0]).toContain('Asked by Ada');
    expect(chat.words()).not.toContain(words.failed);
    expect(logged.map(({ message }) => message)).toContain('an answer cannot be remembered');
  });

  test('says so when something went wrong, and logs it', async () => {
    const { chat, storage, logged } = await openDesk(ARTICLES);
    storage.threads.findLatestBrief = () => Promise.reject(new Error('the disk is gone'));
    await chat.give(brief);
    expect(chat.words()).toEqual([words.failed]);
    expect(logged.map(({ level }) => level)).toContain('error');
  });

  test('puts the detail of a brief into its thread', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ ...brief, length: 'full' });
    const [head, ...detail] = chat.messages;
    expect(head?.address.thread).toBeUndefined();
    for (const message of detail) expect(message.address.thread).toBe(head?.id);
  });

  test('answers through the request that was made, and what follows in the thread, where it is used up', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ ...brief, length: 'full' }, { address: { ...CHANNEL, reply: 'a handle' } });
    const [head, ...detail] = chat.messages;
    expect(head?.address.reply).toBe('a handle');
    expect(detail.length).toBeGreaterThan(0);
    for (const { address } of detail) expect(address.reply).toBeUndefined();
  });

  test('remembers no words of what one person saw alone, since it cannot be changed later', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    await chat.give({ type: 'ask', question: 'Who is the head of the union?', private: true });
    expect(chat.words()[0]).toContain('Mara Lindqvist');
    expect(await storage.shown.findByArticle('harbour')).toEqual([]);
  });

  test('says nothing of its failures to people who talk to each other', async () => {
    const { chat, storage, logged } = await openDesk(ARTICLES);
    await chat.give(brief);
    const address: Address = { ...CHANNEL, thread: chat.messages[0]?.id ?? '' };
    const before = chat.messages.length;
    storage.threads.find = () => Promise.reject(new Error('the disk is gone'));
    await chat.give({ type: 'say', words: 'Who is its head?' }, { address, addressed: false });
    expect(chat.messages).toHaveLength(before);
    expect(logged.map(({ message }) => message)).toEqual(['a request failed']);
  });

  test.each<Command>([
    { type: 'ask', question: 'Who is the head of the union?' },
    { type: 'about', words: 'The union', question: 'Who is its head?' },
    { type: 'brief', query: 'larnhaven strike', length: 'headline' },
    { type: 'quotes', query: 'Lindqvist' },
    { type: 'share', command: { type: 'quotes', query: 'Lindqvist' } },
  ])('lets what comes in be heard between any two that read the articles: $type', async (command) => {
    const { chat } = await openDesk(ARTICLES);
    let round = 0;
    let isOver = false;
    const goOn = () => {
      round += 1;
      if (!isOver) setImmediate(goOn);
    };
    const rounds = new Set<number>();
    const deliver = chat.deliver.bind(chat);
    chat.deliver = (...given) => {
      rounds.add(round);
      return deliver(...given);
    };
    await chat.give(command);
    rounds.clear();
    goOn();
    const people = ['U1', 'U2', 'U3', 'U4'].map((id) => ({ id, mayManage: false }));
    await Promise.all(people.map((actor) => chat.give(command, { actor })));
    isOver = true;
    expect(rounds.size).toBeGreaterThanOrEqual(4);
  });

  test('lets nobody wait for an address outside that another asks for', async () => {
    let letGo = () => {};
    const preview = () =>
      new Promise<never>((_, reject) => {
        letGo = () => reject(new BriefwireError('unavailable', 'it did not answer in time'));
      });
    const { chat } = await openDesk(ARTICLES, { sources: { preview } });
    const adding = chat.give(
      { type: 'add', url: 'https://slow.test/rss' },
      { actor: { id: 'U2', mayManage: true } },
    );
    await chat.give({ type: 'ask', question: 'Who is the head of the union?' });
    expect(chat.words()).toHaveLength(1);
    letGo();
    await adding;
    expect(chat.words()[1]).toBe('it did not answer in time');
  });

  test('forgets a person who asks for it', async () => {
    const { chat, storage } = await openDesk(ARTICLES);
    const direct: Address = { ...CHANNEL, channel: 'D1' };
    await chat.give(
      { type: 'say', words: 'Who is the head of the union?' },
      { address: direct, message: '1' },
    );
    await chat.give({ type: 'forget' });
    expect((await storage.threads.find(threadKey(direct)))?.turns ?? []).toEqual([]);
  });
});

describe('what the bot says when it has nothing', () => {
  test('an empty index says how to add articles', async () => {
    const { chat } = await openDesk([]);
    await chat.give(brief);
    expect(chat.words()[0]).toContain('ingest');
  });

  test('an unknown topic gets the nearest ones', async () => {
    const topic = {
      id: 'mountain-rescue',
      title: 'Mountain rescue',
      aliases: [],
      publishers: [],
      exclude: [],
      sources: [],
    };
    const { chat } = await openDesk(ARTICLES, { topics: [topic] });
    await chat.give({ type: 'brief', query: 'mountain weather' });
    expect(chat.words()[0]).toContain('mountain-rescue');
  });

  test('an empty question gets an example', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'ask', question: ' ?! ' });
    expect(chat.words()[0]).toBe(words.emptyQuestion);
  });

  test.each(['Thanks, that helps!', 'thanks 🙏🏽', '🎉 thank you 👩‍👩‍👧'])(
    'thanks are no question, also where all that is said is for the bot: %s',
    async (said) => {
      const { chat } = await openDesk(ARTICLES);
      await chat.give({ type: 'say', words: said });
      expect(chat.words()).toEqual([words.welcome]);
    },
  );
});
