/** A limit per person: so many requests in any minute. */

const MINUTE = 60_000;

/** `isTooMany(person, now)` counts a request and says whether it is over the limit. */
export function createRateLimit(perMinute: number): (person: string, now: Date) => boolean {
  const recent = new Map<string, number[]>();
  return (person, now) => {
    const since = now.getTime() - MINUTE;
    const times = (recent.get(person) ?? []).filter((time) => time > since);
    const isOver = times.length >= perMinute;
    if (!isOver) times.push(now.getTime());
    // Re-inserted at the end: the map stays in order of use, and those unheard of for a minute are forgotten.
    recent.delete(person);
    recent.set(person, times);
    for (const [name, [first = 0]] of recent) {
      if (name === person || first > since) break;
      recent.delete(name);
    }
    return isOver;
  };
}
