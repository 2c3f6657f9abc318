/** In their words: direct quotations of different speakers. */
import { type Passage, type Quote, type ReadArticle, textAt } from '../article.ts';
import { isPlural } from '../search/numbers.ts';
import { parseTerms } from '../search/query.ts';
import { lettersOf } from '../text/letters.ts';
import type { Desk } from './desk.ts';
import { countWords } from './lines.ts';
import type { BriefLength, BriefQuote } from './types.ts';

const MOST: Record<BriefLength, number> = { headline: 0, short: 2, full: 4 };
/** A quotation of fewer words says nothing, one of more does not fit a card. */
const WORDS = { fewest: 6, most: 60 };
/** Beside so many, none is shown of "the minister", who may be one of those that are named. */
const ENOUGH = 2;
/** A second quotation from one article counts less, so that different articles speak. */
const SAME_ARTICLE = 0.5;
/** “known by its code name as the mill”: a piece of a sentence beside whole ones. */
const PIECE = 0.5;

interface Candidate {
  readonly article: ReadArticle;
  readonly quote: Quote;
  readonly words: readonly string[];
  readonly speaker: string;
  readonly score: number;
  /** Ids of all articles that carry the same words. */
  readonly carriers: string[];
}

/** The quotations to show, and how many there are in all; the same words in several articles are one. */
export function buildQuotes(desk: Desk, length: BriefLength): { quotes: BriefQuote[]; all: number } {
  const candidates = mergeSame(
    desk.articles.flatMap((article, source) =>
      desk.linesOf(source).length === 0
        ? []
        : article.analysis.quotes.flatMap((quote) => candidateOf(desk, article, quote)),
    ),
  );
  const quotes: BriefQuote[] = [];
  const speakers: string[] = [];
  const used = new Map<string, number>();
  const asking = new Map(desk.articles.map((article) => [article.id, interviewersOf(article)]));
  const open = candidates.filter(({ article, quote, words }) => {
    if (quote.turn && (asks(words) || asking.get(article.id)?.has(labelOf(article, quote)))) return false;
    const count = countWords(words.join(' '));
    return count >= WORDS.fewest && count <= WORDS.most;
  });
  while (quotes.length < MOST[length] && open.length > 0) {
    const worthOf = (one: Candidate): number => one.score - SAME_ARTICLE * (used.get(one.article.id) ?? 0);
    open.sort((x, y) => worthOf(y) - worthOf(x));
    const best = open.shift();
    if (best === undefined) break;
    const context = contextOf(best.article, best.quote);
    if (speakers.some((one) => isOneSpeaker(one, best.speaker))) continue;
    if (quotes.length >= ENOUGH && isLeaning(best)) continue;
    if (context === null || !desk.allowance.take(context)) continue;
    speakers.push(best.speaker);
    used.set(best.article.id, (used.get(best.article.id) ?? 0) + 1);
    quotes.push(quoteOf(desk, best, context, open[0]?.words.join(' … ') ?? null));
  }
  return { quotes, all: candidates.length };
}

const asks = (words: readonly string[]): boolean => /\?["'”’)\]]*$/.test(words.at(-1) ?? '');

function labelOf({ text }: ReadArticle, { speaker: { mention } }: Quote): string {
  return mention === null ? '' : textAt(text, mention);
}

/** Who asks in most turns of a transcript: what is said between the questions leads to them. */
function interviewersOf(article: ReadArticle): Set<string> {
  const surplus = new Map<string, number>();
  for (const quote of article.analysis.quotes) {
    if (!quote.turn) continue;
    const label = labelOf(article, quote);
    surplus.set(label, (surplus.get(label) ?? 0) + (asks(saidIn(article, quote)) ? 1 : -1));
  }
  return new Set([...surplus].flatMap(([label, more]) => (more > 0 ? [label] : [])));
}

/** "the minister", "the report", "his father": of whom the sentences before tell who it is. */
function isLeaning({ quote, speaker }: Candidate): boolean {
  return quote.speaker.name === null && /^(?:the \p{Ll}+|(?:his|her|their|its|my|our) .+)$/iu.test(speaker);
}

function quoteOf(desk: Desk, one: Candidate, context: Passage, insteadOf: string | null): BriefQuote {
  const { name, role } = one.quote.speaker;
  const because = [
    name === null
      ? 'a speaker without a name'
      : role === null
        ? 'a named speaker'
        : 'a named speaker with a role',
  ];
  if (one.carriers.length > 1) because.push(`carried by ${one.carriers.length} articles`);
  return {
    article: one.article.id,
    content: one.quote.content,
    words: one.words,
    speaker: one.speaker,
    named: name !== null,
    role: withoutOwner(role),
    sources: one.carriers.map((article) => desk.citations.numberOf(article)),
    context,
    reason: { score: one.score, because, insteadOf },
  };
}

/** "his lawyer" leans on a sentence that is not shown: "lawyer"; "Sens." is said of several. */
export function withoutOwner(role: string | null): string | null {
  if (/^(?:Sens|Reps|Govs|Gens|Profs|Drs|Messrs)\.?$/i.test(role ?? '')) return null;
  return role?.replace(/^(?:his|her|their|its|my|our)\s+(?=\S)/i, '') ?? null;
}

/** A pronoun, or what is said of one: "he", "all of this", "it adds". */
const POINTS =
  /^(?:one|another|others?|some|many|most|both)$|^(?:he|she|they|it|who|i|we|you|all|any|none|this|that|these|those|what|which|there|here|(?:no|some|any|every)thing)\b/i;
/** "An In-Depth Look": words above a text. */
const TITLE = /^An? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)+$/u;

/**
 * Whether words tell who spoke, though they are no name: "a senior official", "police". A pronoun, "another" or a stray word
 * ("cent", "was") tells nobody who it was.
 */
export function describesSomebody(called: string): boolean {
  if (POINTS.test(called) || TITLE.test(called)) return false;
  if (/^(?:him|her|them|his|their|its) \p{Ll}+ing\b|\d$/u.test(called)) return false;
  return /\s/.test(called) || !/^\p{Ll}/u.test(called) || isPlural(called);
}

const MARKS = /^(?:["“”„«»]|''|``|‘‘|’’)+|(?:["“”„«»]|''|``|‘‘|’’)+$/gu;

/** Marks within the marks, where all of it is quoted from elsewhere: “‘The mill is closed.’” */
const INNER_MARKS = /^[‘']([^‘’']*(?:\p{L}['’]\p{L}[^‘’']*)*)[’']$/u;

/** British marks, with apostrophes and other marks inside: 'Nobody in the '90s asked, "Why?"' */
const SINGLE_MARKS = /^[‘'](?![‘'])(.+)(?<![’'])[’']$/su;

/** The words of a quotation without its marks, a piece for each place where they stand. */
export function saidIn({ text }: ReadArticle, { content }: Quote): string[] {
  return content.map((span) => {
    const marked = textAt(text, span);
    const single = SINGLE_MARKS.exec(marked)?.[1];
    return single ?? marked.replace(MARKS, '').replace(INNER_MARKS, '$1');
  });
}

/** "a source close" of "a source close to the mayor": cut where a word leans on what follows. */
const CLOSE = / (?:close|familiar|near|based|next)$/;

/** Only what somebody is said to have said. */
function candidateOf(desk: Desk, article: ReadArticle, quote: Quote): Candidate[] {
  const { name, role, mention } = quote.speaker;
  const called = mention === null ? null : textAt(article.text, mention);
  const speaker = name ?? (called !== null && describesSomebody(called) ? called.replace(CLOSE, '') : null);
  if (quote.kind !== 'direct' || speaker === null || quote.content.length === 0) return [];
  const words = saidIn(article, quote);
  const terms = new Set(parseTerms(words.join(' ')));
  let [central, about] = [0, 0];
  for (const term of terms) {
    central += Math.log(1 + (desk.crowd.counts.get(term) ?? 0));
    if (desk.crowd.about.has(term)) about++;
  }
  const place = article.analysis.entities.some(
    (entity) => entity.name === speaker && entity.kind === 'place',
  );
  const score =
    (name === null ? 0 : 1) +
    (role === null ? 0 : 0.3) +
    (place ? -1 : 0) -
    (/^\s*\p{Ll}/u.test(words[0] ?? '') ? PIECE : 0) +
    central / Math.max(6, terms.size) / 2 +
    Math.min(1, about) / 2 -
    (quote.content[0]?.start ?? 0) / Math.max(1, article.text.length) / 2;
  return [{ article, quote, words, speaker, score, carriers: [article.id] }];
}

/** One entry for the same words, told by the first who carries them with a name. */
function mergeSame(candidates: readonly Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const one of [...candidates].sort((x, y) => y.score - x.score)) {
    const key = lettersOf(one.words.join(' '));
    const same = merged.get(key);
    if (same === undefined) merged.set(key, one);
    else if (!same.carriers.includes(one.article.id)) same.carriers.push(one.article.id);
  }
  return [...merged.values()];
}

/** "Anna Weber", "Weber" and "Anna" are one speaker, as are "AB Weber" and "A B Weber"; "Anna Weber" and "Max Weber" are two. */
function isOneSpeaker(one: string, other: string): boolean {
  if (lettersOf(one) === lettersOf(other)) return true;
  const [few = [], many = []] = [one, other]
    .map((called) =>
      called
        .toLowerCase()
        .replace(/^(?:an?|the|mr|mrs|ms|miss|dr|sir|lord|lady)\.? /, '')
        .split(/[\s-]+/),
    )
    .sort((a, b) => a.length - b.length);
  if (few.length === 1 && few[0] === many[0]) return true;
  return few.at(-1) === many.at(-1) && few.every((word) => many.includes(word));
}

/** The sentences that the quotation stands in. */
function contextOf(article: ReadArticle, quote: Quote): Passage | null {
  const [first, last] = [quote.content[0], quote.content.at(-1)];
  if (!first || !last) return null;
  const around = article.analysis.sentences.filter((s) => s.start < last.end && s.end > first.start);
  const [from, to] = [around[0], around.at(-1)];
  return from && to ? { article: article.id, start: from.start, end: to.end } : null;
}
