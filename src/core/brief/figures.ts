/** Facts and figures: numbers with what they count, and who says so. */

import { type Count, isMeasure, isPlural } from '../search/numbers.ts';
import { hasVerb } from '../text/verbs.ts';
import { type Desk, stateLine } from './desk.ts';
import type { Line } from './lines.ts';
import { showAlone } from './sentences/alone.ts';
import type { Figure } from './types.ts';

const MOST = 6;
/** Sentences longer than this hide their number. */
const LONGEST = 40;
/** "Two men" is told with the men, not as a figure. */
const SMALL = 2;

/** Of whom or what a number is: "200,000 Velmari workers" are not all 200,000 workers. */
const NAMED = /\b\p{Lu}[\p{L}'’-]*/gu;

interface Found {
  readonly line: Line;
  readonly count: Count;
  readonly lines: Line[];
}

/** What most voices count first, then what stands earlier, then the newest: a toll rises. The same figure is shown once, with all who give it, and so is a sentence with several. */
export function buildFigures(desk: Desk): Figure[] {
  const found = new Map<string, Found>();
  for (const line of desk.lines) {
    if (line.words > LONGEST || !desk.plain.has(line)) continue;
    for (const count of desk.factsOf(line).counts) {
      if (count.part || isMeasure(count.unit) || (count.value <= SMALL && !isMoney(count.unit))) continue;
      // "Pitch in $5 and buy him a beer." is a call.
      if (!saysWhat(line, count) || !hasVerb(line.text)) continue;
      const key = [
        count.unit,
        count.value,
        ...(line.text.slice(count.start, count.end).match(NAMED) ?? []),
      ].join(' ');
      const same = found.get(key);
      if (same) same.lines.push(line);
      else found.set(key, { line, count, lines: [line] });
    }
  }
  const voices = (one: Found): number => new Set(one.lines.map((line) => desk.voices[line.source])).size;
  const published = ({ line }: Found): string => desk.articles[line.source]?.published ?? '';
  const ranked = [...found.values()].sort(
    (x, y) =>
      voices(y) - voices(x) || x.line.order - y.line.order || published(y).localeCompare(published(x)),
  );
  const figures: Figure[] = [];
  const told = new Set<Line>();
  for (const one of ranked) {
    if (figures.length >= MOST) break;
    if (told.has(one.line)) continue;
    told.add(one.line);
    const figure = figureOf(desk, one, voices(one));
    // "five people" is one figure to a reader, whatever became of them.
    if (figure !== null && !figures.some((other) => other.words.toLowerCase() === figure.words.toLowerCase()))
      figures.push(figure);
  }
  return figures;
}

/** "Class 10 and 12 exams", "the Group of Seven countries": numbers in names. */
const OF_A_NAME = /(?<=[\p{L}\d,’'”] )\p{Lu}[\p{L}]+ (?:\d+(?:,| and| or| to|[–-]) ?)$/u;
/** "400 to 500 ships": the first half of the range. */
const RANGE =
  /(?:\b(?:between|from) )?[$€£¥]?\d[\d,.]*(?: (?:million|billion|hundred|thousand))?(?: to | and |[–-])$/u;

/** Whether it is told what is counted: "16 Top" and "six UK number" were cut in the middle. */
function saysWhat(line: Line, { start, end, unit }: Count): boolean {
  const words = line.text.slice(start, end);
  const before = line.text.slice(0, start);
  if (
    OF_A_NAME.test(before) ||
    (/^\p{Lu}\p{Ll}/u.test(words) && / $/.test(before) && !/[:“"] $/.test(before))
  )
    return false;
  return isMoney(unit) || !/\p{L}/u.test(words) || isPlural(words.toLowerCase().split(/[\s-]/).at(-1) ?? '');
}

/** "31" alone says nothing: the words before it do ("death toll to 31", "has risen to 87"). */
const BARE = [
  /\b(?:(?:death )?toll|kill\p{L}*|injur\p{L}*|wound\p{L}*|arrest\p{L}*|detain\p{L}*)\b[^.,;]{0,25}$/u,
  /(?:\p{L}+ ){1,3}$/u,
];

function wordsOf({ text }: Line, { start, end }: Count): string {
  const words = text.slice(start, end);
  const before = text.slice(0, start);
  const range = RANGE.exec(before)?.[0] ?? '';
  if (range !== '' && (!/ and $/.test(range) || /^between /.test(range))) return `${range}${words}`;
  if (!/^\d[\d,.]*$/.test(words)) return words;
  return `${BARE.map((words) => words.exec(before)?.[0]).find(Boolean) ?? ''}${words}`;
}

function isMoney(unit: string): boolean {
  return /[$€£¥%]/.test(unit);
}

function figureOf(desk: Desk, { line, count, lines }: Found, voices: number): Figure | null {
  const shown = showAlone(line, desk);
  if (shown === null || !desk.allowance.take(line)) return null;
  const because = [
    voices > 1 ? `given by ${voices} independent voices` : `given in sentence ${line.order + 1}`,
  ];
  const also = lines.map((one) => one.article);
  const statement = stateLine(desk, line, { score: voices, because, insteadOf: null }, also, shown);
  return { words: wordsOf(line, count), statement };
}
