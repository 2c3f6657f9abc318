import { expect, test } from 'vitest';
import { findRoleAges } from '../../../../src/core/ask/facts/role-ages.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();

function ages(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  return findRoleAges(question, [article], tagger).map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['How old is the suspect?', 'Bo Lund Jr., 27, turned himself in on Sunday.', '27'],
  ['How old is the suspect?', 'Police have arrested a 61-year-old man in Ostry.', '61'],
  ['how old is the suspect', 'The suspect, named as Bo Lund, 33, fled.', '33'],
  ['What is the age of the driver?', 'The driver, 34, was unhurt.', '34'],
  ["What is the driver's age?", 'Driver Bo Lund, 34, was unhurt.', '34'],
  ['How old is the driver of the lorry?', 'Ada Berg, 50, the driver of the lorry, wept.', '50'],
  ['How old was the boy?', 'A nine-year-old boy fell into the harbour.', 'nine'],
  ['How old is the victim?', 'The victim, a 23-year-old man, was found at noon.', '23'],
  ['How old is the bridge?', 'The 40-year-old road bridge was closed.', '40'],
  ['How old is the church?', 'The storm broke the roof of a 17th-century church.', '17th-century'],
  ['How old is the ferry?', 'The ferry is 30 years old.', '30'],
])('%s is the age that stands with it: %s', (question, text, age) => {
  expect(ages(question, text)).toEqual([age]);
});

test.each([
  // Another's, one of several, an earlier one, and no age.
  ['How old is the driver?', "The driver's daughter, 9, was unhurt."],
  ['How old is the mother?', 'The mother of Tor Lie, 9, wept.'],
  ['How old is the suspect?', 'A third suspect, 18-year-old Bo Lund, was there.'],
  ['How old is the suspect?', 'Bo Lund, 27, was arrested. The other suspects got away.'],
  ['How old is the suspect?', 'Bo Lund, 27, was never arrested.'],
  ['How old is the suspect?', 'Bo Lund, 27, was arrested in 1996 in Ostry.'],
  ['How old is the suspect?', 'Bo Lund, 27, was arrested. Nils Holm, 30, was charged.'],
  ['How old is the boy?', 'A nine-year-old boy and a seven-year-old boy fell into the harbour.'],
  ['How old is the boy?', 'She posed as a 14-year-old boy.'],
  ['How old is the boy?', 'A 40-year-old boy band sang.'],
  ['How old is the building?', 'The building burned down on August 8, 2012.'],
  ['How old is the driver of the bus?', 'The driver of the lorry, 34, was unhurt.'],
  // Whoever is arrested is no killer; a number is no age; what belongs to somebody is not so old as he is.
  ['How old is the killer?', 'Bo Lund, 27, was arrested for trespass.'],
  ['How old is the marker?', 'He drove by mile marker 442, near Ostry.'],
  ['How old is the car?', 'The driver of the getaway car Bo Lund, 34, wept.'],
  ['How old is the shop?', 'An officer employed by a nearby shop, a 61-year-old man, fell.'],
  ['How old is the site?', 'A 19-year-old at a site in Ostry fell ill.'],
  ['How old are the reporters?', 'The 24-year-old told reporters so.'],
  ['How old is the house?', 'She was the youngest member of the house at the age of 25.'],
  ['How old is the singer?', 'He began when he was an eight-year-old singer in Ostry.'],
  ['How old is Bo Lund?', 'Bo Lund, 27, was arrested.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(ages(question, text)).toEqual([]);
});
