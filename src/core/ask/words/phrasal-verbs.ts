/** Verbs of two words and the one word that means the same: whoever stepped down has resigned. Neither word alone tells. */
import { parseWords, termOf } from '../../search/query.ts';

/** As news writes them; those that mean several things ("take off", "make up", "go off") are left out. */
const PHRASAL = `step down: resign, stand down: resign, call off: cancel, put off: postpone, push back: postpone, hold up: delay,
  hand over: deliver, lay off: dismiss, set up: found, shut down: close, close down: close, take over: succeed, turn down: reject,
  throw out: reject, rule out: exclude, carry out: conduct, go up: rise, go down: fall, come down: fall, blow up: explode,
  set off: trigger, bring about: cause, find out: discover, give up: surrender, pull out: withdraw, back out: withdraw,
  drop out: withdraw, hand out: distribute, give away: donate, pay out: pay, look into: investigate, put forward: propose,
  cut down: reduce, cut back: reduce, scale back: reduce, step up: increase, speed up: accelerate, slow down: slow, break down: fail,
  fall through: fail, fall apart: collapse, break up: separate, split up: separate, get away: escape, run away: flee, pass away: die,
  take part: participate, take place: happen, come back: return, go back: return, send back: return, give back: return,
  hand back: return, bring back: restore, burn down: burn, knock down: demolish, tear down: demolish, pull down: demolish,
  team up: cooperate, sign up: register, kick off: begin, start off: begin, wrap up: end, bring in: introduce, phase out: end,
  roll out: launch, work out: solve, figure out: solve, sort out: solve, own up: admit, back up: support,
  beat out: defeat, knock out: defeat, see off: defeat, carry on: continue, keep on: continue, go ahead: proceed, call on: urge,
  call for: demand, play down: minimise, leave out: omit, buy out: buy, snap up: buy, sell off: sell, use up: exhaust, show up: appear,
  turn up: appear, cover up: conceal, bring up: raise, look for: seek, search for: seek, wipe out: destroy, shoot down: shoot,
  track down: find, come across: find, break out: erupt, die out: vanish, head up: lead, sum up: summarise, lock up: imprison,
  spell out: explain, stick to: keep, swear in: inaugurate, vote out: oust, kick out: expel, let down: disappoint`;

/** By the term of the verb and the word behind it. */
const MEANINGS = new Map(
  PHRASAL.split(/,\s+/).map((entry): [string, string] => {
    const [verb = '', particle = '', meaning = ''] = entry.split(/:? /);
    return [`${termOf(verb)} ${particle}`, termOf(meaning) ?? meaning];
  }),
);
const VERBS = new Set([...MEANINGS.keys()].map((key) => key.slice(0, key.indexOf(' '))));
/** What is called otherwise in news than in the questions about it. */
const CALLED = new Map([['GOP', termOf('Republican')]]);
const BETWEEN = /^(?:it|them|him|her|this|that|you|us)$/i;

/** The term of a word in a text, which for a verb may lie in the word behind it, or behind "it": null for a stop word. */
export function meaningOf(
  word: string,
  next: string | undefined,
  afterNext: string | undefined,
): string | null {
  const term = CALLED.get(word) ?? termOf(word);
  if (term === null || next === undefined || !VERBS.has(term)) return term;
  const particle = BETWEEN.test(next) ? afterNext : next;
  return MEANINGS.get(`${term} ${particle?.toLowerCase()}`) ?? term;
}

/** Terms of a text in order, as parseTerms gives them, with what verbs of two words mean. */
export function parseMeanings(text: string): string[] {
  const words = parseWords(text);
  const terms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const term = meaningOf(words[at] ?? '', words[at + 1], words[at + 2]);
    if (term !== null) terms.push(term);
  }
  return terms;
}
