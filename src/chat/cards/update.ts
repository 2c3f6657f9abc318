/** What is new of a story since its last brief in a channel, as a card: the counts, what is new, in their words, sources. */
import type { Changes } from '../../core/brief/changes.ts';
import type { Update } from '../../core/brief/update.ts';
import type { Block, Card } from '../card.ts';
import { words } from '../words.ts';
import { quotesBlocks, sinceWords, statementInlines } from './brief.ts';
import { heading, note, sourcesBlock } from './inline.ts';

/** @param query what the brief was asked for; a button asks for it again, whole */
export function buildUpdateCard(
  query: string,
  topic: { readonly title: string },
  changes: Changes,
  { statements, quotes, sources }: Update,
): Card {
  const since = sinceWords(changes);
  const items = statements.map((statement) => statementInlines(statement, sources));
  const noun = ['sentence', 'sentences'] as const;
  const told: Block[] =
    items.length === 0 ? [] : [heading(words.whatIsNew, 2), { type: 'list', items, drop: 1, noun }];
  return {
    summary: `${topic.title}: ${since}`,
    blocks: [
      heading(topic.title),
      note(since),
      ...told,
      ...quotesBlocks({ quotes, sources }),
      ...(sources.length === 0 ? [] : [sourcesBlock(sources)]),
      { type: 'actions', actions: [{ label: words.briefAction, command: { type: 'brief', query } }] },
    ],
  };
}
