/** "Which number should witnesses ring?", "What is the address of the Velmar store?": telephone numbers and addresses. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import { findGiven, type Given, type Matter, matterOf } from './matters.ts';
import type { FoundRole } from './who.ts';

const ASKS_NUMBER =
  /^(?:and |so )?(?:(?:which|what) (?:phone |telephone |hotline |contact )?number (?:should|can|could|do|must|to|are) (?<who>[^?]{2,80}?)|(?:what(?:['’]?s| is) the )?(?<whose>(?:[^\s?]{1,25} ){0,3}?)(?:phone|telephone|hotline|helpline|contact|tip line|tipline|crisis line) number(?: (?:for|of) (?<of>[^?]{2,80}?))?|what(?:['’]?s| is) the number to (?:call|ring|phone|dial|text)(?: [^?]{2,40})?)[?.!\s]*$/iu;
/** Whoever may ring, and that he does, says nothing of which number. */
const ANYBODY: ReadonlySet<string> = new Set(
  parseTerms(
    'witness witnesses anyone anybody people public caller information call ring phone telephone contact dial number tip tips reach report line residents somebody drivers police',
  ),
);
const PHONE =
  /(?<![\p{L}\d.,$€£-])(?!(?:1[89]|20)\d\d-(?:1[89]|20)?\d\d\b)(?:\+\d{1,3}[ -])?(?:\(\d{2,5}\) ?|\d{2,5}[ -])\d{3,4}(?:[ -]\d{3,4}){0,2}(?![\p{L}\d-]|[.,]\d)/gu;
const DIGITS = 7;
const RINGS =
  /\b(?:call(?:ed|ing|s)?|contact(?:ed)?|ring|phone|telephone|tel|dial|hotline|helpline|text|number)\b/i;
/** Who is to ring the police, and not the newsroom. */
const APPEALS =
  /\b(?:police|detectives?|officers?|information|witness(?:es|ed)?|anyone|tips?|hotline|helpline|inquiry)\b/i;
const NEWSROOM = /\b(?:reporter|newsdesk|newsroom|editor)\b|@/i;
/** Those who take calls for others, and are asked for by name. */
const THIRD = /\bcrimestoppers\b[^,.;]{0,30}$/i;
/** Characters before a number in which it is said whose it is. */
const WHOSE = 60;

function numbersIn({ text }: SentenceView, { terms }: Matter): Given[] {
  if (!RINGS.test(text) || NEWSROOM.test(text) || (terms.length === 0 && !APPEALS.test(text))) return [];
  let from = 0;
  return [...text.matchAll(PHONE)].flatMap(({ 0: number, index }): Given[] => {
    if (number.replace(/\D/g, '').length < DIGITS) return [];
    const end = index + number.length;
    const start = Math.max(from, index - WHOSE);
    from = end;
    if (terms.length === 0 && THIRD.test(text.slice(start, index))) return [];
    return [{ start: index, end, within: { start, end } }];
  });
}

const ASKS_ADDRESS =
  /^(?:(?:what(?:['’]?s| is| was) )?(?:the )?(?:exact |full |street )?address (?:of|for) (?<of>[^?]{2,80}?)|what(?:['’]?s| is| was) (?<whose>[^?]{2,80}?)['’]s address)[?.!\s]*$/iu;
const ADDRESS =
  /(?<![\p{L}\d.,$€£-])\d{1,5}(?: (?:[NSEW]|North|South|East|West)\.?)?(?:(?: (?:\p{Lu}[\p{L}'’-]{1,24}\.?|\d{1,3}(?:st|nd|rd|th))){1,4}? (?:St|Street|Ave|Avenue|Blvd|Boulevard|Road|Rd|Lane|Highway|Hwy|Drive|Dr|Way|Square|Parkway|Place|Terrace|Court)\b(?:\.(?= [\p{Ll}\d]))?| (?:State Road|Highway|Route) \d{1,4})/gu;
/** What a house is says less than where it stands. */
const HOUSE: ReadonlySet<string> = new Set(
  parseTerms(
    'store shop building house home office branch station school restaurant pub site location outlet',
  ),
);
/** Characters beside an address in which it is said what stands there. */
const BESIDE = { before: 60, behind: 40 };

function addressesIn({ text }: SentenceView): Given[] {
  const found = [...text.matchAll(ADDRESS)];
  return found.map(({ 0: address, index }, at) => {
    const end = index + address.length;
    const before = found[at - 1];
    const last = before === undefined ? 0 : before.index + before[0].length + BESIDE.behind;
    const start = Math.min(index, Math.max(last, index - BESIDE.before));
    const next = found[at + 1]?.index ?? text.length;
    return { start: index, end, within: { start, end: Math.min(next, end + BESIDE.behind) } };
  });
}

const without = (matter: Matter, known: ReadonlySet<string>): Matter => ({
  ...matter,
  terms: matter.terms.filter((term) => !known.has(term)),
});

/** Whether a telephone number is asked for: no other number answers that. */
export function asksToRing(question: string): boolean {
  return ASKS_NUMBER.test(question) && RINGS.test(question.replace(/\bnumber\b/i, ''));
}

/** The telephone number, or the address, that the articles give. Empty for other questions, and where it may be several. */
export function findContacts(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const number = ASKS_NUMBER.exec(question)?.groups;
  if (number !== undefined) {
    const matter = without(
      matterOf(`${number['whose'] ?? ''} ${number['who'] ?? ''} ${number['of'] ?? ''}`),
      ANYBODY,
    );
    return findGiven(articles, matter, (view) => numbersIn(view, matter));
  }
  const place = ASKS_ADDRESS.exec(question)?.groups;
  if (place === undefined) return [];
  const matter = matterOf(place['of'] ?? place['whose'] ?? '');
  const own = without(matter, HOUSE);
  if (own.terms.length > 0) return findGiven(articles, own, addressesIn);
  // "The shop" may be any in its sentence.
  return findGiven(articles, matter, (view) =>
    addressesIn(view).map((given) => ({ ...given, within: { start: 0, end: view.text.length } })),
  );
}
