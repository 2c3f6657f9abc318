/** "Who resigned?": whose resignation the articles speak of, where no sentence says that he resigned. */
import type { ReadArticle } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import type { FoundRole } from './who.ts';

/** "Who resigned from the board?", "Who was appointed?" */
const DID =
  /^(?:so |and )?who(?: has| have| had)? (?<was>(?:is|was|were|got|been|being) )?(?:just |also )?(?<verb>\p{L}+)(?<rest>(?: (?:at|from|as|in|by|to|on|over|of|after) [^?]{2,60})?)[?.!\s]*$/iu;

/** Nouns for what somebody does. */
const DONE_BY: ReadonlyMap<string, string> = new Map([
  ['resigned', 'resignation'],
  ['quit', 'resignation'],
  ['retired', 'retirement'],
  ['departed', 'departure'],
  ['left', 'departure'],
  ['died', 'death'],
  ['defected', 'defection'],
  ['abdicated', 'abdication'],
  ['confessed', 'confession'],
  ['apologised', 'apology'],
  ['apologized', 'apology'],
]);
/** Nouns for what is done to somebody. */
const DONE_TO: ReadonlyMap<string, string> = new Map([
  ['appointed', 'appointment'],
  ['arrested', 'arrest'],
  ['detained', 'detention'],
  ['killed', 'killing'],
  ['murdered', 'murder'],
  ['assassinated', 'assassination'],
  ['elected', 'election'],
  ['nominated', 'nomination'],
  ['dismissed', 'dismissal'],
  ['sacked', 'dismissal'],
  ['fired', 'dismissal'],
  ['ousted', 'ouster'],
  ['removed', 'removal'],
  ['convicted', 'conviction'],
  ['released', 'release'],
  ['freed', 'release'],
  ['kidnapped', 'kidnapping'],
  ['abducted', 'abduction'],
  ['extradited', 'extradition'],
  ['deported', 'deportation'],
  ['executed', 'execution'],
  ['promoted', 'promotion'],
]);

/** What was not, or is only asked for. */
const UNREAL =
  /\b(?:call(?:s|ed|ing)? for|demand\w*|urg\w+|possible|if|rumou?r\w*|den(?:y|ies|ied)|no|without|reject\w*|previous|former)\b[^,;.]{0,40}$/i;
/** Between a name and the noun: "Lund's sudden ", and before a name: "the sudden resignation on Monday of the mayor, ". */
const OWNS = /^['’]s? (?:[\p{Ll}-]+ ){0,2}$/u;
const OF = /^(?: (?:on|in|last|this) [\p{L}\d ]{2,20}?)? of (?:[\p{Ll}’'-]+,? ){0,6}$/u;
/** "The death of Lund's wife" is hers. */
const OWNER = /^['’]/;

interface Named extends FoundRole {
  /** The surname, as far as it is known. */
  readonly who: string;
}

function namedIn({ article, sentence, text, names }: SentenceView, noun: string): Named[] {
  const people = names.filter(({ kind }) => kind === 'person');
  return [...text.matchAll(new RegExp(`\\b${noun}\\b`, 'gi'))].flatMap(({ index }): Named[] => {
    if (UNREAL.test(text.slice(0, index))) return [];
    const at = sentence.start + index;
    const said =
      people.find(({ end }) => end <= at && OWNS.test(article.text.slice(end, at))) ??
      people.find(
        ({ start, end }) =>
          start >= at &&
          OF.test(article.text.slice(at + noun.length, start)) &&
          !OWNER.test(article.text.slice(end)),
      );
    if (said === undefined) return [];
    const { start, end, entity } = said;
    const name = article.analysis.entities[entity ?? -1]?.name ?? article.text.slice(start, end);
    return [{ article, role: { start, end }, who: nameTerms(name).at(-1) ?? name }];
  });
}

/** Whoever did it, or to whom it was done, by the noun for it. Empty for other questions, where a sentence has the verb, and of several people. */
export function findNamedDeeds(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const { was, verb = '', rest = '' } = DID.exec(question)?.groups ?? {};
  const noun = (was === undefined ? DONE_BY : DONE_TO).get(verb.toLowerCase());
  if (noun === undefined) return [];
  const wanted = parseTerms(rest);
  const views = viewSentences(articles).flat();
  const itself = new RegExp(`\\b(?:${verb}|${OTHERS.get(noun) ?? verb})\\b`, 'i');
  if (views.some(({ text }) => itself.test(text))) return [];
  const found = views
    .filter(({ article, terms }) => {
      const said = new Set([...terms, ...parseTerms(article.title ?? '')]);
      return wanted.every((term) => said.has(term));
    })
    .flatMap((view) => namedIn(view, noun));
  return new Set(found.map(({ who }) => who)).size === 1 ? found : [];
}

/** Verbs that say the same as the noun. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['resignation', 'resigned|resigns|quit|quits|stepped down|steps down|stepping down'],
  ['appointment', 'appointed|named|picked'],
  ['arrest', 'arrested|detained'],
  ['death', 'died|dies|killed'],
  ['killing', 'killed|shot dead'],
  ['murder', 'murdered|killed'],
  ['dismissal', 'dismissed|sacked|fired|ousted'],
  ['release', 'released|freed'],
  ['departure', 'left|departed'],
]);
