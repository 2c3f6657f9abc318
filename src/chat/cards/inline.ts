/** Small pieces that cards are made of. */
import type { Source } from '../../core/brief/types.ts';
import type { Block, Inline, SourceItem } from '../card.ts';
import { webAddress } from '../plain.ts';
import { formatDate, words } from '../words.ts';

export function plain(text: string): Inline {
  return { type: 'text', text };
}

export function strong(text: string): Inline {
  return { type: 'text', text, style: 'strong' };
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', inlines: [plain(text)] };
}

export function note(text: string): Block {
  return { type: 'note', inlines: [{ type: 'text', text }] };
}

export function heading(text: string, level: 1 | 2 = 1): Block {
  return { type: 'heading', level, text };
}

/** So many sources in a row are written as from the first to the last: "[1]–[40]". */
const RUN = 4;

/** " [1][3]": every source that says it, linked where it has an address. */
export function citations(numbers: readonly number[], sources: readonly Source[]): Inline[] {
  const inlines = runsOf(numbers).flatMap((run): Inline[] => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < RUN || first === undefined || last === undefined)
      return run.map((number) => citation(number, sources));
    return [citation(first, sources), plain('–'), citation(last, sources)];
  });
  return inlines.length === 0 ? [] : [plain(' '), ...inlines];
}

/** The citations of a statement; where only opinion says it, it is not told as fact. */
export function support(numbers: readonly number[], sources: readonly Source[]): Inline[] {
  const cited = sources.filter(({ number }) => numbers.includes(number));
  const isOpinion = cited.length > 0 && cited.every(({ opinion }) => opinion);
  return [...citations(numbers, sources), ...(isOpinion ? [plain(` (${words.opinion})`)] : [])];
}

/** Numbers in their order, those that follow each other by one together. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

function citation(number: number, sources: readonly Source[]): Inline {
  const url = webAddress(sources.find((source) => source.number === number)?.url ?? undefined);
  return url === undefined ? { type: 'citation', number } : { type: 'citation', number, url };
}

/** As newspapers set a quotation alone: without the comma that led to the speaker. */
export function standingAlone(words: readonly string[]): string[] {
  return words.map((part) => part.trim().replace(/,$/, ''));
}

export function sourcesBlock(sources: readonly Source[]): Block {
  return { type: 'sources', items: sources.map(sourceItem) };
}

function sourceItem(source: Source): SourceItem {
  const marks = [
    source.publisher ?? words.publisherNotStated,
    ...(source.author === null ? [] : [words.by(source.author)]),
    source.published === null ? words.dateNotStated : formatDate(source.published),
    ...(source.opinion ? [words.opinion] : []),
    ...(source.teaser ? [words.teaserOnly] : []),
    ...(source.corrected ? [words.correctedSince] : []),
    ...(source.withdrawn ? [words.withdrawn] : []),
  ];
  const url = webAddress(source.url ?? undefined);
  return {
    number: source.number,
    title: source.title ?? words.untitled,
    detail: marks.join(' · '),
    ...(url === undefined ? {} : { url }),
  };
}
