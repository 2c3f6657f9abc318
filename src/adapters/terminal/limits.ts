/** What a window allows. */
export const TERMINAL_LIMITS = {
  /** Narrower windows are written to as if they were this wide: shorter lines are not readable. */
  minWidth: 24,
  /** Longer lines tire the eye (Bringhurst, The Elements of Typographic Style, 2.1.2: 45 to 75 characters). */
  maxWidth: 92,
  /** Where no window says how wide it is: a pipe, a file. */
  defaultWidth: 80,
} as const;
