/** What people in the thread of a brief ask for in their own words and its buttons give: "timeline?", "where do the sources differ?" */
import type { BriefCommand, BriefPart, Command } from './command.ts';
import { parseSlash } from './parse-command.ts';

const LEAD =
  /^(?:(?:please|pls|hey|hi|hello|ok(?:ay)?|so|and|now)[ ,!]+)*(?:(?:can|could|would|will) (?:you|u) (?:please )?|(?:can|could|may) (?:i|we) (?:see|have|get) )?(?:(?:give|get|show|send) (?:me|us) )?/i;

/** Words without what only asks for them, and without the mark at their end. */
export function withoutAsking(said: string): string {
  return said
    .trim()
    .replace(LEAD, '')
    .replace(/[?!.\s]+$/, '')
    .replace(/[,\s]+(?:please|pls)$/i, '');
}

const THEM = '(?:(?:the|these|your|those) )?(?:sources|articles|reports|papers|outlets|accounts|publishers)';
const ARTICLE =
  '(?:the|this|that|these|those) (?:articles?|stor(?:y|ies)|pieces?|reports?|quotes?|lines?|news)';
/** What is pointed at under a brief is its articles; "it" may be anything that they speak of. */
const THIS = `(?:this|that|these|those|${ARTICLE})`;
const asks = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'i');

const PARTS: readonly (readonly [BriefPart, RegExp])[] = [
  ['timeline', asks('(?:(?:the|a) )?(?:timeline|time line|chronology)|what happened when')],
  [
    'compare',
    asks(`(?:where|how|do) (?:do )?${THEM} (?:differ|disagree|agree|contradict each other|diverge)`),
  ],
  ['compare', asks(`what (?:do|don['’]?t|do not) ${THEM} (?:dis)?agree (?:on|about)`)],
  ['compare', asks(`compare (?:${THEM}|them)|(?:the )?differences|comparison`)],
  ['sources', asks('(?:(?:the|your|its) )?(?:sources?|links?|urls?|citations?)')],
  ['sources', asks("(?:what|which|who)(?:['’]?s| is| are) (?:the|your) sources?")],
  ['sources', asks(`where (?:is|are|does|do) ${THIS} (?:come )?from`)],
  [
    'sources',
    asks(
      `(?:which|what) (?:sources|articles|papers|outlets|publishers) (?:say|said|reported) (?:so|this|that|it)`,
    ),
  ],
  ['sources', asks(`who (?:wrote|published) ${THIS}|when (?:was|were) ${THIS} (?:published|written|posted)`)],
  ['sources', asks(`how (?:old|recent) (?:is|are) ${THIS}`)],
  [
    'sources',
    asks('how many (?:articles|sources|reports)(?: (?:do you have|are there|is (?:this|that|it) from))?'),
  ],
  ['figures', asks('(?:(?:the|all) )?(?:key )?(?:figures|numbers|facts and figures|stats)')],
  ['unknown', asks("what (?:do(?:n['’]?t| not)|can['’]?t) we (?:yet )?know(?: yet)?|open questions")],
  ['unknown', asks("what(?:['’]?s| is| remains) (?:still )?(?:not known|unknown|unclear|open)(?: yet)?")],
  ['quotes', asks('(?:(?:all|more|the|other|all the) )?(?:quotes|quotations)|who (?:said|says) what')],
  ['quotes', asks('who (?:else )?(?:is|was|are|were) (?:being )?quoted')],
];

const LENGTHS: readonly (readonly [NonNullable<BriefCommand['length']>, RegExp])[] = [
  ['headline', asks('(?:make it |even )?shorter|in (?:one|a single) (?:sentence|line)|headline')],
  [
    'full',
    asks(
      '(?:tell me |some )?more|(?:make it )?longer|in (?:full|detail)|(?:the )?(?:full|whole) brief|more details?',
    ),
  ],
];

const FOLLOW = asks(
  `(?:follow|subscribe to|keep (?:me|us) (?:posted|updated) on) (?:it|${THIS}|this topic)|subscribe|keep (?:me|us) (?:posted|updated)|(?:this|it) (?:every|each) (?:day|morning|evening|week|hour)\\b.*`,
);

/** Who says more than this wants more than a part. */
const LONGEST = 80;

const partOf = (asked: string): BriefPart | undefined =>
  PARTS.find(([, pattern]) => pattern.test(asked))?.[0];

/** Whether somebody asks where something is from, which stands under every answer. */
export function asksForSources(said: string): boolean {
  return said.length <= LONGEST && partOf(withoutAsking(said)) === 'sources';
}

/**
 * The command for the part of a brief that is asked for, or undefined where the words are a question.
 * @param about what the thread was briefed on, with its options: "strike since monday"; '' for nothing
 */
export function parsePart(said: string, about: string): Command | undefined {
  const brief = about === '' ? undefined : parseSlash('brief', about);
  if (said.length > LONGEST || brief?.type !== 'brief') return undefined;
  const asked = withoutAsking(said);
  const part = partOf(asked);
  if (part !== undefined) return { ...brief, part };
  const length = LENGTHS.find(([, pattern]) => pattern.test(asked))?.[0];
  if (length !== undefined) return { ...brief, length };
  return FOLLOW.test(asked) ? { type: 'form', form: 'follow', about: brief.query } : undefined;
}
