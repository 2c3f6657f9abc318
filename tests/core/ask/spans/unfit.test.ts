import { expect, test } from 'vitest';
import { possible } from '../../../fakes/possible-words.ts';

test('a name with hyphens is whole or nothing', () => {
  const found = possible('Which chain closed?', 'Ost-by-Sea closed all of its shops.');
  expect(found).toContain('Ost-by-Sea');
  expect(found).not.toContain('Ost');
});

test('which towns is not answered by how many, nor by what is no town', () => {
  const found = possible(
    'Which of the following towns grew most?',
    'Larkfield grew most of the 50 largest towns, a long winter aside.',
  );
  expect(found).toContain('Larkfield');
  expect(found).not.toContain('50');
  expect(found).not.toContain('long winter');
});

test('the name of somebody is a name, and no house', () => {
  const found = possible(
    'What is the name of the engineer?',
    'The engineer, Ada Reed, works with a young colleague for Ostry Engines.',
  );
  expect(found).toContain('Ada Reed');
  expect(found).not.toContain('young colleague');
  expect(found).not.toContain('Ostry Engines');
});

test('what kind is told by what stands before the noun, and not by the noun alone', () => {
  const found = possible('What kind of timber was sold?', 'A stack of oak timber was sold with the truck.');
  expect(found).toContain('oak timber');
  expect(found).not.toContain('stack of oak timber and timber');
  expect(found).not.toContain('timber');
  expect(found).not.toContain('truck');
});

test('of what somebody died is neither when nor where', () => {
  const found = possible('What did Lund die of?', 'Lund died of pneumonia on 4 May in a nursing home.');
  expect(found).toContain('pneumonia');
  expect(found).not.toContain('4 May');
  expect(found).not.toContain('nursing home');
});

test('where is no thing that is no place, unless something leads there', () => {
  const found = possible(
    'Where will the fair take place?',
    'Arrangements for the fair will be made known: it may take place behind the harbour, its friends wrote on Twitter.',
  );
  expect(found.some((words) => words.endsWith('harbour'))).toBe(true);
  expect(found).not.toContain('Arrangements');
  expect(found).not.toContain('Twitter');
});

test('a year is no age of anybody', () => {
  const found = possible('How old was Lund when she died?', 'Lund died in 1984, 71 years old.');
  expect(found).toContain('71');
  expect(found).not.toContain('1984');
});

test('what is paid is no share, unless a share is asked for', () => {
  const text = 'Ostry Ferries paid $80 million, a 30 percent premium, for the yard.';
  const paid = possible('How much did Ostry Ferries pay for the yard?', text);
  expect(paid).toContain('$80 million');
  expect(paid).not.toContain('30 percent');
});

test('of "out of 40 boats" the number is how many there are in all', () => {
  const found = possible(
    'How many boats did Lund inspect?',
    'Out of 40 boats, Lund inspected only nine boats.',
  );
  expect(found.some((words) => words.startsWith('nine'))).toBe(true);
  expect(found).not.toContain('40');
  expect(found).not.toContain('40 boats');
});

test('who signed is counted by signatures, and a number counts the last noun behind it', () => {
  expect(possible('How many people signed the letter?', 'The letter has 900 signatures.')).toContain('900');
  const found = possible('How many people watched?', 'The 6 new television shows were watched.');
  expect(found).not.toContain('6');
});

test('a shop may have a name like those of people', () => {
  const text = 'Cheap fuel: Brandtz lowers its prices. Mayor Ada Reed is glad.';
  expect(possible('Which retailer lowers its prices?', text)).toContain('Brandtz');
  expect(possible('Which retailer is glad?', text)).not.toContain('Ada Reed');
});

test('how many is no year, and no number of a name', () => {
  const found = possible('How many boats took part?', 'The Velmar 91 drill of 2014 had 12 boats.');
  expect(found).toContain('12 boats');
  expect(found).not.toContain('2014');
  expect(found).not.toContain('Velmar 91');
});

test('a people may stand between a number and those whom it counts', () => {
  const found = possible('How many Norwegians were aboard?', 'It carried 152 Norwegian nationals.');
  expect(found).toContain('152 Norwegian nationals');
});

test('a title has capitals all through', () => {
  const found = possible(
    'What is the title of the film?',
    'The film Boats of Ostry enraged the sailing world.',
  );
  expect(found).toContain('Boats of Ostry');
  expect(found).not.toContain('sailing world');
});

test('a state is no city, and a country no state', () => {
  const text = 'The fair was held in Austin, Texas, and in Norway.';
  const cities = possible('In which city was the fair held?', text);
  expect(cities).toContain('Austin');
  expect(cities).not.toContain('Texas');
  expect(cities).not.toContain('Norway');
  const states = possible('In which US state was the fair held?', text);
  expect(states).toContain('Texas');
  expect(states).not.toContain('Norway');
  expect(possible('In which country was the fair held?', text)).not.toContain('Texas');
});

test('a vote has numbers, and a nationality is a people', () => {
  const vote = possible(
    'What was the vote in the council?',
    'The council of Ostry voted 21-17 on the port deal.',
  );
  expect(vote).toContain('21-17');
  expect(vote).not.toContain('port deal');
  const people = possible('What nationality was the sailor?', 'The sailor, a Norwegian cook, fell ill.');
  expect(people.some((words) => words.startsWith('Norwegian'))).toBe(true);
  expect(people).not.toContain('cook');
});

test('which two is not answered by one, nor by what is joined to something else', () => {
  const text =
    'Velmar and Ostry stopped fishing after Larkfield, and the strife at sea and other woes went on.';
  const found = possible('Which two towns stopped fishing?', text);
  expect(found).toContain('Velmar and Ostry');
  expect(found).not.toContain('Larkfield');
  expect(found.some((words) => words.includes('strife'))).toBe(false);
});

test('who is nobody in small letters that is only an adjective, and where is no adjective', () => {
  const text =
    'The sailor was not alone, the cook said: it was unfair. Ada Reed, Ostry-born, is based in Larkfield.';
  expect(possible('Who else was there?', text)).not.toContain('alone');
  const where = possible('Where is Ada Reed based?', text);
  expect(where).toContain('Larkfield');
  expect(where).not.toContain('unfair');
  expect(where).not.toContain('Ostry-born');
});

test('a region is no country', () => {
  const found = possible(
    'Which country is the richest?',
    'Norway is the richest of all, in Europe and beyond.',
  );
  expect(found).toContain('Norway');
  expect(found).not.toContain('Europe');
});

test('a distance is no time, and a sum is told where money is spoken of', () => {
  const text = 'The reef is 30 miles away and two million years old: it weighs 10 million tons.';
  expect(possible('How far away is the reef?', text)).not.toContain('two million years');
  expect(possible('How much did the reef cost?', text)).not.toContain('10 million');
  expect(possible('How much did the yard cost?', 'The yard cost 4 million.')).toContain('4 million');
});

test('how many is no share, unless it is asked how many per cent', () => {
  const text = 'Of all sailors 72 percent left, and 40 sailors stayed.';
  expect(possible('How many sailors left?', text).some((words) => words.includes('72'))).toBe(false);
  expect(possible('How many per cent of sailors left?', text).some((words) => words.includes('72'))).toBe(
    true,
  );
});

test('which judge is no court', () => {
  const found = possible(
    'Which judge freed the sailor?',
    'Judge Ada Reed of the Ostry Court freed the sailor.',
  );
  expect(found.some((words) => words.includes('Reed'))).toBe(true);
  expect(found).not.toContain('Ostry Court');
});

test('a member state is a country, and Georgia a state', () => {
  expect(possible('Which member state vetoed the plan?', 'Norway vetoed the plan.')).toContain('Norway');
  const text = 'The fair was held in Georgia.';
  expect(possible('In which US state was the fair held?', text)).toContain('Georgia');
});

test('a share further on is not that of a count', () => {
  const found = possible('How many sailors left?', 'In May 120 left, 5% more than before.');
  expect(found).toContain('120');
});

test('what no group has done no group is told to have done', () => {
  const found = possible('Who claimed the attack?', 'No group claimed the attack, said the mayor.');
  expect(found.filter((words) => /group/i.test(words))).toEqual([]);
});

test('who somebody is no opinion tells', () => {
  const found = possible('Who is Ada Reed?', 'Ada Reed is the best candidate, and a baker.');
  expect(found).not.toContain('best candidate');
});

test('words do not break off', () => {
  const found = possible(
    'Why was Lund sacked?',
    'Lund was sacked for a reason not to trust him, saying the board lied.',
  );
  expect(found.filter((words) => /saying$/.test(words))).toEqual([]);
});

test('a share is told whole', () => {
  const found = possible('What share of the residents left?', 'Some 1 in 4 residents left in 24 hours.');
  expect(found).toContain('1 in 4');
});

test('where somebody sits in parliament is no place, and a sum is no age', () => {
  expect(possible('Where did Lund go?', 'Bo Lund (R-Pa.) went to Ostry.')).not.toContain('R-Pa');
  expect(possible('How old is the statue?', 'The statue, worth $4m, is 300 years old.')).not.toContain('$4m');
});

test('where is not told by whose governor somebody is, nor by a house to which nothing leads', () => {
  const text = 'Norland Gov. Ada Reed told it to the Harbour Union in Ostry.';
  const found = possible('Where did Reed say it?', text);
  expect(found).toContain('Ostry');
  expect(found).not.toContain('Norland');
});

test('days between which something was are not when it was', () => {
  const text = 'The light was found by Reed in May, and faded on days 27 and 48.';
  expect(possible('When was the light found?', text)).not.toContain('days 27 and 48');
});

test('how many is not how old', () => {
  const text = 'Ada Reed, 56, has four sons.';
  expect(possible('How many sons does Ada Reed have?', text)).not.toContain('56');
});

test('what is scheduled is no reason', () => {
  const text = 'The rally, scheduled to take place in Ostry, was off because the hall was empty.';
  const found = possible('Why was the rally off?', text);
  expect(found.filter((words) => /take place/.test(words))).toEqual([]);
});

test('what was is not when it will be', () => {
  const text = 'Bo Lund will meet her in Ostry, where he came in 2019.';
  expect(possible('When will Lund meet Reed?', text)).not.toContain('2019');
});

test('the final score has two numbers', () => {
  const found = possible('What was the final score?', 'The Seals won 2-1 after Lund had scored 29 points.');
  expect(found).toContain('2-1');
  expect(found).not.toContain('29 points');
});

test('the day on which something was said is not when it begins', () => {
  const text = 'The festival from next July will begin with a parade, the organiser said on Tuesday.';
  expect(possible('When does the festival begin?', text)).not.toContain('Tuesday');
  expect(possible('When did the organiser say so?', text)).toContain('Tuesday');
});

test('somebody who says everything late takes no time', () => {
  const text = `The festival will begin, the organiser said ${'late on '.repeat(40)}old Tuesday.`;
  expect(possible('When does the festival begin?', text)).toContain('Tuesday');
});

test('a range is whole', () => {
  const offer = 'Lund turned down an offer worth $700-$800 million.';
  expect(possible('How much did Lund turn down?', offer).filter((words) => /\d/.test(words))).not.toContain(
    '$700',
  );
  expect(possible('How much did Lund turn down?', offer)).toContain('$700-$800 million');
  expect(possible('How long does it take?', 'It takes four to six weeks.')).toContain('four to six weeks');
});

test('a name keeps its article in the middle of a sentence', () => {
  const found = possible('Where does the court sit?', 'The court sits in The Hague every spring.');
  expect(found).toContain('The Hague');
});

test('the whole of which a fraction is told is not how many', () => {
  const found = possible('How many owners must agree?', 'Three-fourths of the other 29 owners must agree.');
  expect(found).not.toContain('29 owners');
});

test('fifteen is a number', () => {
  expect(possible('How many boats sank?', 'Fifteen boats sank in the storm.')).toContain('Fifteen boats');
});

test('whoever met somebody was met, and whoever accused somebody was not accused', () => {
  expect(possible('Who met Lund?', 'Bo Lund met Ada Reed in Ostry.')).toContain('Ada Reed');
  expect(possible('Who was accused?', 'Ada Reed accused Bo Lund.')).toEqual(['Bo Lund']);
});

test('whoever speaks may be called by what they did', () => {
  const text = 'Lead scientist Professor Ada Reed, from Ostry University, said: “We were glad.”';
  expect(possible('Who led the research?', text)).toContain('Ada Reed');
});

test('the name of something stands beside it, or is said to be its name', () => {
  const text =
    'The tanker Aster reached Ada Reed at dawn. Bo Lund, the captain, waved, and the dog, named Star, barked.';
  expect(possible('What is the name of the captain?', text)).toContain('Bo Lund');
  expect(possible('What is the name of the captain?', text)).not.toContain('Ada Reed');
  expect(possible('What is the name of the animal?', text)).toContain('Star');
  const sold = possible(
    'What is the name of the fisherman?',
    'The boat was sold to a fisherman for $96,500.',
  );
  expect(sold).not.toContain('$96,500');
});

test('a thing that the question speaks of is nobody of whom it asks', () => {
  const horse = 'The horse, Lucky Star, was Ada Reed’s and went to Bo Lund.';
  expect(possible('Whose horse was sold?', horse)).not.toContain('Lucky Star');
  const chain = 'The bakery chain Ostry was founded by Bo Lund.';
  expect(possible('Who founded the chain?', chain)).toContain('Bo Lund');
  expect(possible('Who founded the chain?', chain)).not.toContain('Ostry');
  // Whoever is asked for may be called so.
  expect(possible('Who is the captain of the boat?', 'The captain, Bo Lund, waved.')).toContain('Bo Lund');
  expect(possible('Who was elected as captain?', 'The captain, Bo Lund, was elected.')).toContain('Bo Lund');
});

test('whoever founded another house did not found this one', () => {
  const text = "Norda's founder, Ada Reed, joined the board of Larkfield Mills.";
  expect(possible('Who founded Norda?', text)).toContain('Ada Reed');
  expect(possible('Who founded Larkfield Mills?', text)).not.toContain('Ada Reed');
});

test('a title in quotation marks is nobody', () => {
  const found = possible('Who wrote the song?', 'Ada Reed wrote the song, and "Ostry Calling" won.');
  expect(found).toContain('Ada Reed');
  expect(found).not.toContain('Ostry Calling');
});

test('a number is whole, and neither a day nor a score counts anything', () => {
  expect(possible('How many boats sank?', 'Forty-nine boats sank on 18 April after a 5-2 win.')).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:nine|nine boats|18|5-2)$/)]),
  );
  expect(possible('How much was paid?', 'The club paid £7.2m for him.')).not.toContain('£7.2');
});

test('an age stands as one: in years, behind a name, after "aged"', () => {
  const text =
    'Ada Reed, 44, ran 500 metres in 1:59, shut her shop for three days on 5 May and met a woman of 69, aged well.';
  const found = possible('How old is the runner?', text);
  expect(found).toContain('44');
  for (const other of ['500', '500 metres', '1:59', 'three days', '5']) expect(found).not.toContain(other);
  expect(possible('How old is the club?', 'The 134-year-old club will close.')).toContain('134');
});

test('what an answer is held against is none', () => {
  const found = possible(
    'What share recovered?',
    'Of the patients 46 per cent recovered, compared with 27 per cent.',
  );
  expect(found).toContain('46 per cent');
  expect(found).not.toContain('27 per cent');
});

test('of several the one that is asked for is spoken of', () => {
  const one = 'Ada Reed founded Norda in 2017.';
  expect(possible('Who founded Norda?', one)).toContain('Ada Reed');
  expect(possible('Who is the other founder of Norda?', one)).toContain('Ada Reed');
  expect(possible('Who are the other two founders of Norda?', one)).not.toContain('Ada Reed');
  expect(possible('Where is the third mill?', 'The mill is in Larkfield.')).not.toContain('Larkfield');
});

test('where is the whole of a place, and not what it is called after', () => {
  const found = possible('Where did the fire start?', 'The fire started near Larkfield quarry.');
  expect(found).toContain('Larkfield quarry');
  expect(found).not.toContain('Larkfield');
  // Where the landslide was, its name tells.
  expect(possible('Where was the landslide?', 'The Larkfield landslide killed two.')).toContain('Larkfield');
});

test('which novel is not answered by another one', () => {
  expect(possible('Which novel did Lund choose?', 'Lund chose another book.')).not.toContain('another book');
});

test('of what is not answered by a length of time', () => {
  const found = possible('What was Lund convicted of?', 'Lund was convicted of fraud and faces 20 years.');
  expect(found).toContain('fraud');
  expect(found).not.toContain('20 years');
});

test('which town it is, neither a person tells nor what has no name', () => {
  const found = possible(
    'Which city is the third largest?',
    'Rebels left, but the fall of the third largest city to government forces is a major blow to the opposition and a boost for Bo Lund weeks before he comes to Larkfield.',
  );
  expect(found).toContain('Larkfield');
  expect(found.filter((words) => !/^\p{Lu}/u.test(words))).toEqual([]);
  expect(possible('Which city got a bridge?', 'Ada Hale opened the bridge in Larkfield.')).toEqual([
    'Larkfield',
  ]);
});

test('a word of several parts is not cut, but for its number', () => {
  const found = possible(
    'What did the council paint?',
    'The council painted a black-and-white bridge with a 90-metre mural.',
  );
  expect(found).toContain('black-and-white bridge');
  expect(found.filter((words) => /black$|^white|^and/.test(words))).toEqual([]);
});

test('which ones is not answered by "certain" ones', () => {
  const found = possible('Which borrowers get it?', 'Certain borrowers get it, and student borrowers, too.');
  expect(found).toContain('student borrowers');
  expect(found).not.toContain('Certain borrowers');
});

const ARREST =
  'Police allege Bo Reed met a 52-year-old man in a car park on Monday. The body was found in the Velm in 2003, and the owner died at 5:15 a.m. in one of two hospices.';

test('an age is no time, and neither a year nor an hour counts anything', () => {
  const when = possible('When did they meet?', ARREST);
  expect(when.filter((words) => words.includes('52'))).toEqual([]);
  expect(when.some((words) => words.includes('Monday'))).toBe(true);
  const counted = possible('How many hospices were there?', ARREST);
  expect(counted.filter((words) => /5:15|2003$/.test(words) && /\D/.test(words))).toEqual([]);
  expect(possible('When did the owner die?', ARREST).some((words) => words.includes('5:15'))).toBe(true);
});

test('what is denied is not the answer, unless it is asked for', () => {
  const text = 'The winner was not Ada Lund, the jury said, but Bo Reed.';
  expect(possible('Who was the winner?', text)).not.toContain('Ada Lund');
  expect(possible('Who was not the winner?', text)).toContain('Ada Lund');
});

test('how many is not answered by an age, nor by an hour without its half of the day', () => {
  const found = possible(
    'How many people died?',
    'Ada Reed, a 62-year-old pilot, said that her brother died aged 88 and her aunt died at age 91, at 8 a.m. on Sunday, and three people with them.',
  );
  expect(found).toContain('three people');
  expect(found.filter((words) => /^(?:62|8|88|91|age[ds]? \d+|died aged 88)$/.test(words))).toEqual([]);
});

test('nobody dies of whom he was with', () => {
  const found = possible(
    'What did Lund die of?',
    'Lund was in Ostry with his partner, Anders, when he died.',
  );
  expect(found.filter((words) => /partner|Anders/.test(words))).toEqual([]);
});

test('of what something is made, no deed tells', () => {
  const found = possible(
    'What was it made of?',
    'The cold made it difficult to play the fiddle, and the boat of oak was sold.',
  );
  expect(found.filter((words) => /^(?:was|play|made|found|sold)\b/.test(words))).toEqual([]);
});
