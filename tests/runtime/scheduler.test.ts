import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { describe, expect, test } from 'vitest';
import { createSchedule, whyNeverDue } from '../../src/runtime/scheduler.ts';

const schedule = createSchedule();
const ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/London',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Chatham',
  'Africa/Casablanca',
];

/** All due times from one instant to another. */
function listDue(cron: string, zone: string, from: string, to: string) {
  const due = [];
  for (let at = new Date(from); ; ) {
    const next = schedule.next(cron, zone, at);
    if (next.at >= new Date(to)) return due;
    due.push({ slot: next.slot, at: next.at.toISOString() });
    at = next.at;
  }
}

/** The same, by luxon: each local day's time once; where the clocks skip it, at the first moment after the gap. */
function listDueByLuxon(hour: number, minute: number, zone: string, from: string, to: string) {
  const due = [];
  let day = DateTime.fromISO(from, { zone }).startOf('day').minus({ days: 1 });
  for (; day < DateTime.fromISO(to); day = day.plus({ days: 1 })) {
    const { year, month, day: date } = day;
    const wall = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone: 'UTC' });
    let at = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
    if (at.hour !== hour || at.minute !== minute) {
      // Luxon moves what is skipped forward by the length of the gap; the gap ended before that.
      while (at.minus({ minutes: 1 }).offset === at.offset) at = at.minus({ minutes: 1 });
    } else {
      const earlier = at.minus({ hours: 1 });
      for (const before of [earlier, at.minus({ minutes: 30 })]) {
        if (before.hour === hour && before.minute === minute) at = before;
      }
    }
    const instant = at.toJSDate();
    if (instant > new Date(from) && instant < new Date(to)) {
      due.push({
        slot: wall.toISO({ includeOffset: false, suppressMilliseconds: true }),
        at: instant.toISOString(),
      });
    }
  }
  return due;
}

describe('due times', () => {
  test.each(ZONES)('each day once over two years in %s, by night and by day, as luxon has it', (zone) => {
    expect(IANAZone.isValidZone(zone)).toBe(true);
    for (const [hour, minute] of [
      [0, 0],
      [0, 30],
      [1, 45],
      [2, 0],
      [2, 30],
      [3, 0],
      [8, 0],
      [23, 30],
    ] as const) {
      const span = ['2025-01-01T12:00:00Z', '2027-01-01T12:00:00Z'] as const;
      const ours = listDue(`${minute} ${hour} * * *`, zone, ...span);
      expect(ours).toEqual(listDueByLuxon(hour, minute, zone, ...span));
      expect(new Set(ours.map(({ slot }) => slot)).size).toBe(ours.length);
    }
  });

  test('a time that the clocks skip comes once, at the next moment that exists', () => {
    const due = listDue('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-31T00:00:00Z');
    expect(due).toEqual([
      { slot: '2026-03-29T02:30:00', at: '2026-03-29T01:00:00.000Z' },
      { slot: '2026-03-30T02:30:00', at: '2026-03-30T00:30:00.000Z' },
    ]);
  });

  test('several times in one gap come as one, and not beside one that is due at its end', () => {
    const span = ['2026-03-29T00:59:00Z', '2026-03-29T01:20:00Z'] as const;
    expect(listDue('0,30 2 * * *', 'Europe/Berlin', ...span).map(({ slot }) => slot)).toEqual([
      '2026-03-29T02:30:00',
    ]);
    expect(listDue('*/10 * * * *', 'Europe/Berlin', ...span)).toEqual([
      { slot: '2026-03-29T03:00:00', at: '2026-03-29T01:00:00.000Z' },
      { slot: '2026-03-29T03:10:00', at: '2026-03-29T01:10:00.000Z' },
    ]);
  });

  test('a time that the clocks show twice comes once, the first time', () => {
    const due = listDue('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z');
    expect(due).toEqual([{ slot: '2026-10-25T02:30:00', at: '2026-10-25T00:30:00.000Z' }]);
    const halfHour = listDue(
      '45 1 * * *',
      'Australia/Lord_Howe',
      '2026-04-04T00:00:00Z',
      '2026-04-05T14:00:00Z',
    );
    expect(halfHour.map(({ slot }) => slot)).toEqual(['2026-04-05T01:45:00']);
  });

  test('seconds, weekdays and the last of the month are understood', () => {
    const after = new Date('2026-02-20T10:00:00Z');
    expect(schedule.next('*/2 * * * * *', 'UTC', after).slot).toBe('2026-02-20T10:00:02');
    expect(schedule.next('0 8 * * mon-fri', 'UTC', after).slot).toBe('2026-02-23T08:00:00');
    expect(schedule.next('30 7 L * *', 'UTC', after).slot).toBe('2026-02-28T07:30:00');
    expect(schedule.next('0 0 29 2 *', 'UTC', after).slot).toBe('2028-02-29T00:00:00');
  });

  test('what is no expression, no zone or never due is refused with what to write', () => {
    const now = new Date('2026-02-20T10:00:00Z');
    expect(() => schedule.next('0 25 * * *', 'UTC', now)).toThrow(/hour "25".*five fields/);
    expect(() => schedule.next('hourly', 'UTC', now)).toThrow(/no cron expression/);
    expect(() => schedule.next('0 8 * * *', 'Mars/Base', now)).toThrow(/"Mars\/Base" is no time zone/);
    expect(() => schedule.next('0 8 31 2 *', 'UTC', now)).toThrow(/dayOfMonth "31"/);
  });

  test('why an expression gives no due time is told in a few words', () => {
    expect(whyNeverDue('0 8 * * *')).toBeUndefined();
    expect(whyNeverDue('0 25 * * *')).toBe('its hour is wrong');
    expect(whyNeverDue('0 8 31 2 *')).toBe('its day of month is wrong');
    expect(whyNeverDue('hourly')).toBe('it is none');
  });

  test('the next due time is always after, and none is passed over', () => {
    const time = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const cron = fc.constantFrom(
      '*/15 * * * *',
      '30 1,2,3 * * *',
      '0 0 * * sun',
      '5 4 * * * *',
      '0 12 1 * *',
    );
    fc.assert(
      fc.property(time, time, cron, fc.constantFrom(...ZONES), (one, other, expression, zone) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const fromEarly = schedule.next(expression, zone, early).at;
        const fromLate = schedule.next(expression, zone, late).at;
        expect(fromEarly > early).toBe(true);
        expect(fromEarly <= fromLate).toBe(true);
        if (fromEarly > late) expect(fromLate).toEqual(fromEarly);
      }),
      { numRuns: 300 },
    );
  });
});
