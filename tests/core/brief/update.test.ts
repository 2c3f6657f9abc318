import { describe, expect, test } from 'vitest';
import { buildUpdate } from '../../../src/core/brief/update.ts';
import { readArticle } from '../../fakes/read-article.ts';

const TOLD =
  'The night ferry between Aldby and Torvik will stop running in May, the harbour company said on Monday.';
const FUEL = '“We cannot pay for the fuel any longer,” said Ines Holm, the director of the harbour company.';

function update(before: string, fresh: string) {
  const [old, news] = [readArticle({ id: 'old', text: before }), readArticle({ id: 'new', text: fresh })];
  const { statements, quotes, sources } = buildUpdate([old], [news], new Map());
  return {
    shown: statements.map((statement) => statement.shown),
    quotes: quotes.map(({ words }) => words.join(' ')),
    sources: sources.map(({ article }) => article),
  };
}

/** More than an update has room for, so that its sentences are chosen. */
const LONG =
  'The council of Torvik offered 2 million crowns for the boat on Tuesday. The neighbouring town of Selby promised 500,000 crowns more, and the bank of Aldby lent the rest at four percent. Passengers collected 9,000 names in a week and brought them to the harbour office in three boxes.';

describe('an update', () => {
  test('has what is new and nothing that was told', () => {
    const { shown, sources } = update(TOLD, `${TOLD} ${LONG}`);
    expect(shown.join(' ')).toContain('2 million crowns');
    expect(shown.join(' ')).not.toContain('stop running');
    expect(sources).toEqual(['new']);
  });

  test('has no sentence that leans on one before it', () => {
    const { shown } = update(
      TOLD,
      `${TOLD} ${LONG} They also want 40 jobs in Aldby and Torvik to be kept until 2030.`,
    );
    expect(shown.join(' ')).toContain('2 million crowns');
    expect(shown.join(' ')).not.toContain('They also');
  });

  test('has no sentence from inside a quotation', () => {
    const spoken =
      '“The boat is our road,” said mayor Jonas Lund. “The company earned 12 million crowns in Aldby last year. Torvik paid 30 million crowns for the pier in 1998.”';
    const { shown } = update(TOLD, `${TOLD} ${LONG} ${spoken}`);
    expect(shown.join(' ')).toContain('2 million crowns');
    expect(shown.join(' ')).not.toContain('12 million');
  });

  test('has what there is where no new sentence stands alone', () => {
    const spoken =
      '“The boat is our road,” said mayor Jonas Lund. “The company earned 12 million crowns in Aldby last year. Torvik paid 30 million crowns for the pier in 1998, when the old one had burnt down and 40 boats with it, and nobody asked the company for a single crown. We gave it the ground, the light and the water for nothing, and a crane from Selby besides, so that it could begin in the spring.”';
    expect(update(TOLD, spoken).shown).not.toEqual([]);
  });

  test('has the quotations that are new, and no other', () => {
    const { quotes } = update(
      `${TOLD} ${FUEL}`,
      `${FUEL} “Torvik lives from this boat and from nothing else,” said mayor Jonas Lund.`,
    );
    expect(quotes).toEqual(['Torvik lives from this boat and from nothing else,']);
  });
});
