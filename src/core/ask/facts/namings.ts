/** "What is the charity called?": the name beside that noun, in quotation marks, in apposition, or behind "called". */
import { entityOf, type Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { OFFICES } from '../../text/data/offices.ts';
import { genderOf } from '../../text/gender.ts';
import type { AskedQuestion } from '../question/question.ts';
import { kindOfNoun } from '../question/shape.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { TaggedWord } from '../words/tagging.ts';
import { type Fact, type FactsAsked, saidBy } from './fact.ts';
import { type Beside, nameBeside, ownerOf } from './name-beside.ts';
import { spanOfWords, tagNames } from './tag-names.ts';

/** Each with the thing that has the name. */
const ASKS = [
  /^(?:and |so )?what(?:['’]?s| is| was| are| were) (?:the )?names? (?:of|for) (?<thing>[^?,]{2,90})/iu,
  /^(?:and |so )?what(?:['’]?s| is| was) (?<thing>[^?,]{2,90}?)(?:['’]s?)? (?:called|titled|entitled|named|known as|name)(?=[?.,\s]*$|, )/iu,
  /^(?:the )?name of (?<thing>[^?,]{2,90})/iu,
  /^(?<thing>[^?,]{2,60}?)(?:['’]s?)? name[?.\s]*$/iu,
];
/** Another name of the same: "real name", "first name", "German name". */
const OTHER_NAME =
  /\b(?:\p{L}+ )?(?:real|birth|full|stage|maiden|first|last|middle|original|former|previous|new|old|pen|brand|user|code|trade|other|another|\p{Lu}\p{L}+(?:ian|ish|ese|an)) names?\b|\b(?:called|known|named) (?:in|before|after|by)\b/u;
/** Sentences that are read. */
const READ = 40;

interface Asked {
  /** What it is: "charity"; its term, and the word as it is asked. */
  readonly head: string;
  readonly noun: string;
  /** All else that is said of it. */
  readonly rest: readonly string[];
  readonly isPerson: boolean;
  readonly isPlace: boolean;
  /** "Lund's charity" */
  readonly isOwned: boolean;
}

/** The thing of which the name is asked; null for other questions. */
function readAsked({ text, words }: AskedQuestion): Asked | null {
  if (OTHER_NAME.test(text)) return null;
  const match = ASKS.map((asks) => asks.exec(text)).find((found) => found !== null);
  const thing = match?.groups?.['thing'];
  if (match === null || match === undefined || thing === undefined) return null;
  const from = match.index + match[0].indexOf(thing);
  const own = words.filter(({ start, end }) => start >= from && end <= from + thing.length);
  const border = own.findIndex(
    ({ pos, lower }, at) =>
      at > 0 && (/^(?:ADP|VERB|AUX|SCONJ)$/.test(pos) || /^(?:who|that|which|in)$/.test(lower)),
  );
  const phrase = border < 0 ? own : own.slice(0, border);
  const noun = phrase.at(-1);
  const head = noun?.term;
  if (noun === undefined || head === undefined || head === null || !/^(?:NOUN|X|ADJ)$/.test(noun.pos))
    return null;
  // What stands behind a comma says whose it is: "the one by Brook".
  const isPerson = kindOfNoun(noun) === 'person' || OFFICES.has(noun.lower) || SOMEBODY.test(noun.lower);
  const said = isPerson ? /^(?:NOUN|PROPN|ADJ|NUM|X|VERB)$/ : /^(?:NOUN|PROPN|ADJ|NUM|X)$/;
  const rest = words
    .filter(({ start, pos }) => start >= from && said.test(pos))
    .flatMap(({ word }) => parseTerms(word));
  return {
    head,
    noun: noun.lower,
    rest: rest.filter((term) => term !== head && !LEFT_OUT.has(term)),
    isPerson,
    isOwned: phrase.some(({ lower }) => /^['’]s?$/.test(lower)),
    isPlace: kindOfNoun(noun) === 'place',
  };
}
const LEFT_OUT: ReadonlySet<string> = new Set(parseTerms('called titled entitled named known name one'));

/** Sentences before, and behind, that may say whose it is. */
const BESIDE = { before: 2, behind: 1 };

/** Whether all terms stand in a sentence, or beside it, or in the headline. */
function holdsAll(asked: Asked, views: readonly SentenceView[], at: number): boolean {
  // Of people many stand about: whose attorney one is stands near.
  const reach = asked.isPerson ? { before: 1, behind: 0 } : BESIDE;
  const beside = views.slice(Math.max(0, at - reach.before), at + 1 + reach.behind);
  const held = new Set(beside.flatMap(({ terms }) => terms));
  const title = new Set(parseTerms(views[at]?.article.title ?? ''));
  const own = views[at]?.terms ?? [];
  return [asked.head, ...asked.rest].every((term) =>
    /^\d/.test(term) ? own.includes(term) : held.has(term) || title.has(term),
  );
}

/** The words of a name as a span of the article, where they can be one of what is asked: people are named by names of people. */
function spanOf(
  view: SentenceView,
  words: readonly TaggedWord[],
  beside: Beside,
  { isPerson, isPlace }: Asked,
): Span | null {
  const { article } = view;
  const span = spanOfWords(view, words, beside.words);
  const touches = ({ start, end }: Span): boolean => start < span.end && span.start < end;
  const name = article.analysis.names.find(touches);
  const entity = entityOf(article, name);
  // "Anna" of "Anna's Kitchen" is only part of the name, and "Small Steps" nobody's.
  const isWhole = name !== undefined && name.start <= span.start && span.end <= name.end;
  const isSomebody =
    isWhole &&
    name.kind === 'person' &&
    (typeof entity?.role === 'string' || genderOf(entity?.name ?? '', null) !== null);
  // "South of Ostry, a former quarry": where something is does not name it.
  if (name?.kind === 'place' && !isPlace && !beside.sure) return null;
  const isFit = isPerson
    ? name?.kind === 'person'
    : (beside.sure || !isSomebody) && !article.analysis.dates.some(touches);
  return isFit ? span : null;
}

/** The name, one place for each sentence that tells it. Empty for other questions, and where several have such a name. */
export function findNamings({ question, articles, tagger }: FactsAsked): Fact[] {
  const asked = readAsked(question);
  if (asked === null) return [];
  const holding = viewSentences(articles).flatMap((views) =>
    views.filter((_, at) => holdsAll(asked, views, at)),
  );
  const found = holding.slice(0, READ).flatMap((view): Fact[] => {
    const words = tagNames(view, tagger);
    return words.flatMap(({ lower, pos }, at): Fact[] => {
      if (lower !== asked.noun || !/^(?:NOUN|PROPN|X|ADJ)$/.test(pos)) return [];
      // "The contest's website" is none of whoever else is asked for.
      const owner = ownerOf(words, at);
      if (asked.isOwned && owner !== null && !asked.rest.includes(owner)) return [];
      const beside = nameBeside(words, at, asked.isPerson);
      const name = beside === null ? null : spanOf(view, words, beside, asked);
      return name === null ? [] : [{ article: view.article, ...name }];
    });
  });
  return sameName(found, question) ? found : [];
}

/** Whether all are one name, also where it is cut short. */
function sameName(found: readonly Fact[], { named }: AskedQuestion): boolean {
  const all = found.map((fact) => parseTerms(saidBy(fact)));
  const [first = []] = all;
  if (first.length === 0 || first.every((term) => named.has(term))) return false;
  return all.every((terms) => terms.some((term) => first.includes(term)));
}
