/** Who holds an office of somebody, or of a house: as a role beside his name tells, or what stands behind it. */
import { entityOf, type Name, type ReadArticle, type Span, textAt } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import { genderOf } from '../../text/gender.ts';
import { mayBeCalled, personBefore } from '../words/persons.ts';
import { isOfPeople, NEAR, placeOf } from './called.ts';
import { type Fact, lastOf } from './fact.ts';
import { LEADERS } from './office-names.ts';

/** A name, and whether the office beside it is said to be that of the one asked about. */
interface Held extends Fact {
  readonly isOwn: boolean;
}

/** Who is called "Byron's lawyer", or "her lawyer" where Byron was named last; a bare "lawyer" only where nobody is. */
function holdersOf(
  article: ReadArticle,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): Held[] {
  const { names, entities } = article.analysis;
  const found = entities.flatMap((holder, at) => {
    const role = placeOf(article, holder);
    if (holder.kind !== 'person' || role === undefined) return [];
    const said = article.text.slice(role.start, role.end);
    const terms = new Set(parseTerms(said));
    if (!isWanted(terms)) return [];
    const own = OWNED.test(said) ? new Set(parseTerms(ownerBefore(article, role.start, said, at))) : terms;
    const isOwn = owner.length > 0 && owner.every((term) => own.has(term) || isOfPeople(term, own));
    // "His prime minister" is the country's whose president he is; "his coach" is his own.
    const isOfState = isCountry(owner) && [...terms].some((term) => OF_STATE.has(term));
    const isBare = (isOfState || !OWNED.test(said)) && isOfHeadline(article, terms, owner, isWanted);
    if (!isOwn && (KIN.test(said) || !(isBare || isOfFirst(article, role, terms, owner)))) return [];
    const near = holder.mentions.flatMap((mention) => names[mention] ?? []);
    const [name] = near.filter(({ start, end }) => start >= role.end - NEAR && end <= role.end + NEAR);
    return name === undefined ? [] : [{ article, isOwn, start: name.start, end: name.end }];
  });
  const own = [...found.filter(({ isOwn }) => isOwn), ...holdersBeside(article, owner, isWanted)];
  return own.length > 0 ? own : found;
}

/** Whose husband somebody is, his being called a husband does not tell. */
const KIN =
  /\b(?:wife|husband|spouse|widow(?:er)?|partner|girlfriend|boyfriend|fianc[eé]e?|father|mother|parent|son|daughter|brother|sister|(?:grand|step)\p{L}+|uncle|aunt|niece|nephew|cousin)$/iu;

/** ", the executive director at the Ostry Trust": an office with a preposition that roles do not take. */
const BESIDE =
  /^, (?:the |an? )?(?<office>(?:[\p{L}-]+ ){0,4}?[\p{L}-]+) (?:of|at|for|with) (?:the )?(?<owner>\p{Lu}[^,.;:()]{1,60}(?:, the [^,.;:()]{3,60})?)/u;

/** Whoever is called so right behind his name. */
function holdersBeside(
  article: ReadArticle,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): Held[] {
  const { text, analysis } = article;
  return analysis.names.flatMap(({ kind, start, end }): Held[] => {
    if (kind === 'place' || kind === 'organisation') return [];
    const said = BESIDE.exec(text.slice(end, end + NEAR))?.groups;
    const own = new Set(parseTerms(said?.['owner'] ?? ''));
    const isOwn = owner.length > 0 && owner.every((term) => own.has(term));
    return isOwn && isWanted(new Set(parseTerms(said?.['office'] ?? '')))
      ? [{ article, isOwn: true, start, end }]
      : [];
  });
}

/** A bare office belongs to whom its sentence names first: "Ada Reed has parted with coach Bo Lund". Who meets a house or a country has it elsewhere. */
function isOfFirst(
  article: ReadArticle,
  role: Span,
  terms: ReadonlySet<string>,
  owner: readonly string[],
): boolean {
  if (terms.size > 1 || owner.length === 0) return false;
  const { text, analysis } = article;
  const sentence = analysis.sentences.find(({ start, end }) => start <= role.start && role.start < end);
  const first = analysis.names.find(
    ({ start, end }) => sentence && start >= sentence.start && end <= role.start,
  );
  if (first === undefined || first.kind === 'organisation' || isCountry(owner)) return false;
  const named = new Set(parseTerms(`${textAt(text, first)} ${entityOf(article, first)?.name ?? ''}`));
  return owner.every((term) => named.has(term));
}

/** What offices of a state are called besides those of who is at its head: "foreign minister", "vice president". */
const OF_STATE: ReadonlySet<string> = new Set(
  parseTerms(
    'minister secretary vice deputy foreign interior finance defence defense justice health education trade energy environment labour labor agriculture transport culture',
  ),
);

const HEADS_OF_STATE: ReadonlySet<string> = new Set(parseTerms('president premier king queen'));

const COUNTRY_TERMS: ReadonlySet<string> = new Set([...COUNTRIES].map((name) => parseTerms(name).join(' ')));
const isCountry = (owner: readonly string[]): boolean => COUNTRY_TERMS.has(owner.join(' '));

const [EXECUTIVE = '', OFFICER = ''] = parseTerms('executive officer');

/** Sentences that tell of which house, or town, an article speaks. */
const OPENING = 2;

/** Where the headline is "Acme to buy rival Norda", a bare chief executive is that of Acme: of the house that is named first. */
function isFirstHouse({ title, analysis }: ReadArticle, owner: readonly string[]): boolean {
  const told = parseTerms(title ?? '');
  const place = Math.min(...owner.map((term) => told.indexOf(term)));
  return !analysis.entities.some(({ kind, name, mentions }) => {
    const [first = ''] = parseTerms(name);
    const at = told.indexOf(first);
    return kind !== 'place' && mentions.length > 1 && at >= 0 && at < place && !owner.includes(first);
  });
}

/** "Chief Executive Ada Reed", and nobody's: she heads the house that the headline, or the opening, names. */
function isOfHeadline(
  article: ReadArticle,
  terms: ReadonlySet<string>,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): boolean {
  const { title, text, analysis } = article;
  const opening = text.slice(0, analysis.sentences[OPENING - 1]?.end);
  const named = new Set(parseTerms(`${title ?? ''} ${opening}`));
  // Of a country nobody has a bare office but who governs it: its lawyers and doctors are many.
  const isItsOffice = (term: string): boolean =>
    isCountry(owner) ? OF_STATE.has(term) : isWanted(new Set([term]));
  // "Chief executive officer"
  const isRest = (term: string): boolean => term === OFFICER && terms.has(EXECUTIVE);
  const isBare = [...terms].every((term) => LEADERS.has(term) || isItsOffice(term) || isRest(term));
  if (terms.has(EXECUTIVE) && !isFirstHouse(article, owner)) return false;
  // Of several countries nobody knows whose president it is.
  const isOther = ({ start, end, kind }: Name): boolean =>
    kind === 'place' &&
    COUNTRIES.has(text.slice(start, end).toLowerCase()) &&
    !parseTerms(text.slice(start, end)).every((term) => owner.includes(term));
  // Where a country is named, whoever is its president leads no army that is fought.
  const isHead = !isCountry(owner) && [...terms].some((term) => HEADS_OF_STATE.has(term));
  if (analysis.names.some((name) => (isHead || name.start < opening.length) && isOther(name))) return false;
  return isBare && owner.length > 0 && owner.every((term) => named.has(term));
}

const OWNED = /^(?:his|her|their|its)\b/i;

/** The name of the person, or the organisation, meant by "his" in "his lawyer", "its" in "its chief executive". */
function ownerBefore(article: ReadArticle, start: number, said: string, holder: number): string {
  const nameOf = (name: Name | undefined): string => entityOf(article, name)?.name ?? '';
  // What is taken for a person, and has no first name, may be a company that is called like nothing else.
  const isHouse = (name: Name): boolean => {
    const named = entityOf(article, name);
    const mayBe = named !== undefined && named.role === null && genderOf(named.name, null) === null;
    return name.kind === 'organisation' || (name.kind === 'person' && name.entity !== holder && mayBe);
  };
  const house = article.analysis.names.findLast((name) => name.end <= start && isHouse(name));
  if (/^its\b/i.test(said)) return nameOf(house);
  const pronoun = /^his\b/i.test(said) ? 'he' : /^her\b/i.test(said) ? 'she' : null;
  const owner = personBefore(
    article,
    start,
    (name) => name.entity !== holder && mayBeCalled(article, name, pronoun),
  );
  return pronoun === null ? `${nameOf(owner)} ${nameOf(house)}` : nameOf(owner);
}

/** Those who hold the office, for each article; those of whom it is only said that they have such an office where no article says more. */
export function findOwn(
  articles: readonly ReadArticle[],
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): Fact[] {
  const found = articles.flatMap((article) => holdersOf(article, owner, isWanted));
  const own = new Set(found.filter(({ isOwn }) => isOwn).map(lastOf));
  if (own.size > 0) return found.filter((held) => own.has(lastOf(held)));
  // Two foreign ministers, and nobody says whose: one of them is another country's.
  return isCountry(owner) && new Set(found.map(lastOf)).size > 1 ? [] : found;
}
