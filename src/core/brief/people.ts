/** Who is who: the people whom the articles name most, each with a sentence that tells who they are. */
import { type Entity, textAt } from '../article.ts';
import { genderOfGiven } from '../text/gender.ts';
import { groupEntities, type SharedEntity } from '../text/shared-entities.ts';
import { createAllowance } from './allowance.ts';
import { type Desk, stateLine } from './desk.ts';
import type { Line } from './lines.ts';
import { showAlone } from './sentences/alone.ts';
import type { Person } from './types.ts';

const MOST = 8;
/** Longer sentences hide who somebody is. */
const LONGEST = 45;
/** "al Qaeda", "then-Sen. Lund", "Ramadan Friday", "Mara Lund.Dahl" of two sentences: no names of people. */
const NO_PERSON = /^\p{Ll}|\p{Ll}\.\p{Lu}|day$(?<=\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)/u;
/** "Bin Laden", "Le Monde": a surname alone, or a house; of "Al Gore" people say "Gore". */
const PARTICLE = /^(?:Abu|Al|Bin|De|Du|El|Ibn|La|Le|Van|Von) \S+$/;
/** Whose son, and whose friend? */
const RELATED =
  /^(?:his|her|their|its|my|our)\b|^(?:[\p{L}-]+ )*(?:son|daughter|brother|sister|husband|wife|widow|father|mother|cousin|nephew|niece|uncle|aunt|girlfriend|boyfriend|friend|neighbou?r|colleague|teammate)$/iu;

/**
 * Whose full name is not given, or of whom no more than the name is told once, is left out. They stand on a card of their
 * own, with an allowance of its own.
 */
export function buildPeople(desk: Desk): Person[] {
  const allowance = createAllowance(desk.articles);
  const authors = new Set(desk.articles.map(({ author }) => author));
  const ranked = groupEntities(desk.articles)
    .filter(({ kind, name }) => kind === 'person' && /\s/.test(name) && !NO_PERSON.test(name))
    .filter(({ name }) => !authors.has(name))
    .filter((one) => isSomebody(one, desk))
    .map((one) => ({ one, weight: weightOf(one, desk) }))
    .sort((a, b) => b.weight - a.weight);
  const people: Person[] = [];
  for (const { one } of ranked) {
    if (people.length >= MOST) break;
    const person = tellWho(one, desk);
    const isTold = people.some(({ statement }) => statement.shown === person?.statement.shown);
    if (person !== null && !isTold && allowance.take(person.statement.passage)) people.push(person);
  }
  return people;
}

/**
 * A company may be read as a person: nobody quotes it, it has no given name, and is not called by its last word ("Marlow
 * Biscuits", "Marlow"). Who is named once, without an office, is nobody to know.
 */
function isSomebody({ name, of }: SharedEntity, desk: Desk): boolean {
  const words = name.split(/\s+/);
  const told = of.flatMap((each) => {
    const article = desk.articles.find(({ id }) => id === each.article);
    const entity = article?.analysis.entities[each.entity];
    return article && entity ? [{ article, entity }] : [];
  });
  const isQuoted = told.some(({ article }) =>
    article.analysis.quotes.some(({ speaker }) => speaker.name === name),
  );
  if (isQuoted && !PARTICLE.test(name)) return true;
  const forms = told.flatMap(({ article, entity }) =>
    entity.mentions.flatMap((at) => {
      const mention = article.analysis.names[at];
      return mention ? [textAt(article.text, mention)] : [];
    }),
  );
  // "Kim" of "Kim Jong Un".
  const surnames = [words.at(-1), ...(words.length === 3 ? [words[0]] : [])];
  if (forms.some((form) => surnames.includes(form))) return true;
  if (PARTICLE.test(name)) return false;
  const isKnown = forms.length > 1 || told.some(({ entity }) => entity.role !== null);
  return isKnown && genderOfGiven((words[0] ?? '').toLowerCase()) !== null;
}

/** Who is named in several articles matters more than who is named often in one. */
function weightOf({ of }: SharedEntity, desk: Desk): number {
  return of.reduce((sum, each) => sum + Math.log1p(entityOf(each, desk)?.mentions.length ?? 0), 0);
}

/** A sentence that names them in full, best one that has their office, too; else the office alone, as the article has it. */
function tellWho({ of, name }: SharedEntity, desk: Desk): Person | null {
  const named = of.flatMap((each) => {
    const entity = entityOf(each, desk);
    return linesOf(each.article, desk)
      .filter((line) => entity && line.entities.includes(each.entity) && line.text.includes(entity.name))
      .map((line) => ({ line, role: entity?.role ?? null }));
  });
  const telling = named.filter(({ line, role }) => role !== null && line.text.includes(role));
  const reason = { score: 1, because: ['tells who somebody is'], insteadOf: null };
  for (const { line } of [...telling, ...named]) {
    if (line.words > LONGEST || !desk.plain.has(line)) continue;
    const shown = showAlone(line, desk);
    if (shown !== null) return { name, statement: stateLine(desk, line, reason, [], shown) };
  }
  const first = telling.find(({ role }) => role !== null && (!RELATED.test(role) || /['’]/.test(role)));
  return first?.role == null
    ? null
    : { name, statement: stateLine(desk, first.line, reason, [], first.role) };
}

function entityOf({ article, entity }: SharedEntity['of'][number], desk: Desk): Entity | undefined {
  return desk.articles.find(({ id }) => id === article)?.analysis.entities[entity];
}

function linesOf(article: string, desk: Desk): readonly Line[] {
  return desk.linesOf(desk.articles.findIndex(({ id }) => id === article));
}
