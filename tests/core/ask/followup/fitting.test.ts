import { describe, expect, it } from 'vitest';
import { buildAsked } from '../../../../src/core/ask/conversation.ts';
import { readPhrases } from '../../../../src/core/ask/followup/phrases.ts';
import { readReferents } from '../../../../src/core/ask/followup/referents.ts';
import type { Turn } from '../../../../src/core/ask/types.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const articles = [
  readArticle({
    id: 'a',
    text:
      'Minister Pavel Rado signed a secret harbour agreement at Ostry State University on Friday. ' +
      'Fishermen in Larkfield went on strike. Rado said the agreement was fair. Sofia Tarkan, an intern, was not there.',
  }),
];
const ask = (question: string, ...history: Turn[]): Promise<string> =>
  buildAsked(question, history, articles);

describe('a word that points back, where the articles are known,', () => {
  it('is no single person for "they"', async () => {
    expect(await ask('where were they going?', { question: 'What did Pavel Rado say?' })).toBe(
      'where were they going?',
    );
    expect(
      await ask('did they agree?', { question: 'Did Rado meet the fishermen?', answer: 'on Friday' }),
    ).toBe('did the fishermen agree?');
  });

  it('is one person, however the name ends', async () => {
    const turn = { question: 'Did Pavel Harris leave the union?' };
    const about = [readArticle({ id: 'b', text: 'Minister Pavel Harris left. Harris was tired.' })];
    expect(await buildAsked('when will they vote?', [turn], about)).not.toContain('Harris vote');
  });

  it('may be one thing of a phrase for several', async () => {
    const read = readPhrases('How many harbour workers are there?', await openTagger());
    const found = new Map(readReferents(read).map(({ text, plural }) => [text, plural]));
    expect(found.get('harbour workers')).toBe(true);
    expect(found.get('harbour')).toBe(false);
  });

  it('asks of several only what is several', async () => {
    expect(await ask('how many of them left?', { question: 'Did Velmar strike?' })).toBe(
      'how many of them left?',
    );
  });

  it('is nobody and no place where it is filmed or signed', async () => {
    const found = { question: 'Where was the footage found?', answer: 'Ostry State University' };
    expect(await ask('who filmed it?', found)).toBe('who filmed the footage?');
    expect(await ask('who signed it?', { question: 'Where is Ostry State University?' })).toBe(
      'who signed it?',
    );
  });

  it('is no quality where it is paid or opposed', async () => {
    const turns = [
      { question: 'What’s Sofia Tarkan’s real name?', answer: 'Sofia Lund' },
      { question: 'How much did Sofia Lund get?' },
    ];
    expect(await ask('who paid it?', ...turns)).toBe('who paid it?');
  });

  it('is a quality where it falls, and an animal where it does what people do', async () => {
    const rate = { question: 'What is the unemployment rate?' };
    expect(await ask('when did it dip?', rate)).toBe('when did the unemployment rate dip?');
    expect(await ask('did it fight?', { question: 'When was the dog found?' })).toBe('did the dog fight?');
  });

  it('is a report where it says something, and none where it pays', async () => {
    const report = { question: 'When was the safety report published?' };
    expect(await ask('did it blame the crew?', report)).toBe('did the safety report blame the crew?');
    expect(await ask('did it marry?', report)).toBe('did it marry?');
  });

  it('is alive only where it can be', async () => {
    const turn = { question: 'Did the fishermen block the roads?' };
    expect(await ask('are any of them still alive?', turn)).toBe('are any of the fishermen still alive?');
    const bare = { question: 'Did fishermen block the roads?' };
    expect(await ask('are any of them still alive?', bare)).toBe('are any of the fishermen still alive?');
  });

  it('stays open where it was left open before', async () => {
    const turn = { question: 'where was it found?', answer: 'a small ferry' };
    expect(await ask('how long is it?', turn)).toBe('how long is it?');
  });

  it('has an article where it is a part of what had one', async () => {
    const turn = { question: 'What was signed?', answer: 'a secret harbour agreement' };
    expect(await ask('who paid for it?', turn)).toMatch(/for (?:the|a) /);
  });

  it('is nobody over something', async () => {
    const turns = [
      { question: 'How many people came?' },
      { question: 'Did Tarkan sue Rado over the secret agreement?' },
    ];
    expect(await ask('where is it?', ...turns)).toBe('where is the secret agreement?');
  });

  it('is rather left than taken for what was said long ago and is unlikely', async () => {
    const turns = [
      { question: 'Who is Pavel Rado?', answer: 'invalidate a secret agreement she signed' },
      { question: 'Why did the fishermen strike?' },
    ];
    expect(await ask('who opposes it?', ...turns)).toBe('who opposes it?');
  });

  it('is no nationality', async () => {
    const turn = { question: 'Who are the French experts?' };
    expect(await ask('how much did it cost?', turn)).toBe('how much did it cost?');
  });
});
