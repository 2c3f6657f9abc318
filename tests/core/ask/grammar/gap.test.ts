import { describe, expect, test } from 'vitest';
import { fillGap, findGap } from '../../../../src/core/ask/grammar/gap.ts';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { rankSentences } from '../../../../src/core/ask/sentences/evidence.ts';
import { readWords } from '../../../../src/core/ask/sentences/reading.ts';
import { viewSentences } from '../../../../src/core/ask/sentences/sentence-view.ts';
import { readSpans } from '../../../../src/core/ask/spans/find-spans.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

/** What stands in a sentence where the question leaves a place open, the best clause first. */
function fill(question: string, sentence: string): string[] {
  const asked = parseAsked(question, tagger.tag(question));
  const gap = findGap(asked);
  if (gap === null) return [];
  const reading = readWords(sentence, tagger, asked, createMatcher(asked, lexicon));
  return fillGap(gap, reading, asked.weights)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ fillers }) =>
      fillers.map(({ first, last }) =>
        sentence.slice(reading.words[first]?.start, reading.words[last - 1]?.end),
      ),
    );
}

describe('the place that a question leaves open', () => {
  test.each([
    ['Who closed the harbour?', 'The mayor closed the harbour.', 'The mayor'],
    ['Who closed the harbour?', 'The harbour was closed by the mayor on Friday.', 'the mayor'],
    ['By whom was the harbour closed?', 'The mayor closed the harbour.', 'The mayor'],
    ['What did the mayor close?', 'The mayor closed the northern harbour.', 'the northern harbour'],
    ['What was Lund treated for?', 'Lund was treated for a lung infection.', 'a lung infection'],
    ['Where were the survivors taken?', 'The survivors were taken to Ostry.', 'Ostry'],
    ['Lund was killed by whom?', 'The soldiers killed Lund.', 'The soldiers'],
    ['What is the goal of the mission?', 'The goal of the mission is peace.', 'peace'],
    ['Who was the first visitor?', 'The first visitor, Ada Reed, was late.', 'Ada Reed'],
    ['Who left the firm?', 'Its CEO, Ada Reed, left the firm.', 'Ada Reed'],
    ['When will Lund be sentenced?', 'Lund will be sentenced on Monday.', 'Monday'],
  ])('%s — %s', (question, sentence, answer) => {
    expect(fill(question, sentence)).toContain(answer);
  });

  test('nothing fills it where the verb is another', () => {
    expect(fill('Who closed the harbour?', 'The mayor praised the harbour.')).toEqual([]);
  });

  test('a verb that the tagger takes for a noun is found behind "did"', () => {
    const question = 'When did the Karvians attack Ostry?';
    expect(parseAsked(question, tagger.tag(question)).verb).toBe('attack');
  });

  test('who has it done to them in the question and does it in the sentence is reversed', () => {
    const question = 'Who did Lund praise?';
    const asked = parseAsked(question, tagger.tag(question));
    const gap = findGap(asked);
    const reading = readWords('Berg praised Lund.', tagger, asked, createMatcher(asked, lexicon));
    expect(gap && fillGap(gap, reading, asked.weights)).toMatchObject([{ reversed: true }]);
  });
});

test('what fills the place is a sign of a possible answer, and so is standing elsewhere', () => {
  const question = 'Who closed the harbour?';
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const article = readArticle({ id: 'a', text: 'The harbour was closed by Ada Winter, and Bo Lund wept.' });
  const ranked = rankSentences(asked, viewSentences([article]), matcher, { soft: 1 });
  const spans = readSpans(asked, ranked, tagger, matcher);
  const signs = (text: string) => spans.find((span) => span.text === text)?.features;
  expect(signs('Ada Winter')?.['gapExact']).toBe(1);
  expect(signs('Bo Lund')).toMatchObject({ gapExact: 0, gapMissed: 1 });
});
