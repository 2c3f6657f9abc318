import { describe, expect, test } from 'vitest';
import { buildAnswerCard } from '../../src/chat/cards/answer.ts';
import { citations } from '../../src/chat/cards/inline.ts';
import { cardWords } from '../../src/chat/plain.ts';
import type { Answer } from '../../src/core/ask/types.ts';
import type { Source } from '../../src/core/brief/types.ts';
import type { Cited } from '../../src/core/briefing-types.ts';

const PASSAGES = ['The ferries stay in port until Friday.', 'The crews voted for it on Monday.'];

const cited = PASSAGES.map(
  (words, at): Cited => ({
    passage: { article: 'a', start: at * 40, end: at * 40 + words.length },
    version: 1,
    words,
    source: 1,
  }),
);

function wordsOf(answer: Answer, passages: readonly Cited[], sources: readonly Source[] = []): string {
  const result = { answer, passages, sources, searched: 'all', questions: [], empty: false } as const;
  return cardWords(buildAnswerCard(result, 'Until when?'));
}

const evidenceOf = (passages: readonly Cited[]) => passages.map(({ passage }) => passage);

const told = (answer: string, passages: readonly Cited[], speaker?: string, tentative = false): string =>
  wordsOf(
    {
      answered: true,
      answer,
      evidence: evidenceOf(passages),
      tentative,
      question: 'Until when?',
      ...(speaker ? { speaker } : {}),
    },
    passages,
  );

const silence = (unsure: boolean, passages: readonly Cited[]): string =>
  wordsOf(
    { answered: false, nearest: evidenceOf(passages), contradicted: false, unsure, question: 'Until when?' },
    passages,
  );

const timesIn = (text: string, words: string) => text.split(words).length - 1;

test('that the articles do not say is said only where nothing in them is near an answer', () => {
  expect(silence(false, cited)).toMatch(/^The articles here do not say\./);
  expect(silence(true, cited)).toMatch(/^No sentence here says so clearly\./);
  expect(silence(true, [])).toMatch(/^The articles here do not say\./);
});

describe('an answer', () => {
  test('in a few words is followed by the sentence that says so', () => {
    expect(told('until Friday', cited)).toMatch(/^until Friday[\s\S]*stay in port until Friday\./);
  });

  test.each([
    ['2026-11-23', '2026-11-26', true],
    ['2026-11-26', '2026-11-23', false],
    ['2026-11-23T09:00:00Z', '2026-11-23T21:00:00Z', false],
    [null, '2026-11-26', false],
    ['2026-11-23', null, false],
  ])('of %s beside an article of %s says of which day it is: %s', (first, second, isSaid) => {
    const sources = [first, second].map((published, at): Source => {
      const about = { title: 'Ferries', publisher: 'Courier', author: null, url: null };
      const marks = { opinion: false, teaser: false, withdrawn: false, corrected: false };
      return { number: at + 1, article: `a${at}`, published, ...about, ...marks };
    });
    const passages = cited.map((one, at) => ({ ...one, source: at + 1 }));
    const evidence = evidenceOf(passages);
    const answer = {
      answered: true,
      answer: 'Friday',
      evidence,
      tentative: false,
      question: 'When?',
    } as const;
    const said = 'As of 23 Nov 2026; [2] is newer.';
    expect(wordsOf(answer, passages, sources).includes(said)).toBe(isSaid);
  });

  test('that is rather none is told with a "perhaps", with its sentences', () => {
    const card = told('until Friday', cited, undefined, true);
    expect(card).toMatch(/^Perhaps: until Friday[\s\S]*stay in port until Friday\./);
  });

  test('that is a quotation is told with whoever said it, where the passage does not', () => {
    expect(told('until Friday', cited, 'Mara Lindqvist')).toMatch(/^until Friday — Mara Lindqvist/);
  });

  test('that is a part of a sentence with a full stop of its own leaves the sentence whole', () => {
    const [one] = cited;
    const sentence = 'The mayor praised “the crews of the port.”';
    expect(one && told('“the crews of the port.”', [{ ...one, words: sentence }])).toContain(sentence);
  });

  test('that is a whole passage is said once, and the others behind it', () => {
    const said = told('The ferries stay in port until Friday.', cited);
    for (const words of PASSAGES) expect(timesIn(said, words)).toBe(1);
  });
});

describe('a passage of two sentences', () => {
  const [whole] = cited.map((one): Cited => ({ ...one, words: PASSAGES.join(' ') }));

  test.each(PASSAGES)('whose sentence is the answer is shown without it: %s', (answer) => {
    const said = whole === undefined ? '' : told(answer, [whole]);
    for (const words of PASSAGES) expect(timesIn(said, words)).toBe(1);
  });

  test.each([
    '“The ferries stay in port until Friday.”',
    '(The ferries stay in port.)',
    'Do the ferries sail?',
  ])('ends its sentence also where a mark closes it: %s', (answer) => {
    const words = `${answer} ${PASSAGES[1]}`;
    const said = whole === undefined ? '' : told(answer, [{ ...whole, words }]);
    expect(timesIn(said, answer)).toBe(1);
    expect(timesIn(said, PASSAGES[1] ?? '')).toBe(1);
  });

  test('that begins with where it was filed is not shown for that', () => {
    const filed = cited.slice(0, 1).map((one) => ({ ...one, words: `HORTEN (Nordwire) - ${PASSAGES[0]}` }));
    expect(told(PASSAGES[0] ?? '', filed)).not.toContain('Nordwire');
  });

  test.each(['until Friday', 'The ferries'])(
    'that holds a few words which answer is shown as it is: %s',
    (few) => {
      expect(whole && told(few, [whole])).toContain(PASSAGES.join(' '));
    },
  );
});

test('how a question was understood is not told where only its capitals differ', () => {
  const card = (asked: string, question = 'Who is Anna?') =>
    cardWords(
      buildAnswerCard(
        {
          answer: {
            answered: true,
            answer: 'Anna',
            evidence: [],
            tentative: false,
            question,
          },
          passages: [],
          sources: [],
          searched: 'all',
          questions: [],
          empty: false,
        },
        asked,
      ),
    );
  expect(card('who is anna?')).not.toContain('Understood');
  expect(card('whos anna', "Who's Anna?")).not.toContain('Understood');
  expect(card('“Who is Anna”')).not.toContain('Understood');
  expect(card('and Anna?')).toContain('Understood as: Who is Anna?');
  expect(card('When?', 'When: what will Anna do?')).toContain('Taken together with: What will Anna do?');
  expect(card('The port: when?', 'The port: when does it close?')).toContain('Understood as: The port: when');
});

describe('citations', () => {
  test('of many sources in a row are written from the first to the last', () => {
    const numbers = (inlines: ReturnType<typeof citations>) =>
      inlines
        .map((inline) =>
          inline.type === 'citation' ? `[${inline.number}]` : 'text' in inline ? inline.text : '',
        )
        .join('');
    expect(numbers(citations([1, 3, 2], []))).toBe(' [1][3][2]');
    expect(numbers(citations([1, 2, 3, 4, 5, 8], []))).toBe(' [1]–[5][8]');
  });
});
