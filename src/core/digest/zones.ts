/**
 * Between instants and what the clocks of a zone show. A **wall time** is written `2026-11-22T08:00:00`, without a zone.
 * The rules of the zones are those of the platform (`Intl`); nothing else is needed for digests.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** What the clocks of the zone show at an instant. Fractions of a second are cut. */
export function wallAt(instant: Date, zone: string): string {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value;
  const { year = '', month, day, hour, minute, second } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** A wall time as if it were UTC, in milliseconds: wall times can be compared and added to this way. */
export function wallMilliseconds(wall: string): number {
  return Date.parse(`${wall}Z`);
}

/** Milliseconds as a wall time: what the clocks of UTC show then. */
export function wallOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}

const DAY = 86_400_000;

/** The instants at which the clocks of the zone show that time: one; two in a doubled hour; none in a gap. */
export function instantsOf(wall: string, zone: string): Date[] {
  const asUtc = wallMilliseconds(wall);
  const instants = new Set<number>();
  // No zone changes twice within two days, so the offset is one of those around it.
  for (const near of [asUtc - DAY, asUtc + DAY]) {
    const offset = wallMilliseconds(wallAt(new Date(near), zone)) - near;
    const instant = asUtc - offset;
    if (wallAt(new Date(instant), zone) === wall) instants.add(instant);
  }
  return [...instants].sort((a, b) => a - b).map((instant) => new Date(instant));
}

/** The first instant at which the clocks show that time or, where they skip it, a later one. */
export function firstInstantOf(wall: string, zone: string): Date {
  const [first] = instantsOf(wall, zone);
  if (first !== undefined) return first;
  let before = wallMilliseconds(wall) - 2 * DAY;
  let after = wallMilliseconds(wall) + 2 * DAY;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallAt(new Date(middle), zone) < wall) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** The zone as the tz database writes it ("europe/berlin" -> "Europe/Berlin"), or undefined where there is none. */
export function findZone(name: string): string | undefined {
  const wanted = name.trim().replace(/\s+/g, '_').toLowerCase();
  if (/^(utc|gmt|z|etc\/utc)$/.test(wanted)) return 'UTC';
  if (!wanted.includes('/')) return undefined;
  const listed = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === wanted);
  if (listed !== undefined) return listed;
  // Older and newer names of the same zones are known, but not listed.
  const written = wanted.replace(
    /(^|[/_-])([a-z])/g,
    (_all, before, letter) => before + letter.toUpperCase(),
  );
  try {
    return formatOf(written) && written;
  } catch {
    return undefined;
  }
}
