/** What people write after `/digest add`: "08:00 weekdays Europe/Berlin elections ferries", "8am", "mon,wed 7:30". */
import { BriefwireError } from '../errors.ts';
import { findZoneOfCity, isCronField, whyMisread } from './misread.ts';
import { findZone } from './zones.ts';

export interface DigestWords {
  /** Five fields. */
  readonly cron: string;
  /** IANA zone, or null where none was written: the person's or the space's is taken. */
  readonly zone: string | null;
  /** Empty: everything that is new. Words that stand side by side are together: one topic, or several (`findTopics`). */
  readonly topics: readonly (readonly string[])[];
  /** Whether commas part the topics: then words that stand side by side are one. */
  readonly listed: boolean;
  /** What was understood, to be said back: "08:00 on weekdays". */
  readonly when: string;
}

const EXAMPLES = '"08:00 weekdays Europe/Berlin elections", "8am", "mon,wed 7:30 ferries" or "every 2 hours"';
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const GROUPS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    daily: [0, 1, 2, 3, 4, 5, 6],
    everyday: [0, 1, 2, 3, 4, 5, 6],
    weekday: [1, 2, 3, 4, 5],
    workday: [1, 2, 3, 4, 5],
    weekend: [0, 6],
  }),
);
/** Words around the others that say nothing by themselves. */
const FILLERS = new Set([
  'at',
  'on',
  'every',
  'each',
  'and',
  'for',
  'about',
  'in',
  'day',
  'time',
  'o’clock',
  "o'clock",
  'zone',
  'timezone',
]);
interface Time {
  readonly hour: number;
  readonly minute: number;
}

/** A topic as `parseDigestWords` reads it back: one, whatever words it has ("The Sun", "strike at noon"). */
export function quoteTopic(topic: string): string {
  const words = topic
    .replace(/["“„”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? '' : `"${words}"`;
}

/** Throws a `bad-request` that names what is not understood, with examples. */
export function parseDigestWords(words: string): DigestWords {
  const { plain, quoted } = takeQuoted(words);
  const interval = /\b(?:hourly|every (?:(\d{1,2}) )?(hours?|minutes?))\b/i.exec(plain);
  const tokens = tokenize(interval ? plain.replace(interval[0], ' ') : plain, quoted);
  const times: Time[] = [];
  const days = new Set<number>();
  const topics: Token[] = [];
  let zone: string | null = null;
  for (const [index, token] of tokens.entries()) {
    const time = token.quoted
      ? undefined
      : parseTime(token.text, index === 0 || tokens[index - 1]?.text === 'at');
    const named = token.quoted ? undefined : parseDays(token.text);
    const found = token.quoted ? undefined : findZone(token.text);
    if (time !== undefined) times.push(time);
    else if (named !== undefined) for (const day of named) days.add(day);
    else if (found !== undefined) zone = found;
    else if (!isFiller(token)) topics.push(token);
  }
  checkTopics(topics, zone);
  const listed = topics.some(({ ends }) => ends);
  const rest = { zone, listed, topics: gatherRuns(tokens, new Set(topics)) };
  if (interval && times.length === 0) return { ...buildInterval(interval, days), ...rest };
  if (times.length === 0)
    throw new BriefwireError('bad-request', `A digest needs a time: write ${EXAMPLES}.`);
  return { ...buildTimes(times, days), ...rest };
}

function isFiller({ text, quoted }: Token): boolean {
  return !quoted && FILLERS.has(text.toLowerCase());
}

/** Words of topics that stand side by side. A comma, "and", quotation marks and what tells the time part them. */
function gatherRuns(tokens: readonly Token[], topics: ReadonlySet<Token>): string[][] {
  const runs: string[][] = [];
  let goesOn = false;
  for (const token of tokens) {
    const isTopic = topics.has(token);
    if (isTopic && goesOn && !token.quoted) runs.at(-1)?.push(token.text);
    else if (isTopic) runs.push([token.text]);
    const parts = token.quoted || token.ends || token.text.toLowerCase() === 'and';
    goesOn = !parts && (isTopic || (goesOn && isFiller(token)));
  }
  return runs;
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** Whether a comma or semicolon follows. */
  readonly ends: boolean;
}

/** What stands in quotation marks is one topic, whatever it says: its number takes its place. */
function takeQuoted(words: string): { readonly plain: string; readonly quoted: readonly string[] } {
  const quoted: string[] = [];
  const plain = words.replace(/["“„”]([^"“„”]+)["“”]/g, (_, topic: string) => {
    quoted.push(topic.trim());
    return ` "${quoted.length - 1}" `;
  });
  return { plain, quoted };
}

/** Words, in order; "8 am" is one, and so is "mon - fri". */
function tokenize(plain: string, quoted: readonly string[]): Token[] {
  const even = plain
    .replace(/(\d)\s+(am|pm|a\.m\.|p\.m\.)(?=[\s,]|$)/gi, '$1$2')
    .replace(/\s*[–—]\s*|\s+-\s+/g, '-');
  return [...even.matchAll(/(?:"(\d+)"|([^\s,;]+))(\s*[,;])?/g)].flatMap(([, number, word, comma]) => {
    const text = number === undefined ? word : quoted[Number(number)];
    return text ? [{ text, quoted: number !== undefined, ends: comma !== undefined }] : [];
  });
}

/** "08:00", "8.30", "7:30pm", "8am", "noon"; a number alone only where a time has to stand. */
function parseTime(text: string, isExpected: boolean): Time | undefined {
  const word = text.toLowerCase();
  if (word === 'noon' || word === 'midday') return { hour: 12, minute: 0 };
  if (word === 'midnight') return { hour: 0, minute: 0 };
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m\.|p\.m\.|h)?$/.exec(word);
  if (match === null) return undefined;
  const [, hours = '', minutes, half] = match;
  if (minutes === undefined && half === undefined && !isExpected) return undefined;
  const minute = Number(minutes ?? 0);
  const isTwelve = half !== undefined && half !== 'h';
  const hour = isTwelve ? (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hours);
  const isReal = minute < 60 && hour < 24 && (!isTwelve || (Number(hours) >= 1 && Number(hours) <= 12));
  if (!isReal) throw new BriefwireError('bad-request', `"${text}" is no time of day: write ${EXAMPLES}.`);
  return { hour, minute };
}

/** "weekdays", "mon", "Mondays", "mon-fri", "mon/wed". */
function parseDays(text: string): readonly number[] | undefined {
  const word = text.toLowerCase().replace(/\.$/, '');
  const group = GROUPS.get(word.replace(/s$/, ''));
  if (group !== undefined) return group;
  const parts = word.split('/').map((part) => part.split('-').map(findDay));
  const days: number[] = [];
  for (const [from, to = from, ...more] of parts) {
    if (from === undefined || to === undefined || from < 0 || to < 0 || more.length > 0) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

/** 0 for Sunday to 6; -1 for what is no day. At least the first three letters. */
function findDay(word: string): number {
  const short = word.replace(/s$/, '');
  // "SAS" is no Saturday.
  if (short.length < 3) return -1;
  return DAYS.findIndex(
    (day) => day.toLowerCase().startsWith(short) || (short === 'thur' && day === 'Thursday'),
  );
}

/** Throws where a word that would become a topic looks like a part of the time. */
function checkTopics(tokens: readonly Token[], zone: string | null): void {
  // The numbers before a "*" mean what it means.
  if (tokens.some(({ text, quoted }) => !quoted && isCronField(text))) {
    const message = `Only config/digests.yaml takes a cron expression: write ${EXAMPLES} here.`;
    throw new BriefwireError('bad-request', message);
  }
  for (const [index, { text, quoted }] of tokens.entries()) {
    if (quoted) continue;
    const why = whyMisread(text, EXAMPLES);
    if (why !== undefined) throw new BriefwireError('bad-request', why);
    if (zone !== null) continue;
    const next = tokens[index + 1];
    const two = next === undefined || next.quoted ? text : `${text} ${next.text}`;
    const [city, named] =
      findZoneOfCity(two) === undefined ? [text, findZoneOfCity(text)] : [two, findZoneOfCity(two)];
    if (named === undefined) continue;
    const message = `"${city}" may be a topic or the time zone ${named}: write ${named}, or put it in quotation marks.`;
    throw new BriefwireError('bad-request', message);
  }
}

function buildTimes(times: readonly Time[], days: ReadonlySet<number>): { cron: string; when: string } {
  const minutes = new Set(times.map(({ minute }) => minute));
  if (minutes.size > 1) {
    const message =
      'The times of one digest share their minutes ("8:30 and 18:30"): make two digests instead.';
    throw new BriefwireError('bad-request', message);
  }
  const hours = [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b);
  const minute = times[0]?.minute ?? 0;
  const clock = hours.map((hour) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  return {
    cron: `${minute} ${hours.join(',')} * * ${cronDays(days)}`,
    when: `${clock.join(' and ')} ${nameDays(days)}`,
  };
}

function buildInterval(match: RegExpExecArray, days: ReadonlySet<number>): { cron: string; when: string } {
  const [, number = '1', unit = 'hour'] = match;
  const every = Number(number);
  const inMinutes = unit.toLowerCase().startsWith('minute');
  const whole = inMinutes ? 60 : 24;
  if (every < (inMinutes ? 5 : 1) || every >= whole || whole % every !== 0) {
    const allowed = inMinutes ? '5, 6, 10, 12, 15, 20 or 30 minutes' : '1, 2, 3, 4, 6, 8 or 12 hours';
    throw new BriefwireError('bad-request', `A digest can come every ${allowed}, not "${match[0].trim()}".`);
  }
  const cron = inMinutes ? `*/${every} * * * ` : `0 ${every === 1 ? '*' : `*/${every}`} * * `;
  const unitName = inMinutes ? 'minutes' : every === 1 ? 'hour' : 'hours';
  return {
    cron: cron + cronDays(days),
    when: `every ${every === 1 ? '' : `${every} `}${unitName} ${nameDays(days)}`,
  };
}

function cronDays(days: ReadonlySet<number>): string {
  return days.size === 0 || days.size === 7 ? '*' : [...days].sort((a, b) => a - b).join(',');
}

function nameDays(days: ReadonlySet<number>): string {
  const numbers = [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  if (numbers.length === 0 || numbers.length === 7) return 'every day';
  if (numbers.join() === '1,2,3,4,5') return 'on weekdays';
  if (numbers.join() === '6,0') return 'on weekends';
  const names = numbers.map((day) => DAYS[day] ?? '');
  return `on ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}`;
}
