/** The brief as a card: title and evidence, what happened, in their words, where sources differ, timeline, sources, actions. */

import type { Changes } from '../../core/brief/changes.ts';
import type { Brief, BriefQuote, Comparison, Evidence, Source, Statement } from '../../core/brief/types.ts';
import type { BriefResult } from '../../core/briefing-types.ts';
import type { Action, Block, Card, Inline } from '../card.ts';
import type { BriefCommand, BriefPart, Command } from '../command.ts';
import { count, formatDate, words } from '../words.ts';
import {
  citations,
  heading,
  note,
  paragraph,
  plain,
  sourcesBlock,
  standingAlone,
  strong,
  support,
} from './inline.ts';

type Found = Extract<BriefResult, { found: true }>;

/** What goes first when a card is too large: the lowest. */
const DROP = { timeline: 1, figures: 2, unknown: 3, compare: 4, quotes: 5, happened: 6 } as const;

/** How many sentences of what happened always stay. */
const KEPT_SENTENCES = 3;

/** The head for the channel and the detail for its thread; `whole` puts all into one card. */
export function buildBriefCards(
  result: Found,
  command: BriefCommand,
  show: { readonly whole: boolean; readonly asker?: string },
): { head: Card; detail: Card[] } {
  const { brief, topic } = result;
  const evidence = evidenceWords(brief.evidence);
  const detail = (command.length ?? 'full') === 'full' ? detailBlocks(result) : [];
  const blocks: Block[] = [
    heading(topic.title),
    note([evidence, ...(show.asker ? [words.askedBy(show.asker)] : [])].join(' · ')),
    ...result.readAs.map(({ typed, meant }) => note(words.readAs(typed, meant))),
    ...storiesNote(result),
    ...(result.news ? [note(sinceWords(result.news.changes))] : []),
    ...happenedBlocks(brief, command),
    ...quotesBlocks(brief),
    ...comparisonBlocks(brief, ['differ']),
    ...(show.whole ? detail : []),
    sourcesBlock(brief.sources),
    { type: 'actions', actions: briefActions(command.query, brief) },
  ];
  const head = { summary: `${topic.title}: ${evidence}`, blocks };
  if (show.whole || detail.length === 0) return { head, detail: [] };
  const summary = `${topic.title}: ${words.detail}`;
  return { head, detail: [{ summary, blocks: [...detail, sourcesBlock(brief.sources)] }] };
}

/** Stories that are named where words found several: more is nothing to choose from. */
const NAMED = 5;

function storiesNote({ stories }: Found): Block[] {
  const slugs = stories.slice(0, NAMED).map(({ slug }) => slug);
  return slugs.length === 0 ? [] : [note(words.severalStories(slugs.join(' · ')))];
}

function detailBlocks({ brief, questions }: Found): Block[] {
  return [
    ...comparisonBlocks(brief, ['agree', 'only']),
    ...timelineBlocks(brief),
    ...figuresBlocks(brief),
    ...unknownBlocks(brief),
    ...(questions.length > 0 ? [note(words.couldAsk + questions.join(' · '))] : []),
  ];
}

/** One part of a brief in full: what a button under it asks for. */
export function buildPartCard(result: Found, part: BriefPart): Card {
  const { brief, topic } = result;
  const parts: Record<BriefPart, () => Block[]> = {
    quotes: () => quotesBlocks(brief),
    timeline: () => timelineBlocks(brief),
    compare: () => comparisonBlocks(brief, ['differ', 'agree', 'only']),
    figures: () => figuresBlocks(brief),
    unknown: () => unknownBlocks(brief),
    people: () => peopleBlocks(brief),
    sources: () => [],
  };
  const blocks = parts[part]();
  const shown = blocks.length > 0 || part === 'sources' ? blocks : [paragraph(words.nothingOf[part])];
  return {
    summary: `${topic.title}: ${part}`,
    blocks: [heading(topic.title), ...shown, sourcesBlock(brief.sources)],
  };
}

/**
 * "2 articles, up to 2 independent voices (publisher not stated in 2), 11 Sep 2023, 1 undated": who is not named may be
 * anybody, also one of the others.
 */
function evidenceWords(evidence: Evidence): string {
  const known = count(evidence.voices, 'independent voice');
  const voices = evidence.unstated > 0 && evidence.voices > 1 ? words.atMost(known) : known;
  const unstated = evidence.unstated > 0 ? ` (publisher not stated in ${evidence.unstated})` : '';
  const from = evidence.from && formatDate(evidence.from);
  const to = evidence.to && formatDate(evidence.to);
  const dates = from === null ? [] : [from === to ? from : `${from} to ${to}`];
  const undated = evidence.undated > 0 ? [`${evidence.undated} undated`] : [];
  return [count(evidence.articles, 'article'), voices + unstated, ...dates, ...undated].join(', ');
}

/** "Since the last brief in this channel: 2 articles, 1 new quote, a figure changed from 5 to 7." */
export function sinceWords({ added, changed, quotes, figures }: Changes): string {
  const facts = [
    ...(added.length > 0 ? [count(added.length, 'article')] : []),
    ...(changed.length > 0 ? [count(changed.length, 'changed article')] : []),
    ...(quotes > 0 ? [count(quotes, 'new quote')] : []),
    ...figures.map(({ from, to }) => words.figureChanged(from, to)),
  ];
  return words.sinceLast(facts.length > 0 ? facts.join(', ') : words.nothingChanged);
}

function happenedBlocks({ happened, sources, evidence }: Brief, command: BriefCommand): Block[] {
  if (happened.length === 0) return [];
  return [
    heading(words.whatHappened, 2),
    {
      type: 'list',
      items: happened.map((statement) => statementInlines(statement, sources)),
      keep: KEPT_SENTENCES,
      drop: DROP.happened,
      noun: ['sentence', 'sentences'],
    },
    ...(evidence.articles === 1 ? [note(isFiltered(command) ? words.oneArticleLeft : words.oneArticle)] : []),
  ];
}

/** There may be more that the filters leave out. */
function isFiltered({ since, until, from }: BriefCommand): boolean {
  return [since, until, from].some((filter) => filter !== undefined);
}

export function statementInlines(statement: Statement, sources: readonly Source[]): Inline[] {
  return [plain(statement.shown), ...support(statement.sources, sources)];
}

export function quotesBlocks({ quotes, sources }: Pick<Brief, 'quotes' | 'sources'>): Block[] {
  if (quotes.length === 0) return [];
  return [heading(words.inTheirWords, 2), ...quotes.map((quote) => quoteBlock(quote, sources))];
}

function quoteBlock(quote: BriefQuote, sources: readonly Source[]): Block {
  return {
    type: 'quote',
    words: standingAlone(quote.words),
    by: [
      strong(quote.speaker),
      ...(quote.role === null ? [] : [plain(`, ${quote.role}`)]),
      ...citations(quote.sources, sources),
    ],
    drop: DROP.quotes,
    noun: ['quote', 'quotes'],
  };
}

function comparisonBlocks({ comparisons, sources }: Brief, kinds: readonly Comparison['kind'][]): Block[] {
  return kinds.flatMap((kind): Block[] => {
    const those = comparisons.filter((comparison) => comparison.kind === kind);
    if (those.length === 0) return [];
    const blocks =
      kind === 'differ' ? [differenceTable(those, sources)] : those.map((each) => sameBlock(each, sources));
    return [heading(words[kind], 2), ...blocks];
  });
}

const COMPARISON = { drop: DROP.compare, noun: ['comparison', 'comparisons'] as const };

/** What all of them say, or one alone: once, with the numbers of all. */
function sameBlock({ sides }: Comparison, sources: readonly Source[]): Block {
  const [first] = sides;
  const numbers = [...new Set(sides.flatMap((side) => side.sources))];
  return { type: 'paragraph', inlines: first ? quoted(first, sources, numbers) : [], ...COMPARISON };
}

/** Side by side, a row a difference, so that one side is never shown without the other; what else an article says stands beside it. */
function differenceTable(differences: readonly Comparison[], sources: readonly Source[]): Block {
  const most = Math.min(words.sides.length, Math.max(...differences.map(({ sides }) => sides.length)));
  const hasBeside = differences.some(({ beside }) => beside.length > 0);
  const cells = (statements: readonly Statement[]) => statements.flatMap((each) => quoted(each, sources));
  return {
    type: 'table',
    columns: [...words.sides.slice(0, most), ...(hasBeside ? [words.alsoSays] : [])],
    rows: differences.map(({ sides, beside }) => [
      ...Array.from({ length: most }, (_, at) => cells(sides.slice(at, at + 1))),
      ...(hasBeside ? [cells(beside)] : []),
    ]),
    ...COMPARISON,
  };
}

/** A sentence that has quotation marks of its own gets no second ones: they would read as one quotation. */
function quoted(statement: Statement, sources: readonly Source[], numbers = statement.sources): Inline[] {
  const { shown } = statement;
  return [plain(/["“”]/.test(shown) ? shown : `“${shown}”`), ...support(numbers, sources)];
}

function timelineBlocks({ timeline, sources }: Brief): Block[] {
  if (timeline.length === 0) return [];
  return [
    heading(words.timeline, 2),
    {
      type: 'timeline',
      entries: timeline.map(({ date, precision, planned, statement }) => ({
        when: planned ? words.planned(formatDate(date, precision)) : formatDate(date, precision),
        inlines: statementInlines(statement, sources),
      })),
      drop: DROP.timeline,
      noun: ['timeline entry', 'timeline entries'],
    },
  ];
}

function figuresBlocks({ figures, sources }: Brief): Block[] {
  if (figures.length === 0) return [];
  const items = figures.map(({ words: figure, statement }) => [
    strong(figure),
    plain(': '),
    ...statementInlines(statement, sources),
  ]);
  return [
    heading(words.figures, 2),
    { type: 'list', items, drop: DROP.figures, noun: ['figure', 'figures'] },
  ];
}

function unknownBlocks({ unknown, sources }: Brief): Block[] {
  if (unknown.length === 0) return [];
  const items = unknown.map((statement) => statementInlines(statement, sources));
  const noun = ['open point', 'open points'] as const;
  return [heading(words.notKnown, 2), { type: 'list', items, drop: DROP.unknown, noun }];
}

function peopleBlocks({ people, sources }: Brief): Block[] {
  if (people.length === 0) return [];
  const items = people.map(({ name, statement }) => [
    strong(name),
    plain(': '),
    ...statementInlines(statement, sources),
  ]);
  const noun = ['person', 'people'] as const;
  return [heading(words.people, 2), { type: 'list', items, drop: DROP.figures, noun }];
}

function briefActions(query: string, brief: Brief): Action[] {
  const part = (name: BriefPart): Command => ({ type: 'brief', query, part: name });
  const about = `brief:${query}`;
  return [
    ...(brief.allQuotes > brief.quotes.length
      ? [{ label: words.moreQuotes, command: { type: 'quotes', query, everybody: true } as const }]
      : []),
    ...(brief.timeline.length > 0 ? [{ label: words.timeline, command: part('timeline') }] : []),
    ...(brief.comparisons.length > 0 ? [{ label: words.compare, command: part('compare') }] : []),
    { label: words.askAction, command: { type: 'form', form: 'ask', about: '' }, emphasis: 'primary' },
    { label: words.follow, command: { type: 'form', form: 'follow', about: query } },
    { label: words.helpful, command: { type: 'feedback', about, helpful: true } },
    { label: words.notHelpful, command: { type: 'feedback', about, helpful: false } },
  ];
}
