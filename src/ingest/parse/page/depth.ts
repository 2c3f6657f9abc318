/** How large and deep a page is, told without building a tree, since trees of hostile pages overflow stack and memory. */
import { Parser } from 'htmlparser2';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** What a page may have. Each is far beyond pages that people wrote. */
export interface PageLimits {
  /** Elements inside each other. */
  readonly depth: number;
  readonly elements: number;
}

/** Attributes of one element; each further one costs the tree as much as all before it. */
const MOST_ATTRIBUTES = 500;
/** Pieces of text between markup, for each element that is allowed: stray `<` and `&` make one each. */
const PIECES = 4;
/** The depth of all elements together, for each that is allowed: what asks each element for all inside it takes so long. */
const LEVELS = 40;

/** True where the page goes beyond a limit. Stops at the first that it finds. */
export function isBeyond(html: string, limits: PageLimits): boolean {
  let [open, elements, pieces, attributes, levels, found] = [0, 0, 0, 0, 0, false];
  const parser = new Parser({
    onopentagname(name) {
      elements += 1;
      attributes = 0;
      if (!VOID.has(name)) open += 1;
      levels += open;
      found ||= open > limits.depth || elements > limits.elements || levels > limits.elements * LEVELS;
    },
    onattribute() {
      attributes += 1;
      found ||= attributes > MOST_ATTRIBUTES;
    },
    onclosetag(name) {
      if (!VOID.has(name)) open -= 1;
    },
    ontext() {
      pieces += 1;
      found ||= pieces > limits.elements * PIECES;
    },
  });
  // Character references become pieces as well, when the page is written out and read again.
  for (let at = html.indexOf('&'); at >= 0 && !found; at = html.indexOf('&', at + 1)) {
    pieces += 1;
    found = pieces > limits.elements * PIECES;
  }
  // In pieces, since the parser cannot be stopped within one.
  for (let at = 0; at < html.length && !found; at += 16_384) parser.write(html.slice(at, at + 16_384));
  return found;
}
