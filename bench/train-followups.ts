/**
 * `npx tsx bench/train-followups.ts [--write]`: learns src/core/ask/followup/follow-weights.ts from conversations with human rewrites.
 *
 * First which words are missing; then, from what forests that have not seen the conversation say of its words, what is gained
 * by each phrase. Prints what each sixth of the conversations gives with weights of the others. The weights written are of all.
 */
import { writeFileSync } from 'node:fs';
import { readChances, understand } from '../src/core/ask/conversation.ts';
import { openChoice } from '../src/core/ask/followup/choice.ts';
import { insertReferents } from '../src/core/ask/followup/insertion.ts';
import { readPhrases } from '../src/core/ask/followup/phrases.ts';
import { readConversation } from '../src/core/ask/followup/turns.ts';
import { readWordFeatures } from '../src/core/ask/followup/word-features.ts';
import type { Features } from '../src/core/ask/models/linear.ts';
import type { FollowForests } from '../src/core/ask/models/models.ts';
import { type Forest, renderTree } from '../src/core/ask/models/trees.ts';
import { openTagger } from '../src/core/ask/words/tagging.ts';
import { contentOf, type FollowUp, readFollowUps, rouge1 } from './followup-cases.ts';
import { type Growing, growTrees } from './grow-trees.ts';
import { Names } from './learn-sparse.ts';
import { type Drawing, ofChances, ofNumbers, type Wanted } from './losses.ts';
import { hasData } from './questions.ts';
import { makeTable, type TreeTable } from './tree-table.ts';

const FOLDS = 6;
/** How a forest is learned: of chances, or of any numbers. */
interface Learning {
  readonly of: 'chances' | 'numbers';
  readonly growing: Growing;
}
const WORDS: Learning = {
  of: 'chances',
  growing: { trees: 150, depth: 4, rate: 0.05, leaf: 3, ridge: 2, share: 0.3 },
};
const PHRASES: Learning = {
  of: 'numbers',
  growing: { trees: 120, depth: 4, rate: 0.05, leaf: 30, ridge: 5, share: 0.3 },
};
/** Share of the rows that a tree sees. */
const DRAWN = 0.7;
/** A point of ROUGE-1 counts as much as so many words. */
const POINT = 8;

const tagger = await openTagger();

interface Row {
  readonly fold: number;
  readonly features: Features;
  readonly target: number;
}

/** A follow-up that has been read, and the stems of its rewrite. */
function readCase(one: FollowUp) {
  return {
    ...one,
    fold: foldOf(one),
    read: readPhrases(one.question, tagger),
    talk: readConversation(one.history, tagger),
    meant: new Set(readPhrases(one.rewrite, tagger).stems.flat()),
  };
}

type Case = ReturnType<typeof readCase>;

function foldOf({ conversation }: FollowUp): number {
  return conversation % FOLDS;
}

/** Each word of a conversation that a follow-up does not have, and whether its rewrite has it. */
function readWordRows({ fold, read, talk, meant }: Case): Row[] {
  return readWordFeatures(read, talk).map(({ stem, features }) => ({
    fold,
    features,
    target: meant.has(stem) ? 1 : 0,
  }));
}

/** Each phrase of a conversation, and what the follow-up gains by it. */
function readPhraseRows({ fold, read, talk, question, rewrite }: Case, words: Forest): Row[] {
  const before = rouge1(question, rewrite);
  return openChoice(
    read,
    talk,
    readChances(read, talk, words),
  )([]).map(({ candidate, features }) => ({
    fold,
    features,
    target: POINT * (rouge1(insertReferents(read, [candidate.referent]), rewrite) - before),
  }));
}

function tableOf(rows: readonly Row[]): TreeTable {
  const names = new Names();
  const encoded = rows.map(({ features }) => names.encode(features));
  return makeTable(encoded, names, 1);
}

function learn(table: TreeTable, rows: readonly Row[], { of, growing }: Learning, leftOut = -1): Forest {
  const uses = (row: number): boolean => rows[row]?.fold !== leftOut;
  const used = rows.filter((_, row) => uses(row));
  const mean = used.reduce((sum, { target }) => sum + target, 0) / used.length;
  const bias = Math.round(1e4 * (of === 'chances' ? Math.log(mean / (1 - mean)) : mean)) / 1e4;
  const wanted = rows.map(({ target }): Wanted => ({ value: target, weight: 1 }));
  const drawing: Drawing = { uses, share: DRAWN };
  const loss = of === 'chances' ? ofChances(wanted, drawing) : ofNumbers(wanted, drawing);
  return { bias, trees: growTrees(table, new Float64Array(rows.length).fill(bias), loss, growing) };
}

const folds = Array.from({ length: FOLDS }, (_, fold) => fold);

/** Forests for each fold, of the other folds. */
function learnFolds(rows: readonly Row[], learning: Learning): Forest[] {
  const table = tableOf(rows);
  return folds.map((fold) => learn(table, rows, learning, fold));
}

function print(name: string, cases: readonly FollowUp[], forests: readonly FollowForests[]): void {
  let [right, added, missing, rouge, copied, untouched, alone] = [0, 0, 0, 0, 0, 0, 0];
  for (const one of cases) {
    const { question, rewrite, history } = one;
    const forest = forests[foldOf(one)];
    const text = forest === undefined ? question : understand(question, history, tagger, forest);
    const had = contentOf(question);
    const wanted = [...contentOf(rewrite)].filter((word) => !had.has(word));
    const got = [...contentOf(text)].filter((word) => !had.has(word));
    right += got.filter((word) => wanted.includes(word)).length;
    added += got.length;
    missing += wanted.length;
    rouge += rouge1(text, rewrite) / cases.length;
    copied += rouge1(question, rewrite) / cases.length;
    if (rouge1(question, rewrite) === 1) {
      alone += 1;
      if (text === question) untouched += 1;
    }
    if (process.argv.includes('--show')) console.log(`\n${question}\n  ${text}\n  ${rewrite}`);
  }
  console.log(
    `${name}: ${cases.length} follow-ups, recovered ${(right / missing).toFixed(3)}, precision ${(right / added).toFixed(3)}, ` +
      `ROUGE-1 ${rouge.toFixed(3)} (unchanged ${copied.toFixed(3)}), left alone ${untouched} of ${alone}`,
  );
}

if (hasData()) {
  const cases = readFollowUps();
  const read = cases.map(readCase);
  const wordRows = read.flatMap(readWordRows);
  const words = learnFolds(wordRows, WORDS);
  const phraseRows = read.flatMap((one) => {
    const forest = words[one.fold];
    return forest === undefined ? [] : readPhraseRows(one, forest);
  });
  const phrases = learnFolds(phraseRows, PHRASES);
  const pairs = folds.flatMap((fold): FollowForests[] => {
    const pair = { words: words[fold], phrases: phrases[fold] };
    return pair.words === undefined || pair.phrases === undefined
      ? []
      : [{ words: pair.words, phrases: pair.phrases }];
  });
  for (const year of [2019, 2020, 2021, 2022]) {
    print(
      `left out, ${year}`,
      cases.filter((one) => one.year === year),
      pairs,
    );
  }
  print('left out, all', cases, pairs);
  if (process.argv.includes('--write')) {
    const render = ({ bias, trees }: Forest): string =>
      `{\n    bias: ${bias},\n    trees: [\n${trees.map((tree) => `      '${renderTree(tree)}',\n`).join('')}    ].map(parseTree),\n  }`;
    const lines = [
      '/** Learned by `npx tsx bench/train-followups.ts --write`, never by hand. Features: word-features.ts, phrase-features.ts. */',
      "import type { FollowForests } from '../models/models.ts';",
      "import { parseTree } from '../models/trees.ts';\n",
      '/** Whether a word of the conversation is missing in a follow-up, and what a phrase gains. */',
      'export const FOLLOW_FORESTS: FollowForests = {',
      `  words: ${render(learn(tableOf(wordRows), wordRows, WORDS))},`,
      `  phrases: ${render(learn(tableOf(phraseRows), phraseRows, PHRASES))},`,
      '};\n',
    ];
    writeFileSync(new URL('../src/core/ask/followup/follow-weights.ts', import.meta.url), lines.join('\n'));
  }
} else console.log('skipped: ../shared/data is absent');
