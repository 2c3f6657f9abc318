import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAside, isDoubt, isForBot, isReaction } from '../../../src/core/ask/small-talk.ts';

function readLines(name: string): string[] {
  const url = new URL(`../../fixtures/small-talk/${name}.txt`, import.meta.url);
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^(?:court|disaster|sport|council): /, ''));
}

const history = [{ question: 'Who closed the harbour?', answer: 'the coast guard' }];

describe('small talk in a thread', () => {
  const lots = [
    { folder: '', name: '', size: 30, wrong: 2 },
    { folder: '', name: '-later', size: 70, wrong: 9 },
    { folder: 'newsroom-read-', name: '', size: 30, wrong: 1 },
    { folder: 'newsroom-kept-', name: '', size: 30, wrong: 4 },
  ];

  it.each(lots)('is left alone in nearly all lines, and hides nearly no question ($folder*$name)', (lot) => {
    const asked = readLines(`${lot.folder}for-bot${lot.name}`);
    const talk = readLines(`${lot.folder}not-for-bot${lot.name}`);
    expect([asked.length, talk.length]).toEqual([lot.size, lot.size]);
    const answered = talk.filter((line) => isForBot(line, history));
    // Of the lines that are kept unread only the number is told.
    const show = (lines: readonly string[]) => (lot.folder.includes('kept') ? '' : lines.join('\n'));
    expect(answered.length, show(answered)).toBeLessThanOrEqual(lot.wrong);
    const missed = asked.filter((line) => !isForBot(line, history));
    expect(missed.length, show(missed)).toBeLessThanOrEqual(lot.wrong);
  });

  it('is not seen in the name of a country', () => {
    expect(isForBot('Did the US agree?', history)).toBe(true);
  });

  it('asks for more of what was told, or corrects it, in a few words', () => {
    for (const line of ['anyone else?', 'and the us?', 'sorry, meant the coach', 'says who', 'by whom'])
      expect(isForBot(line, history), line).toBe(true);
  });

  it.each([
    'Has legal signed off?',
    'Is the photo cleared?',
    'who has the pics?',
    'when is copy due?',
    'Is Tom back from court?',
    'Has Reuters got this?',
    'did the press office get back to Ines',
  ])('of a newsroom is not for the bot: %s', (line) => expect(isForBot(line, history)).toBe(false));

  it('of a newsroom shows by no word of which the thread speaks itself', () => {
    const asked = 'Has the typo been found?';
    expect(isForBot(asked, history)).toBe(false);
    expect(isForBot(asked, [{ question: 'Which typo halted the ballots of Velmar?' }])).toBe(true);
    expect(isForBot(asked, [], 'ballot typo')).toBe(true);
    expect(isForBot('Is Lindqvist back from Ostry?', history, 'lindqvist visit')).toBe(true);
  });

  it('does not hide what a report says of pictures, pages and copy', () => {
    for (const line of [
      'What did the photographer say?',
      'are there pictures of the damage',
      'Who announced the embargo?',
      'which subs scored?',
      'Did Ostry win at the para games?',
      'what did the video show',
      'How many pages is the report?',
      'Who is covering the cost of the bridge?',
      'Is the pilot back home?',
    ])
      expect(isForBot(line, history), line).toBe(true);
  });

  it('that is long is read no further than its beginning', () => {
    const from = performance.now();
    for (const piece of ['is the my ', 'the picture all now yet been ', 'great, ', 'any ', 'has the '])
      isForBot(piece.repeat(4_000), history);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it('is a greeting too', () => {
    expect(isForBot('Good morning everyone!', history)).toBe(false);
  });

  it('may doubt what was said, or tell of oneself', () => {
    for (const line of ['really??', 'oh, seriously?', 'are you sure', 'is that confirmed?', 'who says so'])
      expect(isDoubt(line), line).toBe(true);
    expect(['how do you know?', 'how can we be sure of that', 'says who?'].every(isDoubt)).toBe(true);
    for (const line of [
      'where does it say that?',
      'Where did he say this',
      'where is that written?',
      'source?',
      'is that still true?',
      "where's that from?",
      'which article is this from?',
      'you sure?',
      "no, that's wrong",
      'that can’t be right!',
      "what's the source for that?",
    ])
      expect(isDoubt(line), line).toBe(true);
    for (const line of [
      'source',
      'sources?',
      "that's wrong of the mayor",
      'where did you get that from?',
      "that's right",
      'where did she say she was?',
      'where did they find it?',
      'where does the river say goodbye?',
      'what is the source of the river?',
      'really',
      'Really bad?',
      'is it true that he left?',
      'who says that the dam is safe?',
    ])
      expect(isDoubt(line), line).toBe(false);
    expect(['is the toll confirmed?', 'how do you know the mayor?'].some(isDoubt)).toBe(false);
    expect(['my dog is called Rex haha', 'I love this'].every(isAside)).toBe(true);
    expect(['I wonder who won', 'my question is about the mayor', 'is my bus late?'].some(isAside)).toBe(
      false,
    );
  });

  it('that names somebody is for them', () => {
    expect(isForBot('@here who is the head of the union?', history)).toBe(false);
    expect(isForBot('Hey Lea who is the head of the union?', history)).toBe(false);
    expect(isForBot('@lea where is the draft?', history)).toBe(false);
    expect(isForBot('Where is the draft, Lea?', history)).toBe(false);
  });

  it.each([
    'has anyone else been charged?',
    'Did anyone testify?',
    'what do we know about the bridge?',
    'need a quote from the mayor',
    'pls check when the bridge opens',
  ])('does not hide a question: %s', (line) => expect(isForBot(line, history)).toBe(true));

  it.each(['ok will use that', 'wait what?', 'really?', 'who are you'])('is left alone: %s', (line) =>
    expect(isForBot(line, history)).toBe(false),
  );
});

it('reads a long laugh in a moment', () => {
  expect(isReaction(`${'ha'.repeat(39)}?é`)).toBe(false);
});
