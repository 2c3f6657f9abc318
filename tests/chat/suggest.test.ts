import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const topic = {
  id: 'larnhaven-strike',
  title: 'Strike in Larnhaven',
  aliases: [],
  publishers: [],
  exclude: [],
  sources: [],
};

describe('completions', () => {
  const complete = async (field: 'topic' | 'speaker' | 'zone', typed: string) => {
    const { handler } = await openDesk([stored(HARBOUR), stored(FERRIES)], { topics: [topic] });
    return (await handler.suggest({ field, typed, space: 'T1' }, 5)).map(({ value }) => value);
  };

  test('an empty field shows the topics', async () => {
    expect(await complete('topic', '')).toContain('larnhaven-strike');
  });

  test('speakers are found by the beginning of any of their names', async () => {
    expect(await complete('speaker', 'lind')).toContain('Mara Lindqvist');
  });

  test('what begins as typed comes first, then what has a word that does, then what holds it', async () => {
    const { handler, storage } = await openDesk([]);
    for (const id of ['reports', 'harbour-port', 'port-deal', 'bakers'])
      await storage.digests.put(buildDigest({ id, cron: '0 8 * * *' }));
    const found = await handler.suggest({ field: 'digest', typed: 'port', space: 'T1', channel: 'C1' }, 5);
    expect(found.map(({ value }) => value)).toEqual(['port-deal', 'harbour-port', 'reports']);
  });

  test('what is too long to be chosen is not offered, and a long name ends between characters', async () => {
    const long = { ...topic, id: 'x'.repeat(101), title: 'Too long' };
    const festive = { ...topic, id: 'festive', title: `a${'🎉'.repeat(80)}` };
    const { handler } = await openDesk([stored(HARBOUR)], { topics: [long, festive] });
    const found = await handler.suggest({ field: 'topic', typed: '', space: 'T1' }, 50);
    expect(found.map(({ value }) => value)).not.toContain(long.id);
    const [label = ''] = found.filter(({ value }) => value === 'festive').map((each) => each.label);
    expect(label.isWellFormed()).toBe(true);
    expect(label.length).toBeLessThanOrEqual(100);
  });

  test('there are never more than were asked for', async () => {
    expect(await complete('zone', 'e')).toHaveLength(5);
  });
});
