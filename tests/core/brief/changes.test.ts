import { describe, expect, it } from 'vitest';
import type { StoredArticle } from '../../../src/core/article.ts';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { findChanges } from '../../../src/core/brief/changes.ts';
import { suggestQuestions } from '../../../src/core/brief/suggest.ts';
import { read } from './make.ts';

function stored(id: string, text: string, version = 1): StoredArticle {
  const status = {
    space: null,
    source: null,
    path: null,
    guid: null,
    retrieved: '2021-04-20T00:00:00Z',
    changed: '2021-04-20T00:00:00Z',
    version,
    teaser: false,
    withdrawn: null,
    corrected: null,
  };
  return { ...read(text, { id }), status };
}

describe('changes since the last brief', () => {
  const old = stored(
    'old',
    'Five people were killed in the fire at the mill. “It was terrible,” said Peter Dahl.',
  );
  const added = stored(
    'new',
    'Seven people were killed in the fire at the mill. “We will rebuild it,” said Anna Weber.',
  );

  it('are new articles, new quotations and figures that changed', () => {
    expect(findChanges([old, added], [old])).toEqual({
      added: ['new'],
      changed: [],
      quotes: 1,
      figures: [{ from: 'Five people', to: 'Seven people', article: 'new' }],
    });
  });
  it('are new versions', () => {
    expect(findChanges([stored('old', old.text, 2)], [old])).toEqual({
      added: [],
      changed: ['old'],
      quotes: 0,
      figures: [],
    });
  });
  it('are what is new inside a new version', () => {
    const text = `${old.text.replace('Five', 'Nine')} “It was arson,” said Ole Berg.`;
    expect(findChanges([stored('old', text, 2)], [old])).toEqual({
      added: [],
      changed: ['old'],
      quotes: 1,
      figures: [{ from: 'Five people', to: 'Nine people', article: 'old' }],
    });
  });
  it('are those of the event alone, and the newest of them', () => {
    const on = (id: string, published: string, text: string): StoredArticle => ({
      ...stored(id, text),
      ...read(text, { id, published }),
    });
    const first = on('a', '2021-04-20', 'A flood in Falkholm has killed at least 41 people, officials said.');
    const second = on('b', '2021-04-21', 'The flood in Falkholm has killed 87 people, officials said.');
    const third = on(
      'c',
      '2021-04-23',
      'It was the worst flood in Falkholm since 1953, when a flood killed 500 people. Trucks with food reached the valley after the flood that killed at least 112 people.',
    );
    expect(findChanges([first, second, third], [first]).figures).toEqual([
      { from: '41 people', to: '112 people', article: 'c' },
    ]);
  });
  it('are a sum where its own article changes it, and never that of another thing', () => {
    const text = 'Mayor Peder Aasgard said repairs of the bridge would cost 3.2 million euros.';
    const before = stored('old', text);
    const corrected = stored('old', text.replace('3.2', '4.7'), 2);
    expect(findChanges([corrected], [before]).figures).toEqual([
      { from: '3.2 million euros', to: '4.7 million euros', article: 'old' },
    ]);
    const other = stored('new', 'Mayor Peder Aasgard said two more ferries would cost 90,000 euros a week.');
    expect(findChanges([before, other], [before]).figures).toEqual([]);
  });
  it('are no number that one of the articles gave before, though another gave a different one', () => {
    const two = stored('two', 'The fire at the mill killed seven people. The roof is of slate.');
    const changed = stored('two', two.text.replace('slate', 'straw'), 2);
    expect(findChanges([old, changed], [old, two]).figures).toEqual([]);
    const third = stored('three', 'In the fire at the mill seven people were killed.');
    expect(findChanges([old, two, third], [old, two]).figures).toEqual([]);
  });
  it.each([
    'The fire at the mill has also killed seven people in a house beside it.',
    'Seven people were killed in the fire at the mill so far this year.',
  ])('are no toll of something else: %s', (text) => {
    expect(findChanges([old, stored('new', text)], [old]).figures).toEqual([]);
  });
  it('are quotations that turn an earlier one around', () => {
    const turned = stored('new', 'Peter Dahl spoke again. “It was not terrible,” said Peter Dahl.');
    expect(findChanges([old, turned], [old]).quotes).toBe(1);
    const again = stored('new', 'Peter Dahl spoke again. “It was terrible …” said Peter Dahl.');
    expect(findChanges([old, again], [old]).quotes).toBe(0);
  });
  it('are none where nothing came', () => {
    expect(findChanges([old], [old])).toEqual({
      added: [],
      changed: [],
      quotes: 0,
      figures: [],
    });
  });
});

describe('suggested questions', () => {
  it('ask for what the articles say', () => {
    const articles = [
      read(
        'Eleven people were injured in the fire at the mill. “We will rebuild the mill together,” said Anna Weber, the mayor. The ministers will meet in Oslo.',
        { id: 'a' },
      ),
    ];
    const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
    const questions = suggestQuestions(buildBrief(articles, options), articles);
    expect(questions).toContain('How many people were injured in the fire at the mill?');
    expect(questions).toContain('Where will the ministers meet?');
    expect(questions.some((question) => question.startsWith('What did Anna Weber say'))).toBe(true);
  });
  it('are none for nothing', () => {
    const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
    expect(suggestQuestions(buildBrief([], options), [])).toEqual([]);
  });
  it('are sentences that people would say', () => {
    const text =
      'Some 400 men who had been imprisoned were freed in Horten. Twelve cars were also burned in the streets of Horten. In May, Authorities arrested Peter Dahl. The authorities met. In June, Anna Weber phoned Peter Dahl.';
    const articles = [read(text, { published: '2024-07-01' })];
    const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
    const questions = suggestQuestions(buildBrief(articles, options), articles);
    expect(questions).toContain('How many cars were burned in the streets of Horten?');
    expect(questions).toContain('When did authorities arrest Peter Dahl?');
    expect(questions).toContain('When did Anna Weber phone Peter Dahl?');
    expect(questions.join(' ')).not.toContain('men who');
  });
  it('are not made of what is cut, or of half a number', () => {
    const text =
      'In May, Anna Weber endorsed Sen. Peter Dahl. In June, Anna Weber endorsed Omar Brandt. The lake held 10 million fish and was closed.';
    const articles = [read(text, { published: '2024-07-01' })];
    const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
    const questions = suggestQuestions(buildBrief(articles, options), articles);
    expect(questions).toContain('When did Anna Weber endorse Omar Brandt?');
    expect(questions.filter((question) => /Sen|million/.test(question))).toEqual([]);
  });
  it('end where the next thing begins to be said, and call things as the articles do', () => {
    const text =
      'Police said 40 protesters were arrested in Falkholm, and, in a sign of anger, shops were closed. The fire killed at least 12 people. In May, Anna Weber told Peter Dahl. “The Falkholm Harbour Board must answer for this fire,” said Anna Weber, the mayor. A lawyer spoke for the Falkholm Harbour Board. The Falkholm Harbour Board met. “Africa needs more harbours than it has,” said Peter Dahl, a baker. He spoke at the Africa fair.';
    const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
    const articles = [read(text, { title: 'Fire at the Falkholm Harbour Board, Africa' })];
    const questions = suggestQuestions(buildBrief(articles, options), articles);
    expect(questions).toContain('How many protesters were arrested in Falkholm?');
    expect(questions).toContain('How many people were killed?');
    expect(questions.filter((question) => question.startsWith('When'))).toEqual([]);
    for (const question of questions)
      expect(question).not.toMatch(/about (?:Falkholm Harbour Board|the Africa)/);
  });
});
