/** What a digest tells: the stories of its new articles, most important first, each cited. */
import type { StoredArticle } from '../article.ts';
import { buildBrief } from '../brief/brief.ts';
import { createCitations } from '../brief/citations.ts';
import type { BriefQuote, Families, Source, Statement } from '../brief/types.ts';
import { buildUpdate } from '../brief/update.ts';
import { findVoices } from '../brief/voices.ts';
import { groupInSteps } from '../search/stories.ts';
import type { Digest } from './ports.ts';

export interface DigestStory {
  /** Title of the article that tells most; null where it states none. */
  readonly headline: string | null;
  /** Number of the source of the headline. */
  readonly source: number;
  /** One or two sentences; of a story told before, only what is new. None where the length is `headline`. */
  readonly statements: readonly Statement[];
  readonly quote: BriefQuote | null;
  /** Was it told in this channel before? */
  readonly update: boolean;
  /** Numbers of all sources that tell it now. */
  readonly sources: readonly number[];
  /** Independent publishers. */
  readonly voices: number;
  /** Topics of the digest that it belongs to. */
  readonly topics: readonly string[];
}

export interface Selection {
  readonly stories: readonly DigestStory[];
  /** Of all stories shown; [1] is cited first. */
  readonly sources: readonly Source[];
  /** Stories that there was no room for. */
  readonly left: number;
}

export interface SelectionOptions {
  /** Articles that are new since the last digest, with the topics that they belong to. */
  readonly fresh: readonly { readonly article: StoredArticle; readonly topics: readonly string[] }[];
  /** What this channel was told before, as it was told. */
  readonly before: readonly StoredArticle[];
  /** Others of the store: how alike two articles are depends on how common their words are. */
  readonly background: readonly StoredArticle[];
  readonly length: Digest['length'];
  readonly families: Families;
  readonly now: Date;
}

/** How much fits: a digest is read in a minute or two. */
const MOST = { headline: 10, short: 6, full: 12 } as const;
const STATEMENTS = { headline: 0, short: 2, full: 2 } as const;

/** The stories that one digest tells, and how many are left over. In steps: it may take a second. */
export function* selectStories(options: SelectionOptions): Generator<void, Selection> {
  const { before, length, families } = options;
  const topics = new Map(options.fresh.map(({ article, topics }) => [article.id, topics]));
  const fresh = options.fresh.map(({ article }) => article);
  const found = (yield* findStories(before, fresh, options.background))
    .map((story) => ({ ...story, voices: new Set(findVoices(story.fresh, families)).size }))
    .sort(byImportance);
  const drafts: Draft[] = [];
  let next = 0;
  for (; next < found.length && drafts.length < MOST[length]; next += 1) {
    const story = found[next];
    const draft = story && buildStory(story, topics, options);
    if (draft) drafts.push(draft);
    yield;
  }
  const cited = createCitations(drafts.flatMap(({ articles }) => articles));
  const stories = drafts.map((draft) => numberStory(draft, cited.numberOf));
  // Whether an update that there was no room for adds anything is not known.
  const left = found.slice(next).filter((story) => story.before.length === 0).length;
  return { stories, sources: cited.sources(), left };
}

interface Story {
  readonly fresh: readonly StoredArticle[];
  /** Articles of the same story that were told before. */
  readonly before: readonly StoredArticle[];
}

interface RankedStory extends Story {
  readonly voices: number;
}

/** A changed article stands on both sides: as it was told and as it is now. */
function* findStories(
  before: readonly StoredArticle[],
  fresh: readonly StoredArticle[],
  background: readonly StoredArticle[],
): Generator<void, Story[]> {
  const all = new Map([...background, ...before, ...fresh].map((article) => [article.id, article]));
  const pick = (from: readonly StoredArticle[], ids: ReadonlySet<string>) =>
    from.filter(({ id }) => ids.has(id));
  const stories = yield* groupInSteps([...all.values()]);
  return stories
    .map((story) => new Set(story))
    .map((ids) => ({ fresh: pick(fresh, ids), before: pick(before, ids) }))
    .filter((story) => story.fresh.length > 0);
}

interface Draft extends Omit<DigestStory, 'source' | 'sources'> {
  readonly lead: StoredArticle;
  readonly articles: readonly StoredArticle[];
}

/** Undefined for an update that adds nothing. Citations still carry the numbers of the story alone. */
function buildStory(
  { fresh, before, voices }: RankedStory,
  topicsOf: ReadonlyMap<string, readonly string[]>,
  { length, families, now }: SelectionOptions,
): Draft | undefined {
  const brief = buildBrief(fresh, { title: '', query: '', length: 'short', families, now });
  const added = before.length > 0 ? buildUpdate(before, fresh, families) : undefined;
  const { statements, sources } = added ?? { statements: brief.happened, sources: brief.sources };
  const update = added !== undefined;
  if (update && statements.length === 0) return undefined;
  const best = statements[0]?.passage.article ?? sources[0]?.article;
  const lead = fresh.find(({ id }) => id === best) ?? fresh[0];
  if (lead === undefined) return undefined;
  const ofArticles = (numbers: readonly number[]) =>
    numbers.flatMap((number) => sources.filter((source) => source.number === number));
  const refer = <T extends { readonly sources: readonly number[] }>(line: T): T => ({
    ...line,
    sources: ofArticles(line.sources).map(({ article }) => fresh.findIndex(({ id }) => id === article)),
  });
  return {
    headline: lead.title,
    lead,
    articles: fresh,
    statements: statements.map(refer).slice(0, STATEMENTS[length]),
    quote: length === 'headline' || update ? null : (brief.quotes.map(refer)[0] ?? null),
    update,
    voices,
    topics: [...new Set(fresh.flatMap(({ id }) => topicsOf.get(id) ?? []))],
  };
}

/** From indexes into the story's articles to the numbers of the digest, in the order in which they are read. */
function numberStory(
  { lead, articles, ...draft }: Draft,
  numberOf: (article: string) => number,
): DigestStory {
  const number = <T extends { readonly sources: readonly number[] }>(line: T): T => ({
    ...line,
    sources: line.sources.flatMap((at) => articles[at]?.id ?? []).map(numberOf),
  });
  return {
    ...draft,
    source: numberOf(lead.id),
    statements: draft.statements.map(number),
    quote: draft.quote && number(draft.quote),
    sources: articles.map(({ id }) => numberOf(id)),
  };
}

/** Told by more independent publishers first, then by more articles, then what is new before updates, then the newest. */
function byImportance(a: RankedStory, b: RankedStory): number {
  const newest = ({ fresh }: Story) =>
    fresh
      .map(({ published, status }) => published ?? status.retrieved)
      .sort()
      .at(-1) ?? '';
  return (
    b.voices - a.voices ||
    b.fresh.length - a.fresh.length ||
    Number(a.before.length > 0) - Number(b.before.length > 0) ||
    (newest(a) < newest(b) ? 1 : -1)
  );
}
