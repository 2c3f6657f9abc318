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
  let { first, last } = run;
  while (first < last && isTitle(tokens, first, last)) first++;
  let kind = run.kind;
  const somebody = pastParty(tokens, first, last);
  if (somebody > first) [first, kind] = [somebody, 'person'];
  if (kind === 'person' || kind === 'other') {
    // "four Americans Francis cited"
    if (
      last - first > 1 &&
      /s$/.test(tokens[first]?.lower ?? '') &&
      NATIONALITIES.has(tokens[first]?.lower ?? '')
    )
      first++;
    const from = pastOffice(tokens, first, last);
    if (from > first) kind = 'person';
    first = from;
  }
  // A name ends with its paragraph, and that of somebody before a colon: "Anna Weber: Where".
  for (let i = first + 1; i < last; i++)
    if ((tokens[i]?.gap ?? 0) >= GAP.paragraph || (kind === 'person' && tokens[i]?.word === ':')) last = i;
  if (
    first + 1 < last &&
    LEADS.has(tokens[first]?.lower ?? '') &&
    (first === sentence.first || tokens[first - 1]?.kind !== 'word')
  )
    first++;
  while (
    last - first > 1 &&
    !isSurname(tokens, { first, last, kind }) &&
    OFFICES.has(tokens[last - 1]?.lower ?? '') &&
    (run.kind !== 'organisation' || tokens[last]?.lower === 'of')
  )
    last--;
  while (
    last - first > 1 &&
    !isSurname(tokens, { first, last, kind }) &&
    SHORT_TITLES.has(tokens[last - 1]?.lower ?? '')
  )
    last--;
  // "South Korean-born Monte Haines"
  for (let i = first; i + 1 < last; i++)
    if (/-(?:born|based|led|backed|elect)$/.test(tokens[i]?.lower ?? '')) first = i + 1;
  if (headline) {
    while (first < last && isPlain(tokens[first] as Token)) first++;
    for (let i = first + 1; i < last; i++)
      if (isPlain(tokens[i] as Token) && !isGiven(tokens[i - 1])) last = i;
  }
  const holder = kind === 'organisation' ? pastHouse(tokens, first, last) : first;
  if (holder > first) [first, kind] = [holder, 'person'];
  while (last > first && isLoose(tokens, last - 1)) last--;
  if (
    last < tokens.length &&
    tokens[last]?.word === '.' &&
    tokens[last]?.gap === GAP.none &&
    /^[a-z]\.[a-z]/.test(tokens[last - 1]?.lower ?? '')
  )
    last++;
  if (
    /^(?:jr|sr)$/.test(tokens[last - 1]?.lower ?? '') &&
    tokens[last]?.word === '.' &&
    tokens[last]?.gap === GAP.none
  )
    last++;
  while (
    last - first > 0 &&
    PORTFOLIOS.has(tokens[last - 1]?.lower ?? '') &&
    OFFICES.has(tokens[last]?.lower ?? '')
  )
    last--;
  const only = tokens[first];
  if (first >= last || !only) return null;
  const single = last - first === 1;
  if (
    single &&
    (CALENDAR.has(only.lower) ||
      STARTERS.has(only.lower.replace(/'.*/, '')) ||
      SHORT_TITLES.has(only.lower) ||
      OFFICES.has(only.lower)) &&
    only.word !== only.word.toUpperCase()
  )
    return null;
  return { first, last, kind: kindOf(tokens, { first, last, kind }) };
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
