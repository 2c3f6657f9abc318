/** At a start the chats answer while articles are still read: then what they say is not all there is, which is told. */
import type { Briefings } from '../core/briefing-types.ts';
import type { Card } from './card.ts';
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

/** Answers as `dispatch` does, and says so where articles are still being read. */
export function sayWhileReading(dispatch: Dispatch, { briefings, isReading }: Deps): Dispatch {
  return async (command, context) => {
    const reading = isReading() && LOOKS.has(command.type);
    if (reading && (await briefings.library({ space: context.space })).articles === 0)
      return { card: buildLineCard(words.stillReading), missing: true, unanswered: true };
    const reply = await dispatch(command, context);
    return reading && reply !== null ? { ...reply, card: withNote(reply.card) } : reply;
  };
}

/** Above the buttons. */
function withNote(card: Card): Card {
  const at = card.blocks.findIndex(({ type }) => type === 'actions');
  const end = at < 0 ? card.blocks.length : at;
  return {
    ...card,
    blocks: [...card.blocks.slice(0, end), note(words.moreIsRead), ...card.blocks.slice(end)],
  };
}
