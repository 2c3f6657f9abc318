import { describe, expect, test } from 'vitest';
import { parsePerhaps } from '../../src/chat/requests/parse-request.ts';
import { parseRequests } from '../../src/chat/requests/parse-requests.ts';
import { openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const parseRequest = (said: string, about: string) => parseRequests(said, about)[0];

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
    ['background on the dam collapse', 'dam collapse'],
    ['give me some context on the dam please', 'dam'],
    ['cheat sheet for the dam', 'dam'],
    ['everything there is on the dam', 'dam'],
    ['a primer on the dam for the 10am meeting', 'dam'],
    ["could you explain what's going on with the dam", 'dam'],
    ['is there an update on the dam?', 'dam'],
    ["Hi! I'm Ana from the night desk. What do you have on the dam?", 'dam'],
    ['summary, timeline, figures and quotes of the dam', 'dam'],
  ])('is a brief: %s', (said, query) => {
    expect(briefed(said)).toEqual([query, 'full']);
  });

  test.each([
    ['summarise the ferry story', 'ferry'],
    ['give me a quick summary of the dam', 'dam'],
    ['tl;dr on the strike', 'strike'],
    ['need a two-minute version of the strike', 'strike'],
    ['run-down of the strike, cheers', 'strike'],
    ['main points of the strike', 'strike'],
    ['a paragraph on the strike', 'strike'],
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
    'what do we know?',
    "what's changed?",
    'summary, timeline, figures and quotes please',
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

  test.each([
    'tl;dr',
    'summary please',
    'summarize this',
    'recap',
    'bullet points please',
    'what happened?',
    'write me 200 words on this',
  ])('is a short one of it: %s', (said) => {
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
    'What is it about?',
    'How does this work?',
    'Tell me more about them',
    'what happened to the second bridge?',
    'I heard that the mayor was ill. What happened?',
    '',
  ])('is a question all the same: %s', (said) => {
    expect(parseRequest(said, 'port deal')).toBeUndefined();
  });
});

describe('what may be a story, and may be a detail of one', () => {
  test.each([
    ['Tell me about the dam collapse', 'dam collapse'],
    ['what happened with the dam?', 'dam'],
    ["what's the story with the dam", 'dam'],
    ['explain the dam collapse to me', 'dam collapse'],
    ['more about the dam collapse', 'dam collapse'],
    ['the dam collapse', 'dam collapse'],
    ['dam collapse?', 'dam collapse'],
    ['I need the dam collapse in three bullets, now', 'dam collapse'],
  ])('is looked for among the stories: %s', (said, query) => {
    expect(parseRequests(said, '')).toEqual([]);
    expect(parsePerhaps(said, false)?.query).toBe(query);
  });

  test.each(['what about the driver?', 'the driver', 'And the roof?'])(
    'goes on from what is spoken of, where something is: %s',
    (said) => {
      expect(parsePerhaps(said, false)).toBeDefined();
      expect(parsePerhaps(said, true)).toBeUndefined();
    },
  );

  test.each([
    'tell me how the dam broke',
    'tell me about it',
    'tell me about its owner',
    'explain why the dam broke',
    'describe some of the damage',
    'who broke the dam',
    'dam broke in the night',
    'latest toll',
  ])('is a question all the same: %s', (said) => {
    expect(parsePerhaps(said, false)).toBeUndefined();
  });
});

test.each([
  'can you monitor this every hour please?',
  'follow it daily at 7:30',
  'keep me posted on this every morning',
  'follow this story on weekdays',
])('when somebody wants to hear of the story is no part of its name: %s', (said) => {
  expect(parseRequest(said, 'port deal')).toEqual({ type: 'form', form: 'follow', about: 'port deal' });
});

describe('several requests in one message', () => {
  const brief = { type: 'brief', query: 'strike' };

  test.each([
    ['brief me on the strike and follow it', [brief, { type: 'form', form: 'follow', about: 'strike' }]],
    [
      'brief me on the strike, and keep me posted',
      [brief, { type: 'form', form: 'follow', about: 'strike' }],
    ],
    [
      'summarise the strike and give me quotes from Lund',
      [
        { ...brief, length: 'short' },
        { type: 'quotes', query: 'Lund' },
      ],
    ],
    [
      'timeline and sources of the strike',
      [
        { ...brief, part: 'timeline' },
        { ...brief, part: 'sources' },
      ],
    ],
    [
      'strike - main points and quotes pls',
      [
        { ...brief, length: 'short' },
        { ...brief, part: 'quotes' },
      ],
    ],
    [
      'Strike: what happened and who said what?',
      [
        { ...brief, query: 'Strike', length: 'short' },
        { ...brief, query: 'Strike', part: 'quotes' },
      ],
    ],
    ['latest on the strike and the latest on the dam', [brief, { ...brief, query: 'dam' }]],
  ])('are each understood: %s', (said, commands) => {
    expect(parseRequests(said, '')).toEqual(commands);
  });

  test('of what the thread is about may name only one besides', () => {
    expect(parseRequests('summarise it and give me quotes from Lund', 'strike')).toEqual([
      { ...brief, length: 'short' },
      { type: 'quotes', query: 'Lund' },
    ]);
    expect(parseRequests('timeline & figures', 'strike')).toEqual([
      { ...brief, part: 'timeline' },
      { ...brief, part: 'figures' },
    ]);
  });

  test.each([
    "what's new on trade and industry?",
    'quotes from Lund and Reed',
    'brief me on the port and rail deal',
  ])('are one where "and" joins names: %s', (said) => {
    expect(parseRequests(said, '')).toHaveLength(1);
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

  test('the name of a story is briefed on, and the name of a detail is asked about', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'say', words: 'Tell me about the Larnhaven strike' });
    expect(chat.words()[0]).toContain('What happened');
    await chat.give(
      { type: 'say', words: 'Tell me about the head of the union' },
      { actor: { id: 'U2', mayManage: false } },
    );
    expect(chat.words().at(-1)).toContain('Mara Lindqvist');
    expect(chat.words().at(-1)).not.toContain('What happened');
  });

  test('what comes second in a message stands in the thread of what comes first', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give(
      { type: 'say', words: 'tl;dr on the larnhaven strike and quotes from Okafor' },
      { message: '100' },
    );
    const [head, quotes] = chat.messages;
    expect(chat.words()[0]).toContain('What happened');
    expect(chat.words()[1]).toContain('ready to talk at any hour');
    expect(quotes?.address.thread).toBe(head?.address.thread);
  });

  test('what is not found of two requests is said behind what is', async () => {
    const { chat } = await openDesk(ARTICLES);
    await chat.give({ type: 'say', words: 'quotes from Zanzibar and a summary of the larnhaven strike' });
    expect(chat.words()[0]).toContain('What happened');
    expect(chat.words().at(-1)).toContain('No article here is about “Zanzibar”');
  });

  test('under an answer more is the brief of its story, and what was asked goes on', async () => {
    const { chat } = await openDesk(ARTICLES, { stories: [[HARBOUR.id, FERRIES.id]] });
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, { message: '100' });
    const address = chat.messages[0]?.address ?? CHANNEL;
    await chat.give({ type: 'say', words: 'Tell me more' }, { address, message: '101' });
    expect(chat.words().at(-1)).toContain('Larnhaven');
    expect(chat.words().some((said) => said.includes('What happened'))).toBe(true);
    await chat.give({ type: 'say', words: 'What did she say?' }, { address, message: '102' });
    expect(chat.words().at(-1)).toContain('stay out until the port pays');
  });

  test('under a question that had no answer nothing is spoken of', async () => {
    const { chat } = await openDesk(ARTICLES, { stories: [[HARBOUR.id, FERRIES.id]] });
    await chat.give({ type: 'say', words: 'Who painted the bridge?' }, { message: '100' });
    const address = chat.messages[0]?.address ?? CHANNEL;
    await chat.give({ type: 'say', words: 'timeline?' }, { address, message: '101' });
    expect(chat.words().at(-1)).toContain('Topics');
  });

  test('in a direct message an answer of yesterday is no longer spoken of', async () => {
    const { chat, clock } = await openDesk(ARTICLES, { stories: [[HARBOUR.id, FERRIES.id]] });
    const address = { ...CHANNEL, channel: 'D1' };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, { address });
    await chat.give({ type: 'say', words: 'timeline?' }, { address });
    expect(chat.words().at(-1)).not.toContain('Topics');
    const other = { ...CHANNEL, channel: 'D2' };
    await chat.give({ type: 'say', words: 'Who is the head of the union?' }, { address: other });
    clock.move(86_400);
    await chat.give({ type: 'say', words: 'timeline?' }, { address: other });
    expect(chat.words().at(-1)).toContain('Topics');
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
  ['how many articles do you have on the strike?', { type: 'brief', query: 'strike', part: 'sources' }],
  ['any quotes from the union leader, word for word?', { type: 'quotes', query: 'the union leader' }],
  ['timeline of the dam collapse', { type: 'brief', query: 'dam collapse', part: 'timeline' }],
  ['port deal sources', { type: 'brief', query: 'port deal', part: 'sources' }],
  ['anything new on the dam?', { type: 'brief', query: 'dam', news: true }],
  ['any updates on the dam?', { type: 'brief', query: 'dam', news: true }],
  ['any updates on the dam since Monday?', { type: 'brief', query: 'dam', since: 'Monday' }],
  ['what is happening in the port', { type: 'brief', query: 'port' }],
  ['latest on the dam since last week', { type: 'brief', query: 'dam', since: 'last week' }],
  ['latest on the dam since it broke', { type: 'brief', query: 'dam since it broke' }],
  ['summarise the port deal in two sentences', { type: 'brief', query: 'port deal', length: 'short' }],
  ['keep me posted on the port deal', { type: 'form', form: 'follow', about: 'port deal' }],
  ['watch the port deal on weekdays at 7 am', { type: 'form', form: 'follow', about: 'port deal' }],
  ['ping me if there is anything new', { type: 'digest', action: 'help', words: '' }],
  ['how do I use this bot?', { type: 'help' }],
  ['sum this up please: https://news.example/port', { type: 'add', url: 'https://news.example/port' }],
  ['timeline?', { type: 'topics' }],
  ["who's who in the port deal?", { type: 'brief', query: 'port deal', part: 'people' }],
  ['who are the key players in the port deal', { type: 'brief', query: 'port deal', part: 'people' }],
  ['how up to date are you on the port deal', { type: 'brief', query: 'port deal', part: 'sources' }],
  ['which articles mention the port deal?', { type: 'brief', query: 'port deal', part: 'sources' }],
  ['anything from the Herald on the port deal?', { type: 'brief', query: 'port deal', from: 'Herald' }],
  [
    'alert me when there is anything new on the port deal',
    { type: 'form', form: 'follow', about: 'port deal' },
  ],
  ["what's this bot for?", { type: 'help' }],
  ["I'm new here, how does this work?", { type: 'help' }],
  ['what can I ask you', { type: 'help' }],
  ['What can you do?', { type: 'help' }],
  ['are you up to date?', { type: 'status' }],
  ['stop', { type: 'digest', action: 'list', words: '' }],
  ['mute this', { type: 'digest', action: 'list', words: '' }],
  ['unsubscribe me from this', { type: 'digest', action: 'list', words: '' }],
  ['unsubscribe', { type: 'digest', action: 'list', words: '' }],
  ['add https://news.example/feed.xml', { type: 'add', url: 'https://news.example/feed.xml' }],
  ['https://news.example/feed.xml', { type: 'add', url: 'https://news.example/feed.xml' }],
])('%s is said as a command is', (said, command) => {
  expect(parseRequest(said, '')).toEqual(command);
});
