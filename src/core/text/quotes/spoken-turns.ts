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
  /** Who stands before the colon; null behind "A:", whose speaker the headline names. */
  readonly label: Phrase | null;
  /** The name and office that the label itself gives. */
  readonly name: string | null;
  readonly role: string | null;
}

/** The turns of a transcript but for those of "Q:", and of "A:" where nobody is known to answer. Empty for other texts. */
export function readTurns(reading: Reading): SpokenTurn[] {
  const { text, title, tokens } = reading;
  const all = findTurns(tokens);
  const asked = isInterview(reading, all) ? onlyPersonOf(title) : null;
  return all.flatMap((turn): SpokenTurn[] => {
    const content = paragraphsOf(tokens, turn);
    if (turn.kind === 'named')
      return [{ content, label: turn.label, name: null, role: officeIn(text, tokens, turn) }];
    return turn.kind === 'question' || asked === null
      ? []
      : [{ content, label: null, name: asked, role: null }];
  });
}

const YOU = /^you(?:r|rs|['’]\p{L}+)?$/u;
const I = /^(?:i|my|me|we|our|i['’]\p{L}+|we['’]\p{L}+)$/u;

/** Somebody is spoken to, and speaks of himself: an explainer asks and answers too, and names whom it is about. */
function isInterview({ tokens }: Reading, turns: readonly Turn[]): boolean {
  const says = (kind: Turn['kind'], word: RegExp): boolean =>
    turns.some(
      (turn) =>
        turn.kind === kind && tokens.slice(turn.first, turn.last).some(({ lower }) => word.test(lower)),
    );
  return says('question', YOU) && says('answer', I);
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
