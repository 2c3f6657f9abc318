import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAsked, buildStandalone, understand } from '../../../src/core/ask/conversation.ts';
import { FOLLOW_FORESTS } from '../../../src/core/ask/followup/follow-weights.ts';
import { type KnownNames, nameCase, readKnownNames } from '../../../src/core/ask/followup/known-names.ts';
import { openLexicon } from '../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../fakes/read-article.ts';

/** Dialogues: "Q" what was asked, "A" what was answered, "?" a follow-up "=>" as it is understood, "=" for as it stands. */
function readDialogues() {
  const url = new URL('../../fixtures/follow-ups.txt', import.meta.url);
  return readFileSync(url, 'utf8')
    .trim()
    .split(/\n\n+/)
    .flatMap((dialogue) => {
      const history: { question: string; answer?: string }[] = [];
      return dialogue.split('\n').flatMap((line) => {
        const said = line.slice(2);
        const last = history.at(-1);
        if (line.startsWith('Q')) history.push({ question: said });
        else if (line.startsWith('A') && last !== undefined) last.answer = said;
        const [question = '', meant = ''] = said.split(' => ');
        if (!line.startsWith('?')) return [];
        const before = history.map((turn) => turn.question).join(' ');
        return [{ before, question, understood: meant === '=' ? question : meant, history: [...history] }];
      });
    });
}

describe('a follow-up', () => {
  it.each(readDialogues())('$before … $question', async ({ question, understood, history }) => {
    expect(await buildStandalone(question, history)).toBe(understood);
  });

  it('gets the name in the place of the word that points back', async () => {
    const history = [{ question: 'Who is Ada Winter?' }];
    expect(await buildStandalone('Where was she born?', history)).toBe('Where was Ada Winter born?');
  });

  it('asks of going to a place, and of being in it', async () => {
    const history = [{ question: 'Where is Larkfield?' }];
    expect(await buildStandalone('Is it safe to go there?', history)).toBe('Is it safe to go to Larkfield?');
    expect(await buildStandalone('Who lives there?', history)).toBe('Who lives in Larkfield?');
  });

  it.each(['And in Larkfield?', 'And in 2015?', 'Why?'])(
    'is read at once after any question: %s',
    async (question) => {
      const long = `How many ${' ?!. '.repeat(10_000)} shops closed in Ostry`;
      const began = performance.now();
      await buildStandalone(question, [{ question: long }]);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );

  it('gets a possessive where it points back with one', async () => {
    const history = [{ question: 'Tell me about the Larkfield ferry.' }];
    expect(await buildStandalone('What are its routes?', history)).toBe(
      'What are the Larkfield ferry’s routes?',
    );
  });

  it('of one word takes the question before', async () => {
    const history = [{ question: 'Did Larkfield close the harbour?' }];
    expect(await buildStandalone('Why?', history)).toBe('Why did Larkfield close the harbour?');
  });

  it('that asks about another takes the question with the other name', async () => {
    const history = [{ question: 'What does the mayor of Larkfield say?' }];
    expect(await buildStandalone('And Ostry?', history)).toBe('What does the mayor of Ostry say?');
  });

  it('that asks who else asks the same once more', async () => {
    const history = [{ question: 'Who met the mayor of Larkfield?' }];
    expect(await buildStandalone('Who else?', history)).toBe('Who else met the mayor of Larkfield?');
  });

  it('that asks for things of no article gets their kind in front of them', async () => {
    const history = [{ question: 'Tell me about solar power.', answer: 'Solar power is cheap.' }];
    expect(await buildStandalone('What are important projects?', history)).toBe(
      'What are important solar power projects?',
    );
  });

  it('that asks what there is gets no place', async () => {
    const history = [
      { question: 'What is the Larkfield ferry?', answer: 'The Larkfield ferry crosses the bay.' },
    ];
    expect(await buildStandalone('How many kinds are there?', history)).not.toMatch(/are in/);
  });

  it('gets one phrase for one word that points back, however much was said', async () => {
    const history = [
      { question: 'What is Project Lantern?', answer: 'Project Lantern is a plan of Helio Corp in Ostry.' },
    ];
    expect(await buildStandalone('When will it be finished?', history)).toBe(
      'When will Project Lantern be finished?',
    );
  });

  it('puts each of two people where the pronoun fits', async () => {
    const history = [
      { question: 'Who is Naomi Feld?', answer: 'a lawyer' },
      { question: 'Who is Victor Lang?', answer: 'a banker' },
    ];
    expect(await buildStandalone('Did she meet him?', history)).toBe('Did Naomi Feld meet Victor Lang?');
    expect(await buildStandalone('Where does she live?', history)).toBe('Where does Naomi Feld live?');
  });

  it('takes no place for "he", though one article reads a person in its name', async () => {
    const names: KnownNames = new Map([['falkholm', { kind: undefined, gender: null, isPlace: true }]]);
    const history = [{ question: 'When did Falkholm close the harbour?' }];
    const [tagger, lexicon] = await Promise.all([openTagger(), openLexicon()]);
    expect(understand('What did he say?', history, tagger, FOLLOW_FORESTS, { names, lexicon })).toBe(
      'What did he say?',
    );
  });

  it('gets the whole phrase rather than a part of it', async () => {
    const history = [{ question: 'Tell me about the flood in the Ems valley.' }];
    expect(await buildStandalone('Who paid for it?', history)).toBe(
      'Who paid for the flood in the Ems valley?',
    );
  });

  it('is no longer asked where the other was: when is when', async () => {
    const history = [{ question: 'Where will the leaders meet?', answer: 'Ostry' }];
    expect(await buildStandalone('When?', history)).toBe('When will the leaders meet?');
  });

  it.each(['How many people died?', 'how many dead'])(
    'behind %s asks how many are missing',
    async (question) => {
      expect(await buildStandalone('And missing?', [{ question, answer: '12' }])).toBe(
        'How many people were missing?',
      );
    },
  );

  it('speaks of no month as if it were a thing', async () => {
    const history = [
      {
        question: 'Did the ferry sink in November?',
        answer: 'More than 50 died in two sinkings in November.',
      },
    ];
    expect(await buildStandalone('Why did it sink?', history)).not.toContain('did November');
  });

  it('that ends in the preposition of what it asks for is complete', async () => {
    const history = [{ question: 'Who is Ada Winter?', answer: 'the mayor of Larkfield' }];
    expect(await buildStandalone('What does NHSO stand for?', history)).toBe('What does NHSO stand for?');
  });

  it('is asked of the articles of a thread with what it points to, and nothing more', async () => {
    const history = [{ question: 'What is the port deal?', answer: 'a treaty with Norvik' }];
    const words = 'When was it signed?';
    expect(await buildAsked(words, history, [])).toBe('When was the port deal signed?');
    const open = 'What are the rules?';
    expect(await buildStandalone(open, history)).not.toBe(open);
    expect(await buildAsked(open, history, [])).toBe(open);
  });

  it('is left as it is where nothing came before', async () => {
    expect(await buildStandalone('  Why is it closed? ', [])).toBe('Why is it closed?');
    expect(await buildStandalone('Why is it closed?', [{ question: '' }])).toBe('Why is it closed?');
  });

  it('is a text whatever was said', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const turns = fc.array(fc.record({ question: text, answer: text }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(text, turns, async (question, history) => {
        expect(typeof (await buildStandalone(question, history))).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the articles know of names', () => {
  const articles = [
    readArticle({
      id: 'a',
      text: 'The government of Velmar, in Larkfield, named Sofia Tarkan as minister on Friday. Minister Pavel Rado resigned, and Tarkan replaced him. Priya Nair, an intern, was not there.',
    }),
  ];

  it('tells that a place is no "she"', async () => {
    const history = [{ question: 'Who runs Velmar?', answer: 'Tarkan' }];
    expect(await buildStandalone('Where was she born?', history, articles)).toBe('Where was Tarkan born?');
  });

  it('tells that who spoke is "he", and not whom his words name', async () => {
    const about = [
      readArticle({
        id: 'a',
        text: 'Minister Pavel Rado spoke of Mayor Erik Holm. “Holm is a friend,” Rado said. Holm was not there.',
      }),
    ];
    const history = [{ question: 'What did Rado say about Erik Holm?', answer: '“Holm is a friend”' }];
    expect(await buildStandalone('Who is he?', history, about)).toBe('Who is Rado?');
  });

  it('leaves "she" as it is where only men and places were named', async () => {
    const history = [{ question: 'Did Rado leave Larkfield?', answer: 'Velmar' }];
    expect(await buildStandalone('Where was she born?', history, articles)).toBe('Where was she born?');
  });

  it('takes the place of a name that was typed in small letters', async () => {
    const history = [{ question: 'What did rado call the TPP?', answer: 'a mess' }];
    expect(await buildStandalone('And Nair?', history, articles)).toBe('What did Nair call the TPP?');
  });

  it('tells whose place somebody takes who is meant instead', async () => {
    const office = [{ question: 'What did the governor say?', answer: 'nothing' }];
    expect(await buildStandalone('and tarkan?', office, articles)).toBe('What did Tarkan say?');
    const open = [{ question: 'what did he say?' }];
    expect(await buildStandalone('no, i meant rado', open, articles)).toBe('what did Rado say?');
    // Small letters hide a name that is a word too.
    const common = [{ question: 'what does tarkan think?' }];
    expect(await buildStandalone('no, i meant nair', common, articles)).toBe('what does Nair think?');
    const named = [{ question: 'What did Tarkan say about Velmar?' }];
    expect(await buildStandalone('I meant the coach', named, articles)).toBe(
      'What did the coach say about Velmar?',
    );
  });

  it('tells that a woman is no "he"', async () => {
    const history = [{ question: 'Did Nair meet Rado at the harbour?' }];
    expect(await buildStandalone('When did he resign?', history, articles)).toBe('When did Rado resign?');
    expect(await buildStandalone('When did she resign?', history, articles)).toBe('When did Nair resign?');
  });

  it('tells which words typed in small letters are names, and a country also where it is a word too', () => {
    const text =
      'Peru and Chad signed the treaty of Ostry. Ministers of Peru spoke, and Will Reed was there.';
    const names = readKnownNames([readArticle({ id: 'a', text })]);
    expect(nameCase('did chad and peru sign', names)).toBe('did Chad and Peru sign');
    expect(nameCase('when will reed sign', names)).toBe('when will Reed sign');
  });

  it('tells that a name typed in small letters is complete', async () => {
    const history = [{ question: 'Who is Priya Nair?', answer: 'an intern' }];
    expect(await buildStandalone('who governs velmar', history, articles)).toBe('who governs velmar');
  });

  it('knows a name however its apostrophe is typed', async () => {
    const about = [readArticle({ id: 'a', text: 'Minister Sean O’Brien opened the harbour. O’Brien left.' })];
    const history = [{ question: "Did O'Brien see the harbour?" }];
    expect(await buildStandalone('Who built it?', history, about)).toBe('Who built the harbour?');
  });

  it('tells that nobody is "it"', async () => {
    const history = [{ question: 'Did Tarkan see the harbour?', answer: 'Rado' }];
    expect(await buildStandalone('Who built it?', history, articles)).toBe('Who built the harbour?');
  });

  it('tells of who was named in a short answer before the last', async () => {
    const history = [
      { question: 'Who replaced Pavel Rado?', answer: 'Sofia Tarkan' },
      { question: 'When did Velmar announce that?', answer: 'on Friday' },
    ];
    expect(await buildStandalone('Where was she born?', history, articles)).toContain('Tarkan');
  });
});

it('"why not?" asks why it is not so', async () => {
  const history = [{ question: 'Was Lund at the harbour?' }];
  expect(await buildStandalone('Why not?', history)).toBe("Why wasn't Lund at the harbour?");
  const open = [{ question: 'When was Lund told?' }];
  expect(await buildStandalone('Why not?', open)).toBe("Why wasn't Lund told?");
});

it('no article stands before a name that stood inside of a phrase', async () => {
  const history = [{ question: 'Who is the aide Reed wrote to?' }];
  expect(await buildStandalone('When did he leave?', history)).toBe('When did Reed leave?');
});

it.each([
  ['Did any ministers resign?', 'Which ones?', 'Which ministers resign?'],
  ['When is the debate on?', 'How long?', 'How long is the debate on?'],
  ['Who left the union?', 'in what year?', 'In what year: who left the union?'],
])('%s %s', async (question, asked, understood) => {
  expect(await buildStandalone(asked, [{ question }])).toBe(understood);
});

it('a day is nothing that a later question speaks of', async () => {
  const history = [{ question: 'When does the pool shut?', answer: 'March 31' }];
  expect(await buildStandalone('Who voted against?', history)).not.toContain('March');
});

it('for yes or no about somebody whom it names stands alone', async () => {
  const history = [
    {
      question: 'Did Winter visit the harbour?',
      answer: 'Ada Winter and Bo Lund visited the harbour in July.',
    },
  ];
  expect(await buildStandalone('Is Lund the defence minister?', history)).toBe(
    'Is Lund the defence minister?',
  );
  const pointed = await buildStandalone('Did Lund like it?', history);
  expect(pointed).not.toContain(' it?');
  // "Visit" is what Winter did, and no part of a name.
  expect(pointed).not.toContain('visit');
});

describe('somebody without a name', () => {
  const articles = [
    readArticle({
      id: 'a',
      text: 'A lorry driver of 40 broke his leg in Velmar. Nora Velt saw a girl of six fall.',
    }),
  ];

  it.each([
    [
      { question: 'Who broke a leg?', answer: 'a lorry driver' },
      'How old is he?',
      'How old is the lorry driver?',
    ],
    [{ question: 'Who fell?', answer: 'a girl' }, 'Where was she?', 'Where was the girl?'],
    // A girl is no "he".
    [{ question: 'Who fell?', answer: 'a girl' }, 'Where was he?', 'Where was he?'],
    [{ question: 'What did the driver say?' }, 'What is his name?', 'What is the driver’s name?'],
    // Whoever has a name goes before.
    [{ question: 'What did Velt say about the girl?' }, 'Where was she?', 'Where was Velt?'],
  ])('of $question is spoken of in %s', async (turn, asked, understood) => {
    expect(await buildAsked(asked, [turn], articles)).toBe(understood);
  });
});

it.each([
  ['Which states pulled their funds?', 'What do the ports want?'],
  ['How many voters changed their minds?', 'What do the ports want?'],
  ['How wide is the strait at its narrowest?', 'Where is the ferry?'],
])('what stands in the question itself has what is "theirs": %s', async (asked, before) => {
  expect(await buildAsked(asked, [{ question: before }], [])).toBe(asked);
});

it('what is no owner leaves "their" to whom was spoken of', async () => {
  const history = [{ question: 'Where do the fishermen live?' }];
  expect(await buildStandalone('Did the storms damage their boats?', history)).toContain('fishermen’s boats');
});

it.each([
  [{ question: 'What did Moen buy?', answer: 'a ferry' }, 'When was that?', 'When did Moen buy a ferry?'],
  [
    { question: 'What did the exercise focus on?', answer: 'clearing mines' },
    'When?',
    'When did the exercise focus on clearing mines?',
  ],
  [
    { question: 'How many people were hurt in Velmar?', answer: '12' },
    'And how many in Ostry?',
    'How many people were hurt in Ostry?',
  ],
  [
    { question: 'How many banks closed worldwide?', answer: '12' },
    'How many in Norland?',
    'How many banks closed in Norland?',
  ],
])('of $question %s asks the same of another time or place', async (turn, asked, understood) => {
  expect(await buildStandalone(asked, [turn])).toBe(understood);
});
