/** What people in the thread of a brief ask for in their own words and its buttons give: "timeline?", "where do the sources differ?" */
import type { BriefCommand, BriefPart, Command } from './command.ts';
import { parseSlash } from './parse-command.ts';
import { asks, withoutAsking } from './without-asking.ts';

const THEM =
  '(?:(?:the|these|your|those) )?(?:sources|articles|reports|papers|outlets|accounts|publishers|versions)';
const ARTICLE =
  '(?:the|this|that|these|those) (?:articles?|stor(?:y|ies)|pieces?|reports?|quotes?|lines?|news)';
/** What is pointed at under a brief is its articles; "it" may be anything that they speak of. */
const THIS = `(?:this|that|these|those|${ARTICLE})`;

/** The names of parts: they may be asked for of a story, too ("timeline of the strike"). */
const NAMES: readonly (readonly [BriefPart, string])[] = [
  [
    'timeline',
    '(?:(?:the|an?|full|quick) )*(?:timeline|time line|chronology|sequence of events|order of events)',
  ],
  [
    'compare',
    '(?:(?:the|any|main) )*(?:differences|contradictions|discrepancies|disagreements)|(?:an? |the )?comparison',
  ],
  ['sources', '(?:(?:the|your|its|all|any) )*(?:sources?|links?|urls?|citations?)'],
  ['figures', '(?:(?:the|all|key|main|any) )*(?:figures|numbers|facts and figures|stats|statistics)'],
  ['unknown', '(?:the )?(?:open questions|unknowns)'],
  ['quotes', '(?:(?:all|more|the|other|any|some|key|best|main|direct) )*(?:quotes|quotations)'],
];

const MORE = '(?:(?: on)? anything| anywhere| at all)?';
const PARTS: readonly (readonly [BriefPart, RegExp])[] = [
  ...NAMES.map(([part, name]) => [part, asks(name)] as const),
  ['timeline', asks('what happened when|when did what happen|timeline of (?:events|it|this|that)')],
  [
    'compare',
    asks(
      `(?:where|how|do) (?:do )?${THEM} (?:differ|disagree|agree|conflict|diverge|contradict (?:each other|one another))${MORE}`,
    ),
  ],
  ['compare', asks(`what (?:do|don['’]?t|do not) ${THEM} (?:dis)?agree (?:on|about)`)],
  ['compare', asks(`compare (?:${THEM}|them)`)],
  [
    'compare',
    asks(
      `(?:(?:what are|are there) )?(?:the|any) (?:differences|contradictions|discrepancies|disagreements) (?:between|among|in) ${THEM}`,
    ),
  ],
  ['sources', asks("(?:what|which|who)(?:['’]?s| is| are) (?:the|your) sources?")],
  [
    'sources',
    asks(
      `(?:what|which) ${THEM} (?:did you use|have you used|do you have|are you using|is this (?:based on|from))`,
    ),
  ],
  ['sources', asks(`where(?:['’]?s| is| are| does| do) ${THIS} (?:come )?from`)],
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
  ['unknown', asks("what (?:do(?:n['’]?t| not)|can['’]?t) we (?:yet |still )?know(?: yet)?")],
  [
    'unknown',
    asks(
      "what(?:['’]?s| is| remains) (?:still )?(?:not (?:yet )?(?:known|clear|confirmed)|unknown|unclear|open|unconfirmed)(?: yet)?",
    ),
  ],
  // A brief's own headings, said back to it.
  ['compare', asks(`where (?:do )?(?:they|${THEM}) (?:differ|agree)|only one says so`)],
  ['quotes', asks('in their (?:own )?words')],
  ['unknown', asks('not known(?: yet)?')],
  ['quotes', asks('who (?:said|says) what')],
  [
    'quotes',
    asks("who(?:['’]s| has| have)? (?:else )?(?:(?:is|was|are|were|has|have) )?(?:being |been )?quoted"),
  ],
];

const LENGTHS: readonly (readonly [NonNullable<BriefCommand['length']>, RegExp])[] = [
  [
    'headline',
    asks(
      '(?:(?:make|keep) it |even |an? |much |bit )*(?:shorter|briefer)(?: version)?|(?:in )?(?:one|a single) (?:sentence|line)|headline|too long|boil (?:it|this|that) down(?: a (?:bit|little))?|in a nutshell',
    ),
  ],
  [
    'full',
    asks(
      '(?:tell me |some )?more|(?:make it )?longer|in (?:full|detail)|(?:the )?(?:full|whole) brief|more details?',
    ),
  ],
];

const KEEP = 'keep (?:me|us) (?:posted|updated|informed|in the loop)';
const FOLLOW = asks(
  `(?:follow|subscribe to|watch|keep an eye on|${KEEP} (?:on|about)) (?:it|${THIS}|this topic)|subscribe|${KEEP}|` +
    "(?:ping|alert|notify|tell|message|let) (?:me|us)(?: know)? (?:when|whenever|if|as soon as) (?:(?:there(?:['’]?s| is| are) )?(?:anything|something|any|more)(?: is)? (?:new|news|updates?|changes|happens)|(?:this|it) (?:changes|is updated))(?: (?:on|about|with) (?:it|this|that))?|" +
    '(?:this|it) (?:every|each) (?:day|morning|evening|week|hour)\\b.*',
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

const OF_STORY = NAMES.map(
  ([part, name]) =>
    [part, asks(`(?:${name}) (?:${part === 'timeline' ? 'of|' : ''}on|for|about) (?<story>.+)`)] as const,
);

/** A part that is asked for of a story, by its name: "timeline of the strike"; the sources and figures of a thing are its own. Whose quotes they are is another command's. */
export function parsePartOf(asked: string): { readonly part: BriefPart; readonly story: string } | undefined {
  for (const [part, pattern] of OF_STORY) {
    const story = pattern.exec(asked)?.groups?.['story'];
    if (story !== undefined && part !== 'quotes') return { part, story };
  }
  return undefined;
}

/** Whether somebody wants to hear what is new, whatever of. */
export const asksToFollow = (asked: string): boolean => FOLLOW.test(asked);

/** Whether a part is named, whatever of: "timeline", "sources". */
export function namesPart(asked: string): boolean {
  return NAMES.some(([, name]) => asks(name).test(asked));
}
