/** What speaks for a candidate as the answer: the kind that is asked for, and the grammar around it. */
import { type Candidate, isNumberWord } from './candidates.ts';
import type { RankedSentence } from './evidence.ts';
import type { AnswerKind, AskedQuestion } from './question.ts';
import type { Reading } from './reading.ts';
import type { TaggedWord } from './tagging.ts';

const PREPOSITIONS = new Set([
  'in',
  'at',
  'on',
  'by',
  'of',
  'from',
  'to',
  'for',
  'with',
  'as',
  'near',
  'since',
  'because',
  'until',
  'during',
  'about',
  'than',
  'into',
  'called',
  'named',
]);
const COPULA =
  /^(?:is|are|was|were|be|been|became|becomes|as|called|named|include|includes|including|means|remains)$/;

/** How near the question's words stand: each counts by its weight, less with every word between. */
function proximity({ matched, held, total }: Reading, { first, last }: Candidate): number {
  let sum = 0;
  for (const { places } of held) {
    let best = 0;
    for (const at of places) {
      if (at >= first && at < last) continue;
      const distance = at < first ? first - at : at - last + 1;
      best = Math.max(best, (matched[at] ?? 0) * Math.exp(-distance / 7));
    }
    sum += best;
  }
  return sum / total;
}

function countBetween(
  words: readonly TaggedWord[],
  from: number,
  to: number,
  test: (word: TaggedWord) => boolean,
): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word !== undefined && test(word)) count += 1;
  }
  return count;
}

const isVerb = ({ pos }: TaggedWord): boolean => pos === 'VERB' || pos === 'AUX';
const isComma = ({ lower }: TaggedWord): boolean => /^[,;:()]$/.test(lower);

/** 1: the kind that is asked for; 0: may be; -1: cannot be. */
export function fitOf(asked: AnswerKind, kind: Candidate['kind'], words: readonly TaggedWord[]): number {
  const digits = words.some(isNumberWord);
  const proper = words.some(({ pos }) => pos === 'PROPN');
  switch (asked) {
    case 'person':
      if (kind === 'person') return 1;
      return kind === 'date' || kind === 'number' || kind === 'adjective' || kind === 'clause' ? -1 : 0;
    case 'place':
    case 'organisation':
      if (kind === asked) return 1;
      return kind === 'date' || kind === 'number' || kind === 'person' ? -1 : 0;
    case 'date':
      if (kind === 'date') return 1;
      return digits ? 0 : -1;
    case 'number':
      if (kind === 'number') return 1;
      return digits && kind !== 'date' ? 0 : -1;
    case 'reason':
    case 'manner':
    case 'quote':
      return kind === 'clause' || kind === 'quotation' ? 1 : kind === 'date' || kind === 'number' ? -1 : 0;
    case 'thing':
    case 'open':
    case 'yes-no':
      return kind === 'phrase' || kind === 'other' ? (proper ? 1 : 0.5) : 0;
  }
}

/** "engineer Ada Winter": what ends before `at` only says what somebody is whom the question names. */
function describes({ words, terms }: Reading, at: number, { named }: AskedQuestion): boolean {
  if (words[at - 1]?.pos !== 'NOUN') return false;
  let next = at;
  while (/^(?:CCONJ|NOUN|ADJ)$/.test(words[next]?.pos ?? '')) next++;
  return words[next]?.pos === 'PROPN' && named.has(terms[next] ?? '');
}

export function readFeatures(
  reading: Reading,
  candidate: Candidate,
  question: AskedQuestion,
  sentence: RankedSentence,
  title: ReadonlySet<string>,
  fit: number,
): Record<string, number> {
  const { words, terms, matched } = reading;
  const { first, last, kind } = candidate;
  const features: Record<string, number> = {};
  const set = (name: string, value = 1): void => {
    features[name] = value;
  };
  const asked = question.kind;
  set(`${asked}:${kind}`);
  set('fits', fit);
  const inside = words.slice(first, last);
  const content = inside
    .map((_, i) => terms[first + i])
    .filter((term) => term !== null && term !== undefined);
  const repeated = content.filter((term) => question.weights.has(term)).length;
  set('repeats', content.length === 0 ? 1 : repeated / content.length);
  if (content.length > 0 && repeated === content.length) set('onlyRepeats');
  if (content.length === 0) set('empty');
  if (describes(reading, last, question)) set('describes');
  const headTerm = terms[last - 1];
  if (headTerm && headTerm !== question.focus && question.weights.has(headTerm)) set('repeatsHead');
  set(
    'inTitle',
    content.length === 0 ? 0 : content.filter((term) => title.has(term)).length / content.length,
  );
  const length = last - first;
  set(
    `words${length === 1 ? '1' : length === 2 ? '2' : length <= 4 ? '4' : length <= 7 ? '7' : length <= 12 ? '12' : 'More'}`,
  );
  set(`${asked}:length`, Math.log(length));
  set('proximity', reading.total === 0 ? 0 : proximity(reading, candidate));

  // What stands right before and after.
  const before = words[first - 1];
  const afterWord = words[last];
  const beforeDet = before?.pos === 'DET' ? words[first - 2] : before;
  const preposition = beforeDet?.lower ?? '';
  if (PREPOSITIONS.has(preposition)) {
    set(`after ${preposition}`);
    if (
      asked === 'place' ||
      asked === 'date' ||
      asked === 'person' ||
      asked === 'reason' ||
      asked === 'manner'
    )
      set(`${asked}:after ${preposition}`);
    if (preposition === question.preposition) set('samePreposition');
  }
  if (beforeDet !== undefined && COPULA.test(beforeDet.lower))
    set(asked === 'open' || asked === 'thing' ? 'open:afterCopula' : 'afterCopula');
  const around = (from: number, by: number): number => {
    for (let step = 0, at = from; step < 3 && at >= 0 && at < words.length; step++, at += by) {
      const weight = matched[at] ?? 0;
      if (weight > 0) return 1 / (1 + step);
      if (isVerb(words[at] ?? ({ pos: 'X' } as TaggedWord))) break;
    }
    return 0;
  };
  set('matchBefore', around(first - 1, -1));
  set('matchAfter', around(last, 1));
  if (
    before !== undefined &&
    isComma(before) &&
    (afterWord === undefined || isComma(afterWord) || afterWord.lower === '.')
  ) {
    set('apposition', (matched[first - 2] ?? 0) > 0 ? 1 : 0.3);
  }
  if (before !== undefined && /^["“”]$/.test(before.lower)) set('quoted');

  // The focus of "how many ships", "which harbour".
  if (question.focus !== null) {
    const at = terms.indexOf(question.focus);
    if (content.includes(question.focus)) set(content.length > 1 ? `${asked}:withFocus` : 'isFocus');
    else if (at >= 0) {
      const distance = at < first ? first - at : at - last + 1;
      set(`${asked}:nearFocus`, 1 / distance);
      if (at === last) set(`${asked}:beforeFocus`);
    }
  }

  // Who does what: the asked-for thing stands before its verb as a subject, after it as an object.
  const verbAt = question.verb === null ? -1 : terms.indexOf(question.verb);
  if (verbAt >= 0) {
    const passive = /^(?:was|were|is|are|been|be|being)$/.test(words[verbAt - 1]?.lower ?? '');
    const side = last <= verbAt ? 'before' : first > verbAt ? 'after' : 'over';
    set(`${question.asksSubject ? 'subject' : 'object'}:${side}${passive ? ':passive' : ''}`);
    const distance = side === 'before' ? verbAt - last : first - verbAt - 1;
    set('nearVerb', side === 'over' ? 0 : 1 / (1 + distance));
  }
  const firstMatch = reading.places[0];
  const lastMatch = reading.places.at(-1);
  if (firstMatch !== undefined && lastMatch !== undefined) {
    if (last <= firstMatch) set(question.asksSubject ? 'subject:beforeAll' : 'object:beforeAll');
    else if (first > lastMatch) set(question.asksSubject ? 'subject:afterAll' : 'object:afterAll');
    // What stands between the candidate and the nearest word of the question.
    let nearest = -1;
    for (const at of reading.places) {
      if (at >= first && at < last) continue;
      const distance = at < first ? first - at : at - last + 1;
      const best =
        nearest < 0 ? Number.POSITIVE_INFINITY : nearest < first ? first - nearest : nearest - last + 1;
      if (distance < best) nearest = at;
    }
    if (nearest >= 0) {
      const [from, to] = nearest < first ? [nearest + 1, first] : [last, nearest];
      set('verbsBetween', Math.min(2, countBetween(words, from, to, isVerb)));
      set('commasBetween', Math.min(3, countBetween(words, from, to, isComma)));
    } else set('noneNear');
  }

  // What the words themselves look like.
  const head = words[last - 1];
  if (first === 0) set('begins');
  if (inside.some((word) => word.pos === 'PROPN')) set(`${asked}:proper`);
  if (inside.some(isNumberWord)) set(`${asked}:digits`);
  if (head?.pos === 'NOUN' && head.lower.endsWith('s')) set('plural');
  if (inside.some(isVerb)) set('hasVerb');
  if (inside.some(isComma)) set('hasComma');
  if (inside.some(({ pos }) => pos === 'CCONJ')) set('hasAnd');
  if (inside.some(({ lower }) => lower === 'of')) set('hasOf');
  if (inside[0]?.pos === 'PRON') set('pronoun');
  if (asked === 'number' && inside.some(({ lower }) => /^(?:%|percent|percentage)$/.test(lower)))
    set(question.focus === 'percentag' || question.focus === 'percent' ? 'percentAsked' : 'percentOther');
  if (asked === 'date' && /^\d{4}$/.test(inside.at(-1)?.lower ?? ''))
    set(length === 1 ? 'yearAlone' : 'dateWithYear');
  // Cut out of a longer name or phrase.
  if (before !== undefined && before.pos === 'PROPN' && inside[0]?.pos === 'PROPN') set('cutBefore');
  if (
    afterWord !== undefined &&
    /^(?:PROPN|NOUN)$/.test(afterWord.pos) &&
    head !== undefined &&
    /^(?:PROPN|NOUN|ADJ)$/.test(head.pos)
  )
    set('cutAfter');
  if (before !== undefined && /^(?:ADJ|NOUN)$/.test(before.pos) && inside[0]?.pos === 'NOUN')
    set('cutModifier');
  if (afterWord?.lower === 'of' && head?.pos === 'NOUN') set('cutOf');

  // One of several that stand together ("Brazil and Chile"), or all of them, beside how many are asked for.
  const count = question.asksMany ? 'many' : 'one';
  const joined = ({ lower }: TaggedWord): boolean => /^(?:and|or|,|&)$/.test(lower);
  const isName = ({ pos }: TaggedWord): boolean => pos === 'PROPN' || pos === 'NOUN';
  const next = words[last + 1];
  const previous = words[first - 2];
  if (inside.some(({ lower }) => lower === 'and')) set(`${count}:all`);
  else if (
    (afterWord !== undefined && joined(afterWord) && next !== undefined && isName(next)) ||
    (before !== undefined && joined(before) && previous !== undefined && isName(previous))
  )
    set(`${count}:part`);
  if (/^['’]s?$/.test(afterWord?.lower ?? '')) set('owns');

  set('sentence', sentence.score);
  set('sentenceCovered', sentence.features['covered'] ?? 0);
  return features;
}
