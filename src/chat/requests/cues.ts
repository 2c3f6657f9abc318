/** What a message asks for by its words alone, where no pattern knows how it is put: "can I see where that came from", "in numbers?" */
import { STOP_WORDS } from '../../core/search/query.ts';
import type { BriefCommand, BriefPart } from '../command.ts';
import { withoutAsking } from './without-asking.ts';

/** Words that stand for a part of a brief; several may be asked for at once. */
const PARTS: readonly (readonly [BriefPart, RegExp])[] = [
  ['timeline', /^(?:timelines?|chronolog\w+|dates?|background|context|backstory|sequence)$/],
  ['quotes', /^(?:quotes?|quoted|quotations?|reactions?|soundbites?|saying)$/],
  ['sources', /^(?:sources?|links?|urls?|citations?|articles?|papers|outlets|came|comes|oldest|newest)$/],
  ['figures', /^(?:figures?|numbers?|stats|statistics)$/],
  ['people', /^(?:people|players?|names|involved|protagonists?)$/],
  [
    'compare',
    /^(?:differ|differs|differences?|disagree\w*|contradict\w*|discrepan\w+|compar\w+|agree|reliable|trustworthy|confirmed|verified|disputed|contested)$/,
  ],
  ['unknown', /^(?:unknowns?|unclear|uncertain|unresolved|unanswered|gaps?|missing)$/],
];
/** Beside a part these only say how it is wanted. */
const LENGTHS: readonly (readonly [NonNullable<BriefCommand['length']> | 'news', RegExp])[] = [
  ['headline', /^(?:sentence|line|headline|nutshell|shorter)$/],
  [
    'short',
    /^(?:short|brief\w*|bullets?|points?|summar\w+|recap|gist|important|essentials?|highlights?|takeaways?|key|main|basics|overview)$/,
  ],
  ['full', /^(?:longer|detail\w*|expand|elaborate|everything|depth|full\w*)$/],
  ['news', /^(?:new|news|latest|changed|changes|updates?|updated|developments?|happening|happened)$/],
];
/** What the articles may tell of, too: "what did they agree?" is asked of them first. */
const OPEN =
  /^(?:(?:dis)?agree\w*|differ\w*|contradict\w*|compar\w+|confirmed|verified|disputed|contested|saying|missing|people|names|involved|dates?|line|points?|new|important|happen\w*|changed|changes|updated|numbers?|papers)$/;
/** What says nothing of what is wanted, beside words of grammar. */
const FILLING =
  /^(?:give|show|tell|get|got|see|make|need|want|put|read|send|list|pull|bring|help|let|know|find|look|use|take|have|going|place|stuff|add|based|guys|everyone|everybody|thing|things|something|anything|bits?|version|story|stories|brief|thread|one|two|three|four|five|few|several|here|now|today|again|ok|okay|yes|yeah|hi|hey|hello|please|pls|thanks|still|yet|far|bot|briefwire|quick|quickly|little|lot|good|best|top|whole|other|others|far|morning|yesterday|week|since|i['’]?m|i['’]d|that['’]s|it['’]s|let['’]s)$/;
/** What is not wanted, and what must be counted or told by a sentence. */
const ASKING =
  /\b(?:not|no|none|without|drop|except|never|before|after|why|many|much|old|long|if|whether)\b|n['’]t\b/i;
const QUESTION =
  /^(?:who|whom|whose|what|when|where|which|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|any)\b/i;
/** "The strike: numbers, quotes": what is wanted is set off from what it is of. */
const TITLED = /^[^:]{3,50}(?::| [–—-]) /;
/** Who says more tells something. */
const LONGEST = 120;
/** Who wants more parts wants the brief. */
const FEW = 2;

export interface Cued {
  /** What is wanted, without what it is of. */
  readonly wanted: readonly Pick<BriefCommand, 'part' | 'length'>[];
  /** Whether a sentence of the articles may be asked for all the same. */
  readonly isOpen: boolean;
  /** The other words; '' where there are none. */
  readonly of: string;
}

/** Undefined where nothing that a brief has is named. */
export function readCues(said: string): Cued | undefined {
  if (said.length > LONGEST || ASKING.test(said)) return undefined;
  const words = withoutAsking(said).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const plain = words.map((word) => ({ word, lower: word.toLowerCase().replace(/['’]s$/, '') }));
  const find = <Kind>(cues: readonly (readonly [Kind, RegExp])[]): Kind[] =>
    cues.filter(([, cue]) => plain.some(({ lower }) => cue.test(lower))).map(([kind]) => kind);
  const parts = find(PARTS);
  const [length, ...lengths] = find(LENGTHS);
  const isCue = (lower: string) => [...PARTS, ...LENGTHS].some(([, cue]) => cue.test(lower));
  const of = plain
    .filter(({ lower }) => !isCue(lower) && !STOP_WORDS.has(lower) && !FILLING.test(lower))
    .map(({ word }) => word)
    .join(' ');
  // Who asks a question of a story asks for what is told in it.
  if (of !== '' && QUESTION.test(withoutAsking(said))) return undefined;
  const isOpen = !TITLED.test(said) && (of !== '' || plain.some(({ lower }) => OPEN.test(lower)));
  if (parts.length > 0)
    return { wanted: parts.length > FEW ? [{}] : parts.map((part) => ({ part })), isOpen, of };
  if (length === undefined || lengths.length > 1) return undefined;
  return { wanted: [length === 'news' ? {} : { length }], isOpen, of };
}
