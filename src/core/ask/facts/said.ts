/** "What did X say about Y?": what the articles quote of X, by speaker and subject. */
import { entityOf, nameAt, type Quote, type ReadArticle, type Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { ORGANISATION_WORDS } from '../../text/data/offices.ts';
import { SPEECH_VERBS } from '../../text/data/speech-verbs.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findSaying } from '../question/shape.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import { HOUSE, houseBefore } from '../words/persons.ts';
import { parseMeanings } from '../words/phrasal-verbs.ts';
import type { Tagger } from '../words/tagging.ts';
import { isNamesake, isOfPeople, OFFICE_TERMS } from './called.ts';
import { nameMeant } from './same-subject.ts';

export interface FoundQuote {
  readonly article: ReadArticle;
  readonly quote: Quote;
  /** The words said: the run of them that speaks most of the subject, where a speaker clause breaks the quotation. */
  readonly content: Span;
  readonly score: number;
}

/** Who is asked for: the terms between the auxiliary and the verb of saying, and those of them that are names of somebody or of a house. */
interface Wanted {
  readonly speaker: ReadonlySet<string>;
  readonly names: readonly string[];
}

function speakerTerms({ words, named }: AskedQuestion): Wanted & { readonly subject: ReadonlySet<string> } {
  const saying = findSaying(words);
  const verbAt = saying < 0 ? words.findLastIndex(({ pos }) => pos === 'VERB') : saying;
  const speaker = new Set<string>();
  const subject = new Set<string>();
  words.forEach(({ term, pos }, at) => {
    if (term === null || at === verbAt || pos === 'PUNCT') return;
    if (at < verbAt && /^(?:PROPN|NOUN|ADJ|X)$/.test(pos)) speaker.add(term);
    else if (at > verbAt) subject.add(term);
  });
  const names = [...speaker].filter((term) => named.has(term) && !OFFICE_TERMS.has(term));
  return { speaker, names, subject };
}

/** Who speaks for others: what a company's spokeswoman says, it says. */
const SPOKESPERSON = /\b(?:spokes\w+|officials?|representatives?|statement)\b/i;
/** What stands behind it in a role says of whom or what: "director of the port". */
const OF_WHOM = /\s(?:of|for|at|in|from|with)\s/i;

/** Whom words speak of: the last of them, "director" of "director of the port"; with its names where that is a body, "Unite union". */
function headsOf(words: string): string[] {
  const [own = ''] = words.split(OF_WHOM);
  const all = own.split(/\s+/);
  const body = ORGANISATION_WORDS.has(all.at(-1)?.toLowerCase() ?? '');
  const names = body && !/['’]/.test(own) ? all.filter((word) => /^\p{Lu}/u.test(word)) : [];
  return [...names.flatMap(parseTerms), ...parseTerms(own).slice(-1)];
}

/** Sentences that tell of which house, or town, an article speaks. */
const OPENING = 2;

/** Whether somebody may hold his office where the question says: the mayor of Velmar is not that of Ostry, a bare "mayor" is that of the town in the headline. */
function mayHold(
  { names }: Wanted,
  { title, text, analysis }: ReadArticle,
  said: ReadonlySet<string>,
): boolean {
  const isSaid = (terms: ReadonlySet<string>): boolean =>
    names.some((name) => terms.has(name) || isOfPeople(name, terms));
  if (names.length === 0 || isSaid(said)) return true;
  const isBare = analysis.names.every(
    ({ start, end, kind }) =>
      kind === 'person' || !parseTerms(text.slice(start, end)).every((term) => said.has(term)),
  );
  return (
    isBare &&
    isSaid(new Set(parseTerms(`${title ?? ''} ${text.slice(0, analysis.sentences[OPENING - 1]?.end)}`)))
  );
}

/** The name of the speaker, or of the one who is likeliest meant by "she" or "the company". */
function nameOfSpeaker(article: ReadArticle, { speaker }: Quote): string | null {
  const { name, mention } = speaker;
  if (name !== null || mention === null) return name;
  const said = article.text.slice(mention.start, mention.end);
  // "The company said": the house that was named last.
  if (!/^the /i.test(said) || !HOUSE.test(said.slice(4)))
    return nameMeant(article, mention.start, said.toLowerCase());
  return entityOf(article, houseBefore(article, mention.start))?.name ?? null;
}

/** Whether a role says of which kind an office is, and the question of another kind: a transport minister is no prime minister. */
function isOtherOffice({ speaker, names }: Wanted, role: string | null): boolean {
  const [own = ''] = (role ?? '').split(OF_WHOM);
  const said = parseTerms(own);
  const head = said.at(-1);
  if (names.length > 0 || head === undefined || !speaker.has(head)) return false;
  const kinds = said.slice(0, -1).filter((term) => !RANKS.has(term));
  const asked = [...speaker].filter((term) => term !== head && !RANKS.has(term));
  const isBare = /\s(?:of|for)\s/i.test(role ?? '');
  return !isBare && kinds.length > 0 && asked.length > 0 && !asked.some((term) => kinds.includes(term));
}

/** Words beside an office that leave open which it is. */
const RANKS: ReadonlySet<string> = new Set(
  parseTerms(
    'former acting deputy senior junior chief vice new then late local state federal national town city',
  ),
);

/** Share of the terms asked for that name or describe the speaker; 0 where they only say of what he is the head. */
function matchSpeaker(asked: Wanted, article: ReadArticle, quote: Quote): number {
  const { text } = article;
  const { speaker: wanted } = asked;
  const { speaker } = quote;
  const name = nameOfSpeaker(article, quote);
  const mention = speaker.mention === null ? '' : text.slice(speaker.mention.start, speaker.mention.end);
  const all = [name, speaker.role, mention].filter((words) => words !== null);
  const said = new Set(all.flatMap(parseTerms));
  const heads = new Set([...parseTerms(name ?? ''), ...headsOf(speaker.role ?? ''), ...headsOf(mention)]);
  if (!SPOKESPERSON.test(all.join(' ')) && ![...wanted].some((term) => heads.has(term))) return 0;
  if (isNamesake(wanted, name) || !mayHold(asked, article, said) || isOtherOffice(asked, speaker.role))
    return 0;
  return [...wanted].filter((term) => said.has(term)).length / wanted.size;
}

/** A surname is enough; a first name alone is not the same person. */
const ENOUGH = 0.5;
/** What was written is not what was said. */
const WRITES = /^(?:tweet|tweeted|post|posted)$/;
const WRITTEN_CUE = /^(?:tweet|retweet|post|writ|wrote|shar|add|caption)/i;
const WRITTEN_BESIDE = /\b(?:twe+t\w*|post(?:ed|s|ing)?|twitter|facebook|instagram|social media)\b/i;

/** Whether a quotation was posted, where it is asked what was. */
function mayBePosted(
  { words }: AskedQuestion,
  { text, analysis }: ReadArticle,
  { cue, content }: Quote,
): boolean {
  if (!WRITES.test(words[findSaying(words)]?.lower ?? '')) return true;
  if (cue !== null && WRITTEN_CUE.test(text.slice(cue.start, cue.end))) return true;
  const at = content[0]?.start ?? 0;
  const sentence = analysis.sentences.find(({ start, end }) => start <= at && at < end);
  return sentence !== undefined && WRITTEN_BESIDE.test(text.slice(sentence.start, sentence.end));
}

/** How far beside a quotation its subject may stand, and how much less it counts there than in its own sentence. */
const BESIDE = { characters: 150, counts: 0.45 };

/** A word that is only like one of the subject says much less of it. */
const LIKE = 3;
/** Words of the subject, in all, below which a quotation does not speak of it. */
const SPOKEN = 0.4;

/** How much of the subject the sentence of a quotation holds, or else what stands beside it; 1 where none was asked for. */
function aboutOf(
  subject: ReadonlySet<string>,
  article: ReadArticle,
  content: Span,
  matcher: Matcher,
): number {
  if (subject.size === 0) return 1;
  const { text, analysis } = article;
  const shareOf = (start: number, end: number): number => {
    const held = new Map<string, number>();
    // "Lund" is the Ada Lund who is asked about.
    const named = analysis.names.filter((name) => name.start >= start && name.end <= end);
    const full = named.flatMap((name) => parseTerms(entityOf(article, name)?.name ?? ''));
    for (const said of new Set([...parseMeanings(text.slice(Math.max(0, start), end)), ...full])) {
      const match = matcher.find(said);
      if (match !== undefined && subject.has(match.term))
        held.set(match.term, Math.max(held.get(match.term) ?? 0, match.share ** LIKE));
    }
    return [...held.values()].reduce((sum, share) => sum + share, 0) / subject.size;
  };
  const own = analysis.sentences.filter(({ start, end }) => start < content.end && end > content.start);
  const inside = shareOf(own[0]?.start ?? content.start, own.at(-1)?.end ?? content.end);
  const beside = shareOf(content.start - BESIDE.characters, content.end + BESIDE.characters);
  const about = Math.max(inside, BESIDE.counts * beside);
  return about * subject.size < SPOKEN ? 0 : about;
}

/** What stands in quotation marks comes before what is told in other words, and a sentence before a few words of one. */
const MARKED = { direct: 0.2, mixed: 0, indirect: -0.5 } as const;
const FEW = { words: 5, counts: -0.3 };

const lengthOf = ({ text }: ReadArticle, { start, end }: Span): number =>
  text.slice(start, end).split(/\s+/).length < FEW.words ? FEW.counts : 0;

/** Quotations of the one asked about, those on the subject first. Empty where nobody of that name is quoted. */
export function findSaid(
  question: AskedQuestion,
  articles: readonly ReadArticle[],
  matcher: Matcher,
): FoundQuote[] {
  const wanted = speakerTerms(question);
  const { speaker, subject } = wanted;
  if (speaker.size === 0) return [];
  const found: FoundQuote[] = [];
  for (const article of articles) {
    for (const quote of article.analysis.quotes) {
      const matched = matchSpeaker(wanted, article, quote);
      if (matched < ENOUGH || !mayBePosted(question, article, quote)) continue;
      const runs = quote.content.flatMap((content): FoundQuote[] => {
        const about = aboutOf(subject, article, content, matcher);
        const score = matched + 2 * about + MARKED[quote.kind] + lengthOf(article, content);
        return about === 0 ? [] : [{ article, quote, content, score }];
      });
      found.push(...runs.sort((a, b) => b.score - a.score).slice(0, 1));
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Whether words are somebody else's than those of whom is asked what he said, or no speech of his sentence at all: a title in marks. */
export function isSaidByOthers(
  question: AskedQuestion,
  { sentence, start, end, candidate }: ScoredSpan,
): boolean {
  const wanted = speakerTerms(question);
  const { speaker } = wanted;
  if (question.kind !== 'quote' || speaker.size === 0) return false;
  const { article } = sentence;
  const [from, to] = [sentence.sentence.start + start, sentence.sentence.start + end];
  const holding = article.analysis.quotes.filter(({ content }) =>
    content.some((span) => span.start < to && from < span.end),
  );
  if (holding.length === 0) return candidate.kind === 'quotation' || !isNamedIn(speaker, sentence);
  return holding.every((quote) => matchSpeaker(wanted, article, quote) < ENOUGH);
}

const isNamedIn = (speaker: ReadonlySet<string>, { terms }: RankedSentence): boolean =>
  terms.some((term) => speaker.has(term));

/** What is written says what stands in it, whoever quotes it. */
const WRITTEN =
  /^(?:report|study|[Bb]ible|[Kk]oran|[Cc]onstitution|amendment|law|bill|letter|email|poll|survey|book|article|treaty|document|contract|policy|paper|editorial|indictment|lawsuit|complaint|rules|guidelines|agreement)$/;

/** Whether a sentence may tell what somebody said: he says something in it. True for other questions. */
export function mayTellSaid(question: AskedQuestion, sentence: RankedSentence, tagger: Tagger): boolean {
  const { speaker } = speakerTerms(question);
  if (question.kind !== 'quote' || speaker.size === 0) return true;
  const saying = findSaying(question.words);
  if (question.words.slice(0, Math.max(0, saying)).some(({ word }) => WRITTEN.test(word))) return true;
  if (!isNamedIn(speaker, sentence)) return false;
  const words = tagger.tag(sentence.text);
  const { article, sentence: place } = sentence;
  return readClauses(words).some(({ verb, doer }) => {
    if (doer === null || !SPEECH_VERBS.has(words[verb]?.lower ?? '') || isNegatedAt(words, verb))
      return false;
    const said = words.slice(doer.first, doer.last);
    const at = place.start + (words[doer.head]?.start ?? 0);
    const full = entityOf(article, nameAt(article, at))?.name ?? null;
    if (isNamesake(speaker, full)) return false;
    const speaksFor = said.some(({ word }) => SPOKESPERSON.test(word));
    const heads = speaksFor ? said.map(({ word }) => word) : [words[doer.head]?.word ?? '', full ?? ''];
    return heads.flatMap(parseTerms).some((term) => speaker.has(term));
  });
}
