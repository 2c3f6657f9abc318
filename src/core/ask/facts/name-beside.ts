/** The name of a thing beside the noun for it: "the charity, Small Steps,", "a film called 'Salt'", "bought a horse and called it Star". */
import { MONTH_NAME, WEEKDAY } from '../../text/calendar.ts';
import type { TaggedWord } from '../words/tagging.ts';

type Words = readonly [first: number, last: number];

/** A name where it stands; `sure` where it is said to be the name, or stands in quotation marks. */
export interface Beside {
  readonly words: Words;
  readonly sure: boolean;
}

const CALLED = /^(?:called|titled|entitled|named|nicknamed|dubbed|christened)$/;
const OPENS = /^(?:["“‘*_]|''|``)$/;
const CLOSES = /^(?:["”’'“*_]|'')$/;
const JOINT = /^(?:of|and|the|for|de|la|le|du|von|van|der|al|&|'s|’s)$/;
/** No name of somebody goes on with "of" or "and". */
const JOINT_OF_PERSON = /^(?:de|la|le|du|von|van|der|al)$/;
const BORDER = /^(?:[,;:.!?()]|--|—|–)$/;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Sen|Rep|Gov|Gen|Col|Maj|Lt|Capt|Cmdr|Cpl|Sgt|Det|Insp|Supt|Lord|Lady|President|Judge|Justice|Father|Rev)\.?$/;
/** Words of a name. */
const LONGEST = { marked: 14, bare: 8 };
/** May is a name, too. */
const DAY = new RegExp(`^(?!may$)(?:${WEEKDAY}|${MONTH_NAME})$`, 'i');

const touches = (words: readonly TaggedWord[], at: number): boolean =>
  words[at] !== undefined && words[at - 1]?.end === words[at]?.start;

/** What stands between quotation marks that open here. */
function markedAt(words: readonly TaggedWord[], at: number): Words | null {
  const isMark = OPENS.test(words[at]?.word ?? '') || /^['’]$/.test(words[at]?.word ?? '');
  if (!isMark || touches(words, at) || !isCapital(words[at + 1])) return null;
  for (let end = at + 2; end < Math.min(words.length, at + LONGEST.marked); end++) {
    if (!CLOSES.test(words[end]?.word ?? '')) continue;
    // "the Baker's Dozen": no mark that closes.
    if (
      /^['’]$/.test(words[end]?.word ?? '') &&
      touches(words, end + 1) &&
      /^\p{L}/u.test(words[end + 1]?.word ?? '')
    )
      continue;
    const last = /^[,.]$/.test(words[end - 1]?.word ?? '') ? end - 1 : end;
    return last > at + 1 ? [at + 1, last] : null;
  }
  return null;
}

const isCapital = (word: TaggedWord | undefined): boolean => /^[\p{Lu}\p{N}]/u.test(word?.word ?? '');
/** "Acme", "3M", "eBay" */
const BEGINS_NAME = /^(?:\p{Lu}|\d+\p{Lu}|\p{Ll}{1,2}\p{Lu})/u;

/** The words with capitals that begin here: "Small Steps for Ostry". */
function bareAt(words: readonly TaggedWord[], at: number, joint: RegExp): Words | null {
  const first = words[at]?.lower === 'the' ? at + 1 : at;
  const word = words[first];
  if (!BEGINS_NAME.test(word?.word ?? '') || DAY.test(word?.lower ?? '') || word?.pos === 'ADJ') return null;
  let last = first + 1;
  for (let end = first + 1; end < Math.min(words.length, first + LONGEST.bare); end++) {
    // "Lee Gang-guk"
    const joined = words[end - 1]?.word === '-' && touches(words, end);
    if (isCapital(words[end]) || joined) last = end + 1;
    else if (!joint.test(words[end]?.lower ?? '') && words[end]?.word !== '-') break;
  }
  return [words[at]?.word === 'The' ? at : first, last];
}

/** Behind "called", also a name without capitals: "a method called lidar". */
function calledAt(words: readonly TaggedWord[], at: number, joint: RegExp): Words | null {
  const name = markedAt(words, at) ?? bareAt(words, at, joint);
  if (name !== null) return name;
  const [word, next] = [words[at], words[at + 1]];
  return word?.pos === 'NOUN' && BORDER.test(next?.word ?? '.') ? [at, at + 1] : null;
}

/** "named Ada Lund as its head", "called Reed a liar": somebody does that. */
const isDone = (words: readonly TaggedWord[], last: number): boolean =>
  /^(?:as|to|an?|its|their|his|her|the)$/.test(words[last]?.lower ?? '') || words[last]?.pos === 'NOUN';

const ADVERB = /^(?:now|also|simply|better|formally|officially|once|then|originally)$/;

/** Where the words that call it something end: behind "called", ", known as", "which is titled". */
function afterCalled(words: readonly TaggedWord[], noun: number): number | null {
  let at = noun + 1;
  if (words[at]?.lower === ',') at++;
  if (/^(?:which|that|who)$/.test(words[at]?.lower ?? '')) at++;
  if (/^(?:is|was|are|were)$/.test(words[at]?.lower ?? '')) at++;
  const isAdverb = (): boolean => words[at]?.pos === 'ADV' || ADVERB.test(words[at]?.lower ?? '');
  for (let adverbs = 0; adverbs < 2 && isAdverb(); adverbs++) at++;
  if (/^(?:named|identified)$/.test(words[at]?.lower ?? '')) {
    // "named by the police as Bo Lund"
    const as = words.findIndex(({ lower }, place) => place > at && lower === 'as');
    if (as === at + 1 || (words[at + 1]?.lower === 'by' && as > at && as < at + 6)) return as + 1;
  }
  if (CALLED.test(words[at]?.lower ?? '')) return at + 1;
  return words[at]?.lower === 'known' && words[at + 1]?.lower === 'as' ? at + 2 : null;
}

/** "bought a horse and called it Star" */
function afterIt(words: readonly TaggedWord[], noun: number): number | null {
  const REACH = 12;
  for (let at = noun + 1; at < Math.min(words.length - 1, noun + REACH); at++) {
    if (BORDER.test(words[at]?.lower ?? '') && words[at]?.lower !== ',') return null;
    if (CALLED.test(words[at]?.lower ?? '') && /^(?:it|him|her|them)$/.test(words[at + 1]?.lower ?? ''))
      return at + 2;
  }
  return null;
}

/** Words before a name that stands beside nothing: "in Ostry, the mill closed". */
const LEADS =
  /^(?:in|at|from|near|to|on|of|by|with|after|before|since|during|for|under|like|as|despite|unlike|says?|said)$/;

/** Behind "(FSA)". */
function afterBrackets(words: readonly TaggedWord[], at: number): number {
  if (words[at]?.word !== '(') return at;
  const end = words.findIndex(({ word }, place) => place > at && word === ')');
  return end < 0 ? at : end + 1;
}

/** Where the noun phrase of a noun begins, behind "a" or "the". */
function firstOf(words: readonly TaggedWord[], noun: number): number {
  let first = noun;
  while (noun - first < LONGEST.bare && /^(?:ADJ|NOUN|PART|PROPN|NUM)$/.test(words[first - 1]?.pos ?? ''))
    first--;
  return first;
}

/** "Small Steps, a children's charity": the name before the noun phrase that says what it is. */
function nameBefore(words: readonly TaggedWord[], noun: number): Words | null {
  const first = firstOf(words, noun);
  const article = words[first - 1]?.lower ?? '';
  if (!/^(?:an?|the)$/.test(article) || words[first - 2]?.lower !== ',') return null;
  // "After Holm, the mill closed": what it does is told, and not what somebody is.
  if (
    article === 'the' &&
    !/^(?:[,.;:)(]|of|for|that|which|who|behind|in)$/.test(words[noun + 1]?.lower ?? '.')
  )
    return null;
  const end = first - 2;
  let begin = end;
  while (
    begin > 0 &&
    (isCapital(words[begin - 1]) ||
      JOINT.test(words[begin - 1]?.lower ?? '') ||
      words[begin - 1]?.word === '-')
  )
    begin--;
  while (begin < end && !isCapital(words[begin])) begin++;
  if (begin === end || /^['’]s?$/.test(words[end - 1]?.lower ?? '')) return null;
  const lead = words[begin - 1]?.lower === 'the' ? words[begin - 2] : words[begin - 1];
  const isLed = LEADS.test(lead?.lower ?? '');
  return isLed && (article === 'the' || goesOn(words, noun)) ? null : [begin, end];
}

/** "According to Lund, a driver from Ostry was there": what follows does something, and is not what Lund is. */
function goesOn(words: readonly TaggedWord[], noun: number): boolean {
  for (let at = noun + 1; at < words.length; at++) {
    if (BORDER.test(words[at]?.lower ?? '') || /^(?:who|which|that|whose)$/.test(words[at]?.lower ?? ''))
      return false;
    if (words[at]?.pos === 'VERB' || words[at]?.pos === 'AUX') return true;
  }
  return false;
}

/** "the charity Small Steps", "her film, 'Salt',"; null where what is named does something else: "the video Lund made". */
function nameBehind(words: readonly TaggedWord[], noun: number, joint: RegExp): Beside | null {
  const isComma = words[noun + 1]?.lower === ',';
  const at = isComma ? noun + 2 : noun + 1;
  const marked = markedAt(words, at);
  const closed = (end: number): boolean => /^[,.;:)(]$/.test(words[end]?.word ?? '.');
  if (marked !== null) {
    const behind = CLOSES.test(words[marked[1]]?.word ?? '') ? marked[1] + 1 : marked[1];
    return isComma && !closed(behind) && behind === marked[1] + 1 ? null : { words: marked, sure: true };
  }
  const bare = bareAt(words, at, joint);
  // "State Sen. Bo Lund"
  if (bare === null || (joint !== JOINT_OF_PERSON && TITLE.test(words[bare[0]]?.word ?? ''))) return null;
  const next = words[bare[1]];
  // "A problem Acme had", "the cheques Lund wrote": whose it is.
  const isAny =
    /^an?$/.test(words[firstOf(words, noun) - 1]?.lower ?? '') || /[^s]s$/.test(words[noun]?.lower ?? '');
  if (!isComma && isAny && /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return null;
  // "In the film, Lund plays a king": what goes on behind the comma is another clause.
  if (isComma ? !closed(afterBrackets(words, bare[1])) : /^(?:NOUN|ADJ)$/.test(next?.pos ?? '')) return null;
  return { words: bare, sure: false };
}

/** The term of whose it is said to be: "contest" of "the contest's new website"; null where no name or noun says so. */
export function ownerOf(words: readonly TaggedWord[], noun: number): string | null {
  const from = firstOf(words, noun);
  const mark = words.findLastIndex(({ lower }, at) => at >= from && at < noun && /^['’]s?$/.test(lower));
  return mark > 0 ? (words[mark - 1]?.term ?? null) : null;
}

/** The name that stands beside a noun as its own, if any. */
export function nameBeside(words: readonly TaggedWord[], noun: number, isPerson: boolean): Beside | null {
  // "The protection officer": it is only part of what is named; "Health" of "Health Ministry" is part of a name.
  if (words[noun + 1]?.pos === 'NOUN') return null;
  if (!isPerson && noun > 0 && isCapital(words[noun])) return null;
  const joint = isPerson ? JOINT_OF_PERSON : JOINT;
  const called = afterCalled(words, noun) ?? (isPerson ? null : afterIt(words, noun));
  if (called !== null) {
    const name = calledAt(words, called, joint);
    return name === null || isDone(words, name[1]) ? null : { words: name, sure: true };
  }
  const behind = nameBehind(words, noun, joint);
  if (behind !== null) return behind;
  const before = nameBefore(words, noun);
  return before === null ? null : { words: before, sure: false };
}
