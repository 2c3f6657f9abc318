import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { openDesk } from '../fakes/desk.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const SOME = { ...HARBOUR, url: null };
const own = { space: 'T1' };

/** Many articles of another space about the same words, each better covered than one's own. */
const crowd = Array.from({ length: 100 }, (_, at) =>
  stored(
    {
      ...SOME,
      id: `b${at}`,
      title: 'Harbour bridge',
      text: `The harbour bridge will cost much. How much the harbour bridge will cost, report ${at} tells. “The harbour bridge is ours,” said Ole Brandt.`,
    },
    { space: 'T2' },
  ),
);
const mine: Article = {
  ...SOME,
  id: 'mine',
  title: 'Council of Ostry votes',
  text: 'The council of Ostry voted on Monday. The new harbour bridge will cost $40 million, said Mara Lund. The vote was close, and the opposition left the hall before it ended.',
};

describe('what other spaces have', () => {
  test('does not keep one’s own article out of a brief', async () => {
    const { briefings } = await openDesk([...crowd, stored(mine, own)]);
    const found = await briefings.brief({ scope: own, query: 'harbour bridge', length: 'full' });
    expect(found.found && found.articles.map(({ id }) => id)).toEqual(['mine']);
  });

  test('does not keep one’s own article from answering', async () => {
    const { briefings } = await openDesk([...crowd, stored(mine, own)]);
    const question = 'How much will the harbour bridge cost?';
    const { answer } = await briefings.ask({ scope: own, question, articles: [], history: [] });
    expect(answer.answered && answer.answer).toContain('$40 million');
  });
});

describe('a name that is spelled in two ways', () => {
  const plant = (id: string, name: string, told: string): Article => ({
    ...SOME,
    id,
    title: `Protest at ${name}`,
    text: `Fishermen marched to the dam of ${name} on Monday. ${told}`,
  });
  const articles = [
    stored(plant('a', 'Kudanmar', 'The dam was closed.')),
    stored(plant('b', 'Koodanmar', 'One fisherman was killed.')),
    stored(plant('c', 'Koodanmar', 'It had rained there a year before.')),
  ];
  const found = async (query: string) => {
    const { briefings } = await openDesk(articles, { stories: [['a', 'b']] });
    const result = await briefings.brief({ scope: own, query, length: 'full' });
    return result.found && result.articles.map(({ id }) => id);
  };

  test('finds both in the story of what was found, and what is spelled alike nowhere else', async () => {
    expect(await found('kudanmar')).toEqual(['a', 'b']);
    expect(await found('Kudanmar dam')).toEqual(['a', 'b']);
  });

  test('and still only what is about all words', async () => {
    expect(await found('kudanmar closed')).toEqual(['a']);
  });
});

test('a brief is found whatever its articles say otherwise, where another word is like one of theirs', async () => {
  const ferries = {
    ...SOME,
    id: 'ferries',
    title: 'Ferry strike in Larnhaven',
    text: 'The crews of the Larnhaven ferries went on strike on Monday. The port left a note on each door.',
  };
  const council = { ...SOME, id: 'council', title: 'Council of Ostry', text: 'The council held a vote.' };
  const { briefings } = await openDesk([stored(ferries), stored(council)]);
  const found = await briefings.brief({ scope: own, query: 'Larnhaven ferry strike vote', length: 'full' });
  expect(found.found && found.articles.map(({ id }) => id)).toEqual(['ferries']);
  expect(found.found && found.readAs).toEqual([]);
});

describe('quotations under a brief', () => {
  const port: Article = {
    ...SOME,
    id: 'port',
    title: 'Velmar Port cuts its fees',
    text: 'Velmar Port cut its fees on Monday. “The fees will fall by a tenth,” Velmar Port said. “It comes too late for us,” said Mara Lund.',
  };
  const speakersOf = async (everybody: boolean) => {
    const { briefings } = await openDesk([stored(port)]);
    const found = await briefings.quotes({ scope: own, query: 'velmar port', everybody });
    return found.found && found.speakers.map(({ speaker }) => speaker).sort();
  };

  test('are those of all who speak in its articles, though its words are somebody’s name', async () => {
    expect(await speakersOf(true)).toEqual(['Mara Lund', 'Velmar Port']);
    expect(await speakersOf(false)).toEqual(['Velmar Port']);
  });
});

describe('names that are words of grammar too', () => {
  const speech: Article = {
    ...SOME,
    id: 'speech',
    title: 'Speech in Ostry',
    text: 'Ostry heard a speech. “We will not sell the harbour,” said Theresa May. “They might,” said Jon Dahl.',
  };

  test('find who is called so', async () => {
    const { briefings } = await openDesk([stored(speech)]);
    const found = await briefings.quotes({ scope: own, query: 'May' });
    expect(found.found && found.speakers.map(({ speaker }) => speaker)).toEqual(['Theresa May']);
    expect((await briefings.quotes({ scope: own, query: 'might' })).found).toBe(false);
  });

  test('do not find a topic that is called by another such word', async () => {
    const topic = {
      id: 'who',
      title: 'WHO',
      aliases: [],
      query: 'ostry',
      publishers: [],
      exclude: [],
      sources: [],
    };
    const { briefings } = await openDesk([stored(speech)], { topics: [topic] });
    const titles = async (query: string) => {
      const found = await briefings.brief({ scope: own, query, length: 'full' });
      return found.found && found.topic.slug;
    };
    expect(await titles('WHO')).toBe('who');
    expect(await titles('may')).toBe(false);
    expect(await titles('what is it')).toBe(false);
  });
});
