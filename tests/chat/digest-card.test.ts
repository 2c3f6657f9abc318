import { describe, expect, test } from 'vitest';
import { buildDigestCards } from '../../src/chat/cards/digest.ts';
import { cardWords } from '../../src/chat/plain.ts';
import { buildDigest } from '../fakes/digests.ts';

function headOf(publishers: readonly (string | null)[], platform: 'slack' | 'terminal' = 'slack'): string {
  const sources = publishers.map((publisher, at) => ({
    number: at + 1,
    title: 'Ferry stops',
    publisher,
    published: null,
    article: `a${at}`,
    author: null,
    url: null,
    opinion: false,
    teaser: false,
    withdrawn: false,
    corrected: false,
  }));
  const story = {
    headline: 'Ferry stops',
    source: 1,
    statements: [],
    quote: null,
    update: false,
    sources: sources.map(({ number }) => number),
    voices: publishers.length,
    topics: ['ferry'],
  };
  const digest = buildDigest({ place: { platform, space: 'T1', channel: 'C1' } });
  const content = {
    digest,
    slot: '2026-03-02T08:00:00',
    late: null,
    stories: [story],
    sources,
    failing: [],
    left: 0,
    isEmpty: false,
    told: [],
    shown: [],
    revision: 1,
  };
  const [head] = buildDigestCards(content);
  return head ? cardWords(head) : '';
}

describe('the head of a digest', () => {
  test('counts a publisher that is not stated as one that may be another', () => {
    expect(headOf(['Aldby Post', 'Torvik Radio'])).toContain('(2 independent voices)');
    expect(headOf(['Aldby Post', null])).toContain('(up to 2 independent voices)');
  });

  test('offers a thread only where there are threads', () => {
    expect(headOf(['Aldby Post'])).toContain('thread');
    expect(headOf(['Aldby Post'], 'terminal')).not.toContain('thread');
  });
});
