/** Which words tell by what means something was done: "by train", "on foot", "by digging a tunnel", "of a heart attack". */
import { findNounPhrases } from '../grammar/noun-phrases.ts';
import type { TaggedWord } from '../words/tagging.ts';

/** Deeds that are told with the same means. */
type Group = 'goes' | 'enters' | 'hurts' | 'flees' | 'dies' | 'wins' | 'votes' | 'pays' | 'learns';

/** What is done: the verb, and the group of verbs that say the same. */
export interface Deed {
  readonly term: string;
  /** That of verbs which say the same; of other verbs one of their own. */
  readonly group: string;
}

const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ['goes', /^(?:travel|go|come|arriv|journei|head|fly|sail|return|reach|drive|ride|commut)$/],
  ['enters', /^(?:enter)$/],
  ['flees', /^(?:flee|escap)$/],
  ['dies', /^(?:die|kill|perish|drown)$/],
  ['wins', /^(?:win|beat|defeat|surviv)$/],
  ['votes', /^(?:vote)$/],
  ['hurts', /^(?:hurt|injur|break|tear|sprain|twist|disloc|strain|fractur)$/],
  ['pays', /^(?:pai|pay|fund|financ)$/],
];
const GETS = /^(?:get|gets|got|getting|gotten)$/;
const WAY = /^(?:to|from|here|there|home|around|across)$/;
const INTO = /^(?:in|into|inside)$/;
const AWAY = /^(?:away|out)$/;

/** The deed that a verb tells; null where it is none that has means: "feel", "look". */
export function deedOf(words: readonly TaggedWord[], verb: number): Deed | null {
  const [word, next] = [words[verb], words[verb + 1]?.lower ?? ''];
  if (word === undefined || STATES.test(word.lower)) return null;
  if (GETS.test(word.lower)) {
    if (AWAY.test(next)) return { term: 'get', group: 'flees' };
    if (INTO.test(next)) return { term: 'get', group: 'enters' };
    return WAY.test(next) || next === '?' ? { term: 'get', group: 'goes' } : null;
  }
  const { term } = word;
  if (term === null) return null;
  if (/^(?:find|finds|found)$/.test(word.lower) && next === 'out') return { term, group: 'learns' };
  if (term === 'learn' && /^(?:of|about|from|through)$/.test(next)) {
    // "Learned from a call that …", and not "from their mistakes".
    const isNews =
      /^(?:of|about)$/.test(next) || words.slice(verb, verb + 8).some(({ lower }) => lower === 'that');
    return isNews ? { term, group: 'learns' } : null;
  }
  if (term === 'break' && next === 'out') return { term, group: 'flees' };
  if (term === 'break' && INTO.test(next)) return { term, group: 'enters' };
  const group = GROUPS.find(([, verbs]) => verbs.test(term))?.[0];
  return { term, group: group ?? `does ${term}` };
}

/** What is felt or thought is done by no means. */
const STATES =
  /^(?:feel|feels|felt|look|looks|looked|react|reacts|reacted|respond|responds|responded|say|says|said|think|thought|describe|described|perform|performed|fare|fared|do|does|did|done|compare|compares|compared|differ|differs|affect|affected|relate|sound|know|knew)$/;

const VEHICLE =
  /^(?:trains?|planes?|jets?|cars?|bus|buses|coach|coaches|boats?|ships?|ferry|ferries|helicopters?|bicycles?|bikes?|motorcycles?|motorbikes?|mopeds?|scooters?|taxis?|cabs?|trucks?|lorry|lorries|vans?|limousines?|motorcades?|convoys?|horses?|horseback|camels?|donkeys?|yachts?|canoes?|kayaks?|rafts?|dinghy|dinghies|trams?|subway|metro|aeroplanes?|airplanes?|aircraft|airliners?|flights?|balloons?|submarines?|spacecraft|rockets?|capsules?|sledges?|sleds?|skis?|carriages?|wagons?|ambulances?|minibus|minibuses|minivans?|speedboats?|sailboats?|lifeboats?|trawlers?|tractors?|rickshaws?|wheelchairs?|foot)$/;
/** "By sea", "by road": without a vehicle. */
const WAYS = /^(?:air|sea|land|rail|road|water|river|foot|tube|underground|hand)$/;
const MISHAP =
  /^(?:crash|crashes|accident|fire|explosion|attack|collision|blast|shooting|bombing|flood|floods|earthquake|avalanche|fall|blaze|landslide|stampede|ambush|airstrike|strike|storm|battle|clash|raid|shoot-?out|shootout|duel|shipwreck|gunfight|hurricane|wreck|tackle|training|match|race)$/;
const MONEY =
  /^(?:cash|loans?|cards?|cheques?|checks?|bitcoin|cryptocurrency|instal?lments|savings|donations?|grants?|shares?|stock|bonds?|funds?|money|debt|gold|tax|taxes|mortgage|credit|transfer|transfers|proceeds|profits?|revenues?|fees?|reserves)$/;
const WITH = /^(?:by|with|through|via|from|in|using)$/;

type Words = readonly [first: number, last: number];

const phraseFrom = (words: readonly TaggedWord[], at: number): Words | undefined =>
  findNounPhrases(words).find(([first]) => first === at);

/** Words behind a verb that still tell how. */
const LONGEST = 24;
const BORDER =
  /^(?:[,;:.!?()]|--|—|–|before|after|while|when|because|which|who|that|as|but|since|until|though|although)$/;

/** Where what begins with a verb ends: at the next border, or where something else is done. */
function clauseFrom(words: readonly TaggedWord[], at: number): number {
  let end = at + 1;
  for (; end < Math.min(words.length, at + LONGEST); end++) {
    const [word, next] = [words[end], words[end + 1]];
    if (word === undefined || BORDER.test(word.lower)) break;
    const isOther = next?.pos === 'AUX' || (next?.pos === 'VERB' && !/ing$/.test(next.lower));
    if (word.pos === 'CCONJ' && isOther) break;
  }
  // "Of the tour during which …"
  while (end > at + 1 && (words[end - 1]?.pos === 'ADP' || /^["”’']$/.test(words[end - 1]?.word ?? '')))
    end--;
  return end;
}

/** "of cancer four years later": when it was is no part of it. */
function beforeCount(words: readonly TaggedWord[], from: number, end: number): number {
  const count = words.findIndex(
    ({ pos }, at) => at >= from && at < end - 1 && pos === 'NUM' && TIME.test(words[at + 1]?.lower ?? ''),
  );
  return count < 0 ? end : count;
}
const TIME = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;

/** A noun phrase with what "of" adds to it: "of complications of a stroke". */
function withOf(words: readonly TaggedWord[], [first, last]: Words): Words {
  let end = last;
  for (let joints = 0; joints < 2; joints++) {
    if (!/^(?:of|from|to)$/.test(words[end]?.lower ?? '')) break;
    const next = phraseFrom(words, end + 1);
    if (next === undefined) break;
    end = next[1];
  }
  return [first, beforeCount(words, first + 2, end)];
}

function headOf(words: readonly TaggedWord[], [, last]: Words): string {
  return words[last - 1]?.lower ?? '';
}

/** What somebody dies of, and not what he did on that day. */
const MISHAPS =
  /^(?:falling|being|treading|stepping|landing|colliding|tripping|collapsing|suffering|crashing|contracting|drinking|eating|jumping|slipping|hitting|inhaling|swallowing|choking|undergoing|plunging|catching|developing)$/;

/** "after falling from a roof", "when his car hit a tree", and not "when he was 12". */
function isCause(words: readonly TaggedWord[], at: number): boolean {
  const [word, next] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  if (word === 'after' || word === 'while') return MISHAPS.test(next);
  const told = words.slice(at, clauseFrom(words, at + 1));
  return word === 'when' && told.every(({ pos }) => pos !== 'NUM' && pos !== 'AUX');
}

/** Whoever kills is no way to die. */
const KILLER =
  /(?:man|men|woman|women|ist|ers?|ors?|gang|mob|assassin|husband|wife|son|boyfriend|rival|burglar)$/;

/** "of a stroke", "in a crash", "by a falling tree"; nobody is killed of anything. */
function causeAt(words: readonly TaggedWord[], whole: Words): Words | null {
  const [at, last] = whole;
  const [preposition, before] = [words[at]?.lower ?? '', words[at - 1]];
  const head = headOf(words, [at, beforeCount(words, at + 2, last)]);
  if (/^(?:of|from)$/.test(preposition)) {
    const isOfOther = preposition === 'of' && before?.pos === 'NOUN';
    return isOfOther || /^(?:PROPN|NUM)$/.test(words[last - 1]?.pos ?? '') ? null : withOf(words, whole);
  }
  if (preposition === 'in') return MISHAP.test(head) ? whole : null;
  const isThing = /^an?$/.test(words[at + 1]?.lower ?? '') && !KILLER.test(head);
  return preposition === 'by' && isThing ? withOf(words, whole) : null;
}

/** "by digging a tunnel", and not "dogged by doping allegations", "by neighbouring Ostry". */
function isDoing(words: readonly TaggedWord[], by: number, passive: boolean): boolean {
  const [doing, next] = [words[by + 1]?.lower ?? '', words[by + 2]];
  if (words[by]?.lower !== 'by' || !/^[a-z]{3,}ing$/.test(doing)) return false;
  if (
    /^(?:neighbou?ring|opposing|ruling|leading|saying|telling|nothing|anything|something|everything)$/.test(
      doing,
    )
  )
    return false;
  if (next === undefined || /^(?:PUNCT|CCONJ)$/.test(next.pos)) return /["“‘]/.test(next?.word ?? '');
  return !passive || /^(?:DET|PRON|ADP|PART|PROPN)$/.test(next.pos);
}

/** The means that begin at a word, with the preposition; null where none do. */
export function meansAt(
  words: readonly TaggedWord[],
  at: number,
  { group, passive }: { readonly group: string; readonly passive: boolean },
): Words | null {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined) return null;
  const is = (prepositions: RegExp): boolean => prepositions.test(word.lower);
  if ((group === 'dies' || group === 'hurts') && isCause(words, at)) return [at, clauseFrom(words, at + 1)];
  // "For using", "began using": that is what is done.
  if (word.lower === 'using' && !/^(?:VERB|AUX|ADP)$/.test(words[at - 1]?.pos ?? ''))
    return [at, clauseFrom(words, at)];
  // "Rode to victory by promising jobs" is no journey.
  if (group !== 'goes' && isDoing(words, at, passive)) return [at, clauseFrom(words, at + 1)];
  const phrase = phraseFrom(words, at + 1);
  if (phrase === undefined) return null;
  const head = headOf(words, phrase);
  const whole: Words = [at, phrase[1]];
  if ((group === 'goes' || group === 'flees') && is(/^(?:by|on|in|aboard|via)$/)) {
    if (VEHICLE.test(head)) return whole;
    return word.lower === 'by' && phrase[1] === at + 2 && WAYS.test(head) ? whole : null;
  }
  if (group === 'dies') return causeAt(words, whole);
  if (group === 'hurts' && is(/^in$/) && MISHAP.test(head)) {
    // "in a training match", of which "match" was read as a verb.
    return MISHAP.test(words[phrase[1]]?.lower ?? '') ? [at, phrase[1] + 1] : whole;
  }
  if (group === 'enters') return is(/^(?:through|via|with)$/) ? withOf(words, whole) : null;
  if (
    group === 'wins' &&
    is(/^(?:by|on)$/) &&
    /^(?:points|penalties|votes?|margin|default|runs|wickets|goals)$/.test(head)
  )
    return withOf(words, whole);
  if (group === 'votes') return is(/^(?:for|against)$/) ? withOf(words, whole) : null;
  if (group === 'pays' && is(WITH) && MONEY.test(head)) return withOf(words, whole);
  if (group === 'learns' && is(/^(?:from|through|via|on)$/)) return withOf(words, whole);
  return null;
}
