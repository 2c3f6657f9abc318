/** Word classes and small tests over tokens that the reading of speaker clauses needs. */
import { ABBREVIATIONS, BEFORE_NAMES } from '../data/abbreviations.ts';
import { CALENDAR } from '../data/offices.ts';
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import { GAP, type Token } from '../tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const PRONOUNS = words(
  'he she they it i we you who everyone everybody nobody someone somebody anyone both neither others another one',
);
const DETERMINERS = words(
  'a an the this that these those his her their its our my your some many most several few both all each every another one two three four five six no any other',
);
const PREPOSITIONS = words(`
  of in on at by for with from to into onto about after before during over under between among against through throughout
  since until till amid despite without within via per as like than off toward towards outside inside near behind upon across around besides following regarding
`);
const AUXILIARIES = words(
  "is are was were be been being am has have had having do does did will would can could shall should may might must 'll 've 'd 's isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't",
);
const ADVERBS = words(`
  also then later now once again still even just only never always often ever already soon earlier first finally further once too so instead
  however meanwhile therefore thus moreover nevertheless nonetheless though either rather quite very more much almost yet here there not
`);
const CONJUNCTIONS = words(
  'and or but nor because although though while when whereas if unless that which who whom whose where why how what so whether',
);
/** Speech verbs that are mostly nouns, unless their place says otherwise. */
const NOUNS = words(`
  comment comments claim claims report reports request requests plan question questions answer answers charge charges attack attacks challenge challenges demand demands promise promises
  complaint remark remarks tweet tweets post posts text message messages email emails account blame order orders offer offers joke jokes pledge pledges call calls cry cries laugh
  caption label labels list lists voice voices trumpet praise protest protests defense stress comments reason reasons level pose share shares answer blog blogs estimate estimates show shows
  mention mentions vow vows warning phrase phrases quote quotes record blast detail details support accounts press guess feeling hope hopes fire state states object objects counter reading finding findings quip wonder
  suspect suspects volunteer volunteers echo record signal signals sum lecture lectures jest murmur pipe cite
`);
const NOUN_MAKERS = words('a an the this that these those his her their its our my your no any some');

export const isDeterminer = (token: Token | undefined): boolean =>
  token !== undefined && DETERMINERS.has(token.lower);
export const isPreposition = (token: Token | undefined): boolean =>
  token !== undefined && PREPOSITIONS.has(token.lower);
export const isAuxiliary = (token: Token | undefined): boolean =>
  token !== undefined && AUXILIARIES.has(token.lower);
export const isConjunction = (token: Token | undefined): boolean =>
  token !== undefined && CONJUNCTIONS.has(token.lower);

export const isDash = (token: Token | undefined): boolean => /^[-\u2013\u2014]$/.test(token?.word ?? '');

/** Nouns that end as adverbs do: a family, an assembly and a bully speak. */
const NO_ADVERBS =
  /^(?:[a-z]+-)?(?:family|assembly|ally|bully|reply|supply|rally|monopoly|anomaly|homily|melancholy|elderly|weekly|daily|monthly|quarterly|butterfly|jelly|belly|lily)$/;

export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ADVERBS.has(token.lower) ||
    (token.lower.length > 4 &&
      token.lower.endsWith('ly') &&
      !token.capital &&
      !NO_ADVERBS.test(token.lower)));

export const isTime = (token: Token | undefined): boolean =>
  token !== undefined &&
  (CALENDAR.has(token.lower) ||
    /^(?:today|yesterday|tomorrow|tonight|morning|afternoon|evening|night|week|month|year|ago|last|recently)$/.test(
      token.lower,
    ));

/** An initial or an abbreviation that stands inside names: "J.", "Sen.", "Jr.", "U.S." */
const isShortened = ({ start, end, lower }: Token): boolean =>
  end - start === 1 ||
  ABBREVIATIONS.has(lower.slice(lower.lastIndexOf('-') + 1)) ||
  lower.includes('.') ||
  BEFORE_NAMES.has(lower) ||
  ABBREVIATIONS.has(lower) ||
  (end - start < 6 && !/[aeiouy]/.test(lower));

/** A full stop after an abbreviation or an initial, inside a name. */
export const isInnerDot = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token?.word !== '.' || token.gap !== GAP.none || !before?.capital || !next) return false;
  if (/^(?:jr|sr)$/.test(before.lower) && next.gap === GAP.space) return true;
  // "a U.S. official": no sentence ends before a small letter.
  if (before.lower.includes('.') && next.gap === GAP.space && next.kind === 'word' && !next.capital)
    return true;
  return (
    next.gap <= GAP.space &&
    (next.capital || next.kind === 'number' || next.word === ',' || next.word === ')' || next.word === '(') &&
    isShortened(before)
  );
};

/** The mark of a possessive plural, inside a phrase: "the dockers’ union". */
export const isPluralPossessive = (tokens: readonly Token[], at: number): boolean => {
  const mark = tokens[at];
  const next = tokens[at + 1];
  if (mark?.kind !== 'mark' || mark.gap !== GAP.none || (mark.word !== "'" && mark.word !== '\u2019'))
    return false;
  return (
    next?.gap === GAP.space &&
    next.kind === 'word' &&
    /[a-z]s$/.test(tokens[at - 1]?.lower ?? '') &&
    !PRONOUNS.has(next.lower)
  );
};

/** A plain past tense that is a passive: "was ordered", "has been told". */
export const isPassive = (tokens: readonly Token[], at: number): boolean => {
  let before = at - 1;
  while (isAdverb(tokens[before])) before--;
  return (
    /^(?:is|are|was|were|be|been|being|'s|'re)$/.test(tokens[before]?.lower ?? '') &&
    /(?:ed|told|written|quoted|sworn|taught|known|said)$/.test(tokens[at]?.lower ?? '')
  );
};

/** The last token inside a quotation that is no mark itself. */
export const lastInside = (tokens: readonly Token[], close: number): Token | undefined => {
  const end = tokens[close - 1];
  return end?.kind === 'mark' ? tokens[close - 2] : end;
};

/** Ends a clause: sentence ends, semicolons, dashes, marks. */
export const isHardBorder = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (!token) return true;
  if (
    token.kind === 'mark' ||
    token.word === ';' ||
    token.word === ':' ||
    token.word === '\u2014' ||
    token.word === '\u2013'
  )
    return true;
  return token.kind === 'end' && !isInnerDot(tokens, at);
};

/** Whether a token is a verb of speaking at its place, rather than a noun of the same form. */
export function isSpeechVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital || !SPEECH_VERBS.has(token.lower)) return false;
  if (/^(?:go|goes|went)$/.test(token.lower)) return isGoingOn(tokens, at);
  // "a zone known as": a name.
  if (token.lower === 'known' && tokens[at + 1]?.lower === 'as') return false;
  if (/^order(?:s|ed)?$/.test(token.lower) && !besideWords(tokens, at)) return false;
  if (!NOUNS.has(token.lower))
    return !(isPlainForm(token.lower) && NOUN_MAKERS.has(tokens[at - 1]?.lower ?? ''));
  const before = tokens[at - 1];
  if (!before || before.kind === 'possessive' || NOUN_MAKERS.has(before.lower) || isPreposition(before))
    return false;
  // "in the Ostry blast": of one town it would be "blasts".
  const isOne = isDeterminer(tokens[at - 2]) && before.capital && !before.lower.endsWith('s');
  if (isOne && isPlainForm(token.lower) && !token.lower.endsWith('s')) return false;
  if (
    before.capital ||
    PRONOUNS.has(before.lower) ||
    before.word === ',' ||
    isAdverb(before) ||
    before.kind === 'mark'
  )
    return true;
  return isPlainForm(token.lower) ? before.lower === 'to' || isAuxiliary(before) : !isPlainForm(token.lower);
}

/** "he went on", "she goes, “…”": speech, unlike "they went home". */
const isGoingOn = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return next?.lower === 'on' || next?.word === ',' || next?.word === ':';
};

/** "“Stop,” he ordered": otherwise something is done, and nothing said ("the troops that Hale ordered to Ostry"). */
const besideWords = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  if (/^[,:]$/.test(next?.word ?? '') || next?.kind === 'mark') return true;
  return [1, 2, 3, 4].some((back) => {
    const token = tokens[at - back];
    return token?.kind === 'mark' && /^[,.!?]$/.test(tokens[at - back - 1]?.word ?? '');
  });
};

/** No ending of the past or of -ing: as the infinitive, the present, or a noun. */
const isPlainForm = (lower: string): boolean =>
  !/(?:ed|ing|said|read|told|wrote|spoke|thought|went|began|sang|put|swore)$/.test(lower);

/** Looks like a finite or participle verb: speech verbs, auxiliaries, and words in -ed or -s after a subject. */
export function isVerbLike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital) return false;
  if (isAuxiliary(token) || isSpeechVerb(tokens, at)) return true;
  if (isPreposition(token) || isConjunction(token)) return false;
  return IRREGULAR.has(token.lower) || (token.lower.length > 3 && token.lower.endsWith('ed'));
}

/** Without "met": who is met meets too, so that neither is the one who did something. */
const IRREGULAR = words(`
  took made gave came saw got went ran won lost held kept left led sent built brought bought caught fought sought taught felt found stood sat sold spent thought knew grew threw drew flew
  broke chose drove rose spoke stole wore began drank rang sang swam put cut hit let set quit shot stuck hung swung beat became fell bit hid rode shook laid paid heard
  takes makes gives comes gets goes runs wins keeps leaves says tells thinks wants knows sees seems appears believes hopes plans continues begins
`);
