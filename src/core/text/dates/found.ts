/** What the patterns of dates hand to one another. */
import type { DatePrecision } from '../../article.ts';

/** What a pattern found: how many tokens it took, and what they mean. */
export interface Found {
  readonly size: number;
  readonly value: string | null;
  readonly precision: DatePrecision | null;
  readonly relative: boolean;
}

/** A date that says itself which day, month or year it is. */
export const absolute = (size: number, value: string, precision: DatePrecision): Found => ({
  size,
  value,
  precision,
  relative: false,
});

/** A date that is told from that of the article; null without it. */
export const relativeTo = (size: number, value: string | null, precision: DatePrecision): Found => ({
  size,
  value,
  precision: value === null ? null : precision,
  relative: true,
});
