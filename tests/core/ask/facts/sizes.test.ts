import { expect, test } from 'vitest';
import { findSizes } from '../../../../src/core/ask/facts/sizes.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();

function sizes(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  return findSizes(question, [article], tagger).map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['How many people sit on the panel?', 'The eight-member committee met on Monday.', 'eight'],
  [
    'How many people are on the harbour panel?',
    'The harbour rules are old. A nine-member panel will change them.',
    'nine',
  ],
  ['how big is the team', 'A 14-person team of divers arrived.', '14'],
  ['How large was the crew?', 'The ship has a crew of 20, its owner said.', '20'],
  ['How many members does the council have?', 'The council, which has 31 members, met.', '31'],
  ['How many officers are in the unit team?', 'She leads a unit and a team of 15 citizen divers.', '15'],
  ['number of people on the jury', 'A 12-member jury heard the case.', '12'],
])('%s is the number that stands with the group', (question, text, size) => {
  expect(sizes(question, text)).toEqual([size]);
});

test.each([
  ['How big is the Velmar team?', 'A 14-person team from Ostry arrived.'],
  ['How many people sit on the panel?', 'The eight-member council met.'],
  ['How many seats does the parliament have?', 'A 100-member constituent assembly drafts the law.'],
  ['How many people sit on the panel?', 'The body of a 32-year-old was found by the committee.'],
  ['How big is the team?', 'A five-member team met a nine-member team.'],
  ['How big is the group?', 'The Group of Eight met in Ostry.'],
  ['How big is the team?', 'The 14-person team bus broke down.'],
  ['How big is the crew?', 'The crew of two ships was saved.'],
  ['How big is the bridge?', 'The 14-person team built it.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(sizes(question, text)).toEqual([]);
});
