/** At a start the chats answer while articles are still read: then what is not found is not said to be missing for good. */
import type { Briefings } from '../core/briefing-types.ts';
import { note } from './cards/inline.ts';
import { buildLineCard } from './cards/lists.ts';
import type { Command } from './command.ts';
import type { Dispatch } from './reply.ts';
import { words } from './words.ts';

interface Deps {
  readonly briefings: Pick<Briefings, 'library'>;
  /** True until all that is in the folders has been read. */
  readonly isReading: () => boolean;
}

/** What looks for something in the articles. */
const LOOKS: ReadonlySet<Command['type']> = new Set(['brief', 'ask', 'say', 'about', 'quotes', 'topics']);

export function sayWhileReading(dispatch: Dispatch, { briefings, isReading }: Deps): Dispatch {
  return async (command, context) => {
    const reading = isReading() && LOOKS.has(command.type);
    if (reading && (await briefings.library({ space: context.space })).articles === 0)
      return { card: buildLineCard(words.stillReading), missing: true, unanswered: true };
    const reply = await dispatch(command, context);
    if (!reading || !(reply?.missing || reply?.unanswered)) return reply;
    const { card } = reply;
    return {
      ...reply,
      card: { ...card, blocks: [...card.blocks, note(words.moreIsRead)] },
    };
  };
}
