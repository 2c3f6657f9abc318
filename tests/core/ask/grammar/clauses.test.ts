import { describe, expect, test } from 'vitest';
import type { Argument } from '../../../../src/core/ask/grammar/apposition.ts';
import { readClauses } from '../../../../src/core/ask/grammar/clauses.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';

const tagger = await openTagger();

/** "doer (as it is called beside) > verb > done", with what is added in brackets, for each verb of a sentence. */
function read(sentence: string): string[] {
  const words = tagger.tag(sentence);
  const say = (argument: Argument | null): string => {
    if (argument === null) return '-';
    const own = words.slice(argument.first, argument.last).map(({ word }) => word);
    return `${own.join(' ')}${argument.apposed ? ` (${say(argument.apposed)})` : ''}`;
  };
  return readClauses(words).map(({ verb, doer, done, added }) => {
    const rest = added.map((one) => ` [${one.preposition} ${say(one)}]`).join('');
    return `${say(doer)} > ${words[verb]?.word} > ${say(done)}${rest}`;
  });
}

describe('who does what to whom', () => {
  test.each([
    ['The storm closed the harbour.', ['The storm > closed > the harbour']],
    ['The harbour was closed by the storm.', ['the storm > closed > The harbour']],
    ['Lund was treated for a lung infection.', ['- > treated > Lund [for a lung infection]']],
    ['In 1952 the mayor of Ostry built a school.', ['the mayor of Ostry > built > a school [in 1952]']],
    ['Lund, the mayor, praised the divers.', ['Lund (the mayor) > praised > the divers']],
    ['Lund praised the divers and left the town.', ['Lund > praised > the divers', 'Lund > left > the town']],
    ['The man driving the lorry was arrested.', ['The man > driving > the lorry', '- > arrested > The man']],
    ['Lund, who paid the bribes, fled.', ['Lund > paid > the bribes', 'Lund > fled > -']],
    [
      'The school that was built by the nuns was closed.',
      ['the nuns > built > The school', '- > closed > The school'],
    ],
    ['Norway chose Lund and Sweden chose Berg.', ['Norway > chose > Lund', 'Sweden > chose > Berg']],
    ['Lund and Berg met the king.', ['Lund and Berg > met > the king']],
    ['Its CEO, Ada Reed, left the firm.', ['Its CEO (Ada Reed) > left > the firm']],
    ['Ada Reed, its CEO, left the firm.', ['Ada Reed (its CEO) > left > the firm']],
    [
      'They praised Ada Reed, the engineer at Ostry University who built the bridge.',
      ['They > praised > Ada Reed', 'the engineer (Ada Reed) > built > the bridge'],
    ],
    [
      'A fire started by two boys destroyed the mill.',
      ['two boys > started > A fire', 'A fire > destroyed > the mill'],
    ],
    [
      'The mill, bought by Norvik in 2018, is to close.',
      ['Norvik > bought > The mill [in 2018]', 'The mill > is > -', 'The mill > close > -'],
    ],
    [
      '“The mill is old,” said Reed, who sold it.',
      ['The mill > is > -', 'Reed > said > -', 'Reed > sold > it'],
    ],
    [
      'The mayor spoke of the letter Ada Reed sent to Ostry.',
      ['The mayor > spoke > - [of the letter Ada Reed]', 'Ada Reed > sent > - [to Ostry]'],
    ],
    ['Profits rose by a third.', ['Profits > rose > - [by a third]']],
    ['The mill survived by selling flour.', ['The mill > survived > -', 'The mill > selling > flour']],
    ['The firm closed the mill, Reed said.', ['The firm > closed > the mill', 'Reed > said > -']],
  ])('%s', (sentence, clauses) => {
    expect(read(sentence)).toEqual(clauses);
  });

  test('a sentence without a verb has no clause', () => {
    expect(read('Rain over Ostry.')).toEqual([]);
    expect(readClauses([])).toEqual([]);
  });
});
