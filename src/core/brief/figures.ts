/** Facts and figures: numbers with what they count, and who says so. */

import { type Count, isMeasure, isPlural } from '../search/numbers.ts';
import { hasVerb } from '../text/verbs.ts';
import { type Desk, stateLine } from './desk.ts';
import type { Line } from './lines.ts';
import { showAlone } from './sentences/alone.ts';
import { leavesOpenWhich } from './sentences/definite.ts';
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
    if (line.words > LONGEST || !desk.plain.has(line) || leavesOpenWhich(line, desk.crowd)) continue;
    for (const count of desk.factsOf(line).counts) {
      if (count.part || isMeasure(count.unit) || (count.value <= SMALL && !isMoney(count.unit))) continue;
      // "Pitch in $5 and buy him a beer." is a call.
      if (!saysWhat(line, count) || !hasVerb(line.text) || isFirstHalf(line, count)) continue;
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

/** "Class 10 and 12 exams", "the Group of Seven countries", "ePhone 5 sets": numbers in names. */
const OF_A_NAME =
  /(?<=[\p{L}\d,’'”] )\p{Lu}[\p{L}]+ (?:\d+(?:,| and| or| to|[–-]) ?)$|\b\p{Ll}+\p{Lu}\p{L}* $/u;
/** "three Mars" of "three Mars orbiters": cut in the middle. */
const CUT = /(?<!\p{L})\p{Lu}\p{L}*$/u;
const HEDGE = '(?:(?:nearly|almost|about|around|over|more than|perhaps) )?';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** "400 to 500 ships": the first half of the range; no day of a month. */
const RANGE = new RegExp(
  String.raw`(?:\b(?:between|from) )?(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)|(?<!\b${MONTH}\.? |[\d.,$€£¥])[$€£¥]?\d[\d,.]*)(?:%| per ?cent| (?:million|billion|hundred|thousand))?(?: to | and |[–-])${HEDGE}$`,
  'u',
);
/** The second half of it, behind the first. */
const SECOND_HALF = new RegExp(
  String.raw`^(?: to |[–-]| and )${HEDGE}([$€£¥]?\d[\d,.]*(?:%| ?per ?cent)?)`,
  'u',
);

/** Whether it is told what is counted: "16 Top" and "six UK number" were cut in the middle. */
function saysWhat(line: Line, { start, end, unit }: Count): boolean {
  const words = line.text.slice(start, end);
  const before = line.text.slice(0, start);
  if (
    OF_A_NAME.test(before) ||
    (/^\p{Lu}\p{Ll}/u.test(words) && / $/.test(before) && !/[:“"] $/.test(before))
  )
    return false;
  const next = /^ (\p{Ll}+)/u.exec(line.text.slice(end))?.[1] ?? '';
  if (CUT.test(words) && isPlural(next)) return false;
  return isMoney(unit) || !/\p{L}/u.test(words) || isPlural(words.toLowerCase().split(/[\s-]/).at(-1) ?? '');
}

/** A share or a sum, and of which currency: "8 percent to $50" is no range. */
const signOf = (words: string): string =>
  /[$€£¥%]|per ?cent/.exec(words)?.[0].replace(/per ?cent/, '%') ?? '';

/** Whether the second half of a range will show both. */
function isFirstHalf({ text }: Line, { start, end }: Count): boolean {
  const second = SECOND_HALF.exec(text.slice(end));
  if (second === null || signOf(second[1] ?? '') !== signOf(text.slice(start, end))) return false;
  return !second[0].startsWith(' and ') || /\bbetween $/.test(text.slice(0, start));
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
  const isRange = range !== '' && ['', signOf(words)].includes(signOf(range));
  if (isRange && (!/ and /.test(range) || /^between /.test(range))) return `${range}${words}`;
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
