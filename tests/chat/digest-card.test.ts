import { describe, expect, test } from 'vitest';
import { buildDigestCards } from '../../src/chat/cards/digest.ts';
import { cardWords } from '../../src/chat/plain.ts';
import type { DigestContent } from '../../src/core/digest/content.ts';
import { buildDigest } from '../fakes/digests.ts';

const EMPTY: DigestContent = {
  digest: buildDigest(),
  slot: '2026-03-02T08:00:00',
  late: null,
  stories: [],
  sources: [],
  failing: [],
  left: 0,
  isEmpty: false,
  told: [],
  shown: [],
  revision: 1,
};

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
  return toldOf({ digest, stories: [story], sources });
}

/** The head, or nothing. */
function toldOf(content: Partial<DigestContent>): string {
  const [head] = buildDigestCards({ ...EMPTY, ...content });
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

describe('a digest without a story', () => {
  const failing = [{ source: 'courier', since: '2026-03-01T00:00:00.000Z', problem: 'HTTP 500' }];
  const silent = buildDigest({ empty: 'silent' });

  test('says that nothing is new, or keeps silent where people want that', () => {
    expect(toldOf({})).toContain('Nothing is new');
    expect(toldOf({ digest: silent })).toBe('');
  });

  test('says what is broken, also where it would keep silent', () => {
    expect(toldOf({ digest: silent, failing })).toContain('sources fail');
    expect(toldOf({ digest: silent, failing })).not.toContain('Nothing is new');
    expect(toldOf({ digest: silent, isEmpty: true })).toContain('nothing has been read yet');
  });

  test('that comes late says for how many it stands', () => {
    const late = { due: '2026-03-02T08:00:00.000Z', missed: 0 };
    expect(toldOf({ late })).toContain('Late: due at');
    expect(toldOf({ late })).not.toContain('before it');
    expect(toldOf({ late: { ...late, missed: 2 } })).toContain('2 before it were missed');
  });
});
