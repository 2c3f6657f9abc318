/** What a conversation is about: its brief, else the story that its last answer is from. */
import type { Briefings } from '../../core/briefing-types.ts';
import type { Scope } from '../../core/ports.ts';
import type { Address } from '../command.ts';
import { GOES_ON } from '../conversation.ts';
import type { ThreadState } from '../stores.ts';

export interface SpokenOf {
  /** As it would be typed behind `/brief`: "strike since monday"; '' for nothing. */
  readonly about: string;
  /** Whether it was briefed on, and not only asked about. */
  readonly isBrief: boolean;
  /** Whether an answer was said last: what is doubted is it, and not the brief above it. */
  readonly isAnswer: boolean;
  /** Whether anything was said just now: words may go on from it. */
  readonly isBegun: boolean;
  readonly articles: readonly string[];
  readonly scope: Scope;
}

/** What behind `/brief` would be read as an option. */
const OPTION = /(?:^|\s)(?:since|until|from|headline|short|full|private)(?:\s|$)/i;

export async function findSpokenOf(
  thread: ThreadState | undefined,
  deps: {
    readonly address: Address;
    readonly briefings: Pick<Briefings, 'storyOf'>;
    readonly now: Date;
  },
): Promise<SpokenOf> {
  const scope = { space: deps.address.space };
  const last = thread?.turns.at(-1);
  const isAnswer = Boolean(last?.answer) && Date.parse(last?.at ?? '') >= Date.parse(thread?.created ?? '');
  if (thread !== undefined && thread.query !== '')
    return { about: thread.query, isBrief: true, isAnswer, isBegun: true, articles: thread.articles, scope };
  // Where talk never ends, what was said yesterday is no longer spoken of.
  const isEndless = deps.address.thread === undefined;
  const turns = (thread?.turns ?? []).filter(
    ({ at }) => !isEndless || deps.now.getTime() - Date.parse(at) < GOES_ON,
  );
  const [first, ...others] = turns.findLast(({ answer }) => answer !== undefined)?.evidence ?? [];
  const isBegun = turns.length > 0;
  if (first === undefined) return { about: '', isBrief: false, isAnswer, isBegun, articles: [], scope };
  const name = (await deps.briefings.storyOf(first.article, scope)) ?? '';
  const articles = [...new Set([first, ...others].map(({ article }) => article))];
  return { about: OPTION.test(name) ? '' : name, isBrief: false, isAnswer, isBegun, articles, scope };
}
