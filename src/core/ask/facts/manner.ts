/** "How did Lund travel?", "How did the thieves get in?": the means that a sentence adds to the same verb of the same subject. */
import type { ReadArticle } from '../../article.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import type { TaggedWord, Tagger } from '../words/tagging.ts';
import { type Deed, deedOf, meansAt } from './means.ts';
import { type AskedSubject, isSameSubject, readSubject } from './same-subject.ts';
import { spanOfWords, tagNames } from './tag-names.ts';
import type { FoundRole } from './who.ts';

const AUXILIARY = /^(?:did|does|do|has|have|had|is|are|was|were|will|would|did|'s|’s)$/;
/** What may happen tells nothing of what did. */
const UNSURE =
  /^(?:can|could|would|may|might|must|should|will|if|whether|plan|plans|planned|expected|hopes?|hoped|likely|wants?|wanted)$/;
/** "Seeks to escape" is not "managed to escape". */
const isAimedAt = (lead: readonly TaggedWord[]): boolean =>
  lead.at(-1)?.lower === 'to' && !/^(?:manag|had|ha|abl|us)/.test(lead.at(-2)?.lower ?? '');
/** Sentences that are read. */
const READ = 40;

interface Asked {
  readonly deed: Deed;
  readonly subject: AskedSubject;
  readonly passive: boolean;
  /** It is asked how something will be done. */
  readonly future: boolean;
  /** What else the sentence has to speak of: where to, what of. */
  readonly rest: readonly string[];
}

const isVerb = ({ pos }: TaggedWord): boolean => pos === 'VERB';

/** "How did Lund travel to Ostry?" in its parts; null for other questions. */
function readAsked({ words }: AskedQuestion): Asked | null {
  const asking = findAsking(words);
  const auxiliary = words[asking + 1];
  if (words[asking]?.lower !== 'how' || !AUXILIARY.test(auxiliary?.lower ?? '')) return null;
  const verb = words.findIndex((word, at) => at > asking + 2 && isVerb(word));
  const deed = deedOf(words, verb);
  const subject = readSubject(words.slice(asking + 2, verb));
  if (deed === null || subject === null) return null;
  const rest = words
    .slice(verb + 1)
    .flatMap(({ term, pos }) => (term === null || /^(?:ADV|PUNCT)$/.test(pos) ? [] : [term]));
  // "How did Lund say that he escaped?"
  if (words.slice(verb + 1).some(isVerb)) return null;
  const passive =
    /^(?:is|are|was|were)$/.test(auxiliary?.lower ?? '') && !/ing$/.test(words[verb]?.lower ?? '');
  return { deed, subject, passive, future: /^(?:will|would)$/.test(auxiliary?.lower ?? ''), rest };
}

const isQuestion = (text: string): boolean => /\?["”’']?\s*$/.test(text);

function findIn(view: SentenceView, asked: Asked, tagger: Tagger): FoundRole[] {
  const words = tagNames(view, tagger);
  return readClauses(words).flatMap(({ verb, passive, doer, done }): FoundRole[] => {
    const deed = deedOf(words, verb);
    if (deed === null || deed.group !== asked.deed.group || isNegatedAt(words, verb)) return [];
    const lead = words.slice(Math.max(0, verb - 6), verb);
    if (!asked.future && isAimedAt(lead)) return [];
    if (!asked.future && lead.some(({ lower }) => UNSURE.test(lower))) return [];
    // Whoever is killed dies.
    const isDone = asked.passive || (deed.term === 'kill' && asked.deed.term === 'die');
    if (passive !== (isDone && deed.term !== 'die')) return [];
    if (!isSameSubject(view, words, passive ? done : doer, asked.subject)) return [];
    for (let at = verb + 1; at < words.length; at++) {
      const word = words[at];
      if (word === undefined || endsClause(words, at)) break;
      const means = meansAt(words, at, { group: asked.deed.group, passive });
      if (means !== null) return [{ article: view.article, role: spanOfWords(view, words, means) }];
    }
    return [];
  });
}

/** Another verb begins here, or another clause: what stands behind it is added to that. */
function endsClause(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (
    word === undefined ||
    /^(?:[;:!?.()]|--|—|–|which|who|that|likely|possibly|perhaps|probably|apparently|reportedly|before|because|while|but|to)$/.test(
      word.lower,
    )
  )
    return word?.lower === 'to' ? words[at + 1]?.pos === 'VERB' : true;
  if (word.pos !== 'VERB' && word.pos !== 'AUX') return false;
  return words[at - 1]?.lower !== 'by' && word.lower !== 'using';
}

/** The means, for each sentence that tells it. Empty for other questions. */
export function findManner(
  question: AskedQuestion,
  articles: readonly ReadArticle[],
  tagger: Tagger,
): FoundRole[] {
  const asked = question.kind === 'manner' ? readAsked(question) : null;
  if (asked === null) return [];
  const told = viewSentences(articles).flatMap((views) =>
    views.filter(({ text, terms }) => {
      const held = new Set(terms);
      return !isQuestion(text) && asked.rest.every((term) => held.has(term));
    }),
  );
  return told.slice(0, READ).flatMap((view) => findIn(view, asked, tagger));
}
