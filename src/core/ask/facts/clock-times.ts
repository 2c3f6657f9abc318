/** "What time did the slide hit?": the time of the day in the sentence that tells of it. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { Tagger } from '../words/tagging.ts';
import { findGiven, type Given, matterOf } from './matters.ts';
import { type AskedSubject, isSameSubject, readSubject } from './same-subject.ts';
import { tagNames } from './tag-names.ts';
import type { FoundRole } from './who.ts';

const ASKS =
  /^(?:and |so )?(?:at |around |about )?what time (?:did|was|were|is|does|do|will|had|has) (?<what>[^?]{2,120}?)[?.!\s]*$/iu;
/** What all events do: then the sentence has to say that of it, and what it is may stand before. */
const HAPPENS = / (?:exactly )?(?:happen|occur|take place)$/i;
const HAPPENED =
  /\b(?:happen(?:ed|s)|occur(?:red|s)|took place|takes place)(?: (?!(?:and|but|when|while|after|before|as|who|which)\b)[^\s;:]{1,25}){0,15} $/i;
/** Characters before a time in which it is said. */
const BEFORE = 200;
/** Events that are called one another. */
const EVENTS: readonly (readonly string[])[] = [
  'crash smash collision accident pile-up wreck incident',
  'blast explosion bombing incident',
  'fire blaze inferno incident',
  'shooting attack assault stabbing incident',
  'quake earthquake tremor temblor',
  'robbery raid heist theft incident',
].map(parseTerms);

const CLOCK = String.raw`(?:\d{1,2}[:.][0-5]\d(?: ?(?:[ap]\.m\.|[ap]m\b|hrs\b))?|\d{1,2} ?(?:[ap]\.m\.|[ap]m\b)|noon\b|midnight\b|midday\b)`;
/** "just after 07:30", "at around 4:20 am"; no lap time, price or score. */
const TIME = new RegExp(
  String.raw`\b(?:at|after|before|around|about) (?:about |around |approximately |nearly |exactly |just (?:after|before) |shortly (?:after|before) )?(?<time>${CLOCK})(?![:.,]?\d|%| ?per ?cent| ?(?:million|billion|seconds?|points?|metres?|meters?|miles?)\b)`,
  'giu',
);
/** When the report appeared says nothing of when it happened. */
const PUBLISHED = /\b(?:published|updated|posted|last modified)\b/i;

/** The subject and the verb of "did Lund arrive", "was Lund arrested"; null where they cannot be told. */
interface Deed {
  readonly subject: AskedSubject;
  readonly verb: string;
}

function readDeed(what: string, tagger: Tagger): Deed | null {
  const words = tagger.tag(what);
  const at = words.findIndex(({ pos }, place) => place > 0 && pos === 'VERB');
  const subject = at < 0 ? null : readSubject(words.slice(0, at));
  const verb = words[at]?.term ?? null;
  return subject === null || verb === null ? null : { subject, verb };
}

/** Whether a sentence says the verb of the subject, and the time behind it, or at its opening: no other clause stands between. */
function isOf(view: SentenceView, at: number, { subject, verb }: Deed, tagger: Tagger): boolean {
  const words = tagNames(view, tagger);
  const place = words.findIndex(({ end }) => end > at);
  return readClauses(words).some((clause) => {
    if (words[clause.verb]?.term !== verb || isNegatedAt(words, clause.verb)) return false;
    const isIts = [clause.doer, clause.done].some((argument) =>
      isSameSubject(view, words, argument, subject),
    );
    const between = words.slice(Math.min(place, clause.verb) + 1, Math.max(place, clause.verb));
    return isIts && !between.some(({ lower }) => OTHER_CLAUSE.test(lower));
  });
}
const OTHER_CLAUSE = /^(?:before|after|when|while|as|until|because|who|which|that|where|but)$/;

function timesIn(view: SentenceView, happens: boolean, deed: Deed | null, tagger: Tagger): Given[] {
  const { text } = view;
  if (PUBLISHED.test(text)) return [];
  return [...text.matchAll(TIME)].flatMap(({ 0: all, index, groups }): Given[] => {
    const end = index + all.length;
    if (happens && !HAPPENED.test(text.slice(Math.max(0, index - BEFORE), index).replace(/ just $/, ' ')))
      return [];
    if (deed !== null && !isOf(view, index, deed, tagger)) return [];
    return [{ start: end - (groups?.['time']?.length ?? 0), end, within: { start: 0, end: text.length } }];
  });
}

/** The places of the one time that the articles give. Empty for other questions, and where there are several. */
export function findClockTimes(
  question: string,
  articles: readonly ReadArticle[],
  tagger: Tagger,
): FoundRole[] {
  const what = ASKS.exec(question)?.groups?.['what'];
  if (what === undefined) return [];
  const happens = HAPPENS.test(` ${what}`);
  const matter = matterOf(what.replace(HAPPENS, ''));
  const deed = happens ? null : readDeed(what, tagger);
  const isAlike = (term: string, held: ReadonlySet<string>): boolean =>
    EVENTS.some((events) => events.includes(term) && events.some((other) => held.has(other)));
  return findGiven(
    articles,
    { ...matter, nearby: happens },
    (view) => timesIn(view, happens, deed, tagger),
    (term, held) => held.has(term) || (happens && isAlike(term, held)),
  );
}
