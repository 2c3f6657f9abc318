/** Corrections of the names that were read in a sentence. */
import { STARTERS } from '../data/abbreviations.ts';
import { FIRST_NAMES } from '../data/first-names.ts';
import { CALENDAR, NATIONALITIES, OFFICES, ORGANISATION_WORDS, SHORT_TITLES } from '../data/offices.ts';
import { COUNTRIES, PLACES } from '../data/places.ts';
import type { NameRun } from '../reading.ts';
import type { SentenceRun } from '../sentences.ts';
import { GAP, type Token } from '../tokens.ts';
import { isCommon } from './features.ts';
import { pastHouse, pastOffice, pastParty } from './holders.ts';

/** Adjectives before an office that are no name by themselves: "Defence Minister". */
const PORTFOLIOS = new Set(
  'foreign prime defence defense interior finance deputy vice chief attorney senior former assistant acting'.split(
    ' ',
  ),
);
/** Offices that people are called by too: "John King". */
const SURNAMES_TOO = new Set(
  'king prince pope bishop judge priest cook coach baker miller page dean marshal duke lord major justice cardinal farmer driver'.split(
    ' ',
  ),
);
/** Words that begin a sentence before a name. */
const LEADS = new Set(
  'while with although though but and if when as after before since because in on at for from by to another both like then meanwhile however also so under during among despite unlike according considering even only'.split(
    ' ',
  ),
);
/** So many words with capitals make a headline. */
const HEADLINE_WORDS = 4;
const HEADLINE_SHARE = 0.7;

/** Whether a sentence is printed like a headline, nearly every word with a capital. */
export function isHeadline(tokens: readonly Token[], { first, last }: SentenceRun): boolean {
  if (tokens[last - 1]?.word === '.') return false;
  let words = 0;
  let capitals = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.end - token.start < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= HEADLINE_WORDS && capitals >= words * HEADLINE_SHARE;
}

/** A name without words that only stand there with a capital: at the beginning of a sentence, or in a headline. */
export function trimName(
  tokens: readonly Token[],
  run: NameRun,
  sentence: SentenceRun,
  headline: boolean,
): NameRun | null {
  let name = withoutOffice(tokens, run);
  name = { ...name, last: endOfLine(tokens, name) };
  name = withoutLead(tokens, name, sentence);
  name = { ...name, last: endBeforeOffice(tokens, name, run.kind) };
  name = withoutOrigin(tokens, name);
  if (headline) name = withoutPlainWords(tokens, name);
  name = withoutHouse(tokens, name);
  name = { ...name, last: endOfName(tokens, name) };
  if (name.first >= name.last || isNoName(tokens, name)) return null;
  return { ...name, kind: kindOf(tokens, name) };
}

/** "Ada Brook" of "Mayor Ada Brook" and of "Republican Ada Brook", and "Francis" of "four Americans Francis cited". */
function withoutOffice(tokens: readonly Token[], { first: from, last, kind }: NameRun): NameRun {
  let first = from;
  while (first < last && isTitle(tokens, first, last)) first++;
  const somebody = pastParty(tokens, first, last);
  const isOfParty = somebody > first;
  if (isOfParty) first = somebody;
  if (!isOfParty && kind !== 'person' && kind !== 'other') return { first, last, kind };
  const lower = tokens[first]?.lower ?? '';
  if (last - first > 1 && /s$/.test(lower) && NATIONALITIES.has(lower)) first++;
  const behind = pastOffice(tokens, first, last);
  return { first: behind, last, kind: isOfParty || behind > first ? 'person' : kind };
}

/** A name ends with its paragraph, and that of somebody before a colon: "Anna Weber: Where". */
function endOfLine(tokens: readonly Token[], { first, last, kind }: NameRun): number {
  for (let i = first + 1; i < last; i++)
    if ((tokens[i]?.gap ?? 0) >= GAP.paragraph || (kind === 'person' && tokens[i]?.word === ':')) return i;
  return last;
}

/** "Ada Brook" of "While Ada Brook …" */
function withoutLead(tokens: readonly Token[], name: NameRun, sentence: SentenceRun): NameRun {
  const { first, last } = name;
  const opens = first === sentence.first || tokens[first - 1]?.kind !== 'word';
  const leads = first + 1 < last && LEADS.has(tokens[first]?.lower ?? '') && opens;
  return leads ? { ...name, first: first + 1 } : name;
}

/** "Ostry" of "Ostry Mayor": the office is what follows the name. An organisation, as it was first read, keeps it unless "of" follows. */
function endBeforeOffice(
  tokens: readonly Token[],
  { first, last: end, kind }: NameRun,
  read: NameRun['kind'],
): number {
  let last = end;
  const isOver = (): boolean => last - first <= 1 || isSurname(tokens, { first, last, kind });
  while (
    !isOver() &&
    OFFICES.has(tokens[last - 1]?.lower ?? '') &&
    (read !== 'organisation' || tokens[last]?.lower === 'of')
  )
    last--;
  while (!isOver() && SHORT_TITLES.has(tokens[last - 1]?.lower ?? '')) last--;
  return last;
}

/** "Monte Haines" of "South Korean-born Monte Haines" */
function withoutOrigin(tokens: readonly Token[], name: NameRun): NameRun {
  for (let i = name.last - 2; i >= name.first; i--)
    if (/-(?:born|based|led|backed|elect)$/.test(tokens[i]?.lower ?? '')) return { ...name, first: i + 1 };
  return name;
}

/** In a headline common words have a capital too. */
function withoutPlainWords(tokens: readonly Token[], { first: from, last, kind }: NameRun): NameRun {
  let first = from;
  while (first < last && isPlain(tokens[first] as Token)) first++;
  for (let i = first + 1; i < last; i++)
    if (isPlain(tokens[i] as Token) && !isGiven(tokens[i - 1])) return { first, last: i, kind };
  return { first, last, kind };
}

/** "Anna Weber" of "Larkfield City Council President Anna Weber", read as a house. */
function withoutHouse(tokens: readonly Token[], name: NameRun): NameRun {
  const holder = name.kind === 'organisation' ? pastHouse(tokens, name.first, name.last) : name.first;
  return holder > name.first ? { ...name, first: holder, kind: 'person' } : name;
}

/** Without loose words at its end, with the full stop of "U.S." and "Jr.", and without the "Defence" of "Defence Minister". */
function endOfName(tokens: readonly Token[], { first, last: end }: NameRun): number {
  let last = end;
  while (last > first && isLoose(tokens, last - 1)) last--;
  const isStop = (at: number): boolean => tokens[at]?.word === '.' && tokens[at]?.gap === GAP.none;
  if (isStop(last) && /^[a-z]\.[a-z]/.test(tokens[last - 1]?.lower ?? '')) last++;
  if (isStop(last) && /^(?:jr|sr)$/.test(tokens[last - 1]?.lower ?? '')) last++;
  while (
    last > first &&
    PORTFOLIOS.has(tokens[last - 1]?.lower ?? '') &&
    OFFICES.has(tokens[last]?.lower ?? '')
  )
    last--;
  return last;
}

/** A day, a title or an office alone, unless all its letters are capitals. */
function isNoName(tokens: readonly Token[], { first, last }: NameRun): boolean {
  const only = tokens[first];
  if (only === undefined) return true;
  if (last - first !== 1 || only.word === only.word.toUpperCase()) return false;
  return (
    CALENDAR.has(only.lower) ||
    STARTERS.has(only.lower.replace(/'.*/, '')) ||
    SHORT_TITLES.has(only.lower) ||
    OFFICES.has(only.lower)
  );
}

/** "John King said": a given name and no more before it, and no name behind it as in "Charlotte Mayor Ada Brook". */
function isSurname(tokens: readonly Token[], { first, last, kind }: NameRun): boolean {
  return (
    kind === 'person' &&
    last - first === 2 &&
    SURNAMES_TOO.has(tokens[last - 1]?.lower ?? '') &&
    FIRST_NAMES.has(tokens[first]?.lower ?? '') &&
    !(tokens[last]?.kind === 'word' && tokens[last]?.capital)
  );
}

const isGiven = (token: Token | undefined): boolean =>
  token !== undefined && (token.word === '.' || FIRST_NAMES.has(token.lower));

const isPlain = (token: Token): boolean =>
  token.kind === 'word' &&
  isCommon(token.lower) &&
  !FIRST_NAMES.has(token.lower) &&
  token.word !== token.word.toUpperCase() &&
  !COUNTRIES.has(token.lower);

function kindOf(tokens: readonly Token[], run: NameRun): NameRun['kind'] {
  const words = tokens
    .slice(run.first, run.last)
    .filter((token) => token.kind === 'word')
    .map((token) => token.lower);
  const phrase = words.join(' ');
  if (
    words.length > 0 &&
    words.every((word) => NATIONALITIES.has(word) || /^(?:north|south|east|west)$/.test(word)) &&
    words.some((word) => NATIONALITIES.has(word))
  )
    return 'other';
  if (/^(?:u\.s|u\.s\.a|u\.k|us|uk|usa)$/.test(phrase)) return 'place';
  // "Judge Helen Park" is no park.
  const title = tokens[run.first - 1];
  if (
    run.kind === 'place' &&
    words.length === 2 &&
    FIRST_NAMES.has(words[0] ?? '') &&
    title?.capital &&
    isTitleWord(title)
  )
    return 'person';
  const organised = words.some((word) => ORGANISATION_WORDS.has(word));
  if ((run.kind === 'other' || run.kind === 'organisation') && !organised && isAddressed(tokens, run.first))
    return 'person';
  if (run.kind === 'place' || run.kind === 'organisation') return run.kind;
  if (
    run.kind === 'person' &&
    words.length > 1 &&
    ORGANISATION_WORDS.has(words.at(-1) ?? '') &&
    !FIRST_NAMES.has(words[0] ?? '')
  )
    return 'organisation';
  if (COUNTRIES.has(phrase) && !FIRST_NAMES.has(phrase)) return 'place';
  return run.kind === 'other' && PLACES.has(phrase) && !FIRST_NAMES.has(phrase) ? 'place' : run.kind;
}

/** Titles that only people bear. */
const PERSONAL = /^(?:mr|mrs|ms|mx|miss|dr|prof|sen|rep|gov|lt|col|sgt|capt|rev)$/;

/** "Gov. Ada Byron", "Mr Lund": what follows a title is somebody. */
function isAddressed(tokens: readonly Token[], first: number): boolean {
  const title = tokens[first - 1]?.word === '.' ? tokens[first - 2] : tokens[first - 1];
  return title?.capital === true && PERSONAL.test(title.lower);
}

const isTitleWord = ({ lower }: Token): boolean => OFFICES.has(lower) || SHORT_TITLES.has(lower);

/** "Sen.", "Dr.": a title, not a part of the name; "Queen Elizabeth" and "St. Louis" are. */
function isTitle(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' && token.kind !== 'number') return true;
  if (at + 1 >= last || !SHORT_TITLES.has(token.lower)) return false;
  return tokens[at + 1]?.word === '.'
    ? !/^(?:st|ft|mt)$/.test(token.lower)
    : !/^(?:saint|st|king|queen|pope|prince|princess|justice|lord|lady|general|judge)$/.test(token.lower);
}

function isLoose(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.word === '.') return !/(?:^.|\..|^jr|^sr|^inc|^corp|^co|^ltd)$/.test(tokens[at - 1]?.lower ?? '');
  return token.kind !== 'word' && token.kind !== 'number';
}
