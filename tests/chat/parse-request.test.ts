import { describe, expect, test } from 'vitest';
import { parseRequest } from '../../src/chat/parse-request.ts';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const briefed = (said: string, about = 'port deal') => {
  const command = parseRequest(said, about);
  return command?.type === 'brief' ? [command.query, command.length ?? 'full'] : command?.type;
};

describe('what people ask for in their own words', () => {
  test.each([
    ["what's the latest on the harbour strike?", 'harbour strike'],
    ['Latest news about the dam', 'dam'],
    ['any news on north velmar?', 'north velmar'],
    ['Is there any update on the ferry case', 'ferry'],
    ["what's new with the dam today?", 'dam'],
    ['brief me on the ferry story, please', 'ferry'],
    ['Hey, can you catch me up on the dam', 'dam'],
    ['bring us up to speed on the port', 'port'],
    ['hey could you pls update us on the port? thx', 'port'],
    ['hey @briefwire, would you mind briefing me on the tunnel? many thanks', 'tunnel'],
    ['ANY NEWS ON THE DAM', 'DAM'],
    ["What's happening with the dam 🙏🏽", 'dam'],
    ['where do things stand on the dam? :pray:', 'dam'],
    ['what do we have on the dam', 'dam'],
    ['can someone pull up everything you have on the dam asap', 'dam'],
    ['dam collapse update?', 'dam collapse'],
    ["I'm on air in ten. Latest on the dam, please!", 'dam'],
    ['wats teh lastest on the dam', 'dam'],
    ['summary and timeline of the dam', 'dam'],
  ])('is a brief: %s', (said, query) => {
    expect(briefed(said)).toEqual([query, 'full']);
  });

  test.each([
    ['summarise the ferry story', 'ferry'],
    ['give me a quick summary of the dam', 'dam'],
    ['tl;dr on the strike', 'strike'],
    ['need a two-minute version of the strike', 'strike'],
    ['run-down of the strike, cheers', 'strike'],
    ['quick sumary of the strike', 'strike'],
  ])('is a short brief, where somebody has no time: %s', (said, query) => {
    expect(briefed(said)).toEqual([query, 'short']);
  });

  test.each([
    "what's the latest?",
    'any news?',
    'catch me up',
    'What did I miss?',
    "what's new today",
    'brief me on this',
    'What did I miss overnight?',
    'where are we',
    'timeline and quotes please',
  ])('is a brief on what the thread is about: %s', (said) => {
    expect(briefed(said)).toEqual(['port deal', 'full']);
    // Elsewhere it is the list of what there is.
    expect(briefed(said, '')).toBe('topics');
  });

  test('"what do we know" of somebody is a brief where none is spoken of, and else a question', () => {
    expect(briefed('what do we know about the driver?', '')).toEqual(['driver', 'full']);
    expect(briefed('what do we know about the driver?')).toBeUndefined();
    expect(briefed('what do we know so far about the crash?')).toEqual(['crash', 'full']);
  });

  test.each(['tl;dr', 'summary please', 'summarize this', 'recap'])('is a short one of it: %s', (said) => {
    expect(briefed(said)).toEqual(['port deal', 'short']);
  });

  test.each([
    'what stories do you have?',
    'headlines',
    'top stories today',
    'show me the topics',
    'what stories are you following?',
    'What have you got today',
    "what's in the news?",
  ])('is the list of stories: %s', (said) => {
    expect(briefed(said)).toBe('topics');
  });

  test.each([
    'What did Lund say about the latest toll?',
    'Who wrote the summary of the report?',
    'What is new about the bridge design, according to Reed?'.repeat(4),
    'What happened on Monday?',
    'Is there any news agency in Ostry?',
    'latest toll',
    'Who briefed the minister on the dam?',
    'tell me about the meeting',
    'what about the second bridge?',
    'Sources of the leak',
    'great summary',
    'The harbour bridge. Where are we?',
    'bridge toll latest',
    'What about the bridge? Did they open it?',
    'The mayor left. Who took over? Any news?',
    'When is the news conference?',
    '',
  ])('is a question all the same: %s', (said) => {
    expect(parseRequest(said, 'port deal')).toBeUndefined();
  });
});

describe('in a conversation', () => {
  const ARTICLES = [stored(HARBOUR), stored(FERRIES)];

  test('a mention gets the brief that it asks for', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'say', words: "what's the latest on the larnhaven strike?" });
    expect(chat.words()[0]).toContain('What happened');
  });

  test('who asks for it alone gets it alone', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'ask', question: 'any news on the larnhaven strike?', private: true });
    expect(chat.messages.map(({ onlyFor }) => onlyFor)).toEqual(['U1']);
  });

  test('who asks alone for the list of stories is answered alone, too', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'ask', question: 'what stories do you have?', private: true });
    expect(chat.messages.map(({ onlyFor }) => onlyFor)).toEqual(['U1']);
  });

  test('what no brief is about is asked of the articles', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'say', words: 'any news on who leads the dockers union?' });
    expect(chat.words()[0]).toContain('Mara Lindqvist');
    await chat.give({ type: 'say', words: 'summarise zanzibar cricket' });
    expect(chat.words().at(-1)).toContain('zanzibar cricket');
  });

  test('what is said under a part that was asked for by its story is about that story', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'say', words: 'timeline of the larnhaven strike' }, { message: '100' });
    const { address } = chat.messages[0] ?? { address: CHANNEL };
    await chat.give({ type: 'say', words: 'any quotes?' }, { address, message: '101', addressed: false });
    expect(chat.words().at(-1)).toContain('Mara Lindqvist');
  });

  test('talk among people in a thread is none', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    const before = chat.messages.length;
    const thread = chat.messages[0]?.id ?? '';
    await chat.give({ type: 'say', words: 'summary' }, { address: { ...CHANNEL, thread }, addressed: false });
    expect(chat.messages).toHaveLength(before);
  });
});

test.each([
  ['kim-putin', { type: 'brief', query: 'kim-putin' }],
  ['quotes from Mara Lindqvist', { type: 'quotes', query: 'Mara Lindqvist' }],
  ['give me all the quotes on the port deal', { type: 'quotes', query: 'the port deal' }],
  ['how many articles do you have on the strike?', { type: 'brief', query: 'the strike', part: 'sources' }],
  ['any quotes from the union leader, word for word?', { type: 'quotes', query: 'the union leader' }],
  ['timeline of the dam collapse', { type: 'brief', query: 'dam collapse', part: 'timeline' }],
  ['port deal sources', { type: 'brief', query: 'port deal', part: 'sources' }],
  ['latest on the dam since last week', { type: 'brief', query: 'dam', since: 'last week' }],
  ['latest on the dam since it broke', { type: 'brief', query: 'dam since it broke' }],
  ['summarise the port deal in two sentences', { type: 'brief', query: 'port deal', length: 'short' }],
  ['keep me posted on the port deal', { type: 'form', form: 'follow', about: 'port deal' }],
  ['ping me if there is anything new', { type: 'digest', action: 'help', words: '' }],
  ['how do I use this bot?', { type: 'help' }],
  ['sum this up please: https://news.example/port', { type: 'add', url: 'https://news.example/port' }],
  ['timeline?', { type: 'topics' }],
  ['unsubscribe', { type: 'digest', action: 'list', words: '' }],
  ['add https://news.example/feed.xml', { type: 'add', url: 'https://news.example/feed.xml' }],
  ['https://news.example/feed.xml', { type: 'add', url: 'https://news.example/feed.xml' }],
])('%s is said as a command is', (said, command) => {
  expect(parseRequest(said, '')).toEqual(command);
});
