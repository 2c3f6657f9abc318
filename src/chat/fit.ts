/** Makes a card small enough, by leaving out whole items in the order that the card gives, and saying so. */
import type { Block, Card } from './card.ts';
import { note } from './cards/inline.ts';

/** One thing that can be dropped: a whole block, or the last item of one. */
interface Drop {
  readonly block: number;
  readonly noun: readonly [string, string] | undefined;
}

/**
 * The card as it is if `fits(card)`, else with as few items dropped as needed and a note that says what was left out.
 * When nothing more can be dropped, the smallest card is returned: the renderer splits it into several messages.
 */
export function fitCard(card: Card, fits: (card: Card) => boolean): Card {
  if (fits(card)) return card;
  const drops = planDrops(card.blocks);
  let low = 1;
  let high = drops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(dropFirst(card, drops, middle))) high = middle;
    else low = middle + 1;
  }
  return drops.length === 0 ? card : dropFirst(card, drops, low);
}

/** Every drop that is allowed, first to go first: by rank, and within a rank from the end of the card. */
function planDrops(blocks: readonly Block[]): Drop[] {
  return blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => dropOf(block) !== undefined)
    .sort((a, b) => (dropOf(a.block) ?? 0) - (dropOf(b.block) ?? 0) || b.index - a.index)
    .flatMap(({ block, index }) => {
      const noun = 'noun' in block ? block.noun : undefined;
      return Array.from({ length: countOf(block) - keepOf(block) }, () => ({ block: index, noun }));
    });
}

function dropFirst(card: Card, drops: readonly Drop[], count: number): Card {
  const gone = new Map<number, number>();
  const said = new Map<string, { noun: readonly [string, string]; count: number }>();
  for (const { block, noun } of drops.slice(0, count)) {
    gone.set(block, (gone.get(block) ?? 0) + 1);
    if (noun) said.set(noun[0], { noun, count: (said.get(noun[0])?.count ?? 0) + 1 });
  }
  const blocks = withoutEmptySections(
    card.blocks.map((block, index) => shorten(block, gone.get(index) ?? 0)),
  );
  const left = [...said.values()].map(
    ({ noun, count }) => `${count} more ${count === 1 ? noun[0] : noun[1]}`,
  );
  if (left.length > 0) blocks.splice(noteIndex(blocks), 0, note(`Not shown here: ${left.join(', ')}.`));
  return { ...card, blocks };
}

/** Before the sources, which stand before the actions; else at the end. */
function noteIndex(blocks: readonly Block[]): number {
  const index = blocks.findIndex((block) => block.type === 'sources' || block.type === 'actions');
  return index < 0 ? blocks.length : index;
}

function shorten(block: Block, by: number): Block | undefined {
  if (by === 0) return block;
  const left = countOf(block) - by;
  if (left <= 0) return undefined;
  if (block.type === 'list') return { ...block, items: block.items.slice(0, left) };
  if (block.type === 'timeline') return { ...block, entries: block.entries.slice(0, left) };
  if (block.type === 'table') return { ...block, rows: block.rows.slice(0, left) };
  return undefined;
}

/** A second-level heading with nothing under it goes too. */
function withoutEmptySections(blocks: readonly (Block | undefined)[]): Block[] {
  return blocks.filter((block, index): block is Block => {
    if (block === undefined) return false;
    if (block.type !== 'heading' || block.level === 1) return true;
    const next = blocks.slice(index + 1).find((later) => later !== undefined);
    const isFollowed = next && !['heading', 'sources', 'actions', 'divider'].includes(next.type);
    const isEmptied = index + 1 < blocks.length && blocks[index + 1] === undefined;
    return Boolean(isFollowed) || !isEmptied;
  });
}

function dropOf(block: Block): number | undefined {
  return 'drop' in block ? block.drop : undefined;
}

function keepOf(block: Block): number {
  return 'keep' in block ? Math.min(block.keep ?? 0, countOf(block)) : 0;
}

function countOf(block: Block): number {
  if (block.type === 'list') return block.items.length;
  if (block.type === 'timeline') return block.entries.length;
  if (block.type === 'table') return block.rows.length;
  return 1;
}
