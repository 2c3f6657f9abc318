import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNamedIn } from '../../../src/core/brief/topic-words.ts';
import { buildTopics, findNearest, readTopicNames } from '../../../src/core/brief/topics.ts';
import { read } from './make.ts';

describe('topics of stories', () => {
  const articles = [
    read('Ingrid Solberg met Peter Dahl in Falkholm. Solberg and Dahl spoke about the bridge.', {
      id: 'a',
      title: 'Solberg meets Dahl over the bridge',
    }),
    read('Peter Dahl said that Ingrid Solberg had agreed to repair the bridge. Dahl was content.', {
      id: 'b',
      title: 'Dahl: Solberg agreed to repair bridge',
    }),
  ];
  const story = articles.map((article) => ({
    id: article.id,
    title: article.title,
    names: readTopicNames(article),
  }));

  it('are called by the two most prominent names', () => {
    const [topic] = buildTopics([story]);
    expect(topic?.slug.split('-').sort()).toEqual(['dahl', 'solberg']);
    expect(topic?.articles).toEqual(['a', 'b']);
  });
  it('go by what the headlines share before what they do not hold', () => {
    const titles = ['Bomb at Tarsu market kills two', 'Market bomb in Tarsu', 'Two dead in Tarsu market'];
    const story = titles.map((title, at) => ({ id: `${at}`, title, names: ['Zone', 'Tarsu', 'Ketil Moe'] }));
    expect(buildTopics([story])[0]?.slug).toBe('tarsu-market');
  });
  it('name nobody twice', () => {
    const story = ['Olga Rask dies at 90', 'Actor Olga Rask is dead'].map((title, at) => ({
      id: `${at}`,
      title,
      names: ['Rask', 'Olga', 'Horten'],
    }));
    expect(buildTopics([story])[0]?.slug).toBe('rask-horten');
  });
  it('have slugs of their own', () => {
    const slugs = buildTopics([story, story]).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(2);
  });
  it('without names are called by their title', () => {
    expect(buildTopics([[{ id: 'x', title: 'wheat prices rise again', names: [] }]])[0]?.slug).toBe(
      'wheat-prices-rise',
    );
  });
});

describe('the topic somebody meant', () => {
  const topics = ['solberg-dahl', 'falkholm-bridge', 'wheat-prices'].map((slug) => ({
    slug,
    title: slug.replace('-', ' '),
  }));
  const nearest = (query: string) => findNearest(query, topics, 3).map(({ slug }) => slug);

  it('is found by spelling and by shared words', () => {
    expect(nearest('solberg-dhal')[0]).toBe('solberg-dahl');
    expect(nearest('the brigde in falkholm')).toEqual([]);
    expect(nearest('brigde falkholm')).toEqual(['falkholm-bridge']);
    expect(nearest('dhal')).toEqual(['solberg-dahl']);
    expect(nearest('wheat')).toEqual(['wheat-prices']);
  });
  it('is none where nothing is like it', () => expect(nearest('football results')).toEqual([]));
  it('is no part of a longer word', () => {
    expect(isNamedIn('Kimberly met the mayor.', 'Kim')).toBe(false);
    expect(isNamedIn('Kim’s train has left.', 'kim')).toBe(true);
  });
  it('is looked for whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (query) => findNearest(query, topics, 3).length <= 3),
    );
  });
});
