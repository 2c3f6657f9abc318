/** What robots.txt allows, remembered for a day (RFC 9309). */
import robotsParser from 'robots-parser';

/** The types of robots-parser say `export default`, but it is the module itself: hence the detour. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules;

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

interface RobotsAnswer {
  readonly allowed: boolean;
  /** Seconds between two requests, as the host wishes, up to a minute. */
  readonly delay: number;
}

/** What became of the request for robots.txt: its text, nothing there, or no answer. */
export type RobotsFile = { readonly text: string } | 'absent' | 'unreachable';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
/** In seconds: who wishes for more would keep all other sources of the host waiting. */
const LONGEST_DELAY = 60;
/** More hosts than this are not remembered at once. */
const MOST = 2000;

export interface Robots {
  /** `unreachable` where robots.txt could not be read: then nothing may be fetched for now. Throws what `read` throws. */
  check(url: URL): Promise<RobotsAnswer | 'unreachable'>;
}

export function createRobots(
  read: (url: URL) => Promise<RobotsFile>,
  agent: string,
  now: () => number,
): Robots {
  const known = new Map<string, { file: Promise<RobotsFile>; until: number; rules?: Rules }>();
  return {
    async check(url) {
      let entry = known.get(url.origin);
      if (entry === undefined || entry.until < now()) {
        entry = { file: read(new URL('/robots.txt', url)), until: now() + DAY };
        known.delete(url.origin);
        known.set(url.origin, entry);
        const [oldest] = known.keys();
        if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      }
      let file: RobotsFile;
      try {
        file = await entry.file;
      } catch (error) {
        known.delete(url.origin);
        throw error;
      }
      if (file === 'absent') return { allowed: true, delay: 0 };
      if (file === 'unreachable') {
        entry.until = Math.min(entry.until, now() + HOUR);
        return 'unreachable';
      }
      entry.rules ??= parseRobots(new URL('/robots.txt', url).href, file.text);
      return {
        allowed: entry.rules.isAllowed(url.href, agent) !== false,
        delay: Math.min(entry.rules.getCrawlDelay(agent) ?? 0, LONGEST_DELAY),
      };
    },
  };
}
