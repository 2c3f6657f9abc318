/** How often a sentence says no: what search terms leave out, and what turns it around. */

const NEGATION =
  /\b(?:not|cannot|no(?! doubt\b| matter\b)|never|none|nobody|nothing|nowhere|neither|nor|without)\b|n['’]t\b/gi;

export function countNegations(text: string): number {
  return text.match(NEGATION)?.length ?? 0;
}
