/** Dated events with their sentences, oldest first. */
import { showAlone } from './dangling.ts';
import { type Desk, stateLine } from './desk.ts';
import { isFit } from './fit.ts';
import type { Line } from './lines.ts';
import type { TimelineEntry } from './types.ts';

const MOST = 8;
/** Sentences so long name a date only in passing. */
const LONGEST = 40;

/** Undated events are left out, and so are dates that could not be resolved. */
export function buildTimeline(desk: Desk): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const lines = new Map<number, Line[]>();
  for (const line of desk.lines) lines.set(line.source, [...(lines.get(line.source) ?? []), line]);
  const told = new Set<string>();
  for (const [source, article] of desk.articles.entries()) {
    const own = lines.get(source) ?? [];
    for (const date of article.analysis.dates) {
      if (date.value === null || date.precision === null || entries.length >= MOST) continue;
      const line = own.find((one) => one.start <= date.start && date.end <= one.end);
      if (
        !line ||
        !isFit(line) ||
        line.words > LONGEST ||
        told.has(`${date.value} ${[...line.set].sort().join(' ')}`)
      )
        continue;
      const shown = showAlone(line, article.analysis, own[line.order - 1]);
      if (shown === null || !desk.allowance.take(line)) continue;
      told.add(`${date.value} ${[...line.set].sort().join(' ')}`);
      const statement = stateLine(
        desk,
        line,
        { score: 1, because: [`dated ${date.value}`], insteadOf: null },
        [],
        shown,
      );
      entries.push({ date: date.value, precision: date.precision, statement });
    }
  }
  return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
