/** The part of a page that holds most of its running text: a second opinion where Readability takes too little. */
import { type Block, parseBlocks } from './blocks.ts';
import type { DomElement } from './dom.ts';
import { isProse, judge } from './filter.ts';

/** Characters of running text. */
export function proseLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
}

/**
 * The blocks of the element whose own children hold the most running text; what stands one level deeper counts half.
 * Teasers and comments have a parent each, the paragraphs of an article have one together.
 */
export function findMainBlocks(body: DomElement): Block[] {
  const blocks = parseBlocks(body);
  const verdicts = judge(blocks, { title: null, byline: null });
  const scores = new Map<DomElement, number>();
  const add = (element: DomElement | null, score: number): void => {
    if (element !== null) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const [at, block] of blocks.entries()) {
    if (!isProse(block) || (verdicts[at] ?? null) !== null) continue;
    // Text that stands in no paragraph of its own belongs to its element itself.
    const parent = block.tag === 'p' ? block.element.parentElement : block.element;
    add(parent, block.text.length);
    add(parent?.parentElement ?? null, block.text.length / 2);
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best === undefined ? [] : parseBlocks(best[0]);
}
