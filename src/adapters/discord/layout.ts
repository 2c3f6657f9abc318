/** A card as pages: what goes, what stays, and in how many messages. Pure, and the same for every form of message. */
import type { Action, Block, Card } from '../../chat/card.ts';
import { fitCard } from '../../chat/fit.ts';
import { cleanText } from '../../chat/plain.ts';
import { LIMITS } from './limits.ts';
import { buildLine, createLineMaker, type Line, type LineMaker } from './lines.ts';
import { cut, renderWords } from './markup.ts';
import { type Budget, type Page, pack, type Unit, withNote } from './pages.ts';

/** More actions than this are a menu: rows of buttons would hide the words. */
const MOST_BUTTONS = 10;

/** More sections than this stand without lines between them, which count as components. */
const MOST_RULES = 7;

/** Room for "Continued in the next message (12 of 34)." */
const ROOM_TO_CONTINUE = 60;

/**
 * The card in as few messages as it can be with its droppable items left out, and with as many of these items as have room
 * in so many messages. Citations are linked where that costs nothing; the sources are linked always.
 */
export function layOut(card: Card, budget: Budget): Page[] {
  const toLines = createLineMaker(false);
  const whole = toPages(card, budget, toLines);
  if (whole.length === 1) {
    const linked = toPages(card, budget, createLineMaker(true));
    return linked.length === 1 ? linked : whole;
  }
  const smallest = toPages(
    fitCard(card, () => false),
    budget,
    toLines,
  );
  const fitted = fitCard(card, (each) => toPages(each, budget, toLines).length <= smallest.length);
  return toPages(fitted, budget, toLines);
}

function toPages(card: Card, budget: Budget, toLines: LineMaker): Page[] {
  const units = toUnits(card, toLines);
  // A message that stands for a digest needs a button, wherever the other buttons come to stand.
  const room =
    card.mark === undefined
      ? budget
      : { text: budget.text - 80, components: budget.components - 2, rows: budget.rows - 1 };
  const whole = pack(units, room);
  if (whole.length === 1) return whole;
  const pages = pack(units, { ...room, text: room.text - ROOM_TO_CONTINUE });
  return pages.map((page, index) =>
    index === pages.length - 1
      ? page
      : withNote(page, `Continued in the next message (${index + 1} of ${pages.length}).`),
  );
}

function toUnits(card: Card, toLines: LineMaker): Unit[] {
  const units: Unit[] = [];
  const isRuled = card.blocks.filter(beginsSection).length <= MOST_RULES;
  let heading: Line[] = [];
  let count = 0;
  for (const block of card.blocks) {
    if (isRuled && beginsSection(block) && heading.length === 0 && units.length > 0)
      units.push({ type: 'divider' });
    if (block.type === 'divider') {
      units.push(...asUnit(heading), block);
      heading = [];
    } else if (block.type === 'actions') {
      units.push(...asUnit(heading), ...toControls(block.actions, count));
      count += block.actions.length;
      heading = [];
    } else if (block.type === 'heading') {
      heading.push(...toLines(block));
    } else {
      // A heading stays with what it heads.
      units.push(...asUnit([...heading, ...toLines(block)]));
      heading = [];
    }
  }
  units.push(...asUnit(heading));
  const isEmpty = units.every((unit) => unit.type === 'divider');
  return isEmpty ? asUnit([buildLine('', renderWords(card.summary || 'Nothing to show.'))]) : units;
}

/** A line across the message stands before it. */
function beginsSection(block: Block): boolean {
  return block.type === 'sources' || (block.type === 'heading' && block.level === 2);
}

function asUnit(lines: readonly Line[]): Unit[] {
  const some = lines.filter(({ pieces }) => pieces.length > 0);
  return some.length === 0 ? [] : [{ type: 'lines', lines: some }];
}

function toControls(actions: readonly Action[], from: number): Unit[] {
  const choices = actions.map((action, index) => ({
    ...action,
    label: labelOf(action),
    number: from + index,
  }));
  const [type, size] =
    actions.length > MOST_BUTTONS
      ? (['menu', LIMITS.selectOptions.is] as const)
      : (['buttons', LIMITS.buttonsOfRow.is] as const);
  return Array.from({ length: Math.ceil(choices.length / size) }, (_, index) => ({
    type,
    choices: choices.slice(index * size, (index + 1) * size),
  }));
}

function labelOf({ label }: Action): string {
  return cut(cleanText(label).trim() || 'Open', LIMITS.buttonLabel.is);
}
