import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { read } from './make.ts';

function peopleOf(...articles: { readonly text: string; readonly about?: Partial<Article> }[]): string[] {
  const made = articles.map(({ text, about }, at) => read(text, { id: `a${at}`, ...about }));
  const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
  return buildBrief(made, options).people.map(({ name, statement }) => `${name}: ${statement.shown}`);
}

const HARBOUR =
  'The harbour of Falkholm was closed on Monday. The harbour master, Anna Weber, said that the crane had fallen. Weber has run the harbour since 2011. Boats wait outside.';
const CRANE =
  'The crane of Falkholm fell because a bolt broke, Anna Weber said. Interior Minister Peter Holm promised a new one. Holm did not say when.';

describe('who is who', () => {
  it('has everybody once, who is named in most articles first, with a sentence that tells their office', () => {
    expect(peopleOf({ text: HARBOUR }, { text: CRANE })).toEqual([
      'Anna Weber: The harbour master, Anna Weber, said that the crane had fallen.',
      'Peter Holm: Interior Minister Peter Holm promised a new one.',
    ]);
  });

  it('leaves out who only wrote about it', () => {
    expect(peopleOf({ text: HARBOUR, about: { author: 'Anna Weber' } })).toEqual([]);
  });

  it('leaves out who is named in passing, and whose name is no person’s', () => {
    const text =
      'The bridge was named after John Larsen. Marlow Biscuits, the maker of tea cakes, paid for it. Marlow sold its mill in Falkholm.';
    expect(peopleOf({ text })).toEqual([]);
  });

  it('leaves out a surname alone, a house with its article, and a name that runs into a day', () => {
    const text =
      'Van Brunt warned the town on Friday, and Van Brunt left. “We saw it,” El Faro said, and El Faro said it again. People prayed on Marlow Friday.';
    expect(peopleOf({ text })).toEqual([]);
  });

  it('does not call somebody a son or a friend of nobody', () => {
    const told = (role: string) =>
      peopleOf({ text: `“The mill is closed and it stays closed,” said ${role}, Peter Holm. Holm left.` });
    expect(told('his brother')).toEqual([]);
    expect(told('the baker')).toHaveLength(1);
  });

  it('is empty where nobody is named in full', () => {
    expect(peopleOf({ text: 'The mayor closed the harbour. It stays closed.' })).toEqual([]);
  });
});
