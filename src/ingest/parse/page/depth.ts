/** How deep a page is nested, told without building a tree, since trees of hostile pages overflow the stack. */
import { Parser } from 'htmlparser2';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** True where elements are nested deeper than the limit, or are more than so many. Stops at the first that is. */
export function isDeeper(html: string, depth: number, count: number): boolean {
  let [open, all, found] = [0, 0, false];
  const parser = new Parser({
    onopentagname(name) {
      all += 1;
      if (!VOID.has(name)) open += 1;
      found ||= open > depth || all > count;
    },
    onclosetag(name) {
      if (!VOID.has(name)) open -= 1;
    },
  });
  // In pieces, since the parser cannot be stopped within one.
  for (let at = 0; at < html.length && !found; at += 16_384) parser.write(html.slice(at, at + 16_384));
  return found;
}
