/** The part of a brief that people in its thread ask for in their own words: "timeline?", "where do the sources differ?" */
import type { BriefPart, Command } from '../command.ts';
import { parseSlash } from '../parse-command.ts';
import { FOLLOW, LENGTHS, NAMES, ON_IT, PARTS } from './part-requests.ts';
import { asks, withoutAsking } from './without-asking.ts';

/** Who says more than this wants more than a part. */
const LONGEST = 80;

function partOf(asked: string): BriefPart | undefined {
  const find = (words: string) => PARTS.find(([, pattern]) => pattern.test(words))?.[0];
  return find(asked) ?? find(asked.replace(ON_IT, '').replace(/^(?:add|include|list|with) /i, ''));
}

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
    [
      part,
      asks(
        `(?:${name}) (?:${part === 'timeline' ? 'of|' : part === 'people' ? 'in|of|' : part === 'sources' ? 'to|' : ''}on|for|about) (?<story>.+)`,
      ),
    ] as const,
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
