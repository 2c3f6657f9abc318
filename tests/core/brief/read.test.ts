import { describe, expect, it } from 'vitest';
import { chooseRead, MOST_READ } from '../../../src/core/brief/read.ts';

const none = new Map<string, string>();
const article = (publisher: string | null, at: number) => ({ id: `${publisher} ${at}`, publisher });
const wires = Array.from({ length: 150 }, (_, at) => article('Wire', at));

describe('which of very many articles are read', () => {
  it('reads all of as many as people follow', () => {
    const few = wires.slice(0, MOST_READ);
    expect(chooseRead(few, none)).toEqual(few);
  });

  it('reads one of each house before the second one of any, in the order given', () => {
    const read = chooseRead(
      [...wires, article('The Ledger', 0), article(null, 0), article('Wire', 999)],
      none,
    );
    expect(read).toHaveLength(MOST_READ);
    expect(read.map(({ id }) => id).slice(-3)).toEqual([`Wire ${MOST_READ - 3}`, 'The Ledger 0', 'null 0']);
  });

  it('takes publishers of one family for one house', () => {
    const family = new Map([['the ledger', 'wire']]);
    expect(chooseRead([...wires, article('The Ledger', 0)], family).at(-1)?.id).toBe(`Wire ${MOST_READ - 1}`);
  });
});
