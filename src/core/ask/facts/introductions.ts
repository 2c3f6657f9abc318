/**
 * "Who is Siri Lund?", where no article gives her an office, and "What is Project Lantern?": how a sentence introduces her, or it,
 * as its parts of speech tell.
 */
import type { ReadArticle, Span } from '../../article.ts';
import { nameTerms, parseTerms, termOf } from '../../search/query.ts';
import { NATIONALITIES, OFFICES } from '../../text/data/offices.ts';
import { genderOf } from '../../text/gender.ts';
import { findNounPhrases } from '../grammar/noun-phrases.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { SOMEBODY } from '../words/somebody.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';
import { placesOfWords } from '../words/whole-words.ts';
import { isCalled, withoutCourtesy } from './called.ts';
import type { Fact, FactsAsked } from './fact.ts';

const WHO = /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
/** "What is Ada Byron's job?", "What does Ada Byron do for a living?" */
const JOB =
  /^what(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) (?:job|profession|occupation|position|role|title|post)[?.!\s]*$/iu;
const OFFICE_HELD =
  /^what (?:job|office|post|position|role|title) (?:does|did) (?=\p{Lu})([\p{L}.'’ -]{2,60}?) (?:hold|have)[?.!\s]*$/iu;
const LIVING = /^what (?:does|did) (?=\p{Lu})([\p{L}.'’ -]{2,60}?) do for a living[?.!\s]*$/iu;

/** Whose role is asked for. */
export function askedName(question: string): string | undefined {
  const name = [WHO, JOB, OFFICE_HELD, LIVING].map((asks) => asks.exec(question)?.[1]).find(Boolean);
  return name !== undefined && /^\p{Lu}/u.test(name) ? withoutCourtesy(name) : undefined;
}

/** Sentences that name somebody are read from the first on: there people are introduced. */
const READ = 6;
/** Words behind "is" that still say who somebody is. */
const LONGEST = 18;

/** A sentence as it is read: its words, and which of them are the name. */
interface Named {
  readonly words: readonly TaggedWord[];
  readonly first: number;
  readonly last: number;
}
type Words = readonly [first: number, last: number];
/** Whether a noun says who somebody, or what something, is. */
type Says = (noun: TaggedWord) => boolean;

function saysWho(lexicon: Lexicon): Says {
  return ({ pos, word, lower }) => {
    const kind = lexicon.kindOf(termOf(word) ?? '');
    if (OFFICES.has(lower)) return true;
    return pos === 'NOUN' && (kind === 'person' || (kind === undefined && SOMEBODY.test(lower)));
  };
}

function saysWhat(lexicon: Lexicon): Says {
  const isSomebody = saysWho(lexicon);
  // "On Sunday night Project Lantern closed": it is no night.
  return (noun) =>
    noun.pos === 'NOUN' && !isSomebody(noun) && lexicon.kindOf(termOf(noun.word) ?? '') !== 'time';
}

/** The end of what follows a noun phrase that says who somebody is: "of the choir", "from Oslo", "to lead the choir". */
function withRest(words: readonly TaggedWord[], last: number): number {
  let end = last;
  if (!/^(?:of|from|at|in|for|to|that)$/.test(words[end]?.lower ?? '')) return end;
  while (
    end < words.length &&
    end < last + LONGEST &&
    !/^(?:[.,;:!?()]|--|—|–)$/.test(words[end]?.lower ?? '.')
  )
    end++;
  return end;
}

/** "sculptor Siri Lund", "sculptor Sir Nils Lund" */
function before({ words, first }: Named, says: Says): Words | undefined {
  const last = /^(?:sir|dame|lord|lady)$/.test(words[first - 1]?.lower ?? '') ? first - 1 : first;
  const noun = words[last - 1];
  if (noun === undefined || !says(noun)) return undefined;
  const phrase = findNounPhrases(words).find(([from, to]) => from < last && last < to);
  return phrase === undefined ? undefined : [phrase[0], last];
}

/** The noun phrase that begins here and whose head is a person: "a retired physicist" */
function phraseAt(words: readonly TaggedWord[], at: number, says: Says): Words | undefined {
  const phrase = findNounPhrases(words).find(([from]) => from === at);
  if (/^(?:whose|which)$/.test(words[at]?.lower ?? '')) return undefined;
  const head = phrase && words[phrase[1] - 1];
  return phrase !== undefined && head !== undefined && says(head) ? phrase : undefined;
}

const TIME = /^(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|decades?|few|little|bit)$/;

/** "Siri Lund, 62, a sculptor from Oslo,", "Siri Lund (62), a sculptor" */
function behind({ words, last: end }: Named, says: Says): Words | undefined {
  const isBracketed =
    words[end]?.lower === '(' && words[end + 1]?.pos === 'NUM' && words[end + 2]?.lower === ')';
  const last = isBracketed ? end + 3 : end;
  if (words[last]?.lower !== ',') return undefined;
  const aged = words[last + 1]?.pos === 'NUM' && words[last + 2]?.lower === ',';
  const at = last + (aged ? 3 : 1);
  // "Lund, a day later, left."
  if (TIME.test(words[at + 1]?.lower ?? '')) return undefined;
  // "Lund, a two-time champion and mother of four,": what she is, whatever its kind.
  if (/^an?$/.test(words[at]?.lower ?? '')) {
    const end = words.findIndex(
      ({ lower }, place) => place > at && /^(?:[.,;:!?()]|--|—|–|who)$/.test(lower),
    );
    const said = words.slice(at, end);
    if (end > at && said.length <= LONGEST && said.every(({ pos }) => !/^(?:VERB|AUX)$/.test(pos)))
      return [at, end];
  }
  const phrase = phraseAt(words, at, says);
  // "For all the doubts about Lund, analysts say": they are others.
  if (phrase === undefined || /^(?:VERB|AUX)$/.test(words[phrase[1]]?.pos ?? '')) return undefined;
  return [phrase[0], withRest(words, phrase[1])];
}

/** "Lund is the first woman to conduct it" */
function equated({ words, last }: Named, says: Says): Words | undefined {
  if (!/^(?:is|was)$/.test(words[last]?.lower ?? '')) return undefined;
  const phrase = phraseAt(words, last + 1, says);
  return phrase && [phrase[0], withRest(words, phrase[1])];
}

/** "a boy named Tor" */
function called({ words, first }: Named, says: Says): Words | undefined {
  if (!/^(?:named|called)$/.test(words[first - 1]?.lower ?? '')) return undefined;
  const phrase = findNounPhrases(words).find(([, to]) => to === first - 1);
  return phrase && phraseAt(words, phrase[0], says);
}

/** "a defence spokesman, Maj Gen Igor Holm, said" */
function apposed({ words, first, last }: Named, says: Says): Words | undefined {
  const phrases = findNounPhrases(words);
  const own = phrases.find(([from, to]) => from <= first && first < to)?.[0] ?? first;
  if (words[own - 1]?.lower !== ',' || !/^[,.;:)]$/.test(words[last]?.lower ?? '.')) return undefined;
  const phrase = phrases.find(([, to]) => to === own - 1);
  return (phrase && phraseAt(words, phrase[0], says)) ?? opening(words, own - 1, says);
}

/** What may go on saying who somebody is: "of the choir", "who led it", "accused of arson". */
const GOES_ON =
  /^(?:of|from|in|at|who|that|to|behind|with|accused|charged|convicted|suspected|arrested|wanted|jailed|killed|shot|hired|appointed|elected|chosen|picked|named|responsible|leading|running|heading)$/;

/** "The driver who hit the wall in Ostry, Bo Lund, fled": all that opens the sentence. */
function opening(words: readonly TaggedWord[], comma: number, says: Says): Words | undefined {
  if (!/^(?:the|an?|another)$/.test(words[0]?.lower ?? '') || comma > LONGEST) return undefined;
  const phrase = findNounPhrases(words).find(([from, to]) => from <= 1 && to > 1);
  const head = phrase && words[phrase[1] - 1];
  const isSomebody = head !== undefined && (says(head) || NATIONALITIES.has(head.lower));
  if (phrase === undefined || !isSomebody) return undefined;
  const isOne = !words.slice(0, comma).some(({ lower }) => /^[,;:]$/.test(lower));
  return isOne && GOES_ON.test(words[phrase[1]]?.lower ?? '') ? [0, comma] : undefined;
}

/** "Siri Lund of the Oslo Choir" */
function placed({ words, last }: Named): Words | undefined {
  const at = words[last]?.lower === ',' ? last + 1 : last;
  if (!/^(?:of|from)$/.test(words[at]?.lower ?? '')) return undefined;
  const phrase = findNounPhrases(words).find(([from]) => from === at + 1);
  if (phrase === undefined || words[phrase[1] - 1]?.pos !== 'PROPN') return undefined;
  // "of the Centre for Peace": its name goes on.
  const joined = /^(?:for|of|on)$/.test(words[phrase[1]]?.lower ?? '');
  const more = joined ? findNounPhrases(words).find(([from]) => from === phrase[1] + 1) : undefined;
  return [at, more !== undefined && words[more[1] - 1]?.pos === 'PROPN' ? more[1] : phrase[1]];
}

/** What people are, or do for a living. */
const TELLS =
  /^(?:works?|worked|runs?|ran|owns?|owned|(?:co-?)?founded|leads?|led|heads?|headed|managed?s?|directs?|directed|served?s?|lives?|lived|teach(?:es)?|taught|plays?|played|stud(?:y|ies|ied)|represents?|represented|chairs?|chaired|oversees?|oversaw|writes?|wrote|created|invented|discovered|edits?|edited|coach(?:es|ed)|train(?:s|ed)|stars?|starred|hails|helps?|helped|once|now|previously|currently)$/;

const ALSO = /^(?:also|now|then|once|still|previously|currently|himself|herself)$/;
const ONE_OF = /^(?:an?|the|one|his|her|their|its|our|my)$/;

/** "Is also his cousin", "was the best climber of his time", and not "was 40 at the time", "is on the list". */
function isSomebody([verb, ...rest]: readonly TaggedWord[]): boolean {
  if (!/^(?:is|was)$/.test(verb?.lower ?? '')) return false;
  const next = rest.find(({ lower }) => !ALSO.test(lower));
  return next !== undefined && (ONE_OF.test(next.lower) || next.pos === 'PROPN');
}

/** "Siri Lund, who runs a choir in Oslo," and not "who smiled". */
function described({ words, last }: Named): Words | undefined {
  if (words[last]?.lower !== ',' || words[last + 1]?.lower !== 'who') return undefined;
  const end = words.findIndex(({ lower }, at) => at > last + 1 && /^(?:[.,;:!?()]|--|—|–)$/.test(lower));
  const said = words.slice(last + 1, end < 0 ? words.length : end);
  const verb = /^(?:has|had)$/.test(said[1]?.lower ?? '') ? said[2] : said[1];
  const tells = TELLS.test(verb?.lower ?? '') || isSomebody(said.slice(1));
  return tells && said.length > 3 && said.length <= LONGEST ? [last + 1, last + 1 + said.length] : undefined;
}

/** What a sentence says of whom it names, in the order of how much it tells. */
const WAYS = [behind, apposed, before, equated, called, placed, described];
/** A thing that belongs to a place is not said to be it. */
const WAYS_OF_THINGS = [behind, apposed, equated, called, before];

/** "What is Project Lantern?" */
const WHAT_IS =
  /^what(?: (?:kind|sort|type) of \p{L}+)?(?:['’]s| is| was) (?:the )?(?=\p{Lu})([\p{L}\p{N}.'’ -]{2,60}?)[?.!\s]*$/iu;

function askedThing(question: string): string | undefined {
  const name = WHAT_IS.exec(question)?.[1];
  return name !== undefined && /^\p{Lu}/u.test(name) && !/['’]s\b| (?!of |for |and |the )\p{Ll}/u.test(name)
    ? name
    : undefined;
}

/** Where somebody, or something, is named. */
function placesOf({ text, analysis }: ReadArticle, who: string | undefined, what: string): readonly Span[] {
  if (who !== undefined) {
    const holder = analysis.entities.find((entity) => isCalled(entity, nameTerms(who)));
    return holder?.mentions.flatMap((mention) => analysis.names[mention] ?? []) ?? [];
  }
  // "Project Lantern" may be read as no name, or as that of somebody; whoever has a first name or a role is no thing.
  const terms = parseTerms(what);
  const isSomebody = analysis.entities.some(
    (entity) =>
      entity.kind === 'person' &&
      isCalled(entity, terms) &&
      (entity.role !== null || genderOf(entity.name, null) !== null),
  );
  if (isSomebody) return [];
  return [...placesOfWords(what, text)].map((start) => ({ start, end: start + what.length }));
}

function introduce(
  { text, analysis }: ReadArticle,
  places: readonly Span[],
  tagger: Tagger,
  ways: typeof WAYS,
  says: Says,
): Span | undefined {
  const read = places.slice(0, READ).flatMap((name): { named: Named; start: number }[] => {
    const sentence = analysis.sentences.find(({ start, end }) => start <= name.start && name.end <= end);
    if (sentence === undefined) return [];
    const words = tagger.tag(text.slice(sentence.start, sentence.end));
    const first = words.findIndex(({ end }) => sentence.start + end > name.start);
    const last = words.findLastIndex(({ start }) => sentence.start + start < name.end) + 1;
    return [{ named: { words, first, last }, start: sentence.start }];
  });
  for (const way of ways)
    for (const { named, start } of read) {
      const [first, last] = way(named, says) ?? [0, 0];
      const [from, to] = [named.words[first], named.words[last - 1]];
      if (last > first && from && to) return { start: start + from.start, end: start + to.end };
    }
  return undefined;
}

/** One for each article that introduces the one who, or the thing that, is asked for. Empty for other questions. */
export function findIntroductions({ question, articles, tagger, lexicon }: FactsAsked): Fact[] {
  const [who, what] = [askedName(question.text), askedThing(question.text)];
  if (who === undefined && what === undefined) return [];
  const [ways, says] = who === undefined ? [WAYS_OF_THINGS, saysWhat(lexicon)] : [WAYS, saysWho(lexicon)];
  return articles.flatMap((article) => {
    const said = introduce(article, placesOf(article, who, what ?? ''), tagger, ways, says);
    return said ? [{ article, ...said }] : [];
  });
}

/** Right behind a name what somebody is may follow: ", the mayor", " is a", " (43)". */
const SAYS_WHO = /^(?:,? (?:who |(?:is|was|became) |an? |the |\d)|, \p{Ll}| \(|: )/u;

/** Whether a sentence may tell who somebody is. True for other questions. */
export function mayIntroduce(question: string, sentence: string): boolean {
  const name = askedName(question);
  if (name === undefined) return true;
  const last = name.split(/\s+/).at(-1) ?? name;
  for (let at = sentence.indexOf(last); at >= 0; at = sentence.indexOf(last, at + 1)) {
    const before = /(\p{L}+)(?: \p{Lu}[\p{L}.'’-]*)* $/u.exec(sentence.slice(0, at))?.[1] ?? '';
    const isSomebody = OFFICES.has(before.toLowerCase()) || SOMEBODY.test(before.toLowerCase());
    if (isSomebody || SAYS_WHO.test(sentence.slice(at + last.length))) return true;
  }
  return false;
}
