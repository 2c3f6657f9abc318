/** The dates of feeds and pages, in the many forms that they are written in, as ISO 8601. */

const MONTHS: readonly (readonly string[])[] = [
  [
    'jan',
    'januar',
    'janu',
    'ene',
    'gen',
    'jän',
    'jän.',
    'ιαν',
    'янв',
    'január',
    'januari',
    'janvier',
    'enero',
  ],
  ['feb', 'fev', 'fév', 'feb.', 'φεβ', 'фев', 'február', 'februari', 'février', 'febrero'],
  ['mar', 'mär', 'mrz', 'maa', 'μαρ', 'μάρ', 'мар', 'március', 'maart', 'mars', 'marzo', 'märz'],
  ['apr', 'avr', 'abr', 'απρ', 'апр', 'április', 'avril', 'abril'],
  ['may', 'mai', 'maj', 'mei', 'μαϊ', 'μαι', 'май', 'мая', 'május', 'mayo', 'maggio'],
  ['jun', 'ιουν', 'ιούν', 'июн', 'június', 'juin', 'junio', 'giugno'],
  ['jul', 'ιουλ', 'ιούλ', 'июл', 'július', 'juillet', 'julio', 'luglio'],
  ['aug', 'ago', 'aoû', 'aou', 'αυγ', 'αύγ', 'авг', 'augusztus', 'août', 'agosto'],
  ['sep', 'set', 'σεπ', 'сен', 'szeptember', 'septembre'],
  ['oct', 'okt', 'out', 'ott', 'οκτ', 'окт', 'október', 'octobre'],
  ['nov', 'νοε', 'νοέ', 'ноя', 'november', 'novembre'],
  ['dec', 'dez', 'dic', 'déc', 'δεκ', 'дек', 'december', 'décembre'],
];

/** Minutes east of Greenwich. RFC 822's names, and those that feeds really use. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    ist: 330,
    cet: 60,
    mez: 60,
    cest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    sast: 120,
    jst: 540,
    kst: 540,
    hkt: 480,
    sgt: 480,
    aest: 600,
    aedt: 660,
    acst: 570,
    awst: 480,
    nzst: 720,
    nzdt: 780,
    ast: -240,
    adt: -180,
    est: -300,
    edt: -240,
    et: -300,
    cst: -360,
    cdt: -300,
    ct: -360,
    mst: -420,
    mdt: -360,
    mt: -420,
    pst: -480,
    pdt: -420,
    pt: -480,
    akst: -540,
    akdt: -480,
    hst: -600,
    a: -60,
    n: 60,
    m: -720,
    y: 720,
  }),
);

interface Parts {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Minutes east of Greenwich; absent: not stated, read as Greenwich as feed readers do. */
  offset?: number;
}

/** ISO 8601: a date ("2026-11-22"), a month or a year where no more is said, or an instant in UTC; null where unreadable. */
export function parseFeedDate(text: string | null): string | null {
  if (text === null) return null;
  const squeezed = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (squeezed === '' || squeezed.length > 100) return null;
  const reduced = /^(\d{4})(?:-(\d{2}))?$/.exec(squeezed);
  if (reduced !== null) return isMonth(reduced[2]) ? squeezed : null;
  for (const read of [readIso, readWords, readAsian, readNumbers, readStamp]) {
    const parts = read(squeezed);
    const iso = parts === null ? null : toIso(parts);
    if (iso !== null) return iso;
  }
  return null;
}

function isMonth(text: string | undefined): boolean {
  return text === undefined || (Number(text) >= 1 && Number(text) <= 12);
}

function toIso({ year, month, day, hour, minute = 0, second = 0, offset = 0 }: Parts): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || (hour ?? 0) > 24 || minute > 59 || second > 60)
    return null;
  if (year < 1900 || year > 2200 || Math.abs(offset) > 14 * 60) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  if (hour === undefined) return date.toISOString().slice(0, 10);
  const instant = new Date(
    Date.UTC(year, month - 1, day, hour, minute - offset, 0, Math.round(second * 1000)),
  );
  return instant.toISOString().replace('.000Z', 'Z');
}

/** "+02:00", "-0500", "+2", "EST", "GMT+2". */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone.trim() === '') return undefined;
  const clean = zone.trim().toLowerCase().replace(/[().]/g, '');
  const digits = /^(?:gmt|utc|ut|z)?\s*([+\-−])\s*(\d{1,2}):?(\d{2})?$/.exec(clean);
  if (digits !== null) {
    const size = Number(digits[2]) * 60 + Number(digits[3] ?? 0);
    return digits[1] === '+' ? size : -size;
  }
  return ZONES.get(clean.split(/[ \d+-]/)[0] ?? '');
}

/** Numbers and offset of a clock time; `half` is "am" or "pm". */
function clock(h?: string, m?: string, s?: string, half?: string, zone?: string): Partial<Parts> {
  if (h === undefined) return {};
  const twelve = half === undefined ? undefined : half.toLowerCase().replace(/\./g, '');
  const hour = twelve === undefined ? Number(h) : (Number(h) % 12) + (twelve === 'pm' ? 12 : 0);
  const offset = offsetOf(zone);
  return {
    hour,
    minute: Number(m ?? 0),
    second: Number((s ?? '0').replace(',', '.')),
    ...(offset === undefined ? {} : { offset }),
  };
}

const TIME = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}(?:[.,]\d+)?))?\s*([ap]\.?m\.?)?\s*([a-z+\-−(][\w+\-−: ()]*)?`;

/** ISO 8601 and W3CDTF: dashes and colons may be missing, a space may stand for T, ordinal days count as well. */
function readIso(text: string): Parts | null {
  const ordinal = /^(\d{4})-?(\d{3})(?:[T ]|$)/.exec(text);
  if (ordinal !== null && !/^\d{7,}/.test(text.replace(/-/g, '').slice(7))) {
    const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  const match =
    /^(?:[a-z]{3,9}\.?,?\s+)?(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ,]+(\d{1,2})(?::?(\d{2})(?::?(\d{2}(?:[.,]\d+)?))?)?\s*([ap]m)?\s*(z|[a-z]{2,5}|[+\-−]\d{1,2}:?\d{0,2}|(?:gmt|utc)[+-]\d{1,2}:?\d{0,2})?)?(?:\s*\[.*\])?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, , month, day, h, m, s, half, zone] = match;
  return { year: Number(year), month: Number(month), day: Number(day), ...clock(h, m, s, half, zone) };
}

function monthOf(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '');
  // Longest names first would not help: all names of one month share their beginning.
  return MONTHS.findIndex((names) => names.some((name) => lower.startsWith(name))) + 1;
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const DAY_MONTH_YEAR = new RegExp(
  String.raw`^(?:[\p{L}.]+(?:,\s*|\s+))?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de |of )?(\p{L}{3,}\.?),?[\s-]+(?:de )?(\d{4}|\d{2})(?:,?\s+(?:at |um |- )?${TIME})?`,
  'iu',
);
const MONTH_DAY_YEAR = new RegExp(
  String.raw`^(?:[\p{L}.]+(?:,\s*|\s+))?(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at |- )?${TIME})?`,
  'iu',
);
const ASCTIME =
  /^(?:\p{L}{2,}\.?,?\s+)?(\p{L}{3,}) (\d{1,2}),? (\d{1,2}):(\d{2})(?::(\d{2}))? ([a-z+-][\w+:-]* )?(\d{4})$/iu;
const HUNGARIAN = new RegExp(
  String.raw`^(\d{4})[.-]\s?(\p{L}{3,})\.?[-\s](\d{1,2})\.?(?:[T ]+${TIME})?`,
  'iu',
);

/** RFC 822 and its many variants, asctime, and dates with the name of a month in front. */
function readWords(text: string): Parts | null {
  const asctime = ASCTIME.exec(text);
  if (asctime !== null) {
    const [, name = '', day, h, m, s, zone, year] = asctime;
    return { year: Number(year), month: monthOf(name), day: Number(day), ...clock(h, m, s, undefined, zone) };
  }
  const european = DAY_MONTH_YEAR.exec(text);
  if (european !== null) {
    const [, day, name = '', year = '', ...time] = european;
    return { year: yearOf(year), month: monthOf(name), day: Number(day), ...clock(...(time as [string])) };
  }
  const american = MONTH_DAY_YEAR.exec(text);
  if (american !== null) {
    const [, name = '', day, year, ...time] = american;
    return { year: Number(year), month: monthOf(name), day: Number(day), ...clock(...(time as [string])) };
  }
  const hungarian = HUNGARIAN.exec(text);
  if (hungarian === null) return null;
  const [, year, name = '', day, ...time] = hungarian;
  return { year: Number(year), month: monthOf(name), day: Number(day), ...clock(...(time as [string])) };
}

/** "2004년 01월 02일 오후 3:04:05", "2004年1月2日 15:04". Korean and Japanese clocks are nine hours ahead. */
function readAsian(text: string): Parts | null {
  const match =
    /^(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]\s*(?:\([^)]*\)\s*)?(?:(오전|오후|午前|午後|上午|下午)?\s*(\d{1,2})[:시時](\d{2})(?:[:분分](\d{2}))?)?/.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, half, h, m, s] = match;
  const pm = half === undefined ? undefined : /오후|午後|下午/.test(half) ? 'pm' : 'am';
  const offset = /년/.test(text) || /午[前後]/.test(text) ? 540 : undefined;
  const time = clock(h, m, s, pm);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...time,
    ...(offset === undefined ? {} : { offset }),
  };
}

/** "22.11.2026 08:15" and "11/22/2026": with dots the day comes first, with slashes whichever can be no month. */
function readNumbers(text: string): Parts | null {
  const match = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+${TIME})?`, 'i').exec(text);
  if (match === null) return null;
  const [, a, separator, b, year, ...time] = match;
  const [x, y] = [Number(a), Number(b)];
  // With slashes, both readings are in use; where both are possible nothing is guessed.
  if (separator !== '.' && x <= 12 && y <= 12 && x !== y) return null;
  const [day, month] = separator === '.' || x > 12 ? [x, y] : [y, x];
  return { year: Number(year), month, day, ...clock(...(time as [string])) };
}

/** Unix time in seconds or milliseconds. */
function readStamp(text: string): Parts | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const date = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
