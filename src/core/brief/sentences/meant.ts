/** Whom "he" or "she" means: the name that a reader of the article knows. A wrong name is worse than none. */
import type { Quote, ReadArticle } from '../../article.ts';
import { type Gender, genderOf } from '../../text/gender.ts';
import type { Desk } from '../desk.ts';
import type { Line } from '../lines.ts';
import { standingOf } from './dangling.ts';
import { blankQuoted, findUnnamed, genderIn, genderOfPronoun, type Pronoun } from './pronouns.ts';
import { namelessIn } from './somebody.ts';

type Shelf = Pick<Desk, 'articles' | 'linesOf'>;

/** Begins a quotation. */
const OPENS_WORDS = /^\(?["'“‘]/;
/** How many sentences back the name is looked for. */
const BACK = 2;
/** Whoever says something is looked for in so many. */
const REACH = 3;
/** So often an article names whom it is about. */
const MAIN = 3;
/** "Former mayor Mara Lund …": so a sentence begins that is about her. */
const OPENS_WITH_NAME = /^(?:[\p{L}.’'-]+ ){0,5}$/u;
/** "Beside Lund …", "Analysts say Lund …". */
const BESIDE =
  /\b(?:in|on|at|for|with|without|against|of|to|by|from|after|before|when|while|as|if|since|until|but|like|unlike|behind|beside|about|over|says?|said|that|and|or|was|were|is|are|\p{Ll}+ed) /iu;

/** The name of the person whom a pronoun of a line means, or null when not sure. */
export function nameFor(line: Line, pronoun: Pronoun, desk: Shelf): string | null {
  const article = desk.articles[line.source];
  if (article === undefined || isQuoted(line, pronoun.at, article)) return null;
  const near = personBefore(line, pronoun, desk);
  const said = speakerAt(line, pronoun, desk);
  if (near !== null && said !== null) return isOne(near, said) ? near : null;
  return near ?? said;
}

/** Whether two names can be those of one person. */
function isOne(a: string, b: string): boolean {
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

export function namesPerson({ entities }: Line, { analysis }: ReadArticle): boolean {
  return entities.some((at) => analysis.entities[at]?.kind === 'person');
}

/** Whether what stands at a place of a line is in quotation marks: nothing is put into it, and it may speak of anybody. */
function isQuoted(line: Line, at: number, { analysis }: ReadArticle): boolean {
  const place = line.start + at;
  return (
    OPENS_WORDS.test(line.text.slice(0, at)) ||
    analysis.quotes.some(
      ({ kind, content }) =>
        kind !== 'indirect' && content.some(({ start, end }) => start <= place && place < end),
    )
  );
}

/** Who is read as the one that says something at a pronoun: "He said …"; not where the sentence before speaks of "the judge", whoever that is. */
function speakerAt(line: Line, pronoun: Pronoun, desk: Shelf): string | null {
  const article = desk.articles[line.source];
  const said = article && mentionAt(line, pronoun, article);
  const name = said?.speaker.name ?? null;
  if (article === undefined || name === null) return null;
  const gender = genderOfPronoun(pronoun.word);
  const entity = article.analysis.entities.findIndex((one) => one.kind === 'person' && isOne(one.name, name));
  // "He said that Lund …": Lund is another.
  if (entity < 0 || line.entities.includes(entity)) return null;
  for (let back = 1; back <= REACH; back++) {
    const before = desk.linesOf(line.source).find(({ order }) => order === line.order - back);
    if (before === undefined || before.entities.includes(entity)) break;
    if (isBesideNameless(before, entity, gender, article)) return null;
  }
  return name;
}

/** What is said there by whom the pronoun means. */
function mentionAt({ start }: Line, { word, at }: Pronoun, { analysis }: ReadArticle): Quote | null {
  const [from, to] = [start + at, start + at + word.length];
  return (
    analysis.quotes.find(({ speaker: { mention } }) => mention?.start === from && mention.end === to) ?? null
  );
}

/** Whether it is a person of the article that says something in a line. */
function saysIn(line: Line, entity: number, { analysis }: ReadArticle): boolean {
  const called = analysis.names.filter((name) => name.entity === entity);
  return analysis.quotes.some(
    ({ speaker: { mention } }) =>
      mention !== null &&
      mention.start >= line.start &&
      mention.end <= line.end &&
      called.some(({ start, end }) => start < mention.end && end > mention.start),
  );
}

/** Whether a pronoun can mean somebody, as far as his title, his role or his given name tells. */
function canBe(article: ReadArticle, entity: number, pronoun: string): boolean {
  const gender = genderIn(article, entity);
  return gender === null || gender === genderOfPronoun(pronoun);
}

/**
 * The only person of the sentence before whom the pronoun can mean, with no other person since. In another paragraph only one
 * with whom that sentence begins, and who is known to be a "he" or a "she".
 */
function personBefore(line: Line, pronoun: Pronoun, desk: Shelf): string | null {
  const article = desk.articles[line.source];
  if (article === undefined) return null;
  const { entities } = article.analysis;
  const peopleOf = (one: Line): number[] => [
    ...new Set(one.entities.filter((at) => entities[at]?.kind === 'person')),
  ];
  if (peopleOf(line).some((entity) => canBe(article, entity, pronoun.word))) return null;
  const lines = desk.linesOf(line.source);
  for (let back = 1; back <= BACK; back++) {
    const before = lines.find((one) => one.order === line.order - back);
    // "Peter Dahl, a baker:" What stands behind it are his words, and not of him.
    if (before === undefined || line.paragraph - before.paragraph > 1 || before.text.endsWith(':'))
      return null;
    const people = peopleOf(before);
    const [only] = people;
    if (only !== undefined && people.length === 1) {
      if (!canBe(article, only, pronoun.word) || isAnother(before, only, pronoun.word, article)) return null;
      // "Lund said that the charges are old. He is accused of …": whoever says so speaks of another.
      const isSource = saysIn(before, only, article) && !isMain(only, article);
      if (isSource && mentionAt(line, pronoun, article) === null) return null;
      const isNear = before.paragraph === line.paragraph;
      const isSure = isNear || (isOpenedBy(before, only, article) && genderIn(article, only) !== null);
      return isSure ? (entities[only]?.name ?? null) : null;
    }
    if (people.length > 1 || standingOf(before.text).alone) return null;
  }
  return null;
}

/** Whether it is the person whom the article is about: named more often than anybody else. */
function isMain(entity: number, { analysis: { entities } }: ReadArticle): boolean {
  const timesOf = (at: number): number => entities[at]?.mentions.length ?? 0;
  return (
    timesOf(entity) >= MAIN &&
    entities.every(
      ({ kind }, other) => kind !== 'person' || other === entity || timesOf(other) < timesOf(entity),
    )
  );
}

/** Whether a sentence speaks of somebody else without a name: "For him it is new to stand beside Lund", "The judge freed Lund". */
function isAnother(line: Line, only: number, pronoun: string, article: ReadArticle): boolean {
  const gender = genderOfPronoun(pronoun);
  if (findUnnamed(line, article).some(({ word }) => genderOfPronoun(word) === gender)) return true;
  return !isOpenedBy(line, only, article) && isBesideNameless(line, only, gender, article);
}

function isBesideNameless(line: Line, only: number, gender: Gender, { analysis }: ReadArticle): boolean {
  const role = analysis.entities[only]?.role?.toLowerCase() ?? '';
  // "the president's aide" is no president.
  const own = new Set(
    role
      .replace(/^.*['’]s /, '')
      .split(/ (?:of|for|to) /)[0]
      ?.split(/[\s-]/),
  );
  return namelessIn(blankQuoted(line.text)).some(
    (word) => !own.has(word) && (genderOf('', word) ?? gender) === gender,
  );
}

function isOpenedBy(line: Line, entity: number, { text, analysis }: ReadArticle): boolean {
  const first = analysis.names.find((name) => name.start >= line.start && name.entity === entity);
  if (first === undefined || first.start >= line.end || /^['’]/.test(text.slice(first.end))) return false;
  const before = text.slice(line.start, first.start);
  return OPENS_WITH_NAME.test(before) && !BESIDE.test(before);
}
