/**
 * `npx tsx bench/train-followups.ts`: learns src/core/ask/follow-weights.ts from conversations with human rewrites.
 *
 * Prints what each half gives with the weights of the other. The weights written are of both halves.
 */
import { writeFileSync } from 'node:fs';
import { insertReferent, understandAll } from '../src/core/ask/conversation.ts';
import type { Weights } from '../src/core/ask/linear.ts';
import { chooseReferent, findReferents, type Referent } from '../src/core/ask/referents.ts';
import type { Turn } from '../src/core/ask/types.ts';
import { parseWords, STOP_WORDS } from '../src/core/search/query.ts';
import { learnChoice } from './learn.ts';
import { hasData, readRows } from './questions.ts';

interface CastTurn {
  readonly n: number | string;
  readonly role?: string;
  readonly parent?: number | string | null;
  readonly utterance?: string | null;
  readonly rewrite?: string | null;
  readonly system_response?: string | null;
}

interface Conversation {
  readonly id: string;
  readonly tree?: unknown;
  readonly turns: readonly CastTurn[];
}

interface Case {
  readonly half: number;
  readonly question: string;
  readonly missing: ReadonlySet<string>;
  readonly referents: readonly Referent[];
}

const contentOf = (text: string): Set<string> =>
  new Set(
    parseWords(text)
      .map((word) => word.toLowerCase().replace(/['’]s?$/, ''))
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word)),
  );

/** The turns before a turn, as the bot would have them. */
function historyOf({ tree, turns }: Conversation, at: number): Turn[] {
  const history: { question: string; answer?: string }[] = [];
  if (tree === undefined || tree === null || tree === false) {
    for (const { utterance, system_response } of turns.slice(0, at)) {
      history.push({ question: utterance ?? '', ...(system_response ? { answer: system_response } : {}) });
    }
    return history;
  }
  const byNumber = new Map(turns.map((turn) => [turn.n, turn]));
  const chain: CastTurn[] = [];
  for (let up = byNumber.get(turns[at]?.parent ?? ''); up !== undefined; up = byNumber.get(up.parent ?? '')) {
    chain.push(up);
  }
  for (const { role, utterance, system_response } of chain.reverse()) {
    const last = history.at(-1);
    if (role !== 'System') history.push({ question: utterance ?? '' });
    else if (last !== undefined) last.answer = system_response ?? '';
  }
  return history;
}

/** The follow-ups, with the history as it was understood with the weights given for each half. */
function readCases(weightsOf: (half: number) => Weights): Case[] {
  return readRows<Conversation>('followup-cast/dev.jsonl.gz').flatMap((conversation, place) =>
    conversation.turns.flatMap((turn, at): Case[] => {
      if (!turn.rewrite || !turn.utterance) return [];
      const history = historyOf(conversation, at).slice(-8);
      if (history.length === 0) return [];
      const question = turn.utterance.trim();
      const had = contentOf(question);
      const missing = new Set([...contentOf(turn.rewrite)].filter((word) => !had.has(word)));
      const half = place % 2;
      const understood = understandAll(history, weightsOf(half)).map(({ referent }) => referent);
      return [{ half, question, missing, referents: findReferents(question, history, understood) }];
    }),
  );
}

/** F1 of the words that a referent adds. */
function worthOf({ missing }: Case, { text }: Referent): number {
  if (text === '') return missing.size === 0 ? 1 : 0.1;
  const added = contentOf(text);
  const right = [...added].filter((word) => missing.has(word)).length;
  return right === 0 ? 0 : (2 * right) / (added.size + missing.size);
}

function learn(cases: readonly Case[]): Weights {
  return learnChoice(
    cases.map((one) => ({
      items: one.referents.map(({ features }) => features),
      worth: one.referents.map((referent) => worthOf(one, referent) ** 2),
      weight: 1,
    })),
    { epochs: 40, l2: 6e-3 },
  );
}

function print(cases: readonly Case[], weightsOf: (half: number) => Weights): void {
  let [right, added, missing] = [0, 0, 0];
  for (const one of cases) {
    const text = chooseReferent(one.referents, weightsOf(one.half));
    const words = contentOf(text);
    right += [...words].filter((word) => one.missing.has(word)).length;
    added += words.size;
    missing += one.missing.size;
    if (process.argv.includes('--show') && one.missing.size > 0) {
      console.log(
        `${text === '' ? one.question : insertReferent(one.question, text)} [${[...one.missing].join(' ')}]`,
      );
    }
  }
  const recovered = (right / missing).toFixed(3);
  console.log(
    `${cases.length} follow-ups: words recovered ${recovered}, precision ${(right / added).toFixed(3)}`,
  );
}

if (hasData()) {
  // What a follow-up refers to depends on how those before it were understood, so the weights are learned in rounds.
  let halves: Weights[] = [{ nothing: 1 }, { nothing: 1 }];
  let whole: Weights = { nothing: 1 };
  for (let round = 0; round < 4; round++) {
    const cases = readCases((half) => halves[half] ?? {});
    halves = [0, 1].map((half) => learn(cases.filter((one) => one.half !== half)));
    whole = learn(readCases(() => whole));
    print(
      readCases((half) => halves[half] ?? {}),
      (half) => halves[half] ?? {},
    );
  }
  const lines = [
    '/** Learned by `npx tsx bench/train-followups.ts`, never by hand. Features: referents.ts. */',
    "import type { Weights } from './linear.ts';\n",
    '/** What a follow-up refers to, if anything. */',
    `export const FOLLOW_WEIGHTS: Weights = ${JSON.stringify(whole)};\n`,
  ];
  writeFileSync(new URL('../src/core/ask/follow-weights.ts', import.meta.url), lines.join('\n'));
} else console.log('skipped: ../shared/data is absent');
