/** Questions that leave out all but a word or a name: "Why?", "Who else?", "And China?", "No, the autumn budget." */
import { parseSentences } from '../../text/sentences.ts';
import type { Turn } from '../types.ts';
import { type Exchanging, exchange, exchangeLed } from './exchange.ts';
import { askOfAnswer } from './of-answer.ts';
import { exchangePeriod } from './periods.ts';
import { endOfWords, stemsOf } from './phrases.ts';

const OTHER =
  /^(?:and|but|or|so)?[\s,]*(?:what about|how about|and|(?:no|sorry|actually|well|wait|oops)?[\s,]*(?:i (?:just |actually )?mean[t]?|meant|i was asking about|rather)|(?:no|not that one),?(?=\s+the\b))\s+(?!(?:who|whom|whose|what|when|where|which|why|how)\b)(?<other>(?:\b(?:Mrs?|Ms|Dr)\.|[^?.!,])+)(?:,\s*not\b[^?.!]*)?[?.!]*$/i;
const ASKS =
  'why|how|how come|since when|when|where|who else|what else|by whom|with whom|which (?:ones?|of them)';
const WHICH =
  '(?:(?:for|by|at|in|on|from|since|until) )?(?:what|which) (?:time|day|date|year|month|town|city|country|channel)';
/** "When was that?" asks of all that was asked before, "How long was it?" only of a thing. */
const HOW = '(?:for |by )?how (?:many|much|long|often|far)';
const BARE = new RegExp(
  `^(?:and |but |so |ok |okay )*(?<asks>(?:${ASKS}|${WHICH})(?=(?: not| so| (?:did|was|will) (?:that|this|it)(?: be| happen| take place)?)?[?!.]*$)|${HOW}(?=[?!.]*$))`,
  'i',
);
/** What such a question was understood as: "When: who resigned". */
const ASKED_OF =
  /^(?:why|how|how come|since when|when|where|by whom|with whom|(?:\w+ )?(?:how (?:many|much|long|often|far)|(?:what|which) \w+)): /i;
const AUXILIARY =
  /^(?:(?:is|are|was|were|do|does|did|has|have|had|could|would|should)(?:n't)?|can(?:'t)?|will|won't)(?!\p{L})/u;
const HOW_MANY = /^how many (?<whom>\p{L}+)\b/iu;
/** "And how many in Ostry?" */
const COUNTED_IN =
  /^(?:and |but |so )?(?<counts>how (?:many|much)) (?<led>(?:in|at|from|on|outside|inside) [^?.!]{2,40}?)[?.!]*$/i;
const IN_ALL = / (?:worldwide|globally|in all|in total|overall|altogether|nationwide)(?=$| )/i;
/** What may have become of people. */
const HARMED =
  /^(?:missing|injured|wounded|hurt|dead|killed|arrested|detained|rescued|displaced|homeless|evacuated)$/i;
/** Words of what takes another's place. */
const LONGEST = 5;

/** The last sentence that is a question: "I see. Did X agree?" without what is said before it. */
function askedOf(text: string): string {
  const asked = parseSentences(text).findLast(({ start, end }) =>
    text.slice(start, end).trim().endsWith('?'),
  );
  return asked === undefined ? text : text.slice(asked.start, asked.end);
}

/** "Did X agree?" as what "Why?" asks about: "did X agree". */
function clauseOf(question: string): string {
  const clause = question
    .slice(0, endOfWords(question))
    .trimStart()
    .replace(/^(?:and|but|so) /i, '');
  return clause.charAt(0).toLowerCase() + clause.slice(1);
}

/** "was" of "was she there" as "wasn't". */
function negated(clause: string): string {
  return clause
    .replace(/^(is|are|was|were|do|does|did|has|have|had|could|would|should)\b/, "$1n't")
    .replace(/^will\b/, "won't")
    .replace(/^can\b/, "can't");
}

function askAgain(asks: string, before: string, isNot: boolean): string {
  const asked = clauseOf(before.replace(ASKED_OF, ''));
  const clause = isNot ? negated(asked) : asked;
  // "Who else?" asks the same once more; "Why?" asks about what was asked whether it is so.
  if (/else$/i.test(asks)) {
    const again = /^(?:which|what) (?!is|are|was|were|did|does|do|has|have|had|will|can|could)\p{L}/iu.test(
      clause,
    )
      ? clause.replace(/^\w+/, 'which other')
      : clause.replace(/^(?:who|what)\b/i, asks);
    return `${again.charAt(0).toUpperCase()}${again.slice(1)}?`;
  }
  // "Which ones?" behind "Did any ministers resign?", "How many ministers resigned?": which ministers.
  if (/^which (?:ones?|of them)$/i.test(asks)) {
    const those =
      /^how many (?<those>.+)$/i.exec(clause)?.groups?.['those'] ??
      /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) (?:there )?any (?<those>.+)$/i.exec(
        clause,
      )?.groups?.['those'];
    return those === undefined ? `${asks}: ${clause}?` : `Which ${those}?`;
  }
  // "When?" behind "Where will they meet?": when they will.
  const rest = /^(?:where|when|why|how) (?<rest>.+)$/i.exec(clause)?.groups?.['rest'];
  if (rest !== undefined && AUXILIARY.test(rest)) return `${asks} ${isNot ? negated(rest) : rest}?`;
  return AUXILIARY.test(clause) ? `${asks} ${clause}?` : `${asks}: ${clause}?`;
}

/** "Where did he do it?": what he did stands in the question before. */
const DO_IT =
  /^(?:and |but |so )?(?<asks>why|when|where|how) did (?:he|she|they) (?:do|say) (?:it|that|this|so)[?!.]*$/i;
/** Whether a question says what somebody did or does: "Did Lund resign", "When did Lund resign", and not "What did Lund say". */
const tellsDeed = (clause: string): boolean =>
  AUXILIARY.test(clause.replace(/^(?:where|when|why|how) /i, '').toLowerCase());

/** Whether the question takes the rest from the question before. */
export function isElliptic(question: string): boolean {
  return BARE.test(question) || OTHER.test(question) || DO_IT.test(question) || COUNTED_IN.test(question);
}

const HAPPENED =
  /^(?:and |but |so )?(?<asks>(?:when|where) (?:(?:did|will) (?:it|this|that) (?:happen|take place)|was it))[?!.]*$/i;
/** Whether a question says what happened: "Who resigned?" does, "Who is behind it?" does not. */
function tellsEvent(question: string): boolean {
  const stems = new Set(question.split(/\s+/).flatMap(stemsOf)).size;
  return stems > 1 || (stems === 1 && !/\b(?:it|this|that)\b/i.test(question));
}

/**
 * "When did it happen?" with the headline of all that the talk is about, where that is all that was said, or the question before tells
 * of no event; undefined for other questions.
 */
export function askOfAll(question: string, before: string, headline: string): string | undefined {
  const asks = HAPPENED.exec(question)?.groups?.['asks'];
  return asks === undefined || (before !== headline && tellsEvent(before))
    ? undefined
    : `${asks.charAt(0).toUpperCase()}${asks.slice(1)}: ${headline}?`;
}

/** "And before that?", "and to him?": what they mean is looked for as for any pronoun. */
const POINTS = /\b(?:him|her|it|them|that|this|those|these|then|there)$/i;
const CORRECTS = /^(?:no|not|sorry)\b|\bmeant?\b/i;

/** What was counted before, counted in another place. */
function countIn(
  before: string,
  counts: string,
  led: string,
  { tagger }: Pick<Exchanging, 'tagger'>,
): string | undefined {
  if (!before.toLowerCase().startsWith(`${counts.toLowerCase()} `) || POINTS.test(led)) return undefined;
  const all = before.slice(0, endOfWords(before)).replace(IN_ALL, '');
  return exchangePeriod(all, led) ?? exchangeLed(`${all}?`, led, tagger) ?? `${all} ${led}?`;
}

/** The question with what it leaves out of the turn before, or undefined where that cannot be told. */
export function completeEllipsis(
  question: string,
  said: Turn,
  by: Omit<Exchanging, 'corrects'>,
): string | undefined {
  const before = askedOf(said.question);
  const clause = clauseOf(before.replace(ASKED_OF, ''));
  const doing = DO_IT.exec(question)?.groups?.['asks'];
  const bare =
    BARE.exec(question)?.groups?.['asks'] ??
    (tellsDeed(clause) || /^who\b/i.test(clause) ? doing : undefined);
  if (bare !== undefined) {
    const asks = bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase();
    const isNot = /^\W*(?:and |but |so )?why not\b/i.test(question);
    const of =
      /^(?:why|when|where|how)$/i.test(asks) && !isNot
        ? askOfAnswer(asks.toLowerCase(), clause, said.answer ?? '', by.tagger)
        : undefined;
    if (of === undefined && doing !== undefined && !tellsDeed(clause)) return undefined;
    return of === undefined ? askAgain(asks, before, isNot) : `${of.charAt(0).toUpperCase()}${of.slice(1)}?`;
  }
  const counted = COUNTED_IN.exec(question)?.groups;
  if (counted !== undefined) return countIn(before, counted['counts'] ?? '', counted['led'] ?? '', by);
  const other = OTHER.exec(question)?.groups?.['other']?.trim();
  // "And missing?" behind "How many people died?"
  const whom = HOW_MANY.exec(before)?.groups?.['whom'];
  if (whom !== undefined && HARMED.test(other ?? ''))
    return `How many ${HARMED.test(whom) || /^(?:died|were|are|have)$/i.test(whom) ? 'people' : whom} were ${other}?`;
  if (other === undefined || other.split(/\s+/).length > LONGEST || POINTS.test(other)) return undefined;
  // "And how are they doing?" is a question of its own, "And Will Reed?" is none.
  if (by.tagger.tag(other).some(({ pos, word }) => pos === 'AUX' && /^\p{Ll}/u.test(word))) return undefined;
  // "And in Ostry?": the name takes the other's place, and the word before it is there already, or both are added.
  const name = other.replace(/^(?:in|at|of|for|from|with)\s+(?=(?:the\s)?\p{Lu})/u, '');
  const isLed = name === other && /^(?:in|at|on|of|for|from|with|by|to|about|against)\s/i.test(other);
  const led = exchangePeriod(before, other) ?? exchangeLed(before, other, by.tagger);
  if (led !== undefined || isLed) return led;
  const corrects = CORRECTS.test(question);
  return (
    exchange(before, name, { ...by, corrects }) ??
    (name === other ? undefined : `${before.slice(0, endOfWords(before))} ${other}?`)
  );
}
