/**
 * `npx tsx bench/train-followups.ts`: learns src/core/ask/follow-weights.ts from conversations with human rewrites.
 *
 * Prints what each sixth of the conversations gives with weights of the others. The weights written are of all.
 */
import { writeFileSync } from 'node:fs';
import { understand } from '../src/core/ask/conversation.ts';
import { readPhrases } from '../src/core/ask/phrases.ts';
import { openTagger } from '../src/core/ask/tagging.ts';
import { type Forest, renderTree } from '../src/core/ask/trees.ts';
import { readConversation } from '../src/core/ask/turns.ts';
import { readWordFeatures } from '../src/core/ask/word-features.ts';
import { type Binned, binRows, learnForest } from './boost.ts';
import { contentOf, type FollowUp, readFollowUps, rouge1 } from './followup-cases.ts';
import { hasData } from './questions.ts';

const FOLDS = 6;
const GROWING = { trees: 150, depth: 4, rate: 0.05, leaf: 3, l2: 2, rows: 0.7, columns: 0.3 };

const tagger = await openTagger();

interface Row {
  readonly fold: number;
  readonly features: Readonly<Record<string, number>>;
  readonly yes: boolean;
}

/** Each word of a conversation that a follow-up does not have, and whether its rewrite has it. */
function readRowsOf({ conversation, question, rewrite, history }: FollowUp): Row[] {
  const meant = new Set(readPhrases(rewrite, tagger).stems.flat());
  return readWordFeatures(readPhrases(question, tagger), readConversation(history, tagger)).map(
    ({ stem, features }) => ({ fold: conversation % FOLDS, features, yes: meant.has(stem) }),
  );
}

function learn(binned: Binned, rows: readonly Row[], leftOut: number): Forest {
  const seen = rows.flatMap(({ fold }, i) => (fold === leftOut ? [] : [i]));
  return learnForest(binned, Int32Array.from(seen), GROWING);
}

function print(name: string, cases: readonly FollowUp[], forests: readonly Forest[]): void {
  let [right, added, missing, rouge, copied, untouched, alone] = [0, 0, 0, 0, 0, 0, 0];
  for (const { conversation, question, rewrite, history } of cases) {
    const forest = forests[conversation % FOLDS];
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
  const rows = cases.flatMap(readRowsOf);
  const binned = binRows(rows);
  const folds = Array.from({ length: FOLDS }, (_, fold) => learn(binned, rows, fold));
  for (const year of [2019, 2020, 2021, 2022]) {
    print(
      `left out, ${year}`,
      cases.filter((one) => one.year === year),
      folds,
    );
  }
  print('left out, all', cases, folds);
  const forest = learn(binned, rows, -1);
  const lines = [
    '/** Learned by `npx tsx bench/train-followups.ts`, never by hand. Features: word-features.ts. */',
    "import { type Forest, parseTree } from './trees.ts';\n",
    '/** Whether a word of the conversation is missing in a follow-up. */',
    'export const FOLLOW_FOREST: Forest = {',
    `  bias: ${forest.bias},`,
    '  trees: [',
    ...forest.trees.map((tree) => `    '${renderTree(tree)}',`),
    '  ].map(parseTree),\n};\n',
  ];
  writeFileSync(new URL('../src/core/ask/follow-weights.ts', import.meta.url), lines.join('\n'));
} else console.log('skipped: ../shared/data is absent');
