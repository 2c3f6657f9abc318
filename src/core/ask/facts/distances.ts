/** "How far is the village from Velmar?": the distance that stands before the name of the place. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { Tagger } from '../words/tagging.ts';
import { DISTANCE } from './amounts.ts';
import { findGiven, type Given, type Matter, matterOf } from './matters.ts';
import type { FoundRole } from './who.ts';

/** "How far is the village from Velmar?" */
const FROM_BEHIND =
  /^(?:about |roughly )?how far (?:away )?(?:is|was|are|were|does|did) (?<what>[^?]{2,80}?) (?:away )?from (?:the )?(?<place>[^?]{2,60}?)[?.!\s]*$/iu;
/** "How far from Velmar was it?" */
const FROM_BEFORE =
  /^(?:about |roughly )?how far (?:away )?from (?:the )?(?<place>[^?]{2,60}?) (?:is|was|are|were|does|did) (?<what>[^?]{2,80}?)[?.!\s]*$/iu;
/** "650 km from Velmar", "a mile and a half (2 km) south-west of the harbour" */
const AWAY = new RegExp(
  String.raw`(?<distance>${DISTANCE})(?: \([^()]{1,25}\))?(?: away)?(?: from|(?: (?:to the )?(?:north|south|east|west|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|off|outside|inland)) (?:of|from)) (?:the )?(?:(?:city|town|village|coast|capital|centre|center) of )?(?<place>[^\s,.;:]{1,30}(?: \p{Lu}[^\s,.;:]{0,30}){0,3})`,
  'gu',
);
/** Where a place lies; what else is done is done there by somebody. */
const LIES = /^(?:is|was|are|were|lies|lay|lie|sits|sat|stands|stood|located|situated|based|called|known)$/;
/** What happened there says nothing of where it was. */
const HAPPENS = /\b(?:happen|occur|take place|it|this|that)\b/gi;

/** Whether a place that is asked for by name is itself so far away: what happened so far from Velmar did not happen in Ostry. */
function isOfPlace({ text }: SentenceView, at: number, { names }: Matter, tagger: Tagger): boolean {
  const words = tagger.tag(text).filter(({ end }) => end <= at);
  const named = words.findLastIndex(({ word }) => parseTerms(word).some((term) => names.has(term)));
  if (named < 0) return true;
  return words.slice(named).every(({ pos, lower }) => pos !== 'VERB' || LIES.test(lower));
}

function distancesIn(view: SentenceView, place: readonly string[], matter: Matter, tagger: Tagger): Given[] {
  const { text } = view;
  return [...text.matchAll(AWAY)].flatMap(({ index, groups }): Given[] => {
    const named = new Set(parseTerms(groups?.['place'] ?? ''));
    if (!place.every((term) => named.has(term)) || !isOfPlace(view, index, matter, tagger)) return [];
    const end = index + (groups?.['distance']?.length ?? 0);
    return [{ start: index, end, within: { start: 0, end: text.length } }];
  });
}

/** The places of the one distance that the articles give. Empty for other questions, and where there are several. */
export function findDistances(
  question: string,
  articles: readonly ReadArticle[],
  tagger: Tagger,
): FoundRole[] {
  const groups = (FROM_BEHIND.exec(question) ?? FROM_BEFORE.exec(question))?.groups;
  const place = parseTerms(groups?.['place'] ?? '');
  if (groups === undefined || place.length === 0) return [];
  const matter = matterOf((groups['what'] ?? '').replace(HAPPENS, ''));
  return findGiven(articles, matter, (view) => distancesIn(view, place, matter, tagger));
}
