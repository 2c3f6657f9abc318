import { expect, test } from 'vitest';
import { findManner } from '../../../../src/core/ask/facts/manner.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function means(question: string, text: string): Promise<string[]> {
  const tagger = await openTagger();
  const found = findManner(
    parseAsked(question, tagger.tag(question)),
    [readArticle({ id: 'a', text })],
    tagger,
  );
  return found.map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['How did Weber travel to Ostry?', 'Anna Weber is travelling to Ostry by train.', 'by train'],
  ['How did Weber get to Ostry?', 'Anna Weber went to Ostry on foot.', 'on foot'],
  ['How did Weber arrive in Ostry?', 'Anna Weber arrived in Ostry in a private jet.', 'in a private jet'],
  [
    'How did the thieves escape?',
    'The thieves escaped by digging a tunnel, police said.',
    'by digging a tunnel',
  ],
  [
    'How did the thieves get into the museum?',
    'The thieves got into the museum using a ladder and a rope.',
    'using a ladder and a rope',
  ],
  ['How did Weber die?', 'Anna Weber died of a heart attack on Friday.', 'of a heart attack'],
  ['How did Weber die?', 'Anna Weber died of cancer two years later.', 'of cancer'],
  ['How did Weber die?', 'Anna Weber was killed in a car crash.', 'in a car crash'],
  ['How was Weber killed?', 'Anna Weber was killed by a falling tree.', 'by a falling tree'],
  ['How did Weber die?', 'Anna Weber died after falling from a roof.', 'after falling from a roof'],
  ['How did Weber break her jaw?', 'Anna Weber broke her jaw in a car wreck.', 'in a car wreck'],
  [
    'How did Weber survive the vote?',
    'Anna Weber survived the vote by a margin of 90 votes.',
    'by a margin of 90 votes',
  ],
  [
    'How did Weber pay for the mill?',
    'Anna Weber paid for the mill with a loan from her mother.',
    'with a loan from her mother',
  ],
  [
    'How did Weber find out about the closure?',
    'Anna Weber found out about the closure through a friend.',
    'through a friend',
  ],
  [
    'How did Weber open the mill?',
    'Anna Weber opened the mill by cutting a ribbon during which she fell.',
    'by cutting a ribbon',
  ],
  ['How did Weber hurt her knee?', 'Anna Weber hurt her knee in a training match.', 'in a training match'],
  ['How did the thieves get in?', 'The thieves got in by digging a tunnel.', 'by digging a tunnel'],
  [
    'How did the thieves get into the bank?',
    'The thieves got into the bank through a window.',
    'through a window',
  ],
  ['How did the thieves escape?', 'The thieves escaped by helicopter, police said.', 'by helicopter'],
  ['How will Weber travel to Ostry?', 'Anna Weber will travel to Ostry by ferry.', 'by ferry'],
])('a sentence that says how: %s %s', async (question, text, found) => {
  expect(await means(question, text)).toEqual([found]);
});

test('"she" is whoever was named, where it can be nobody else', async () => {
  const text = 'Anna Weber left on Friday. She travelled to Ostry by bus.';
  expect(await means('How did Weber travel to Ostry?', text)).toEqual(['by bus']);
});

test.each([
  ['somebody else', 'Peter Dahl travelled to Ostry by train.'],
  ['a namesake', 'Bo Weber travelled to Ostry by train.'],
  ['what belongs to her', "Anna Weber's sister travelled to Ostry by train."],
  ['another place', 'Anna Weber travelled to Larkfield by train.'],
  ['what may be', 'Anna Weber could travel to Ostry by train.'],
  ['what is denied', 'Anna Weber did not travel to Ostry by train.'],
  ['what is only meant', 'Anna Weber wanted to travel to Ostry by train.'],
  ['a time', 'Anna Weber travelled to Ostry by noon.'],
  ['a question', 'Did Anna Weber travel to Ostry by train?'],
  ['the means of something else', 'Anna Weber travelled to Ostry to meet Dahl, who came by train.'],
])('%s tells nothing of her: %s', async (_, text) => {
  expect(await means('How did Anna Weber travel to Ostry?', text)).toEqual([]);
});

test.each([
  ['How did Weber die?', 'Anna Weber died in Ostry in 1974.'],
  ['How did Weber die?', 'The dog killed Anna Weber and hundreds of hens.'],
  ['How was Weber killed?', 'Anna Weber was killed by a gunman.'],
  ['How did Weber travel?', 'Anna Weber lost three teeth but got back on her bike.'],
  ['How did Weber travel?', 'Anna Weber rode to victory by promising jobs.'],
  ['How did Weber feel?', 'Anna Weber felt ill by eating oysters.'],
  ['Why did Weber travel to Ostry?', 'Anna Weber travelled to Ostry by train.'],
])('no means, or no question for them: %s %s', async (question, text) => {
  expect(await means(question, text)).toEqual([]);
});
