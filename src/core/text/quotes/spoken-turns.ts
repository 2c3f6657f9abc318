/** What is said in the turns of a transcript: words of whoever stands before the colon, without quotation marks. */
import { findNames } from '../names.ts';
import type { Reading } from '../reading.ts';
import { splitSentences } from '../sentences.ts';
import { GAP, parseTokens, type Token } from '../tokens.ts';
import { findTurns, type Turn } from '../turns.ts';
import type { Phrase } from './mentions.ts';

/** Words of one turn. */
export interface SpokenTurn {
  /** A run for each paragraph. */
  readonly content: readonly Phrase[];
  /** Who stands before the colon; null behind "A:". */
  readonly label: Phrase | null;
  /** The name and office that the label itself gives. */
  readonly name: string | null;
  readonly role: string | null;
}

/** The turns of a transcript but for those of "Q:". Empty for other texts. */
export function readTurns({ text, title, tokens }: Reading): SpokenTurn[] {
  const turns = findTurns(tokens).filter(({ kind }) => kind !== 'question');
  const asked = turns.some(({ kind }) => kind === 'answer') ? onlyPersonOf(title) : null;
  return turns.map((turn): SpokenTurn => {
    const content = paragraphsOf(tokens, turn);
    if (turn.kind === 'answer') return { content, label: null, name: asked, role: null };
    return { content, label: turn.label, name: null, role: officeIn(text, tokens, turn) };
  });
}

function paragraphsOf(tokens: readonly Token[], { first, last }: Turn): Phrase[] {
  const content: Phrase[] = [];
  let from = first;
  for (let i = first + 1; i <= last; i++) {
    if (i < last && tokens[i]?.gap !== GAP.paragraph) continue;
    content.push({ first: from, last: i });
    from = i;
  }
  return content;
}

/** Of an interview with one person the headline has the name. */
function onlyPersonOf(title: string | null): string | null {
  const words = (title ?? '').slice(0, 1000);
  const tokens = parseTokens(words);
  const people = findNames(tokens, splitSentences(tokens, [])).filter(
    ({ kind, first, last }) => kind === 'person' && last - first > 1,
  );
  const [only] = people;
  return only === undefined || people.length > 1
    ? null
    : words.slice((tokens[only.first] as Token).start, (tokens[only.last - 1] as Token).end);
}

/** "Minister for Water" of "Mr HALE (Ostry—Minister for Water)"; a seat alone is no office. */
function officeIn(text: string, tokens: readonly Token[], { label, first }: Turn): string | null {
  const behind = text.slice((tokens[label.last - 1] as Token).end, (tokens[first] as Token).start);
  return /[(][^()—–]*[—–]\s*([^()]{3,80})[)]/.exec(behind)?.[1]?.trim() ?? null;
}
