/** Whether a sentence says of somebody else what a question says of its own people: "Lund resigned", where it is asked why Reed did. */
import { type Entity, entityOf, type NameKind, nameAt, type Sentence } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { readClauses } from '../grammar/clauses.ts';
import { stateOf } from '../grammar/statement.ts';
import { type Matcher, SYNONYM } from '../question/likeness.ts';
import type { AnswerKind, AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';
import { isFamily } from './veto.ts';

/** Sentences that are read for whom they speak of. */
const READ = 12;

/** Places do not act: what begins in a town is no news of another. */
const AGENTS: ReadonlySet<NameKind> = new Set(['person', 'organisation']);

interface Premise {
  readonly verb: string;
  /** Terms of the names that do it, and of those to whom it is done. */
  readonly doer: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  /** "Why did Reed resign?": it takes for granted that he did. */
  readonly isPast: boolean;
}

/** Behind these it is only planned, or may be. */
const UNREAL =
  /^(?:threaten(?:s|ed|ing)?|threats?|vow(?:s|ed)?|plan(?:s|ned|ning)?|want(?:s|ed)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|refus(?:es?|ed|ing)|promis(?:es?|ed)|offer(?:s|ed)|fail(?:s|ed)|could|might|may|would|should|can|cannot|will|if)$/;
/** Words between "threatened" and "to close". */
const REACH = 3;

/** "Threatened to close the strait": nobody closed it. */
const isUnreal = (words: readonly TaggedWord[], verb: number): boolean =>
  words.slice(Math.max(0, verb - REACH), verb).some(({ lower }) => UNREAL.test(lower));

function namesIn(argument: Argument | null, words: readonly TaggedWord[]): Set<string> {
  // "UK workers" are not the UK.
  if (argument === null || words[argument.head]?.pos !== 'PROPN') return new Set();
  const own = words.slice(argument.first, argument.last);
  // "Lund's wife Siri" is not Lund.
  const isOwner = (at: number): boolean => /^['’]s?$/.test(own[at + 1]?.lower ?? '');
  return new Set(own.flatMap(({ term, pos }, at) => (pos === 'PROPN' && !isOwner(at) ? (term ?? []) : [])));
}

/** What a question takes for granted, where it names who does something or to whom it is done. */
function readPremise({ words, verb }: AskedQuestion): Premise | null {
  const state = stateOf(words);
  if (state === null || verb === null) return null;
  const clause = readClauses(state.words).find((one) => state.words[one.verb]?.term === verb);
  // "Which prize-winning mayor died?": no prize has won.
  if (clause === undefined || state.words[clause.verb - 1]?.lower === '-') return null;
  const [doer, done] = [namesIn(clause.doer, state.words), namesIn(clause.done, state.words)];
  const isPast = words.some(({ lower }) => lower === 'did') && !words.some(({ lower }) => UNREAL.test(lower));
  return doer.size + done.size === 0 ? null : { verb, doer, done, isPast };
}

/** A word of a name with all names of whom the article calls so. */
function namesLike(term: string | null | undefined, entities: readonly Entity[]): ReadonlySet<string> | null {
  if (typeof term !== 'string') return null;
  const names = entities.map(({ name }) => parseTerms(name)).filter((name) => name.includes(term));
  return new Set([term, ...names.flat()]);
}

/**
 * Who stands at the head of an argument, or beside it in apposition, with all names that the article has for him: "Ada" is Ada
 * Reed; null for no name.
 */
function bearerOf(
  ranked: RankedSentence,
  { head, first, apposed }: Argument,
  words: readonly TaggedWord[],
): ReadonlySet<string> | null {
  const { article, sentence } = ranked;
  const at = sentence.start + (words[head]?.start ?? 0);
  const name = nameAt(article, at);
  if (name === undefined && apposed !== undefined) return bearerOf(ranked, apposed, words);
  // A name at the head of a sentence may have been read as none.
  if (name === undefined)
    return words[head]?.pos === 'PROPN' ? namesLike(words[head]?.term, article.analysis.entities) : null;
  if (!AGENTS.has(name.kind)) return apposed === undefined ? null : bearerOf(ranked, apposed, words);
  const own = article.text.slice(sentence.start + (words[first]?.start ?? 0), name.end);
  return new Set(parseTerms(`${own} ${entityOf(article, name)?.name ?? ''}`));
}

const holdsAny = (terms: ReadonlySet<string> | null, wanted: ReadonlySet<string>): boolean =>
  terms !== null && [...wanted].some((term) => terms.has(term));

/** Kinds of questions that take it for granted that somebody did something, and ask more of it. */
const ASKS_MORE: ReadonlySet<AnswerKind> = new Set(['reason', 'manner', 'date', 'place']);
/** Verbs that articles need not have to say the same. */
const LIGHT: ReadonlySet<string> = new Set(
  parseTerms(
    'become begin start get go come make take give happen live work play plan want hold stand leave arrive step set put turn keep look',
  ),
);

type Of = 'same' | 'others' | 'nobody';

/** Of whom a sentence says what the question takes for granted. That it was the other way round tells whoever asks whether it was so. */
function ofWhom(
  premise: Premise,
  sentence: RankedSentence,
  words: readonly TaggedWord[],
  matcher: Matcher,
  asked: AnswerKind,
): Of {
  let found: Of = 'nobody';
  for (const clause of readClauses(words)) {
    const match = matcher.find(words[clause.verb]?.term ?? '');
    // What is only like the verb says something else.
    if (match?.term !== premise.verb || match.share < SYNONYM) continue;
    if (premise.isPast && ASKS_MORE.has(asked) && isUnreal(words, clause.verb)) {
      found = 'others';
      continue;
    }
    const bearers = (['doer', 'done'] as const).map((role) => {
      const argument = clause[role];
      return argument === null || argument.pronoun ? null : bearerOf(sentence, argument, words);
    });
    const [doer = null, done = null] = bearers;
    const isReversed = holdsAny(doer, premise.done) || holdsAny(done, premise.doer);
    const isOther =
      (premise.doer.size > 0 && doer !== null && !holdsAny(doer, premise.doer)) ||
      (premise.done.size > 0 && done !== null && !holdsAny(done, premise.done));
    if (!isOther || (isReversed && asked === 'yes-no')) return 'same';
    found = 'others';
  }
  return found;
}

/**
 * Of the best sentences that speak of what the question takes for granted, those that say it of others alone. `ranked` is best
 * first. Empty where the question names nobody who does anything.
 */
export function findOthers(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  tagger: Tagger,
  matcher: Matcher,
): { readonly others: ReadonlySet<Sentence>; readonly isSaid: boolean } {
  const premise = readPremise(question);
  const others = new Set<Sentence>();
  if (premise === null) return { others, isSaid: true };
  const { verb } = premise;
  const speaks = ({ terms }: RankedSentence): boolean =>
    terms.some((term) => {
      const match = matcher.find(term);
      return (match?.term === verb && match.share >= SYNONYM) || isFamily(verb, term);
    });
  const speaking = ranked.filter(speaks).slice(0, READ);
  for (const sentence of speaking)
    if (ofWhom(premise, sentence, tagger.tag(sentence.text), matcher, question.kind) === 'others')
      others.add(sentence.sentence);
  // Of who did what nobody speaks at all, neither when nor why is told.
  if (speaking.length === 0)
    return { others, isSaid: !ASKS_MORE.has(question.kind) || premise.doer.size === 0 || LIGHT.has(verb) };
  return { others, isSaid: others.size < speaking.length };
}
