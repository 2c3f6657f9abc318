/** "How many people sit on the panel?", "How big is the team?": the number that stands with a group: "the eight-member committee". */
import type { ReadArticle } from '../../article.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import type { Tagger } from '../words/tagging.ts';
import { COUNT, wordsBetween } from './amounts.ts';
import { findGiven, type Given, isHead, type Matter, matterOf } from './matters.ts';
import type { FoundRole } from './who.ts';

/** Groups that are counted by their members, in rows of those that are called one another. */
const GROUPS: readonly string[] = [
  'committee|panel|commission|board|task force|inquiry',
  'team|squad|side',
  'crew',
  'staff|workforce',
  'group|band|gang',
  'party',
  'jury',
  'council',
  'assembly',
  'senate',
  'parliament|legislature',
  'chamber',
  'cabinet',
  'orchestra|choir|ensemble',
  'delegation|mission',
  'convoy|expedition',
  'family|household',
  'force|army|contingent',
  'battalion|brigade',
  'union|federation|association|alliance|bloc|organi[sz]ation|club|league|network',
  'class',
];
const ANY = GROUPS.join('|');
const MEMBERS =
  'people|members|persons|men|women|officers|judges|jurors|seats|staff|workers|employees|delegates|mps|councillors|experts|players';

const asks = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('GROUP', `(?<mod>(?:[^\\s?]{1,30} ){0,5}?)(?<group>${ANY})`), 'iu');

const ASKS: readonly RegExp[] = [
  asks(
    String.raw`^(?:how many (?:(?:${MEMBERS}) )?(?:sit|sits|serve|serves|work|are|were|is|was|are there|were there)|(?:what(?:['’]?s| is| was) the )?number of (?:${MEMBERS})) (?:on|in|at) (?:the |this |that )?GROUP(?<tail> (?:of|for|on|in|from|at) [^?]{1,80})?[?.!\s]*$`,
  ),
  asks(
    String.raw`^how (?:big|large) (?:is|was) (?:the |this |that )?GROUP(?<tail> (?:of|for|on|in|from|at) [^?]{1,80})?[?.!\s]*$`,
  ),
  asks(
    String.raw`^how many (?:${MEMBERS}) (?:does|did|do) (?:the |this |that )?GROUP(?<tail> (?:of|for|on|in|from|at) [^?]{1,80})? have[?.!\s]*$`,
  ),
  asks(
    String.raw`^(?:what(?:['’]?s| is| was) the )?size of (?:the |this |that )?GROUP(?<tail> (?:of|for|on|in|from|at) [^?]{1,80})?[?.!\s]*$`,
  ),
];

/** Words between the number and the group: "the 14-person advance team". */
const SMALL = wordsBetween(3);

function patternsOf(group: string): RegExp[] {
  return [
    // "the eight-member committee", "a 14-strong team"
    new RegExp(
      String.raw`(?<size>${COUNT})[ -](?:members?|persons?|man|men|woman|women|people|strong|piece|seat|judge|player) (?<words>${SMALL})(?:${group})\b(?!['’])`,
      'giu',
    ),
    // "a committee of eight", "the team has 14 members", "the panel is made up of six experts"
    new RegExp(
      String.raw`\b(?<words>${SMALL})(?:${group}),? (?:which |that |who )?(?:of|has|had|have|is made up of|was made up of|made up of|consists of|consisted of|consisting of|comprises|comprised|comprising|numbers|numbered) (?<size>${COUNT})(?!-)(?<unit> (?:\p{Ll}+ )?\p{Ll}+)?`,
      'giu',
    ),
  ];
}

/** "a team of 14", "a panel of six experts": whoever is counted is somebody. */
const UNIT = new RegExp(
  String.raw`^ (?:\p{Ll}+ )?(?:${MEMBERS}|\p{Ll}+(?:ers|ors|ists|ians|ants|ents))$`,
  'iu',
);

interface Asked {
  readonly patterns: readonly RegExp[];
  readonly matter: Matter;
}

function parseSize(question: string): Asked | null {
  const groups = ASKS.map((pattern) => pattern.exec(question)?.groups).find(Boolean);
  const group = groups?.['group']?.toLowerCase();
  if (groups === undefined || group === undefined) return null;
  const row = GROUPS.find((names) => new RegExp(`^(?:${names})$`, 'i').test(group));
  const rest = `${groups['mod'] ?? ''} ${groups['tail'] ?? ''}`;
  return {
    patterns: patternsOf(row ?? group),
    matter: matterOf(rest),
  };
}

/** "The Group of Eight" is called so. */
const isName = (size: string): boolean => /^\p{Lu}/u.test(size);

function sizesIn({ text }: SentenceView, { patterns }: Asked, tagger: Tagger): Given[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, index, groups }): Given[] => {
      const { size = '', unit } = groups ?? {};
      const isFirst = all.startsWith(size);
      const start = index + all.indexOf(size, isFirst ? 0 : (groups?.['words']?.length ?? 0));
      if (isFirst ? !isHead(tagger.tag(text), index + all.length) : isName(size)) return [];
      if (unit !== undefined && !UNIT.test(unit)) return [];
      return [{ start, end: start + size.length, within: { start: 0, end: text.length } }];
    }),
  );
}

/** The places of the one number that the articles give. Empty for other questions, and where there are several. */
export function findSizes(question: string, articles: readonly ReadArticle[], tagger: Tagger): FoundRole[] {
  const asked = parseSize(question);
  if (asked === null) return [];
  return findGiven(articles, asked.matter, (view) => sizesIn(view, asked, tagger));
}
