/** Follow-ups with human rewrites (CAsT), read from ../shared/data at run time, and how near a rewrite comes to them. */
import type { Turn } from '../src/core/ask/types.ts';
import { STOP_WORDS } from '../src/core/search/query.ts';
import { readRows } from './questions.ts';

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
  readonly year: number;
  readonly tree?: unknown;
  readonly turns: readonly CastTurn[];
}

export interface FollowUp {
  /** Number of its conversation. */
  readonly conversation: number;
  readonly year: number;
  readonly question: string;
  readonly rewrite: string;
  readonly history: readonly Turn[];
}

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

export function readFollowUps(): FollowUp[] {
  return readRows<Conversation>('followup-cast/dev.jsonl.gz').flatMap((talk, conversation) =>
    talk.turns.flatMap(({ utterance, rewrite }, at): FollowUp[] => {
      const history = historyOf(talk, at);
      if (!utterance || !rewrite || history.length === 0) return [];
      return [{ conversation, year: talk.year, question: utterance.trim(), rewrite, history }];
    }),
  );
}

/** Words that carry a meaning, in small letters, "real-time" as two. */
export function contentOf(text: string): Set<string> {
  const words =
    text
      .replace(/['’]s/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)));
}

/** ROUGE-1 F1 (Lin 2004): words shared, each as often as both have it. */
export function rouge1(text: string, reference: string): number {
  const [said, meant] = [text, reference].map((one) => one.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const left = [...(meant ?? [])];
  const same = (said ?? []).filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return same === 0 ? 0 : (2 * same) / ((said?.length ?? 0) + (meant?.length ?? 0));
}
