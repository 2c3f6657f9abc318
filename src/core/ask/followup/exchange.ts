/** "And Ostry?", "No, I meant the coach": the question before, with another thing or person in the place of its own. */
import type { Name } from '../../article.ts';
import { termOf } from '../../search/query.ts';
import { parseNames } from '../../text/names.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { isSomebody } from '../words/somebody.ts';
import type { Tagger } from '../words/tagging.ts';
import { type KnownNames, nameKey } from './known-names.ts';
import { isPeriod } from './periods.ts';
import { type Phrase, type Read, readPhrases } from './phrases.ts';

/** What an exchange goes by. */
export interface Exchanging {
  readonly tagger: Tagger;
  readonly names: KnownNames;
  /** Without it nothing is known of what common nouns name. */
  readonly lexicon: Lexicon | undefined;
  /** Whether what was asked is taken back: then the only phrase of the question gives way, whatever it is. */
  readonly corrects: boolean;
}

function headOf(read: Read, { last }: Phrase): string {
  return read.words[last - 1]?.lower ?? '';
}

const wordsOf = ({ text, words }: Read, { first, last }: Phrase): string =>
  text.slice(words[first]?.start, words[last - 1]?.end);

function kindsOf(text: string): Map<string, Name['kind']> {
  return new Map(parseNames(text).map(({ start, end, kind }) => [text.slice(start, end), kind]));
}

/** What a phrase names: the kind of a name, as the articles know it, or that of its noun. */
function kindOf(read: Read, phrase: Phrase, { names, lexicon }: Exchanging): string | undefined {
  const known = names.get(nameKey(wordsOf(read, phrase)))?.kind;
  if (known !== undefined) return known;
  if (phrase.named) return kindsOf(read.text).get(wordsOf(read, phrase));
  const head = headOf(read, phrase);
  if (lexicon === undefined) return undefined;
  return isSomebody(head, lexicon) ? 'person' : lexicon.kindOf(termOf(head) ?? '');
}

/** "How many people", "which country": what is asked for is not what was spoken of. */
function isAskedFor({ words }: Read, { first }: Phrase): boolean {
  return /^(?:which|what|whose|many|much)$/.test(words[first - 1]?.lower ?? '') || first === 0;
}

/** The phrase of the question before that gives way to the other: of the same noun, else a name to a name, else one of the same kind. */
function findPlace(before: Read, other: Read, to: Phrase, by: Exchanging): Phrase | undefined {
  const head = headOf(other, to);
  const same = before.phrases.findLast((phrase) => headOf(before, phrase) === head);
  if (same !== undefined) return same;
  if (to.named) {
    const names = before.phrases.filter(({ named }) => named);
    const kinds = kindsOf(before.text);
    const [kind] = kindsOf(`They spoke of ${other.text}.`).values();
    const place =
      names.find((name) => kinds.get(wordsOf(before, name)) === kind) ??
      names.find(({ first }) => first > 0) ??
      names[0];
    if (place !== undefined) return place;
  }
  const open = before.phrases.filter((phrase) => !isAskedFor(before, phrase));
  const kind = kindOf(other, to, by);
  const alike = kind === undefined ? [] : open.filter((phrase) => kindOf(before, phrase, by) === kind);
  // "What did Lund say?", "and the coach?": of two people the first is whom it is about.
  if (kind === 'person' || by.corrects)
    return alike[0] ?? (by.corrects && open.length === 1 ? open[0] : undefined);
  return undefined;
}

/**
 * The word of the question before that stands for somebody and is no phrase: "What did he say?", "I meant the coach"; or a name
 * in small letters that is a word too.
 */
function findWord({ words }: Read, kind: string | undefined, { names, corrects }: Exchanging): number {
  if (kind !== 'person') return corrects ? words.findIndex(({ lower }) => lower === 'it') : -1;
  const name = words.findIndex(({ lower, pos }) => pos !== 'AUX' && names.get(lower)?.kind === 'person');
  return name < 0 ? words.findIndex(({ lower }) => /^(?:he|she|him)$/.test(lower)) : name;
}

/** The question with the other words in it; undefined where they have no place there. */
export function exchange(question: string, asked: string, by: Exchanging): string | undefined {
  // "moon" may be a word too, but who is asked for instead of somebody has the name.
  const isOne = by.names.get(nameKey(asked))?.kind === 'person';
  const other = isOne ? asked.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase()) : asked;
  const before = readPhrases(question, by.tagger);
  const given = readPhrases(other, by.tagger);
  const [to] = given.phrases;
  const cut = (start: number, end: number, put: string): string =>
    `${question.slice(0, start)}${put}${question.slice(end)}`;
  // "the French one": the noun is that of the phrase it stands for.
  const one = /^(?:the\s+)?(?<which>[\p{L}-]+) one$/iu.exec(other)?.groups?.['which'];
  const place =
    one === undefined && to !== undefined
      ? findPlace(before, given, to, by)
      : before.phrases.findLast(({ named }) => !named);
  const [from, last] = [before.words[place?.first ?? -1], before.words[(place?.last ?? 0) - 1]];
  if (place === undefined || from === undefined || last === undefined) {
    const word = to && before.words[findWord(before, kindOf(given, to, by), by)];
    return word && cut(word.start, word.end, other);
  }
  if (one !== undefined) return cut(from.start, last.end, `${one} ${last.word}`);
  // "the finance minister" gives way to "defence minister" without its article, to a name or "the coach" with it.
  const whole = to?.named === true || /^(?:the|an?)\s/i.test(other);
  const start = (whole && place.article !== '' ? before.words[place.first - 1] : undefined)?.start;
  return cut(start ?? from.start, last.end, other);
}

/** The question with the other words behind the preposition that leads both: "And in the country?" behind "in Larkfield". */
export function exchangeLed(question: string, other: string, tagger: Tagger): string | undefined {
  const led = /^(?<preposition>in|at|on|of|for|from|with|by|to|about|against)\s+(?<rest>.+)$/i.exec(
    other,
  )?.groups;
  if (led?.['preposition'] === undefined) return undefined;
  const before = readPhrases(question, tagger);
  const place = before.phrases.findLast(
    (phrase) => phrase.before === led['preposition']?.toLowerCase() && !isPeriod(wordsOf(before, phrase)),
  );
  if (place === undefined) return undefined;
  const from = before.words[place.article === '' ? place.first : place.first - 1];
  return `${question.slice(0, from?.start)}${led['rest']}${question.slice(before.words[place.last - 1]?.end)}`;
}
