/** What speaks for a candidate as the answer: the kind that is asked for, and the grammar around it. */

import type { AnswerKind, AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { Reading } from '../sentences/reading.ts';
import { isNumberWord } from '../words/number-words.ts';
import { isVerbal, type TaggedWord } from '../words/tagging.ts';
import type { Candidate } from './candidates.ts';

const PREPOSITIONS = new Set(
  'in at on by of from to for with as near since because until during about than into called named'.split(
    ' ',
  ),
);
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

const isComma = ({ lower }: TaggedWord): boolean => /^[,;:()]$/.test(lower);

/** "engineer Ada Winter": what ends before `at` only says what somebody is whom the question names. */
function describes({ words, terms }: Reading, at: number, { named }: AskedQuestion): boolean {
  if (words[at - 1]?.pos !== 'NOUN') return false;
  let next = at;
  while (/^(?:CCONJ|NOUN|ADJ)$/.test(words[next]?.pos ?? '')) next++;
  return words[next]?.pos === 'PROPN' && named.has(terms[next] ?? '');
}

/** What is the same for all groups of signs of one candidate. */
interface Read {
  readonly reading: Reading;
  readonly candidate: Candidate;
  readonly question: AskedQuestion;
  /** The candidate's own words. */
  readonly inside: readonly TaggedWord[];
  /** Terms of its content words. */
  readonly content: readonly string[];
  readonly before: TaggedWord | undefined;
  readonly after: TaggedWord | undefined;
  set(name: string, value?: number): void;
}

/** What the words repeat of the question and the title, and how many they are. */
function readWords({ reading, candidate, question, content, set }: Read, title: ReadonlySet<string>): void {
  const { terms } = reading;
  const { first, last } = candidate;
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
  const size = [1, 2, 4, 7, 12].find((most) => length <= most) ?? 'More';
  set(`words${size}`);
  set(`${question.kind}:length`, Math.log(length));
}

const LED: ReadonlySet<AnswerKind> = new Set(['place', 'date', 'person', 'reason', 'manner']);

/** How soon a word of the question stands on one side, before any verb. */
function matchAt({ words, matched }: Reading, from: number, by: number): number {
  for (let step = 0, at = from; step < 3 && at >= 0 && at < words.length; step++, at += by) {
    if ((matched[at] ?? 0) > 0) return 1 / (1 + step);
    const word = words[at];
    if (word !== undefined && isVerbal(word)) break;
  }
  return 0;
}

/** What stands right before and after. */
function readSurroundings({ reading, candidate, question, before, after, set }: Read): void {
  const { words, matched } = reading;
  const { first, last } = candidate;
  const { kind } = question;
  const beforeDet = before?.pos === 'DET' ? words[first - 2] : before;
  const preposition = beforeDet?.lower ?? '';
  if (PREPOSITIONS.has(preposition)) {
    set(`after ${preposition}`);
    if (LED.has(kind)) set(`${kind}:after ${preposition}`);
    if (preposition === question.preposition) set('samePreposition');
  }
  if (beforeDet !== undefined && COPULA.test(beforeDet.lower))
    set(kind === 'open' || kind === 'thing' ? 'open:afterCopula' : 'afterCopula');
  set('matchBefore', matchAt(reading, first - 1, -1));
  set('matchAfter', matchAt(reading, last, 1));
  const closes = after === undefined || isComma(after) || after.lower === '.';
  if (before !== undefined && isComma(before) && closes)
    set('apposition', (matched[first - 2] ?? 0) > 0 ? 1 : 0.3);
  if (before !== undefined && /^["“”]$/.test(before.lower)) set('quoted');
}

/** Words between the candidate and a place outside it: 1 for the one beside it. */
const distanceTo = ({ first, last }: Candidate, at: number): number =>
  at < first ? first - at : at - last + 1;

/** The focus of "how many ships", "which harbour". */
function readFocus({ reading, candidate, question, content, set }: Read): void {
  const { focus, kind } = question;
  if (focus === null) return;
  const at = reading.terms.indexOf(focus);
  if (content.includes(focus)) set(content.length > 1 ? `${kind}:withFocus` : 'isFocus');
  else if (at >= 0) {
    set(`${kind}:nearFocus`, 1 / distanceTo(candidate, at));
    if (at === candidate.last) set(`${kind}:beforeFocus`);
  }
}

/** Who does what: the asked-for thing stands before its verb as a subject, after it as an object. */
function readVerb({ reading, candidate, question, set }: Read): void {
  const verbAt = question.verb === null ? -1 : reading.terms.indexOf(question.verb);
  if (verbAt < 0) return;
  const { first, last } = candidate;
  const passive = /^(?:was|were|is|are|been|be|being)$/.test(reading.words[verbAt - 1]?.lower ?? '');
  const side = last <= verbAt ? 'before' : first > verbAt ? 'after' : 'over';
  set(`${question.asksSubject ? 'subject' : 'object'}:${side}${passive ? ':passive' : ''}`);
  const distance = side === 'before' ? verbAt - last : first - verbAt - 1;
  set('nearVerb', side === 'over' ? 0 : 1 / (1 + distance));
}

/** On which side of the question's words it stands, and what is between it and the nearest. */
function readOrder({ reading, candidate, question, set }: Read): void {
  const { words, places } = reading;
  const { first, last } = candidate;
  const [firstMatch, lastMatch] = [places[0], places.at(-1)];
  if (firstMatch === undefined || lastMatch === undefined) return;
  const role = question.asksSubject ? 'subject' : 'object';
  if (last <= firstMatch) set(`${role}:beforeAll`);
  else if (first > lastMatch) set(`${role}:afterAll`);
  let nearest = -1;
  for (const at of places) {
    if (at >= first && at < last) continue;
    if (nearest < 0 || distanceTo(candidate, at) < distanceTo(candidate, nearest)) nearest = at;
  }
  if (nearest < 0) {
    set('noneNear');
    return;
  }
  const [from, to] = nearest < first ? [nearest + 1, first] : [last, nearest];
  set('verbsBetween', Math.min(2, countBetween(words, from, to, isVerbal)));
  set('commasBetween', Math.min(3, countBetween(words, from, to, isComma)));
}

/** What the words themselves look like. */
function readLook({ candidate, question, inside, set }: Read): void {
  const { kind, focus } = question;
  const head = inside.at(-1);
  if (candidate.first === 0) set('begins');
  if (inside.some(({ pos }) => pos === 'PROPN')) set(`${kind}:proper`);
  if (inside.some(isNumberWord)) set(`${kind}:digits`);
  if (head?.pos === 'NOUN' && head.lower.endsWith('s')) set('plural');
  if (inside.some(isVerbal)) set('hasVerb');
  if (inside.some(isComma)) set('hasComma');
  if (inside.some(({ pos }) => pos === 'CCONJ')) set('hasAnd');
  if (inside.some(({ lower }) => lower === 'of')) set('hasOf');
  if (inside[0]?.pos === 'PRON') set('pronoun');
  if (kind === 'number' && inside.some(({ lower }) => /^(?:%|percent|percentage)$/.test(lower)))
    set(focus === 'percentag' || focus === 'percent' ? 'percentAsked' : 'percentOther');
  if (kind === 'date' && /^\d{4}$/.test(head?.lower ?? ''))
    set(inside.length === 1 ? 'yearAlone' : 'dateWithYear');
}

/** Cut out of a longer name or phrase. */
function readCuts({ inside, before, after, set }: Read): void {
  const [opening, head] = [inside[0], inside.at(-1)];
  if (before?.pos === 'PROPN' && opening?.pos === 'PROPN') set('cutBefore');
  if (/^(?:PROPN|NOUN)$/.test(after?.pos ?? '') && /^(?:PROPN|NOUN|ADJ)$/.test(head?.pos ?? ''))
    set('cutAfter');
  if (/^(?:ADJ|NOUN)$/.test(before?.pos ?? '') && opening?.pos === 'NOUN') set('cutModifier');
  if (after?.lower === 'of' && /^(?:NOUN|PROPN)$/.test(head?.pos ?? '')) set('cutOf');
}

/** One of several that stand together ("Brazil and Chile"), or all of them, beside how many are asked for. */
function readJoined({ reading, candidate, question, inside, before, after, set }: Read): void {
  const { words } = reading;
  const count = question.asksMany ? 'many' : 'one';
  const joins = (word: TaggedWord | undefined): boolean => /^(?:and|or|,|&)$/.test(word?.lower ?? '');
  const isName = (word: TaggedWord | undefined): boolean => word?.pos === 'PROPN' || word?.pos === 'NOUN';
  const isPart =
    (joins(after) && isName(words[candidate.last + 1])) ||
    (joins(before) && isName(words[candidate.first - 2]));
  if (inside.some(({ lower }) => lower === 'and')) set(`${count}:all`);
  else if (isPart) set(`${count}:part`);
  if (/^['’]s?$/.test(after?.lower ?? '')) set('owns');
}

/**
 * The signs of a candidate, but for what its clause and the meanings of its words tell (span-relations.ts).
 * @param title terms of the article's title
 * @param fit of fitOf
 */
export function readFeatures(
  reading: Reading,
  candidate: Candidate,
  question: AskedQuestion,
  sentence: RankedSentence,
  title: ReadonlySet<string>,
  fit: number,
): Record<string, number> {
  const features: Record<string, number> = {};
  const { first, last, kind } = candidate;
  const read: Read = {
    reading,
    candidate,
    question,
    inside: reading.words.slice(first, last),
    content: reading.terms.slice(first, last).filter((term) => term !== null),
    before: reading.words[first - 1],
    after: reading.words[last],
    set(name, value = 1) {
      features[name] = value;
    },
  };
  read.set(`${question.kind}:${kind}`);
  read.set('fits', fit);
  readWords(read, title);
  read.set('proximity', reading.total === 0 ? 0 : proximity(reading, candidate));
  readSurroundings(read);
  readFocus(read);
  readVerb(read);
  readOrder(read);
  readLook(read);
  readCuts(read);
  readJoined(read);
  read.set('sentence', sentence.score);
  read.set('sentenceCovered', sentence.features['covered'] ?? 0);
  return features;
}
