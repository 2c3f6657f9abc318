/** "Who won the final?": whoever beat somebody, or to whom somebody lost. */
import { entityOf, type Name } from '../../article.ts';
import { parseTerms, termOf } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { type Clause, readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { TaggedWord } from '../words/tagging.ts';
import { type Fact, type FactsAsked, ifOne } from './fact.ts';

const WHO = /^who(?:['’]s| has| had| is)? (won|wins|winning|lost|loses|losing)\b(?! (?:his|her|their)\b)/i;
const WINS = /^(?:beat|beats|beaten|beating|defeat\w*|overcame|overcome|edged|thrashed|trounced|outpointed)$/;
const LOSES = /^(?:lost|loses|losing|lose)$/;
const AWARDS = new Set(parseTerms('best prize award medal oscar'));
/** The best sentences, in which it is looked for. */
const READ = 12;

type Side = 'winner' | 'loser';

/** The name of an argument: "captain Berit Holm", and not of what belongs to it. */
function nameOf(
  { article, sentence }: RankedSentence,
  argument: Argument | null,
  words: readonly TaggedWord[],
): Name | undefined {
  if (argument === null || argument.pronoun) return undefined;
  const own = words.slice(argument.first, argument.last);
  const of = own.findIndex(({ lower }) => lower === 'of');
  const [first, last] = [own[0], own[(of < 0 ? own.length : of) - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [sentence.start + first.start, sentence.start + last.end];
  const isOwner = (end: number): boolean => /^['’]/.test(article.text.slice(end, end + 1));
  return article.analysis.names.find(
    ({ start, end, kind }) => kind !== 'other' && from <= start && end <= to && !isOwner(end),
  );
}

/** What is won and lost, and not "her job", "power", "its chimney". */
const CONTEST =
  /^(?:final|semi-?final|match|game|race|round|bout|fight|contest|championship|tournament|cup|title|crown|series|play-?off|election|vote|primary|runoff|run-off|referendum|ballot|poll|nomination|seat|case|appeal|lawsuit|battle)$/;
/** What may be, or should, has not come. */
const MAY = /^(?:would|could|should|may|might|must|will|can|if)$/;
/** "Went on to beat", and not "appeared to beat", "good enough to beat". */
const DOES = /^(?:on|back|behind|down|managed|rallied|recovered|able)$/;

/** Whether somebody does win, or lose, there. */
function isDone(words: readonly TaggedWord[], verb: number): boolean {
  const lead = words.slice(Math.max(0, verb - 3), verb);
  if (isNegatedAt(words, verb) || lead.some(({ lower }) => MAY.test(lower))) return false;
  return lead.at(-1)?.lower !== 'to' || DOES.test(lead.at(-2)?.lower ?? '');
}

function sideOf(
  clause: Clause,
  side: Side,
  words: readonly TaggedWord[],
  asked: readonly string[],
): Argument | null {
  const verb = words[clause.verb]?.lower ?? '';
  if (!isDone(words, clause.verb)) return null;
  if (WINS.test(verb)) return side === 'winner' ? clause.doer : clause.done;
  if (!LOSES.test(verb)) return null;
  const lost = clause.done === null ? undefined : words[clause.done.head];
  if (lost !== undefined && !CONTEST.test(lost.lower) && !asked.includes(lost.term ?? '')) return null;
  return side === 'loser'
    ? clause.doer
    : (clause.added.find(({ preposition }) => preposition === 'to') ?? null);
}

/** Sentences at the opening, and before, that tell of which contest one speaks. */
const OPENING = 2;

/** Whether a sentence, those that tell what it is about and the headline hold all terms. */
function isOf({ article, place }: RankedSentence, terms: readonly string[]): boolean {
  const { title, text, analysis } = article;
  const read = analysis.sentences.filter((_, at) => at < OPENING || at === place - 1 || at === place);
  const held = new Set(
    parseTerms([title ?? '', ...read.map(({ start, end }) => text.slice(start, end))].join(' ')),
  );
  return terms.every((term) => held.has(term));
}

/** Whoever won or lost, one place for each sentence that says so. Empty for other questions, for prizes, and where reports name several. */
export function findWinners({
  question: { text, order, named },
  ranked,
  tagger,
}: FactsAsked): readonly Fact[] {
  const verb = WHO.exec(text)?.[1];
  if (verb === undefined) return [];
  const asked = order.filter((term) => term !== termOf(verb));
  if (asked.some((term) => AWARDS.has(term))) return [];
  const side: Side = /^l/i.test(verb) ? 'loser' : 'winner';
  const found = ranked.slice(0, READ).flatMap((sentence) => {
    if (!isOf(sentence, asked)) return [];
    const words = tagger.tag(sentence.text);
    return readClauses(words).flatMap((clause) => {
      const name = nameOf(sentence, sideOf(clause, side, words, asked), words);
      const entity = entityOf(sentence.article, name);
      if (name === undefined || entity === undefined) return [];
      const last = parseTerms(entity.name).at(-1) ?? '';
      return named.has(last) ? [] : [{ article: sentence.article, start: name.start, end: name.end }];
    });
  });
  return ifOne(found);
}
