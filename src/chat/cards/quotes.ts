/** Who said what, grouped by speaker, newest first. */
import type { QuoteLine, QuotesResult, SpeakerQuotes } from '../../core/briefing-types.ts';
import type { Action, Block, Card } from '../card.ts';
import { count, words } from '../words.ts';
import { citations, heading, note, plain, sourcesBlock, standingAlone, strong } from './inline.ts';

const DROP_QUOTES = 1;
/** Buttons that show a quote in context: more would crowd the card. */
const MOST_CONTEXTS = 3;
/** Words of a quotation on its button. */
const BEGINNING = 5;

export function buildQuotesCard(result: Extract<QuotesResult, { found: true }>): Card {
  const lines = result.speakers.flatMap(({ quotes }) => quotes);
  const said = lines.length === 0 ? words.nothingOf.quotes : countOf(lines.length, result.speakers);
  const actions = lines.slice(0, MOST_CONTEXTS).map(
    ({ context: { article, start, end }, version, words: said }): Action => ({
      label: words.context(beginningOf(said)),
      command: { type: 'context', article, version, start, end },
    }),
  );
  return {
    summary: `${result.title}: ${said}`,
    blocks: [
      heading(result.title),
      ...(result.unquoted === null || lines.length === 0 ? [] : [note(words.unquoted(result.unquoted))]),
      note(said),
      ...result.speakers.flatMap((speaker) => speakerBlocks(speaker, result)),
      ...(result.sources.length > 0 ? [sourcesBlock(result.sources)] : []),
      ...(actions.length > 0 ? [{ type: 'actions', actions } as const] : []),
    ],
  };
}

/** By its first words a quotation is found on the card again. */
function beginningOf(said: readonly string[]): string {
  const all = said.join(' … ').split(/\s+/);
  const first = all.slice(0, BEGINNING).join(' ');
  return all.length > BEGINNING ? `${first} …` : first;
}

/** "5 quotations of 2 speakers and of speakers not named" */
function countOf(quotations: number, speakers: readonly SpeakerQuotes[]): string {
  const named = speakers.filter(({ speaker }) => speaker !== null).length;
  const of = [
    ...(named === 0 ? [] : [count(named, 'speaker')]),
    ...(named < speakers.length ? [words.speakersNotNamed] : []),
  ];
  return `${count(quotations, 'quotation')} of ${of.join(' and of ')}`;
}

function speakerBlocks(speaker: SpeakerQuotes, result: Extract<QuotesResult, { found: true }>): Block[] {
  const name = speaker.speaker ?? words.speakerNotNamed;
  const title = speaker.role === null ? name : `${name}, ${speaker.role}`;
  return [heading(title, 2), ...speaker.quotes.map((quote) => quoteBlock(quote, name, result))];
}

function quoteBlock(
  quote: QuoteLine,
  speaker: string,
  result: Extract<QuotesResult, { found: true }>,
): Block {
  const numbers = [quote.source, ...quote.alsoIn].map(({ number }) => number);
  return {
    type: 'quote',
    words: standingAlone(quote.words),
    by: [strong(speaker), ...citations(numbers, result.sources), ...alsoIn(quote)],
    drop: DROP_QUOTES,
    noun: ['quote', 'quotes'],
  };
}

function alsoIn({ alsoIn }: QuoteLine) {
  return alsoIn.length === 0 ? [] : [plain(` (carried by ${count(alsoIn.length + 1, 'source')})`)];
}
