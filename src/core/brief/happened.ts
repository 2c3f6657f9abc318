/** What happened: a few sentences, the most important first. */
import { showAlone } from './dangling.ts';
import { type Desk, stateLine } from './desk.ts';
import { readCrowd } from './features.ts';
import { isFit } from './fit.ts';
import { type Line, overlap } from './lines.ts';
import { chooseLines } from './salience.ts';
import type { BriefLength, Statement } from './types.ts';

const MOST: Record<BriefLength, number> = { headline: 1, short: 3, full: 6 };
/** A sentence longer than this is hard to read in a chat. */
const LONGEST = 45;
/** Another article's sentence that shares so much says it too. */
const SUPPORTS = 0.6;

export function buildHappened(desk: Desk, length: BriefLength): Statement[] {
  const fit = desk.lines.filter((line) => isFit(line) && line.words <= LONGEST);
  const found: Statement[] = [];
  chooseLines(
    fit,
    readCrowd(desk.lines, desk.about),
    ({ line, score }, next) => {
      const analysis = desk.articles[line.source]?.analysis;
      const shown = analysis ? showAlone(line, analysis, lineBefore(desk.lines, line)) : null;
      if (shown === null || !desk.allowance.take(line)) return false;
      const also = supportersOf(line, desk.lines);
      const reason = { score, because: reasonsOf(line, also), insteadOf: next?.text ?? null };
      found.push(stateLine(desk, line, reason, also, shown));
      return true;
    },
    () => found.length < MOST[length],
  );
  return found;
}

function lineBefore(lines: readonly Line[], line: Line): Line | undefined {
  return lines.find((one) => one.source === line.source && one.order === line.order - 1);
}

/** Other articles with a sentence that says the same. */
function supportersOf(line: Line, lines: readonly Line[]): string[] {
  const same = lines.filter(
    (one) => one.source !== line.source && one.set.size >= 4 && overlap(one.set, line.set) >= SUPPORTS,
  );
  return [...new Set(same.map((one) => one.article))];
}

function reasonsOf(line: Line, also: readonly string[]): string[] {
  const reasons = [];
  if (line.order === 0) reasons.push('opens its article');
  else if (line.order < 4) reasons.push('stands near the start of its article');
  if (also.length > 0) reasons.push(`said by ${also.length + 1} articles`);
  return reasons.length > 0 ? reasons : ['names what the articles name most'];
}
