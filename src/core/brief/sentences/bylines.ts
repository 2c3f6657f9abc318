/** What an article says of its author at its end: "Ada Byron is a reporter for the Herald." */
import type { Line } from '../lines.ts';

/** So many sentences at the end of an article may be about its author. */
const END = 4;
const AUTHOR =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3} (?:is|was) (?:an?|the) (?:[\p{L}-]+ ){0,6}(?:reporter|correspondent|columnist|contributor|writer|author|editor|journalist|producer|fellow)\b/u;
/** "She lives in Ostry.", "Follow her on …", "See more of her work at …": more about the same. */
const MORE =
  /^(?:(?:She|He) (?:lives|writes|covers|tweets|can be|is (?:an?|the|also|on|based))|Follow|See (?:more|all)|Read (?:more|other|all)|Keep up|Contact|E-?mail) /;

/** The lines at the end of an article that are about its author. */
export function findBylines(lines: readonly Line[]): Set<Line> {
  const from = Math.max(1, lines.length - END);
  const first = lines.findIndex(
    ({ text }, at) =>
      at >= from && AUTHOR.test(text) && lines.slice(at + 1).every((line) => MORE.test(line.text)),
  );
  return new Set(first < 0 ? [] : lines.slice(first));
}
