/** When two addresses or two texts are the same article. */

/** Parameters that say where a reader came from, and nothing about the article. */
const TRACKING =
  /^(?:utm_\w+|utm|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|vero_id|oly_(?:anon|enc)_id|wickedid|rb_clickid|s_cid|s_kwcid|ef_id|cmpid|cmp|campaign_id|ocid|ito|ncid|sr_share|smid|smtyp|spm|scid|soc_src|soc_trk|guccounter|guce_referrer\w*|at_(?:campaign|medium|custom\d|link\w*|format|ptr\w*|bbc\w*)|ns_(?:campaign|mchannel|source|linkname|fee)|wt\.?mc\w*|wt_mc\w*|xtor|feature|ref|referrer|ref_src|ref_url|refsrc|source|src|share|shared|partner|cn-track|__twitter_impression|_ga|_gl|triedredirect|sref|taid|fb_(?:action|source|ref)\w*|mbid|nl_?\w*|sh|sthash|st_source|traffic_source|trk|trkcampaign|ved|usg|ust)$/i;
/** Those of them that some sites use to name the page itself: dropped only beside a longer path. */
const DOUBTFUL = /^(?:ref|source|src|feature|share|shared|partner|sh|nl_?\w*|cmp|trk)$/i;

/**
 * The address without what does not belong to the article: tracking parameters, fragment, default port, and a dot or
 * case in the host that mean nothing. Null for what is no web address. Gives the same for its own result.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  if (!URL.canParse(address.trim(), base)) return null;
  const url = new URL(address.trim(), base);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (!url.hash.startsWith('#!')) url.hash = '';
  const named = url.pathname.length > 10;
  const kept = [...url.searchParams].filter(
    ([name]) => !TRACKING.test(name) || (DOUBTFUL.test(name) && !named),
  );
  if (kept.length < [...url.searchParams].length) url.search = new URLSearchParams(kept).toString();
  return url.href;
}

/** Words in a row that are compared. */
const RUN = 5;
/** Texts that share this part of their runs of words are copies with small changes. */
const NEARLY = 0.8;
/** Shorter texts are the same only when they are equal: a line about the weather looks like the next one. */
const SHORTEST = 40;

/** True for texts that differ in a few words only: a wire copy, a repost, the next version of an article. */
export function isNearlySame(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (Math.min(first.length, second.length) < SHORTEST) return first.join(' ') === second.join(' ');
  // The share cannot reach the limit where the lengths are too far apart.
  if (Math.min(first.length, second.length) < Math.max(first.length, second.length) * NEARLY) return false;
  const [x, y] = [runsOf(first), runsOf(second)];
  let shared = 0;
  for (const run of x) if (y.has(run)) shared += 1;
  return shared / (x.size + y.size - shared) >= NEARLY;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '));
  return runs;
}
