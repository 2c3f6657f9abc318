/** Who said what in some articles, grouped by speaker, newest first; the same words of several publishers once. */
import { type Passage, type Quote, type ReadArticle, type StoredArticle, textAt } from './article.ts';
import { createCitations } from './brief/citations.ts';
import { describesSomebody, saidIn, withoutOwner } from './brief/quotes.ts';
import type { Source } from './brief/types.ts';
import type { QuoteLine, SpeakerQuotes } from './briefing-types.ts';
import { groupBy } from './group.ts';
import { parseTerms, parseWords } from './search/query.ts';
import { lettersOf } from './text/letters.ts';
import { isCommon } from './text/names/features.ts';

interface Said {
  readonly article: StoredArticle;
  readonly quote: Quote;
  readonly words: readonly string[];
  readonly speaker: string | null;
}

/** `speaker`: only of those whose name has all of these words; null: of everybody. */
function buildQuotes(
  articles: readonly StoredArticle[],
  speaker: string | null,
): { readonly speakers: readonly SpeakerQuotes[]; readonly sources: readonly Source[] } {
  const newest = [...articles].sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
  const everything = newest.flatMap(directQuotes);
  const labels = mergeLabels(
    [...new Set(everything.flatMap((each) => each.speaker ?? []))],
    surnamesOf(articles),
  );
  const labelOf = (each: Said): string => labels.get(each.speaker ?? '') ?? '';
  const said = everything.filter((each) => speaker === null || holdsWords(labelOf(each), speaker));
  const citations = createCitations(newest);
  for (const { article } of said) citations.numberOf(article.id);
  const sources = citations
    .sources()
    .filter(({ article }) => said.some((each) => each.article.id === article));
  const sourceOf = (id: string) => sources.find(({ article }) => article === id);
  const groups = groupBy(said, labelOf);
  const speakers = [...groups].map(([name, group]): SpeakerQuotes => {
    const lines = groupBy(group, ({ words }) => lettersOf(words.join(' ')));
    return {
      speaker: name === '' ? null : name,
      named: group.some(({ quote }) => quote.speaker.name !== null),
      // Those not named are several people, and no role is that of all.
      role: name === '' ? null : withoutOwner(roleOf(group)),
      quotes: [...lines.values()].flatMap((copies) => lineOf(copies, sourceOf)),
    };
  });
  return {
    speakers: speakers.sort((a, b) => Number(b.named) - Number(a.named) || b.quotes.length - a.quotes.length),
    sources,
  };
}

const roleOf = (group: readonly Said[]): string | null =>
  group.find(({ quote }) => quote.speaker.role !== null)?.quote.speaker.role ?? null;

/** The last names of all people of the articles. */
const surnamesOf = (articles: readonly ReadArticle[]): Set<string> =>
  new Set(
    articles
      .flatMap(({ analysis }) => analysis.entities)
      .flatMap(({ kind, name }) => (kind === 'person' ? (name.split(/\s+/).at(-1) ?? []) : [])),
  );

const CAPITAL = /^\p{Lu}/u;

const namesOf = (label: string): string[] => label.split(/\s+/).filter((word) => CAPITAL.test(word));

/**
 * "Lindqvist" of one article is "Mara Lindqvist" of another, and "the spokesman Peter Dahl" is Peter Dahl, where only one is
 * called so.
 */
function mergeLabels(labels: readonly string[], surnames: ReadonlySet<string>): Map<string, string> {
  const isName = (label: string): boolean => label.split(/\s+/).every((word) => CAPITAL.test(word));
  const names = labels
    .filter(isName)
    .map((label) => ({ label, words: namesOf(label) }))
    .sort((a, b) => b.label.length - a.label.length);
  return new Map(
    labels.map((label) => {
      const own = namesOf(label);
      const last = own.at(-1);
      if (last === undefined || (isCommon(last.toLowerCase()) && !surnames.has(last))) return [label, label];
      const fuller = names.filter(({ words }) => {
        const [few, many] = own.length < words.length ? [own, words] : [words, own];
        return words.at(-1) === last && few.every((word) => many.includes(word));
      });
      const [first] = fuller;
      // Of two Webers either may be meant.
      const isOne = fuller.every(({ words }) => words.every((word) => first?.words.includes(word)));
      return [label, first !== undefined && isOne ? first.label : label];
    }),
  );
}

/**
 * Does a name or a title have all words of the query, as whole words? "kim" is no "Kimberly". Words of grammar count only
 * where they are names: "May" is Theresa May, and "who may" is nobody.
 */
export function holdsWords(name: string, query: string): boolean {
  const words = new Set(parseTerms(name));
  const wanted = parseTerms(query);
  if (wanted.length > 0) return wanted.every((term) => words.has(term));
  const capitals = new Set(
    parseWords(name)
      .filter((word) => CAPITAL.test(word))
      .map(withoutOwning),
  );
  const asked = parseWords(query).map(withoutOwning);
  return asked.length > 0 && asked.every((word) => capitals.has(word));
}

const withoutOwning = (word: string): string => word.toLowerCase().replace(/['’]s?$/, '');

/** What of the articles is quoted for a query: the words of whoever is shown by it, else of everybody. */
interface Quoted {
  /** The speaker who is asked for, if one is. */
  readonly title: string | null;
  /** Somebody who is asked for, is named, and is not known to be quoted. */
  readonly unquoted: string | null;
  readonly speakers: readonly SpeakerQuotes[];
  readonly sources: readonly Source[];
}

/** Somebody may have only half of his name in some articles: whoever is shown by the words of the query is asked for. */
export function quotesFor(query: string, articles: readonly StoredArticle[], everybody = false): Quoted {
  const all = buildQuotes(articles, null);
  if (everybody) return { title: null, unquoted: null, ...all };
  const isAsked = all.speakers.some(({ speaker }) => speaker !== null && holdsWords(speaker, query));
  if (!isAsked) return { title: null, unquoted: findPerson(query, articles), ...all };
  const own = buildQuotes(articles, query);
  return { title: own.speakers[0]?.speaker ?? null, unquoted: null, ...own };
}

/** Whom a query names, if it is a person of these articles. */
function findPerson(query: string, articles: readonly ReadArticle[]): string | null {
  const entities = articles.flatMap(({ analysis }) => analysis.entities);
  const named = entities.find(({ kind, name }) => kind === 'person' && holdsWords(name, query));
  return named?.name ?? null;
}

function lineOf(copies: readonly Said[], sourceOf: (id: string) => Source | undefined): QuoteLine[] {
  const [first, ...others] = copies;
  const source = first && sourceOf(first.article.id);
  if (!first || !source) return [];
  const alsoIn = others.flatMap(({ article }) => sourceOf(article.id) ?? []);
  return [
    {
      words: first.words,
      article: first.article.id,
      version: first.article.status.version,
      context: contextOf(first),
      source,
      alsoIn: [...new Set(alsoIn)].filter((other) => other !== source),
    },
  ];
}

function directQuotes(article: StoredArticle): Said[] {
  return article.analysis.quotes.flatMap((quote) => {
    const words = saidIn(article, quote);
    if (quote.kind !== 'direct' || isLabel(article, quote, words)) return [];
    return [{ article, quote, words, speaker: speakerOf(article, quote) }];
  });
}

const NAMES = /^(?:call|term|dub|nam|label|nicknam|title)/i;
/** Words of a name that somebody gives to something. */
const SHORT = 4;

/** A paragraph of its own: "‘Far from over’" between two others. */
function isHeading(text: string, { content }: Quote): boolean {
  const [from, to] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0];
  // Walked back from the quotation: a pattern would look for its end from each line of the article.
  let before = from;
  while (before > 0 && /\s/.test(text.charAt(before - 1))) before--;
  const opens = before === 0 || text.slice(before, from).includes('\n');
  return opens && /^\s*(?:\n|$)/.test(text.slice(to));
}

/** So few words inside a sentence of the writer, with nothing that ends them, are a term: "the system is called “Iron Gate” there". */
const TERM = 3;

function isTerm(text: string, { content }: Quote, words: string): boolean {
  const [from, to] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0];
  if (content.length > 1 || words.split(/\s+/).length > TERM || /[,.!?…]["'”’]?$/.test(words)) return false;
  return (
    !/[:,]\s*["“'‘]*$/.test(text.slice(Math.max(0, from - 3), from)) &&
    !/^["'”’]*\s?[,.!?]/.test(text.slice(to, to + 3))
  );
}

/** "a search that he called “Larch and others”": a name for something, or a heading, and nothing that was said. */
function isLabel({ text }: StoredArticle, quote: Quote, pieces: readonly string[]): boolean {
  const words = pieces.join(' ').trim();
  if (words.split(/\s+/).length > SHORT) return false;
  if (isTerm(text, quote, words)) return true;
  const { cue } = quote;
  if (cue !== null && NAMES.test(textAt(text, cue))) return true;
  return !/[.!?…]["'”’]?$/.test(words) && isHeading(text, quote);
}

/** The full name, else what the text says ("a senior official"); a bare pronoun tells nobody who it was. */
function speakerOf({ text }: StoredArticle, { speaker: { name, mention } }: Quote): string | null {
  if (name !== null) return name;
  const said = mention && textAt(text, mention);
  return said && describesSomebody(said) ? said : null;
}

/** The sentences that it stands in, with one before and one after. */
function contextOf({ article, quote }: Said): Passage {
  const { sentences } = article.analysis;
  const [start, end] = [quote.content[0]?.start ?? 0, quote.content.at(-1)?.end ?? 0];
  const first = sentences.findIndex((sentence) => sentence.end > start);
  const last = sentences.findLastIndex((sentence) => sentence.start < end);
  return {
    article: article.id,
    start: sentences[Math.max(0, first - 1)]?.start ?? start,
    end: sentences[Math.min(sentences.length - 1, last + 1)]?.end ?? end,
  };
}

function dateOf({ published, status }: StoredArticle): string {
  return published ?? status.retrieved;
}
