import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../src/core/brief/lines.ts';
import { isFit, isPlain } from '../../../../src/core/brief/sentences/fit.ts';
import { read } from '../make.ts';

const fits = (text: string): boolean => readLines([read(text)]).some(isFit);

describe('what can stand in a brief', () => {
  it.each([
    'The court in Velmar ruled that the singer Mara Lund broke copyright law with her second album.',
    'The shop in Ostry was fined for tracking its customers with hidden cookies for three years.',
    'Jon Dahl was arrested after he answered an advertisement for a used car in the local paper.',
    'The network said that the firm had violated its terms of service when it sold the names.',
    'The police of Ostry misidentified the driver at first and arrested his brother on Monday.',
    'The ministry admitted that it had wrongly told 11 schools in Ostry that they would close.',
    'She asked her readers in March to subscribe to the newsletter of the union, the court heard.',
  ])('is news that speaks of what pages are full of: %s', (text) => expect(fits(text)).toBe(true));

  it.each([
    '10:30 | Leaves the harbour of Ostry and goes to the mill.',
    'RELATED | Why did the council of Ostry close the harbour?',
    'Sign up for the newsletter of the Ostry Herald with the best of the day in one place.',
    'By staying on this page you agree that our partners may store cookies for your next visit.',
    'Copyright 2021 The Ostry Herald and its partners in the north.',
    'The mayor has released the text of the speech, which can be read here in full.',
    'Correction 31 July 2021: An earlier version gave a wrong age for Mara Lund of Ostry.',
    'This article has been amended to make clear that not all of the workers were on strike.',
    'An earlier version of this article misstated the number of mills in Ostry as eleven.',
    'This story incorrectly said on Monday that 11 mills of the town of Ostry would close.',
    'This article was first published on May 4, 2021, by the Ostry Herald.',
    'A version of this article appeared in print on May 4, 2021, on page 3.',
    'FILE - In this May 3, 2021 photo, people watch a fire at the mill in Ostry.',
    'In this undated picture released by the family, Mara Lund stands near a harbour.',
    'Armed men guard a street near a town hall in Velmar May 6, 2021.',
    'Mayor Mara Lund speaks to the council of Ostry, Thursday, May 6, 2021, in Velmar.',
    'Video Ad Feedback A storm hits the harbour of Ostry 01:12.',
    'Please turn on JavaScript to watch the speech of the mayor of Ostry in full.',
    'Watch “The World from Velmar” tonight at half past six for the full report.',
    'Email Jon Dahl or follow him @dahl for more of the mill in Ostry.',
    'Alternatively, please call the police of Ostry on 0123 456, which takes calls at any hour.',
    'Continue reading the main story The mill of Ostry burned as the council of the town met.',
    'Following is a list of the bakers of Ostry with their ages and their mills.',
    'Mara Lund can be reached at lund@ostry.example at any hour of the day.',
    'The letter of the mayor, which 70 people of Ostry have signed, is posted below.',
    'Below, the six bakers of Ostry whom the mayor thanked in her speech.',
    'Subscriptions are $350 per year for the people of Ostry and of Velmar.',
    'More information: Mara Lund, Journal of Mills, published online: 4 May 2021.',
    'Mayor Mara Lund gives a thumbs-up at the mill in Ostry, Thursday, May 6, 2021.',
    'Image copyright Ostry Herald Image caption The mill was built by two brothers.',
    'This release of Ostry Mills contains forward-looking statements about its flour.',
    'Actual results of the mill may differ materially from those in this report.',
    'The head of Ostry Mills will host a conference call at nine on Friday.',
    'All persons in this list of the police of Ostry are presumed innocent until proven guilty.',
    'This interview with the mayor of Ostry has been lightly edited and condensed.',
    'The writer is a former mayor of Ostry who now runs a mill.',
    'The views expressed here are those of the author and not of the mill.',
    'The bakers asked not to be named because the mill is in court.',
    'The following incidents were reported by the police of Ostry.',
    'Q: The mayor says that the mill of Ostry is safe.',
  ])('is nothing of the page: %s', (text) => expect(fits(text)).toBe(false));

  it.each([
    'The treaty was signed in Velmar on May 6, 2021.',
    'The mayor said that the treaty of Ostry was signed Thursday, May 6, 2021, in Velmar.',
    'Mara Lund was born in Ostry, and the mill closed in December 2021.',
    'The baker asked: “Please call my brother in Ostry,” the court heard on Monday.',
    'This photo was taken by her brother, Mara Lund told the court in Ostry.',
    'The council of Ostry will host a fair beside the mill in May.',
    'The writer Mara Lund was found in the mill of Ostry on Monday.',
    'The mayor said the results of the vote may differ from those of May.',
    'The baker was presumed dead until her mill was found on Monday.',
    'The judge declined to name the baker of the mill of Ostry.',
  ])('is news: %s', (text) => expect(fits(text)).toBe(true));
});

describe('what is the article’s own statement', () => {
  const isOwn = (text: string): boolean => readLines([read(text)]).some((line) => isPlain(line));
  it.each([
    'A message left for the mayor of Horten was not immediately returned.',
    'The baker of Horten did not respond to a request for comment.',
    'The Herald has asked the bakery of Horten for comment.',
    'The mill is old, and the mayor is in his fifties.)',
    '(The mill of Horten is the oldest of the north.',
    '[21] The mill of Horten is the oldest of the north.',
    '[Was Anna Weber the baker of the mill of Horten?]',
    '2/ The mill of Horten is the oldest of the north.',
  ])('is neither the work of the writer nor half a remark: %s', (text) => expect(isOwn(text)).toBe(false));
  it.each([
    'The mayor of Horten has asked the council for a new bridge.',
    'The mill of Horten (built in 1902) was sold on Monday.',
    'The baker did not respond to a request for comment, but the council of Horten met on Monday in its old hall and closed his mill for a year.',
  ])('is what it tells: %s', (text) => expect(isOwn(text)).toBe(true));
});
